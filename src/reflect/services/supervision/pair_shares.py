"""What the supervisee shared, as their one-to-ones speak of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reflect.domain.supervision.one_to_one import SharedInRecord
from reflect.errors import NotFound
from reflect.services.beginnings import SHORTEST_ID, only
from reflect.services.sharing import words
from reflect.services.supervision.copies import sign_keys_of

if TYPE_CHECKING:
    from datetime import datetime

    from reflect.domain.links import Link
    from reflect.domain.sharing import ShareCard
    from reflect.storage.store import Transaction
    from reflect.vault.keys import KeyPairs
    from reflect.vault.sealing import CircleKey


class PairShares:
    """The shares of one pair within one transaction."""

    def __init__(self, transaction: Transaction, link: Link, key: CircleKey, keys: KeyPairs) -> None:
        self._rows = transaction.pair_shares(key.circle_id)
        self._link = link
        self._key = key
        self._owner_key = sign_keys_of(transaction, link, keys)[link.supervisee]
        self._supervises = keys.person_id == link.supervisor

    def cards(self) -> list[ShareCard]:
        """Every share that there is, newest first, without its words."""
        cards = [
            words.open_share(self._key, self._link, self._owner_key, id_, sealed).card
            for id_, sealed, _ in self._rows.all()
        ]
        return sorted(cards, key=lambda card: (card.shared, card.id), reverse=True)

    def words(self, ids: Iterable[str]) -> list[SharedInRecord]:
        """These shares, as far as they are there still."""
        found = []
        for id_ in ids:
            if row := self._rows.one(id_):
                share = words.open_share(self._key, self._link, self._owner_key, id_, row[0])
                asked = share.card.asked
                found.append(SharedInRecord(id_, asked.wording, share.text, asked.bank))
        return found

    def not_opened(self, ids: Sequence[str]) -> list[str]:
        """Those of them whose words this person, being the supervisor, has not seen yet."""
        if not self._supervises:
            return []
        return [
            id_
            for id_ in ids
            if (row := self._rows.one(id_)) and words.open_opened(self._key, id_, row[1]) is None
        ]

    def open(self, ids: Iterable[str], at: datetime) -> None:
        """The supervisor sees the words of these from now on, and their owner when that was."""
        for id_ in ids:
            self._rows.open(id_, words.seal_opened(self._key, id_, at))

    def whole_id(self, beginning: str) -> str:
        """The one share that begins so. Raises NotFound, WrongUse."""
        wanted = beginning.strip().casefold()
        found = self._rows.ids(wanted) if len(wanted) >= SHORTEST_ID else []
        none = NotFound(
            "There is no such share between you.",
            "It may have been withdrawn. `reflect share list` shows them.",
        )
        return only(found, "shares", none)
