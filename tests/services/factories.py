"""Small makers of pages and files. Every word is made up for the tests."""

import io
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import docx
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser, Group, Permission
from wagtail.models import GroupPagePermission, Locale, Page, Site
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from home.models import HomePage
from services.models import PolicyIndexPage, PolicyPage, ServiceIndexPage, ServicePage, ServicePolicy

SERVICE: dict[str, Any] = {
    "key": "wheelchair",
    "summary": "نعير كرسيًا متحركًا لمن يحتاج إليه في الطريق.",
    "who_can": "<ul><li>كبار السن</li><li>المصابون</li></ul>",
    "who_cannot": "<p>من لديه كرسي من جهة أخرى.</p>",
    "documents": [("document", {"key": "identity", "label": "الهوية", "help": "سارية المفعول", "required": True})],
    "steps": [("step", "تقديم الطلب"), ("step", "استلام الكرسي")],
    "answer_amount": 5,
    "hours": "من الثامنة صباحًا إلى الرابعة عصرًا",
    "places": "نقطة الميقات\nمقر الجمعية",
    "other_ways": "<p>بالهاتف أو في المقر.</p>",
    "department_key": "relations",
    "department_name": "علاقات المستفيدين",
    "reviewed_on": date(2026, 11, 1),
    "audiences": ["hajj"],
    "needs": ["mobility"],
}
POLICY_BODY: list[tuple[str, Any]] = [
    ("heading", "الغرض"),
    ("paragraph", "توضح هذه الوثيقة كيف نعير الأجهزة."),
    ("heading", "القواعد"),
    ("clauses", [{"marker": "1.", "text": "الإعارة دون رسوم."}, {"marker": "2.", "text": "مدتها أسبوعان."}]),
]


def home() -> HomePage:
    """Return the Arabic home page that the migrations made, fresh from the table."""
    return HomePage.objects.get(locale__language_code="ar")


def english() -> Locale:
    """Return the English locale."""
    return Locale.objects.get_or_create(language_code="en")[0]


def live_child(parent: Page, page: Page) -> Any:
    """Add a page below `parent` and publish it."""
    page.live = False
    parent.refresh_from_db()
    parent.add_child(instance=page)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def services_guide() -> ServiceIndexPage:
    """Return the services guide, made on first use."""
    return ServiceIndexPage.objects.first() or live_child(home(), ServiceIndexPage(title="الخدمات", slug="services"))


def policy_list() -> PolicyIndexPage:
    """Return the list of policies, made on first use."""
    return PolicyIndexPage.objects.first() or live_child(home(), PolicyIndexPage(title="السياسات", slug="policies"))


def unsaved_service(**changes: Any) -> ServicePage:
    """Return a complete draft that is in no table."""
    values = {"title": "إعارة الكراسي", "slug": "wheelchair", "live": False, **SERVICE, **changes}
    return ServicePage(locale=Locale.objects.get(language_code="ar"), **values)


def a_service(**changes: Any) -> ServicePage:
    """Return a published service; its key and slug follow from `key`."""
    key = changes.get("key", SERVICE["key"])
    return live_child(services_guide(), unsaved_service(**{"slug": key, **changes}))


def a_policy(**changes: Any) -> PolicyPage:
    """Return a published policy that no board has approved yet."""
    values = {"title": "سياسة الإعارة", "slug": "lending", "body": POLICY_BODY, **changes}
    return live_child(policy_list(), PolicyPage(**values))


def govern(service: ServicePage, policy: PolicyPage) -> None:
    """Let the policy govern the service."""
    ServicePolicy.objects.create(page=service, policy=policy)


def translate(page: Page, strings: dict[str, str], on_commit: Callable[..., Any]) -> Any:
    """Return the published English translation made by wagtail-localize; untold strings get an English stand-in.

    `on_commit` is pytest-django's django_capture_on_commit_callbacks: wagtail-localize publishes on commit.
    """
    for above in page.get_ancestors().filter(depth__gte=2).specific():
        if not above.has_translation(english()):
            translate(above, {}, on_commit)
    source, _made = TranslationSource.update_or_create_from_instance(page)
    translation, _made = Translation.objects.update_or_create(source=source, target_locale=english())
    for segment in StringSegment.objects.filter(source=source).select_related("string"):
        told = strings.get(segment.string.data, f"English {segment.pk}")
        StringTranslation.objects.update_or_create(
            translation_of=segment.string, locale=english(), context=segment.context, defaults={"data": told}
        )
    with on_commit(execute=True):
        translation.save_target(publish=True)
    return type(page).objects.get(translation_key=page.translation_key, locale=english())


def staff_user(name: str = "policy-editor", *, adds_below: Page | None = None) -> AbstractUser:
    """Return a person with access to the admin, who may add pages below `adds_below`."""
    user = get_user_model().objects.create_user(name, password="long enough password")
    group = Group.objects.create(name=name)
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    if adds_below:
        permission = Permission.objects.get(codename="add_page", content_type__app_label="wagtailcore")
        GroupPagePermission.objects.create(group=group, page=adds_below, permission=permission)
    user.groups.add(group)
    return user


def word_file(paragraphs: Sequence[tuple[str, str]]) -> bytes:
    """Return a .docx of (style, text) paragraphs; Word's own styles carry headings and list numbers."""
    document = docx.Document()
    for style, text in paragraphs:
        document.add_paragraph(text, style=style or None)
    return saved(document)


def saved(document: Any) -> bytes:
    """Return a python-docx document as bytes."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def site() -> Site:
    """Return the default site."""
    return Site.objects.get(is_default_site=True)
