"""Cards of pages, whichever app they belong to."""

from typing import TypeVar

from wagtail.models import Page, get_page_models

from home import epoch, made_from
from home.contracts import CardFacts, CardKind
from home.prepared import Prepared
from home.sites import is_private

P = TypeVar("P", bound=Page)

#: What every card, and whoever asks whether a page is public, needs of it.
FIELDS = ("title", "path", "url_path", "alias_of", "locale", "translation_key")


def cards_below(page: Page, kind: CardKind) -> list[CardFacts]:
    """Return the cards of the live, public pages below `page`, a few queries per page class whatever their number."""
    models = [model for model in get_page_models() if getattr(model, "card_kind", None) == kind]
    cards = [card for model in models for card in model.cards_of(listed_below(page, model))]
    return sorted(cards, key=lambda card: (card.order, card.title))


def listed_below(page: Page, model: type[P]) -> list[P]:
    """Return the live, public pages of a class below `page`, with their `card_fields` only; one query.

    The pages are shared between requests: never change one.
    """
    made_from.note(made_from.a_kind(model))
    query: Prepared[P] = epoch.kept(("listed", model), lambda: _listed(model))
    return [found for found in query.shared(page.path) if found.pk != page.pk and not is_private(found)]


def _listed(model: type[P]) -> Prepared[P]:
    fields = (*FIELDS, *model.card_fields)
    return Prepared(lambda path: model.objects.live().filter(path__startswith=path).only(*fields).order_by("path"))
