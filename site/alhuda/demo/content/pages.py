"""The home page and the ordinary pages."""

from typing import Any

from alhuda.demo.content.common import sample_note
from alhuda.demo.streams import block
from alhuda.demo.words import Both, PageAt, Prose, prose


def heading(arabic: str, english: str) -> dict[str, Any]:
    """Return a section heading."""
    return block("heading", text=Both(arabic, english), level="2")


def text(*paragraphs: tuple[str, str]) -> dict[str, Any]:
    """Return paragraphs."""
    return block("paragraph", prose(*paragraphs))


def listing(*items: tuple[str, str], look: str = "points") -> dict[str, Any]:
    """Return a list."""
    return block("list", heading="", look=look, items=[Both(*item) for item in items])


def answer(question: tuple[str, str], *paragraphs: tuple[str, str]) -> dict[str, Any]:
    """Return a question with its answer."""
    said: Prose = prose(*paragraphs)
    return block("question", question=Both(*question), answer=said)


def cards(heading_: tuple[str, str], *items: tuple[str, tuple[str, str], tuple[str, str]]) -> dict[str, Any]:
    """Return cards, each (slug of a page, title, text)."""
    return block(
        "link_cards",
        heading=Both(*heading_),
        cards=[{"title": Both(*title), "text": Both(*said), "page": PageAt(slug)} for slug, title, said in items],
    )


HOME: dict[str, Any] = {
    "title": Both("الرئيسية", "Home"),
    "search_description": Both(
        "خدمات جمعية الهدى لمساعدة الحجاج والمعتمرين في رابغ وميقات الجحفة، وتقديم الطلبات والاستعلام عنها.",
        "Services of Al-Huda Association for pilgrims in Rabigh and at Miqat al-Juhfah, applications and their status.",
    ),
    "hero_title": Both("في خدمة ضيوف الرحمن برابغ وميقات الجحفة", "Serving pilgrims in Rabigh and at Miqat al-Juhfah"),
    "hero_text": Both(
        "إرشاد وتوعية صحية وإغاثة للحجاج والمعتمرين وذويهم. جميع خدماتنا دون رسوم، ونبلغك بنتيجة طلبك خلال مدة معلنة.",
        "Guidance, health advice and relief for pilgrims and their families. All our services are free of charge, and "
        "we tell you the result of your application within a stated time.",
    ),
    "urgent_text": Both("في الحالات الطارئة اتصل بالرقم الموحد 911", "In an emergency call 911"),
    "body": [
        block(
            "services",
            heading=Both("خدماتنا", "Our services"),
            intro=Both(
                "اختر الخدمة لتعرف شروطها والمستندات المطلوبة ومدة الرد.",
                "Choose a service to see its conditions, the documents it asks for and how soon we answer.",
            ),
        ),
        block(
            "steps",
            heading=Both("كيف نتعامل مع طلبك", "What happens to your application"),
            intro=Both(
                "أربع مراحل واضحة، وتعرف في كل مرحلة ما بعدها.",
                "Four clear stages, and you always know what comes next.",
            ),
            steps=[
                {
                    "title": Both("تقديم الطلب", "You apply"),
                    "text": Both(
                        "نموذج من خطوات قصيرة، ويمكنك الحفظ والعودة إليه من أي جهاز.",
                        "A form of short steps; save it and come back to it on any device.",
                    ),
                },
                {
                    "title": Both("التحقق", "We check"),
                    "text": Both(
                        "نراجع البيانات والمستندات، ونطلب منك ما ينقص بوضوح.",
                        "We look at details and documents, and ask plainly for what is missing.",
                    ),
                },
                {
                    "title": Both("الدراسة", "We study"),
                    "text": Both(
                        "تدرس الجهة المختصة طلبك خلال المدة المعلنة في صفحة الخدمة.",
                        "The department concerned studies it within the time stated on the page of the service.",
                    ),
                },
                {
                    "title": Both("النتيجة والخدمة", "Result and service"),
                    "text": Both(
                        "نبلغك بالنتيجة، ثم نقدّم الخدمة، ولك أن تقيّمها في استبانة قصيرة.",
                        "We tell you the result and give the service, and you can rate it in a short survey.",
                    ),
                },
            ],
        ),
        block(
            "policies",
            heading=Both("السياسات والحوكمة", "Policies and governance"),
            intro=Both("الوثائق التي نعمل بها، متاحة للجميع.", "The documents we work by, open to everybody."),
        ),
        block(
            "contact_channels",
            heading=Both("قنوات التواصل", "Ways to reach us"),
            intro=Both(
                "لمن يفضّل التحدث إلينا أو يحتاج إلى من يعينه على تقديم الطلب.",
                "For those who prefer to speak to us, or need help with an application.",
            ),
        ),
    ],
}

ABOUT: dict[str, Any] = {
    "slug": "about",
    "title": Both("عن الجمعية", "About us"),
    "show_in_menus": True,
    "search_description": Both("تعريف بالجمعية ومجال عملها.", "Who we are and what we do."),
    "intro": Both(
        "جمعية أهلية في محافظة رابغ، تخدم الحجاج والمعتمرين وذويهم على طريق الساحل وفي ميقات الجحفة.",
        "A non-profit association in Rabigh governorate that serves pilgrims and their families on the coastal road "
        "and at Miqat al-Juhfah.",
    ),
    "body": [
        sample_note(),
        heading("ماذا نفعل", "What we do"),
        listing(
            ("إرشاد القاصدين وتوعيتهم", "Guide pilgrims and inform them"),
            ("توعية صحية وإسعاف أولي", "Give health advice and first aid"),
            ("إغاثة من تعطّلت رحلته", "Help those whose journey was interrupted"),
            ("تنظيم العمل التطوعي لأهالي المنطقة", "Organise volunteers of the region"),
        ),
        heading("كيف نعمل", "How we work"),
        text(
            (
                "نعلن لكل خدمة شروطها ومستنداتها ومدة الرد عليها، ونُسأل عمّا أعلنّاه.",
                "We publish the conditions, documents and answer time of each service, and answer for them.",
            )
        ),
    ],
}

VOLUNTEERING: dict[str, Any] = {
    "slug": "volunteering",
    "title": Both("التطوع معنا", "Volunteer with us"),
    "show_in_menus": True,
    "search_description": Both("مجالات التطوع في خدمة ضيوف الرحمن.", "Ways to volunteer in the service of pilgrims."),
    "intro": Both(
        "فرص لأهالي المنطقة في الإرشاد والسقيا والإسعاف والترجمة والتوثيق الإعلامي والتنظيم.",
        "Roles for people of the region in guiding, water, first aid, interpreting, media and organising.",
    ),
    "body": [
        sample_note(),
        heading("قبل التقديم", "Before you apply"),
        listing(
            (
                "العمر 18 سنة فأكثر، ومن بلغ 16 سنة بموافقة ولي أمره",
                "Age 18 and over, or 16 and over with a guardian’s consent",
            ),
            ("رخصة مهنية سارية للمهام الصحية", "A valid professional licence for health roles"),
            ("قبول ميثاق المتطوع والالتزام بالسرية", "Acceptance of the volunteer charter and of confidentiality"),
        ),
        heading("كيف تنضم إلينا", "How to join"),
        text(
            (
                "تملأ النموذج، ثم ندعوك إلى مقابلة أو لقاء تعريفي، وبعده تختار نوباتك.",
                (
                    "You fill in the form, we invite you to an interview or an orientation, and then you choose your "
                    "shifts."
                ),
            ),
            (
                "تُوثَّق ساعات التطوع في المنصة الوطنية للعمل التطوعي.",
                "Hours are documented on the National Volunteering Platform.",
            ),
        ),
        cards(
            ("التقديم", "Apply"),
            (
                "volunteer",
                ("طلب التطوع", "Volunteer application"),
                ("نحو 10 دقائق، ويمكنك الحفظ والعودة إليه.", "About 10 minutes; you can save it and come back."),
            ),
        ),
    ],
}

CONTACT: dict[str, Any] = {
    "slug": "contact",
    "title": Both("تواصل معنا", "Contact us"),
    "show_in_menus": True,
    "search_description": Both("قنوات التواصل مع الجمعية وأوقات العمل.", "How and when to reach the association."),
    "intro": Both(
        "اختر القناة الأيسر لك، ونعاملك في جميعها بالعناية نفسها.",
        "Choose the way that suits you. You get the same care in all of them.",
    ),
    "body": [
        sample_note(),
        block("contact_channels", heading=Both("قنواتنا", "Our channels"), intro=""),
        cards(
            ("راسلنا من الموقع", "Write to us here"),
            (
                "inquiry",
                ("استفسار", "Inquiry"),
                ("سؤال واحد، وجوابه خلال يومي عمل.", "One question, answered within two working days."),
            ),
            (
                "complaint",
                ("تقديم شكوى", "Complaint"),
                (
                    "باسمك أو دون اسم، وينظر فيها غير من اشتكيت منه.",
                    "With or without your name; nobody decides on a complaint about themselves.",
                ),
            ),
            (
                "suggestion",
                ("اقتراح أو شكر", "Suggestion or thanks"),
                ("رأيك يحسّن ما نقدّمه.", "What you tell us improves what we do."),
            ),
            (
                "group-request",
                ("طلب مجموعة أو جهة", "Request of a group or organisation"),
                ("استقبال أو وجبات أو ترجمة.", "Reception, meals or interpreting."),
            ),
            (
                "privacy-request",
                ("طلب بشأن بياناتي الشخصية", "Request about my personal data"),
                ("اطلاع أو تصحيح أو إتلاف، خلال 30 يومًا.", "See, correct or destroy it, within 30 days."),
            ),
            (
                "satisfaction-survey",
                ("استبانة رضا المستفيد", "Satisfaction survey"),
                ("خمسة أسئلة في دقيقتين، دون اسم.", "Five questions in two minutes, without your name."),
            ),
            (
                "report-violation",
                ("الإبلاغ عن مخالفة", "Reporting a violation"),
                ("يصل إلى لجنة بلاغات المخالفات وحدها.", "It reaches the violations committee alone."),
            ),
        ),
        heading("أسئلة شائعة", "Common questions"),
        answer(
            ("هل يمكن لغيري تقديم الطلب عني؟", "Can somebody else apply for me?"),
            (
                "نعم، بعلمك وموافقتك. ويمكن لموظف علاقات المستفيدين تعبئته معك.",
                "Yes, with your knowledge and consent. A relations officer can also fill it in with you.",
            ),
        ),
        answer(
            ("كيف أعرف نتيجة طلبي؟", "How do I learn the result?"),
            (
                "نبلغك برسالة. ويمكنك الاستعلام عن طلبك برقمه وآخر أربعة أرقام من جوالك.",
                "We send you a message. You can also look it up by reference and the end of your mobile number.",
            ),
        ),
    ],
}
