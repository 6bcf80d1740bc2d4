"""Reporting a violation: seen by the committee alone, without a name unless the person gives one."""

from typing import Any

from alhuda.demo.content.common import SAMPLE
from alhuda.demo.content.form_blocks import choice, only_when, question, step
from alhuda.demo.content.forms.common import OTHER
from alhuda.demo.words import Both

NAMED = only_when("identify", "named")

KIND = step(
    "kind",
    ("نوع المخالفة", "Kind of violation"),
    question(
        "violation",
        "several_choices",
        ("ما المخالفة التي تبلّغ عنها؟", "What kind of violation are you reporting?"),
        ("لتعرف اللجنة من أين تبدأ", "So that the committee knows where to begin"),
        hint=("اختر كل ما ينطبق.", "Choose all that apply."),
        choices=[
            choice("money", ("إساءة استعمال أموال أو تبرعات", "Misuse of money or gifts")),
            choice("conflict", ("تعارض مصالح أو محاباة", "Conflict of interest or favouritism")),
            choice("bribery", ("رشوة أو طلب مقابل لخدمة", "A bribe, or payment asked for a service")),
            choice("forgery", ("تزوير أو إخفاء معلومات", "Forgery or hidden information")),
            choice("abuse", ("إيذاء أو إساءة معاملة", "Harm or ill-treatment")),
            choice("privacy", ("إفشاء بيانات أو تصوير دون إذن", "Disclosure of details, or pictures without leave")),
            choice("safety", ("خطر على السلامة", "A danger to safety")),
            OTHER,
        ],
        missing=("اختر نوع المخالفة", "Choose the kind of violation"),
    ),
)
FACTS = step(
    "facts",
    ("الوقائع", "Facts"),
    question(
        "facts",
        "long_text",
        ("ما الذي حدث؟", "What happened?"),
        ("ليبدأ التحقق من وقائع محددة", "So that the inquiry begins from facts"),
        hint=(
            "ماذا رأيت، ومتى، وهل تكرر؟ فرّق بين ما رأيته وما سمعته. بحد أقصى 3000 حرف.",
            (
                "What did you see, when, and did it happen again? Keep apart what you saw and what you heard. At most "
                "3,000 characters."
            ),
        ),
        missing=("اكتب ما حدث ولو باختصار", "Write what happened, however briefly"),
        sensitivity="identity",
        options={"max_length": 3000},
    ),
)
INVOLVED = step(
    "involved",
    ("المعنيون", "People involved"),
    question(
        "involved",
        "short_text",
        ("من له صلة بالمخالفة؟", "Who is involved?"),
        ("لئلا يطّلع على البلاغ من هو طرف فيه", "To keep the report from those involved"),
        hint=("اسم أو وظيفة أو وصف", "A name, a position or a description"),
        required=False,
        sensitivity="identity",
        options={"max_length": 300, "somebody_else": True},
    ),
)
WHEN = step(
    "when-where",
    ("الوقت والمكان", "When and where"),
    question(
        "since",
        "date",
        ("متى بدأت؟", "When did it begin?"),
        ("لتحديد السجلات التي تُراجع", "To know which records to look at"),
        hint=("يكفي اليوم التقريبي.", "The day need not be exact."),
        required=False,
    ),
    question(
        "place",
        "short_text",
        ("أين؟", "Where?"),
        ("لتحديد السجلات التي تُراجع", "To know which records to look at"),
        required=False,
        options={"max_length": 200},
    ),
)
EVIDENCE = step(
    "evidence",
    ("الأدلة", "Evidence"),
    question(
        "evidence",
        "upload",
        ("صور أو مستندات تدل على المخالفة", "Pictures or papers that show it"),
        ("لتنظر فيها اللجنة", "For the committee to look at"),
        hint=(
            "لا تعرّض نفسك للخطر لأجلها. تُزال بيانات المكان من الصور.",
            "Do not put yourself in danger for them. The place is removed from pictures.",
        ),
        required=False,
        sensitivity="identity",
        options={"max_files": 5, "later": False},
    ),
)
IDENTIFY = step(
    "identify",
    ("هويتك", "Who you are"),
    question(
        "identify",
        "single_choice",
        ("هل ترغب في التعريف بنفسك؟", "Would you like to say who you are?"),
        ("لأن البلاغ مقبول دون اسم", "Because reports are accepted without a name"),
        choices=[
            choice(
                "anonymous",
                ("لا، دون اسم", "No, without a name"),
                ("يظهر لك بعد الإرسال رقم ورمز للمتابعة", "You are shown a number and a code to follow it up"),
            ),
            choice(
                "named",
                ("نعم، للجنة وحدها", "Yes, to the committee alone"),
                ("يسهل على اللجنة أن تسألك", "The committee can ask you more easily"),
            ),
        ],
        missing=("اختر: دون اسم أو باسمك", "Choose: without a name or with yours"),
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
        ("لتعرف اللجنة من تخاطب", "So that the committee knows whom it speaks to"),
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
        ("لتسألك اللجنة عند الحاجة", "For the committee to ask you where needed"),
        hint=("مثل 0501234567", "For example 0501234567"),
        required=False,
        sensitivity="contact",
    ),
    question(
        "email",
        "email",
        ("البريد الإلكتروني", "E-mail"),
        ("لتسألك اللجنة عند الحاجة", "For the committee to ask you where needed"),
        hint=("بريد لا تطّلع عليه جهة العمل", "An address that your workplace cannot read"),
        required=False,
        sensitivity="contact",
    ),
    conditions=NAMED,
)

FORM: dict[str, Any] = {
    "slug": "report-violation",
    "title": Both("الإبلاغ عن مخالفة", "Reporting a violation"),
    "search_description": Both(
        "الإبلاغ عن مخالفة بسرية، باسمك أو دون اسم.", "Report a violation in confidence, with or without a name."
    ),
    "track": "whistle_blowing",
    "department_key": "committee",
    "intro": Both(
        f"يصل ما تكتبه إلى لجنة بلاغات المخالفات وحدها، ولا يلزم أن تذكر اسمك. {SAMPLE.ar}.",
        f"What you write reaches the violations committee alone. You need not give your name. {SAMPLE.en}.",
    ),
    "minutes": 6,
    "privacy_text": Both(
        "لا يطّلع على البلاغ إلا أعضاء لجنة بلاغات المخالفات، ويُسجَّل كل اطلاع. لا يظهر لبقية الموظفين ولا في "
        "تقاريرهم. "
        "لا نسعى إلى معرفة من أبلغ دون اسم، ولا يُضارّ من أبلغ بحسن نية.\n"
        f"مدة الاحتفاظ المقترحة 24 شهرًا بعد الإغلاق ({SAMPLE.ar}).",
        "Only the members of the violations committee see the report, and it is recorded each time somebody opens it. "
        "Other staff see it neither in their lists nor in their reports. We do not try to find out who reported "
        "without a name, and nobody suffers for reporting in good faith.\n"
        f"The proposed retention time is 24 months after closing ({SAMPLE.en}).",
    ),
    "declaration_text": Both(
        "أُقِرّ بأني أبلّغ بحسن نية، وأن ما ذكرته صحيح في حدود علمي.",
        "I declare that I report in good faith and that what I wrote is true as far as I know.",
    ),
    "next_steps_text": Both(
        "تقرأ اللجنة البلاغ خلال 3 أيام عمل وتقرر ما يلزم، وتجد ردها عند متابعة البلاغ برقمه ورمزه.\n"
        "ولك أن تبلّغ الجهة المشرفة خارج الجمعية، وهي المركز الوطني لتنمية القطاع غير الربحي.\n"
        f"المدة مقترحة: {SAMPLE.ar}.",
        "The committee reads the report within 3 working days and decides what to do. You find its answer when you "
        "look it up by number and code.\n"
        "You may also report to the supervising body outside, the National Centre for Non-Profit Sector.\n"
        f"The time is a proposal: {SAMPLE.en}.",
    ),
    "two_people": True,
    "retention_months": 24,
    "steps": [KIND, FACTS, INVOLVED, WHEN, EVIDENCE, IDENTIFY, NAME, CONTACT],
}
