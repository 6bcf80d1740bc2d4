"""Everything that the demonstration shows, in the order in which one thing needs another.

Not in one transaction: wagtail-localize publishes after a commit, and a parent that waits for its own would forget the
children made meanwhile. Each part is safe to load again.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from wagtail.models import Page

from alhuda.demo import applications, people, roles, tree
from alhuda.demo.content import guide, legal_pages, pages, policies
from alhuda.demo.content.aid_services import AID_SERVICES
from alhuda.demo.content.booked_services import BOOKED_SERVICES
from alhuda.demo.content.forms import FORMS
from alhuda.demo.content.open_services import OPEN_SERVICES
from alhuda.demo.content.people import DEPARTMENTS, INTAKE
from alhuda.demo.translating import translate
from alhuda.demo.words import dictionary
from forms_flow.enums import Role
from forms_flow.pages.models import FormPage
from home.models import HomePage, StandardPage
from services.models import PolicyIndexPage, PolicyPage, ServiceIndexPage, ServicePage, ServicePolicy

REVIEWED_ON = date(2026, 11, 1)
Content = Mapping[str, Any]


class UntranslatedError(Exception):
    """Some Arabic text has no English; its texts are the arguments."""


class BrokenTreeError(Exception):
    """Wagtail finds the page tree inconsistent."""


def load_all() -> None:
    """Load everything. Raises UntranslatedError or BrokenTreeError when the result would not be whole."""
    home = tree.arabic_home()
    site = tree.set_site(home)
    record = tree.set_details(site, guide.SITE_DETAILS)
    people.load_departments(DEPARTMENTS, INTAKE)
    people.load_holidays()
    roles.ensure_roles()
    people.load_staff()
    loaded = list(_load_pages(home))
    record.apply_page = _named(home, "services")
    record.volunteer_page = _named(home, "volunteering")
    record.privacy_page = _named(home, "privacy")
    record.save()
    _translate_all(loaded)
    if any(Page.find_problems()):
        raise BrokenTreeError
    applications.load(home)


def _named(home: HomePage, slug: str) -> Page:
    return Page.objects.child_of(home).get(slug=slug)


def _load_pages(home: HomePage) -> Iterator[tuple[Page, Content]]:
    """Yield every page with its content: parents first, forms after their services, pages after what they lead to."""
    tree.fill(home, pages.HOME)
    yield tree.save(home), pages.HOME
    yield from _services(home)
    responsible = people.staff_member(Role.EDITOR)
    for form in FORMS:
        yield tree.put(FormPage, home, {**form, "owner": responsible}), form
    yield _standard(home, pages.VOLUNTEERING)
    yield from _policies(home)
    for content in (pages.ABOUT, pages.CONTACT, legal_pages.PRIVACY_NOTICE, legal_pages.ACCESSIBILITY):
        yield _standard(home, content)


def _standard(home: HomePage, content: Content) -> tuple[Page, Content]:
    return tree.put(StandardPage, home, content), content


def _services(home: HomePage) -> Iterator[tuple[Page, Content]]:
    index = tree.put(ServiceIndexPage, home, guide.SERVICES_INDEX)
    yield index, guide.SERVICES_INDEX
    for content in (*AID_SERVICES, *BOOKED_SERVICES):
        full = _service(content)
        yield tree.put(ServicePage, index, full), full
    for content in OPEN_SERVICES:
        full = {"state": "walk_in", "no_documents": True, "answer_amount": 0, **_service(content)}
        yield tree.put(ServicePage, index, full), full


def _service(content: Content) -> Content:
    """Return a service with what all of them share."""
    own = {"key": content["slug"], "search_description": content["summary"]}
    return {**own, "reviewed_on": REVIEWED_ON, "is_sample": True, **content}


def _policies(home: HomePage) -> Iterator[tuple[Page, Content]]:
    index = tree.put(PolicyIndexPage, home, guide.POLICIES_INDEX)
    yield index, guide.POLICIES_INDEX
    for content in policies.POLICIES:
        yield tree.put(PolicyPage, index, content), content
    _govern(index)


def _govern(index: PolicyIndexPage) -> None:
    """Let the policies on applications govern every service that takes them (req 10); save each service once."""
    governing = PolicyPage.objects.child_of(index).filter(slug__in=[content["slug"] for content in policies.GOVERNING])
    served = [content["slug"] for content in (*AID_SERVICES, *BOOKED_SERVICES)]
    for service in ServicePage.objects.filter(slug__in=served, locale=index.locale):
        known = set(service.governing_policies.values_list("policy_id", flat=True))
        missing = [policy for policy in governing if policy.pk not in known]
        service.governing_policies.add(*(ServicePolicy(policy=policy) for policy in missing))
        if missing:
            tree.save(service)


def _translate_all(loaded: list[tuple[Page, Content]]) -> None:
    missing: list[str] = []
    for page, content in loaded:
        fresh = type(page).objects.get(pk=page.pk)
        missing += translate(fresh, dictionary(content))
    if missing:
        raise UntranslatedError(*missing)
