"""Steps and texts that several forms share. Each form takes a copy: an editor who changes one changes that one."""

from typing import Any

from alhuda.demo.content.common import SAMPLE
from alhuda.demo.content.form_blocks import Block, Pair, choice, only_when, question, step
from alhuda.demo.streams import block
from alhuda.demo.words import Both

OTHER = choice("other", ("غير ذلك", "Something else"))
RATHER_NOT: Pair = ("أفضّل عدم الإجابة", "I prefer not to say")

LANGUAGES = [
    choice("ar", ("العربية", "Arabic")),
    choice("en", ("الإنجليزية", "English")),
    choice("ur", ("الأردية", "Urdu")),
    choice("id", ("الإندونيسية", "Indonesian")),
    choice("tr", ("التركية", "Turkish")),
    choice("fr", ("الفرنسية", "French")),
]

RELATIONS = [
    choice("spouse", ("زوج أو زوجة", "Husband or wife")),
    choice("parent", ("أب أو أم", "Father or mother")),
    choice("child", ("ابن أو ابنة", "Son or daughter")),
    choice("sibling", ("أخ أو أخت", "Brother or sister")),
    choice("relative", ("قريب آخر", "Another relative")),
    choice("friend", ("صديق أو زميل", "Friend or colleague")),
]

MOBILE = question(
    "mobile",
    "mobile",
    ("رقم الجوال", "Mobile number"),
    ("لإبلاغك بنتيجة الطلب", "To tell you the result"),
    hint=(
        "مثل 0501234567. وإن كان الرقم من خارج المملكة فرمز الدولة أولًا.",
        "For example 0501234567. For a number from abroad, start with the country code.",
    ),
    missing=("اكتب رقم الجوال الذي نبلغك عليه", "Write the mobile number on which we can reach you"),
    sensitivity="contact",
)
EMAIL = question(
    "email",
    "email",
    ("البريد الإلكتروني", "E-mail"),
    ("لنرسل إليك نسخة من الإشعارات", "To send you a copy of our messages"),
    hint=("مثل name@example.com", "For example name@example.com"),
    required=False,
    sensitivity="contact",
)
FULL_NAME = question(
    "full_name",
    "full_name",
    ("الاسم الكامل كما في الهوية", "Full name as on the document"),
    ("ليُعرف صاحب الطلب عند تقديم الخدمة", "So that we know you when we give the service"),
    hint=("مثل: نورة بنت سالم البلادي", "For example: Noura Salem Albeladi"),
    missing=("اكتب الاسم الكامل كما في الهوية", "Write the full name as on the document"),
    sensitivity="identity",
)

IDENTITY = step(
    "identity",
    ("الهوية", "Identity"),
    question(
        "identity",
        "identity",
        ("ما وثيقة الهوية التي تحملها؟", "Which identity document do you have?"),
        ("للتحقق من الاستحقاق ومنع تكرار الطلب", "To verify eligibility and avoid double applications"),
        hint=(
            "اكتب الرقم كما في الوثيقة، بالأرقام العربية أو الإنجليزية.",
            "Write the number as on the document, in Arabic or English digits.",
        ),
        missing=("اختر نوع الهوية", "Choose the kind of identity document"),
        sensitivity="identity",
        options={"passport_details": True},
    ),
)
NAME = step("name", ("بياناتك الشخصية", "Your details"), FULL_NAME)
CONTACT = step("contact", ("بيانات التواصل معك", "How we reach you"), MOBILE, EMAIL)
SEX = step(
    "sex",
    ("الجنس", "Sex"),
    question(
        "sex",
        "single_choice",
        ("الجنس كما في الهوية", "Sex as on the document"),
        ("للترتيبات فقط: السكن والنقل والمقاس", "For arrangements only: rooms, transport and sizes"),
        choices=[choice("female", ("أنثى", "Female")), choice("male", ("ذكر", "Male"))],
        missing=("اختر الجنس كما في الهوية", "Choose the sex as on the document"),
        sensitivity="identity",
    ),
)

DOCUMENTS = step(
    "documents",
    ("المستندات", "Documents"),
    block(
        "service_documents",
        purpose=Both("للتحقق من صحة البيانات", "To verify the details"),
        sensitivity="identity",
        later=True,
    ),
    body=(
        "صورة واضحة بالهاتف تكفي. وما ليس معك الآن يمكنك إرساله لاحقًا.",
        "A clear photo taken with the phone is enough. What you do not have now can be sent later.",
    ),
)

CONSENT_PROCESS = question(
    "consent_process",
    "consent",
    ("معالجة بياناتك", "Use of your details"),
    ("لأننا لا ندرس الطلب دون موافقتك", "We do not study an application without your consent"),
    hint=(
        "أوافق على أن تستعمل الجمعية إجاباتي ومرفقاتي في دراسة هذا الطلب وتقديم الخدمة.",
        (
            "I agree that the association may use my answers and attachments to study this application and to provide "
            "the service."
        ),
    ),
    missing=(
        "ضع علامة الموافقة على معالجة بياناتك لنتمكن من دراسة الطلب",
        "Tick the consent to the use of your details so that we can study the application",
    ),
)
CONSENT_SURVEY = question(
    "consent_survey",
    "consent",
    ("استبانة الرضا", "Satisfaction survey"),
    ("لتحسين خدماتنا", "To improve our services"),
    hint=(
        "أوافق على أن ترسل إليّ الجمعية استبانة قصيرة بعد إغلاق الطلب. وعدم الموافقة لا يؤثر في الطلب.",
        "I agree to receive a short survey once the application is closed. Saying no does not affect the application.",
    ),
    required=False,
)

#: How long the answers of most forms are kept; the others say their own time in their own text.
A_YEAR: Pair = ("12 شهرًا", "12 months")


def privacy(kept: Pair = A_YEAR) -> Both:
    """Return the privacy notice of a form whose answers are kept for this time after closing."""
    arabic, english = kept
    return Both(
        "نستخدم إجاباتك ومرفقاتك للغرض المذكور في هذا النموذج فقط. يطّلع عليها موظفو الجهة المختصة، وتُحفظ مشفّرة، "
        "ويُسجَّل كل اطلاع عليها. لك أن تطلب نسخة منها أو تصحيحها أو إتلافها، أو أن تسحب موافقتك في أي وقت.\n"
        f"مدة الاحتفاظ المقترحة {arabic} بعد الإغلاق ({SAMPLE.ar}).",
        "We use your answers and attachments only for the purpose of this form. Staff of the department concerned see "
        "them; they are kept encrypted, and it is recorded each time somebody opens them. You may ask for a copy, "
        "have them corrected or destroyed, or withdraw your consent at any time.\n"
        f"The proposed retention time is {english} after closing ({SAMPLE.en}).",
    )


def reply_way(purpose: Pair) -> Block:
    """Return the step that asks where the answer goes: to one address, by one way."""
    return step(
        "reply",
        ("أين يصلك الرد؟", "Where should the reply go?"),
        question(
            "reply_way",
            "single_choice",
            ("طريقة الرد المفضلة", "How you would like the reply"),
            purpose,
            choices=[
                choice("mobile", ("على الجوال", "To my mobile")),
                choice("email", ("بالبريد الإلكتروني", "By e-mail")),
            ],
            missing=("اختر طريقة الرد المفضلة", "Choose how you would like the reply"),
            sensitivity="contact",
        ),
        _asked(MOBILE, purpose, conditions=only_when("reply_way", "mobile"), required=True),
        _asked(EMAIL, purpose, conditions=only_when("reply_way", "email"), required=True),
    )


def reply_language(purpose: Pair) -> Block:
    """Return the step that asks for the language of the reply."""
    return step(
        "language",
        ("لغة التواصل", "Language"),
        question(
            "language",
            "single_choice",
            ("ما اللغة التي تفضّل أن نخاطبك بها؟", "In which language should we write or speak to you?"),
            purpose,
            choices=LANGUAGES,
            missing=("اختر لغة التواصل", "Choose a language"),
            sensitivity="contact",
        ),
    )


def _asked(found: Block, purpose: Pair, **values: Any) -> Block:
    """Return a question asked for another purpose or under other conditions."""
    return {**found, "value": {**found["value"], "purpose": Both(*purpose), **values}}
