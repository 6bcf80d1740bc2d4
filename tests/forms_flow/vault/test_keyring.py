"""Envelopes and digests."""

import pytest
from django.conf import LazySettings
from hypothesis import given
from hypothesis import strategies as st

from forms_flow.vault import keyring

pytestmark = pytest.mark.unit


@given(plain=st.binary(max_size=200), context=st.text(max_size=40))
def test_what_is_sealed_opens_again_in_its_own_place(plain: bytes, context: str) -> None:
    assert keyring.unseal(keyring.seal(plain, context=context), context=context) == plain


def test_an_envelope_does_not_open_in_another_place() -> None:
    sealed = keyring.seal(b"1101798278", context="sheet:1")
    with pytest.raises(keyring.CannotOpenError):
        keyring.unseal(sealed, context="sheet:2")


@given(position=st.integers(0, 60))
def test_a_changed_byte_is_noticed(position: int) -> None:
    sealed = bytearray(keyring.seal(b"0123456789" * 4, context="x"))
    sealed[position % len(sealed)] ^= 1
    if position % len(sealed):  # the first byte is the format's version and is not secret
        with pytest.raises(keyring.CannotOpenError):
            keyring.unseal(bytes(sealed), context="x")


def test_old_keys_still_open_and_new_values_use_the_first(settings: LazySettings) -> None:
    old = dict(settings.FIELD_KEYS)
    sealed = keyring.seal(b"before", context="x")
    settings.FIELD_KEYS = {"t2": b"n" * 32, **old}
    assert keyring.unseal(sealed, context="x") == b"before"
    assert keyring.key_name(keyring.seal(b"after", context="x")) == "t2"


def test_a_missing_key_refuses_instead_of_returning_the_ciphertext(settings: LazySettings) -> None:
    sealed = keyring.seal(b"before", context="x")
    settings.FIELD_KEYS = {"other": b"n" * 32}
    with pytest.raises(keyring.CannotOpenError):
        keyring.unseal(sealed, context="x")


def test_digests_depend_on_the_purpose_and_the_key(settings: LazySettings) -> None:
    first = keyring.digest("1101798278", purpose="identity")
    assert first != keyring.digest("1101798278", purpose="mobile")
    settings.INDEX_KEYS = {"t2": b"n" * 32, **settings.INDEX_KEYS}
    assert keyring.digests("1101798278", purpose="identity")[1] == first
