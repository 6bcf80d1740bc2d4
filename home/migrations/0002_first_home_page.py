"""A fresh site shows a real Arabic home page instead of Wagtail's welcome page."""

import uuid
from typing import Any

from django.db import migrations

WELCOME_PATH = "00010001"

BODY = [
    {
        "type": "services",
        "value": {
            "heading": "خدماتنا",
            "intro": "اختر الخدمة لتعرف شروطها والمستندات المطلوبة ومدة الرد.",
        },
    },
    {
        "type": "steps",
        "value": {
            "heading": "كيف نتعامل مع طلبك",
            "intro": "وفق سياسة إدارة العلاقة مع المستفيدين.",
            "steps": [
                {"title": "تقديم الطلب", "text": "نموذج من خطوات قصيرة، ويمكنك الحفظ والعودة إليه من أي جهاز."},
                {"title": "التحقق", "text": "نراجع البيانات والمستندات، ونطلب منك ما ينقص بوضوح."},
                {"title": "الدراسة", "text": "تدرس الجهة المختصة طلبك خلال المدة المعلنة في صفحة الخدمة."},
                {"title": "النتيجة والخدمة", "text": "نبلغك بالنتيجة، ثم نقدّم الخدمة ونسألك عن رضاك."},
            ],
        },
    },
    {
        "type": "policies",
        "value": {
            "heading": "السياسات والحوكمة",
            "intro": "الوثائق التي نعمل بها، متاحة للجميع.",
        },
    },
    {
        "type": "contact_channels",
        "value": {
            "heading": "قنوات التواصل",
            "intro": "لمن يفضّل التحدث إلينا أو يحتاج إلى من يعينه على تقديم الطلب.",
        },
    },
]

HOME = {
    "title": "الرئيسية",
    "draft_title": "الرئيسية",
    "slug": "home",
    "url_path": "/home/",
    "hero_title": "في خدمة ضيوف الرحمن برابغ وميقات الجحفة",
    "hero_text": (
        "إرشاد وتوعية صحية وإغاثة للحجاج والمعتمرين وذويهم. "
        "جميع خدماتنا دون رسوم، ونبلغك بنتيجة طلبك خلال مدة معلنة."
    ),
    "urgent_text": "في الحالات الطارئة اتصل بالرقم الموحد 911",
    "search_description": "خدمات جمعية الهدى لمساعدة الحجاج والمعتمرين في رابغ وميقات الجحفة، وتقديم الطلبات والاستعلام عنها.",
}

SETTINGS = {
    "brand_name_ar": "جمعية الهدى لمساعدة الحجاج",
    "brand_name_en": "Al-Huda Association for Helping Pilgrims",
    "tagline_ar": "محافظة رابغ",
    "tagline_en": "Rabigh, Saudi Arabia",
    "registration_ar": "مسجلة في المركز الوطني لتنمية القطاع غير الربحي برقم 1682",
    "registration_en": "Registered with the National Centre for Non-Profit Sector, no. 1682",
}


def create_home(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001 - Django's signature
    """Put the home page in the place of the welcome page, which nobody has touched yet."""
    page_model = apps.get_model("wagtailcore", "Page")
    home_model = apps.get_model("home", "HomePage")
    site_model = apps.get_model("wagtailcore", "Site")
    welcome = page_model.objects.filter(path=WELCOME_PATH, content_type__model="page", numchild=0).first()
    if home_model.objects.exists() or welcome is None:
        return
    locale = welcome.locale
    welcome.delete()  # takes the default site along
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label="home", model="homepage")
    body = [_with_ids(block) for block in BODY]
    place = {"path": WELCOME_PATH, "depth": 2, "numchild": 0, "live": True}
    home = home_model.objects.create(locale=locale, content_type=kind, body=body, **place, **HOME)
    site = site_model.objects.create(hostname="localhost", port=80, root_page=home, is_default_site=True)
    apps.get_model("home", "SiteSettings").objects.create(site=site, **SETTINGS)


def _with_ids(block: dict[str, Any]) -> dict[str, Any]:
    """Give a block, and the items of a list in it, the identifiers by which wagtail-localize finds their texts."""
    fields = {name: _items(content) if isinstance(content, list) else content for name, content in block["value"].items()}
    return {"type": block["type"], "value": fields, "id": str(uuid.uuid4())}


def _items(contents: list[Any]) -> list[dict[str, Any]]:
    return [{"type": "item", "value": content, "id": str(uuid.uuid4())} for content in contents]


class Migration(migrations.Migration):
    """Content only; the tables are those of the migration before."""

    dependencies = [("home", "0001_initial"), ("contenttypes", "0002_remove_content_type_name")]

    operations = [migrations.RunPython(create_home, migrations.RunPython.noop)]
