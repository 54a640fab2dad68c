"""Carrying an action forward, and the ladder on which it is escalated."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from acting import DUE, MONDAY, WHAT, story_of
from reflect.domain.actions.action import Carry, CarryChoice, Status
from reflect.domain.actions.event import EventKind
from reflect.errors import WrongUse

LATER = date(2026, 5, 4)


def test_carried_forward_an_action_has_a_new_day_and_keeps_why() -> None:
    carried = story_of(Status.IN_PROGRESS).then(EventKind.CARRIED).action
    assert (carried.due, carried.status, carried.carried) == (LATER, Status.IN_PROGRESS, 1)
    assert carried.carries == (Carry(MONDAY, "Two visits fell through", CarryChoice.NEW_DATE),)
    assert carried.what == WHAT


def test_every_time_counts() -> None:
    story = story_of(Status.AGREED)
    for times in (1, 2, 3):
        assert (
            story.then(EventKind.CARRIED, due=(LATER + timedelta(weeks=times)).isoformat()).action.carried
            == times
        )


@pytest.mark.parametrize("due", [None, "2026-03-01", "2026-03-02"])
def test_it_is_carried_to_a_day_that_is_still_to_come(due: str | None) -> None:
    story = story_of(Status.IN_PROGRESS)
    with pytest.raises(WrongUse, match="to a later day"):
        story.then(EventKind.CARRIED, due=due)
    assert story.action.due == DUE
    assert story.then(EventKind.CARRIED, due="2026-03-03").action.due == date(2026, 3, 3)


def test_split_what_remains_can_be_said_anew() -> None:
    carried = story_of(Status.IN_PROGRESS).then(EventKind.CARRIED, choice="split", what="Ask fathers").action
    assert (carried.what, carried.carries[0].choice) == ("Ask fathers", CarryChoice.SPLIT)


def test_what_was_said_to_be_done_and_is_carried_after_all_is_on_its_way_again() -> None:
    done = story_of(Status.AGREED).then(EventKind.DONE, evidence=None, evidence_by="2026-03-20")
    assert done.action.next_day == date(2026, 3, 20)
    carried = done.then(EventKind.CARRIED).action
    assert (carried.status, carried.done, carried.evidence_by) == (Status.IN_PROGRESS, None, None)
    assert carried.next_day == LATER


def test_blocked_it_stays_blocked_when_it_is_carried() -> None:
    carried = story_of(Status.BLOCKED).then(EventKind.CARRIED).action
    assert (carried.status, carried.blocked_why) == (Status.BLOCKED, "No interpreter can be had")


def test_the_stages_of_the_ladder_are_taken_in_their_order() -> None:
    story = story_of(Status.BLOCKED)
    for stage in (1, 2, 3):
        for wrong in {0, 1, 2, 3, 4} - {stage}:
            with pytest.raises(WrongUse, match="one after the other") as refused:
                story.then(EventKind.ESCALATED, stage=wrong)
            assert refused.value.next_step == f"The next is stage {stage}."
        reached = story.then(EventKind.ESCALATED, stage=stage, role=f"role {stage}").action.escalation
        assert reached is not None
        assert (reached.stage, reached.role, reached.on) == (stage, f"role {stage}", MONDAY)


def test_a_stage_is_late_from_the_day_after_its_last_day_until_it_is_answered() -> None:
    story = story_of(Status.BLOCKED).then(EventKind.ESCALATED, answer_by="2026-03-04")
    asked = story.action.escalation
    assert asked is not None
    assert [asked.is_late(date(2026, 3, day)) for day in (2, 4, 5, 31)] == [False, False, True, True]
    answered = story.then(EventKind.ANSWERED, on=date(2026, 3, 9)).action.escalation
    assert answered is not None
    assert not answered.is_late(date(2026, 3, 31))


def test_the_next_stage_has_its_own_days_and_no_outcome_yet() -> None:
    story = story_of(Status.BLOCKED).then(EventKind.ESCALATED).then(EventKind.ANSWERED)
    second = story.then(EventKind.ESCALATED, stage=2, answer_by="2026-03-10").action.escalation
    assert second is not None
    assert (second.outcome, second.answer_by) == ("", date(2026, 3, 10))


def test_a_stage_without_a_last_day_is_never_late() -> None:
    asked = story_of(Status.BLOCKED).then(EventKind.ESCALATED, answer_by=None).action.escalation
    assert asked is not None
    assert not asked.is_late(date(2030, 1, 1))


def test_escalating_leaves_state_and_day_alone() -> None:
    before = story_of(Status.BLOCKED)
    after = story_of(Status.BLOCKED).then(EventKind.ESCALATED).action
    assert (after.status, after.due, after.carried) == (before.action.status, before.action.due, 0)


def test_nothing_came_of_what_was_not_escalated() -> None:
    with pytest.raises(WrongUse, match="not escalated"):
        story_of(Status.IN_PROGRESS).then(EventKind.ANSWERED)


def test_carried_and_escalated_in_one_act() -> None:
    story = story_of(Status.IN_PROGRESS).then(EventKind.CARRIED, choice="escalate").then(EventKind.ESCALATED)
    assert story.action.carries[0].choice is CarryChoice.ESCALATE
    assert story.action.escalation is not None
