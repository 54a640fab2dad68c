"""Sealing words for a circle: who may read is who holds the circle's key."""

from __future__ import annotations

from reflect.vault.boxes import KEY_BYTES, bound, derived, does_not_open, new_key, shut, unshut
from reflect.vault.keys import KeyPairs
from reflect.vault.teams import (
    TeamCircle,
    new_team_circle,
    open_as_lead,
    seal_to_team,
    unwrap_team_circle,
    wrap_team_circle,
)
from reflect.vault.wrapping import wrap_for

__all__ = [
    "CircleKey",
    "TeamCircle",
    "new_circle_key",
    "new_team_circle",
    "open_as_lead",
    "seal_to_team",
    "unwrap",
    "unwrap_circle_key",
    "unwrap_team_circle",
    "wrap_circle_key",
    "wrap_for",
    "wrap_team_circle",
]


class CircleKey:
    """The key of one circle (one person's own, or a pair's). Nothing printable shows it."""

    __slots__ = ("_key", "circle_id")

    def __init__(self, circle_id: str, key: bytes) -> None:
        if len(key) != KEY_BYTES:
            raise does_not_open()
        self.circle_id = circle_id
        self._key = key

    def __repr__(self) -> str:
        return f"CircleKey({self.circle_id!r})"

    def seal(self, words: bytes, *, place: str) -> bytes:
        """`words` sealed for this circle and for `place` (table, row and column), where alone they open."""
        return shut(self._key, words, place=self._bound(place))

    def open(self, sealed: bytes, *, place: str) -> bytes:
        """The words. Raises DamagedFile if they were sealed for another circle or place, or changed."""
        return unshut(self._key, sealed, place=self._bound(place))

    def wrapped_for(self, reader: bytes) -> bytes:
        """This key closed for the holder of the public read key `reader`."""
        return wrap_for(reader, self._key, purpose=_purpose(self.circle_id))

    def fingerprint(self) -> bytes:
        """32 bytes that tell this key from every other one and open nothing: what a signature can name it by."""
        return derived(self._key, salt=b"", purpose=bound("reflect circle fingerprint 1", self.circle_id))

    def _bound(self, place: str) -> bytes:
        return bound("reflect circle 1", self.circle_id, place)


def unwrap(keys: KeyPairs, wrapped: bytes, *, purpose: str) -> bytes:
    """The secret that `wrap_for` closed for the holder of `keys`; see `KeyPairs.unwrap`."""
    return keys.unwrap(wrapped, purpose=purpose)


def new_circle_key(circle_id: str) -> CircleKey:
    """A new random key for a circle."""
    return CircleKey(circle_id, new_key())


def wrap_circle_key(reader: bytes, key: CircleKey) -> bytes:
    """A circle's key closed for the holder of the public read key `reader`."""
    return key.wrapped_for(reader)


def unwrap_circle_key(keys: KeyPairs, circle_id: str, wrapped: bytes) -> CircleKey:
    """The key of the circle `circle_id`, wrapped for `keys`. Raises DamagedFile if it was wrapped for
    somebody else or for another circle."""
    return CircleKey(circle_id, keys.unwrap(wrapped, purpose=_purpose(circle_id)))


def _purpose(circle_id: str) -> str:
    return f"circle key {circle_id}"
