"""The volunteer application, with the branch for young people and their guardian."""

from typing import Any

from alhuda.demo.content.common import CALL, SAMPLE
from alhuda.demo.content.form_blocks import Block, choice, exit_page, information, only_when, question, step
from alhuda.demo.content.forms.common import (
    CONSENT_SURVEY,
    CONTACT,
    DOCUMENTS,
    FULL_NAME,
    IDENTITY,
    SEX,
    privacy,
)
from alhuda.demo.words import Both

#: The youngest who may volunteer is the board's to say; 16 is a proposal.
ADULT: list[Block] = only_when("birth_date", "18", "at_least")
YOUNG: list[Block] = only_when("birth_date", "18", "less_than")

GUIDING = choice("guiding", ("الإرشاد", "Guiding"))
WATER = choice("water", ("السقيا", "Water"))
MEALS = choice("meals", ("الوجبات", "Meals"))
MEDIA = choice("media", ("التوثيق الإعلامي", "Media"))
ADMIN = choice("admin", ("الأعمال المكتبية", "Office work"))

OPPORTUNITY = step(
    "opportunity",
    ("الفرصة", "Opportunity"),
    question(
        "opportunity",
        "single_choice",
        ("أي فرصة تناسبك؟", "Which opportunity suits you?"),
        ("لنوجّه طلبك إلى منسّقها", "To pass your application to its coordinator"),
        choices=[
            choice("ramadan", ("موسم رمضان عند ميقات الجحفة", "Ramadan at Miqat al-Juhfah")),
            choice("hajj", ("موسم الحج على طريق الساحل", "The Hajj season on the coastal road")),
            choice("office", ("مقر الجمعية طوال العام", "The office, all year")),
            choice("any", ("أي فرصة", "Any")),
        ],
        missing=("اختر فرصة، أو «أي فرصة»", "Choose an opportunity, or “Any”"),
    ),
)
BIRTH = step(
    "birth",
    ("العمر", "Age"),
    question(
        "birth_date",
        "birth_date",
        ("تاريخ الميلاد", "Date of birth"),
        ("لنعرض عليك ما يناسب عمرك من المهام", "To offer tasks that fit your age"),
        hint=("بالهجري أو الميلادي، مثل 27 / 9 / 1425", "In either calendar, for example 18 / 11 / 2004"),
        missing=("اكتب تاريخ الميلاد", "Write the date of birth"),
        sensitivity="identity",
    ),
    exit_page(
        "too_young",
        ("التطوع معنا من عمر 16 سنة", "Volunteering begins at 16"),
        (
            (f"نسعد برغبتك، ونستقبل طلبك حين تبلغ 16 سنة، بموافقة ولي أمرك.\nللسؤال اتصل على {CALL}."),
            (
                "We are glad that you want to help. You can apply when you are 16, with the consent of your guardian.\n"
                f"To ask, call {CALL}."
            ),
        ),
        only_when("birth_date", "16", "less_than"),
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
                ("رقم الهوية", "Identity number"),
                ("لتسجيلك في المنصة الوطنية للعمل التطوعي", "To register you on the National Volunteering Platform"),
                hint=(
                    "تُوثَّق ساعاتك في المنصة بهذا الرقم.",
                    "Your hours are documented on the platform under this number.",
                ),
                missing=("اختر نوع الهوية", "Choose the kind of identity document"),
                sensitivity="identity",
                options={"kinds": "national_id, iqama"},
            ),
        ],
    },
}
NAME = step(
    "name",
    ("الاسم", "Name"),
    {
        **FULL_NAME,
        "value": {
            **FULL_NAME["value"],
            "purpose": Both("ليظهر في شهادة التطوع كما هو", "So that the certificate shows it as it is"),
        },
    },
)
SEX_HERE = {
    **SEX,
    "value": {
        **SEX["value"],
        "questions": [
            {
                **SEX["value"]["questions"][0],
                "value": {
                    **SEX["value"]["questions"][0]["value"],
                    "purpose": Both("لتوزيع المهام بين الفرق", "To share tasks between the teams"),
                },
            }
        ],
    },
}

# -- Under 18 ----------------------------------------------------------------------------------------------------------
GUARDIAN = step(
    "guardian",
    ("بيانات ولي الأمر", "Your guardian"),
    question(
        "guardian_name",
        "full_name",
        ("اسم ولي الأمر كما في هويته", "The guardian’s name as on the document"),
        ("لأننا لا نقبل من هم دون 18 سنة إلا بموافقته", "Because nobody under 18 is accepted without it"),
        missing=("اكتب اسم ولي الأمر", "Write the guardian’s name"),
        sensitivity="identity",
        options={"somebody_else": True},
    ),
    question(
        "guardian_relation",
        "single_choice",
        ("صلته بك", "How they are related to you"),
        ("للتحقق من أنه ولي أمرك", "To be sure that this is your guardian"),
        choices=[
            choice("father", ("الأب", "Father")),
            choice("mother", ("الأم", "Mother")),
            choice("legal", ("وليّ بصك شرعي", "Guardian by court deed")),
        ],
        missing=("اختر صلة ولي الأمر بك", "Choose how the guardian is related to you"),
        sensitivity="identity",
    ),
    question(
        "guardian_mobile",
        "mobile",
        ("رقم جوال ولي الأمر", "The guardian’s mobile number"),
        ("لنتأكد من موافقته ونخبره بأوقات نوباتك", "To confirm the consent and tell them your shifts"),
        hint=("رقم غير رقمك.", "A number other than yours."),
        missing=("اكتب رقم جوال ولي الأمر", "Write the guardian’s mobile number"),
        sensitivity="contact",
        options={"somebody_else": True, "differs_from": "mobile"},
    ),
    body=("هذه الخطوة لمن هم دون 18 سنة.", "This step is for people under 18."),
    conditions=YOUNG,
)
GUARDIAN_IDENTITY = step(
    "guardian-identity",
    ("هوية ولي الأمر", "The guardian’s document"),
    question(
        "guardian_identity",
        "identity",
        ("ما وثيقة هوية ولي الأمر؟", "Which identity document does the guardian have?"),
        ("للتحقق من أنه ولي أمرك", "To be sure that this is your guardian"),
        missing=("اختر نوع هوية ولي الأمر", "Choose the kind of the guardian’s document"),
        sensitivity="identity",
        options={"kinds": "national_id, iqama, gcc", "differs_from": "identity"},
    ),
    conditions=YOUNG,
)
GUARDIAN_CONSENT = step(
    "guardian-consent",
    ("موافقة ولي الأمر", "The guardian’s consent"),
    question(
        "guardian_consent",
        "declaration",
        ("إقرار ولي الأمر", "The guardian’s declaration"),
        ("لأن التطوع لا يبدأ قبل موافقته", "Because nobody under 18 begins without it"),
        hint=(
            (
                "أنا ولي أمر المتقدّم، أوافق على تطوعه في المهام الآمنة المذكورة في هذا النموذج، وأعلم بأوقاته، "
                "ولي سحب موافقتي متى شئت."
            ),
            (
                "I am the guardian of this applicant. I agree to the safe tasks named in this form, I know the "
                "hours, and "
                "I may withdraw my consent at any time."
            ),
        ),
        missing=("يقرأ ولي الأمر النص ويضع علامة الموافقة", "The guardian reads the text and ticks the box"),
        sensitivity="identity",
    ),
    conditions=YOUNG,
)
GUARDIAN_PAPER = step(
    "guardian-paper",
    ("الموافقة الموقّعة", "Signed consent"),
    question(
        "guardian_paper",
        "upload",
        ("صورة موافقة ولي الأمر موقّعة", "Picture of the guardian’s signed consent"),
        ("ليُحفظ إثبات الموافقة في ملفك", "To keep the proof of consent on file"),
        hint=(
            "ورقة فيها اسمه وتوقيعه وعبارة «أوافق». إن لم تكن معك الآن فأرسلها لاحقًا.",
            "A sheet with name, signature and the words “I agree”. If you do not have it now, send it later.",
        ),
        sensitivity="identity",
        options={"max_files": 2, "later": True},
    ),
    conditions=YOUNG,
)

# -- When and where ----------------------------------------------------------------------------------------------------
CITY = step(
    "city",
    ("مكان إقامتك", "Where you live"),
    question(
        "city",
        "region_place",
        ("أين تسكن؟", "Where do you live?"),
        ("لنختار لك النقطة الأقرب", "To place you at the nearest point"),
        missing=("اختر المدينة أو القرية", "Choose the town or village"),
        sensitivity="contact",
    ),
)
TRANSPORT = step(
    "transport",
    ("الوصول", "Getting there"),
    question(
        "transport",
        "single_choice",
        ("كيف تصل إلى مكان التطوع؟", "How will you get there?"),
        ("لنعرف من يحتاج إلى نقل", "To know who needs transport"),
        choices=[
            choice("own", ("بسيارتي أو مع أهلي", "By my own car or with my family")),
            choice("needs", ("أحتاج إلى نقل", "I need transport")),
        ],
        missing=("اختر كيف تصل", "Choose how you will get there"),
    ),
)
AVAILABILITY = step(
    "availability",
    ("أوقاتك", "Your time"),
    question(
        "availability",
        "availability",
        ("متى يمكنك التطوع؟", "When can you volunteer?"),
        ("لنضع لك نوبات تناسبك", "To give you shifts that suit you"),
        hint=("اختر الأوقات المعتادة، ونتفق معك على التفاصيل.", "Choose the usual times; we settle the rest with you."),
        missing=("اختر وقتًا واحدًا على الأقل", "Choose one time at least"),
    ),
)
DATES = step(
    "dates",
    ("أيام الموسم", "Days of the season"),
    question(
        "available_from",
        "date",
        ("التطوع من يوم", "From"),
        ("لنضع جدول الموسم", "To plan the season"),
        required=False,
        options={"when": "future"},
    ),
    question(
        "available_to",
        "date",
        ("التطوع إلى يوم", "Until"),
        ("لنضع جدول الموسم", "To plan the season"),
        required=False,
        options={"when": "future", "after": "available_from"},
    ),
    body=("يمكن تركهما فارغين لمن يتفرّغ الموسم كله.", "Leave both empty if you are free all season."),
    conditions=only_when("opportunity", "ramadan, hajj", "one_of"),
)

# -- What -------------------------------------------------------------------------------------------------------------
AREAS = step(
    "areas",
    ("مجالات التطوع", "Areas"),
    question(
        "areas",
        "several_choices",
        ("في أي المجالات تودّ أن تتطوع؟", "In which areas would you like to help?"),
        ("لنضعك حيث تحب وتحسن", "To place you where you like to be and do well"),
        hint=("اختر كل ما ينطبق.", "Choose all that apply."),
        choices=[
            GUIDING,
            WATER,
            MEALS,
            choice("first_aid", ("الإسعاف الأولي", "First aid")),
            choice("interpreting", ("الترجمة", "Interpreting")),
            choice("mobility", ("مساندة كبار السن والأشخاص ذوي الإعاقة", "Help for older and disabled people")),
            MEDIA,
            ADMIN,
            choice("driving", ("القيادة", "Driving")),
        ],
        missing=("اختر مجالًا واحدًا على الأقل", "Choose one area at least"),
    ),
    conditions=ADULT,
)
SAFE_AREAS = step(
    "safe-areas",
    ("مهام مناسبة لعمرك", "Tasks for your age"),
    question(
        "safe_areas",
        "several_choices",
        ("أي المهام الآمنة تختار؟", "Which of the safe tasks do you choose?"),
        ("لتكون مهامك دون قيادة ولا إسعاف ولا عمل ليلي", "So that you have no driving, first aid or night work"),
        hint=("تعمل دائمًا مع قائد فريق بالغ.", "You always work with an adult team leader."),
        choices=[GUIDING, WATER, MEALS, MEDIA, ADMIN],
        missing=("اختر مهمة واحدة على الأقل", "Choose one task at least"),
    ),
    conditions=YOUNG,
)
LANGUAGES = step(
    "languages",
    ("اللغات", "Languages"),
    question(
        "spoken",
        "several_choices",
        ("أي لغات تتحدث غير العربية؟", "Which languages do you speak besides Arabic?"),
        ("للترجمة والإرشاد بلغات الحجاج", "For interpreting and guiding in the pilgrims’ languages"),
        hint=(
            "اختر ما تستطيع أن تشرح به الطريق لحاج.",
            "Choose those in which you could explain the way to a pilgrim.",
        ),
        choices=[
            choice("en", ("الإنجليزية", "English")),
            choice("ur", ("الأردية", "Urdu")),
            choice("id", ("الإندونيسية", "Indonesian")),
            choice("tr", ("التركية", "Turkish")),
            choice("fr", ("الفرنسية", "French")),
            choice("other", ("لغة أخرى", "Another language")),
            choice("none", ("العربية فقط", "Arabic only")),
        ],
        missing=("اختر اللغات، أو «العربية فقط»", "Choose the languages, or “Arabic only”"),
        options={"exclusive": "none"},
    ),
    question(
        "language_level",
        "single_choice",
        ("مستواك في أفضلها", "Your level in the best of them"),
        ("لنعرف أين تفيد لغتك", "To know where your language helps most"),
        choices=[
            choice("basic", ("عبارات أساسية", "Basic phrases")),
            choice("good", ("محادثة جيدة", "Good conversation")),
            choice("fluent", ("طلاقة", "Fluent")),
        ],
        missing=("اختر مستواك", "Choose your level"),
        conditions=only_when("spoken", "en, ur, id, tr, fr, other", "one_of"),
    ),
)
BACKGROUND = step(
    "education",
    ("التعليم والعمل", "Education and work"),
    question(
        "education",
        "single_choice",
        ("المستوى التعليمي", "Education"),
        ("لنسند إليك مهمة تناسبك", "To give you a task that suits you"),
        choices=[
            choice("school", ("طالب في المدرسة", "At school")),
            choice("secondary", ("الثانوية", "Secondary school")),
            choice("diploma", ("دبلوم", "Diploma")),
            choice("degree", ("جامعي فأعلى", "University degree or higher")),
            choice("none", ("غير ذلك", "Something else")),
        ],
        missing=("اختر المستوى التعليمي", "Choose your education"),
    ),
    question(
        "occupation",
        "short_text",
        ("العمل أو التخصص", "Work or field of study"),
        ("لنستفيد من خبرتك", "To make use of what you know"),
        hint=("مثل: ممرضة، معلم، طالب هندسة", "For example: nurse, teacher, engineering student"),
        required=False,
        options={"max_length": 100},
        conditions=ADULT,
    ),
)
HEALTH_CARD = step(
    "health-card",
    ("البطاقة الصحية", "Health card"),
    question(
        "health_card",
        "yes_no",
        ("هل لديك بطاقة صحية سارية؟", "Do you have a valid health card?"),
        ("لأنها شرط في إعداد الطعام والإسعاف", "Because food and first aid ask for one"),
        hint=("إن لم تكن لديك أخبرناك بما يلزم لاستخراجها.", "If not, we tell you what is needed to get one."),
        options={"unsure": True},
    ),
    conditions=only_when("areas", "meals, first_aid", "one_of"),
)
LICENCE = step(
    "licence",
    ("الرخصة", "Licence"),
    question(
        "licence_kind",
        "single_choice",
        ("أي رخصة لديك؟", "Which licence do you have?"),
        ("لأن المهام الصحية والقيادة لا تُسند إلا إلى حامل رخصة", "Because health tasks and driving need a licence"),
        choices=[
            choice("health", ("رخصة مهنية صحية", "Health professional licence")),
            choice("first_aid", ("شهادة إسعاف أولي", "First-aid certificate")),
            choice("driving", ("رخصة قيادة", "Driving licence")),
            choice("none", ("لا رخصة لديّ الآن", "None now")),
        ],
        missing=("اختر نوع الرخصة", "Choose the kind of licence"),
    ),
    question(
        "licence_number",
        "short_text",
        ("رقم الرخصة", "Licence number"),
        ("للتحقق منها لدى جهة إصدارها", "To verify it with the body that issued it"),
        hint=("كما هو مكتوب عليها", "As written on it"),
        missing=("اكتب رقم الرخصة", "Write the licence number"),
        sensitivity="identity",
        options={"max_length": 40},
        conditions=only_when("licence_kind", "none", "is_not"),
    ),
    question(
        "licence_expiry",
        "date",
        ("تاريخ انتهاء الرخصة", "Licence expiry date"),
        ("لأن المهمة لا تُسند برخصة منتهية", "Because no task is given on an expired licence"),
        missing=("اكتب تاريخ انتهاء الرخصة", "Write when the licence expires"),
        options={"when": "future"},
        conditions=only_when("licence_kind", "none", "is_not"),
    ),
    conditions=only_when("areas", "first_aid, driving", "one_of"),
)
LICENCE_FILE = step(
    "licence-file",
    ("صورة الرخصة", "Picture of the licence"),
    question(
        "licence_file",
        "upload",
        ("أرفق صورة الرخصة", "Attach a picture of the licence"),
        ("للتحقق منها لدى جهة إصدارها", "To verify it with the body that issued it"),
        sensitivity="identity",
        options={"max_files": 2, "later": True},
    ),
    conditions=only_when("licence_kind", "health, first_aid, driving", "one_of"),
)
EXPERIENCE = step(
    "experience",
    ("الخبرة", "Experience"),
    question(
        "experience",
        "long_text",
        ("هل لديك خبرة في التطوع أو خدمة الحجاج؟", "Have you volunteered or served pilgrims before?"),
        ("لنعطيك مهمة تناسب خبرتك", "To give you a task that fits your experience"),
        hint=("مثل: موسمان مع الكشافة في الإرشاد", "For example: two seasons of guiding with the scouts"),
        required=False,
        options={"max_length": 500},
    ),
    conditions=ADULT,
)
PLATFORM = step(
    "platform",
    ("المنصة الوطنية", "National platform"),
    question(
        "on_platform",
        "yes_no",
        (
            "هل لديك حساب في المنصة الوطنية للعمل التطوعي؟",
            "Do you have an account on the National Volunteering Platform?",
        ),
        ("لأن الساعات والشهادة تُوثَّق فيها", "Because hours and certificate are documented there"),
    ),
    information(
        "platform_how",
        ("التسجيل في المنصة", "Joining the platform"),
        (
            "التسجيل عبر النفاذ الوطني في nvg.gov.sa، ولا يلزم قبل إرسال الطلب.",
            "Register with national single sign-on at nvg.gov.sa. You need not do so before you apply.",
        ),
        conditions=only_when("on_platform", "no"),
    ),
)
HEALTH_CONSENT = step(
    "health-consent",
    ("ما يخص الصحة", "About health"),
    question(
        "consent_health",
        "consent",
        ("السؤال عما يحدّ من العمل", "A question about limits"),
        ("لأننا لا نسأل عن الصحة دون موافقتك", "We do not ask about health without your consent"),
        hint=(
            "أوافق على أن تسألني الجمعية عما يحدّ من وقوفي أو عملي في الحر لتراعيه. إن لم أوافق يمضي الطلب دونه.",
            (
                "I agree to be asked what limits my standing or working in the heat, so that it is taken into account. "
                "If I do not agree, the application goes on without it."
            ),
        ),
        required=False,
    ),
)
HEALTH = step(
    "limits",
    ("ما نراعيه", "Limits"),
    question(
        "health_limits",
        "several_choices",
        ("هل يحدّ شيء من وقوفك أو عملك في الحر؟", "Does anything limit your standing or working in the heat?"),
        ("لنسند إليك ما لا يضرّك", "To give you tasks that do you no harm"),
        hint=("اختر كل ما ينطبق.", "Choose all that apply."),
        choices=[
            choice("standing", ("الوقوف الطويل", "Standing for long")),
            choice("heat", ("الحر والشمس", "Heat and sun")),
            choice("lifting", ("حمل الأشياء", "Lifting")),
            choice("none", ("لا شيء", "Nothing")),
        ],
        missing=("اختر ما نراعيه، أو «لا شيء»", "Choose what limits you, or “Nothing”"),
        sensitivity="health",
        options={"exclusive": "none"},
    ),
    conditions=only_when("consent_health", "yes"),
)
EMERGENCY = step(
    "emergency",
    ("من نتصل به في الطوارئ", "Emergency contact"),
    question(
        "emergency_name",
        "full_name",
        ("الاسم الكامل لمن نتصل به", "Full name of the emergency contact"),
        ("لنتصل به إن أصابك مكروه", "To call them if something happens to you"),
        missing=("اكتب اسم من نتصل به", "Write whom we should call"),
        sensitivity="contact",
        options={"somebody_else": True},
    ),
    question(
        "emergency_relation",
        "short_text",
        ("صلتك بمن نتصل به", "How the emergency contact is related to you"),
        ("لنعرف كيف نخاطبه", "To know how to speak to them"),
        hint=("مثل: أخي", "For example: my brother"),
        missing=("اكتب صلتك بمن نتصل به", "Write how you are related"),
        sensitivity="contact",
        options={"max_length": 60, "somebody_else": True},
    ),
    question(
        "emergency_mobile",
        "mobile",
        ("رقم جوال من نتصل به", "Mobile number of the emergency contact"),
        ("لنتصل به إن أصابك مكروه", "To call them if something happens to you"),
        hint=("رقم غير رقمك.", "A number other than yours."),
        missing=("اكتب رقم جوال من نتصل به", "Write the mobile number of the emergency contact"),
        sensitivity="contact",
        options={"somebody_else": True, "differs_from": "mobile"},
    ),
)
CHARTER = step(
    "charter",
    ("ميثاق المتطوع", "Volunteer charter"),
    question(
        "charter",
        "declaration",
        ("قبول الميثاق", "Acceptance of the charter"),
        ("لحفظ كرامة من نخدمهم وأسرارهم", "For the dignity and privacy of those we serve"),
        hint=(
            (
                "ألتزم بحفظ أسرار من أخدمهم، وألا أصوّرهم، وألا أعد أحدًا بشيء باسم الجمعية، وألا أقبل هدية، "
                "وأن أخدم الجميع دون تمييز، وأن ألتزم بالمظهر اللائق والوقت وتعليمات قائد الفريق."
            ),
            (
                "I keep private what I learn of the people I serve, take no pictures of them, promise nothing in the "
                "association’s name, accept no gifts, serve all alike, dress suitably, and keep to the hours and to "
                "the team leader’s instructions."
            ),
        ),
        missing=("اقرأ الميثاق وضع علامة القبول", "Read the charter and tick the box"),
    ),
)
CONSENTS = step(
    "consents",
    ("موافقاتك", "Your consents"),
    question(
        "consent_process",
        "consent",
        ("معالجة بياناتك", "Use of your details"),
        ("لأننا لا نسجّل متطوعًا دون موافقته", "Because nobody is registered without consent"),
        hint=(
            "أوافق على أن تستعمل الجمعية بياناتي في تنظيم التطوع وتوثيق الساعات في المنصة الوطنية للعمل التطوعي.",
            (
                "I agree that the association may use my details to organise volunteering and to document my hours on "
                "the National Volunteering Platform."
            ),
        ),
        missing=("ضع علامة الموافقة على معالجة بياناتك", "Tick the consent to the use of your details"),
    ),
    question(
        "consent_photo",
        "consent",
        ("نشر صورتي", "Publishing my picture"),
        ("لأننا لا ننشر صورة دون موافقة صاحبها", "Because no picture is published without consent"),
        hint=(
            "أوافق على ظهور صورتي في منصات الجمعية. وعدم الموافقة لا يؤثر في القبول.",
            "I agree that my picture may appear on the association’s platforms. Saying no does not affect acceptance.",
        ),
        required=False,
        conditions=ADULT,
    ),
    CONSENT_SURVEY,
    body=(
        "كل موافقة مستقلة عن الأخرى، ولك سحبها متى شئت.",
        "Each consent stands by itself, and you may withdraw it at any time.",
    ),
)

FORM: dict[str, Any] = {
    "slug": "volunteer",
    "title": Both("طلب التطوع", "Volunteer application"),
    "search_description": Both("تقديم طلب التطوع في خدمة ضيوف الرحمن.", "Apply to volunteer for pilgrims."),
    "track": "volunteer",
    "services": ["volunteer"],
    "department_key": "volunteers",
    "intro": Both(
        f"لأهالي المنطقة من عمر 16 سنة، ومن هم دون 18 بموافقة ولي الأمر. {SAMPLE.ar}.",
        f"For people of the region aged 16 and over; under 18 with the guardian’s consent. {SAMPLE.en}.",
    ),
    "minutes": 10,
    "privacy_text": privacy(),
    "declaration_text": Both(
        "أُقِرّ بأن بياناتي صحيحة، وأعلم أن قبولي يكون بعد المقابلة أو اللقاء التعريفي.",
        "I declare that my details are correct, and I know that acceptance follows an interview or an orientation.",
    ),
    "next_steps_text": Both(
        "يراجع منسّق التطوع طلبك ويدعوك إلى مقابلة أو لقاء تعريفي.\n"
        "بعد القبول نسجّلك في المنصة الوطنية للعمل التطوعي وتختار نوباتك.",
        "The volunteer coordinator looks at your application and invites you to an interview or an orientation.\n"
        "Once accepted, we register you on the National Volunteering Platform and you choose your shifts.",
    ),
    "two_people": False,
    "one_open": True,
    "retention_months": 12,
    "steps": [
        OPPORTUNITY,
        BIRTH,
        IDENTITY_HERE,
        NAME,
        SEX_HERE,
        CONTACT,
        GUARDIAN,
        GUARDIAN_IDENTITY,
        GUARDIAN_CONSENT,
        GUARDIAN_PAPER,
        CITY,
        TRANSPORT,
        AVAILABILITY,
        DATES,
        AREAS,
        SAFE_AREAS,
        LANGUAGES,
        BACKGROUND,
        HEALTH_CARD,
        LICENCE,
        LICENCE_FILE,
        DOCUMENTS,
        EXPERIENCE,
        PLATFORM,
        HEALTH_CONSENT,
        HEALTH,
        EMERGENCY,
        CHARTER,
        CONSENTS,
    ],
}
