"""Two short policies, written for the demonstration and approved by nobody."""

from typing import Any

from alhuda.demo.content.common import SAMPLE
from alhuda.demo.streams import block
from alhuda.demo.words import Both


def clauses(*texts: tuple[str, str]) -> dict[str, Any]:
    """Return a numbered list."""
    items = [{"marker": f"{number}.", "text": Both(*text)} for number, text in enumerate(texts, 1)]
    return block("clauses", items)


def _note() -> dict[str, Any]:
    return block(
        "paragraph",
        Both(
            f"{SAMPLE.ar}: كُتب هذا النص لعرض الموقع، ولا يُعمل به حتى يعتمده مجلس الإدارة.",
            f"{SAMPLE.en}: this text was written to show the site. It is not in force until the board approves it.",
        ),
    )


PRIVACY: dict[str, Any] = {
    "slug": "data-privacy",
    "title": Both("سياسة خصوصية البيانات", "Data privacy policy"),
    "search_description": Both(
        "نموذج تجريبي لسياسة خصوصية بيانات المستفيدين والمتطوعين.",
        "A sample policy on the data of applicants and volunteers.",
    ),
    "approving_body": Both("مجلس الإدارة", "Board of directors"),
    "keeper": Both("مسؤول حماية البيانات الشخصية", "Privacy officer"),
    "body": [
        _note(),
        block("heading", Both("الغرض", "Purpose")),
        block(
            "paragraph",
            Both(
                "تبيّن هذه السياسة ما نجمعه من بيانات، ولماذا، ومن يطّلع عليها، وكيف تُحفظ.",
                "This policy says which data we collect, why, who sees it and how it is kept.",
            ),
        ),
        block("heading", Both("المبادئ", "Principles")),
        clauses(
            (
                "لا نطلب بيانًا إلا لغرض مكتوب بجانب السؤال نفسه.",
                "We ask for nothing without a purpose written beside the question.",
            ),
            (
                "يطّلع على البيانات من يحتاج إليها في عمله فقط، ويُسجَّل كل اطلاع.",
                "Only people who need the data for their work see it, and it is recorded each time somebody opens it.",
            ),
            (
                "تُحفظ البيانات مشفّرة، وتُفصل البيانات الصحية والمالية عن غيرها.",
                "Data is kept encrypted, and health and money are kept apart from the rest.",
            ),
            (
                "لا تُشارك البيانات مع جهة أخرى إلا بموافقة صاحبها أو بنصّ نظامي.",
                "Data goes to another body only with the person’s consent or where the law says so.",
            ),
        ),
        block("heading", Both("حقوق صاحب البيانات", "Rights of the person")),
        clauses(
            ("الاطلاع على بياناته والحصول على نسخة منها.", "To see the data and receive a copy."),
            ("طلب تصحيحها أو إتلافها.", "To have it corrected or destroyed."),
            ("سحب موافقته متى شاء.", "To withdraw consent at any time."),
        ),
    ],
}

SATISFACTION: dict[str, Any] = {
    "slug": "satisfaction",
    "title": Both("سياسة قياس رضا المستفيدين", "Policy on measuring satisfaction"),
    "search_description": Both(
        "نموذج تجريبي لسياسة قياس رضا المستفيدين والاستفادة من نتائجه.",
        "A sample policy on asking people how satisfied they are and using what they say.",
    ),
    "approving_body": Both("مجلس الإدارة", "Board of directors"),
    "keeper": Both("علاقات المستفيدين", "Beneficiary relations"),
    "body": [
        _note(),
        block("heading", Both("متى نسأل", "When we ask")),
        clauses(
            (
                "بعد إغلاق كل طلب، برابط صالح لمدة محددة.",
                "After each application is closed, by a link with an end date.",
            ),
            (
                "في نقاط الخدمة خلال الموسم، دون طلب أي بيان شخصي.",
                "At the service points in the season, without any personal detail.",
            ),
        ),
        block("heading", Both("ماذا نفعل بالنتائج", "What we do with the answers")),
        clauses(
            ("تُعرض النتائج على الإدارة كل ثلاثة أشهر.", "The results go to the management every three months."),
            (
                "يُسجَّل كل إجراء تحسين، والمسؤول عنه، وموعده.",
                "Each improvement is recorded, with its owner and its date.",
            ),
            ("تُنشر النتائج الإجمالية مرة في السنة.", "The overall results are published once a year."),
        ),
    ],
}

WHISTLE_BLOWING: dict[str, Any] = {
    "slug": "whistle-blowing",
    "title": Both("سياسة الإبلاغ عن المخالفات", "Policy on reporting violations"),
    "search_description": Both(
        "نموذج تجريبي لسياسة الإبلاغ عن المخالفات وحماية من يبلّغ.",
        "A sample policy on reporting violations and protecting those who report.",
    ),
    "approving_body": Both("مجلس الإدارة", "Board of directors"),
    "keeper": Both("لجنة بلاغات المخالفات", "Violations committee"),
    "body": [
        _note(),
        block("heading", Both("كيف تبلّغ", "How to report")),
        clauses(
            (
                "بنموذج «الإبلاغ عن مخالفة» في صفحة التواصل، باسمك أو دون اسم.",
                "By the form “Reporting a violation” on the contact page, with your name or without.",
            ),
            (
                "بخطاب مغلق إلى اللجنة في مقر الجمعية.",
                "By a closed letter to the committee at the office.",
            ),
            (
                "لدى الجهة المشرفة، وهي المركز الوطني لتنمية القطاع غير الربحي.",
                "To the supervising body, the National Centre for Non-Profit Sector.",
            ),
        ),
        block("heading", Both("من ينظر فيه", "Who looks into it")),
        clauses(
            (
                "لا يطّلع عليه إلا أعضاء اللجنة، ويتنحى منهم من كان طرفًا فيه.",
                "Only the members of the committee see it; a member who is involved steps aside.",
            ),
            (
                "ترد اللجنة على من أبلغ دون اسم عبر رقم المتابعة ورمزه.",
                "Whoever reported without a name finds the answer by number and code.",
            ),
        ),
        block("heading", Both("حماية من يبلّغ", "Protection of those who report")),
        clauses(
            (
                "لا يُضارّ من أبلغ بحسن نية وإن لم تثبت المخالفة.",
                "Nobody suffers for reporting in good faith, even when nothing is proven.",
            ),
            (
                "لا تسعى الجمعية إلى معرفة من أبلغ دون اسم.",
                "The association does not try to find out who reported without a name.",
            ),
        ),
    ],
}

#: Those that govern every application, and all of them.
GOVERNING = [PRIVACY, SATISFACTION]
POLICIES = [*GOVERNING, WHISTLE_BLOWING]
