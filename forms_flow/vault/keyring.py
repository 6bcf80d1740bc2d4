"""AES-256-GCM envelopes and keyed digests, under keys that only the environment holds.

An envelope is ``version byte | key name length | key name | 12-byte nonce | ciphertext and tag``. The context (table,
primary key and column) is authenticated with it, so a row's bytes open nowhere but in their own place.
"""

import hashlib
import hmac
import secrets
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

VERSION = 1
NONCE_BYTES = 12
DIGEST_BYTES = 16


class CannotOpenError(Exception):
    """An envelope is damaged, stands in another row than its own, or its key is gone."""


def seal(plain: bytes, *, context: str) -> bytes:
    """Return `plain` encrypted under the current field key."""
    kid = next(iter(settings.FIELD_KEYS))
    nonce = secrets.token_bytes(NONCE_BYTES)
    name = kid.encode()
    body = _cipher(settings.FIELD_KEYS[kid]).encrypt(nonce, plain, context.encode())
    return bytes([VERSION, len(name)]) + name + nonce + body


def unseal(sealed: bytes, *, context: str) -> bytes:
    """Return what :func:`seal` was given. Raises CannotOpenError; never returns the ciphertext instead."""
    try:
        end = 2 + sealed[1]
        key = settings.FIELD_KEYS[sealed[2:end].decode()]
        nonce = sealed[end : end + NONCE_BYTES]
        return _cipher(key).decrypt(nonce, sealed[end + NONCE_BYTES :], context.encode())
    except (InvalidTag, KeyError, IndexError, ValueError) as error:
        message = f"The sealed value of {context} cannot be opened."
        raise CannotOpenError(message) from error


def key_name(sealed: bytes) -> str:
    """Return the name of the key that an envelope was sealed with."""
    return bytes(sealed[2 : 2 + sealed[1]]).decode()


def digest(text: str, *, purpose: str) -> bytes:
    """Return the 16-byte keyed digest of `text` for `purpose` under the current index key."""
    return digests(text, purpose=purpose)[0]


def digests(text: str, *, purpose: str) -> list[bytes]:
    """Return the digest under every index key, the current one first, for look-ups while keys are being rotated."""
    message = f"{purpose}\0{text}".encode()
    return [hmac.digest(key, message, hashlib.sha256)[:DIGEST_BYTES] for key in settings.INDEX_KEYS.values()]


@lru_cache(maxsize=16)
def _cipher(key: bytes) -> AESGCM:
    return AESGCM(key)
