"""A made-up service of several teams holds one-to-ones: agreed on, written and signed as the two would have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from clocks import StoppedClock
from reflect.demo.people import EVERYBODY_SAYS
from reflect.demo.plan import Plan
from reflect.demo.team import make_team
from reflect.domain.links import Link
from reflect.domain.people import Standing
from reflect.domain.supervision.entry import Section
from reflect.domain.supervision.one_to_one import MeetingStatus, OneToOne
from reflect.services.practice import Practice
from reflect.workspace import Workspace

UNTIL = date(2026, 11, 1)
LEAD, SUPERVISOR = "Juniper Teapot", "Basil Umbrella"
WEEKS_AGO = datetime(2026, 9, 15, tzinfo=UTC)
SOON = UNTIL + timedelta(days=10)
HELD, CANCELLED, PLANNED = MeetingStatus.HELD, MeetingStatus.CANCELLED, MeetingStatus.PLANNED


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Two teams, made once and only looked at."""
    folder: Path = tmp_path_factory.mktemp("service") / "made-up"
    make_team(folder, Plan(people=22, years=3, seed=1, until=UNTIL, actions=150))
    return Workspace(folder, StoppedClock(datetime.combine(UNTIL, datetime.min.time(), UTC)))


@pytest.fixture(scope="module")
def lead(service: Workspace) -> Iterator[Practice]:
    with closing(service.sign_in(LEAD, EVERYBODY_SAYS)) as practice:
        yield practice


@pytest.fixture(scope="module")
def supervisor(service: Workspace) -> Iterator[Practice]:
    with closing(service.sign_in(SUPERVISOR, EVERYBODY_SAYS)) as practice:
        yield practice


def supervised_by(lead: Practice, supervisor: str, *, over: bool) -> dict[str, Link]:
    """The names of those whom somebody supervises, or did, with the links; the lead administers them all."""
    names = lead.people.names()
    return {
        names[link.supervisee]: link
        for link in lead.links.all()
        if names[link.supervisor] == supervisor and link.is_over(UNTIL) == over
    }


def is_by_both(meeting: OneToOne) -> bool:
    return {entry.author for entry in meeting.entries} == {meeting.supervisor, meeting.supervisee}


def test_nothing_is_wrong_with_it_for_those_who_look(service: Workspace) -> None:
    here = [one.name for one in service.people() if one.standing is Standing.ACTIVE]
    assert len(here) > 10
    for name in here[::3]:
        with closing(service.sign_in(name, EVERYBODY_SAYS)) as practice:
            assert practice.examine() == ()


def test_a_lead_sees_that_one_to_ones_were_held_and_on_which_days(lead: Practice) -> None:
    for one in lead.overseeing.figures():
        assert one.one_to_ones is not None
        assert one.one_to_ones.held > 20
        assert one.one_to_ones.held > 5 * one.one_to_ones.cancelled > 0
        assert 0.75 < one.one_to_ones.held / one.one_to_ones.due < 1.1
        assert one.one_to_ones.without_agreement < 2
    days = lead.one_to_ones.dates()
    states = Counter(one.status for one in days)
    assert min(states[HELD], states[CANCELLED], states[PLANNED]) > 0
    assert all(one.planned < UNTIL for one in days if one.status is CANCELLED)
    assert any(UNTIL <= one.planned < UNTIL + timedelta(days=14) for one in days if one.status is PLANNED)
    coming = [one for one in lead.one_to_ones.all() if one.status is PLANNED and one.facts.planned < SOON]
    assert coming
    assert any(one.topics for one in coming)
    signed = Counter(one.agreed for one in days if one.status is HELD)
    assert signed[True] > 9 * signed[False] > 0
    agreements = lead.agreements.dates()
    assert {one.link for one in days} <= {one.link for one in agreements}
    assert sum(one.agreed for one in agreements) > 0.9 * len(agreements)


def test_a_lead_is_told_of_a_past_day_what_had_been_held_and_planned_by_then(lead: Practice) -> None:
    earlier = date(2026, 2, 10)
    was = [one.one_to_ones for one in lead.overseeing.figures(as_at=earlier) if one.one_to_ones]
    assert len(was) == 2
    assert all(0.7 < one.held / one.due < 1.1 for one in was)
    at_first = [one.one_to_ones for one in lead.overseeing.figures(as_at=date(2024, 8, 1)) if one.one_to_ones]
    assert all(one.due > 10 for one in at_first)
    days = [one for one in lead.one_to_ones.dates() if one.held is not None and one.held <= earlier]
    of_those_still_here = sum(earlier - timedelta(days=365) <= one.planned <= earlier for one in days)
    somebody_left_since = sum(one.held for one in was) - of_those_still_here
    assert 0 < somebody_left_since < 20


def test_a_supervisor_finds_an_agreement_and_one_to_ones_with_each_of_theirs(
    lead: Practice, supervisor: Practice
) -> None:
    theirs = supervised_by(lead, SUPERVISOR, over=False)
    assert len(theirs) > 1
    for name in theirs:
        agreements = supervisor.agreements.all(name)
        assert agreements[0].agreed or (agreements[0].made or WEEKS_AGO) > WEEKS_AGO
        assert all(one.agreed for one in agreements[1:])
        assert all(one.not_said == () for one in agreements)
        meetings = supervisor.one_to_ones.all(name)
        held = [one for one in meetings if one.status is HELD]
        assert len(held) > 5
        assert all(is_by_both(one) and one.by(one.supervisor, Section.REFLECTION) for one in held)
        assert all(one.agreed for one in held[1:])
        assert sum(len(one.topics) == 2 for one in held) > 0.6 * len(held)
        assert all(one.cancelled_reason for one in meetings if one.status is CANCELLED)
        assert supervisor.one_to_ones.prepare(name).agreement == agreements[0]


def test_a_supervisee_reads_theirs_and_has_signed_them(
    service: Workspace, lead: Practice, supervisor: Practice
) -> None:
    name = next(iter(supervised_by(lead, SUPERVISOR, over=False)))
    with closing(service.sign_in(name, EVERYBODY_SAYS)) as practice:
        theirs = practice.one_to_ones.all(SUPERVISOR)
        assert theirs == supervisor.one_to_ones.all(name)
        held = [one for one in theirs if one.status is HELD]
        assert all(practice.person.id in one.signed_by for one in held[1:])
        assert practice.one_to_ones.one(held[0].id) == held[0]
        assert practice.agreements.current(SUPERVISOR) == supervisor.agreements.current(name)


def test_a_former_supervisor_keeps_what_they_signed_and_nothing_came_after_the_end(
    service: Workspace, lead: Practice
) -> None:
    names, kept = lead.people.names(), 0
    for former in sorted({names[link.supervisor] for link in lead.links.all() if link.ended is not None}):
        with closing(service.sign_in(former, EVERYBODY_SAYS)) as practice:
            for name, link in supervised_by(lead, former, over=True).items():
                copies = [one for one in practice.one_to_ones.all(name) if one.link == link.id]
                kept += len(copies)
                assert all(one.copy and is_by_both(one) for one in copies)
                assert all(link.last_day and one.facts.day < link.last_day for one in copies)
                assert any(one.copy for one in practice.agreements.all(name))
    assert kept > 5


def test_what_is_planned_next_can_be_held(tmp_path: Path) -> None:
    folder = tmp_path / "small"
    make_team(folder, Plan(people=6, years=1, seed=3, until=UNTIL, actions=20))
    clock = StoppedClock(datetime(2026, 11, 2, 9, tzinfo=UTC))
    with closing(Workspace(folder, clock).sign_in(SUPERVISOR, EVERYBODY_SAYS)) as practice:
        planned = min(practice.one_to_ones.all(), key=lambda one: (one.status is not PLANNED, one.facts.day))
        begun = practice.one_to_ones.begin(planned.id)
        assert begun.status is HELD
        practice.one_to_ones.add(begun.id, Section.REFLECTION, "We began anew")
        assert practice.examine() == ()
