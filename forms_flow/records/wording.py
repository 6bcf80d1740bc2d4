"""The words that the staff keep: reasons of a refusal, and texts of messages that differ from the files."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from forms_flow.enums import Medium, Track
from forms_flow.records import kept


class DeclineReason(models.Model):
    """A reason for not approving, in plain words for the applicant; one that is no longer used is switched off."""

    wagtail_reference_index_ignore = True

    key = models.SlugField(_("key"), unique=True)
    text_ar = models.CharField(_("reason in Arabic"), max_length=250)
    text_en = models.CharField(_("reason in English"), max_length=250)
    track = models.CharField(
        _("kind of form"), max_length=20, choices=Track, blank=True, help_text=_("Left empty, it is offered everywhere")
    )
    needs_text = models.BooleanField(
        _("has to be explained"), default=False, help_text=_("For a reason such as “another reason”")
    )
    is_active = models.BooleanField(_("can be chosen"), default=True)
    order = models.PositiveSmallIntegerField(_("order"), default=100)

    class Meta:
        verbose_name = _("reason of a refusal")
        verbose_name_plural = _("reasons of a refusal")
        ordering = ("order", "key")

    def __str__(self) -> str:
        return self.said(get_language() or "ar")

    def said(self, language: str) -> str:
        """Return the reason in a language."""
        return self.text_ar if language.startswith("ar") else self.text_en


kept.keep(DeclineReason)


class MessageText(models.Model):
    """The staff's own text of one message by one way in one language; it wins over the file."""

    wagtail_reference_index_ignore = True

    template = models.CharField(max_length=40)
    medium = models.CharField(max_length=8, choices=Medium)
    language = models.CharField(max_length=8)
    subject = models.CharField(max_length=150, blank=True)
    body = models.TextField()
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("text of a message")
        verbose_name_plural = _("texts of messages")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["template", "medium", "language"], name="message_text_once")]

    def __str__(self) -> str:
        return f"{self.template} · {self.medium} · {self.language}"


def own_text(template: str, medium: str, language: str) -> tuple[str, str] | None:
    """Return (subject, body) if the staff wrote a text of their own; no query while they are kept."""
    found = kept.rows(MessageText, "template", "medium", "language", "subject", "body")
    wanted = (template, medium, language)
    return next(((subject, body) for *key, subject, body in found if tuple(key) == wanted), None)


kept.keep(MessageText)
