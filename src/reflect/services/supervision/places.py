"""Where the records of one's links are: who is meant by a name, which record by the beginning of an id, and whether its
pair's key may be used now."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from reflect.errors import NotFound
from reflect.services.beginnings import SHORTEST_ID, only
from reflect.services.supervision.copies import Copy, OwnCopies
from reflect.services.supervision.pair_file import PairFile
from reflect.services.supervision.record_words import AgreementHead, MeetingHead
from reflect.text import clean_line

if TYPE_CHECKING:
    from datetime import date, datetime

    from reflect.clock import Clock
    from reflect.domain.links import Link
    from reflect.services.links.links import Links
    from reflect.storage.store import Transaction
    from reflect.vault.keys import KeyPairs

H = TypeVar("H", MeetingHead, AgreementHead)


class Places:
    """Finds them for one person, in a transaction of the caller's."""

    def __init__(self, links: Links, keys: KeyPairs, clock: Clock) -> None:
        self._links = links
        self._keys = keys
        self._clock = clock

    @property
    def me(self) -> str:
        """The id of the person."""
        return self._keys.person_id

    def today(self) -> date:
        """The date where the person is."""
        return self._clock.today()

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        return self._clock.now()

    def of(self, transaction: Transaction, name: str | None = None) -> list[Link]:
        """Every link of this person, on either side, over or not; with somebody of this name, or with anybody. Raises
        NotFound where a name is given and there is none."""
        links = list(transaction.links.of(self.me))
        if name is None:
            return links
        wanted = clean_line(name).casefold()
        meant = {
            holder.person.id for holder in transaction.people.all() if holder.person.name.casefold() == wanted
        }
        found = [link for link in links if link.other(self.me) in meant]
        if not found:
            raise NotFound(
                "Nobody of this name supervises you, or is supervised by you.",
                "`reflect link list` shows your links.",
            )
        return found

    def with_somebody(self, transaction: Transaction, name: str) -> Link:
        """The link that holds with somebody of this name, or the last of those that did. Raises NotFound."""
        today = self.today()
        return max(self.of(transaction, name), key=lambda link: (link.is_current(today), link.since, link.id))

    def file(
        self, transaction: Transaction, link: Link, kind: type[H], *, writing: bool = False
    ) -> PairFile[H]:
        """The records of a pair. Raises NotPermitted with the reason where they are closed to this person."""
        key = self._links.key_within(transaction, link.id, writing=writing)
        return PairFile(transaction, link, key, self._keys, kind)

    def make_key(self, link: Link, *, writing: bool = True) -> None:
        """Makes the key of a link that has none yet, if this person's program is the one to make it. Raises
        NotPermitted with the reason where there is none, or where it is closed to this person."""
        self._links.pair_key(link.id, writing=writing)

    def readable(self, transaction: Transaction, name: str | None = None) -> list[Link]:
        """The links whose records this person may read now."""
        today = self.today()
        return [
            link
            for link in self.of(transaction, name)
            if link.circle and not (link.is_over(today) and link.supervisor == self.me)
        ]

    def copies(self, transaction: Transaction, kind: str, name: str | None = None) -> list[tuple[Link, Copy]]:
        """This person's own copies of records of links by which they supervised somebody."""
        former = {
            link.id: link
            for link in self.of(transaction, name)
            if link.is_over(self.today()) and link.supervisor == self.me
        }
        own = OwnCopies(transaction, self._keys).all(kind) if former else []
        return [(former[copy.body["link"]], copy) for copy in own if copy.body["link"] in former]

    def found(self, transaction: Transaction, kind: str, beginning: str) -> tuple[Link, str]:
        """The link and the whole id of one record, by its id or a beginning of it. Raises NotFound, WrongUse."""
        wanted = beginning.strip().casefold()
        return only(
            [
                (link, id_)
                for link in self.of(transaction)
                if link.circle is not None and len(wanted) >= SHORTEST_ID
                for id_ in transaction.pair_records(link.circle).ids(kind, wanted)
            ],
            f"{kind}s",
            no_such(kind),
        )

    def copy_of(self, transaction: Transaction, kind: str, link: Link, record_id: str) -> Copy | None:
        """This person's own copy of a record, if the link is over, they supervised by it and they signed it."""
        if not link.is_over(self.today()) or link.supervisor != self.me:
            return None
        return next((copy for _, copy in self.copies(transaction, kind) if copy.id == record_id), None)


def no_such(kind: str) -> NotFound:
    """There is no record with this id, or it is not this person's to see."""
    lists = (
        "`reflect supervision list` shows yours" if kind == MeetingHead.KIND else "`reflect agreement show`"
    )
    return NotFound(
        f"There is no {kind} with this id.", f"{lists}; {SHORTEST_ID} characters of an id are enough."
    )
