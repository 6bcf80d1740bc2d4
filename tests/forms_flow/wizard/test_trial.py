"""An editor tries a form from end to end, and nothing is sent (req 90)."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from forms_flow.domain import upkeep
from forms_flow.domain.declaration import ticked
from forms_flow.domain.errors import NotAllowedError
from forms_flow.domain.submit import submit_draft
from forms_flow.enums import Role
from forms_flow.pages.models import FormPage
from forms_flow.records.applications import Application
from forms_flow.records.drafts import Draft
from forms_flow.records.versions import FormVersion
from tests.forms_flow import factories
from tests.forms_flow.pages.conftest import (  # noqa: F401 - fixtures
    colour,
    draft,
    guide,
    home,
    make_page,
    question,
    step,
)

pytestmark = pytest.mark.integration

STEPS = [step("name", "الاسم", question("name", "short_text", "الاسم")), step("colour", "اللون", colour())]


@pytest.fixture
def editor(db: None) -> object:
    return factories.a_user(Role.EDITOR, is_superuser=True)


@pytest.fixture
def trying(make_page: Callable[..., FormPage], client: Client, editor) -> Draft:  # noqa: F811 - a fixture
    """Return a trial of a form that was never published, begun by the client."""
    page = make_page(STEPS, publish=False, services=["relief"])
    client.force_login(editor)
    assert client.get(f"/staff/forms/{page.pk}/try/").status_code == 200
    response = client.post(f"/staff/forms/{page.pk}/try/", {"language": "ar"})
    trial = Draft.objects.get()
    assert response.url == f"/apply/{trial.pk}/name/"
    return trial


def fill(client: Client, trial: Draft) -> None:
    client.post(f"/apply/{trial.pk}/name/", {"name-name": "نورة"})
    client.post(f"/apply/{trial.pk}/colour/", {"colour-colour": "green"})


def test_a_trial_runs_to_its_end_and_sends_nothing(trying: Draft, client: Client) -> None:
    html = client.get(f"/apply/{trying.pk}/name/").content.decode()
    assert "/staff/forms/" in html
    fill(client, trying)
    end = client.post(f"/apply/{trying.pk}/check/", {"declaration": "on"}, follow=True)
    assert end.redirect_chain[-1][0] == f"/apply/{trying.pk}/done/"
    assert end.context["answers"] == 2
    assert Application.objects.count() == 0


def test_no_verb_makes_an_application_of_a_trial(trying: Draft) -> None:
    with pytest.raises(NotAllowedError):
        submit_draft(draft=trying, answers={}, language="ar", declaration=ticked(timezone.now()))


def test_a_trial_opens_nothing_to_the_public(trying: Draft, client: Client) -> None:
    page = FormPage.objects.get()
    assert FormVersion.objects.current(page.flow_key) is None
    assert FormVersion.objects.filter(flow_key=page.flow_key).count() == 0
    assert client.get(f"/apply/new/{page.flow_key}/").status_code == 404


def test_only_its_maker_can_open_a_trial(trying: Draft, client: Client) -> None:
    address = f"/apply/{trying.pk}/name/"
    assert client.get(address).status_code == 200
    client.logout()
    assert client.get(address).status_code == 404
    client.force_login(factories.a_user(Role.EDITOR, is_superuser=True))
    assert client.get(address).status_code == 404


def test_a_trial_shows_the_newest_draft(trying: Draft, client: Client) -> None:
    page = FormPage.objects.get()
    draft(page, [step("name", "الاسم", question("name", "short_text", "ما اسمك؟")), *STEPS[1:]])
    response = client.post(f"/staff/forms/{page.pk}/try/", {"language": "ar"}, follow=True)
    assert "ما اسمك؟" in response.content.decode()
    assert FormVersion.objects.count() == 2


def test_two_trials_of_the_same_draft_share_a_version(trying: Draft, client: Client) -> None:
    client.post(f"/staff/forms/{FormPage.objects.get().pk}/try/", {"language": "en"})
    assert (Draft.objects.count(), FormVersion.objects.count()) == (2, 1)


def test_a_form_without_steps_cannot_be_tried(make_page: Callable[..., FormPage], client: Client, editor) -> None:  # noqa: F811 - a fixture
    page = make_page([], publish=False)
    client.force_login(editor)
    assert client.post(f"/staff/forms/{page.pk}/try/", {"language": "ar"}).url == f"/staff/pages/{page.pk}/edit/"


def test_a_day_later_a_trial_is_gone_with_its_version(trying: Draft, client: Client) -> None:
    fill(client, trying)
    saved = Draft.objects.get()
    assert saved.expires_at - saved.saved_at == timedelta(days=1)
    Draft.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    done = upkeep.run()
    assert (done["drafts destroyed"], done["versions of trials destroyed"]) == (1, 1)
    assert (Draft.objects.count(), FormVersion.objects.count()) == (0, 0)


def test_the_version_of_a_form_outlives_its_drafts(trying: Draft) -> None:
    version = factories.a_version()
    upkeep.run()
    assert set(FormVersion.objects.values_list("pk", flat=True)) == {version.pk, trying.version_id}
