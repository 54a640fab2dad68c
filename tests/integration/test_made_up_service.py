"""A made-up service of several teams, made in bulk: as sound as if everybody had written it, and the same each time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from clocks import StoppedClock
from reflect.demo.people import EVERYBODY_SAYS
from reflect.demo.plan import Plan
from reflect.demo.team import make_team
from reflect.domain.actions.action import Status
from reflect.domain.actions.wanted import Wanted
from reflect.domain.figures.cells import By
from reflect.domain.figures.listed_log import LogBy
from reflect.domain.figures.measures import Measure
from reflect.domain.people import Standing
from reflect.errors import Locked
from reflect.services.overseeing.publishing import week_of
from reflect.services.practice import Practice
from reflect.workspace import Workspace

UNTIL = date(2026, 11, 1)
LEAD = "Juniper Teapot"
PLAN = Plan(people=20, years=3, seed=1, until=UNTIL, actions=600)


def opened(folder: Path) -> Workspace:
    return Workspace(folder, StoppedClock(datetime.combine(UNTIL, datetime.min.time(), UTC)))


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Two teams, made once and only looked at."""
    folder = tmp_path_factory.mktemp("service") / "made-up"
    make_team(folder, PLAN)
    return opened(folder)


@pytest.fixture(scope="module")
def lead(service: Workspace) -> Iterator[Practice]:
    practice = service.sign_in(LEAD, EVERYBODY_SAYS)
    yield practice
    practice.close()


@pytest.mark.parametrize("name", [LEAD, "Basil Umbrella", "Clementine Lampshade"])
def test_nothing_is_wrong_with_it_for_the_lead_a_supervisor_and_a_practitioner(
    service: Workspace, name: str
) -> None:
    practice = service.sign_in(name, EVERYBODY_SAYS)
    try:
        assert practice.examine() == ()
        assert practice.actions.listed(Wanted())
    finally:
        practice.close()
    assert service.examine() == ()


def test_there_are_two_teams_with_one_lead_and_some_have_left(service: Workspace, lead: Practice) -> None:
    assert [team.name for team in lead.overseeing.led()] == [
        "Example Team (made up)",
        "Harbour Team (made up)",
    ]
    gone = [one.name for one in service.people() if one.standing is Standing.INACTIVE]
    assert gone
    with pytest.raises(Locked):
        service.sign_in(gone[0], EVERYBODY_SAYS)
    assert not {id_ for id_, name in lead.people.names().items() if name in gone} & {
        member for team in lead.teams.all() for member in team.members
    }
    assert [link for link in lead.links.all() if link.ended is not None]


def test_the_log_holds_listed_actions_in_every_state_and_opens_them(lead: Practice) -> None:
    log = lead.overseeing.log(by=LogBy.STATUS)
    assert log.count > 200
    assert {group.key for group in log.groups} == {status.value for status in Status} - {"proposed"}
    some = [group.ids[0] for group in log.groups]
    assert [action.id for action in lead.overseeing.shown(log, some)] == some
    assert all(action.origin and action.what for action in lead.overseeing.shown(log, some))


def test_figures_were_frozen_every_week_and_some_can_be_seen(lead: Practice) -> None:
    figures = lead.overseeing.figures()
    for one in figures:
        assert one.week == week_of(UNTIL)
        assert one.value(Measure.AGREED)
        assert any(cell.value for cell in one.told_apart(Measure.AGREED, By.THEME))
        assert any(cell.suppressed for cell in one.cells)
        assert len({cell.week for cell in one.history}) > 5
    half_a_year_ago = lead.overseeing.figures(as_at=date(2026, 6, 3))
    earlier = [one.value(Measure.AGREED) or 0 for one in half_a_year_ago]
    assert sum(earlier) < sum(one.value(Measure.AGREED) or 0 for one in figures)


def test_some_have_chosen_to_be_counted(lead: Practice) -> None:
    lines = [line for view in lead.overseeing.learning() for line in view.lines]
    assert any(line.listed and line.listed.embedded for line in lines)
    assert any(view.stubborn for view in lead.overseeing.learning())
    shown = [one.value(Measure.REFLECTED) for one in lead.overseeing.figures()]
    assert shown != [0, 0]


def test_in_a_team_of_enough_people_is_shown_how_many_reflected_and_on_several_banks(lead: Practice) -> None:
    for one in lead.overseeing.figures():
        people = one.value(Measure.REFLECTED)
        assert people is not None
        assert people >= 5
        assert [cell.value for cell in one.told_apart(Measure.REFLECTED, By.BANK)].count(people) > 1


def test_in_a_small_team_it_is_held_back(tmp_path: Path) -> None:
    folder = tmp_path / "small"
    make_team(folder, replace(PLAN, people=5, actions=20))
    practice = opened(folder).sign_in(LEAD, EVERYBODY_SAYS)
    try:
        assert [one.value(Measure.REFLECTED) for one in practice.overseeing.figures()] == [None]
    finally:
        practice.close()


def said_in(folder: Path) -> list[object]:
    """What the lead of a small service sees of its log, but for ids."""
    practice = opened(folder).sign_in(LEAD, EVERYBODY_SAYS)
    try:
        log = practice.overseeing.log()
        names = practice.overseeing.names()
        actions = practice.overseeing.shown(log, [id_ for group in log.groups for id_ in group.ids])
        told = [
            (one.what, names[one.owner], one.status, one.agreed, one.due, one.updated, one.ended_why)
            for one in actions
        ]
        counts = Counter(
            (cell.cell, cell.value) for one in practice.overseeing.figures() for cell in one.cells
        )
        days = [replace(one, link="") for one in practice.one_to_ones.dates()]
        agreed = [replace(one, link="") for one in practice.agreements.dates()]
        words = [
            (one.facts, one.cancelled_reason, [(entry.text, entry.made) for entry in one.entries])
            for one in practice.one_to_ones.all()
        ]
        links = [(names[one.supervisor], names[one.supervisee], one.since) for one in practice.links.all()]
        return [sorted(told, key=str), counts, sorted(names.values()), days, agreed, words, links]
    finally:
        practice.close()


def test_the_same_seed_gives_the_same_words_days_and_figures(tmp_path: Path) -> None:
    small = replace(PLAN, people=11, years=1, actions=60)
    for name in ("one", "two"):
        make_team(tmp_path / name, small)
    make_team(tmp_path / "other", replace(small, seed=2))
    one = said_in(tmp_path / "one")
    assert one == said_in(tmp_path / "two")
    assert one != said_in(tmp_path / "other")


@pytest.mark.trial
def test_a_larger_one_made_by_several_processes_is_as_sound(tmp_path: Path) -> None:
    folder = tmp_path / "large"
    make_team(folder, Plan(people=60, years=5, seed=2, until=UNTIL, actions=21_000))
    workspace = opened(folder)
    for name in (LEAD, "Basil Umbrella", "Clementine Lampshade"):
        practice = workspace.sign_in(name, EVERYBODY_SAYS)
        assert practice.examine() == ()
        practice.close()
