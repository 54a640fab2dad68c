"""Getting ready for the next one-to-one, and when it is due: read from what two people keep together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from reflect.domain.actions.action import Status
from reflect.domain.supervision.cadence import Due
from reflect.domain.supervision.intervals import held_on, in_force
from reflect.domain.supervision.one_to_one import Kind, MeetingStatus, OneToOne
from reflect.domain.supervision.prepared import Prepared
from reflect.errors import NotPermitted
from reflect.services.supervision import days
from reflect.services.supervision.agreements import shown as shown_agreement
from reflect.services.supervision.pair_actions import is_previous, soonest_first
from reflect.services.supervision.record_words import AgreementHead, MeetingHead

if TYPE_CHECKING:
    from reflect.domain.links import Link
    from reflect.domain.supervision.agreement import Agreement
    from reflect.domain.supervision.cadence import Cadence
    from reflect.domain.supervision.days import MeetingDates
    from reflect.services.supervision.room import Room
    from reflect.storage.store import Store, Transaction


class Preparing:
    """Of one person, on either side. `cadences` are those of the workplace; `notes_about_me` counts the working notes
    about the person by the id of a link."""

    def __init__(
        self,
        store: Store,
        room: Room,
        cadences: Callable[[], Sequence[Cadence]],
        notes_about_me: Callable[[str], int],
    ) -> None:
        self._store = store
        self._room = room
        self._places = room.places
        self._cadences = cadences
        self._notes_about_me = notes_about_me

    def prepare(self, name: str) -> Prepared:
        """What is before the two of them. Raises NotFound, NotPermitted with the reason, DamagedFile."""
        today, me = self._places.today(), self._places.me
        link = self._link_with(name)
        with self._store.reading() as transaction:
            file = self._places.file(transaction, link, MeetingHead)
            meetings = self._room.meetings(transaction, link).all()
            histories = self._room.histories(transaction, link)
            cards = self._room.shares(transaction, file).cards()
            agreements = self._agreements(transaction, link)
        locked = {share.id for meeting in meetings if meeting.agreed for share in meeting.shared}
        actions = soonest_first(action for action, _ in histories.values())
        agreed = in_force([one for one in agreements if one.agreed], today)
        return Prepared(
            link=link.id,
            name=file.names.get(link.other(me), ""),
            supervises_me=link.supervisee == me,
            meeting=_at_hand(meetings),
            previous=tuple(action for action in actions if is_previous(action)),
            shares=tuple(card for card in cards if card.id not in locked),
            agreement=_latest(agreements),
            agreement_due=agreed is None or agreed.review_is_due(today),
            rechecks=tuple(
                action
                for action in actions
                if action.status is Status.CONFIRMED and action.recheck_due and action.recheck_due <= today
            ),
            next_day=self._next_day(agreements, meetings, today),
            notes_about_me=self._notes_about_me(link.id) if link.supervisee == me else 0,
        )

    def next_day(self, name: str) -> date | None:
        """The day that the cadence proposes for the next one; today where it has passed. None without an agreement.
        Raises as `prepare`."""
        link = self._link_with(name)
        with self._store.reading() as transaction:
            meetings = self._room.meetings(transaction, link).all()
            agreements = self._agreements(transaction, link)
        return self._next_day(agreements, meetings, self._places.today())

    def due(self) -> tuple[Due, ...]:
        """When the next one is due by each link that holds, the soonest first; where nobody knows, at the end."""
        today, me = self._places.today(), self._places.me
        found = []
        with self._store.reading() as transaction:
            names = {holder.person.id: holder.person.name for holder in transaction.people.all()}
            for link in self._places.of(transaction):
                if not link.is_current(today):
                    continue
                meetings, agreements = self._of(transaction, link)
                planned = [one.facts.planned for one in meetings if one.status is MeetingStatus.PLANNED]
                found.append(
                    Due(
                        link=link.id,
                        person=names.get(link.other(me), ""),
                        supervises_me=link.supervisee == me,
                        held=_last_held(meetings),
                        planned=min(planned, default=None),
                        by=self._by(agreements, meetings, today),
                    )
                )
        return tuple(sorted(found, key=lambda due: (due.by is None, due.by or today, due.person, due.link)))

    def dates(self) -> tuple[MeetingDates, ...]:
        """Of those whose team this person leads: days and states, and no words. The latest day first."""
        with self._store.reading() as transaction:
            return days.of_meetings(transaction, self._places.me)

    def _link_with(self, name: str) -> Link:
        with self._store.reading() as transaction:
            link = self._places.with_somebody(transaction, name)
        self._places.make_key(link, writing=False)
        return link

    def _of(self, transaction: Transaction, link: Link) -> tuple[list[OneToOne], list[Agreement]]:
        try:
            meetings = self._room.meetings(transaction, link).all()
        except NotPermitted:  # the two have no key yet, so that there is nothing either
            return [], []
        return meetings, self._agreements(transaction, link)

    def _agreements(self, transaction: Transaction, link: Link) -> list[Agreement]:
        file = self._places.file(transaction, link, AgreementHead)
        return [shown_agreement(file, record) for record in file.records()]

    def _next_day(
        self, agreements: Sequence[Agreement], meetings: Iterable[OneToOne], today: date
    ) -> date | None:
        by = self._by(agreements, list(meetings), today)
        return None if by is None else max(by, today)

    def _by(self, agreements: Sequence[Agreement], meetings: Sequence[OneToOne], today: date) -> date | None:
        """The day by which the next one is due: by the agreement that holds; without one, as was said last time."""
        last = max((one for one in meetings if _is_held(one)), key=held_on, default=None)
        agreement = in_force(agreements, today) or _latest(agreements)
        if agreement is None:
            return last.facts.next if last else None
        since = max(held_on(last), agreement.terms.start) if last else agreement.terms.start
        return since + timedelta(days=agreement.terms.step_on(since, self._cadences()).every_days)


def _is_held(meeting: OneToOne) -> bool:
    return meeting.status is MeetingStatus.HELD


def _last_held(meetings: Iterable[OneToOne]) -> date | None:
    return max((held_on(one) for one in meetings if _is_held(one)), default=None)


def _at_hand(meetings: Iterable[OneToOne]) -> OneToOne | None:
    """The one that has begun and is not agreed, or else the next that is planned."""
    wanted = [one for one in meetings if one.status is not MeetingStatus.CANCELLED and not one.agreed]

    def order(one: OneToOne) -> tuple[bool, date, bool, str]:
        return not _is_held(one), one.facts.planned, one.kind is not Kind.SCHEDULED, one.id

    return min(wanted, key=order, default=None)


def _latest(agreements: Iterable[Agreement]) -> Agreement | None:
    return max(agreements, key=lambda one: (not one.agreed, one.terms.start, one.made, one.id), default=None)
