"""An action that was escalated stands under the day of the answer, asks for attention once that is late, and is found
right where the file knows nothing of such days yet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from clocks import StoppedClock
from meddling import change, on_page, put_page
from pairs import LENA, SAM, Team
from reflect.domain.actions.action import Action
from reflect.domain.actions.groups import Group
from reflect.domain.actions.wanted import Wanted
from reflect.services.actions.entry import Entry
from reflect.services.actions.index import part_of
from reflect.services.practice import Practice

SignIn = Callable[..., Practice]


def escalated(practice: Practice, clock: StoppedClock, days: int = 60) -> Action:
    """An action of one's own that is on its way, and was escalated for want of an answer."""
    due = clock.today() + timedelta(days=days)
    action = practice.acting.propose(what="Ring the school", due=due, agree=True)
    practice.acting.start(action.id)
    return practice.acting.escalate(action.id, "No answer")


def groups(practice: Practice, action: Action) -> list[Group]:
    """Where it is listed."""
    arranged = practice.actions.arranged()
    return [group for group in Group if action.id in arranged.ids(group)]


def test_a_late_answer_is_due_in_lists_and_on_today_until_it_is_said_what_came_of_it(
    signed_in: SignIn, clock: StoppedClock
) -> None:
    practice = signed_in()
    action = escalated(practice, clock)
    asked = action.escalation
    assert asked is not None
    assert asked.answer_by is not None
    assert groups(practice, action) == [Group.LATER]
    assert practice.actions.due(3) == ()
    clock.go_on(days=(asked.answer_by - clock.today()).days + 1)
    assert groups(practice, action) == [Group.DUE_SOON]
    assert practice.actions.due(3) == (action,)
    assert practice.actions.listed(Wanted(overdue=True)) == ()
    practice.acting.answered(action.id, "They will come")
    assert groups(practice, action) == [Group.LATER]
    assert practice.actions.due(3) == ()


def test_what_is_overdue_is_so_by_its_own_day_and_stands_under_the_soonest(
    signed_in: SignIn, clock: StoppedClock
) -> None:
    practice = signed_in()
    asked = escalated(practice, clock, days=30)
    plain = practice.acting.propose(what="Ask", due=clock.today() + timedelta(days=20), agree=True)
    clock.go_on(days=40)
    assert [one.id for one in practice.actions.listed(Wanted(overdue=True))] == [asked.id, plain.id]
    assert [one.id for one in practice.actions.listed(Wanted(overdue=True, limit=1))] == [asked.id]


def test_on_the_log_of_a_team_a_late_answer_is_due_too(signed_in: SignIn, clock: StoppedClock) -> None:
    house = Team(signed_in, clock)
    action = house.bo.acting.escalate(house.listed().id, "No answer")
    asked = action.escalation
    assert asked is not None
    assert asked.answer_by is not None
    for days, group in ((0, Group.LATER), ((asked.answer_by - clock.today()).days + 1, Group.DUE_SOON)):
        clock.go_on(days=days)
        (found,) = house.again(LENA).overseeing.log().groups
        assert found.key == group.value


def test_a_list_that_knows_of_no_such_day_yet_is_no_fault_and_any_other_day_is(
    signed_in: SignIn, clock: StoppedClock
) -> None:
    practice = signed_in()
    action = escalated(practice, clock)
    part, entry = part_of(action.id), Entry.of(action)
    others = [one for one in on_page(practice, part) if one.id != action.id]
    for day, faults in ((action.due, 0), (None, 1), (clock.today(), 1)):
        put_page(practice, part, [*others, replace(entry, next_day=day)])
        assert len(practice.examine()) == faults


@pytest.mark.parametrize(("day", "faults"), [(":due", 0), ("NULL", 1), ("'2026-01-01'", 1)])
def test_nor_are_figures_that_know_of_none(
    signed_in: SignIn, clock: StoppedClock, day: str, faults: int
) -> None:
    house = Team(signed_in, clock)
    action = house.bo.acting.escalate(house.listed().id, "No answer")
    assert action.awaits_answer
    assert action.due is not None
    values = {"due": action.due.isoformat()} if day == ":due" else {}
    change(house.admin, f"UPDATE figure_mark SET next_day = {day}", **values)
    assert [len(house.again(name).examine()) for name in (SAM, LENA)] == [faults] * 2
