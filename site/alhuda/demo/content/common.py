"""Texts that several pages share."""

from typing import Any

from alhuda.demo.streams import block
from alhuda.demo.words import Both, Prose, prose

SAMPLE = Both("نموذج تجريبي غير معتمد", "Sample, not approved")
TELEPHONE = "+966 12 000 0000"
URGENT_TELEPHONE = "+966 12 000 0001"
# Inside Arabic sentences: isolated, or the groups of digits would be read from the wrong end.
CALL = f"\u2066{TELEPHONE}\u2069"
CALL_URGENTLY = f"\u2066{URGENT_TELEPHONE}\u2069"

OFFICE_HOURS = Both("الأحد إلى الخميس، من 8 صباحًا إلى 4 مساءً", "Sunday to Thursday, 8 am to 4 pm")
SEASON_HOURS = Both("على مدار الساعة في رمضان وموسم الحج", "Day and night in Ramadan and the Hajj season")
OFFICE = Both("مقر الجمعية في محافظة رابغ", "The office of the association in Rabigh")
ROAD_POINTS = Both(
    "نقطة ميقات الجحفة\nنقطة استراحة طريق الساحل",
    "The point at Miqat al-Juhfah\nThe point at the coastal road rest area",
)

RELATIONS = Both("علاقات المستفيدين", "Beneficiary relations")
SOCIAL = Both("الرعاية الاجتماعية", "Social care")
HEALTH = Both("الصحة والإسعاف", "Health and first aid")
VOLUNTEERS = Both("التطوع والعمل الميداني", "Volunteering and field work")
COMMITTEE = Both("لجنة بلاغات المخالفات", "Violations committee")

CALL_OR_VISIT = prose(
    (
        f"اتصل بنا على {CALL}، أو تفضّل بزيارة مقر الجمعية، فيُعبّئ موظف علاقات المستفيدين الطلب معك.",
        f"Call us on {CALL} or visit the office, and a relations officer fills in the application with you.",
    ),
    (
        "ويمكنك كذلك التحدث إلى مندوب الجمعية الميداني في نقاط الخدمة.",
        "You can also speak to our field representative at the service points.",
    ),
)
WALK_IN = prose(
    (
        "لا يلزم تقديم طلب، ويكفي الحضور إلى أقرب نقطة خدمة.",
        "No application is needed: come to the nearest service point.",
    ),
    (f"وللسؤال قبل الحضور اتصل على {CALL}.", f"To ask before you come, call {CALL}."),
)


def sample_note() -> dict[str, Any]:
    """Return the callout that marks a page of text as a sample."""
    text: Prose = prose(
        (
            "كُتب هذا المحتوى لعرض الموقع، ولا يمثّل التزامًا من الجمعية حتى يُعتمد.",
            "This text was written to show how the site works. It binds nobody until it is approved.",
        )
    )
    return block("callout", tone="info", heading=SAMPLE, text=text)
