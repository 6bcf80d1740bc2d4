"""The first pages and departments of a real site. What is there already is left as it is."""

from collections.abc import Mapping
from typing import Any

from wagtail.models import Page

from alhuda.demo import people, roles, tree
from alhuda.demo.content import structure
from alhuda.demo.translating import english, translate
from alhuda.demo.words import Both, dictionary
from forms_flow.pages.models import FormPage
from home.models import HomePage, StandardPage
from services.models import PolicyIndexPage, ServiceIndexPage

Content = Mapping[str, Any]


def found_site(*, details: Mapping[str, Any], departments: Mapping[str, Both]) -> None:
    """Make what is missing of a real site. The first department receives new applications."""
    home = tree.arabic_home()
    site = tree.set_site(home)
    record = tree.set_details(site, details)
    if departments:
        people.load_departments(departments, next(iter(departments)))
    roles.ensure_roles()
    _begin_home(home)
    services = _put(ServiceIndexPage, home, structure.SERVICES)
    _put(PolicyIndexPage, home, structure.POLICIES)
    _put(StandardPage, home, structure.CONTACT_PAGE)
    privacy = _put(StandardPage, home, structure.PRIVACY_PAGE, publish=False)
    _put(FormPage, home, structure.FORM, publish=False)
    record.apply_page = record.apply_page or services.page_ptr
    record.privacy_page = record.privacy_page or privacy.page_ptr
    record.save()


def _begin_home(home: HomePage) -> None:
    """Fill the home page once; it has English only after that."""
    if not home.has_translation(english()):
        tree.fill(home, structure.START)
        translate(tree.save(home), dictionary(structure.START))


def _put(model: type[Page], home: HomePage, content: Content, *, publish: bool = True) -> Page:
    page = model.objects.child_of(home).filter(slug=content["slug"]).first()
    if page is None:
        page = tree.put(model, home, content, publish=publish)
        translate(page, dictionary(content), publish=publish)
    return page
