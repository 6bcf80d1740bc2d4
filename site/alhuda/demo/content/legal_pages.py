"""The privacy notice and the accessibility statement."""

from typing import Any

from alhuda.demo.content.common import CALL, sample_note
from alhuda.demo.content.pages import heading, listing, text
from alhuda.demo.words import Both

PRIVACY_NOTICE: dict[str, Any] = {
    "slug": "privacy",
    "title": Both("إشعار الخصوصية", "Privacy notice"),
    "show_contents": True,
    "search_description": Both(
        "ما نفعله ببياناتك وما حقوقك فيها.", "What we do with your data and what you can ask for."
    ),
    "intro": Both(
        "ما نجمعه من بياناتك عند تقديم طلب، ولماذا، وما حقوقك.",
        "What we collect when you apply, why, and what your rights are.",
    ),
    "body": [
        sample_note(),
        heading("ما نجمعه", "What we collect"),
        text(
            (
                "نجمع ما تكتبه في النموذج وما ترفقه به فقط. وبجانب كل سؤال سبب طرحه.",
                "Only what you write in the form and attach to it. Beside each question we say why we ask.",
            )
        ),
        heading("من يطّلع عليه", "Who sees it"),
        listing(
            ("موظفو الجهة المختصة بطلبك داخل الجمعية", "Staff of the department that handles your application"),
            ("صاحب صلاحية الاعتماد", "The person who approves"),
            ("لا أحد خارج الجمعية إلا بموافقتك أو بنصّ نظامي", "Nobody outside, unless you consent or the law says so"),
        ),
        heading("كيف نحفظه", "How we keep it"),
        text(
            (
                "تُحفظ الإجابات والمرفقات مشفّرة، ويُسجَّل كل اطلاع عليها.",
                "Answers and attachments are kept encrypted, and each opening of them is recorded.",
            ),
            (
                "مدة الاحتفاظ المقترحة 12 شهرًا بعد إغلاق الطلب، وهي بانتظار اعتماد مجلس الإدارة.",
                "The proposed time is 12 months after an application is closed; the board has yet to approve it.",
            ),
        ),
        heading("حقوقك", "Your rights"),
        listing(
            ("معرفة ما لدينا من بياناتك والحصول على نسخة منه", "To know what we hold about you and receive a copy"),
            ("طلب تصحيحه أو إتلافه", "To have it corrected or destroyed"),
            ("سحب موافقتك", "To withdraw your consent"),
        ),
        text(
            (
                f"لأي طلب بشأن بياناتك الشخصية اتصل على {CALL} واطلب مسؤول حماية البيانات الشخصية.",
                f"For any request about your personal data call {CALL} and ask for the privacy officer.",
            )
        ),
        heading("ملفات الارتباط", "Cookies"),
        text(
            (
                "لا نستعمل في صفحات العرض أي ملف ارتباط. وعند تعبئة طلب نستعمل ملفًا واحدًا ضروريًا يحفظ لك طلبك.",
                "Our public pages set no cookie. While you apply, one necessary cookie keeps the application yours.",
            )
        ),
    ],
}

ACCESSIBILITY: dict[str, Any] = {
    "slug": "accessibility",
    "title": Both("سهولة الوصول", "Accessibility"),
    "search_description": Both(
        "كيف يعمل الموقع للجميع وكيف تبلغنا بصعوبة واجهتها.",
        "How the site works for everybody, and how to report a difficulty.",
    ),
    "intro": Both(
        "نريد أن يستعمل الموقع كل أحد، بأي جهاز وبأي وسيلة مساعدة.",
        "We want everybody to be able to use this site, with any device and any assistive technology.",
    ),
    "body": [
        sample_note(),
        heading("ما التزمنا به", "What we aim for"),
        listing(
            (
                "الموقع كله يعمل من لوحة المفاتيح وبقارئ الشاشة",
                "The whole site works from the keyboard and with a screen reader",
            ),
            (
                "تعمل النماذج على الهواتف القديمة ودون برمجة في المتصفح",
                "Forms work on old phones and without scripts in the browser",
            ),
            ("الأرقام تُقبل بأي صورة كُتبت", "Digits are accepted however they are written"),
            ("يمكن إتمام كل خدمة بالهاتف أو في المقر", "Every service can also be had by telephone or at the office"),
        ),
        heading("أبلغنا عن صعوبة", "Tell us about a difficulty"),
        text((f"اتصل على {CALL} وسنرد عليك في أيام العمل.", f"Call {CALL} and we answer on working days.")),
    ],
}
