"""Who supervises whom, as somebody: making and ending links, seeing one's own, and the key that a pair shares."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from reflect.domain.dates import said
from reflect.domain.links import Link, check_new
from reflect.domain.people import Standing
from reflect.domain.telling import NoticeKind
from reflect.errors import DamagedFile, NotFound, NotPermitted, NotSaved, WrongUse
from reflect.services.beginnings import SHORTEST_ID, only
from reflect.services.drawer import new_id
from reflect.services.links import endings, pair_circles

if TYPE_CHECKING:
    from datetime import date

    from reflect.clock import Clock
    from reflect.services.people import People
    from reflect.storage.store import Store, Transaction
    from reflect.vault.keys import KeyPairs
    from reflect.vault.sealing import CircleKey


class Links:
    """An administrator makes links and ends them, and gains no key by it; everybody sees their own. A former
    supervisor sees no more of theirs, and a lead those of the people in their team."""

    def __init__(self, store: Store, people: People, keys: KeyPairs, clock: Clock) -> None:
        self._store = store
        self._people = people
        self._keys = keys
        self._clock = clock

    def add(self, supervisor: str, supervisee: str, until: date | None = None) -> Link:
        """Makes a link between two people, by name; with a last day it is a cover. Both are told. Raises
        NotPermitted unless called by an administrator, NotFound, and WrongUse where they may have no link."""
        self._people.must_administer("make links")
        today, now = self._clock.today(), self._clock.now()
        link = Link(
            id=new_id(),
            supervisor=self._people.person(supervisor).id,
            supervisee=self._people.person(supervisee).id,
            since=today,
            until=until,
        )
        with self._store.writing() as transaction:
            check_new(link, transaction.links.not_ended(), today)
            for person_id in (link.supervisor, link.supervisee):
                _still_here(transaction, person_id)
            transaction.links.add(link)
            for person_id in (link.supervisor, link.supervisee):
                if person_id != self._keys.person_id:
                    endings.tell(transaction, person_id, NoticeKind.LINK_MADE, at=now, link=link.id)
        return link

    def end(self, beginning: str) -> Link:
        """Ends a link, by its id or a beginning of it, from this moment on. Both are told. Raises NotPermitted
        unless called by an administrator, NotFound, and WrongUse for one that has ended."""
        self._people.must_administer("end links")
        link = self.one(beginning)
        with self._store.writing() as transaction:
            found = transaction.links.one(link.id)
            if found is None or found.is_over(self._clock.today()):
                raise WrongUse("This link has ended already.", "Nothing was changed.")
            endings.end(
                transaction, found, NoticeKind.LINK_ENDED, at=self._clock.now(), by=self._keys.person_id
            )
        return self.one(link.id)

    def all(self) -> tuple[Link, ...]:
        """The links that this person may know of, the earliest first: an administrator of all, a lead of those in
        their team, everybody of those by which they are supervised or supervise now."""
        with self._store.reading() as transaction:
            return self._seen(transaction)

    def one(self, beginning: str) -> Link:
        """A link that this person may know of, by its id or a beginning of it. Raises NotFound, WrongUse."""
        wanted = beginning.strip().casefold()
        found = [link for link in self.all() if len(wanted) >= SHORTEST_ID and link.id.startswith(wanted)]
        none = NotFound(
            "There is no link with this id.",
            f"`reflect link list` shows them; {SHORTEST_ID} characters of an id are enough.",
        )
        return only(found, "links", none)

    def current(self) -> tuple[Link, ...]:
        """Of the links that this person may know of, those that hold today."""
        return tuple(link for link in self.all() if link.is_current(self._clock.today()))

    def my_supervisors(self) -> tuple[Link, ...]:
        """The links by which somebody supervises this person today."""
        return tuple(link for link in self._own() if link.supervisee == self._keys.person_id)

    def my_supervisees(self) -> tuple[Link, ...]:
        """The links by which this person supervises somebody today."""
        return tuple(link for link in self._own() if link.supervisor == self._keys.person_id)

    def between(self, person_id: str) -> Link | None:
        """The link that holds today between this person and another, whoever of them supervises; or None."""
        return next((link for link in self._own() if link.joins(person_id)), None)

    def pair_key(self, link_id: str, *, writing: bool = False) -> CircleKey:
        """The key of what the two of a link share. Once the link has ended it opens for the supervisee alone, and
        only to read. Raises NotPermitted saying why, NotFound for anybody else, and DamagedFile. To be asked for
        anew each time, since a link can end in another window."""
        with self._store.reading() as transaction:
            link = transaction.links.one(link_id)
            no_key_yet = (
                link is not None
                and link.supervisee == self._keys.person_id
                and pair_circles.lacks_circle(transaction, link)
            )
        if no_key_yet:
            self._open_circles()
        with self._store.reading() as transaction:
            return self.key_within(transaction, link_id, writing=writing)

    def key_within(self, transaction: Transaction, link_id: str, *, writing: bool = False) -> CircleKey:
        """As `pair_key`, in a transaction of the caller's: so that words are not put in after the link has ended."""
        link, me = transaction.links.one(link_id), self._keys.person_id
        if link is None or not link.joins(me):
            raise NotFound("There is no such supervision link.", "`reflect link list` shows yours.")
        names = {holder.person.id: holder.person.name for holder in transaction.people.all()}
        today, other = self._clock.today(), names.get(link.other(me), "the other person")
        over = link.is_over(today)
        if over and me == link.supervisor:
            raise _over_for_supervisor(
                link, other, "What they shared with you is closed. An administrator can make a new link."
            )
        if writing and (over or (link.circle and not transaction.circles.takes_words(link.circle))):
            raise NotPermitted(
                f"{other} does not supervise you any more: the link ended on {_last_day(link)}.",
                "You can still read what you shared. Nothing new can be put there.",
            )
        if not over and not link.is_current(today):
            raise NotPermitted(f"This link begins on {said(link.since)}.", "Nothing was changed.")
        if link.circle is None:
            raise _no_key_yet(transaction, link, names)
        return pair_circles.circle_key(transaction, self._keys, link, link.circle)

    def actions_key_within(
        self, transaction: Transaction, link_id: str, *, writing: bool = False
    ) -> CircleKey:
        """The key of the actions that the two of a link keep together. Once the link has ended both can still read
        them as they stood then, and neither can write. Raises NotPermitted saying why, NotFound for anybody else, and
        DamagedFile."""
        link, me = transaction.links.one(link_id), self._keys.person_id
        if link is None or not link.joins(me):
            raise NotFound("There is no such supervision link.", "`reflect link list` shows yours.")
        names = {holder.person.id: holder.person.name for holder in transaction.people.all()}
        today, other = self._clock.today(), names.get(link.other(me), "the other person")
        if writing and link.is_over(today):
            raise (
                _over_for_supervisor(link, other, "You can still read the actions as they stood that day.")
                if me == link.supervisor
                else NotPermitted(
                    f"{other} does not supervise you any more: the link ended on {_last_day(link)}.",
                    "Your actions stay yours; they go on without them.",
                )
            )
        if writing and not link.is_current(today):
            raise NotPermitted(f"This link begins on {said(link.since)}.", "Nothing was changed.")
        key = pair_circles.actions_key(transaction, self._keys, link)
        if key is None and writing and me == link.supervisee:
            pair_circles.open_circles(transaction, self._keys, link, at=self._clock.now())
            key = pair_circles.actions_key(transaction, self._keys, link)
        if key is None:
            raise _no_key_yet(transaction, link, names)
        if writing and not transaction.circles.takes_words(key.circle_id):
            raise NotPermitted(
                f"What you share with {other} is closed.", "An administrator can make a new link."
            )
        return key

    def settle(self) -> None:
        """Makes the keys of this person's new links to their supervisors. A disk that refuses keeps nobody out: it
        is tried again at the next sign-in."""
        with suppress(NotSaved):
            self._open_circles()

    def examine(self) -> tuple[str, ...]:
        """What is wrong with the keys of this person's own links, a line each."""
        faults = []
        with self._store.reading() as transaction:
            for link in transaction.links.of(self._keys.person_id):
                try:
                    if link.circle and not (link.ended and link.supervisor == self._keys.person_id):
                        pair_circles.circle_key(transaction, self._keys, link, link.circle)
                    pair_circles.actions_key(transaction, self._keys, link)
                except DamagedFile:
                    faults.append(f"the key of the supervision link {link.id[:8]} is not the one made for it")
        return tuple(faults)

    def _open_circles(self) -> None:
        with self._store.reading() as transaction:
            waiting = [
                link
                for link in self._without_key(transaction)
                if (holder := transaction.people.one(link.supervisor)) is not None and holder.read_key
            ]
        if waiting:
            with self._store.writing() as transaction:
                for link in self._without_key(transaction):
                    pair_circles.open_circles(transaction, self._keys, link, at=self._clock.now())

    def _without_key(self, transaction: Transaction) -> list[Link]:
        me, today = self._keys.person_id, self._clock.today()
        return [
            link
            for link in transaction.links.of(me)
            if link.supervisee == me
            and link.is_current(today)
            and pair_circles.lacks_circle(transaction, link)
        ]

    def _own(self) -> tuple[Link, ...]:
        with self._store.reading() as transaction:
            links = transaction.links.of(self._keys.person_id)
        return tuple(link for link in links if link.is_current(self._clock.today()))

    def _seen(self, transaction: Transaction) -> tuple[Link, ...]:
        me, today = self._keys.person_id, self._clock.today()
        holder = transaction.people.one(me)
        if holder is not None and holder.person.administrator:
            return transaction.links.all()
        led = {person for team in transaction.teams.all() if team.lead == me for person in team.members}
        links = transaction.links.all() if led else transaction.links.of(me)
        return tuple(
            link
            for link in links
            if link.supervisee == me
            or (link.supervisor == me and not link.is_over(today))
            or link.supervisee in led
            or link.supervisor in led
        )


def _still_here(transaction: Transaction, person_id: str) -> None:
    holder = transaction.people.one(person_id)
    if holder is None or holder.person.standing is Standing.INACTIVE:
        name = holder.person.name if holder else "This person"
        raise WrongUse(f"{name} has left the workspace.", "Nothing was changed.")


def _over_for_supervisor(link: Link, other: str, then: str) -> NotPermitted:
    return NotPermitted(f"You do not supervise {other} any more: the link ended on {_last_day(link)}.", then)


def _last_day(link: Link) -> str:
    return said(link.last_day) if link.last_day else "a day that is not known"


def _no_key_yet(transaction: Transaction, link: Link, names: dict[str, str]) -> NotPermitted:
    supervisor = transaction.people.one(link.supervisor)
    if supervisor is None or supervisor.read_key is None:
        return NotPermitted(
            f"{names.get(link.supervisor, 'The supervisor')} has not joined the workspace yet, so there is no key "
            "for the two of you.",
            "It is made once they have joined.",
        )
    return NotPermitted(
        f"{names.get(link.supervisee, 'The supervisee')} has not signed in since the link was made, so there is no "
        "key for the two of you yet.",
        "Their own program makes it when they next sign in.",
    )
