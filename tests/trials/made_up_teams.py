"""Made-up teams of all sizes and their year of actions, to be counted week by week: people come, go and move, actions
are agreed, listed, done, confirmed, looked at again, carried and escalated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from reflect.domain.actions.action import Level, Status
from reflect.domain.figures.cells import Cell, counted
from reflect.domain.figures.mark import Mark
from reflect.domain.figures.people_counted import DAYS_TO_DONE, days_to_done, reflected

FIRST = date(2026, 1, 5)
THEMES = [f"theme-{number}" for number in range(9)]
FINDINGS = [f"bank-{number % 3}/{number}" for number in range(6)]
BANKS = ["bank-0", "bank-1", "bank-2"]
LEVELS = list(Level)
NEXT = {
    Status.AGREED: ((Status.IN_PROGRESS, 0.3), (Status.DONE, 0.05), (Status.BLOCKED, 0.02)),
    Status.IN_PROGRESS: ((Status.DONE, 0.12), (Status.BLOCKED, 0.02), (Status.NOT_ACHIEVED, 0.01)),
    Status.BLOCKED: ((Status.IN_PROGRESS, 0.2), (Status.WITHDRAWN, 0.05)),
    Status.DONE: ((Status.CONFIRMED, 0.3), (Status.IN_PROGRESS, 0.02)),
    Status.CONFIRMED: ((Status.EMBEDDED, 0.08), (Status.IN_PROGRESS, 0.02)),
}
Count = dict[Cell, dict[str, int]]


@dataclass(frozen=True)
class Counted:
    """One week of one team, as it is given to be published."""

    week: date
    everything: Count
    listed: Count
    numbers: dict[Cell, int]


@dataclass
class MadeUpTeam:
    """A team whose weeks can be gone through once. How many are in it, how busy they are, and how much they list is its
    own; an action stays with the team in which it was agreed."""

    seed: int
    weeks: int
    size: int | None = None
    marks: dict[str, Mark] = field(default_factory=dict)
    listed: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.chance = Random(self.seed)
        size = self.size or round(2 * 20 ** self.chance.random())
        self.people = [f"{self.seed}.{number}" for number in range(size)]
        self.ever = size
        self.busy = self.chance.choice([0.05, 0.15, 0.4])
        self.lists = self.chance.choice([0.0, 0.3, 0.9, 1.0])
        self.sat: set[tuple[str, str]] = set()

    def __iter__(self) -> Iterator[Counted]:
        for number in range(self.weeks):
            week = FIRST + timedelta(weeks=number)
            self._come_and_go()
            for person in self.people:
                if self.chance.random() < (0.7 if number == 0 else self.busy):
                    self._agree(person, week)
                if self.chance.random() < 0.04:
                    self.sat.add((person, self.chance.choice(BANKS)))
            for mark in list(self.marks.values()):
                self._move(mark, week)
            yield self._counted(week)

    def _come_and_go(self) -> None:
        if self.chance.random() < 0.06:
            self.people.append(f"{self.seed}.{self.ever}")
            self.ever += 1
        if self.chance.random() < 0.06 and len(self.people) > 2:
            gone = self.people.pop(self.chance.randrange(len(self.people)))
            self.sat = {(person, bank) for person, bank in self.sat if person != gone}

    def _agree(self, person: str, week: date) -> None:
        chance = self.chance
        level = chance.choices(LEVELS, weights=(10, 3, 3, 1, 1))[0]
        mark = Mark(
            id=f"{person}/{len(self.marks)}",
            person=person,
            themes=tuple(
                sorted(set(chance.choices(THEMES, weights=range(1, 10), k=chance.choice((0, 1, 1, 2)))))
            ),
            level=level,
            findings=tuple(chance.sample(FINDINGS, k=chance.choice((0, 0, 1)))),
            status=Status.AGREED,
            agreed=week,
            due=week + timedelta(days=chance.randrange(14, 90)),
            done=None,
            ended=None,
            updated=week,
            keep=chance.random() < 0.1,
        )
        self.marks[mark.id] = mark
        if chance.random() < self.lists:
            self.listed.add(mark.id)

    def _move(self, mark: Mark, week: date) -> None:
        chance = self.chance
        for status, often in NEXT.get(mark.status, ()):
            if chance.random() < often:
                done = week if status is Status.DONE else mark.done
                mark = self.marks[mark.id] = replace(mark, status=status, updated=week, done=done)
                break
        if mark.due is not None and mark.due < week and chance.random() < 0.1:
            moved = replace(mark, carried=mark.carried + 1, due=week + timedelta(days=30), updated=week)
            mark = self.marks[mark.id] = moved
        if mark.status is Status.BLOCKED and mark.stage < 4 and chance.random() < 0.3:
            mark = self.marks[mark.id] = replace(mark, stage=mark.stage + 1)
        if mark.status in (Status.CONFIRMED, Status.EMBEDDED) and not mark.impact and chance.random() < 0.3:
            self.marks[mark.id] = replace(mark, impact=True)

    def _counted(self, week: date) -> Counted:
        everything = counted(self.marks.values(), week) | reflected(sorted(self.sat))
        listed = counted((self.marks[one] for one in self.listed), week)
        closed = [
            (mark.id, mark.person, (mark.done - mark.agreed).days)
            for mark in self.marks.values()
            if mark.done is not None and not mark.keep
        ]
        behind, median = days_to_done((person, days) for _, person, days in closed)
        if behind:
            everything[DAYS_TO_DONE] = behind
            listed[DAYS_TO_DONE] = days_to_done(
                (person, days) for id_, person, days in closed if id_ in self.listed
            )[0]
        return Counted(week, everything, listed, {DAYS_TO_DONE: median})
