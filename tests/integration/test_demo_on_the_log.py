"""What the lead of the demo finds at once: actions on the log in several states, and figures that show something."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from clocks import StoppedClock
from reflect.demo.people import EVERYBODY_SAYS
from reflect.demo.plan import Plan
from reflect.demo.team import make_team
from reflect.domain.actions.event import EventKind
from reflect.domain.figures.cells import By
from reflect.domain.figures.listed_log import LogBy
from reflect.domain.figures.measures import Measure
from reflect.services.practice import Practice
from reflect.workspace import Workspace

UNTIL = date(2026, 11, 21)
IN_SEVERAL = {"agreed", "in-progress", "blocked", "done", "confirmed", "withdrawn"}


@pytest.fixture(scope="module")
def lead(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Practice]:
    """The lead of a team of the usual size, with some months of one-to-ones, made once and only looked at."""
    folder = tmp_path_factory.mktemp("demo") / "team"
    team = make_team(folder, Plan(people=6, years=1, seed=1, until=UNTIL, supervised_days=150))
    clock = StoppedClock(datetime.combine(UNTIL, datetime.min.time(), UTC))
    practice = Workspace(folder, clock).sign_in(team[0].name, EVERYBODY_SAYS)
    yield practice
    practice.close()


def test_actions_are_on_the_log_in_several_states_and_the_lead_has_worked_with_them(lead: Practice) -> None:
    log = lead.overseeing.log(by=LogBy.STATUS)
    assert {group.key for group in log.groups} >= IN_SEVERAL
    ids = [id_ for group in log.groups for id_ in group.ids]
    events = [event for one in lead.overseeing.histories(log, ids).values() for event in one]
    assert {event.kind for event in events if event.by == lead.person.id} >= {
        EventKind.NOTED,
        EventKind.ESCALATED,
    }


def test_some_numbers_can_be_seen_and_others_not(lead: Practice) -> None:
    (figures,) = lead.overseeing.figures()
    assert figures.value(Measure.AGREED)
    assert figures.value(Measure.REFLECTED)
    assert any(cell.value for cell in figures.told_apart(Measure.AGREED, By.LEVEL))
    assert any(cell.suppressed for cell in figures.cells)
    assert figures.one_to_ones is not None
    assert figures.one_to_ones.held > 10


def test_figures_were_frozen_as_they_came(lead: Practice) -> None:
    (earlier,) = lead.overseeing.figures(as_at=date(2026, 8, 1))
    (now,) = lead.overseeing.figures()
    assert earlier.week is not None
    assert now.week is not None
    assert earlier.week < now.week
    assert len({cell.week for cell in now.history}) > 3


def test_nothing_is_wrong_with_it(lead: Practice) -> None:
    assert lead.examine() == ()
