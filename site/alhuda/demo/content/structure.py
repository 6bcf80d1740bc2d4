"""The bones of a real site: pages with headings and questions, and not one claim in the association's name."""

from typing import Any

from alhuda.demo.content.forms.assistance import NEED, SERVICE
from alhuda.demo.content.forms.common import CONTACT, DOCUMENTS, IDENTITY, NAME
from alhuda.demo.content.pages import HOME, heading
from alhuda.demo.streams import block
from alhuda.demo.words import Both

START: dict[str, Any] = {
    "title": HOME["title"],
    "search_description": Both("", ""),
    "hero_title": Both("في خدمة ضيوف الرحمن", "Serving pilgrims"),
    "hero_text": Both("", ""),
    "urgent_text": HOME["urgent_text"],
    "body": HOME["body"],
}

SERVICES: dict[str, Any] = {"slug": "services", "title": Both("دليل الخدمات", "Services"), "show_in_menus": True}

POLICIES: dict[str, Any] = {
    "slug": "policies",
    "title": Both("السياسات والحوكمة", "Policies and governance"),
    "show_in_menus": True,
}

CONTACT_PAGE: dict[str, Any] = {
    "slug": "contact",
    "title": Both("تواصل معنا", "Contact us"),
    "show_in_menus": True,
    "body": [block("contact_channels", heading=Both("قنوات التواصل", "Ways to reach us"), intro="")],
}

PRIVACY_PAGE: dict[str, Any] = {
    "slug": "privacy",
    "title": Both("إشعار الخصوصية", "Privacy notice"),
    "body": [
        heading("ما نجمعه", "What we collect"),
        heading("من يطّلع عليه", "Who sees it"),
        heading("كيف نحفظه", "How we keep it"),
        heading("حقوقك", "Your rights"),
    ],
}

FORM: dict[str, Any] = {
    "slug": "assistance",
    "title": Both("طلب مساعدة", "Assistance application"),
    "track": "assistance",
    "steps": [SERVICE, IDENTITY, NAME, CONTACT, NEED, DOCUMENTS],
}
