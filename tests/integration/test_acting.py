"""Every step that somebody takes with an action of theirs, and what is there when they sign in again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from clocks import StoppedClock
from reflect.domain.actions.action import (
    Action,
    CarryChoice,
    Evidence,
    EvidenceKind,
    Level,
    RecheckResult,
    Status,
)
from reflect.domain.actions.wanted import Wanted
from reflect.domain.people import CircleKind
from reflect.errors import WrongUse
from reflect.services import pen
from reflect.services.actions.acting import Acting
from reflect.services.practice import Practice
from reflect.settings import load_settings, save_settings
from reflect.workspace import Workspace

SignIn = Callable[..., Practice]
TODAY = date(2026, 3, 2)
SEEN = Evidence(EvidenceKind.OBSERVATION, "Seen on three visits", TODAY)


@pytest.fixture
def practice(signed_in: SignIn) -> Practice:
    return signed_in()


@pytest.fixture
def acting(practice: Practice) -> Acting:
    return practice.acting


def agreed(acting: Acting, **said: object) -> Action:
    """An action that was agreed today, due in three weeks."""
    return acting.propose(**{"what": "Ask fathers", "due": TODAY + timedelta(days=21), "agree": True, **said})


def as_it_stands(practice: Practice, action: Action) -> Action:
    """The action as it is read from the file again, with its events folded and looked through."""
    assert practice.examine() == ()
    return practice.actions.action(action.id)


def kinds(practice: Practice, action: Action) -> list[str]:
    """What happened to an action."""
    return [event.kind.value for event in practice.actions.history(action.id)]


def test_what_is_proposed_is_kept_as_it_was_said(practice: Practice, acting: Acting) -> None:
    action = acting.propose(
        what="  Ask fathers\r\nwhat they see ",
        know="They say so",
        due=date(2026, 3, 20),
        level=Level.TEAM,
        themes=["fathers-and-partners", "local:ours", "fathers-and-partners"],
        supporter=" Sam  Sample ",
    )
    assert (action.what, action.know, action.due) == (
        "Ask fathers\nwhat they see",
        "They say so",
        date(2026, 3, 20),
    )
    assert (action.status, action.level, action.circle) == (Status.PROPOSED, Level.TEAM, CircleKind.MINE)
    assert (action.themes, action.supporter) == (("fathers-and-partners", "local:ours"), "Sam Sample")
    assert (action.owner, action.updated_on, action.origin) == (practice.person.id, TODAY, None)
    assert as_it_stands(practice, action) == action


def test_it_is_all_there_after_signing_in_again(
    practice: Practice, acting: Acting, workspace: Workspace, signed_in: SignIn
) -> None:
    action = acting.done(agreed(acting).id, evidence=SEEN, impact="They come")
    history = practice.actions.history(action.id)
    practice.close()
    again = signed_in()
    assert as_it_stands(again, action) == action
    assert again.actions.history(action.id) == history


def test_each_event_is_numbered_dated_tied_to_the_one_before_and_signed(
    practice: Practice, acting: Acting, clock: StoppedClock
) -> None:
    action = agreed(acting)
    clock.go_on(days=1, microseconds=7)
    acting.start(action.id)
    events = practice.actions.history(action.id)
    assert [(event.number, event.on) for event in events] == [
        (1, TODAY),
        (2, TODAY),
        (3, TODAY + timedelta(days=1)),
    ]
    assert {event.by for event in events} == {practice.person.id}
    assert all(event.at.microsecond == 0 for event in events)
    assert [event.previous for event in events] == ["", pen.digest(events[0]), pen.digest(events[1])]
    keys = {id_: key for id_, (_, key) in practice.acting._record.people().items()}
    assert pen.flaw(events, keys) is None


def test_an_action_goes_from_proposed_to_embedded(
    practice: Practice, acting: Acting, clock: StoppedClock
) -> None:
    action = acting.propose(what="Ask fathers")
    assert acting.agree(action.id, due=date(2026, 3, 20)).due == date(2026, 3, 20)
    assert acting.start(action.id).started == TODAY
    assert acting.note(action.id, "One has said yes").status is Status.IN_PROGRESS
    clock.go_on(days=10)
    done = acting.done(action.id, evidence_by=date(2026, 3, 30), impact="They come")
    assert (done.status, done.done, done.evidence_by) == (Status.DONE, date(2026, 3, 12), date(2026, 3, 30))
    shown = acting.add_evidence(action.id, SEEN)
    assert (shown.evidence, shown.evidence_by, shown.impact) == ((SEEN,), None, "They come")
    confirmed = acting.confirm(action.id)
    assert (confirmed.status, confirmed.confirmed_by, confirmed.confirmed_alone) == (
        Status.CONFIRMED,
        practice.person.id,
        True,
    )
    assert confirmed.recheck_due == date(2026, 3, 12) + timedelta(days=90)
    with pytest.raises(WrongUse, match="cannot be known yet"):
        acting.recheck(action.id, RecheckResult.SUSTAINED)
    clock.go_on(days=90)
    partly = acting.recheck(action.id, RecheckResult.PARTLY, again=clock.today() + timedelta(days=30))
    assert (partly.status, partly.recheck_due) == (Status.CONFIRMED, clock.today() + timedelta(days=30))
    clock.go_on(days=30)
    lasted = acting.recheck(action.id, RecheckResult.SUSTAINED, impact="Every visit")
    assert (lasted.status, lasted.ended, lasted.impact) == (Status.EMBEDDED, clock.today(), "Every visit")
    assert as_it_stands(practice, action) == lasted


def test_what_has_not_lasted_is_on_its_way_again(acting: Acting, clock: StoppedClock) -> None:
    action = acting.confirm(acting.done(agreed(acting).id, evidence=SEEN).id)
    clock.go_on(days=90)
    again = acting.recheck(action.id, RecheckResult.NOT, again=clock.today() + timedelta(days=42))
    assert (again.status, again.due) == (Status.IN_PROGRESS, clock.today() + timedelta(days=42))


def test_what_is_in_the_way_is_said_and_taken_away(acting: Acting) -> None:
    action = agreed(acting)
    assert acting.block(action.id, "No interpreter").blocked_why == "No interpreter"
    free = acting.unblock(action.id)
    assert (free.status, free.blocked_why) == (Status.AGREED, "")


def test_an_action_ends_with_its_reason(practice: Practice, acting: Acting) -> None:
    missed = acting.not_achieved(agreed(acting).id, "There was no time")
    assert (missed.status, missed.ended_why) == (Status.NOT_ACHIEVED, "There was no time")
    meant = acting.withdraw(agreed(acting).id, "The family moved")
    assert (meant.status, meant.ended_why) == (Status.WITHDRAWN, "The family moved")
    assert acting.note(meant.id, "They came back").status is Status.WITHDRAWN
    assert practice.examine() == ()


def test_an_edit_changes_what_is_said_and_leaves_the_rest(acting: Acting) -> None:
    action = acting.propose(what="Ask", know="They say so", themes=["local:ours"], supporter="Sam")
    changed = acting.edit(action.id, what="Ask twice", due=date(2026, 4, 1), level=Level.SERVICE)
    assert (changed.what, changed.due, changed.level) == ("Ask twice", date(2026, 4, 1), Level.SERVICE)
    assert (changed.know, changed.themes, changed.supporter) == ("They say so", ("local:ours",), "Sam")
    emptied = acting.edit(action.id, know="", themes=[], supporter="")
    assert (emptied.know, emptied.themes, emptied.supporter, emptied.what) == ("", (), "", "Ask twice")


def test_carrying_forward_keeps_both_days_and_why(practice: Practice, acting: Acting) -> None:
    action = agreed(acting)
    carried = acting.carry(action.id, why="He was away", due=date(2026, 4, 30))
    assert (carried.due, carried.carried, carried.carries[0].why) == (date(2026, 4, 30), 1, "He was away")
    assert kinds(practice, action) == ["proposed", "agreed", "carried"]


def test_splitting_makes_two_that_know_of_each_other(practice: Practice, acting: Acting) -> None:
    answer = practice.reflecting.add_answer("child-s", "what-probably-means", text="A long day", scale=None)
    action = agreed(acting, origin=answer.id, level=Level.TEAM, supporter="Sam", keep=True)
    first = acting.carry(
        action.id,
        why="Too much at once",
        due=date(2026, 4, 30),
        choice=CarryChoice.SPLIT,
        what="Ask the father",
        second="Ask the uncle",
    )
    (other,) = [one for one in practice.actions.listed(Wanted()) if one.id != action.id]
    assert (first.what, first.due, first.carried) == ("Ask the father", date(2026, 4, 30), 1)
    assert (other.what, other.due, other.status) == ("Ask the uncle", date(2026, 4, 30), Status.AGREED)
    assert (other.split_from, other.carried, other.supporter, other.level) == (
        action.id,
        0,
        "Sam",
        Level.TEAM,
    )
    assert (other.origin, other.themes, other.keep) == (action.origin, action.themes, action.keep)
    assert practice.actions.answers_behind([action.id, other.id]) == {
        action.id: answer.id,
        other.id: answer.id,
    }
    assert practice.actions.history(action.id)[-1].data["second"] == other.id
    with pytest.raises(WrongUse, match="split in two"):
        acting.undo(action.id)
    assert practice.examine() == ()


def test_escalating_takes_one_stage_after_the_other_in_working_days(acting: Acting) -> None:
    action = agreed(acting)
    answer_by = []
    for stage in acting.rules.ladder:
        escalation = acting.escalate(action.id, "No answer").escalation
        assert escalation is not None
        assert escalation.role == stage.role
        answer_by.append(escalation.answer_by)
    # From Monday 2 March: 2, 3, 5 and 5 working days.
    assert answer_by == [date(2026, 3, 4), date(2026, 3, 5), date(2026, 3, 9), date(2026, 3, 9)]
    with pytest.raises(WrongUse, match="last stage"):
        acting.escalate(action.id, "No answer")
    answered = acting.answered(action.id, "They will visit").escalation
    assert answered is not None
    assert answered.outcome == "They will visit"


def test_the_days_of_a_stage_leave_bank_holidays_out(acting: Acting, clock: StoppedClock) -> None:
    action = agreed(acting, due=date(2026, 5, 1))
    clock.go_on(days=31)  # the Thursday before Easter
    escalation = acting.escalate(action.id, "No answer").escalation
    assert escalation is not None
    assert escalation.answer_by == date(2026, 4, 8)


def test_carrying_forward_and_escalating_are_one_act(practice: Practice, acting: Acting) -> None:
    action = agreed(acting)
    before = practice.actions.action(action.id)
    carried = acting.carry(action.id, why="No answer", due=date(2026, 4, 30), choice=CarryChoice.ESCALATE)
    assert carried.escalation is not None
    assert (carried.carried, carried.escalation.stage) == (1, 1)
    back = acting.undo(action.id)
    assert (back.carried, back.escalation, back.due) == (0, None, before.due)


def test_undo_gives_back_what_was_before_and_keeps_both(
    practice: Practice, acting: Acting, clock: StoppedClock
) -> None:
    action = agreed(acting)
    steps: list[Callable[[str], Action]] = [
        acting.start,
        lambda id_: acting.edit(id_, what="Ask otherwise", themes=["local:ours"]),
        lambda id_: acting.carry(id_, why="later", due=date(2026, 5, 1)),
        lambda id_: acting.escalate(id_, "No answer"),
        lambda id_: acting.block(id_, "No interpreter"),
        lambda id_: acting.done(id_, evidence=SEEN),
        acting.confirm,
    ]
    stood = [action]
    for step in steps:
        clock.go_on(hours=1)
        stood.append(step(action.id))
    for before in reversed(stood[:-1]):
        back = acting.undo(action.id)
        assert (
            replace(back, updated=before.updated, updated_on=before.updated_on, events=before.events)
            == before
        )
    assert acting.undo(action.id).status is Status.PROPOSED
    assert kinds(practice, action)[-8:] == ["undone"] * 8
    with pytest.raises(WrongUse, match="beginning"):
        acting.undo(action.id)
    assert practice.examine() == ()


def test_good_practice_needs_no_day(acting: Acting) -> None:
    action = acting.propose(what="Keep asking", keep=True, agree=True)
    assert (action.status, action.due, action.keep) == (Status.AGREED, None, True)


def test_the_numbers_of_the_workplace_count(
    workspace: Workspace, acting: Acting, clock: StoppedClock
) -> None:
    ladder = (("First", "the duty desk", 1), ("Second", "the director", 4))
    save_settings(workspace.folder, replace(load_settings(workspace.folder), recheck_days=10, ladder=ladder))
    action = agreed(acting)
    escalation = acting.escalate(action.id, "No answer").escalation
    assert escalation is not None
    assert (escalation.role, escalation.answer_by) == ("the duty desk", date(2026, 3, 3))
    acting.escalate(action.id, "No answer")
    with pytest.raises(WrongUse, match="last stage"):
        acting.carry(action.id, why="later", due=date(2026, 5, 1), choice=CarryChoice.ESCALATE)
    acting.done(action.id, evidence=SEEN)
    assert acting.confirm(action.id).recheck_due == date(2026, 3, 12)
