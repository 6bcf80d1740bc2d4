"""The services that groups, organisations and volunteers ask for with forms of their own."""

from typing import Any

from alhuda.demo.content.aid_services import document, steps
from alhuda.demo.content.common import (
    CALL,
    CALL_OR_VISIT,
    OFFICE,
    OFFICE_HOURS,
    ROAD_POINTS,
    SEASON_HOURS,
    VOLUNTEERS,
)
from alhuda.demo.words import Both, points, prose

CALL_TO_BOOK = prose(
    (
        f"اتصل بنا على {CALL} فيُعبّئ الموظف الطلب معك، أو أرسل خطابًا رسميًا إلى مقر الجمعية.",
        f"Call {CALL} and the staff fill in the request with you, or send an official letter to the office.",
    ),
)

MEALS: dict[str, Any] = {
    "slug": "meals",
    "title": Both("الوجبات وإفطار صائم", "Meals and iftar"),
    "summary": Both(
        "وجبات جاهزة للحجاج والمعتمرين العابرين، وإفطار صائم في رمضان، مع مراعاة الحساسية الغذائية.",
        "Ready meals for pilgrims passing through, and iftar in Ramadan; allergies are taken into account.",
    ),
    "who_can": points(
        ("الحاج أو المعتمر العابر، دون طلب", "Pilgrims passing through, without an application"),
        ("المجموعات من 20 إلى 300 شخص، بطلب مسبق", "Groups of 20 to 300, by request ahead of time"),
    ),
    "who_cannot": prose(
        (
            "الطلبات التجارية وولائم المناسبات.",
            "Commercial orders and private feasts.",
        ),
    ),
    "documents": [
        document("leader-identity", Both("هوية مسؤول المجموعة", "Identity document of the group’s leader")),
    ],
    "steps": steps(
        ("يتسلّم الأفراد الوجبات من نقاطنا مباشرة.", "Individuals receive meals at our points."),
        ("تقدّم المجموعة الطلب قبل الوصول بثلاثة أيام على الأقل.", "A group asks at least three days ahead."),
        ("نؤكد الموعد والنقطة.", "We confirm the time and the point."),
        ("تتسلّم المجموعة الوجبات عند الوصول.", "The group receives the meals on arrival."),
    ),
    "answer_amount": 2,
    "season": "ramadan_hajj",
    "state": "full",
    "state_note": Both(
        "اكتملت مواعيد المجموعات لهذا الشهر. يتسلّم الأفراد الوجبات من نقاطنا دون طلب.",
        "The group times of this month are taken. Individuals receive meals at our points without applying.",
    ),
    "hours": SEASON_HOURS,
    "places": ROAD_POINTS,
    "other_ways": CALL_TO_BOOK,
    "department_key": "volunteers",
    "department_name": VOLUNTEERS,
    "audiences": ["hajj", "umrah", "organisation"],
    "needs": ["food"],
}

LANGUAGE: dict[str, Any] = {
    "slug": "language",
    "title": Both("الترجمة والتواصل", "Interpreting"),
    "summary": Both(
        "مترجمون متطوعون بلغات الحجاج، حضوريًا أو هاتفيًا، عند نقاطنا ولدى المستشفى والجهات ذات العلاقة.",
        "Volunteer interpreters in the pilgrims’ languages, in person or by telephone, at our points, the hospital and "
        "the bodies concerned.",
    ),
    "who_can": points(
        ("الحاج أو المعتمر الذي لا يتحدث العربية", "Pilgrims who do not speak Arabic"),
        ("المستشفى والجهات التي تخدمه", "The hospital and the bodies that serve them"),
    ),
    "who_cannot": prose(
        (
            "لا نترجم وثائق رسمية ولا معاملات تجارية.",
            "We do not translate official papers or business dealings.",
        ),
    ),
    "no_documents": True,
    "steps": steps(
        (
            "تطلب المترجم من أقرب نقطة، ويصلك الرد هاتفيًا خلال ساعة في الموسم.",
            "You ask at a point; in the season somebody answers by telephone within an hour.",
        ),
        ("تحجز الجهة مترجمًا بطلب يحدد اللغة والمكان.", "An organisation books one, naming language and place."),
        ("نوصلك بمن يتحدث لغتك.", "We connect you with somebody who speaks your language."),
    ),
    "answer_amount": 1,
    "hours": OFFICE_HOURS,
    "places": OFFICE,
    "other_ways": CALL_TO_BOOK,
    "department_key": "volunteers",
    "department_name": VOLUNTEERS,
    "audiences": ["hajj", "umrah", "family", "organisation"],
    "needs": ["language"],
}

GROUPS: dict[str, Any] = {
    "slug": "groups",
    "title": Both("استقبال الحملات والوفود", "Reception of groups and delegations"),
    "summary": Both(
        "استقبال حملات الحج والعمرة ووفود الجهات عند نقاطنا: ضيافة ووجبات وإرشاد واستراحة.",
        "Hajj and Umrah groups and delegations are received at our points with refreshments, meals, guidance and a "
        "rest stop.",
    ),
    "who_can": points(
        ("الحملات والشركات المرخّصة", "Licensed operators"),
        ("مكاتب شؤون الحجاج والسفارات والجمعيات", "Pilgrims’ affairs offices, embassies and charities"),
        ("المجموعات من 20 إلى 300 شخص", "Groups of 20 to 300"),
    ),
    "who_cannot": prose(
        (
            "الأفراد والعائلات: نستقبلهم عند النقاط دون حجز.",
            "Individuals and families: they are received at the points without booking.",
        ),
    ),
    "documents": [
        document("licence", Both("الترخيص أو الخطاب الرسمي", "The licence or an official letter")),
        document(
            "passengers",
            Both("كشف الركاب", "Passenger list"),
            Both("الأسماء والأعمار دون أرقام الهويات", "Names and ages, without identity numbers"),
            required=False,
        ),
    ],
    "steps": steps(
        ("تقدّم الجهة الطلب قبل الوصول بثلاثة أيام على الأقل.", "The organisation asks at least three days ahead."),
        ("نتحقق من السعة ونؤكد الموعد والنقطة.", "We see whether there is room, and confirm time and point."),
        ("نستقبلكم ونقدّم ما اتُّفق عليه.", "We receive you and give what was agreed."),
        ("نسأل مسؤول المجموعة عن رضاه.", "We ask the leader how satisfied the group was."),
    ),
    "answer_amount": 2,
    "hours": OFFICE_HOURS,
    "places": ROAD_POINTS,
    "other_ways": CALL_TO_BOOK,
    "department_key": "volunteers",
    "department_name": VOLUNTEERS,
    "audiences": ["hajj", "umrah", "organisation"],
    "needs": ["reception"],
}

VOLUNTEER: dict[str, Any] = {
    "slug": "volunteer",
    "title": Both("التطوع في خدمة ضيوف الرحمن", "Volunteering for pilgrims"),
    "summary": Both(
        "فرص لأهالي المنطقة في الإرشاد والسقيا والإسعاف والترجمة والتوثيق الإعلامي والتنظيم، وتُوثَّق الساعات في "
        "المنصة "
        "الوطنية للعمل التطوعي.",
        "Roles for people of the region in guiding, water, first aid, interpreting, media and organising; the "
        "hours are "
        "documented on the National Volunteering Platform.",
    ),
    "who_can": points(
        ("من بلغ 16 سنة، ومن هم دون 18 بموافقة ولي الأمر", "From 16; under 18 with the guardian’s consent"),
        ("المواطن وحامل هوية مقيم سارية", "Citizens, and holders of a valid resident identity"),
        ("للمهام الصحية: حامل رخصة مهنية سارية", "For health tasks: holders of a valid professional licence"),
    ),
    "who_cannot": prose(
        (
            "من لا يقبل ميثاق المتطوع وحفظ أسرار المستفيدين.",
            "People who do not accept the volunteer charter and its confidentiality.",
        ),
    ),
    "documents": [
        document("identity", Both("صورة الهوية", "Copy of the identity document")),
        document(
            "cv",
            Both("سيرة موجزة", "A short CV"),
            Both("للمهام المتخصصة", "For skilled roles"),
            required=False,
        ),
    ],
    "steps": steps(
        ("تقدّم الطلب وتختار المجالات والأوقات.", "You apply and choose areas and times."),
        ("يدعوك منسّق التطوع إلى مقابلة أو لقاء تعريفي.", "The coordinator invites you to an interview or orientation."),
        ("تُسجَّل في المنصة الوطنية للعمل التطوعي.", "You are registered on the National Volunteering Platform."),
        ("تختار نوباتك، وتنال شهادة بساعاتك.", "You choose shifts and receive a certificate of your hours."),
    ),
    "answer_amount": 5,
    "hours": OFFICE_HOURS,
    "places": OFFICE,
    "other_ways": CALL_OR_VISIT,
    "department_key": "volunteers",
    "department_name": VOLUNTEERS,
    "audiences": ["volunteer", "resident"],
    "needs": ["volunteering"],
}

BOOKED_SERVICES = [MEALS, LANGUAGE, GROUPS, VOLUNTEER]
