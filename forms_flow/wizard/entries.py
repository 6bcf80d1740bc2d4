"""The pages of a repeating group: one for each entry, and one that asks before an entry is removed."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from forms_flow.fields.companions_field import entry_title
from forms_flow.fields.forms import StepForm
from forms_flow.records.drafts import Draft, StaleDraftError
from forms_flow.wizard import gate, stumbles
from forms_flow.wizard.group import Group, group_of
from forms_flow.wizard.journey import Journey
from forms_flow.wizard.later import offer_link
from forms_flow.wizard.responses import over, owners_page, show
from forms_flow.wizard.steps import CHANGED, CONFLICT, WITHIN
from home.private_pages import SeeOther

Page = Callable[[HttpRequest, Group, int], HttpResponse]


@owners_page
@require_http_methods(["GET", "HEAD", "POST"])
def entry(request: HttpRequest, journey: Journey, step: str, number: int) -> HttpResponse:
    """Show or save one entry."""
    return _in_group(request, journey, step, number, _post_entry if request.method == "POST" else _get_entry)


@owners_page
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, journey: Journey, step: str, number: int) -> HttpResponse:
    """Ask whether an entry is to be removed, and remove it."""
    return _in_group(request, journey, step, number, _post_remove if request.method == "POST" else _get_remove)


def _in_group(request: HttpRequest, journey: Journey, step: str, number: int, page: Page) -> HttpResponse:
    """Answer with a page of the step's group, when it is the step's turn."""
    group = group_of(journey, step)
    if journey.is_sent or group is None or not journey.may_open(step):
        return SeeOther(journey.next_url())
    barred = gate.stopped(request, journey) if request.method != "POST" else None
    return barred or page(request, group, number)


def _get_entry(request: HttpRequest, group: Group, number: int) -> HttpResponse:
    is_new = number == group.next_number and group.may_grow
    if not group.has(number) and not is_new:
        return SeeOther(_list_url(request, group))
    return _show(request, group, number, group.form_as_left(number))


def _post_entry(request: HttpRequest, group: Group, number: int) -> HttpResponse:
    """Save the entry and go back to the list, or come back with its mistakes."""
    form = group.form(number, request.POST)
    if _is_stale(request, group.journey):
        return _refuse_stale(request, group, number, form)
    if number > group.next_number or number < 1 or (number == group.next_number and not group.may_grow):
        return SeeOther(_list_url(request, group))
    put_off = "later" in request.POST
    group.record(number, form, put_off=put_off)
    try:
        group.journey.save()
    except StaleDraftError:
        return _overtaken(request, group, number)
    if put_off:
        return offer_link(group.journey)
    stumbles.count(group.journey, form, refused={})
    return SeeOther(_own_url(request, group, number) if group.is_open(number) else _list_url(request, group))


def _refuse_stale(request: HttpRequest, group: Group, number: int, form: StepForm) -> HttpResponse:
    """Show what was typed beside the news that somebody saved; a mere repeat of what is saved goes on."""
    entries = group.entries
    if form.is_valid() and 1 <= number <= len(entries) and entries[number - 1] == form.answers:
        return SeeOther(_list_url(request, group))
    place = min(max(number, 1), group.next_number)
    if place == group.next_number and not group.may_grow:
        return SeeOther(_list_url(request, group))
    # Bound to the place it would be saved in: the entries may have moved since the page was fetched.
    return _show(request, group, place, group.form(place, request.POST), is_stale=True)


def _overtaken(request: HttpRequest, group: Group, number: int) -> HttpResponse:
    """Answer a post that lost a race: look at it again beside what the winner saved."""
    draft = Draft.objects.filter(pk=group.journey.draft.pk).first()
    if draft is None:
        return over(request)
    journey = Journey(draft, group.journey.language, group.journey.secret)
    return _in_group(request, journey, group.step.key, number, _post_entry)


def _get_remove(request: HttpRequest, group: Group, number: int) -> HttpResponse:
    if not group.has(number):
        return SeeOther(_list_url(request, group))
    context = _context(request, group, number)
    return show(request, "entry_remove", context)


def _post_remove(request: HttpRequest, group: Group, number: int) -> HttpResponse:
    """Remove the entry that the page named; one that may be another by now stays."""
    url = _list_url(request, group)
    if _is_stale(request, group.journey) or not group.has(number):
        return SeeOther(f"{url}{'&' if '?' in url else '?'}{CHANGED}=1")
    group.remove(number)
    try:
        group.journey.save()
    except StaleDraftError:
        return SeeOther(f"{url}{'&' if '?' in url else '?'}{CHANGED}=1")
    return SeeOther(url)


def _show(request: HttpRequest, group: Group, number: int, form: StepForm, *, is_stale: bool = False) -> HttpResponse:
    context = {
        **_context(request, group, number),
        "form": form,
        "errors": form.summary_of_errors if form.is_bound else [],
        "is_stale": is_stale,
        "place": group.journey.place(group.step.key),
        "is_saved": bool(group.journey.state.passed),
        "newer_url": _list_url(request, group),
        "action": _own_url(request, group, number),
    }
    return show(request, "entry", context, status=CONFLICT if is_stale else 200)


def _context(request: HttpRequest, group: Group, number: int) -> dict[str, Any]:
    return {
        "journey": group.journey,
        "heading": entry_title(number),
        "name": group.name(number),
        "back_url": _list_url(request, group),
        "row_version": group.journey.draft.row_version,
    }


def _own_url(request: HttpRequest, group: Group, number: int) -> str:
    marks = [f"{mark}=1" for mark in ("change", WITHIN) if mark in request.GET]
    return group.url(number) + ("?" + "&".join(marks) if marks else "")


def _list_url(request: HttpRequest, group: Group) -> str:
    """Return where an entry's page leads back to: its list, or check-answers for who came straight from there."""
    journey = group.journey
    if "change" in request.GET and journey.first_open() is None:
        return journey.next_url()
    return journey.step_url(group.step) + ("?change=1" if WITHIN in request.GET else "")


def _is_stale(request: HttpRequest, journey: Journey) -> bool:
    """Tell whether the page was fetched before somebody saved. A post that names no state is not a tab."""
    return request.POST.get("row_version") not in {None, str(journey.draft.row_version)}
