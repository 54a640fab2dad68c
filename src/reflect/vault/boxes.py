"""One closed box: AES-256-GCM with a fresh random nonce, bound to the place where it belongs.

A box is `version (1 byte) | nonce (12) | ciphertext and tag`. The version is part of what is bound, so a
later form cannot be passed off as this one.
"""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from reflect.errors import DamagedFile

KEY_BYTES = 32
_VERSION = b"\x01"
_NONCE_BYTES = 12
_TAG_BYTES = 16


def bound(*parts: str | bytes) -> bytes:
    """The parts as one sequence of bytes that no other parts give: each is preceded by its length."""
    encoded = [part.encode() if isinstance(part, str) else part for part in parts]
    return b"".join(len(part).to_bytes(4, "big") + part for part in encoded)


def new_key() -> bytes:
    """32 random bytes."""
    return os.urandom(KEY_BYTES)


def derived(secret: bytes, *, salt: bytes, purpose: bytes) -> bytes:
    """A key for one purpose from a secret that is already random (HKDF-SHA256)."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=purpose).derive(secret)


def shut(key: bytes, words: bytes, *, place: bytes) -> bytes:
    """`words` in a box that opens only with `key` and only in `place`."""
    nonce = os.urandom(_NONCE_BYTES)
    return _VERSION + nonce + AESGCM(key).encrypt(nonce, words, _VERSION + place)


def unshut(key: bytes, box: bytes, *, place: bytes) -> bytes:
    """What is in the box. Raises DamagedFile for another key, another place or any changed byte."""
    if len(box) < 1 + _NONCE_BYTES + _TAG_BYTES or box[:1] != _VERSION:
        raise does_not_open()
    nonce, rest = box[1 : 1 + _NONCE_BYTES], box[1 + _NONCE_BYTES :]
    try:
        return AESGCM(key).decrypt(nonce, rest, _VERSION + place)
    except InvalidTag:
        raise does_not_open() from None


def does_not_open() -> DamagedFile:
    """The one answer to every box that does not open: it does not say why, for the reason may tell a secret."""
    return DamagedFile(
        "Something in this workspace does not open: it was changed or moved, or is meant for somebody else.",
        "Nothing else is affected. `reflect doctor --deep` says what is concerned.",
    )
