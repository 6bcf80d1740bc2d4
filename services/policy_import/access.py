"""Who may import a policy: whoever may add pages where it would go."""

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

from services.policy_import.build import find_index, home_of


def may_import(user: AbstractBaseUser | AnonymousUser, language: str | None = None) -> bool:
    """Return whether the user may add a policy in `language`, or in any language when none is named."""
    codes = [language] if language else [code for code, _name in settings.LANGUAGES]
    return any(_may_add(user, code) for code in codes)


def _may_add(user: AbstractBaseUser | AnonymousUser, language: str) -> bool:
    parent = find_index(language) or home_of(language)
    return parent is not None and parent.permissions_for_user(user).can_add_subpage()
