"""Sealed columns."""

import pytest
from django.db import connection

from forms_flow.records.applications import AnswerSheet, Application
from forms_flow.records.casework import Note
from forms_flow.vault.fields import sealed_columns
from forms_flow.vault.keyring import CannotOpenError
from tests.forms_flow import factories

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def test_a_value_reads_back_and_lies_sealed() -> None:
    application = factories.an_application()
    note = Note.objects.create(application=application, text="مريض")
    assert Note.objects.get(pk=note.pk).text == "مريض"
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM forms_flow_note")
        assert "مريض".encode() not in bytes(cursor.fetchone()[0])


def test_a_swapped_envelope_does_not_open() -> None:
    first, second = factories.an_application(), factories.an_application(draft=factories.a_draft())
    taken = bytes(first.__class__.objects.get(pk=first.pk).__dict__["display_name"])
    Application.objects.filter(pk=second.pk).update(display_name=taken)
    with pytest.raises(CannotOpenError):
        _ = Application.objects.get(pk=second.pk).display_name


def test_a_plain_value_is_refused_by_update() -> None:
    application = factories.an_application()
    with pytest.raises(TypeError):
        Application.objects.filter(pk=application.pk).update(display_name="محمد")


def test_an_unread_value_stays_sealed_through_a_save() -> None:
    application = factories.an_application()
    sheet = AnswerSheet.objects.filter(application=application).first()
    before = bytes(sheet.__dict__["answers"])
    sheet.save()
    assert bytes(AnswerSheet.objects.get(pk=sheet.pk).__dict__["answers"]) == before


def test_the_repr_of_a_row_shows_no_value() -> None:
    application = factories.an_application()
    shown = repr(application) + str(application) + repr(application.__dict__)
    assert factories.NAME not in shown


def test_every_sealed_column_is_in_the_register() -> None:
    names = {f"{model.__name__}.{field.name}" for model, field in sealed_columns()}
    assert names == {
        "AnswerSheet.answers",
        "Application.declaration",
        "Application.display_name",
        "Application.letter",
        "Beneficiary.merge_reason",
        "Beneficiary.sheet",
        "CompletionRequest.message",
        "CompletionRequest.reply",
        "Decision.reason",
        "Decision.study",
        "Delivery.item",
        "Delivery.receiver",
        "Delivery.state_back",
        "DocumentCheck.reason",
        "Draft.letter",
        "Draft.state",
        "Extension.reason",
        "Message.text",
        "Note.text",
        "Notice.extra",
        "Referral.about",
        "Referral.letter",
        "Referral.other",
        "Referral.reply",
        "Relation.note",
        "StoredFile.name",
        "Volunteer.contact",
        "Volunteer.name",
    }
