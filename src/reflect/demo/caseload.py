"""All actions of one person of a made-up service over the years, sealed and signed as their own programs would have."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from reflect.demo.courses import Source, Step, Who, course, given_up, own_course
from reflect.demo.frozen_weeks import Moved, Taken, moved, took
from reflect.demo.ids import ids_at
from reflect.demo.luck import Luck
from reflect.domain.actions.action import ENDED, OPEN
from reflect.domain.actions.event import Event
from reflect.domain.actions.history import folded
from reflect.domain.figures.marking import mark_of
from reflect.domain.people import CircleKind
from reflect.services.actions import words
from reflect.services.actions.entry import Entry
from reflect.services.actions.listed_circles import new_circle
from reflect.services.actions.words import Kept
from reflect.services.pen import HistoryPen
from reflect.storage.bulk import moment
from reflect.storage.figures import StoredMark
from reflect.storage.many_marks import ManyMarks
from reflect.vault.keys import KeyPairs, keys_from
from reflect.vault.sealing import CircleKey, unwrap_circle_key

if TYPE_CHECKING:
    from reflect.domain.actions.action import Action

_OWN = 0.08
_LISTED = 0.55

Rows = dict[str, list[tuple[Any, ...]]]


def _no_rows() -> Rows:
    return defaultdict(list)


@dataclass(frozen=True, slots=True)
class Somebody:
    """Somebody who can seal and sign: their private keys, and the circle of what is theirs alone, with its wrap."""

    id: str
    secret: bytes = field(repr=False)
    circle: str
    wrapped: bytes = field(repr=False)

    def keys(self) -> KeyPairs:
        """Their two key pairs."""
        return keys_from(self.id, self.secret)


@dataclass(frozen=True, slots=True)
class Supervised:
    """One link of an owner: from and until when, and the circle of the two's actions as it is wrapped for the owner.
    `ended` is when it ended."""

    supervisor: str
    since: date
    ended: datetime | None
    circle: str
    wrapped: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Caseload:
    """Whose actions, how many, in which team, and between which days. `place` is where the owner comes among `of`, so
    that ids go up from one owner to the next."""

    owner: str
    team: str
    lead: str
    links: tuple[Supervised, ...]
    arrived: date
    left: date | None
    count: int
    place: int
    of: int


@dataclass(frozen=True, slots=True)
class Setting:
    """What all caseloads of a service have in common. `stuck` are the themes that get stuck, by
    team, `weeks` the Mondays of the weeks that are frozen."""

    seed: int
    until: date
    everybody: Mapping[str, Somebody]
    sources: tuple[Source, ...]
    stuck: Mapping[str, frozenset[str]]
    weeks: tuple[date, ...]


@dataclass(slots=True)
class Made:
    """Rows by table, the lines of the owner's own index, and the marks of what was agreed with others: all, how those
    moved that did in the weeks that are frozen, and in how many days the others were done."""

    rows: Rows = field(default_factory=_no_rows)
    own: list[Entry] = field(default_factory=list)
    marks: ManyMarks = field(default_factory=ManyMarks)
    moving: list[Moved] = field(default_factory=list)
    taken: Taken = field(default_factory=Counter)


class Pens:
    """The keys of those who take part, each opened once."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._known: dict[str, KeyPairs] = {}

    def of(self, person: str) -> KeyPairs:
        """The key pairs of somebody by their id."""
        if person not in self._known:
            self._known[person] = self._setting.everybody[person].keys()
        return self._known[person]


class _Writer:
    """Writes one caseload."""

    def __init__(self, setting: Setting, load: Caseload) -> None:
        self.setting, self.load, self.made = setting, load, Made()
        self.pens = Pens(setting)
        self.luck = Luck(setting.seed, f"actions {load.place}")
        self.last = min(setting.until, load.left or setting.until)
        keys = self.pens.of(load.owner)
        own = setting.everybody[load.owner]
        self.own_key = unwrap_circle_key(keys, own.circle, own.wrapped)
        self.pair_keys = [unwrap_circle_key(keys, link.circle, link.wrapped) for link in load.links]
        self.favourites = self.luck.some_of(setting.sources, max(8, len(setting.sources) // 6))
        self.marks: list[StoredMark] = []

    def write(self) -> Made:
        """Everything, in the order of their ids."""
        load, days = self.load, (self.last - self.load.arrived).days
        circles = ids_at(load.place, load.of, load.count)
        for number, action_id in enumerate(ids_at(load.place, load.of, load.count)):
            luck = Luck(self.setting.seed, f"action {load.place}/{number}")
            day = _working(load.arrived + timedelta(days=luck.number(0, max(0, days - 1))), self.last)
            if not load.links or luck.chance(_OWN):
                self._own(luck, action_id, day)
            else:
                self._shared(luck, action_id, day, circles[number])
        self.made.marks = ManyMarks.of(self.marks)
        return self.made

    def _own(self, luck: Luck, action_id: str, day: date) -> None:
        events: list[Event] = []
        pen = HistoryPen(action_id)
        for step in own_course(luck, self._source(luck), day):
            if step.day >= self.last:
                break
            events.append(self._event(pen, len(events), step, step.said))
        kept = Kept(folded(events))
        key = self.own_key
        self._row("mine_action", key.circle_id, action_id, words.seal_action(key, kept))
        self._events("mine_action_event", key, events, words.OWN)
        self.made.own.append(Entry.of(kept.action))

    def _shared(self, luck: Luck, action_id: str, day: date, circle: str) -> None:
        load = self.load
        listed = luck.chance(_LISTED)
        stuck = self.setting.stuck[load.team]
        events: list[Event] = []
        pen = HistoryPen(action_id)
        for step in course(luck, self._source(luck), day, stuck, load.team if listed else None):
            if step.day >= self.last:
                break
            first = not events
            events.append(
                self._event(
                    pen, len(events), step, {**step.said, "owner": load.owner} if first else step.said
                )
            )
        action = folded(events)
        if load.left is not None and action.status in OPEN:
            step = given_up(luck, self.last - timedelta(days=1))
            events.append(self._event(pen, len(events), step, step.said))
            action = folded(events)
        home = self._home(action)
        if listed:
            self._on_the_log(action, events, home, circle)
        else:
            key = self.pair_keys[home]
            self._row(
                "pair_action", key.circle_id, action_id, words.seal_action(key, Kept(action), "pair_action")
            )
            self._events("pair_action_event", key, events, "pair_action")
            circle = key.circle_id
        mark = mark_of(action)
        if mark is not None:
            self._mark(StoredMark(mark, load.team, circle, listed, action.next_day), events)

    def _mark(self, stored: StoredMark, events: Sequence[Event]) -> None:
        self.marks.append(stored)
        since = moved(stored, events, self.setting.weeks[0])
        if since:
            self.made.moving.append(since)
        elif done := took(stored):
            self.made.taken[done] += 1

    def _on_the_log(self, action: Action, events: Sequence[Event], home: int, circle: str) -> None:
        load, link = self.load, self.load.links[home]
        # One that went along when a link ended was taken along by its owner's program.
        maker = link.supervisor if link is self._link_on(events[0].on) else load.owner
        readers = {one: self.pens.of(one).public.read for one in (load.owner, link.supervisor, load.lead)}
        key, signature = new_circle(self.pens.of(maker), circle, action.id, load.team, readers)
        opened = moment(events[0].at)
        closed = None if link.ended is None else moment(link.ended)
        self._row("circle", circle, CircleKind.TEAM.value, opened, closed)
        for person, reader in readers.items():
            self._row("circle_member", circle, person, key.wrapped_for(reader), opened)
        sealed = words.seal_action(key, Kept(action), "team_action")
        said = " ".join(sorted(readers))
        self._row("team_action", circle, action.id, load.team, maker, said, signature, sealed)
        self._events("team_action_event", key, events, "team_action")

    def _home(self, action: Action) -> int:
        """The link with whose two an action stands: what is unfinished goes along to the present one."""
        if action.status not in ENDED:
            return len(self.load.links) - 1
        return self.load.links.index(self._link_on(action.updated_on))

    def _link_on(self, day: date) -> Supervised:
        links = self.load.links
        return next((link for link in reversed(links) if link.since <= day), links[0])

    def _event(self, pen: HistoryPen, before: int, step: Step, said: Mapping[str, Any]) -> Event:
        by = self.load.owner
        if step.who is not Who.OWNER:
            by = self.load.lead if step.who is Who.LEAD else self._link_on(step.day).supervisor
        at = datetime.combine(step.day, time(9), UTC) + timedelta(minutes=7 * before)
        return pen.write(self.pens.of(by), step.kind, said, at=at, on=step.day)

    def _source(self, luck: Luck) -> Source:
        """Mostly what comes back in this caseload, now and then anything; what gets stuck here more than once."""
        source = luck.one_of(self.favourites if luck.chance(0.6) else self.setting.sources)
        if not self.setting.stuck[self.load.team].intersection(source.themes) and luck.chance(0.3):
            return luck.one_of(self.setting.sources)
        return source

    def _events(self, table: str, key: CircleKey, events: Sequence[Event], sealed_as: str) -> None:
        for event in events:
            sealed = words.seal_event(key, event, sealed_as)
            self._row(table, key.circle_id, event.action, event.number, sealed)

    def _row(self, table: str, *values: Any) -> None:
        self.made.rows[table].append(values)


def write_caseload(setting: Setting, load: Caseload) -> Made:
    """The rows of one caseload."""
    return _Writer(setting, load).write()


def _working(day: date, before: date) -> date:
    found = day + timedelta(days=(0, 0, 0, 0, 0, 2, 1)[day.weekday()])
    return found if found < before else day
