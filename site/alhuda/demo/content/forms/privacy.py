"""A request about one's own personal data: which right, about what, and proof of who asks."""

from typing import Any

from alhuda.demo.content.common import SAMPLE
from alhuda.demo.content.form_blocks import choice, only_when, question, step
from alhuda.demo.content.forms.common import FULL_NAME, IDENTITY, privacy, reply_way
from alhuda.demo.words import Both

RIGHT = step(
    "right",
    ("الحق", "Right"),
    question(
        "right",
        "single_choice",
        ("ما الذي تطلبه؟", "What would you like?"),
        ("لأن لكل حق خطوات تخصه", "Because each right has its own steps"),
        choices=[
            choice("access", ("الاطلاع على بياناتي", "To see my details")),
            choice("copy", ("نسخة من بياناتي", "A copy of my details")),
            choice("correct", ("تصحيح بياناتي", "To have them corrected")),
            choice("destroy", ("إتلاف بياناتي", "To have them destroyed")),
            choice("withdraw", ("سحب موافقة", "To withdraw a consent")),
            choice("object", ("الاعتراض على استعمال بياناتي", "To object to how they are used")),
        ],
        missing=("اختر ما تطلبه", "Choose what you would like"),
    ),
)
CONSENT_KIND = step(
    "which-consent",
    ("الموافقة", "Consent"),
    question(
        "which_consent",
        "several_choices",
        ("أي موافقة تسحبها؟", "Which consent do you withdraw?"),
        ("لنوقف ما كانت تسمح به وحده", "To stop only what it allowed"),
        hint=("اختر كل ما ينطبق.", "Choose all that apply."),
        choices=[
            choice("health", ("البيانات الصحية", "Health details")),
            choice("money", ("بيانات الدخل", "Income details")),
            choice("share", ("المشاركة مع جهة أخرى", "Sharing with another body")),
            choice("survey", ("استبانة الرضا", "Satisfaction survey")),
            choice("photo", ("نشر الصورة", "Publishing a picture")),
            choice("process", ("معالجة الطلب كله", "Processing the whole application")),
        ],
        missing=("اختر الموافقة التي تسحبها", "Choose the consent that you withdraw"),
    ),
    conditions=only_when("right", "withdraw"),
)
DETAIL = step(
    "detail",
    ("التفصيل", "Details"),
    question(
        "detail",
        "long_text",
        ("بأي بيانات يتعلق طلبك؟", "Which details is it about?"),
        ("لنحصرها ونرد عليك بدقة", "To find them and to answer exactly"),
        hint=(
            "مثل: اسمي في طلب الكرسي المتحرك، والصواب «سالم» بدل «سليم».",
            "For example: my name in the wheelchair application; it is “Salem”, not “Saleem”.",
        ),
        missing=("اكتب البيانات التي يتعلق بها طلبك", "Write which details it is about"),
        sensitivity="identity",
        options={"max_length": 1000},
    ),
    conditions=only_when("right", "correct, destroy, object", "one_of"),
)
REFERENCES = step(
    "references",
    ("أرقام الطلبات", "References"),
    question(
        "references",
        "short_text",
        ("ما أرقام طلباتك إن كنت تذكرها؟", "What are your references, if you remember them?"),
        ("لنجد بياناتك أسرع", "To find your details sooner"),
        hint=(
            "مثل \u20662647-318-9053\u2069. افصل بينها بفاصلة.",
            "For example 2647-318-9053, with commas between them",
        ),
        required=False,
        options={"max_length": 200},
    ),
)
IDENTITY_HERE = {
    **IDENTITY,
    "value": {
        **IDENTITY["value"],
        "questions": [
            question(
                "identity",
                "identity",
                ("رقم الهوية الذي قدّمت به طلبك", "The identity number that you applied with"),
                ("لئلا نسلّم بياناتك إلى غيرك", "To hand your details to nobody else"),
                missing=("اختر نوع الهوية", "Choose the kind of identity document"),
                sensitivity="identity",
                options={"kinds": "national_id, iqama, gcc, passport, border, nusuk"},
            ),
        ],
    },
}
NAME = step(
    "name",
    ("الاسم", "Name"),
    {**FULL_NAME, "value": {**FULL_NAME["value"], "purpose": Both("لنطابقه مع ملفك", "To match it with your file")}},
)
PROOF = step(
    "proof",
    ("إثبات الشخصية", "Proof of who you are"),
    question(
        "proof",
        "single_choice",
        ("كيف تثبت شخصيتك؟", "How will you show who you are?"),
        ("لأننا لا نسلّم البيانات قبل التحقق من صاحبها", "Because we hand details only to their owner"),
        choices=[
            choice("code", ("برمز يصل إلى جوالي المسجّل", "By a code sent to my registered mobile")),
            choice("in_person", ("بالحضور إلى مقر الجمعية", "By coming to the office")),
        ],
        missing=("اختر كيف تثبت شخصيتك", "Choose how you will show who you are"),
    ),
)

FORM: dict[str, Any] = {
    "slug": "privacy-request",
    "title": Both("طلب بشأن بياناتي الشخصية", "Request about my personal data"),
    "search_description": Both(
        "طلب الاطلاع على بياناتك أو تصحيحها أو إتلافها.", "Ask to see, correct or destroy your personal data."
    ),
    "track": "privacy",
    "intro": Both(
        f"لك أن تعرف ما لدينا من بياناتك، وأن تطلب تصحيحه أو إتلافه. نرد خلال 30 يومًا. {SAMPLE.ar}.",
        f"Ask what we hold about you, have it corrected or destroyed. We answer within 30 days. {SAMPLE.en}.",
    ),
    "minutes": 4,
    "privacy_text": privacy(("24 شهرًا", "24 months")),
    "declaration_text": Both(
        "أُقِرّ بأني صاحب هذه البيانات، أو ولي أمره، أو وكيله النظامي.",
        "I declare that these details are mine, or that I am the guardian or the legal representative.",
    ),
    "next_steps_text": Both(
        "يتحقق مسؤول حماية البيانات الشخصية من شخصيتك ثم يرد خلال 30 يومًا.\n"
        "وقد تُمدّد المدة 30 يومًا مرة واحدة، ونخبرك بالسبب قبل انتهائها. الخدمة دون رسوم.",
        "The privacy officer checks that it is you who asks and answers within 30 days.\n"
        "The time may be extended once by 30 days; we tell you why before it ends. There is no fee.",
    ),
    "two_people": False,
    "retention_months": 24,
    "steps": [
        RIGHT,
        CONSENT_KIND,
        DETAIL,
        REFERENCES,
        IDENTITY_HERE,
        NAME,
        PROOF,
        reply_way(("ليصلك الرد في مكان آمن تختاره", "So that the answer reaches a place that you trust")),
    ],
}
