"""The key that a supervisee and their supervisor share: the supervisee's own program makes it, and signs for it.

Whoever may make links, and whoever holds the key of the whole file, could put a key of their own in its place.
So the supervisee signs which key it is and for whom it was wrapped, and nobody uses one without that word.

A link has two circles: one for words, whose key a former supervisor has no way to any more, and one for actions,
which is closed at the end, and which they can still read as it stood then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reflect.domain.people import CircleKind
from reflect.errors import DamagedFile
from reflect.services.drawer import new_id
from reflect.vault import signing
from reflect.vault.sealing import new_circle_key, unwrap_circle_key, wrap_circle_key

if TYPE_CHECKING:
    from datetime import datetime

    from reflect.domain.links import Link
    from reflect.storage.store import Transaction
    from reflect.vault.keys import KeyPairs
    from reflect.vault.sealing import CircleKey

SIGNED_AS = "pair circle"
ACTIONS = "actions"


def open_circles(transaction: Transaction, keys: KeyPairs, link: Link, *, at: datetime) -> bool:
    """Makes the circles of a link whose supervisee holds `keys`, those that it does not have yet, and gives both their
    keys. False while the supervisor has no keys of their own yet."""
    supervisor = transaction.people.one(link.supervisor)
    if supervisor is None or supervisor.read_key is None:
        return False
    if link.circle is None:
        key, signature = _new(transaction, keys, link, supervisor.read_key, None, at)
        transaction.links.share(link.id, key.circle_id, signature)
    if transaction.links.circle_for(link.id, ACTIONS) is None:
        key, signature = _new(transaction, keys, link, supervisor.read_key, ACTIONS, at)
        transaction.links.share_for(link.id, ACTIONS, key.circle_id, signature)
    return True


def lacks_circle(transaction: Transaction, link: Link) -> bool:
    """Whether one of its circles is still to be made."""
    return link.circle is None or transaction.links.circle_for(link.id, ACTIONS) is None


def circle_key(transaction: Transaction, keys: KeyPairs, link: Link, circle_id: str) -> CircleKey:
    """The key of words as one of the two holds it. Raises DamagedFile where it is not there, does not open, or is not
    the one that the supervisee's program made."""
    return _checked(transaction, keys, link, circle_id, transaction.links.signature(link.id), None)


def actions_key(transaction: Transaction, keys: KeyPairs, link: Link) -> CircleKey | None:
    """The key of their actions as one of the two holds it; None where it was not made yet. Raises DamagedFile as
    `circle_key` does."""
    found = transaction.links.circle_for(link.id, ACTIONS)
    if found is None:
        return None
    circle_id, signature = found
    return _checked(transaction, keys, link, circle_id, signature, ACTIONS)


def _new(
    transaction: Transaction, keys: KeyPairs, link: Link, supervisor: bytes, purpose: str | None, at: datetime
) -> tuple[CircleKey, bytes]:
    key = new_circle_key(new_id())
    mine = keys.public.read
    said = _said(link, key, purpose, supervisor=supervisor, supervisee=mine)
    transaction.circles.open(key.circle_id, CircleKind.PAIR, at)
    for person_id, reader in ((link.supervisee, mine), (link.supervisor, supervisor)):
        transaction.circles.admit(key.circle_id, person_id, wrap_circle_key(reader, key), at)
    return key, signing.sign(keys, SIGNED_AS, said)


def _checked(
    transaction: Transaction,
    keys: KeyPairs,
    link: Link,
    circle_id: str,
    signature: bytes | None,
    purpose: str | None,
) -> CircleKey:
    mine = keys.public
    wrapped = transaction.circles.wrapped_for(circle_id, keys.person_id)
    other = transaction.people.one(link.other(keys.person_id))
    if wrapped is None or signature is None or other is None or not other.read_key or not other.sign_key:
        raise _not_theirs()
    key = unwrap_circle_key(keys, circle_id, wrapped)
    is_supervisee = keys.person_id == link.supervisee
    readers = (other.read_key, mine.read) if is_supervisee else (mine.read, other.read_key)
    said = _said(link, key, purpose, supervisor=readers[0], supervisee=readers[1])
    if not signing.verify(mine.sign if is_supervisee else other.sign_key, SIGNED_AS, said, signature):
        raise _not_theirs()
    return key


def _said(
    link: Link, key: CircleKey, purpose: str | None, *, supervisor: bytes, supervisee: bytes
) -> dict[str, Any]:
    return {
        "link": link.id,
        "circle": key.circle_id,
        "key": key.fingerprint().hex(),
        "supervisor": [link.supervisor, supervisor.hex()],
        "supervisee": [link.supervisee, supervisee.hex()],
        **({"purpose": purpose} if purpose else {}),
    }


def _not_theirs() -> DamagedFile:
    return DamagedFile(
        "The key of this supervision link is not the one that the supervisee's program made.",
        "Nothing was read or written with it. The file was changed from outside: tell whoever looks after the "
        "workspace, and ask for a new link.",
    )
