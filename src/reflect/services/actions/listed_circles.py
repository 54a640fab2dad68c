"""The circle of one action on a team's log: its key, and whom it was given to.

Who makes it signs which action, which key and which public keys belong together, so that nobody who holds the key of
the whole file can slip in a key of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reflect.domain.people import CircleKind
from reflect.errors import DamagedFile
from reflect.services.drawer import new_id
from reflect.vault import signing
from reflect.vault.sealing import new_circle_key, unwrap_circle_key, wrap_circle_key

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from reflect.storage.store import Transaction
    from reflect.storage.team_actions import ListedRow
    from reflect.vault.keys import KeyPairs
    from reflect.vault.sealing import CircleKey

SIGNED_AS = "listed action circle"


def open_circle(
    transaction: Transaction,
    keys: KeyPairs,
    action_id: str,
    team: str,
    readers: Mapping[str, bytes],
    *,
    at: datetime,
) -> CircleKey:
    """Makes the circle of a listed action and gives its key to the readers, whose public read keys these are, by
    their ids."""
    key, signature = new_circle(keys, new_id(), action_id, team, readers)
    transaction.circles.open(key.circle_id, CircleKind.TEAM, at)
    for person_id, reader in readers.items():
        transaction.circles.admit(key.circle_id, person_id, wrap_circle_key(reader, key), at)
    transaction.team_actions(key.circle_id).begin(
        action_id,
        team=team,
        maker=keys.person_id,
        readers=sorted(readers),
        signature=signature,
    )
    return key


def new_circle(
    keys: KeyPairs, circle_id: str, action_id: str, team: str, readers: Mapping[str, bytes]
) -> tuple[CircleKey, bytes]:
    """A new key for the circle of a listed action, and its maker's word that it was made for this action and given to
    these readers, whose public read keys these are, by their ids."""
    key = new_circle_key(circle_id)
    return key, signing.sign(keys, SIGNED_AS, _said(action_id, team, key, readers))


def circle_key(transaction: Transaction, keys: KeyPairs, row: ListedRow) -> CircleKey:
    """The key of a listed action as one of its readers holds it. Raises DamagedFile where it does not open, or where
    it is not the one that its maker gave to these readers."""
    people = {holder.person.id: holder for holder in transaction.people.all()}
    maker = people.get(row.maker)
    readers = {one: read_key for one in row.readers if one in people and (read_key := people[one].read_key)}
    if maker is None or maker.sign_key is None or keys.person_id not in readers:
        raise _not_theirs()
    readers[keys.person_id] = keys.public.read
    key = unwrap_circle_key(keys, row.circle, row.wrapped_key)
    sign_key = keys.public.sign if row.maker == keys.person_id else maker.sign_key
    said = _said(row.action, row.team, key, readers)
    if len(readers) != len(row.readers) or not signing.verify(sign_key, SIGNED_AS, said, row.signature):
        raise _not_theirs()
    return key


def _said(action_id: str, team: str, key: CircleKey, readers: Mapping[str, bytes]) -> dict[str, Any]:
    return {
        "action": action_id,
        "team": team,
        "circle": key.circle_id,
        "key": key.fingerprint().hex(),
        "readers": [[person_id, readers[person_id].hex()] for person_id in sorted(readers)],
    }


def _not_theirs() -> DamagedFile:
    return DamagedFile(
        "The key of an action on a team's log is not the one that was made for it.",
        "Nothing was read or written with it. The file was changed from outside: tell whoever looks after the "
        "workspace.",
    )
