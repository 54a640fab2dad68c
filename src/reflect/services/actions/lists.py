"""Looking at actions: lists, what is due, where one came from, and how they went over time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from threading import Lock
from typing import TYPE_CHECKING

from reflect.domain.actions.groups import Group
from reflect.domain.actions.history import known_on
from reflect.domain.actions.origin import FromOneToOne, record_read
from reflect.domain.actions.wanted import Wanted, Whose
from reflect.domain.people import CircleKind
from reflect.errors import DamagedFile, NotFound, NotPermitted
from reflect.services.actions import listing
from reflect.services.actions.entry import Entry
from reflect.services.actions.index import ActionIndex
from reflect.services.actions.months import Month

if TYPE_CHECKING:
    from reflect.banks.catalogue import Catalogue
    from reflect.domain.actions.action import Action
    from reflect.domain.actions.event import Event
    from reflect.domain.actions.rules import Rules
    from reflect.domain.reflection import Answer
    from reflect.services.actions.book import ActionBook
    from reflect.services.actions.record import ActionRecord
    from reflect.services.remembering import Remembering
    from reflect.storage.store import Transaction

MONTHS_BACK = 12
DUE_GROUPS = (Group.OVERDUE, Group.DUE_SOON, Group.RECHECK)


@dataclass(frozen=True, slots=True)
class Arranged:
    """All actions of a person in their groups, as ids; `index` says more of each without a word of it. `stood` are the
    actions themselves by their ids, where they are those of a day that has passed."""

    index: ActionIndex
    places: Mapping[Group, Sequence[int]]
    today: date
    stood: Mapping[str, Action] | None = None

    def __len__(self) -> int:
        return len(self.index)

    @property
    def open(self) -> int:
        """How many are agreed and still to be done, without good practice that is kept going."""
        return self.index.open()

    def ids(self, group: Group, start: int = 0, end: int | None = None) -> list[str]:
        """The ids of a group from one place up to another."""
        return [self.index.id_at(place) for place in self.places[group][start:end]]


@dataclass(frozen=True, slots=True)
class Trace:
    """Review, finding, question, action, evidence, impact: all that one action hangs on. `answer` is the private
    answer that it came from, for its owner alone, as are `answers`: all own answers to its question, oldest first;
    `bank_moved_on` says that the bank words the question otherwise by now; `one_to_one` says from which one-to-one
    it comes, if from one; `events` are its history, and `names` those of people by their ids."""

    action: Action
    answer: Answer | None
    answers: tuple[Answer, ...]
    bank_moved_on: bool
    one_to_one: FromOneToOne | None
    events: tuple[Event, ...]
    names: Mapping[str, str]


class ActionLists:
    """The actions that a person may see, to look at: their own, and those that others show them. Raises NotFound for an
    action that is not there."""

    def __init__(
        self,
        record: ActionRecord,
        remembering: Remembering,
        banks: Catalogue,
        rules: Callable[[date | None], Rules],
        held: Callable[[str], tuple[str, date]],
    ) -> None:
        """`rules` are those that held on a day, None for today; `held` is the whole id and the day of a one-to-one
        that the person may read."""
        self._record = record
        self._remembering = remembering
        self._banks = banks
        self._rules = rules
        self._held = held
        self._arranged: dict[Whose, tuple[int, Rules, Arranged]] = {}
        self._stood: tuple[tuple[Whose, date, Rules, int], Arranged] | None = None
        self._arranging = Lock()
        self._months: tuple[Arranged, tuple[Month, ...]] | None = None

    def rules_on(self, day: date | None) -> Rules:
        """The rules that held at the end of a day, None for today. Raises as `Rulebook.on`."""
        return self._rules(day)

    @property
    def person(self) -> str:
        """The id of who looks."""
        return self._record.person

    def action(self, action: str) -> Action:
        """One action by its id or a beginning of it that no other has. Raises WrongUse where several have."""
        return self._record.action(action)

    def history(self, action: str) -> tuple[Event, ...]:
        """Everything that happened to it, oldest first; what was taken back is there too."""
        return self._record.history(action)

    def histories(self, ids: Sequence[str]) -> dict[str, tuple[Event, ...]]:
        """The same for several, by their whole ids."""
        with self._record.reading() as book:
            return book.events_of(ids)

    def answers_behind(self, ids: Sequence[str]) -> dict[str, str]:
        """The ids of the private answers that one's own actions came from, by the actions' whole ids."""
        with self._record.reading() as book:
            return book.answers_behind(ids)

    def listed(self, wanted: Wanted) -> tuple[Action, ...]:
        """The actions that are wanted, the soonest day first: unless `wanted` says whose, all that the person may
        see."""
        with self._record.reading() as book:
            return listing.listed_everywhere(book, wanted, self._record.today(), self._rules(wanted.as_at))

    def of_pair(self, link_id: str, within: Transaction | None = None) -> tuple[Action, ...]:
        """The actions that this person and the other of a link keep together, those of theirs that are listed with a
        team among them, the soonest day first. Raises NotFound for a link of others."""
        with self._record.reading(within) as book:
            link = book.transaction.links.one(link_id)
            if link is None or not link.joins(self._record.person):
                raise NotFound("There is no such supervision link.", "`reflect link list` shows yours.")
            return tuple(listing.by_day(book.of_pair(link_id)))

    def arranged(self, whose: Whose = Whose.MINE) -> Arranged:
        """All of one's own actions in their groups, whoever sees them; or those of the people whom one supervises, or
        those on a team's log. Read again only after something was written, a day has passed or the workplace has set
        other numbers."""
        today, rules, changes = self._record.today(), self._rules(None), self._record.changes()
        with self._arranging:
            known = self._arranged.get(whose)
            if known and known[:2] == (changes, rules) and known[2].today == today:
                return known[2]
            with self._record.reading() as book:
                index = _index(book, whose)
            arranged = Arranged(index, index.grouped(today, rules), today)
            self._arranged[whose] = changes, rules, arranged
            return arranged

    def as_it_stood(self, whose: Whose, day: date) -> Arranged:
        """The same as it stood at the end of a day."""
        rules = self._rules(day)
        asked = whose, day, rules, self._record.changes()
        known = self._stood
        if known is None or known[0] != asked:
            stood = {action.id: action for action in self.listed(Wanted(whose=whose, as_at=day))}
            index = ActionIndex.of(Entry.of(action) for action in stood.values())
            self._stood = known = asked, Arranged(index, index.grouped(day, rules), day, stood)
        return known[1]

    def whose(self) -> tuple[Whose, ...]:
        """Whose actions the person can look at: their own, and where they supervise somebody or see a team's log those
        too."""
        with self._record.reading() as book:
            listed = book.transaction.readable_actions(self._record.person).has_listed()
            return (
                Whose.MINE,
                *((Whose.SUPERVISEES,) if book.viewer.supervisees else ()),
                *((Whose.LISTED,) if listed else ()),
            )

    def how_many(self) -> int:
        """How many actions there are that the person may see."""
        with self._record.reading() as book:
            return len(book.own.index()) + len(book.shared())

    def some(self, ids: Sequence[str]) -> tuple[Action, ...]:
        """The actions with these whole ids, in this order."""
        with self._record.reading() as book:
            return tuple(kept.action for _, kept in book.placed(ids))

    def found(self, wanted: Wanted) -> frozenset[str]:
        """The ids of the actions that are wanted, whatever their order."""
        if wanted.as_at is None:
            return frozenset(action.id for action in self.listed(wanted))
        day = wanted.as_at
        stood = self.as_it_stood(wanted.whose or Whose.MINE, day).stood or {}

        def told(ids: Sequence[str]) -> dict[str, tuple[Event, ...]]:
            return {id_: known_on(events, day) for id_, events in self.histories(ids).items()}

        among = replace(wanted, whose=None)
        chosen = listing.chosen_of(stood.values(), among, day, self._rules(day), told)
        return frozenset(action.id for action in chosen)

    def due(self, most: int) -> tuple[Action, ...]:
        """What is overdue, then what is due soon, then re-checks that have come: at most so many, in each group the
        soonest first."""
        arranged = self.arranged()
        places = [place for group in DUE_GROUPS for place in arranged.places[group][:most]]
        return self.some([arranged.index.id_at(place) for place in places[:most]])

    def over_time(self) -> tuple[Month, ...]:
        """How many were open, done and embedded at the end of each of the last twelve months, oldest first;
        good practice is left out."""
        arranged = self.arranged()
        if self._months is None or self._months[0] is not arranged:
            self._months = arranged, arranged.index.months(arranged.today, MONTHS_BACK)
        return self._months[1]

    def trace(self, action: str) -> Trace:
        """Where an action came from and what came of it."""
        with self._record.reading() as book:
            place, kept = book.the(action)
            found = kept.action
            behind = book.answers_behind([found.id]).get(found.id)
            events = place.drawer.events(found.id)
        origin = found.origin
        answers: tuple[Answer, ...] = ()
        moved_on = False
        if origin and origin.question:
            moved_on = self._wording(origin.bank, origin.question) != origin.wording
            if found.owner == self._record.person:
                answers = self._remembering.then_and_now(origin.bank, origin.question).answers
        answer = next((one for one in answers if one.id == behind), None)
        return Trace(found, answer, answers, moved_on, self._one_to_one(found, events), events, self.names())

    def names(self) -> dict[str, str]:
        """The name of each person by their id."""
        return {id_: name for id_, (name, _) in self._record.people().items()}

    def _one_to_one(self, found: Action, events: Sequence[Event]) -> FromOneToOne | None:
        begun = events[0] if found.record and events else None
        record = record_read(begun.data) if begun else None
        if begun is None or record is None:
            return None
        on = None
        with suppress(NotFound, NotPermitted, DamagedFile):
            on = self._held(record)[1]
        return FromOneToOne(record, on, begun.data.get("circle") == CircleKind.PAIR)

    def _wording(self, bank: str, question: str) -> str | None:
        try:
            asked = self._banks.bank(bank).question(question)
        except NotFound:
            return None
        return asked.text if asked else None


def _index(book: ActionBook, whose: Whose) -> ActionIndex:
    wanted, viewer = Wanted(whose=whose), book.viewer
    own = book.own.index() if whose is Whose.MINE else ActionIndex.of(())
    shown = [
        kept.action for _, kept in book.shared(wanted.owners(viewer)) if wanted.is_of(kept.action, viewer)
    ]
    return own.with_entries(Entry.of(action) for action in shown) if shown else own
