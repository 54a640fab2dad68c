"""A person's two key pairs: X25519 to read what is meant for them, Ed25519 to sign what is theirs."""

from __future__ import annotations

from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from reflect.vault.boxes import KEY_BYTES, does_not_open
from reflect.vault.wrapping import open_wrapped


@dataclass(frozen=True, slots=True)
class PublicKeys:
    """What others need to write to a person and to check their signature; 32 raw bytes each."""

    read: bytes
    sign: bytes


class KeyPairs:
    """A person's private keys, held only while they are signed in. Nothing printable shows them."""

    __slots__ = ("_read", "_sign", "person_id", "public")

    def __init__(self, person_id: str, read: X25519PrivateKey, sign: Ed25519PrivateKey) -> None:
        self.person_id = person_id
        self._read = read
        self._sign = sign
        self.public = PublicKeys(
            read=read.public_key().public_bytes_raw(), sign=sign.public_key().public_bytes_raw()
        )

    def __repr__(self) -> str:
        return f"KeyPairs({self.person_id!r})"

    def unwrap(self, wrapped: bytes, *, purpose: str) -> bytes:
        """The secret that was wrapped for this person. Raises DamagedFile if it was not, was wrapped for
        another purpose, or was changed."""
        return open_wrapped(self._read, wrapped, purpose=purpose)

    def sign(self, message: bytes) -> bytes:
        """The Ed25519 signature of `message`; use `vault.signing`, which says what is signed."""
        return self._sign.sign(message)

    def secret(self) -> bytes:
        """Both private keys as 64 bytes, only to be put into a box at once."""
        return self._read.private_bytes_raw() + self._sign.private_bytes_raw()


def make_keys(person_id: str) -> KeyPairs:
    """New random keys for a person."""
    return KeyPairs(person_id, X25519PrivateKey.generate(), Ed25519PrivateKey.generate())


def keys_from(person_id: str, secret: bytes) -> KeyPairs:
    """The keys that `KeyPairs.secret` gave. Raises DamagedFile if it is not 64 bytes."""
    if len(secret) != 2 * KEY_BYTES:
        raise does_not_open()
    return KeyPairs(
        person_id,
        X25519PrivateKey.from_private_bytes(secret[:KEY_BYTES]),
        Ed25519PrivateKey.from_private_bytes(secret[KEY_BYTES:]),
    )
