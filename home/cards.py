"""Cards of pages, whichever app they belong to."""

from wagtail.models import Page, get_page_models

from home import made_from
from home.contracts import CardFacts, CardKind


def cards_below(page: Page, kind: CardKind) -> list[CardFacts]:
    """Return the cards of the live, public pages below `page`, a few queries per page class whatever their number."""
    models = [model for model in get_page_models() if getattr(model, "card_kind", None) == kind]
    made_from.note(*map(made_from.a_kind, models))
    cards = [card for model in models for card in model.cards_of(model.objects.live().public().descendant_of(page))]
    return sorted(cards, key=lambda card: (card.order, card.title))
