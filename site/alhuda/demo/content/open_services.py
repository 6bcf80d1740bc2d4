"""The services that are given on the spot, without an application."""

from typing import Any

from alhuda.demo.content.aid_services import steps
from alhuda.demo.content.common import (
    CALL,
    HEALTH,
    RELATIONS,
    ROAD_POINTS,
    SEASON_HOURS,
    VOLUNTEERS,
    WALK_IN,
)
from alhuda.demo.words import Both, points, prose

EVERYBODY = prose(("الخدمة متاحة للجميع.", "The service is open to everybody."))

GUIDANCE: dict[str, Any] = {
    "slug": "guidance",
    "title": Both("الإرشاد والتوعية", "Guidance"),
    "summary": Both(
        "مرشدون بلغات متعددة يرشدون القاصدين إلى صفة الإحرام ومواقع الخدمات، بمواد صادرة عن وزارة الشؤون الإسلامية.",
        "Guides in several languages explain how to enter ihram and where services are, from material issued by the "
        "Ministry of Islamic Affairs.",
    ),
    "who_can": points(
        ("الحجاج والمعتمرون ومرافقوهم", "Every pilgrim and those with them"),
        ("الحملات والوفود العابرة", "Groups passing through"),
    ),
    "who_cannot": prose(
        (
            "لا يجيب المرشدون عن أسئلة الفتوى، ويدلّونك على الرقم الرسمي للإفتاء.",
            "Guides give no religious rulings. They show you the official line for those.",
        ),
    ),
    "steps": steps(
        ("تحضر إلى نقطة الإرشاد أو تتصل بنا.", "You come to a guidance point or call us."),
        ("يجيبك المرشد ويعطيك مطوية بلغتك.", "A guide answers and gives you a leaflet in your language."),
        ("ما يحتاج إلى فتوى نحيلك فيه إلى الجهة الرسمية.", "For a ruling we refer you to the official body."),
        ("الأسئلة المكتوبة نرد عليها خلال يومي عمل.", "Written questions are answered within two working days."),
    ),
    "hours": SEASON_HOURS,
    "places": ROAD_POINTS,
    "other_ways": WALK_IN,
    "department_key": "relations",
    "department_name": RELATIONS,
    "audiences": ["hajj", "umrah", "family", "organisation"],
    "needs": ["guidance"],
}

WATER: dict[str, Any] = {
    "slug": "water",
    "title": Both("سقيا الحجاج والمعتمرين", "Water for pilgrims"),
    "summary": Both(
        "مياه مبرّدة ومشروبات عند نقاط الطريق والميقات، ويزداد التوزيع في رمضان وموسم الحج.",
        "Chilled water and drinks at road points and the miqat, more of it in Ramadan and the Hajj season.",
    ),
    "who_can": points(("كل من يمرّ بنقاط التوزيع", "Everyone who passes a distribution point")),
    "who_cannot": EVERYBODY,
    "steps": steps(
        ("تقف عند نقطة التوزيع.", "You stop at a distribution point."),
        ("تتسلّم السقيا من المتطوعين.", "Volunteers hand you the drinks."),
        ("تحجز المجموعات من 20 شخصًا فأكثر مسبقًا.", "Groups of 20 and more book ahead."),
    ),
    "season": "ramadan_hajj",
    "hours": SEASON_HOURS,
    "places": ROAD_POINTS,
    "other_ways": WALK_IN,
    "department_key": "volunteers",
    "department_name": VOLUNTEERS,
    "audiences": ["hajj", "umrah", "family"],
    "needs": ["food"],
}

FIRST_AID: dict[str, Any] = {
    "slug": "first-aid",
    "title": Both("الإسعافات الأولية والتوعية الصحية", "First aid and health advice"),
    "summary": Both(
        "إسعاف أولي وقياس الضغط والسكر والتوعية من الإجهاد الحراري على يد متطوعين مؤهلين، "
        "والإحالة إلى المستشفى عند الحاجة.",
        "First aid, blood pressure and sugar checks and advice against heat stress by qualified volunteers, and "
        "referral to the hospital where needed.",
    ),
    "who_can": points(("الحجاج والمعتمرون ومرافقوهم", "Every pilgrim and those with them")),
    "who_cannot": prose(
        (
            "لا تُصرف أدوية ولا تُتابع الحالات بعد مغادرة النقطة.",
            "No medicine is given, and nobody is followed up after leaving the point.",
        ),
    ),
    "steps": steps(
        ("تحضر إلى النقطة الصحية.", "You come to the health point."),
        ("يقيّم المسعف حالتك.", "A first-aider looks at your condition."),
        ("يسعفك أو يحيلك إلى المستشفى.", "You are helped or referred to the hospital."),
    ),
    "hours": SEASON_HOURS,
    "places": ROAD_POINTS,
    "other_ways": WALK_IN,
    "department_key": "health",
    "department_name": HEALTH,
    "audiences": ["hajj", "umrah", "family"],
    "needs": ["health"],
    "urgent": True,
    "urgent_note": Both(
        "في الحالات الحرجة اتصل أولًا بالإسعاف على 997 أو بالرقم الموحد 911.",
        "In a critical case call the ambulance on 997 or 911 first.",
    ),
    "call_number": "997",
}

LOST: dict[str, Any] = {
    "slug": "lost",
    "title": Both("إرشاد التائهين وإيصالهم إلى ذويهم", "Lost people brought back to their families"),
    "summary": Both(
        "نستقبل التائهين من كبار السن والأطفال عند نقاطنا، ونتواصل مع ذويهم "
        "أو مع الجهات ذات العلاقة، ونوزّع أساور تعريفية.",
        "We receive lost older people and children at our points, contact their families or the authorities, and give "
        "out identity wristbands.",
    ),
    "who_can": points(
        ("التائه ومن يبحث عنه من ذويه", "Lost people and the families who look for them"),
        ("الحملات التي تطلب أساور تعريفية", "Groups that ask for wristbands"),
    ),
    "who_cannot": EVERYBODY,
    "steps": steps(
        ("تتصل بنا أو تحضر إلى أقرب نقطة.", "You call us or come to the nearest point."),
        ("تصف الشخص ومكان آخر مشاهدة له.", "You describe the person and where they were last seen."),
        (
            "نتواصل مع الجهات ذات العلاقة، ونسلّمه إلى ذويه بمحضر.",
            "We contact the authorities, and hand the person over to the family with a record.",
        ),
    ),
    "hours": SEASON_HOURS,
    "places": ROAD_POINTS,
    "other_ways": prose((f"الاتصال أسرع: {CALL}.", f"Calling is faster: {CALL}.")),
    "department_key": "volunteers",
    "department_name": VOLUNTEERS,
    "audiences": ["hajj", "umrah", "family"],
    "needs": ["lost"],
    "urgent": True,
    "urgent_note": Both(
        "عند فقد طفل اتصل الآن بالرقم الموحد 911، ثم بنا.", "If a child is lost, call 911 now, and then us."
    ),
    "call_number": "911",
}

OPEN_SERVICES = [GUIDANCE, WATER, FIRST_AID, LOST]
