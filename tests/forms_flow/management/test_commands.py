"""The commands that an administrator runs."""

import json
from contextlib import suppress
from datetime import timedelta
from io import StringIO

import pytest
from django.conf import LazySettings
from django.core.management import CommandError, call_command
from django.test import TestCase
from django.utils import timezone

from forms_flow.domain.message import log_call, reply, write
from forms_flow.enums import MessageKind, Role
from forms_flow.records import triggers
from forms_flow.records.applications import AnswerSheet, Application
from forms_flow.records.beneficiaries import Beneficiary
from forms_flow.records.drafts import Draft
from forms_flow.records.match import MatchKey, matching
from forms_flow.records.notices import Notice
from tests.forms_flow import factories

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def run(*words: str) -> str:
    out = StringIO()
    call_command(*words, stdout=out, stderr=StringIO())
    return out.getvalue()


def reconciled() -> dict[str, list[str]]:
    """Return the invariants that fail."""
    out = StringIO()
    with suppress(CommandError):
        call_command("reconcile", "--json", stdout=out)
    report = json.loads(out.getvalue())
    return {name: check["faults"] for name, check in report["checks"].items() if not check["ok"]}


def test_reconcile_finds_nothing_wrong_with_sound_data() -> None:
    application = factories.an_application()
    file = factories.a_stored_file(application)
    assert (reconciled(), file.application) == ({}, application)
    assert json.loads(run("reconcile", "--json"))["ok"] is True


def test_reconcile_names_each_kind_of_damage() -> None:
    application = factories.an_application()
    file = factories.a_stored_file(application, checksum="0" * 64)
    Application.objects.filter(pk=application.pk).update(is_open=False, reference="12345678901")
    AnswerSheet.objects.filter(application=application, sensitivity="health").update(answers=b"\x01\x02t1damaged")
    triggers.remove()
    found = reconciled()
    assert found["stored files are whole"] == [str(file.pk)]
    assert found["references are well formed"] == ["12345678901"]
    assert found["open and final states agree"] == ["12345678901"]
    assert len(found["sealed values open"]) == 1
    assert len(found["the history's triggers are in place"]) >= 4
    triggers.install()


def test_reconcile_exits_with_an_error_when_something_is_wrong() -> None:
    Application.objects.filter(pk=factories.an_application().pk).update(is_open=False)
    with pytest.raises(CommandError):
        run("reconcile")


def test_made_up_applications_are_whole_and_can_be_found() -> None:
    factories.a_department()
    factories.a_version()
    assert run("make_applications", "30") == "30 applications made.\n"
    assert (Application.objects.count(), Application.objects.filter(practice=True).count()) == (30, 30)
    assert reconciled() == {}
    one = Application.objects.first()
    found = Application.objects.filter(matching([("reference", one.reference)]))
    assert [row.pk for row in found] == [one.pk]
    assert MatchKey.objects.filter(kind="name").count() >= 60


def test_made_up_applications_are_refused_on_a_real_site(settings: LazySettings) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="DEMO"):
        run("make_applications", "1")


def test_deliver_notices_says_how_many_it_tried() -> None:
    factories.an_application()
    assert run("deliver_notices", "--once") == "1 messages tried.\n"
    assert Notice.objects.get().state == "sent"


def test_housekeeping_destroys_what_has_expired() -> None:
    draft = factories.a_draft()
    draft.expires_at = draft.created_at
    draft.save()
    with TestCase.captureOnCommitCallbacks(execute=True):
        shown = run("housekeeping")
    assert "drafts destroyed: 1" in shown
    assert "drafts destroyed: 0" in run("housekeeping")


def test_verify_history_counts_what_holds() -> None:
    factories.an_application()
    assert run("verify_history") == "1 events hold.\n"


def test_reconcile_finds_what_should_not_be_there_any_more() -> None:
    """Messages, codes, drafts and secrets of notices have their invariants too."""
    application, officer = factories.an_application(), factories.a_user(Role.RELATIONS_OFFICER)
    long_ago = timezone.now() - timedelta(days=9)
    message = application.messages.create(kind=MessageKind.FROM_APPLICANT, author_id=officer.pk, text="x")
    code = application.codes.create(digest=b"x", expires_at=long_ago)
    draft = factories.a_draft(expires_at=long_ago)
    notice = application.notices.create(
        template="code", medium="sms", language="ar", message_id="x", state="failed", extra={"code": "12345"}
    )
    Draft.objects.filter(pk=application.draft_id).update(is_trial=True)
    kept = Beneficiary.objects.create(number=1, sheet={})
    double = Beneficiary.objects.create(number=2, sheet={}, merged_into=kept, merged_at=long_ago)
    Application.objects.filter(pk=application.pk).update(beneficiary=double)
    assert reconciled() == {
        "merged entries of the register have no cases": [application.reference],
        "trials were never sent": [application.reference],
        "applicants' messages are their own": [f"Message {message.pk}"],
        "messages and calls stand in the history": [application.reference],
        "what has expired is destroyed": [f"Draft {draft.pk}", f"OneTimeCode {code.pk}"],
        "messages that are over keep no secret": [f"Notice {notice.pk}"],
    }


def test_reconcile_counts_messages_and_calls_with_the_history() -> None:
    application = factories.an_application()
    officer = factories.a_user(Role.RELATIONS_OFFICER, application.department)
    write(application=application, text="x")
    reply(application=application, actor=officer, text="x")
    log_call(application=application, actor=officer, kind=MessageKind.CALL_REACHED, text="")
    assert reconciled() == {}
