"""Signing what travels: Ed25519 over one canonical form, so that both sides sign and check the same bytes.

The canonical form is JSON without white space, keys in the order of their characters' numbers, text composed
(NFC) and in UTF-8, whole numbers only: two programs may write the same fraction differently.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping, Sequence

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from reflect.vault.boxes import bound
from reflect.vault.keys import KeyPairs

_LARGEST = 2**53 - 1  # beyond it other programs' JSON readers round
_DEEPEST = 40


def canonical(value: object) -> bytes:
    """The one form of a value made of None, bool, int, str, sequences and mappings with str keys.
    Raises TypeError for any other type (a float above all), ValueError for what has no one form."""
    return json.dumps(
        _plain(value, depth=0), ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    ).encode()


def sign(keys: KeyPairs, kind: str, value: object) -> bytes:
    """The signature (64 bytes) of `value` as a thing of this `kind`: a signature on one kind never counts
    for another. Raises as `canonical` does."""
    return keys.sign(_message(kind, value))


def sign_canonical(keys: KeyPairs, kind: str, form: bytes) -> bytes:
    """As `sign`, of a value whose canonical form is at hand."""
    return keys.sign(_bound(kind, form))


def verify(public_sign: bytes, kind: str, value: object, signature: bytes) -> bool:
    """Whether the holder of `public_sign` signed exactly this value as a thing of this kind. A malformed key
    or signature is a no."""
    try:
        Ed25519PublicKey.from_public_bytes(public_sign).verify(signature, _message(kind, value))
    except (InvalidSignature, ValueError, TypeError):
        return False
    return True


def _message(kind: str, value: object) -> bytes:
    return _bound(kind, canonical(value))


def _bound(kind: str, form: bytes) -> bytes:
    if not kind:
        raise ValueError("a signature needs a kind")
    return bound("reflect signature 1", kind, form)


def _plain(value: object, *, depth: int) -> object:
    if depth > _DEEPEST:
        raise ValueError("nested too deeply to sign")
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        if abs(value) > _LARGEST:
            raise ValueError("a number too large to sign")
        return int(value)
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, Mapping):
        plain = {_key(key): _plain(item, depth=depth + 1) for key, item in value.items()}
        if len(plain) != len(value):
            raise ValueError("two keys that read the same")
        return plain
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray | memoryview):
        return [_plain(item, depth=depth + 1) for item in value]
    raise TypeError(f"{type(value).__name__} has no canonical form")


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise TypeError("keys are text")
    return unicodedata.normalize("NFC", key)
