"""Match keys: what staff can search by, as keyed digests, so that the index holds no name and no number.

What a stolen database still shows: which applications share a key, and how often a key occurs.
"""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _

from forms_flow.enums import MatchKind
from forms_flow.records.applications import Application
from forms_flow.vault import keyring


class MatchKey(models.Model):
    """One searchable word or number of one application."""

    wagtail_reference_index_ignore = True

    application = models.ForeignKey(Application, models.CASCADE, related_name="match_keys")
    kind = models.CharField(max_length=12, choices=MatchKind)
    digest = models.BinaryField(max_length=16)
    received_at = models.DateTimeField()

    class Meta:
        verbose_name = _("match key")
        verbose_name_plural = _("match keys")
        default_permissions = ()
        indexes = [models.Index(fields=["digest", "-received_at", "application"], name="match_key_lookup")]

    def __str__(self) -> str:
        return f"{self.kind} {self.application_id}"


def write_keys(application: Application, tokens: Iterable[tuple[MatchKind, str]]) -> None:
    """Store the digests of the application's tokens, each once."""
    MatchKey.objects.bulk_create(key_rows(application, tokens))


def key_rows(application: Application, tokens: Iterable[tuple[MatchKind, str]]) -> list[MatchKey]:
    """Return the rows for the application's tokens, each once, not stored yet."""
    return [
        MatchKey(
            application=application,
            kind=kind,
            digest=keyring.digest(token, purpose=kind),
            received_at=application.received_at,
        )
        for kind, token in sorted(set(tokens))
    ]


def matching(tokens: Iterable[tuple[MatchKind, str]]) -> models.Q:
    """Return the condition that an application carries every one of the tokens."""
    condition = models.Q()
    for kind, token in tokens:
        digests = keyring.digests(token, purpose=kind)
        condition &= models.Q(pk__in=MatchKey.objects.filter(digest__in=digests).values("application"))
    return condition
