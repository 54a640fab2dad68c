"""Handing a secret to the holder of a public key, who need not be there (X25519, HKDF, AES-GCM).

A fresh key pair is made for each wrap and forgotten: not even the one who wrapped can open it again.
The form is `fresh public key (32 bytes) | box`.
"""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from reflect.vault.boxes import KEY_BYTES, bound, derived, does_not_open, shut, unshut


def wrap_for(reader: bytes, secret: bytes, *, purpose: str) -> bytes:
    """`secret` closed for the holder of the public read key `reader`, for one named purpose.
    Raises DamagedFile if `reader` is no usable key."""
    fresh = X25519PrivateKey.generate()
    fresh_public = fresh.public_key().public_bytes_raw()
    place = _place(fresh_public, reader, purpose)
    return fresh_public + shut(_key(fresh, reader, place), secret, place=place)


def open_wrapped(private: X25519PrivateKey, wrapped: bytes, *, purpose: str) -> bytes:
    """The secret that was wrapped for the public half of `private`. Raises DamagedFile for another key,
    another purpose or any changed byte."""
    fresh_public, box = wrapped[:KEY_BYTES], wrapped[KEY_BYTES:]
    place = _place(fresh_public, private.public_key().public_bytes_raw(), purpose)
    return unshut(_key(private, fresh_public, place), box, place=place)


def _key(private: X25519PrivateKey, other: bytes, place: bytes) -> bytes:
    try:
        shared = private.exchange(X25519PublicKey.from_public_bytes(other))
    except ValueError:  # not 32 bytes, or one of the few points that give everybody the same secret
        raise does_not_open() from None
    return derived(shared, salt=b"", purpose=place)


def _place(fresh_public: bytes, reader: bytes, purpose: str) -> bytes:
    return bound("reflect wrap 1", fresh_public, reader, purpose)
