"""The assistance application: one form for every kind of aid, asking each person only what their service needs.

The question about a mahram is an ordinary step of this form: an editor who does not want it removes the step.
"""

from typing import Any

from alhuda.demo.content.common import CALL, CALL_URGENTLY, SAMPLE
from alhuda.demo.content.form_blocks import (
    Block,
    choice,
    companions,
    exit_page,
    information,
    only_when,
    question,
    step,
)
from alhuda.demo.content.forms.common import (
    CONSENT_PROCESS,
    CONSENT_SURVEY,
    DOCUMENTS,
    EMAIL,
    IDENTITY,
    LANGUAGES,
    MOBILE,
    NAME,
    OTHER,
    RATHER_NOT,
    RELATIONS,
    SEX,
    privacy,
)
from alhuda.demo.words import Both

#: Which services ask what; the order is that of the steps.
URGENT = "stranded, relief"
TRIPS = "umrah-aid, hajj-aid"
NEEDY = "ihram-kit, umrah-aid, hajj-aid"
HEALTH_MATTERS = "mobility, umrah-aid, hajj-aid, relief"
HEALTH_NEEDS_KEYS = "wheelchair, sight, hearing, illness, pregnancy"


def for_services(keys: str) -> list[Block]:
    """Return the condition that one of these services was chosen."""
    return only_when("service", keys, "one_of")


SERVICE = step(
    "service",
    ("الخدمة", "Service"),
    question(
        "service",
        "single_choice",
        ("ما الخدمة التي تحتاج إليها؟", "Which service do you need?"),
        ("لنعرض عليك أسئلة هذه الخدمة فقط", "So that we ask only what this service needs"),
        missing=("اختر الخدمة التي تحتاج إليها", "Choose the service that you need"),
    ),
)

# -- Safety first ------------------------------------------------------------------------------------------------------
DANGER = step(
    "danger",
    ("سلامتك أولًا", "Your safety first"),
    information(
        "call_first",
        ("إن كنت في خطر فاتصل الآن", "If you are in danger, call now"),
        (
            f"الرقم الموحد للطوارئ 911، والإسعاف 997، والخط العاجل للجمعية {CALL_URGENTLY}.",
            f"Emergency 911, ambulance 997, and the association’s urgent line {CALL_URGENTLY}.",
        ),
    ),
    question(
        "in_danger",
        "yes_no",
        ("هل أنت الآن في خطر أو منقطع على الطريق؟", "Are you in danger or stranded on the road now?"),
        ("ليصلك العون قبل أي نموذج", "So that help comes before any form"),
        missing=(
            "اختر «نعم» أو «لا»: هل أنت الآن في خطر أو منقطع؟",
            "Choose yes or no: are you in danger or stranded now?",
        ),
    ),
    conditions=for_services(URGENT),
)
CALL_NOW = step(
    "call-now",
    ("الاتصال قبل إكمال الطلب", "Call before you go on"),
    body=(
        (
            f"الاتصال أسرع من النموذج: 911 للطوارئ، أو الخط العاجل للجمعية {CALL_URGENTLY}. ابتعد بمن معك عن مسار "
            f"السيارات.\n"
            "إجاباتك محفوظة، ويمكنك إكمال الطلب متى أمكنك ذلك."
        ),
        (
            f"A call is faster than a form: 911 in an emergency, or the association’s urgent line "
            f"{CALL_URGENTLY}. Move "
            "everybody away from the traffic.\n"
            "Your answers are kept. Go on with the application whenever you can."
        ),
    ),
    conditions=only_when("in_danger", "yes"),
)

# -- Conditions, asked as questions ------------------------------------------------------------------------------------
RESIDENCE = step(
    "residence",
    ("الإقامة", "Residence"),
    question(
        "lives_in_rabigh",
        "yes_no",
        ("هل تقيم في محافظة رابغ؟", "Do you live in Rabigh governorate?"),
        ("لأن الخدمة لسكان المحافظة", "Because the service is for residents of the governorate"),
    ),
    exit_page(
        "not_resident",
        ("هذه الخدمة لسكان محافظة رابغ", "This service is for residents of Rabigh"),
        (
            (
                "مقاعد الرحلة مخصّصة للمقيمين في المحافظة. يمكنك التقديم لدى الجمعية الأقرب إلى مكان إقامتك، "
                "وتجدها في موقع "
                "المركز الوطني لتنمية القطاع غير الربحي.\n"
                f"وبقية خدماتنا على الطريق متاحة لك عند مرورك برابغ. للسؤال اتصل على {CALL}."
            ),
            (
                "Seats on the trip are for people who live in the governorate. You can apply to the association "
                "nearest to "
                "you; the National Centre for Non-Profit Sector lists them.\n"
                f"Our other services on the road are there for you when you pass through Rabigh. To ask, call {CALL}."
            ),
        ),
        only_when("lives_in_rabigh", "no"),
    ),
    conditions=for_services("umrah-aid"),
)
UMRAH_LAST = step(
    "last-umrah",
    ("آخر عمرة", "Last Umrah"),
    question(
        "umrah_last",
        "single_choice",
        ("متى أدّيت آخر عمرة؟", "When did you last do Umrah?"),
        (
            "لأن الأولوية لمن لم يعتمر أو طال عهده بالعمرة",
            "Because people who never did Umrah, or long ago, come first",
        ),
        choices=[
            choice("never", ("لم أعتمر من قبل", "I have never done it")),
            choice("earlier", ("قبل أكثر من خمس سنوات", "More than five years ago")),
            choice("recent", ("خلال السنوات الخمس الأخيرة", "Within the last five years")),
            choice("unsure", ("لا أتذكر", "I do not remember")),
        ],
        missing=("اختر وقت آخر عمرة", "Choose when you last did Umrah"),
    ),
    exit_page(
        "umrah_recent",
        (
            "هذه الرحلة لمن لم يعتمر في السنوات الخمس الأخيرة",
            "This trip is for people who have not done Umrah in five years",
        ),
        (
            (
                "نقدّم من لم تتيسر له العمرة في السنوات الخمس الأخيرة. يمكنك التقديم حين تمضي المدة.\n"
                "وإن كنت ذاهبًا إلى العمرة بنفسك فخدمات الطريق متاحة لك، ولك أن تقدّم على حقيبة الإحرام."
            ),
            (
                "People who could not do Umrah in the last five years come first. You can apply once the five years "
                "have passed.\n"
                "If you are going by yourself, our services on the road are there for you, and you can apply for an "
                "ihram kit."
            ),
        ),
        [*only_when("service", "umrah-aid"), *only_when("umrah_last", "recent")],
    ),
    conditions=for_services(TRIPS),
)
HAJJ_BEFORE = step(
    "first-hajj",
    ("الحج من قبل", "Hajj before"),
    question(
        "hajj_before",
        "yes_no",
        ("هل سبق أن حججت؟", "Have you done Hajj before?"),
        (
            "لترتيب الأولوية، والإعانة على الحج لمن لم يؤدّ الفريضة",
            "To set priorities; help with Hajj is for a first Hajj",
        ),
        options={"unsure": True},
    ),
    exit_page(
        "hajj_done",
        ("الإعانة لمن لم يحج من قبل", "The aid is for people who have not done Hajj"),
        (
            (
                "المقاعد محدودة، ونقدّم بها من لم يؤدّ الفريضة بعد. تقبّل الله حجّك.\n"
                "وإن احتجت إلى عون في غير ذلك فبقية خدماتنا في دليل الخدمات."
            ),
            (
                "Seats are few, and they go to people who have yet to do the obligatory Hajj. May yours be accepted.\n"
                "If you need another kind of help, the services guide lists it."
            ),
        ),
        [*only_when("service", "hajj-aid"), *only_when("hajj_before", "yes")],
    ),
    conditions=for_services(TRIPS),
)
MEANS = step(
    "means",
    ("القدرة على التكلفة", "The cost"),
    question(
        "limited_means",
        "yes_no",
        ("هل يصعب عليك تحمّل التكلفة؟", "Would it be hard for you to pay for it yourself?"),
        ("لأن الخدمة لغير القادرين على التكلفة", "Because the service is for people who cannot pay"),
        hint=(
            "مثل: دخل الأسرة محدود، أو تستفيد من الضمان الاجتماعي.",
            "For example: the family has a small income or receives Social Security.",
        ),
    ),
    exit_page(
        "can_pay",
        ("هذه الخدمة لغير القادرين على التكلفة", "This service is for people who cannot pay"),
        (
            (
                "نبقيها لمن لا يجد سبيلًا غيرها. وحجز الحج والعمرة متاح عبر تطبيق نسك لدى الجهات المرخّصة.\n"
                "وخدمات الإرشاد والسقيا والإسعاف عند نقاطنا متاحة للجميع دون رسوم."
            ),
            (
                "We keep it for people who have no other way. Hajj and Umrah can be booked with licensed providers "
                "through the Nusuk app.\n"
                "Guidance, water and first aid at our points are open to everybody, free of charge."
            ),
        ),
        only_when("limited_means", "no"),
    ),
    conditions=for_services(NEEDY),
)
KIT_BEFORE = step(
    "kit-before",
    ("حقيبة هذا الموسم", "This season’s kit"),
    question(
        "kit_received",
        "yes_no",
        ("هل تسلّمت حقيبة إحرام منا هذا الموسم؟", "Have you received an ihram kit from us this season?"),
        ("لأن الحقيبة مرة واحدة في الموسم", "Because the kit is given once a season"),
    ),
    exit_page(
        "kit_taken",
        ("حقيبة واحدة لكل حاج أو معتمر في الموسم", "One kit for each pilgrim in a season"),
        (
            (
                "نوزّعها هكذا لتكفي أكبر عدد من الحجاج والمعتمرين. يمكنك التقديم في الموسم القادم.\n"
                "وإن فقدت أمتعتك في الطريق فلك أن تقدّم على خدمة الإغاثة العاجلة."
            ),
            (
                "This way the kits reach as many pilgrims as possible. You can apply next season.\n"
                "If you lost your belongings on the way, you can apply for urgent relief."
            ),
        ),
        only_when("kit_received", "yes"),
    ),
    conditions=for_services("ihram-kit"),
)
PERMIT = step(
    "permit",
    ("التصريح", "Permit"),
    question(
        "permit_status",
        "single_choice",
        ("هل معك تصريح للحج أو حجز للعمرة؟", "Do you have a Hajj permit or an Umrah booking?"),
        ("لنعرف ما تسمح لنا الأنظمة بتقديمه", "To know what the law lets us do"),
        hint=(
            "مساندتنا لا تغني عن التصريح. والسفر إلى مكة المكرمة في موسم الحج لحملة التصاريح، مع ناقل مرخّص.",
            "Our help replaces no permit. In the Hajj season Makkah is for permit holders, with licensed carriers.",
        ),
        choices=[
            choice("have", ("نعم", "Yes")),
            choice("applied", ("قدّمت ولم يصدر بعد", "I applied; it is not issued yet")),
            choice("none", ("لا", "No")),
            choice("not_now", ("لست في رحلة حج أو عمرة الآن", "I am not on Hajj or Umrah now")),
        ],
        missing=("اختر حال التصريح أو الحجز", "Choose what you have: a permit, a booking or neither"),
    ),
    conditions=for_services("stranded, relief, umrah-aid, hajj-aid"),
)

# -- Who applies -------------------------------------------------------------------------------------------------------
ROLE = step(
    "applicant",
    ("مقدّم الطلب", "Who applies"),
    question(
        "applicant_role",
        "single_choice",
        ("لمن تقدّم هذا الطلب؟", "For whom is this application?"),
        ("لنعرف مع من نتواصل", "To know whom to contact"),
        choices=[
            choice("self", ("لنفسي", "For myself")),
            choice("family", ("لأحد أفراد أسرتي", "For a member of my family")),
            choice("helper", ("لشخص أساعده", "For somebody I help")),
        ],
        missing=("اختر من يُقدَّم له الطلب", "Choose for whom the application is"),
    ),
)
FOR_ANOTHER = only_when("applicant_role", "family, helper", "one_of")
HELPER = step(
    "helper",
    ("بيانات مقدّم الطلب", "Details of the person who applies"),
    question(
        "helper_name",
        "full_name",
        ("اسمك الكامل", "Your full name"),
        ("لنعرف من قدّم الطلب عن المستفيد", "To know who applied for the beneficiary"),
        hint=("مثل: خالد بن أحمد الحربي", "For example: Khaled Ahmed Alharbi"),
        missing=("اكتب اسمك الكامل", "Write your full name"),
        sensitivity="identity",
        options={"somebody_else": True},
    ),
    question(
        "helper_mobile",
        "mobile",
        ("رقم جوالك", "Your mobile number"),
        ("لنتواصل معك عن الطلب", "To reach you about the application"),
        hint=MOBILE["value"]["hint"],
        missing=("اكتب رقم جوالك", "Write your mobile number"),
        sensitivity="contact",
        options={"somebody_else": True},
    ),
    question(
        "helper_email",
        "email",
        ("بريدك الإلكتروني", "Your e-mail"),
        EMAIL["value"]["purpose"],
        hint=EMAIL["value"]["hint"],
        required=False,
        sensitivity="contact",
        options={"somebody_else": True},
    ),
    conditions=FOR_ANOTHER,
)
RELATION = step(
    "relation",
    ("الصلة بالمستفيد", "Relation"),
    question(
        "relation",
        "single_choice",
        ("ما صلتك بالمستفيد؟", "How are you related to the beneficiary?"),
        ("للتحقق من صفتك في تقديم الطلب عنه", "To be sure that you may apply for them"),
        choices=[
            *RELATIONS,
            choice("guide", ("مسؤول الحملة أو المجموعة", "Leader of the group")),
            choice("passer_by", ("لا قرابة بيننا، التقيته للتو", "None, I have just met them")),
        ],
        missing=("اختر صلتك بالمستفيد", "Choose how you are related to the beneficiary"),
    ),
    conditions=FOR_ANOTHER,
)
AUTHORITY = step(
    "authority",
    ("العلم والموافقة", "Knowledge and consent"),
    question(
        "authority",
        "declaration",
        ("تقديم الطلب بعلم المستفيد", "Applying with the beneficiary’s knowledge"),
        ("لأن بيانات أي شخص لا تُستعمل دون علمه", "Nobody’s details are used without their knowledge"),
        hint=(
            "أُقِرّ بأني أقدّم هذا الطلب بعلم المستفيد وموافقته، أو بصفتي ولي أمره، وأن ما أكتبه من بياناته صحيح.",
            (
                "I declare that I apply with the knowledge and consent of the beneficiary, or as the guardian, "
                "and that "
                "what I write about them is correct."
            ),
        ),
        missing=(
            "ضع علامة الإقرار بعلم المستفيد وموافقته",
            "Tick the declaration that the beneficiary knows and agrees",
        ),
    ),
    conditions=FOR_ANOTHER,
)
MESSAGES_TO = step(
    "messages-to",
    ("رسائل الطلب", "Messages"),
    question(
        "messages_to",
        "single_choice",
        ("من يتلقى رسائل الطلب ونتيجته؟", "Who receives the messages and the result?"),
        ("لتصل إلى من اتفقتما عليه", "So that they reach the one you both prefer"),
        choices=[
            choice("applicant", ("المستفيد", "The beneficiary")),
            choice("helper", ("أنا مقدّم الطلب", "I, who apply")),
        ],
        missing=("اختر من يتلقى رسائل الطلب", "Choose who receives the messages"),
    ),
    conditions=FOR_ANOTHER,
)
ABOUT_THEM = step(
    "about-them",
    ("الأسئلة التالية عن المستفيد", "From here on: about the beneficiary"),
    body=(
        "كل ما يأتي عن المستفيد نفسه: هويته واسمه وجواله وحاجته. أما بياناتك أنت فكُتبت قبل هذا.",
        "All that follows is about the beneficiary: identity, name, mobile and need. Your own details are done.",
    ),
    conditions=FOR_ANOTHER,
)

# -- Who it is for -----------------------------------------------------------------------------------------------------
IDENTITY_HERE = {
    **IDENTITY,
    "value": {
        **IDENTITY["value"],
        "questions": [
            *IDENTITY["value"]["questions"],
            exit_page(
                "other_document",
                ("تحتاج الرحلة إلى هوية وطنية أو هوية مقيم", "The trip needs a national ID or a resident ID (iqama)"),
                (
                    (
                        "هذه الرحلة للمواطنين وحملة هوية مقيم سارية. إن كانت لديك إحداهما فاختر «تغيير إجابتي» واكتب "
                        "رقمها.\n"
                        "والقادم من خارج المملكة يُخدم عبر مكتب شؤون الحجاج في بلده، وخدمات الطريق لدينا متاحة له."
                    ),
                    (
                        "This trip is for citizens and holders of a valid resident ID. If you have one of the two, "
                        "choose “Change my answer” and write its number.\n"
                        "Pilgrims from abroad are served through the pilgrims’ affairs office of their country; our "
                        "services on the road are there for them."
                    ),
                ),
                [
                    *for_services(TRIPS),
                    *only_when("identity", "gcc, passport, border, nusuk, none", "one_of"),
                ],
            ),
        ],
    },
}
VALIDITY = step(
    "validity",
    ("سريان الهوية", "Validity of the document"),
    question(
        "valid_in_hajj",
        "yes_no",
        (
            "هل تبقى هويتك سارية بعد 15 ذي الحجة 1448هـ؟",
            "Will your identity document still be valid after 15 Dhu al-Hijjah 1448?",
        ),
        ("لأن التصريح لا يصدر بهوية تنتهي قبل ذلك", "Because no permit is issued on a document that ends earlier"),
    ),
    exit_page(
        "identity_ends",
        ("جدّد الهوية ثم قدّم الطلب", "Renew the document, then apply"),
        (
            (
                "لا يصدر تصريح الحج بهوية تنتهي قبل 15 ذي الحجة 1448هـ. جدّدها عبر منصة أبشر، ثم عد إلى الطلب ما دام "
                "التقديم مفتوحًا؛ إجاباتك محفوظة 14 يومًا."
            ),
            (
                "No Hajj permit is issued on a document that ends before 15 Dhu al-Hijjah 1448. Renew it on Absher and "
                "come back while applications are open; your answers are kept for 14 days."
            ),
        ),
        only_when("valid_in_hajj", "no"),
    ),
    conditions=for_services("hajj-aid"),
)
SEX_HERE = {**SEX, "value": {**SEX["value"], "conditions": for_services(NEEDY)}}
BIRTH = step(
    "birth",
    ("العمر", "Age"),
    question(
        "birth_date",
        "birth_date",
        ("تاريخ الميلاد", "Date of birth"),
        ("لشروط العمر في هذه الخدمة", "For the age conditions of this service"),
        hint=("بالهجري أو الميلادي، مثل 27 / 9 / 1410", "In either calendar, for example 23 / 4 / 1990"),
        missing=("اكتب تاريخ الميلاد", "Write the date of birth"),
        sensitivity="identity",
    ),
    exit_page(
        "too_young_for_hajj",
        ("الترشيح للحج من عمر 18 سنة", "Nomination for Hajj begins at 18"),
        (
            f"يبدأ الترشيح من عمر 18 سنة. ولولي الأمر أن يسأل عن خدمات أخرى مناسبة.\nللسؤال اتصل على {CALL}.",
            f"Nomination begins at 18. A guardian can ask about other services that fit.\nTo ask, call {CALL}.",
        ),
        [*only_when("service", "hajj-aid"), *only_when("birth_date", "18", "less_than")],
    ),
    exit_page(
        "men_from_25",
        ("ترشيح الرجال للحج من عمر 25 سنة", "Men are nominated for Hajj from 25"),
        (
            (
                "هذا شرط الموسم لمن يُرشَّح لنفسه. أما من يرافق إحدى محارمه فيُذكر في طلبها من عمر 18 سنة.\n"
                "يمكنك التقديم حين تبلغ العمر المذكور."
            ),
            (
                "That is the season’s condition for those nominated for themselves. A man who accompanies a "
                "woman of his "
                "family is named in her application, from 18.\n"
                "You can apply when you reach that age."
            ),
        ),
        [
            *only_when("service", "hajj-aid"),
            *only_when("sex", "male"),
            *only_when("birth_date", "25", "less_than"),
        ],
    ),
    exit_page(
        "adult_applies",
        ("يقدّم الطلب عنك شخص بالغ", "An adult applies for you"),
        (
            (
                "لمن هم دون 18 سنة يقدّم الطلب ولي الأمر أو مرافق بالغ. اطلب منه فتح النموذج واختيار «لأحد أفراد "
                "أسرتي» أو «لشخص أساعده».\n"
                f"وإن لم يكن معك أحد فاتصل على {CALL} أو توجّه إلى أقرب نقطة لنا."
            ),
            (
                "For people under 18 the guardian or an adult companion applies. Ask them to open the form and to "
                "choose “For a member of my family” or “For somebody I help”.\n"
                f"If nobody is with you, call {CALL} or come to our nearest point."
            ),
        ),
        [*only_when("applicant_role", "self"), *only_when("birth_date", "18", "less_than")],
    ),
    conditions=for_services("mobility, umrah-aid, hajj-aid"),
)
NATIONALITY = step(
    "nationality",
    ("الجنسية", "Nationality"),
    question(
        "nationality",
        "country",
        ("ما الجنسية؟", "What is the nationality?"),
        ("لمعرفة اللغة، ومكتب شؤون الحجاج عند الحاجة", "For the language and, where needed, the pilgrims’ office"),
        missing=("اختر الجنسية", "Choose the nationality"),
        sensitivity="identity",
    ),
    conditions=[
        *only_when("identity", "national_id", "is_not"),
        *only_when("identity", "gcc", "is_not"),
    ],
)

# -- How to reach them -------------------------------------------------------------------------------------------------
CONTACT_WAY = step(
    "contact-way",
    ("طريقة التواصل", "Way of contact"),
    question(
        "contact_way",
        "single_choice",
        ("كيف نتواصل معك؟", "How should we reach you?"),
        ("لنبلغك بالطريقة الأيسر لك", "To tell you in the way that is easiest for you"),
        choices=[
            choice("call", ("مكالمة", "A call")),
            choice("sms", ("رسالة نصية", "A text message")),
            choice("whatsapp", ("واتساب", "WhatsApp")),
            choice("email", ("بريد إلكتروني", "An e-mail")),
        ],
        missing=("اختر طريقة التواصل", "Choose how we should reach you"),
        sensitivity="contact",
    ),
)
CONTACT = step(
    "contact",
    ("بيانات التواصل", "Contact details"),
    MOBILE,
    question(
        "whatsapp",
        "mobile",
        ("رقم واتساب إن كان غير رقم الجوال", "WhatsApp number, if it is another one"),
        ("لنراسلك عليه كما اخترت", "To write to you there, as you chose"),
        hint=("يُترك فارغًا إن كان الرقم نفسه.", "Leave it empty if it is the same number."),
        required=False,
        sensitivity="contact",
        conditions=only_when("contact_way", "whatsapp"),
    ),
    {
        **EMAIL,
        "value": {
            **EMAIL["value"],
            "required": True,
            "missing": Both("اكتب البريد الإلكتروني الذي نراسلك عليه", "Write the e-mail address that we should use"),
            "conditions": only_when("contact_way", "email"),
        },
    },
    {
        **EMAIL,
        "value": {**EMAIL["value"], "key": "email_copy", "conditions": only_when("contact_way", "email", "is_not")},
    },
)
LANGUAGE = step(
    "language",
    ("لغة التواصل", "Language"),
    question(
        "language",
        "single_choice",
        ("ما اللغة التي تفضّل أن نخاطبك بها؟", "In which language should we speak to you?"),
        ("لنهيئ من يتحدث لغتك", "To find somebody who speaks it"),
        choices=LANGUAGES,
        missing=("اختر لغة التواصل", "Choose a language"),
        sensitivity="contact",
    ),
)
LOCATION = step(
    "place",
    ("موقعك", "Where you are"),
    question(
        "location",
        "short_text",
        ("مكان إقامتك أو موقعك الآن", "Where you stay or where you are now"),
        ("ليصل إليك أقرب فريق أو تُوجَّه إلى أقرب نقطة", "So that the nearest team or point can serve you"),
        hint=(
            "مثل: طريق الساحل باتجاه الشمال، بعد محطة الوقود",
            "For example: coastal road northbound, after the fuel station",
        ),
        missing=("اكتب مكانك أو أقرب معلم إليك", "Write where you are, or the nearest landmark"),
        sensitivity="contact",
        options={"max_length": 200},
    ),
    question(
        "map_link",
        "short_text",
        ("رابط الموقع على الخريطة", "Link to the place on a map"),
        ("ليجدك الفريق بسهولة", "So that the team finds you easily"),
        hint=("انسخ الرابط من تطبيق الخرائط في هاتفك.", "Copy the link from the map app of your phone."),
        required=False,
        sensitivity="contact",
        options={"max_length": 300},
        conditions=for_services(URGENT),
    ),
    conditions=for_services("mobility, ihram-kit, stranded, relief"),
)
HOME_ADDRESS = step(
    "home",
    ("عنوان السكن", "Home"),
    question(
        "district",
        "region_place",
        ("المدينة أو القرية", "Town or village"),
        ("للتحقق من نطاق الخدمة وترتيب الزيارة", "To verify the area served and to arrange a visit"),
        missing=("اختر المدينة أو القرية", "Choose the town or village"),
        sensitivity="contact",
    ),
    question(
        "address",
        "national_address",
        ("العنوان الوطني", "National address"),
        ("لزيارة باحث الحالة عند الحاجة", "For a visit of the case officer where needed"),
        hint=("يكفي العنوان المختصر، مثل RRRD2929", "The short address is enough, for example RRRD2929"),
        required=False,
        sensitivity="contact",
    ),
    conditions=for_services(TRIPS),
)

# -- Household and means -----------------------------------------------------------------------------------------------
HOUSEHOLD = step(
    "household",
    ("الأسرة", "Household"),
    question(
        "household_size",
        "whole_number",
        ("عدد أفراد الأسرة، وأنت منهم", "People in your household, including you"),
        ("لتقدير الحاجة بعدل", "To assess need fairly"),
        hint=("كل من يسكنون معك في البيت، مثل 5", "Everybody who lives in your home, for example 5"),
        missing=("اكتب عدد أفراد الأسرة", "Write how many people are in the household"),
        sensitivity="money",
        options={"min": 1, "max": 30},
    ),
    question(
        "dependants",
        "whole_number",
        ("عدد من تعولهم", "People who depend on you"),
        ("لتقدير الحاجة بعدل", "To assess need fairly"),
        hint=("يكون أقل من عدد أفراد الأسرة، مثل 3", "Fewer than the people in the household, for example 3"),
        missing=("اكتب عدد من تعولهم، أو 0", "Write how many people depend on you, or 0"),
        sensitivity="money",
        options={"min": 0, "max": 29, "below": "household_size"},
    ),
    conditions=for_services(TRIPS),
)
MONEY_CONSENT = step(
    "income-consent",
    ("بيانات الدخل", "Income details"),
    question(
        "consent_money",
        "consent",
        ("السؤال عن دخلك", "Questions about your income"),
        ("لأننا لا نسأل عن الدخل دون موافقتك", "We do not ask about income without your consent"),
        hint=(
            "أوافق على أن تسألني الجمعية عن دخل الأسرة وسكنها لتقدير الحاجة. إن لم أوافق يتصل بي باحث الحالة.",
            (
                "I agree that the association may ask about the household’s income and home, to assess need. If I do "
                "not agree, a case officer calls me."
            ),
        ),
        required=False,
    ),
    conditions=for_services(NEEDY),
)
INCOME = step(
    "income",
    ("دخل الأسرة", "Income of the household"),
    question(
        "income_band",
        "single_choice",
        ("الدخل الشهري التقريبي للأسرة", "The household’s monthly income, roughly"),
        ("لتقدير الحاجة وترتيب الأولوية", "To assess need and set priorities"),
        choices=[
            choice("under_2000", ("أقل من 2,000 ريال", "Less than 2,000 riyals")),
            choice("under_4000", ("من 2,000 إلى أقل من 4,000 ريال", "2,000 to less than 4,000 riyals")),
            choice("under_7000", ("من 4,000 إلى أقل من 7,000 ريال", "4,000 to less than 7,000 riyals")),
            choice("over_7000", ("7,000 ريال فأكثر", "7,000 riyals or more")),
            choice("rather_not", RATHER_NOT, ("يتصل بك باحث الحالة", "A case officer calls you")),
        ],
        missing=("اختر فئة الدخل، أو أفضّل عدم الإجابة", "Choose a band, or that you prefer not to say"),
        sensitivity="money",
    ),
    question(
        "income_sources",
        "several_choices",
        ("مصادر الدخل", "Where the income comes from"),
        ("لتقدير الحاجة وترتيب الأولوية", "To assess need and set priorities"),
        hint=("اختر كل ما ينطبق.", "Choose all that apply."),
        choices=[
            choice("salary", ("راتب", "Salary")),
            choice("pension", ("معاش تقاعدي", "Pension")),
            choice("work", ("عمل حر", "Own work")),
            choice("support", ("إعانة أو نفقة", "Allowance or support")),
            choice("no_income", ("لا يوجد دخل ثابت", "No steady income")),
            OTHER,
        ],
        missing=("اختر مصادر الدخل", "Choose where the income comes from"),
        sensitivity="money",
        options={"exclusive": "no_income"},
    ),
    question(
        "social_security",
        "yes_no",
        ("هل تستفيد الأسرة من الضمان الاجتماعي؟", "Does the household receive Social Security?"),
        ("لأن إثبات الضمان يغني عن إثبات الدخل", "Because proof of it can replace proof of income"),
        sensitivity="money",
        options={"unsure": True},
    ),
    conditions=only_when("consent_money", "yes"),
)
HOUSING = step(
    "housing",
    ("السكن", "Housing"),
    question(
        "housing",
        "single_choice",
        ("ما نوع السكن؟", "What kind of home is it?"),
        ("لتقدير الحاجة وترتيب الأولوية", "To assess need and set priorities"),
        choices=[
            choice("own", ("ملك", "Owned")),
            choice("rent", ("إيجار", "Rented")),
            choice("with_family", ("مع الأهل", "With relatives")),
            OTHER,
        ],
        missing=("اختر نوع السكن", "Choose the kind of home"),
        sensitivity="money",
    ),
    conditions=[*for_services(TRIPS), *only_when("consent_money", "yes")],
)

# -- With whom ---------------------------------------------------------------------------------------------------------
COMPANIONS = step(
    "companions",
    ("المرافقون", "Companions"),
    companions(
        "companions",
        ("من يرافقك؟", "Who is with you?"),
        ("لمعرفة عدد المقاعد وما يكفي الجميع", "To know how many seats and how much is needed"),
        question(
            "companion_name",
            "full_name",
            ("اسم المرافق كما في هويته", "The companion’s name as on the document"),
            ("لتسجيله معك", "To register them with you"),
            missing=("اكتب اسم المرافق", "Write the companion’s name"),
            sensitivity="identity",
            options={"somebody_else": True},
        ),
        question(
            "companion_identity",
            "identity",
            ("هوية المرافق", "The companion’s identity document"),
            ("لتسجيله معك دون تكرار", "To register them with you, and only once"),
            missing=("اختر نوع هوية المرافق", "Choose the kind of the companion’s document"),
            sensitivity="identity",
            options={"differs_from": "identity"},
        ),
        question(
            "companion_relation",
            "single_choice",
            ("صلة المرافق بك", "How the companion is related to you"),
            ("لترتيب السكن والنقل", "To arrange rooms and transport"),
            choices=RELATIONS,
            missing=("اختر صلة المرافق بك", "Choose how the companion is related to you"),
            sensitivity="identity",
        ),
        question(
            "companion_birth",
            "birth_date",
            ("تاريخ ميلاد المرافق", "The companion’s date of birth"),
            ("لشروط العمر في الرحلة", "For the age conditions of the trip"),
            missing=("اكتب تاريخ ميلاد المرافق", "Write the companion’s date of birth"),
            sensitivity="identity",
            options={"somebody_else": True},
            conditions=for_services(TRIPS),
        ),
        question(
            "is_mahram",
            "yes_no",
            ("هل هو محرم لك؟", "Is the companion your mahram?"),
            ("لترتيب المرافقة في السكن والنقل", "To arrange rooms and transport together"),
            sensitivity="identity",
            conditions=[*only_when("service", "hajj-aid"), *only_when("sex", "female")],
        ),
        hint=(
            "أضف كل مرافق على حدة، حتى 10 مرافقين. وإن كنت وحدك فاختر «التالي».",
            "Add each companion in turn, up to 10. If you are alone, go on.",
        ),
        min=0,
        max=10,
    ),
    conditions=for_services("umrah-aid, hajj-aid, relief"),
)

# -- Health ------------------------------------------------------------------------------------------------------------
HEALTH_CONSENT = step(
    "health-consent",
    ("البيانات الصحية", "Health details"),
    question(
        "consent_health",
        "consent",
        ("السؤال عن صحتك", "Questions about your health"),
        ("لأننا لا نسأل عن الصحة دون موافقتك", "We do not ask about health without your consent"),
        hint=(
            "أوافق على أن تسألني الجمعية عن حالتي الصحية لتراعيها في الخدمة فقط. إن لم أوافق يمضي الطلب دونها.",
            (
                "I agree that the association may ask about my health, only to take it into account in the service. If "
                "I do not agree, the application goes on without it."
            ),
        ),
        required=False,
    ),
    conditions=for_services(HEALTH_MATTERS),
)
HEALTH = step(
    "health",
    ("الصحة", "Health"),
    question(
        "health_needs",
        "several_choices",
        ("هل لديك حالة صحية تحتاج إلى مراعاة؟", "Do you have a health condition that we should take into account?"),
        ("لسلامتك عند تقديم الخدمة", "For your safety when the service is given"),
        hint=("اختر كل ما ينطبق.", "Choose all that apply."),
        choices=[
            choice("none", ("لا يوجد", "None")),
            choice("wheelchair", ("صعوبة في المشي أو كرسي متحرك", "Difficulty walking, or a wheelchair")),
            choice("sight", ("ضعف البصر أو فقده", "Poor sight or blindness")),
            choice("hearing", ("ضعف السمع أو فقده", "Poor hearing or deafness")),
            choice("illness", ("مرض مزمن", "A long-term illness")),
            choice("pregnancy", ("حمل", "Pregnancy")),
            choice("rather_not", RATHER_NOT),
        ],
        missing=(
            "اختر ما نراعيه، أو «لا يوجد»",
            "Choose what we should take into account, or “None”",
        ),
        sensitivity="health",
        options={"exclusive": "none"},
    ),
    question(
        "health_details",
        "long_text",
        ("تفاصيل تودّ إضافتها", "Details you wish to add"),
        ("لنجهّز المساندة المناسبة", "To prepare the right help"),
        hint=("مثل: أحتاج إلى مقعد قريب من الباب", "For example: I need a seat near the door"),
        required=False,
        sensitivity="health",
        options={"max_length": 500},
        conditions=only_when("health_needs", HEALTH_NEEDS_KEYS, "one_of"),
    ),
    conditions=only_when("consent_health", "yes"),
)
MAHRAM = step(
    "accompanied",
    ("المرافقة في الرحلة", "Company on the trip"),
    question(
        "mahram_needed",
        "yes_no",
        ("هل تحتاج في الرحلة إلى محرم أو معين؟", "Do you need a mahram or a helper on the trip?"),
        ("لنراعي ذلك عند توزيع المقاعد", "To take it into account when seats are given"),
        conditions=[
            *only_when("sex", "female"),
            *only_when("birth_date", "65", "at_least"),
            *only_when("health_needs", HEALTH_NEEDS_KEYS, "one_of"),
        ],
        match="any",
    ),
    conditions=for_services(TRIPS),
)

# -- What is needed ----------------------------------------------------------------------------------------------------
EQUIPMENT = step(
    "equipment",
    ("الجهاز", "Mobility aid"),
    question(
        "equipment",
        "several_choices",
        ("ما الذي تحتاج إليه؟", "What do you need?"),
        ("لنتحقق من توفره", "To see whether it is available"),
        hint=("اختر كل ما ينطبق.", "Choose all that apply."),
        choices=[
            choice("wheelchair", ("كرسي متحرك", "Wheelchair")),
            choice("crutches", ("عكازات", "Crutches")),
            choice("walker", ("مشّاية", "Walking frame")),
            choice("escort", ("من يساعدك عند الميقات", "Somebody to help you at the miqat")),
        ],
        missing=("اختر ما تحتاج إليه", "Choose what you need"),
        sensitivity="health",
    ),
    conditions=for_services("mobility"),
)
LOAN = step(
    "loan",
    ("مدة الإعارة", "Time of the loan"),
    question(
        "loan_from",
        "date",
        ("أول يوم للإعارة", "First day of the loan"),
        ("لنعرف متى تحتاج إلى الجهاز", "To know when you need the aid"),
        hint=(
            "للاستلام اليوم تكفي زيارة أقرب نقطة دون طلب، إن توفّر الجهاز.",
            "For today, come to the nearest point without applying, if an aid is there.",
        ),
        missing=("اكتب أول يوم تحتاج فيه إلى الجهاز", "Write the first day on which you need the aid"),
        options={"when": "future"},
    ),
    question(
        "loan_to",
        "date",
        ("آخر يوم للإعارة", "Last day of the loan"),
        ("لنعرف موعد الإعادة", "To know when it comes back"),
        hint=("مدة الإعارة حتى 14 يومًا.", "A loan is for up to 14 days."),
        missing=("اكتب يوم إعادة الجهاز", "Write the day on which you bring it back"),
        options={"when": "future", "after": "loan_from"},
    ),
    conditions=for_services("mobility"),
)
KIT_SIZE = step(
    "size",
    ("المقاس", "Size"),
    question(
        "kit_size",
        "single_choice",
        ("ما مقاس لباس الإحرام؟", "Which size should the ihram be?"),
        ("لنجهّز الحقيبة قبل حضورك", "To have the kit ready before you come"),
        choices=[
            choice("small", ("صغير", "Small")),
            choice("medium", ("متوسط", "Medium")),
            choice("large", ("كبير", "Large")),
            choice("very_large", ("كبير جدًا", "Very large")),
        ],
        missing=("اختر المقاس", "Choose a size"),
    ),
    conditions=for_services("ihram-kit"),
)
COLLECTION = step(
    "collection",
    ("مكان الاستلام", "Place of collection"),
    question(
        "collect_at",
        "single_choice",
        ("من أين تستلم؟", "Where will you collect it?"),
        ("لنجهّزه في المكان الأقرب إليك", "To have it ready at the place nearest to you"),
        choices=[
            choice("miqat", ("نقطة ميقات الجحفة", "The point at Miqat al-Juhfah")),
            choice("road", ("نقطة استراحة طريق الساحل", "The point at the coastal road rest area")),
            choice("office", ("مقر الجمعية في محافظة رابغ", "The office of the association in Rabigh")),
        ],
        missing=("اختر مكان الاستلام", "Choose where you will collect it"),
    ),
    conditions=for_services("mobility, ihram-kit"),
)
INCIDENT = step(
    "incident",
    ("ما الذي حدث", "What happened"),
    question(
        "what_happened",
        "single_choice",
        ("ما الذي أوقف رحلتك؟", "What stopped your journey?"),
        ("ليحضر الفريق بما يلزم", "So that the team brings what is needed"),
        choices=[
            choice("breakdown", ("عطل في المركبة", "The vehicle broke down")),
            choice("tyre", ("إطار تالف", "A damaged tyre")),
            choice("fuel", ("نفاد الوقود", "No fuel left")),
            choice("left_behind", ("تأخرت عن الحافلة أو المجموعة", "I was left behind by the bus or group")),
            OTHER,
        ],
        missing=("اختر ما أوقف رحلتك", "Choose what stopped your journey"),
    ),
    conditions=for_services("stranded"),
)
VEHICLE = step(
    "vehicle",
    ("المركبة", "Vehicle"),
    question(
        "vehicle",
        "single_choice",
        ("ما نوع المركبة؟", "What kind of vehicle is it?"),
        ("ليحضر الفريق بما يناسبها", "So that the team comes with what suits it"),
        choices=[
            choice("car", ("سيارة صغيرة", "Car")),
            choice("family_car", ("سيارة عائلية", "Family car")),
            choice("bus", ("حافلة", "Bus")),
            choice("truck", ("شاحنة", "Lorry")),
            choice("no_vehicle", ("لا مركبة معنا", "We have no vehicle")),
        ],
        missing=("اختر نوع المركبة", "Choose the kind of vehicle"),
    ),
    conditions=for_services("stranded"),
)
PARTY = step(
    "people",
    ("العدد", "How many"),
    question(
        "people_count",
        "whole_number",
        ("كم عددكم جميعًا وأنت منهم؟", "How many of you are there, including you?"),
        ("لنرسل ما يكفي الجميع", "To send enough for everybody"),
        hint=("مثل 4", "For example 4"),
        missing=("اكتب عدد الأشخاص", "Write how many of you there are"),
        options={"min": 1, "max": 60},
    ),
    conditions=for_services("stranded"),
)
TROUBLE = step(
    "trouble",
    ("ما تعرّضت له", "What went wrong"),
    question(
        "trouble",
        "single_choice",
        ("ما الذي تعرّضت له؟", "What happened to you?"),
        ("لنبدأ بالاحتياج العاجل", "To begin with what is urgent"),
        choices=[
            choice("accident", ("حادث", "An accident")),
            choice("illness", ("مرض", "An illness")),
            choice("loss", ("فقد أمتعة أو وثائق أو نقود", "Loss of luggage, papers or money")),
            OTHER,
        ],
        missing=("اختر ما تعرّضت له", "Choose what happened to you"),
        sensitivity="health",
    ),
    conditions=for_services("relief"),
)
TROUBLE_WHEN = step(
    "trouble-where",
    ("مكانه ووقته", "Where and when"),
    question(
        "trouble_place",
        "short_text",
        ("أين حدث ذلك؟", "Where did it happen?"),
        ("لننسّق مع الجهة الأقرب", "To work with the nearest authority"),
        hint=("مثل: محطة الحافلات في رابغ", "For example: the bus station in Rabigh"),
        missing=("اكتب المكان الذي حدث فيه ذلك", "Write where it happened"),
        options={"max_length": 200},
    ),
    question(
        "trouble_when",
        "single_choice",
        ("متى حدث ذلك؟", "When did it happen?"),
        ("لنعرف ما يمكن تداركه", "To know what can still be done"),
        choices=[
            choice("today", ("اليوم", "Today")),
            choice("yesterday", ("أمس", "Yesterday")),
            choice("before", ("قبل ذلك", "Before that")),
        ],
        missing=("اختر متى حدث ذلك", "Choose when it happened"),
    ),
    conditions=for_services("relief"),
)
NEED = step(
    "need",
    ("احتياجك", "Your need"),
    question(
        "need",
        "long_text",
        ("اشرح احتياجك", "Explain what you need"),
        ("لتدرسه الجهة المختصة", "So that the department concerned can study it"),
        hint=(
            "بكلماتك: ماذا حدث، وماذا تحتاج، ومتى. بحد أقصى 1000 حرف.",
            "In your own words: what happened, what you need and when. At most 1,000 characters.",
        ),
        missing=("اكتب احتياجك ولو في جملة واحدة", "Write what you need, even in one sentence"),
        options={"max_length": 1000},
    ),
)
OTHER_HELP = step(
    "other-help",
    ("طلبات إلى جهات أخرى", "Other applications"),
    question(
        "other_help",
        "yes_no",
        (
            "هل سبق أن تقدّمت بطلب مماثل إلى جهة أخرى؟",
            "Have you made a similar application elsewhere?",
        ),
        ("لننسّق معها ولا يتكرر الجهد", "To work together and do nothing twice"),
    ),
    question(
        "other_help_details",
        "short_text",
        ("الجهة وما انتهى إليه الطلب", "Where, and how it ended"),
        ("لننسّق معها ولا يتكرر الجهد", "To work together and do nothing twice"),
        hint=("مثل: جمعية في جدة، والطلب قيد الدراسة", "For example: a charity in Jeddah, still under study"),
        missing=("اكتب اسم الجهة وما انتهى إليه الطلب", "Write where you applied and how it ended"),
        options={"max_length": 200},
        conditions=only_when("other_help", "yes"),
    ),
    conditions=for_services("umrah-aid, hajj-aid, relief"),
)
CONSENTS = step(
    "consents",
    ("موافقاتك", "Your consents"),
    CONSENT_PROCESS,
    question(
        "consent_share",
        "consent",
        ("مشاركة البيانات اللازمة", "Sharing what is necessary"),
        ("لأننا لا نشارك بياناتك دون موافقتك", "We share nothing without your consent"),
        hint=(
            (
                "أوافق على أن تشارك الجمعية ما يلزم من بياناتي مع الجهة التي تُقدَّم الخدمة عبرها، كالناقل المرخّص "
                "أو المستشفى."
            ),
            (
                "I agree that the association may share what is necessary with the body that provides the service, "
                "such as the licensed carrier or the hospital."
            ),
        ),
        required=False,
        conditions=for_services("umrah-aid, hajj-aid, relief"),
    ),
    CONSENT_SURVEY,
    body=(
        "كل موافقة مستقلة عن الأخرى، ولك سحبها متى شئت.",
        "Each consent stands by itself, and you may withdraw it at any time.",
    ),
)

STEPS = [
    SERVICE,
    DANGER,
    CALL_NOW,
    RESIDENCE,
    UMRAH_LAST,
    HAJJ_BEFORE,
    MEANS,
    KIT_BEFORE,
    PERMIT,
    ROLE,
    HELPER,
    RELATION,
    AUTHORITY,
    MESSAGES_TO,
    ABOUT_THEM,
    IDENTITY_HERE,
    VALIDITY,
    NAME,
    SEX_HERE,
    BIRTH,
    NATIONALITY,
    CONTACT_WAY,
    CONTACT,
    LANGUAGE,
    LOCATION,
    HOME_ADDRESS,
    HOUSEHOLD,
    MONEY_CONSENT,
    INCOME,
    HOUSING,
    COMPANIONS,
    HEALTH_CONSENT,
    HEALTH,
    MAHRAM,
    EQUIPMENT,
    LOAN,
    KIT_SIZE,
    COLLECTION,
    INCIDENT,
    VEHICLE,
    PARTY,
    TROUBLE,
    TROUBLE_WHEN,
    NEED,
    OTHER_HELP,
    DOCUMENTS,
    CONSENTS,
]

FORM: dict[str, Any] = {
    "slug": "assistance",
    "title": Both("طلب مساعدة", "Assistance application"),
    "search_description": Both("تقديم طلب مساعدة للحجاج والمعتمرين.", "Apply for help for pilgrims."),
    "track": "assistance",
    "services": ["mobility", "umrah-aid", "hajj-aid", "stranded", "relief", "ihram-kit"],
    "intro": Both(
        f"قدّم طلبًا لإحدى خدماتنا في خطوات قصيرة، لك أو لمن تساعده بعلمه. {SAMPLE.ar}.",
        "Apply for one of our services in short steps, for yourself or for somebody who knows that you apply. "
        f"{SAMPLE.en}.",
    ),
    "minutes": 10,
    "privacy_text": privacy(),
    "declaration_text": Both(
        "أُقِرّ بأن البيانات والمستندات المقدَّمة صحيحة، وأتحمّل المسؤولية النظامية عن ذلك، "
        "وأعلم أن طلبي سيُدرس وأُبلَّغ بنتيجته.",
        "I declare that the details and documents are correct, I take legal responsibility for that, and I know that "
        "my application will be studied and that I will be told the result.",
    ),
    "next_steps_text": Both(
        "نتحقق من اكتمال بياناتك ومستنداتك، ونطلب منك ما ينقص برسالة.\n"
        "ثم تدرس الجهة المختصة طلبك، ونبلغك بالنتيجة في الموعد المذكور أو قبله.",
        "We check that details and documents are complete, and ask by message for what is missing.\n"
        "Then the department concerned studies your application, and we tell you the result by the date given.",
    ),
    "two_people": True,
    "one_open": True,
    "retention_months": 12,
    "steps": STEPS,
}
