"""What allauth asks of the site."""

import base64

from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser

from forms_flow.vault import keyring

_CONTEXT = "mfa_authenticator:data"


class SealedMFAAdapter(DefaultMFAAdapter):
    """Keeps secrets sealed under the field keys: a copy of the database makes no codes."""

    def encrypt(self, text: str) -> str:
        """Return the envelope as text."""
        return base64.b64encode(keyring.seal(text.encode(), context=_CONTEXT)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return what was sealed. Raises CannotOpenError for anything else."""
        return keyring.unseal(base64.b64decode(encrypted_text), context=_CONTEXT).decode()

    def get_totp_label(self, user: AbstractBaseUser) -> str:
        """Return the name under which the app lists the account."""
        return str(user.get_username())

    def get_totp_issuer(self) -> str:
        """Return the name that the app shows beside it."""
        return str(settings.WAGTAIL_SITE_NAME)
