"""Publishing a form in all its languages as one act: what the newest drafts say, what they lack, and the act itself."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource

from forms_flow.definition import SOURCE_LANGUAGE, Flow
from forms_flow.pages import publishing
from forms_flow.pages.compile import compile_pages
from forms_flow.pages.difference import Change, changes
from forms_flow.pages.models import FormPage
from forms_flow.pages.readiness import gaps_of, language_name
from forms_flow.pages.texts import page_texts
from forms_flow.records.versions import FormVersion

#: Texts of the page that do not belong to the form.
OTHER_TEXTS = ("intro", "seo_title", "search_description")


class NotReadyError(Exception):
    """Nothing was published; the arguments say what is missing."""


@dataclass
class Proposal:
    """The form as its newest drafts have it. `source` is the Arabic page's row, published or not."""

    source: FormPage
    translations: dict[str, Translation] = field(default_factory=dict)

    @cached_property
    def pages(self) -> dict[str, FormPage]:
        """Return the newest draft of each language that has a page; none of them is saved anywhere."""
        return {SOURCE_LANGUAGE: self.source.get_latest_revision_as_object(), **dict(self._others())}

    def _others(self) -> Iterator[tuple[str, FormPage]]:
        for page in self._siblings:
            code = page.locale.language_code
            managed = self.translations.get(code)
            if managed:
                yield code, managed.source.get_ephemeral_translated_instance(page.locale, fallback=True)
            else:
                yield code, page.get_latest_revision_as_object()

    @cached_property
    def _siblings(self) -> list[FormPage]:
        family = FormPage.objects.filter(translation_key=self.source.translation_key, alias_of__isnull=True)
        return list(family.exclude(pk=self.source.pk).select_related("locale"))

    @property
    def is_prepared(self) -> bool:
        """Tell whether every language has a page to translate on, with the texts of the newest draft."""
        texts = TranslationSource.objects.filter(object_id=self.source.translation_key).first()
        return len(self.pages) == len(settings.LANGUAGES) and (
            not self.translations or (texts is not None and _same(texts, self.source))
        )

    @cached_property
    def flow(self) -> Flow | None:
        """Return the form as it would be published."""
        return compile_pages(self.pages)

    @cached_property
    def gaps(self) -> list[str]:
        """Return what keeps it from being published."""
        absent = [
            _("There is no page in %(language)s yet.") % {"language": language_name(code)}
            for code, _name in settings.LANGUAGES
            if code not in self.pages
        ]
        found = gaps_of(self.pages, absent)
        if any(page.go_live_at and page.go_live_at > timezone.now() for page in self.pages.values()):
            found.append(_("The page waits for a day on which to go live. Take that day out to publish now."))
        return found

    @property
    def current(self) -> FormVersion | None:
        """Return the newest version, open or not."""
        return FormVersion.objects.filter(flow_key=self.source.flow_key).order_by("-number").first()

    @cached_property
    def changes(self) -> list[Change]:
        """Return what is different from the newest version."""
        return changes(self.current.flow if self.current else None, self.flow) if self.flow else []

    def editors(self) -> list[tuple[str, str]]:
        """Return (language, address) of where each translation is edited."""
        return [
            (language_name(page.locale.language_code), reverse("wagtailadmin_pages:edit", args=[page.pk]))
            for page in self._siblings
        ]

    def everyone(self) -> list[FormPage]:
        """Return the row of every language, the Arabic first."""
        return [self.source, *self._siblings]


def propose(page: FormPage) -> Proposal | None:
    """Return what publishing both languages would publish; None for a form without an Arabic page."""
    family = FormPage.objects.filter(translation_key=page.translation_key)
    source = family.filter(locale__language_code=SOURCE_LANGUAGE).select_related("locale", "owner").first()
    return Proposal(source, _translations(source)) if source else None


def prepare(page: FormPage, *, user: AbstractBaseUser) -> None:
    """Hand the texts of the newest Arabic draft to the translation editor; make the pages that are not there yet."""
    proposal = propose(page)
    if proposal is None:
        return
    source, _created = TranslationSource.update_or_create_from_instance(proposal.source)
    present = {sibling.locale.language_code for sibling in proposal.everyone()}
    for code in dict(settings.LANGUAGES).keys() - present:
        locale = Locale.objects.get_or_create(language_code=code)[0]
        translation, _created = Translation.objects.update_or_create(
            source=source, target_locale=locale, defaults={"enabled": True}
        )
        translation.save_target(user=user, publish=False)


def publish_together(page: FormPage, *, user: AbstractBaseUser) -> FormVersion:
    """Publish every language, the Arabic first, and make one version of them; all of it or, with gaps, nothing.

    Raises NotReadyError when something is missing, and Wagtail's error when the user may not publish a page.
    """
    with transaction.atomic(), publishing.one_version():
        prepare(page, user=user)
        proposal = propose(page)
        if proposal is None or proposal.gaps:
            raise NotReadyError(*(proposal.gaps if proposal else ()))
        _publish(proposal.source, user)
        for translation in proposal.translations.values():
            translation.save_target(user=user, publish=False)
        for sibling in proposal.everyone()[1:]:
            _publish(FormPage.objects.get(pk=sibling.pk), user)
        version = publishing.refresh(FormPage.objects.get(pk=proposal.source.pk))
        if version is None:
            raise NotReadyError
        return version


def _publish(page: FormPage, user: AbstractBaseUser) -> None:
    revision = page.get_latest_revision() or page.save_revision(user=user)
    revision.publish(user=user)


def _translations(source: FormPage) -> dict[str, Translation]:
    found = Translation.objects.filter(source__object_id=source.translation_key, enabled=True)
    return {item.target_locale.language_code: item for item in found.select_related("source", "target_locale")}


def _same(texts: TranslationSource, page: FormPage) -> bool:
    """Tell whether the translation editor has the texts of the newest draft."""
    ours, theirs = page.get_latest_revision_as_object(), texts.as_instance()
    fields = all(getattr(ours, name) == getattr(theirs, name) for name in OTHER_TEXTS)
    return fields and page_texts(ours) == page_texts(theirs)
