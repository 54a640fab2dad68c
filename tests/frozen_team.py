"""A file with a team of twelve whose weeks are frozen by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from clocks import StoppedClock
from reflect.domain.actions.action import Level, Status
from reflect.domain.actions.rules import USUAL
from reflect.domain.figures.mark import Mark
from reflect.domain.figures.team_figures import TeamFigures
from reflect.domain.links import Team
from reflect.domain.people import CircleKind, Person, Standing
from reflect.services.overseeing.figures import read_figures
from reflect.services.overseeing.publishing import Publishing
from reflect.storage.figures import StoredMark
from reflect.storage.store import Store

KEY = bytes(range(32))
SINCE = datetime(2026, 1, 5, tzinfo=UTC)
MONDAY = date(2026, 3, 2)
TEAM, CIRCLE = "north", "circle"
PEOPLE = [f"person {number}" for number in range(12)]


def founded(folder: Path) -> Store:
    """The file, open."""
    store = Store.create(folder, KEY)
    with store.writing() as transaction:
        for person in PEOPLE:
            transaction.people.add(Person(person, person, "Nurse", Standing.ACTIVE, False, SINCE))
        transaction.circles.open(CIRCLE, CircleKind.PAIR, SINCE)
        transaction.teams.add(Team(TEAM, "North", PEOPLE[0], SINCE, tuple(PEOPLE)))
    return store


def agree(store: Store, count: int, *, first: int = 0, listed: int = 0, **more: object) -> None:
    """So many people agree one action more each, the first few of which are listed."""
    with store.writing() as transaction:
        for number in range(first, first + count):
            action = f"{number} {len(list(transaction.figures.every_mark()))}"
            mark = Mark(
                id=action, person=PEOPLE[number], themes=("neglect",), level=Level.TEAM, findings=(),
                status=Status.AGREED, agreed=MONDAY, due=None, done=None, ended=None, updated=MONDAY,
            )  # fmt: skip
            changed = {name: more.get(name, getattr(mark, name)) for name in Mark.__slots__}
            transaction.figures.put(StoredMark(Mark(**changed), TEAM, CIRCLE, number - first < listed))


def publishing(store: Store, day: date = MONDAY, threshold: int = 5) -> Publishing:
    clock = StoppedClock(datetime(day.year, day.month, day.day, 9, tzinfo=UTC))
    return Publishing(store, PEOPLE[0], lambda: USUAL, lambda: threshold, clock)


def read(
    store: Store, day: date, people: int = 5, *, leads: bool = False, period: tuple[date, date] | None = None
) -> TeamFigures:
    team = Team(TEAM, "North", PEOPLE[0], SINCE)
    since, until = period or (day - timedelta(days=365), day)
    with store.reading() as transaction:
        return read_figures(
            transaction, team, as_at=day, since=since, until=until, people=people, exact=leads
        )
