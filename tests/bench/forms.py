"""One step of a form and one sending, beside ``wagtail.contrib.forms`` with the same twelve questions in one run."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale, Page, Site

from forms_flow.records.departments import Department
from forms_flow.records.versions import FormVersion
from tests.bench import questions
from tests.bench.measure import CPU, WALL, Figures, Work, line, rounds
from tests.bench.peer.models import PeerField, PeerFormPage

OK, MOVED = 200, 303


class Ours:
    """A journey of ours in the hands of one browser."""

    def __init__(self) -> None:
        """Begin a journey."""
        self.client = Client()
        begun = self.client.post(reverse("wizard:new", kwargs={"flow_key": questions.KEY}))
        self.step_url = begun["Location"]
        self.answers = questions.our_answers()

    def read(self) -> None:
        """Fetch the step."""
        _expect(self.client.get(self.step_url), OK)

    def save(self) -> None:
        """Send the step; the answers are sealed and kept."""
        _expect(self.client.post(self.step_url, self.answers), MOVED)

    def send(self) -> None:
        """Send the application."""
        check = self.step_url.replace("/all/", "/check/")
        answer = self.client.post(check, {"declaration": "on"})
        _expect(answer, MOVED)
        assert answer["Location"].endswith("/done/"), answer["Location"]


class Theirs:
    """The peer's page in the hands of one browser."""

    def __init__(self, page: PeerFormPage) -> None:
        """Read the page once."""
        self.client = Client()
        self.url = page.get_url()
        self.answers = questions.their_answers()

    def read(self) -> None:
        """Fetch the form."""
        _expect(self.client.get(self.url), OK)

    def send(self) -> None:
        """Send it; they store the answers as they are."""
        answer = self.client.post(self.url, self.answers)
        _expect(answer, OK)
        assert b"Thank you" in answer.content


def report(*, calls: int, times: int) -> list[str]:
    """Measure and return the lines of the report."""
    prepare()
    ours, theirs = Ours(), Theirs(PeerFormPage.objects.get())
    reading = rounds({"ours": ours.read, "theirs": theirs.read}, calls=calls, times=times, clock=CPU)
    saving = rounds({"ours": ours.save, "theirs": theirs.send}, calls=calls, times=times, clock=CPU)
    sending = _sendings(theirs, calls=calls, times=times)
    queries = f"queries: read {_queries(ours.read)} and {_queries(theirs.read)}, save {_queries(ours.save)}"
    return [
        line("step shown, CPU", reading["ours"], reading["theirs"], budget="budget 0.50"),
        line("step saved, CPU", saving["ours"], saving["theirs"], budget="no budget; theirs is their only post"),
        line("application sent", sending["ours"], sending["theirs"], budget="budget 0.50 (twice the rate)"),
        f"{queries}, send {_queries(theirs.send)} by theirs",
    ]


def prepare() -> None:
    """Make the department, the version and the peer's page, once."""
    Department.objects.get_or_create(key="intake", defaults={"name_ar": "و", "name_en": "I", "is_intake": True})
    FormVersion.objects.publish(questions.flow())
    if PeerFormPage.objects.exists():
        return
    root = Site.objects.get(is_default_site=True).root_page
    page = PeerFormPage(title="طلب", slug="peer", locale=Locale.objects.get(language_code="ar"))
    Page.objects.get(pk=root.pk).add_child(instance=page)
    for order, (key, (_kind, theirs, _answer)) in enumerate(questions.TWELVE.items()):
        choices = "\n".join(questions.OPTIONS) if theirs in {"radio", "dropdown", "checkboxes"} else ""
        PeerField.objects.create(
            page=page, sort_order=order, clean_name=key, label=key, field_type=theirs, choices=choices
        )


def _sendings(theirs: Theirs, *, calls: int, times: int) -> dict[str, Figures]:
    """Time the last press of the button by the clock on the wall: what counts is waiting for the disk, too."""
    ready = iter([_at_the_check() for _ in range(calls * (times + 1))])
    works: dict[str, Work] = {"ours": lambda: next(ready).send(), "theirs": theirs.send}
    return rounds(works, calls=calls, times=times, clock=WALL)


def _at_the_check() -> Ours:
    journey = Ours()
    journey.save()
    return journey


def _queries(work: Work) -> int:
    with CaptureQueriesContext(connection) as seen:
        work()
    return len(seen)


def _expect(response: object, status: int) -> None:
    found = response.status_code  # type: ignore[attr-defined]
    assert found == status, f"{found} instead of {status}"
