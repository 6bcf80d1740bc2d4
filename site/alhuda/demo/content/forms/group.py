"""The request of a group or an organisation: reception, meals or an interpreter."""

from typing import Any

from alhuda.demo.content.common import CALL, SAMPLE
from alhuda.demo.content.form_blocks import choice, exit_page, only_when, question, step
from alhuda.demo.content.forms.common import (
    CONSENT_PROCESS,
    CONSENT_SURVEY,
    DOCUMENTS,
    LANGUAGES,
    MOBILE,
    OTHER,
    privacy,
)
from alhuda.demo.words import Both

GROUPS = only_when("service", "meals, groups", "one_of")
INTERPRETING = only_when("service", "language")

SERVICE = step(
    "service",
    ("الخدمة", "Service"),
    question(
        "service",
        "single_choice",
        ("ما الخدمة التي تطلبونها؟", "Which service would you like?"),
        ("لنعرض عليكم أسئلة هذه الخدمة فقط", "So that we ask only what this service needs"),
        missing=("اختر الخدمة المطلوبة", "Choose the service"),
    ),
)
ORGANISATION = step(
    "organisation",
    ("الجهة", "Organisation"),
    question(
        "organisation",
        "short_text",
        ("اسم الحملة أو الجهة", "Name of the group or organisation"),
        ("لنعرف من نستقبل", "To know whom we receive"),
        hint=("مثل: حملة النور، أو مستشفى رابغ العام", "For example: Al-Noor group, or Rabigh General Hospital"),
        missing=("اكتب اسم الحملة أو الجهة", "Write the name of the group or organisation"),
        options={"max_length": 150},
    ),
    question(
        "organisation_kind",
        "single_choice",
        ("نوع الحملة أو الجهة", "Kind of group or organisation"),
        ("لنرتّب ما يناسبها", "To arrange what suits it"),
        choices=[
            choice("operator", ("حملة أو شركة عمرة مرخّصة", "Licensed Hajj or Umrah operator")),
            choice("mission", ("مكتب شؤون الحجاج أو سفارة", "Pilgrims’ affairs office or embassy")),
            choice("charity", ("جمعية أو مؤسسة أهلية", "Charity or foundation")),
            choice("government", ("جهة حكومية أو مستشفى", "Government body or hospital")),
            OTHER,
        ],
        missing=("اختر نوع الجهة", "Choose the kind of organisation"),
    ),
)
LICENCE = step(
    "licence",
    ("الترخيص", "Licence"),
    question(
        "licence_number",
        "short_text",
        ("رقم الترخيص أو الخطاب", "Number of the licence or letter"),
        ("للتحقق منه لدى جهة إصداره", "To verify it with the body that issued it"),
        hint=("كما هو مكتوب في الوثيقة", "As written on the document"),
        missing=("اكتب رقم الترخيص أو الخطاب", "Write the number of the licence or letter"),
        options={"max_length": 60},
    ),
    conditions=only_when("service", "groups"),
)
LEADER = step(
    "leader",
    ("مسؤول المجموعة", "Leader of the group"),
    question(
        "leader_name",
        "full_name",
        ("الاسم الكامل للمسؤول", "Full name of the leader"),
        ("لنعرف من نخاطب", "To know whom to speak to"),
        hint=("مثل: خالد بن أحمد الحربي", "For example: Khaled Ahmed Alharbi"),
        missing=("اكتب اسم المسؤول", "Write the name of the leader"),
        sensitivity="identity",
    ),
    {
        **MOBILE,
        "value": {
            **MOBILE["value"],
            "purpose": Both("لتأكيد الموعد والتواصل عند الوصول", "To confirm the time and to call on arrival"),
            "missing": Both("اكتب رقم جوال المسؤول", "Write the leader’s mobile number"),
        },
    },
    question(
        "email",
        "email",
        ("البريد الإلكتروني للجهة", "E-mail of the organisation"),
        ("لإرسال التأكيد مكتوبًا", "To send the confirmation in writing"),
        hint=("مثل name@example.com", "For example name@example.com"),
        required=False,
        sensitivity="contact",
    ),
)
SIZE = step(
    "size",
    ("العدد", "Number"),
    question(
        "people_count",
        "whole_number",
        ("كم عدد أفراد المجموعة؟", "How many people are in the group?"),
        ("لنتحقق من السعة", "To see whether we have room"),
        hint=("من 20 إلى 300، مثل 45", "From 20 to 300, for example 45"),
        missing=("اكتب عدد أفراد المجموعة", "Write how many people are in the group"),
        options={"min": 1, "max": 5000},
    ),
    exit_page(
        "small_group",
        ("أهلًا بكم دون حجز", "You are welcome without booking"),
        (
            (
                "الحجز للمجموعات من 20 شخصًا فأكثر. توجّهوا إلى أقرب نقطة، والسقيا والوجبات والإرشاد متاحة لكم.\n"
                f"للسؤال قبل الوصول اتصلوا على {CALL}."
            ),
            (
                "Booking is for groups of 20 or more. Come to the nearest point: water, meals and guidance are "
                "there for "
                "you.\n"
                f"To ask before you come, call {CALL}."
            ),
        ),
        only_when("people_count", "20", "less_than"),
    ),
    exit_page(
        "large_group",
        ("المجموعات الكبيرة تُرتّب هاتفيًا", "Large groups are arranged by telephone"),
        (
            f"لأكثر من 300 شخص نقسّم الاستقبال على مواعيد. اتصلوا على {CALL} لنرتّبها معكم.",
            (
                f"For more than 300 people we split the reception into several times. Call {CALL} and we arrange it "
                "together."
            ),
        ),
        only_when("people_count", "301", "at_least"),
    ),
    conditions=GROUPS,
)
ARRIVAL = step(
    "arrival",
    ("الموعد", "Time"),
    question(
        "arrival_date",
        "date",
        ("يوم الوصول أو الموعد", "Day of arrival or appointment"),
        ("لنحجز لكم الموعد", "To keep the time for you"),
        hint=(
            f"بعد ثلاثة أيام من الآن على الأقل. ولموعد أقرب اتصلوا على {CALL}.",
            f"At least three days from now. For an earlier day, call {CALL}.",
        ),
        missing=("اكتب يوم الوصول أو الموعد", "Write the day of arrival or appointment"),
        options={"when": "future"},
    ),
    question(
        "arrival_time",
        "single_choice",
        ("الفترة", "Time of day"),
        ("لنهيئ الفريق", "To have the team ready"),
        choices=[
            choice("dawn", ("الفجر والصباح", "Dawn and morning")),
            choice("noon", ("الظهر والعصر", "Noon and afternoon")),
            choice("evening", ("المغرب والعشاء", "Evening")),
            choice("night", ("آخر الليل", "Late night")),
        ],
        missing=("اختر الفترة", "Choose the time of day"),
    ),
)
PLACE = step(
    "point",
    ("مكان الاستقبال", "Place"),
    question(
        "point",
        "single_choice",
        ("عند أي نقطة؟", "At which point?"),
        ("لنهيئ المكان", "To have the place ready"),
        choices=[
            choice("miqat", ("نقطة ميقات الجحفة", "The point at Miqat al-Juhfah")),
            choice("road", ("نقطة استراحة طريق الساحل", "The point at the coastal road rest area")),
        ],
        missing=("اختر النقطة", "Choose the point"),
    ),
    conditions=GROUPS,
)
RECEPTION = step(
    "reception",
    ("الاستقبال", "Reception"),
    question(
        "reception_needs",
        "several_choices",
        ("ما الذي تحتاج إليه المجموعة؟", "What does the group need?"),
        ("لنهيئه قبل الوصول", "To have it ready before you arrive"),
        hint=("اختر كل ما ينطبق.", "Choose all that apply."),
        choices=[
            choice("hospitality", ("ضيافة وسقيا", "Refreshments and water")),
            choice("meals", ("وجبات", "Meals")),
            choice("guidance", ("إرشاد ومطويات", "Guidance and leaflets")),
            choice("rest", ("استراحة", "A rest stop")),
            choice("wristbands", ("أساور تعريفية", "Identity wristbands")),
            choice("wheelchairs", ("كراسٍ متحركة", "Wheelchairs")),
        ],
        missing=("اختر ما تحتاج إليه المجموعة", "Choose what the group needs"),
    ),
    conditions=only_when("service", "groups"),
)
MEALS = step(
    "meals",
    ("الوجبات", "Meals"),
    question(
        "meal",
        "single_choice",
        ("أي وجبة؟", "Which meal?"),
        ("لنجهّزها في وقتها", "To have it ready in time"),
        choices=[
            choice("iftar", ("إفطار صائم", "Iftar")),
            choice("lunch", ("غداء", "Lunch")),
            choice("dinner", ("عشاء", "Dinner")),
            choice("light", ("وجبة خفيفة", "A light meal")),
        ],
        missing=("اختر الوجبة", "Choose the meal"),
    ),
    question(
        "diet",
        "several_choices",
        ("هل في المجموعة حساسية من طعام أو حمية غذائية؟", "Does anybody in the group have a food allergy or a diet?"),
        ("لنراعيها في الوجبات", "To take them into account"),
        hint=("دون ذكر أسماء.", "Without any names."),
        choices=[
            choice("none", ("لا يوجد", "None")),
            choice("nuts", ("المكسرات", "Nuts")),
            choice("milk", ("الحليب ومشتقاته", "Milk")),
            choice("gluten", ("القمح والغلوتين", "Wheat and gluten")),
            choice("diabetes", ("حمية السكري", "Diet for diabetes")),
            OTHER,
        ],
        missing=("اختر ما نراعيه، أو «لا يوجد»", "Choose what to take into account, or “None”"),
        options={"exclusive": "none"},
    ),
    conditions=only_when("service", "meals"),
)
LANGUAGE = step(
    "language",
    ("الترجمة", "Interpreting"),
    question(
        "languages",
        "several_choices",
        ("ما اللغات المطلوبة؟", "Which languages do you need?"),
        ("لنوفّر المترجم المناسب", "To find the right interpreter"),
        choices=[*LANGUAGES[1:], choice("other", ("لغة أخرى", "Another language"))],
        missing=("اختر اللغة", "Choose the language"),
    ),
    question(
        "interpreting_how",
        "single_choice",
        ("كيف تكون الترجمة؟", "How should the interpreting be done?"),
        ("لنرتّب حضور المترجم أو الاتصال به", "To arrange a visit or a call"),
        choices=[
            choice("phone", ("هاتفيًا", "By telephone")),
            choice("in_person", ("حضوريًا", "In person")),
        ],
        missing=("اختر: هاتفيًا أو حضوريًا", "Choose by telephone or in person"),
    ),
    conditions=INTERPRETING,
)
PLACE_OF_INTERPRETING = step(
    "where",
    ("مكان الترجمة", "Place of the interpreting"),
    question(
        "interpreting_place",
        "short_text",
        ("أين يحضر المترجم؟", "Where should the interpreter come?"),
        ("ليصل في الموعد", "To be there in time"),
        hint=("مثل: قسم الطوارئ في مستشفى رابغ", "For example: the emergency room of Rabigh hospital"),
        missing=("اكتب مكان الحضور", "Write where the interpreter should come"),
        options={"max_length": 200},
    ),
    conditions=only_when("interpreting_how", "in_person"),
)
NOTES = step(
    "notes",
    ("الملاحظات", "Notes"),
    question(
        "notes",
        "long_text",
        ("هل من ملاحظات؟", "Anything else?"),
        ("لنستعد لما لم نسأل عنه", "To prepare for what we did not ask"),
        hint=("دون أسماء أو أرقام هويات. بحد أقصى 500 حرف.", "No names or identity numbers. At most 500 characters."),
        required=False,
        options={"max_length": 500},
    ),
)
CONSENTS = step(
    "consents",
    ("الموافقات", "Consents"),
    {**CONSENT_PROCESS, "value": {**CONSENT_PROCESS["value"], "label": Both("معالجة البيانات", "Use of the details")}},
    CONSENT_SURVEY,
    body=("كل موافقة مستقلة عن الأخرى.", "Each consent stands by itself."),
)

FORM: dict[str, Any] = {
    "slug": "group-request",
    "title": Both("طلب مجموعة أو جهة", "Request of a group or organisation"),
    "search_description": Both(
        "حجز استقبال أو وجبات أو ترجمة لمجموعة أو جهة.", "Book a reception, meals or an interpreter for a group."
    ),
    "track": "assistance",
    "services": ["groups", "meals", "language"],
    "department_key": "volunteers",
    "intro": Both(
        f"للحملات والوفود والجهات: استقبال أو وجبات أو ترجمة، قبل الموعد بثلاثة أيام على الأقل. {SAMPLE.ar}.",
        f"For groups and organisations: reception, meals or interpreting, at least three days ahead. {SAMPLE.en}.",
    ),
    "minutes": 6,
    "privacy_text": privacy(),
    "declaration_text": Both(
        "أُقِرّ بأن البيانات صحيحة، وأني مخوّل بتقديم الطلب عن المجموعة أو الجهة.",
        "I declare that the details are correct and that I may apply on behalf of the group or organisation.",
    ),
    "next_steps_text": Both(
        "نتحقق من السعة ونؤكد لكم الموعد والنقطة.\nإن تغيّر العدد أو الموعد فأخبرونا قبله بيوم.",
        "We see whether there is room and confirm the time and the point.\n"
        "If the number or the time changes, tell us a day ahead.",
    ),
    "two_people": False,
    "retention_months": 12,
    "steps": [
        SERVICE,
        ORGANISATION,
        LICENCE,
        LEADER,
        SIZE,
        ARRIVAL,
        PLACE,
        RECEPTION,
        MEALS,
        LANGUAGE,
        PLACE_OF_INTERPRETING,
        NOTES,
        DOCUMENTS,
        CONSENTS,
    ],
}
