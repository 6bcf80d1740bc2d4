"""The services that are asked for with the assistance application."""

from datetime import date
from typing import Any

from hijridate import Hijri

from alhuda.demo.content.common import (
    CALL_OR_VISIT,
    CALL_URGENTLY,
    OFFICE,
    OFFICE_HOURS,
    ROAD_POINTS,
    SEASON_HOURS,
    SOCIAL,
    VOLUNTEERS,
)
from alhuda.demo.streams import block
from alhuda.demo.words import Both, points, prose

NONE = Both("", "")


def document(key: str, label: Both, text: Both = NONE, *, required: bool = True) -> dict[str, Any]:
    """Return one document that a service asks for."""
    return block("document", key=key, label=label, help=text, required=required)


def steps(*texts: tuple[str, str]) -> list[dict[str, Any]]:
    """Return the steps from asking to receiving."""
    return [block("step", Both(*text)) for text in texts]


IDENTITY = document(
    "identity",
    Both("صورة الهوية أو الجواز", "Copy of the identity or passport"),
    Both("يظهر فيها الاسم والرقم بوضوح", "Name and number can be read"),
)
PERMIT = document(
    "permit",
    Both("تصريح الحج أو حجز العمرة", "Hajj permit or Umrah booking"),
    Both("لقطة شاشة من تطبيق نسك تكفي", "A screenshot of the Nusuk app is enough"),
)

MOBILITY: dict[str, Any] = {
    "slug": "mobility",
    "title": Both("الكراسي المتحركة والأجهزة المساندة", "Wheelchairs and mobility aids"),
    "summary": Both(
        "إعارة كرسي متحرك أو عكازات حتى 14 يومًا، ومساندة كبار السن والأشخاص ذوي الإعاقة عند الميقات ونقاط الاستراحة.",
        "Loan of a wheelchair or crutches for up to 14 days, and help for older people and persons with disabilities "
        "at the miqat and the rest points.",
    ),
    "who_can": points(
        ("الحاج أو المعتمر من كبار السن أو الأشخاص ذوي الإعاقة أو المصابين", "Older, disabled or injured pilgrims"),
        ("الحامل التي تحتاج إلى كرسي أثناء النسك", "Pregnant women who need a chair during the rites"),
        ("المرافق الذي يتسلّم الجهاز عن المستفيد بعلمه", "A companion who receives the aid with the person’s knowledge"),
    ),
    "who_cannot": prose(
        (
            "من يطلب الجهاز للتملّك أو للاستعمال خارج رحلة النسك.",
            "People who want to keep the aid, or use it outside the pilgrimage.",
        ),
    ),
    "documents": [
        IDENTITY,
        document(
            "medical-report",
            Both("تقرير طبي", "Medical report"),
            Both("إذا زادت مدة الإعارة على 7 أيام", "If the loan is longer than 7 days"),
            required=False,
        ),
    ],
    "steps": steps(
        ("تقدّم الطلب وتحدد الجهاز ومدة الإعارة.", "You apply and say which aid you need and for how long."),
        ("نتحقق من توفر الجهاز ونبلغك بالنتيجة.", "We check that it is available and tell you the result."),
        ("تتسلّم الجهاز بسند استلام من أقرب نقطة.", "You receive the aid against a receipt at the nearest point."),
        ("تعيد الجهاز في موعده إلى أي نقطة من نقاطنا.", "You return it on time to any of our points."),
    ),
    "answer_amount": 1,
    "hours": OFFICE_HOURS,
    "places": ROAD_POINTS,
    "other_ways": CALL_OR_VISIT,
    "department_key": "health",
    "department_name": Both("الصحة والإسعاف", "Health and first aid"),
    "audiences": ["hajj", "umrah", "family"],
    "needs": ["mobility", "health"],
}

IHRAM_KIT: dict[str, Any] = {
    "slug": "ihram-kit",
    "title": Both("حقيبة الإحرام ومستلزمات الحاج", "Ihram and pilgrim kit"),
    "summary": Both(
        "حقيبة فيها لباس إحرام ومستلزمات أساسية لمن لا يستطيع شراءها، مرة واحدة في الموسم.",
        "A bag with an ihram and basic items for those who cannot buy them, once a season.",
    ),
    "who_can": points(
        ("الحاج أو المعتمر من محدودي الدخل", "Pilgrims of limited means"),
        ("من فقد أمتعته في الطريق", "Pilgrims who lost their belongings on the way"),
    ),
    "who_cannot": prose(("من تسلّم حقيبة في الموسم نفسه.", "Anyone who received a kit in the same season.")),
    "documents": [IDENTITY, PERMIT],
    "steps": steps(
        ("تقدّم الطلب وتختار المقاس ومكان الاستلام.", "You apply and choose size and place of collection."),
        ("نتحقق من البيانات ونبلغك بالنتيجة.", "We check the details and tell you the result."),
        ("تتسلّم الحقيبة برقم طلبك.", "You collect the kit with your reference."),
    ),
    "answer_amount": 3,
    "season": "ramadan_hajj",
    "hours": OFFICE_HOURS,
    "places": OFFICE,
    "other_ways": CALL_OR_VISIT,
    "department_key": "social",
    "department_name": SOCIAL,
    "audiences": ["hajj", "umrah"],
    "needs": ["aid"],
}

STRANDED: dict[str, Any] = {
    "slug": "stranded",
    "title": Both("مساندة المنقطعين وأصحاب المركبات المتعطلة", "Help for stranded pilgrims and broken-down vehicles"),
    "summary": Both(
        "نساند الحاج أو المعتمر المنقطع على الطريق في محافظة رابغ: إصلاح يسير، أو سحب المركبة، "
        "أو إيصال إلى أقرب محطة أو نقطة آمنة.",
        "Help for pilgrims stuck on the road in Rabigh governorate: a small repair, towing, or a lift to the nearest "
        "station or safe point.",
    ),
    "who_can": points(
        ("الحاج أو المعتمر المنقطع داخل محافظة رابغ", "Pilgrims stuck within Rabigh governorate"),
        (
            "من تعطّلت مركبته وهو في طريقه إلى النسك أو عائد منه",
            "Pilgrims whose vehicle broke down on the way there or back",
        ),
    ),
    "who_cannot": points(
        (
            "من لا يحمل تصريح الحج في أيام الموسم: نرشده إلى الجهات ذات العلاقة",
            "In the season, people without a Hajj permit: we point them to the authorities concerned",
        ),
        (
            "طلبات السفر إلى مكة المكرمة في الموسم: هي لحملة التصاريح مع الناقلين المرخّصين",
            "In the season, requests for travel to Makkah: that is for permit holders, with licensed carriers",
        ),
    ),
    "documents": [
        IDENTITY,
        document(
            "permit",
            Both("تصريح الحج", "Hajj permit"),
            Both("في أيام موسم الحج", "In the days of the Hajj season"),
            required=False,
        ),
        document(
            "vehicle",
            Both("رخصة سير المركبة (الاستمارة)", "Vehicle registration"),
            Both("عند طلب السحب", "When towing is asked for"),
            required=False,
        ),
    ],
    "steps": steps(
        ("تتصل بنا أو ترسل الطلب وتصف موقعك.", "You call or send the application and describe where you are."),
        ("نقدّر الحاجة ونوجّه أقرب فريق.", "We assess the need and send the nearest team."),
        ("يصل الفريق ويقدّم المساندة الممكنة.", "The team arrives and gives what help it can."),
    ),
    "answer_amount": 30,
    "answer_unit": "minute",
    "answer_calendar": "season",
    "season": "ramadan_hajj",
    "hours": SEASON_HOURS,
    "places": ROAD_POINTS,
    "other_ways": prose((f"الاتصال أسرع: {CALL_URGENTLY}.", f"Calling is faster: {CALL_URGENTLY}.")),
    "department_key": "volunteers",
    "department_name": VOLUNTEERS,
    "audiences": ["hajj", "umrah", "family"],
    "needs": ["road"],
    "urgent": True,
    "urgent_note": Both(
        "إن كنت في خطر أو معك مصاب فاتصل الآن بالرقم الموحد 911، وابتعد بمن معك عن مسار السيارات.",
        "If you are in danger or somebody is hurt, call 911 now and move everybody away from the traffic.",
    ),
    "call_number": "911",
}

UMRAH_AID: dict[str, Any] = {
    "slug": "umrah-aid",
    "title": Both("عمرة ميسّرة لمحدودي الدخل", "Umrah for people of limited means"),
    "summary": Both(
        "رحلة عمرة دون رسوم، تشمل النقل مع ناقل مرخّص والإعاشة والإرشاد، لمن لم يعتمر في السنوات الخمس الأخيرة "
        "من محدودي الدخل في محافظة رابغ.",
        "An Umrah trip free of charge, with a licensed carrier, meals and a guide, for people of limited means in "
        "Rabigh who have not done Umrah in the last five years.",
    ),
    "who_can": points(
        (
            "المقيم في محافظة رابغ من المواطنين وحملة هوية مقيم سارية",
            "Residents of Rabigh: citizens, and holders of a valid resident identity",
        ),
        ("من لم يؤدّ العمرة في السنوات الخمس الأخيرة", "People who have not done Umrah in the last five years"),
        (
            "محدود الدخل، والأولوية لكبار السن والأشخاص ذوي الإعاقة",
            "People of limited means; older people and persons with disabilities come first",
        ),
    ),
    "who_cannot": prose(
        ("من استفاد من الخدمة في السنوات الخمس الأخيرة.", "Anyone who used this service in the last five years."),
    ),
    "documents": [
        IDENTITY,
        document("income", Both("إثبات الدخل أو الضمان الاجتماعي", "Proof of income or Social Security")),
        document(
            "medical-report",
            Both("تقرير طبي", "Medical report"),
            Both("للأشخاص ذوي الإعاقة", "For persons with disabilities"),
            required=False,
        ),
    ],
    "steps": steps(
        ("تقدّم الطلب وترفق المستندات.", "You apply and attach the documents."),
        ("نتحقق من اكتمال البيانات.", "We check that nothing is missing."),
        ("تدرس لجنة الرعاية الاجتماعية الطلب.", "The social care committee studies the application."),
        ("نبلغك بالنتيجة، ثم تستكمل التسجيل.", "We tell you the result, then you complete the registration."),
        ("تلتقي بالمرشد قبل الرحلة.", "You meet the guide before the trip."),
    ),
    "answer_amount": 10,
    "hours": OFFICE_HOURS,
    "places": OFFICE,
    "other_ways": CALL_OR_VISIT,
    "department_key": "social",
    "department_name": SOCIAL,
    "audiences": ["umrah", "resident"],
    "needs": ["aid"],
}

RELIEF: dict[str, Any] = {
    "slug": "relief",
    "title": Both("الإغاثة العاجلة للحجاج والمعتمرين", "Urgent relief for pilgrims"),
    "summary": Both(
        "مساندة من تعرّض لحادث أو مرض أو فقد أمتعته في رابغ: احتياجات أساسية، وتواصل مع ذويه ومع الجهات ذات العلاقة.",
        "Help after an accident, illness or loss of belongings in Rabigh: basic items, and contact with the family and "
        "the authorities concerned.",
    ),
    "who_can": points(
        ("الحاج أو المعتمر الذي توقفت رحلته في رابغ أو قريبًا منها", "Pilgrims whose journey stopped in or near Rabigh"),
        ("ذووه المرافقون له", "The family travelling with them"),
    ),
    "who_cannot": prose(
        (
            "من لا صلة لحاجته برحلة النسك: نرشده إلى الجمعية المعنيّة.",
            "People whose need is not part of a pilgrimage: we point them to the right association.",
        ),
    ),
    "documents": [
        IDENTITY,
        document(
            "permit",
            Both("تصريح الحج", "Hajj permit"),
            Both("في أيام موسم الحج", "In the days of the Hajj season"),
            required=False,
        ),
        document(
            "report",
            Both("تقرير الحادث أو محضر الفقد أو تقرير المستشفى", "Accident, loss or hospital report"),
            Both("إن وُجد", "If there is one"),
            required=False,
        ),
    ],
    "steps": steps(
        ("تتصل بنا أو تقدّم الطلب.", "You call or apply."),
        ("يتواصل معك باحث الحالة في اليوم نفسه.", "A case officer contacts you the same day."),
        (
            "نقدّم الاحتياج العاجل وننسّق مع الجهات ذات العلاقة.",
            "We give what is urgent and coordinate with the bodies concerned.",
        ),
    ),
    "answer_amount": 4,
    "answer_unit": "hour",
    "answer_calendar": "season",
    "hours": SEASON_HOURS,
    "places": OFFICE,
    "other_ways": CALL_OR_VISIT,
    "department_key": "social",
    "department_name": SOCIAL,
    "audiences": ["hajj", "umrah", "family"],
    "needs": ["road", "aid"],
    "urgent": True,
    "urgent_note": Both(
        "إن كانت حياة أحد في خطر فاتصل الآن بالرقم الموحد 911، أو بالإسعاف على 997.",
        "If somebody’s life is in danger, call 911 now, or the ambulance on 997.",
    ),
    "call_number": "911",
}

#: The window of a season is set by its Hijri dates.
HAJJ_WINDOW = ((1448, 8, 1), (1448, 8, 29))


def _day(year: int, month: int, day: int) -> date:
    return date(*Hijri(year, month, day).to_gregorian().datetuple())


HAJJ_AID: dict[str, Any] = {
    "slug": "hajj-aid",
    "title": Both("إعانة غير القادرين على أداء فريضة الحج", "Help for a first Hajj"),
    "summary": Both(
        "ترشيح من لم يحج من غير القادرين ماليًا لأداء الفريضة عبر الجهات المرخّصة، وفق المقاعد المتاحة في كل موسم. "
        "الترشيح لا يُعدّ تصريح حج.",
        "Nomination of people who cannot pay for their first Hajj, through licensed providers and by the seats of each "
        "season. A nomination is not a Hajj permit.",
    ),
    "who_can": points(
        ("من لم يؤدّ فريضة الحج من قبل", "People who have not done Hajj before"),
        (
            "غير القادر على التكلفة، والأولوية لكبار السن ومستفيدي الضمان الاجتماعي",
            "People who cannot pay; older people and receivers of Social Security come first",
        ),
        (
            "من عمر 25 سنة، وللنساء ومن يرافقهن من المحارم من 18 سنة",
            "From the age of 25; women and the men of their family with them from 18",
        ),
        (
            "من يحمل هوية تبقى سارية بعد 15 ذي الحجة، ويستطيع أداء المناسك",
            "Holders of an identity document valid after 15 Dhu al-Hijjah who are fit for the rites",
        ),
    ),
    "who_cannot": prose(("من سبق له الحج، أو رُشّح في موسم سابق وحج.", "Anyone who has done Hajj already.")),
    "documents": [
        IDENTITY,
        document("income", Both("إثبات الدخل أو الضمان الاجتماعي", "Proof of income or Social Security")),
        document(
            "fitness",
            Both("تقرير اللياقة الصحية", "Medical fitness report"),
            Both("من مركز صحي خلال آخر ثلاثة أشهر", "From a health centre, not older than three months"),
        ),
        document(
            "vaccination",
            Both("شهادة التطعيم", "Vaccination certificate"),
            Both("من تطبيق صحتي", "From the Sehhaty app"),
        ),
        document(
            "companion-papers",
            Both("هوية المحرم أو المعين", "Papers of the mahram or helper"),
            Both("إن كان معك مرافق", "If somebody comes with you"),
            required=False,
        ),
    ],
    "steps": steps(
        ("يُفتح التقديم في موعده الهجري المعلن.", "Applications open on the published Hijri date."),
        ("تقدّم الطلب وترفق المستندات.", "You apply and attach the documents."),
        (
            "نتحقق من البيانات، ثم تدرسها اللجنة وفق نقاط معلنة.",
            "We check; then the committee weighs it by published points.",
        ),
        ("نبلغك بنتيجة الترشيح، ولك التظلّم منها.", "We tell you the result, and you may object to it."),
        ("تُستكمل إجراءات التصريح لدى الجهة الرسمية.", "The permit is completed with the authority."),
    ),
    "answer_amount": 20,
    "season": "hajj",
    "state": "opens_on",
    "opens_on": _day(*HAJJ_WINDOW[0]),
    "closes_on": _day(*HAJJ_WINDOW[1]),
    "state_note": Both(
        "جهّز المستندات قبل ذلك، وتأكد من سريان الهوية.",
        "Meanwhile get the documents ready, and make sure that your identity document is valid.",
    ),
    "hours": OFFICE_HOURS,
    "places": OFFICE,
    "other_ways": CALL_OR_VISIT,
    "department_key": "social",
    "department_name": SOCIAL,
    "audiences": ["hajj", "resident"],
    "needs": ["aid"],
}

AID_SERVICES = [MOBILITY, UMRAH_AID, HAJJ_AID, STRANDED, RELIEF, IHRAM_KIT]
