"""The applicant corrects the mobile or the e-mail that messages go to."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from forms_flow.domain.errors import IllegalMoveError, MissingInputError
from forms_flow.domain.submit import search_tokens
from forms_flow.domain.volunteering import keep_contact
from forms_flow.enums import MatchKind
from forms_flow.notices import outbox
from forms_flow.notices.contact import contact_of, contact_questions, ways_to
from forms_flow.records import history
from forms_flow.records.applications import AnswerSheet, Application
from forms_flow.records.match import MatchKey, write_keys


def correct_contact(*, application: Application, answers: Mapping[str, Any]) -> Application:
    """Put new answers in the place of old ones, and tell the old addresses and the new ones that it happened.

    `answers` are those of ``contact_questions``. What stood there before is not kept: the history says that it was
    corrected, and when. Raises IllegalMoveError when the case has ended, MissingInputError when nothing is new.
    """
    with transaction.atomic():
        row = Application.objects.select_for_update(of=("self",)).get(pk=application.pk)
        if not row.is_open:
            message = "The case has ended."
            raise IllegalMoveError(message)
        changed = _changed(row, answers)
        before = ways_to(contact_of(row))
        _store(row, changed)
        history.append(
            row, history.Action.CONTACT_CORRECTED, actor=history.APPLICANT, data={"questions": sorted(changed)}
        )
        contact = contact_of(row)
        after = ways_to(contact)
        keep_contact(row, contact)
        for medium, address in before:
            if (medium, address) not in after:
                outbox.queue_one(row, "contact_corrected", medium, to=address)
        outbox.queue(row, "contact_corrected")
    return row


def _changed(row: Application, answers: Mapping[str, Any]) -> dict[str, Any]:
    now = row.answers()
    wanted = {question.key for question in contact_questions(row.flow, now)}
    new = {key: answer for key, answer in answers.items() if key in wanted and answer}
    changed = {key: answer for key, answer in new.items() if answer["value"] != (now.get(key) or {}).get("value")}
    if not changed:
        raise MissingInputError("contact")
    return changed


def _store(row: Application, changed: Mapping[str, Any]) -> None:
    """Write the sheets, and the keys by which the staff find the application."""
    for question in contact_questions(row.flow, row.answers()):
        if question.key in changed:
            sheet = row.sheets.filter(sensitivity=question.sensitivity).first()
            sheet = sheet or AnswerSheet(application=row, sensitivity=question.sensitivity, answers={})
            sheet.answers = {**sheet.answers, question.key: changed[question.key]}
            sheet.save()
    MatchKey.objects.filter(application=row).delete()
    write_keys(row, [(MatchKind.REFERENCE, row.reference), *search_tokens(row.flow, row.answers())])
