"""The lists of services and of policies, and the site's own details."""

from typing import Any

from alhuda.demo.content.common import OFFICE_HOURS, TELEPHONE, URGENT_TELEPHONE
from alhuda.demo.words import Both

SERVICES_INDEX: dict[str, Any] = {
    "slug": "services",
    "title": Both("دليل الخدمات", "Services"),
    "show_in_menus": True,
    "search_description": Both(
        "خدمات الجمعية وشروطها ومدة الرد عليها.", "Our services, their conditions and answer times."
    ),
    "introduction": Both(
        "جميع الخدمات دون رسوم. اختر الخدمة لتعرف من يستفيد منها وما يلزمك.",
        "All services are free of charge. Choose one to see who can get it and what you need.",
    ),
}

POLICIES_INDEX: dict[str, Any] = {
    "slug": "policies",
    "title": Both("السياسات والحوكمة", "Policies and governance"),
    "show_in_menus": True,
    "search_description": Both("سياسات الجمعية ولوائحها.", "Policies and bylaws of the association."),
    "introduction": Both(
        "الوثائق التي نعمل بها، ومتى اعتُمدت.", "The documents we work by, and when they were approved."
    ),
}

SITE_DETAILS: dict[str, Any] = {
    "brand_name": Both("جمعية الهدى لمساعدة الحجاج", "Al-Huda Association for Helping Pilgrims"),
    "tagline": Both("محافظة رابغ", "Rabigh, Saudi Arabia"),
    "registration": Both(
        "مسجلة في المركز الوطني لتنمية القطاع غير الربحي برقم 1682",
        "Registered with the National Centre for Non-Profit Sector, no. 1682",
    ),
    "address": Both("محافظة رابغ، منطقة مكة المكرمة", "Rabigh governorate, Makkah region"),
    "hours": OFFICE_HOURS,
    "telephone": TELEPHONE,
    "urgent_telephone": URGENT_TELEPHONE,
    "email": "info@alhuda.example",
}
