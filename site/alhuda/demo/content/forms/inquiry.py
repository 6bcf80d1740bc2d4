"""The inquiry: one question, one answer. Questions about rulings are shown the official line."""

from typing import Any

from alhuda.demo.content.common import CALL, SAMPLE
from alhuda.demo.content.form_blocks import choice, exit_page, only_when, question, step
from alhuda.demo.content.forms.common import OTHER, privacy, reply_language, reply_way
from alhuda.demo.words import Both

#: The Ministry's own free line for questions of pilgrims; a number to confirm before a real site uses it.
RULINGS_LINE = "8002451000"

TOPIC = step(
    "topic",
    ("الموضوع", "Topic"),
    question(
        "topic",
        "single_choice",
        ("عمّ تسأل؟", "What is your question about?"),
        ("ليصل سؤالك إلى من يعرف جوابه", "So that it reaches somebody who knows"),
        choices=[
            choice("service", ("خدمة من خدماتنا", "One of our services")),
            choice("application", ("طلب سبق أن قدّمته", "An application that I sent")),
            choice("ruling", ("حكم شرعي أو صفة النسك", "A religious ruling or the rites")),
            choice("donation", ("التبرع والدعم", "Donations and support")),
            choice("media", ("الإعلام والشراكات", "Media and partnerships")),
            OTHER,
        ],
        missing=("اختر موضوع سؤالك", "Choose what your question is about"),
    ),
    exit_page(
        "rulings",
        ("أسئلة الأحكام يجيبها أهل الاختصاص", "Questions about rulings go to those qualified"),
        (
            (
                "لا يجيب موظفونا عن أسئلة الفتوى. اتصل بالرقم المجاني لوزارة الشؤون الإسلامية والدعوة والإرشاد "
                f"{RULINGS_LINE}، ففيه من يجيب الحجاج والمعتمرين بلغات متعددة.\n"
                "وعند نقاط الإرشاد لدينا مطويات صادرة عن الوزارة في صفة الإحرام والنسك."
            ),
            (
                "Our staff give no religious rulings. Call the free line of the Ministry of Islamic Affairs, "
                f"{RULINGS_LINE}, where pilgrims are answered in several languages.\n"
                "Our guidance points have leaflets by the Ministry on entering ihram and on the rites."
            ),
        ),
        only_when("topic", "ruling"),
    ),
)
GUIDE = step(
    "guide",
    ("دليل الخدمات قد يغنيك عن الانتظار", "The services guide may spare you the wait"),
    body=(
        (
            "لكل خدمة صفحة في دليل الخدمات: من يستفيد منها، وما يلزم، ومدة الرد. والدليل في القائمة الرئيسية للموقع.\n"
            "إن لم تجد جوابك فيه فاكتب سؤالك في الخطوة التالية."
        ),
        (
            "Each service has a page in the services guide: who can get it, what you need and how soon we answer. The "
            "guide is in the main menu of the site.\n"
            "If the answer is not there, write your question on the next page."
        ),
    ),
    conditions=only_when("topic", "service"),
)
TRACKING = step(
    "tracking",
    ("الاستعلام عن الطلب أسرع", "Looking up your application is faster"),
    body=(
        (
            "في صفحة «الاستعلام عن طلبك» تعرف حال الطلب وما ينقصه برقمه وآخر أربعة أرقام من جوالك.\n"
            "وإن بقي شيء غير واضح فاكتب سؤالك في الخطوة التالية."
        ),
        (
            "The page “Track your application” tells you where it stands and what is missing. You need its reference "
            "and the last four digits of your mobile.\n"
            "If something is still unclear, write your question on the next page."
        ),
    ),
    conditions=only_when("topic", "application"),
)
REFERENCE = step(
    "reference",
    ("رقم الطلب", "Reference"),
    question(
        "case_reference",
        "short_text",
        ("ما رقم الطلب؟", "What is the reference?"),
        ("لنجد طلبك", "To find your application"),
        hint=(
            "11 رقمًا في رسالة الاستلام، مثل \u20662647-318-9053\u2069",
            "11 digits in our message, for example 2647-318-9053",
        ),
        required=False,
        options={"max_length": 20},
    ),
    conditions=only_when("topic", "application"),
)
QUESTION = step(
    "question",
    ("السؤال", "Question"),
    question(
        "question",
        "long_text",
        ("اكتب سؤالك", "Write your question"),
        ("لنجيبك عنه", "To answer it"),
        hint=(
            "بحد أقصى 1500 حرف. لا تكتب رقم هوية ولا بيانات صحية.",
            "At most 1,500 characters. Leave out identity numbers and health details.",
        ),
        missing=("اكتب سؤالك ولو في جملة واحدة", "Write your question, even in one sentence"),
        options={"max_length": 1500},
    ),
)
NAME = step(
    "name",
    ("الاسم", "Name"),
    question(
        "full_name",
        "full_name",
        ("بأي اسم نخاطبك؟", "How should we address you?"),
        ("لنخاطبك باسمك", "To address you by name"),
        hint=("مثل: سارة أحمد", "For example: Sarah Ahmed"),
        required=False,
        sensitivity="contact",
    ),
)

FORM: dict[str, Any] = {
    "slug": "inquiry",
    "title": Both("استفسار", "Inquiry"),
    "search_description": Both("إرسال استفسار إلى الجمعية.", "Send the association a question."),
    "track": "inquiry",
    "intro": Both(
        f"سؤال واحد، ويصلك جوابه خلال يومي عمل. {SAMPLE.ar}.",
        f"One question, answered within two working days. {SAMPLE.en}.",
    ),
    "minutes": 3,
    "privacy_text": privacy(("6 أشهر", "6 months")),
    "declaration_text": Both(
        "أوافق على أن تستعمل الجمعية ما كتبته للرد على استفساري فقط.",
        "I agree that the association uses what I wrote only to answer my question.",
    ),
    "next_steps_text": Both(
        "يقرأ موظف علاقات المستفيدين سؤالك ويجيبك بالطريقة التي اخترتها.\n"
        f"وإن احتاج الجواب إلى جهة مختصة أحلناه إليها وأخبرناك. للسؤال هاتفيًا اتصل على {CALL}.",
        "A relations officer reads your question and answers in the way you chose.\n"
        f"If a department has to answer, we pass it on and tell you. To ask by telephone, call {CALL}.",
    ),
    "two_people": False,
    "retention_months": 6,
    "steps": [
        TOPIC,
        GUIDE,
        TRACKING,
        REFERENCE,
        QUESTION,
        NAME,
        reply_way(("ليصلك الجواب حيث تريد", "So that the answer reaches you where you want it")),
        reply_language(("لنجيبك بلغتك ما أمكن", "To answer in your language where we can")),
    ],
}
