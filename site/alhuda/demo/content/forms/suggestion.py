"""A suggestion or a word of thanks. A name and a way to reply are given only by those who want a reply."""

from typing import Any

from alhuda.demo.content.common import SAMPLE
from alhuda.demo.content.form_blocks import choice, only_when, question, step
from alhuda.demo.content.forms.common import privacy, reply_way
from alhuda.demo.words import Both

KIND = step(
    "kind",
    ("نوع الرسالة", "Kind"),
    question(
        "message_kind",
        "single_choice",
        ("ما الذي تودّ إيصاله؟", "What would you like to tell us?"),
        ("لنوجّهه إلى صاحبه", "To pass it on to the right person"),
        choices=[
            choice("suggestion", ("اقتراح", "A suggestion")),
            choice("thanks", ("شكر", "Thanks")),
        ],
        missing=("اختر: اقتراح أو شكر", "Choose a suggestion or thanks"),
    ),
)
TEXT = step(
    "text",
    ("نص الرسالة", "Text"),
    question(
        "text",
        "long_text",
        ("اكتب رسالتك", "Write your message"),
        ("لنستفيد منها في تحسين الخدمة", "To improve the service with it"),
        hint=(
            "مثل: لوحة تدل على النقطة من طريق الساحل. بحد أقصى 1500 حرف.",
            "For example: a sign for the point on the coastal road. At most 1,500 characters.",
        ),
        missing=("اكتب رسالتك ولو في جملة واحدة", "Write your message, even in one sentence"),
        options={"max_length": 1500},
    ),
)
REPLY = step(
    "wants-reply",
    ("الرد", "Reply"),
    question(
        "wants_reply",
        "yes_no",
        ("هل تودّ أن نرد عليك؟", "Would you like a reply?"),
        ("لئلا نطلب بياناتك دون حاجة", "So that we ask for your details only if needed"),
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
    conditions=only_when("wants_reply", "yes"),
)
_WAY = reply_way(("ليصلك ردنا حيث تريد", "So that our reply reaches you where you want it"))
WAY = {**_WAY, "value": {**_WAY["value"], "conditions": only_when("wants_reply", "yes")}}

FORM: dict[str, Any] = {
    "slug": "suggestion",
    "title": Both("اقتراح أو شكر", "Suggestion or thanks"),
    "search_description": Both("إرسال اقتراح أو شكر إلى الجمعية.", "Send the association a suggestion or thanks."),
    "track": "inquiry",
    "intro": Both(
        f"رأيك يحسّن ما نقدّمه لضيوف الرحمن. لا يلزم أن تذكر اسمك. {SAMPLE.ar}.",
        f"What you tell us improves what we do for pilgrims. You need not give your name. {SAMPLE.en}.",
    ),
    "minutes": 2,
    "privacy_text": privacy(("6 أشهر", "6 months")),
    "declaration_text": Both(
        "أوافق على أن تستعمل الجمعية ما كتبته في تحسين خدماتها.",
        "I agree that the association uses what I wrote to improve its services.",
    ),
    "next_steps_text": Both(
        "نقرأ كل رسالة، ونُدرج الاقتراحات في سجل التحسين. وإن طلبت ردًّا وصلك بالطريقة التي اخترتها.",
        "We read every message and enter suggestions in the register of improvements. If you asked for a reply, it "
        "comes in the way you chose.",
    ),
    "two_people": False,
    "retention_months": 6,
    "steps": [KIND, TEXT, REPLY, NAME, WAY],
}
