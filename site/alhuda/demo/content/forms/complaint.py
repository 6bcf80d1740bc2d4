"""The complaint: with a name or without one."""

from typing import Any

from alhuda.demo.content.common import CALL, SAMPLE
from alhuda.demo.content.form_blocks import choice, exit_page, only_when, question, step
from alhuda.demo.content.forms.common import privacy
from alhuda.demo.words import Both

NAMED = only_when("identify", "named")

ABOUT = step(
    "about",
    ("موضوع الشكوى", "Subject"),
    question(
        "about",
        "single_choice",
        ("عمّ تشتكي؟", "What is your complaint about?"),
        ("لينظر فيها غير من تشتكي منه", "So that nobody decides on a complaint about themselves"),
        choices=[
            choice("service", ("خدمة", "A service")),
            choice("staff", ("موظف", "A member of the staff")),
            choice("volunteer", ("متطوع", "A volunteer")),
            choice("website", ("الموقع الإلكتروني", "The website")),
            choice("decision", ("نتيجة طلب", "The result of an application")),
        ],
        missing=("اختر موضوع الشكوى", "Choose what your complaint is about"),
    ),
)
DECISION = step(
    "decision",
    ("موعد النتيجة", "When the result came"),
    question(
        "decision_age",
        "single_choice",
        ("متى وصلتك النتيجة؟", "When did you learn the result?"),
        ("لأن مدة التظلّم 30 يومًا من إبلاغ النتيجة", "Because you can object within 30 days of the result"),
        choices=[
            choice("in_time", ("خلال 30 يومًا", "Within the last 30 days")),
            choice("late", ("قبل أكثر من 30 يومًا", "More than 30 days ago")),
        ],
        hint=(
            "التظلّم متاح أيضًا برقم الطلب في صفحة «الاستعلام عن طلبك».",
            "You can also object on the page “Track your application”, with the application number.",
        ),
        missing=("اختر متى وصلتك النتيجة", "Choose when you learnt the result"),
    ),
    exit_page(
        "too_late",
        ("مضت مدة التظلّم من هذه النتيجة", "The time to object to this result has passed"),
        (
            (
                "مدة التظلّم 30 يومًا من إبلاغ النتيجة (مدة مقترحة). ويمكنك تقديم طلب جديد إن تغيّرت ظروفك.\n"
                f"وإن منعك مانع في تلك المدة فاتصل على {CALL} وأخبرنا به."
            ),
            (
                "You can object within 30 days of the result (a proposed time). You can apply again if your "
                "circumstances have changed.\n"
                f"If something kept you from objecting in time, call {CALL} and tell us."
            ),
        ),
        only_when("decision_age", "late"),
    ),
    conditions=only_when("about", "decision"),
)
REFERENCE = step(
    "reference",
    ("رقم الطلب", "Reference"),
    question(
        "case_reference",
        "short_text",
        ("ما رقم الطلب إن وُجد؟", "What is the reference, if there is one?"),
        ("لنجمع كل ما يخص الموضوع", "To bring together everything about it"),
        hint=("مثل \u20662647-318-9053\u2069", "For example 2647-318-9053"),
        required=False,
        options={"max_length": 20},
    ),
    conditions=only_when("about", "service, staff, volunteer, decision", "one_of"),
)
WHAT = step(
    "what",
    ("نص الشكوى", "The complaint"),
    question(
        "what_happened",
        "long_text",
        ("ماذا حدث؟", "What happened?"),
        ("لنفهم الشكوى كما وقعت", "To understand it as it happened"),
        hint=(
            "اذكر ما رأيته أو سمعته بترتيبه. بحد أقصى 2000 حرف.",
            "Tell us what you saw or heard, in order. At most 2,000 characters.",
        ),
        missing=("اكتب ما حدث ولو باختصار", "Write what happened, however briefly"),
        options={"max_length": 2000},
    ),
)
WHEN = step(
    "when-where",
    ("الوقت والمكان", "When and where"),
    question(
        "happened_on",
        "date",
        ("في أي يوم؟", "On which day?"),
        ("لنراجع سجل ذلك اليوم", "To look at the record of that day"),
        hint=("بالهجري أو الميلادي. يكفي اليوم التقريبي.", "In either calendar. The day need not be exact."),
        required=False,
    ),
    question(
        "happened_at",
        "short_text",
        ("أين؟", "Where?"),
        ("لنراجع سجل ذلك المكان", "To look at the record of that place"),
        hint=("مثل: نقطة ميقات الجحفة", "For example: the point at Miqat al-Juhfah"),
        required=False,
        options={"max_length": 200},
    ),
)
WHO = step(
    "who",
    ("من تشتكي منه", "Who it is about"),
    question(
        "who",
        "short_text",
        ("اسمه أو وصفه", "Name or description"),
        ("لنسمع منه ولا يتولى هو النظر فيها", "To hear them, and to keep them from deciding on it"),
        hint=("مثل: المسعف في النقطة مساء السبت", "For example: the first-aider on Saturday evening"),
        required=False,
        sensitivity="identity",
        options={"max_length": 200, "somebody_else": True},
    ),
    question(
        "keep_from_them",
        "yes_no",
        ("هل نخفي عنه أنك من اشتكى؟", "Shall we keep from them that it was you?"),
        ("لتقدّم شكواك باطمئنان", "So that you can complain without worry"),
    ),
    conditions=only_when("about", "staff, volunteer", "one_of"),
)
OUTCOME = step(
    "outcome",
    ("ما تطلبه", "What would put it right"),
    question(
        "wanted",
        "short_text",
        ("ما الذي تنتظره منا؟", "What do you expect of us?"),
        ("لننظر فيما تطلبه تحديدًا", "To consider exactly what you ask for"),
        hint=("مثل: اعتذار، أو إعادة النظر في النتيجة", "For example: an apology, or another look at the result"),
        required=False,
        options={"max_length": 300},
    ),
)
EVIDENCE = step(
    "evidence",
    ("المرفقات", "Attachments"),
    question(
        "evidence",
        "upload",
        ("صور أو مستندات تؤيد الشكوى", "Pictures or papers that support it"),
        ("لننظر فيها مع الشكوى", "To look at them with the complaint"),
        hint=("احذف منها صور غيرك من المستفيدين.", "Leave out pictures of other people we serve."),
        required=False,
        sensitivity="identity",
        options={"max_files": 5, "later": False},
    ),
)
IDENTIFY = step(
    "identify",
    ("ذكر الاسم", "Your name"),
    question(
        "identify",
        "single_choice",
        ("هل ترغب في ذكر اسمك؟", "Would you like to give your name?"),
        ("لأن لك أن تشتكي دون ذكر اسمك", "Because you may complain without giving your name"),
        choices=[
            choice("named", ("نعم، باسمي", "Yes, with my name"), ("لنتواصل معك عند الحاجة", "We can then contact you")),
            choice(
                "anonymous",
                ("لا، دون اسم", "No, without a name"),
                ("يظهر لك بعد الإرسال رقم ورمز للمتابعة", "You are shown a number and a code to follow it up"),
            ),
        ],
        missing=("اختر: باسمك أو دون اسم", "Choose: with your name or without"),
        sensitivity="identity",
    ),
)
NAME = step(
    "name",
    ("الاسم", "Name"),
    question(
        "full_name",
        "full_name",
        ("اسمك الكامل", "Your full name"),
        ("لنخاطبك في شأن الشكوى", "To speak to you about the complaint"),
        missing=("اكتب اسمك الكامل", "Write your full name"),
        sensitivity="identity",
    ),
    conditions=NAMED,
)
CONTACT = step(
    "contact",
    ("التواصل معك", "How to reach you"),
    question(
        "mobile",
        "mobile",
        ("رقم الجوال", "Mobile number"),
        ("لإبلاغك بما تنتهي إليه الشكوى", "To tell you how it ends"),
        hint=("مثل 0501234567", "For example 0501234567"),
        required=False,
        sensitivity="contact",
    ),
    question(
        "email",
        "email",
        ("البريد الإلكتروني", "E-mail"),
        ("لإبلاغك بما تنتهي إليه الشكوى", "To tell you how it ends"),
        hint=("مثل name@example.com", "For example name@example.com"),
        required=False,
        sensitivity="contact",
    ),
    body=(
        "لك أن تترك ما لا تودّ ذكره. وإن لم تذكر رقم جوال ظهر لك بعد الإرسال رمز للمتابعة.",
        "Leave out what you do not want to give. Without a mobile number you are shown a code to follow it up.",
    ),
    conditions=NAMED,
)

FORM: dict[str, Any] = {
    "slug": "complaint",
    "title": Both("تقديم شكوى", "Complaint"),
    "search_description": Both("تقديم شكوى باسمك أو دون اسم.", "Complain with or without your name."),
    "track": "complaint",
    "intro": Both(
        f"شكواك مسموعة ولا تضرّ طلبك. يمكنك تقديمها باسمك أو دون اسم. {SAMPLE.ar}.",
        f"Your complaint is heard and does your application no harm. You need not give your name. {SAMPLE.en}.",
    ),
    "minutes": 5,
    "privacy_text": privacy(("24 شهرًا", "24 months")),
    "declaration_text": Both(
        "أُقِرّ بأن ما ذكرته صحيح في حدود علمي، وأوافق على استعماله للنظر في الشكوى.",
        "I declare that what I wrote is true as far as I know, and I agree that it is used to look into the complaint.",
    ),
    "next_steps_text": Both(
        "يصلك أول رد خلال 3 أيام عمل، وتُغلق الشكوى خلال 10 أيام عمل، وينظر فيها غير من اشتكيت منه. "
        "ومن اشتكى دون اسم يجد الرد برقم الشكوى ورمزها.\n"
        "إن تأخرنا رُفعت إلى الإدارة التنفيذية ثم إلى لجنة مجلس الإدارة. "
        "والجهة المشرفة خارج الجمعية هي المركز الوطني لتنمية القطاع غير الربحي.\n"
        f"المدد مقترحة: {SAMPLE.ar}.",
        "The first answer comes within 3 working days and the complaint is closed within 10. Whoever it is about does "
        "not decide on it. If you gave no name, you find the answer with the number and the code.\n"
        "If we are late, it goes up to the executive management and then to the board’s committee. Outside the "
        "association, the supervising body is the National Centre for Non-Profit Sector.\n"
        f"The times are proposals: {SAMPLE.en}.",
    ),
    "two_people": True,
    "retention_months": 24,
    "steps": [ABOUT, DECISION, REFERENCE, WHAT, WHEN, WHO, OUTCOME, EVIDENCE, IDENTIFY, NAME, CONTACT],
}
