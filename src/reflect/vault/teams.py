"""A team's circle: every member can put words in, its lead alone can take them out.

It is a key pair. The public half belongs to everyone in the team; the private half is wrapped for the lead,
and wrapped again for the next one at a change of lead.
"""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from reflect.vault.boxes import KEY_BYTES, does_not_open
from reflect.vault.keys import KeyPairs
from reflect.vault.wrapping import open_wrapped, wrap_for


class TeamCircle:
    """The private half of a team's circle, as its lead holds it. Nothing printable shows it."""

    __slots__ = ("_private", "circle_id", "public")

    def __init__(self, circle_id: str, private: X25519PrivateKey) -> None:
        self.circle_id = circle_id
        self._private = private
        self.public = private.public_key().public_bytes_raw()

    def __repr__(self) -> str:
        return f"TeamCircle({self.circle_id!r})"

    def open(self, sealed: bytes, *, place: str) -> bytes:
        """The words that a member sealed. Raises DamagedFile for another team, another place or a change."""
        return open_wrapped(self._private, sealed, purpose=_words_at(place))

    def wrapped_for(self, reader: bytes) -> bytes:
        """The private half closed for a lead's public read key."""
        return wrap_for(reader, self._private.private_bytes_raw(), purpose=_key_of(self.circle_id))


def new_team_circle(circle_id: str) -> TeamCircle:
    """A new circle for a team; keep its `public`, and `wrap_team_circle` for its lead."""
    return TeamCircle(circle_id, X25519PrivateKey.generate())


def seal_to_team(public: bytes, words: bytes, *, place: str) -> bytes:
    """`words` sealed for the lead of the team whose circle has this public key, and for `place`; whoever
    sealed them cannot open them again. Raises DamagedFile if `public` is no usable key."""
    return wrap_for(public, words, purpose=_words_at(place))


def open_as_lead(team: TeamCircle, sealed: bytes, *, place: str) -> bytes:
    """The words that a member sealed to the team; see `TeamCircle.open`."""
    return team.open(sealed, place=place)


def wrap_team_circle(reader: bytes, team: TeamCircle) -> bytes:
    """The team's private half closed for a lead's public read key."""
    return team.wrapped_for(reader)


def unwrap_team_circle(keys: KeyPairs, circle_id: str, wrapped: bytes) -> TeamCircle:
    """The team's circle as its lead holds it. Raises DamagedFile if it was wrapped for somebody else or for
    another team."""
    private = keys.unwrap(wrapped, purpose=_key_of(circle_id))
    if len(private) != KEY_BYTES:
        raise does_not_open()
    return TeamCircle(circle_id, X25519PrivateKey.from_private_bytes(private))


def _words_at(place: str) -> str:
    return f"team words {place}"


def _key_of(circle_id: str) -> str:
    return f"team circle {circle_id}"
