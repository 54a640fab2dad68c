"""The key that a supervisee and their supervisor share: the supervisee's own program makes it, and signs for it.

Whoever may make links, and whoever holds the key of the whole file, could put a key of their own in its place.
So the supervisee signs which key it is and for whom it was wrapped, and nobody uses one without that word.
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


def open_circle(transaction: Transaction, keys: KeyPairs, link: Link, *, at: datetime) -> bool:
    """Makes the circle of a link whose supervisee holds `keys`, and gives both its key. False while the supervisor
    has no keys of their own yet."""
    supervisor = transaction.people.one(link.supervisor)
    if supervisor is None or supervisor.read_key is None:
        return False
    key = new_circle_key(new_id())
    said = _said(link, key, supervisor=supervisor.read_key, supervisee=keys.public.read)
    transaction.circles.open(key.circle_id, CircleKind.PAIR, at)
    for person_id, reader in ((link.supervisee, keys.public.read), (link.supervisor, supervisor.read_key)):
        transaction.circles.admit(key.circle_id, person_id, wrap_circle_key(reader, key), at)
    transaction.links.share(link.id, key.circle_id, signing.sign(keys, SIGNED_AS, said))
    return True


def circle_key(transaction: Transaction, keys: KeyPairs, link: Link, circle_id: str) -> CircleKey:
    """The key as one of the two holds it. Raises DamagedFile where it is not there, does not open, or is not the
    one that the supervisee's program made."""
    mine = keys.public
    wrapped = transaction.circles.wrapped_for(circle_id, keys.person_id)
    other = transaction.people.one(link.other(keys.person_id))
    signature = transaction.links.signature(link.id)
    if wrapped is None or signature is None or other is None or not other.read_key or not other.sign_key:
        raise _not_theirs()
    key = unwrap_circle_key(keys, circle_id, wrapped)
    is_supervisee = keys.person_id == link.supervisee
    readers = (other.read_key, mine.read) if is_supervisee else (mine.read, other.read_key)
    said = _said(link, key, supervisor=readers[0], supervisee=readers[1])
    if not signing.verify(mine.sign if is_supervisee else other.sign_key, SIGNED_AS, said, signature):
        raise _not_theirs()
    return key


def _said(link: Link, key: CircleKey, *, supervisor: bytes, supervisee: bytes) -> dict[str, Any]:
    return {
        "link": link.id,
        "circle": key.circle_id,
        "key": key.fingerprint().hex(),
        "supervisor": [link.supervisor, supervisor.hex()],
        "supervisee": [link.supervisee, supervisee.hex()],
    }


def _not_theirs() -> DamagedFile:
    return DamagedFile(
        "The key of this supervision link is not the one that the supervisee's program made.",
        "Nothing was read or written with it. The file was changed from outside: tell whoever looks after the "
        "workspace, and ask for a new link.",
    )
