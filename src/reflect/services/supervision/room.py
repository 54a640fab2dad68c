"""The room of one-to-ones: their records opened for reading, and one of them laid on the desk to be written in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reflect.services.supervision.meetings import Meetings
from reflect.services.supervision.pair_shares import PairShares
from reflect.services.supervision.record_words import MeetingHead

if TYPE_CHECKING:
    from datetime import datetime

    from reflect.clock import Clock
    from reflect.domain.links import Link
    from reflect.domain.supervision.one_to_one import OneToOne
    from reflect.services.supervision.pair_actions import Histories, PairActions
    from reflect.services.supervision.pair_file import PairFile, Record
    from reflect.services.supervision.places import Places
    from reflect.storage.store import Store, Transaction
    from reflect.vault.keys import KeyPairs


@dataclass(frozen=True, slots=True)
class Desk:
    """One record on the desk, within a transaction that may write."""

    transaction: Transaction
    link: Link
    file: PairFile[MeetingHead]
    meetings: Meetings
    shares: PairShares
    record: Record[MeetingHead]
    now: datetime

    def shown(self) -> OneToOne:
        """The record as it stands now, what was just written included."""
        return self.meetings.one(self.record.id)

    def change(self, head: MeetingHead) -> OneToOne:
        """What is to stand of it besides entries; nothing is touched where nothing changed."""
        if head != self.record.head:
            self.file.change(self.record, head, self.now)
        return self.shown()


class Room:
    """Opens the records of one-to-ones for one person. Raises as `Places.file`."""

    def __init__(
        self, store: Store, keys: KeyPairs, places: Places, actions: PairActions, clock: Clock
    ) -> None:
        self.places = places
        self._store = store
        self._keys = keys
        self._actions = actions
        self._clock = clock

    @contextmanager
    def at(self, id: str) -> Iterator[Desk]:
        """One record to be written in; on the disk when this ends, or as it was. Raises NotFound, NotSaved."""
        with self._store.writing() as transaction:
            link, record_id = self.places.found(transaction, MeetingHead.KIND, id)
            file = self.places.file(transaction, link, MeetingHead, writing=True)
            yield self.desk(transaction, file, record_id)

    def desk(self, transaction: Transaction, file: PairFile[MeetingHead], record_id: str) -> Desk:
        """One record of a file that may be written in, within a transaction of the caller's."""
        shares = self.shares(transaction, file)
        meetings = Meetings(file, self._actions.reader(transaction), shares)
        record = file.record(record_id)
        return Desk(transaction, file.link, file, meetings, shares, record, self._clock.now())

    def meetings(self, transaction: Transaction, link: Link) -> Meetings:
        """The one-to-ones of a pair, to be read."""
        file = self.places.file(transaction, link, MeetingHead)
        named = self._actions.reader(transaction)
        return Meetings(file, named, self.shares(transaction, file))

    def histories(self, transaction: Transaction, link: Link) -> Histories:
        """The actions of a pair with their events."""
        return self._actions.of(transaction, link)

    def check_actions(self, desk: Desk) -> None:
        """Raises DamagedFile where the record would say of an action what was not signed by who did it."""
        self._actions.check(desk.transaction, desk.record.head.actions)

    def shares(self, transaction: Transaction, file: PairFile[MeetingHead]) -> PairShares:
        """What the supervisee of a pair shared."""
        return PairShares(transaction, file.link, file.key, self._keys)
