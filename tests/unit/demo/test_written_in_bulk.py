"""What is written in bulk is what would be written step by step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from operator import neg

import pytest

from reflect.demo.frozen_weeks import TeamYear, frozen_weeks, mondays, moved, took
from reflect.demo.processes import worked
from reflect.domain.actions.event import Event, EventKind
from reflect.domain.actions.history import folded
from reflect.domain.figures.cells import Cell
from reflect.domain.figures.marking import mark_of
from reflect.domain.figures.measures import Measure
from reflect.services.pen import HistoryPen, flaw, write_event
from reflect.storage.figures import StoredMark
from reflect.vault.keys import KeyPairs, make_keys

OWNER, SUPERVISOR = make_keys("owner"), make_keys("supervisor")
SAID = {
    "what": "Ask who else lives here", "know": "é and e\u0301", "due": "2026-03-20", "level": "practitioner",
    "themes": ["recording-quality"], "origin": None, "keep": False, "supporter": "", "circle": "pair", "owner": "owner",
}  # fmt: skip
STEPS: Sequence[tuple[KeyPairs, EventKind, dict[str, object], date]] = (
    (SUPERVISOR, EventKind.PROPOSED, SAID, date(2026, 3, 2)),
    (SUPERVISOR, EventKind.AGREED, {"due": None}, date(2026, 3, 2)),
    (SUPERVISOR, EventKind.SHOWN, {"circle": "team", "team": "a team"}, date(2026, 3, 2)),
    (OWNER, EventKind.STARTED, {}, date(2026, 3, 5)),
    (
        OWNER,
        EventKind.DONE,
        {
            "evidence": {"kind": "audit", "text": "seen", "on": "2026-03-17"},
            "evidence_by": None,
            "impact": "",
        },
        date(2026, 3, 17),
    ),
)


def written() -> list[Event]:
    pen = HistoryPen("an id")
    return [pen.write(keys, kind, said, at=noon(day), on=day) for keys, kind, said, day in STEPS]


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def test_a_history_written_at_once_is_the_one_written_step_by_step() -> None:
    events: tuple[Event, ...] = ()
    for keys, kind, said, day in STEPS:
        events = (*events, write_event(keys, "an id", events, kind, said, at=noon(day), on=day))
    assert written() == list(events)
    assert flaw(written(), {one.person_id: one.public.sign for one in (OWNER, SUPERVISOR)}) is None


def test_the_weeks_are_the_last_mondays_before_a_day() -> None:
    assert mondays(date(2026, 3, 4), 2) == (date(2026, 2, 23), date(2026, 3, 2))
    assert mondays(date(2026, 3, 2), 1) == (date(2026, 2, 23),)


def test_a_mark_moves_as_its_action_did_from_the_first_week_on() -> None:
    mark = mark_of(folded(written()))
    assert mark is not None
    final = StoredMark(mark, "a team", "a circle", listed=True)
    since = moved(final, written(), date(2026, 3, 4))
    assert [(day, stored.mark.status.value, stored.listed) for day, stored in since] == [
        (date(2026, 3, 2), "agreed", True),
        (date(2026, 3, 5), "in-progress", True),
        (date(2026, 3, 17), "done", True),
    ]
    assert took(final) == ("owner", True, 15)
    assert [day for day, _ in moved(final, written(), date(2026, 3, 9))] == [
        date(2026, 3, 5),
        date(2026, 3, 17),
    ]
    assert moved(final, written(), date(2026, 3, 18)) == ()


def test_weeks_are_frozen_by_the_same_rule_nothing_before_enough_people_are_behind_a_number() -> None:
    first, second = weeks = mondays(date(2026, 3, 10), 2)
    people = [f"person {number}" for number in range(5)]
    few = TeamYear("a team", reflected=[(date(2026, 1, 1), person, "a-bank") for person in people[:4]])
    assert [change.shown for _, change in frozen_weeks(few, weeks)] == [{}, {}]
    enough = TeamYear("a team", reflected=[*few.reflected, (first, people[4], "a-bank")])
    (_, before), (monday, change) = frozen_weeks(enough, weeks)
    assert before.shown == {}
    assert (monday, change.shown[Cell(Measure.REFLECTED)].value) == (second, 5)


@pytest.mark.parametrize("alone", [True, pytest.param(False, marks=pytest.mark.trial)])
def test_work_that_is_shared_out_comes_back_in_its_order(alone: bool) -> None:
    assert list(worked(neg, range(12), alone=alone)) == [-number for number in range(12)]
