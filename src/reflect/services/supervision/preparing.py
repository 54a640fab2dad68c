"""Getting ready for the next one-to-one, and when it is due: read from what two people keep together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from reflect.domain.actions.action import Status
from reflect.domain.dates import day_of
from reflect.domain.supervision.cadence import Due
from reflect.domain.supervision.intervals import in_force
from reflect.domain.supervision.one_to_one import Kind, MeetingStatus
from reflect.domain.supervision.prepared import Following, Prepared
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


Heads = Sequence[tuple[str, MeetingHead]]


class Preparing:
    """Of one person, on either side. `cadences` are those of the workplace; `notes_about_me` counts the working notes
    about the person by the id of a link, and those of them that can be asked for."""

    def __init__(
        self,
        store: Store,
        room: Room,
        cadences: Callable[[], Sequence[Cadence]],
        notes_about_me: Callable[[str], tuple[int, int]],
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
            heads, both = file.heads(), file.signed_by_both()
            open_ones = _by_hand((id_, head) for id_, head in heads if id_ not in both)
            meetings = self._room.meetings(transaction, link)
            meeting = meetings.one(open_ones[0][0]) if open_ones else None
            unsigned = tuple(meetings.one(id_) for id_, head in open_ones[1:] if head.facts.ended is not None)
            histories = self._room.histories(transaction, link)
            cards = self._room.shares(transaction, file).cards()
            locked = {id_ for record_id, head in heads if record_id in both for id_ in head.discussed}
            agreements = self._agreements(transaction, link)
        notes, to_ask = self._notes_about_me(link.id) if link.supervisee == me else (0, 0)
        actions = soonest_first(action for action, _ in histories.values())
        agreed = in_force([one for one in agreements if one.agreed], today)
        return Prepared(
            link=link.id,
            name=file.names.get(link.other(me), ""),
            supervises_me=link.supervisee == me,
            meeting=meeting,
            previous=tuple(action for action in actions if is_previous(action)),
            shares=tuple(card for card in cards if card.id not in locked),
            agreement=_latest(agreements),
            agreement_due=agreed is None or agreed.review_is_due(today),
            rechecks=tuple(
                action
                for action in actions
                if action.status is Status.CONFIRMED and action.recheck_due and action.recheck_due <= today
            ),
            next_day=self._next_day(agreements, heads, today),
            unsigned=unsigned,
            later_held=bool(open_ones) and _was_followed(open_ones[0][1], heads),
            next_is_said=_said(heads, today) is not None,
            notes_about_me=notes,
            notes_to_ask=to_ask,
            ended=link.last_day if link.is_over(today) else None,
        )

    def next_day(self, name: str) -> date | None:
        """The day that is proposed for the next one: what the two said last time, if it is still to come; otherwise by
        the cadence, today where that has passed. None where neither is known. Raises as `prepare`."""
        link = self._link_with(name)
        with self._store.reading() as transaction:
            heads = self._places.file(transaction, link, MeetingHead).heads()
            agreements = self._agreements(transaction, link)
        return self._next_day(agreements, heads, self._places.today())

    def following(self, link: Link, meeting: MeetingHead) -> Following | None:
        """What is proposed as the day of the next one, in the record of one that was held by this link; None where
        nobody knows. Raises NotPermitted, DamagedFile."""
        with self._store.reading() as transaction:
            heads = self._places.file(transaction, link, MeetingHead).heads()
            agreements = self._agreements(transaction, link)
        planned = [
            head.facts.planned
            for _, head in heads
            if head.status is MeetingStatus.PLANNED and head.facts.planned > _day(meeting)
        ]
        if planned:
            return Following(min(planned), is_planned=True)
        by = self._due_after(agreements, _day(meeting), self._places.today())
        return None if by is None else Following(by)

    def due(self) -> tuple[Due, ...]:
        """When the next one is due by each link that holds, the soonest first; where nobody knows, at the end."""
        today, me = self._places.today(), self._places.me
        found = []
        with self._store.reading() as transaction:
            names = {holder.person.id: holder.person.name for holder in transaction.people.all()}
            for link in self._places.of(transaction):
                if not link.is_current(today):
                    continue
                heads, agreements = self._of(transaction, link)
                planned = [head.facts.planned for _, head in heads if head.status is MeetingStatus.PLANNED]
                last = max(_held(heads), key=_day, default=None)
                found.append(
                    Due(
                        link=link.id,
                        person=names.get(link.other(me), ""),
                        supervises_me=link.supervisee == me,
                        held=_day(last) if last else None,
                        planned=min(planned, default=None),
                        by=self._by(agreements, heads, today),
                        said=_said(heads, today),
                        goes_on=last is not None and last.facts.ended is None,
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

    def _of(self, transaction: Transaction, link: Link) -> tuple[Heads, list[Agreement]]:
        try:
            heads = self._places.file(transaction, link, MeetingHead).heads()
        except NotPermitted:  # the two have no key yet, so that there is nothing either
            return [], []
        return heads, self._agreements(transaction, link)

    def _agreements(self, transaction: Transaction, link: Link) -> list[Agreement]:
        file = self._places.file(transaction, link, AgreementHead)
        return [shown_agreement(file, record) for record in file.records()]

    def _next_day(self, agreements: Sequence[Agreement], heads: Heads, today: date) -> date | None:
        if (said := _said(heads, today)) is not None:
            return said
        by = self._by(agreements, heads, today)
        return None if by is None else max(by, today)

    def _by(self, agreements: Sequence[Agreement], heads: Heads, today: date) -> date | None:
        """The day by which the next one is due: by the agreement that holds; without one, as was said last time."""
        last = max(_held(heads), key=_day, default=None)
        by = self._due_after(agreements, _day(last) if last else None, today)
        return last.facts.next if by is None and last else by

    def _due_after(self, agreements: Sequence[Agreement], held: date | None, today: date) -> date | None:
        """The day by which the next one is due by the agreement that holds, after one that was `held`, or the first;
        None without an agreement."""
        agreement = in_force(agreements, today) or _latest(agreements)
        if agreement is None:
            return None
        since = max(held, agreement.terms.start) if held else agreement.terms.start
        return since + timedelta(days=agreement.terms.step_on(since, self._cadences()).every_days)


def _held(heads: Heads) -> list[MeetingHead]:
    return [head for _, head in heads if head.status is MeetingStatus.HELD]


def _said(heads: Heads, today: date) -> date | None:
    """The day of the next one as the last record that names one says; None where it has passed, or where the one that
    was meant was held before that day."""
    held = _held(heads)
    last = max((head for head in held if head.facts.next is not None), key=_day, default=None)
    if last is None or last.facts.next is None or last.facts.next < today:
        return None
    was_held = any(head.kind is Kind.SCHEDULED and _day(head) > _day(last) for head in held)
    return None if was_held else last.facts.next


def _was_followed(meeting: MeetingHead, heads: Heads) -> bool:
    """Whether one that is over was not the last: another was held on a later day."""
    return meeting.facts.ended is not None and any(_day(head) > _day(meeting) for head in _held(heads))


def _day(head: MeetingHead) -> date:
    """The day on which one was held."""
    return day_of(head.facts.started) if head.facts.started else head.facts.planned


def _by_hand(heads: Iterable[tuple[str, MeetingHead]]) -> list[tuple[str, MeetingHead]]:
    """Of those that are not agreed the one that is being held, then those that are planned, then those that are over:
    nothing that is got ready for the next one goes into a record that waits for a signature."""

    def order(one: tuple[str, MeetingHead]) -> tuple[bool, bool, date, bool, str]:
        id_, head = one
        not_begun = head.status is MeetingStatus.PLANNED
        return (
            head.facts.ended is not None,
            not_begun,
            head.facts.planned,
            head.kind is not Kind.SCHEDULED,
            id_,
        )

    return sorted((one for one in heads if one[1].status is not MeetingStatus.CANCELLED), key=order)


def _latest(agreements: Iterable[Agreement]) -> Agreement | None:
    return max(agreements, key=lambda one: (not one.agreed, one.terms.start, one.made, one.id), default=None)
