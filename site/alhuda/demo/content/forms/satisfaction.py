"""The satisfaction survey: five questions answered in words, and room for a comment."""

from typing import Any

from alhuda.demo.content.common import SAMPLE
from alhuda.demo.content.form_blocks import Block, Pair, choice, question, step
from alhuda.demo.words import Both

AGREEMENT = [
    choice("five", ("نعم، تمامًا", "Yes, completely")),
    choice("four", ("إلى حد كبير", "Mostly")),
    choice("three", ("نوعًا ما", "Partly")),
    choice("two", ("قليلًا", "A little")),
    choice("one", ("لا", "No")),
]


def rated(key: str, title: Pair, label: Pair, purpose: Pair, choices: list[Block]) -> Block:
    """Return a step with one question on a scale of words."""
    return step(
        key,
        title,
        question(
            key,
            "single_choice",
            label,
            purpose,
            choices=choices,
            missing=("اختر أقرب إجابة إلى رأيك", "Choose the answer nearest to what you think"),
        ),
    )


OVERALL = rated(
    "overall",
    ("الرضا العام", "Overall"),
    ("ما مدى رضاك عن الخدمة؟", "How satisfied are you with the service?"),
    ("لنعرف أين أحسنّا وأين قصّرنا", "To know where we do well and where we fall short"),
    [
        choice("five", ("راضٍ جدًا", "Very satisfied")),
        choice("four", ("راضٍ", "Satisfied")),
        choice("three", ("محايد", "Neither satisfied nor dissatisfied")),
        choice("two", ("غير راضٍ", "Dissatisfied")),
        choice("one", ("غير راضٍ إطلاقًا", "Very dissatisfied")),
    ],
)
CLARITY = rated(
    "clarity",
    ("الوضوح", "Clarity"),
    ("هل كانت الشروط والخطوات واضحة؟", "Were the conditions and the steps clear?"),
    ("لنوضّح ما التبس في صفحات الخدمات", "To make unclear service pages clear"),
    AGREEMENT,
)
RESPECT = rated(
    "respect",
    ("المعاملة", "Respect"),
    ("هل عاملك فريقنا باحترام؟", "Did our team treat you with respect?"),
    ("لنحفظ كرامة كل من نخدمهم", "To keep the dignity of everybody we serve"),
    AGREEMENT,
)
TIME = rated(
    "time",
    ("الوقت", "Time"),
    ("هل تمت الخدمة في الوقت المناسب؟", "Was the service given in good time?"),
    ("لنراجع المدد التي نعلنها", "To look again at the times that we publish"),
    AGREEMENT,
)
UNDERSTOOD = rated(
    "understood",
    ("النتيجة", "Result"),
    ("هل فهمت نتيجة طلبك وسببها؟", "Did you understand the result and the reason for it?"),
    ("لنكتب النتائج بلغة أوضح", "To write results in plainer words"),
    AGREEMENT,
)
COMMENT = step(
    "comment",
    ("تعليقك", "Comment"),
    question(
        "comment",
        "long_text",
        ("ما الذي تودّ أن نحسّنه؟", "What should we improve?"),
        ("لنستفيد منه في تحسين خدماتنا", "To improve our services with it"),
        hint=(
            "لا تكتب اسمك ولا رقمًا يدل عليك. بحد أقصى 500 حرف.",
            "Leave out your name and any number that points to you. At most 500 characters.",
        ),
        required=False,
        options={"max_length": 500},
    ),
)

FORM: dict[str, Any] = {
    "slug": "satisfaction-survey",
    "title": Both("استبانة رضا المستفيد", "Satisfaction survey"),
    "search_description": Both("أسئلة قصيرة عن رضاك عن الخدمة.", "A few questions about the service you received."),
    "track": "satisfaction",
    "intro": Both(
        f"خمسة أسئلة في دقيقتين، دون اسم. جوابك لا يؤثر في أي طلب. {SAMPLE.ar}.",
        f"Five questions in two minutes, without your name. No answer affects any application. {SAMPLE.en}.",
    ),
    "minutes": 2,
    "privacy_text": Both(
        "لا نسألك عن اسمك ولا رقمك. تُجمع الإجابات وتُعرض أعدادًا، ولا تُنشر نتيجة أقل من 5 إجابات. "
        "والتعليقات يقرؤها المعنيون بالتحسين دون معرفة أصحابها.\n"
        f"مدة الاحتفاظ المقترحة 12 شهرًا ({SAMPLE.ar}).",
        "We ask for neither name nor number. Answers are counted together, and nothing is published of fewer than 5 "
        "answers. Comments are read by those who improve the services, without knowing who wrote them.\n"
        f"The proposed retention time is 12 months ({SAMPLE.en}).",
    ),
    "declaration_text": Both(
        "أوافق على استعمال إجاباتي في تحسين الخدمات.", "I agree that my answers are used to improve the services."
    ),
    "next_steps_text": Both(
        "شكرًا لوقتك. تُعرض النتائج على الإدارة كل ثلاثة أشهر، ويُسجَّل كل إجراء تحسين.",
        "Thank you for your time. The results go to the management every three months, and each improvement is "
        "recorded.",
    ),
    "two_people": False,
    "retention_months": 12,
    "steps": [OVERALL, CLARITY, RESPECT, TIME, UNDERSTOOD, COMMENT],
}
