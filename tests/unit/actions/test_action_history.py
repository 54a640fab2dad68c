"""An action from its events: what can be taken back, and how it stood on an earlier day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from acting import ACTION, ALEX, MONDAY, RECHECK, ROBIN, Story, event_of_kind, story_of, unchanged_by_time
from reflect.domain.actions.action import Status
from reflect.domain.actions.event import EventKind, event_of
from reflect.domain.actions.history import as_at, folded, known_on, last_act, standing_of
from reflect.errors import NotPermitted, WrongUse

CAN_BE_TAKEN_BACK = {
    EventKind.EDITED: Status.PROPOSED,
    EventKind.AGREED: Status.PROPOSED,
    EventKind.STARTED: Status.AGREED,
    EventKind.NOTED: Status.WITHDRAWN,
    EventKind.CARRIED: Status.DONE,
    EventKind.ESCALATED: Status.IN_PROGRESS,
    EventKind.BLOCKED: Status.IN_PROGRESS,
    EventKind.UNBLOCKED: Status.BLOCKED,
    EventKind.DONE: Status.BLOCKED,
    EventKind.EVIDENCED: Status.CONFIRMED,
    EventKind.CONFIRMED: Status.DONE,
    EventKind.RECHECKED: Status.CONFIRMED,
    EventKind.NOT_ACHIEVED: Status.DONE,
    EventKind.WITHDRAWN: Status.BLOCKED,
}
TUESDAY, FRIDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=4)


@pytest.mark.parametrize(("kind", "status"), CAN_BE_TAKEN_BACK.items())
def test_the_last_step_is_taken_back_whole_and_the_history_keeps_both(
    kind: EventKind, status: Status
) -> None:
    story = story_of(status)
    before = story.action
    story.then(kind, on=RECHECK if kind is EventKind.RECHECKED else None)
    undone = story.undo(on=RECHECK).action
    assert unchanged_by_time(undone) == unchanged_by_time(before)
    assert (undone.events, undone.updated_on) == (before.events + 2, RECHECK)
    assert [event.kind for event in story.events[-2:]] == [kind, EventKind.UNDONE]


def test_an_outcome_is_taken_back_and_the_escalation_after_it() -> None:
    story = story_of(Status.BLOCKED).then(EventKind.ESCALATED).then(EventKind.ANSWERED).undo()
    assert story.action.escalation is not None
    assert story.action.escalation.outcome == ""
    assert story.undo().action.escalation is None


def test_one_step_after_the_other_is_taken_back_up_to_the_beginning() -> None:
    story = story_of(Status.CONFIRMED)
    assert [story.undo().action.status.value for _ in range(3)] == ["done", "agreed", "proposed"]
    with pytest.raises(WrongUse, match="beginning") as refused:
        story.undo()
    assert refused.value.next_step == "Withdraw it, with a reason."


def test_after_taking_back_another_way_can_be_taken() -> None:
    story = story_of(Status.AGREED).then(EventKind.WITHDRAWN).undo().then(EventKind.STARTED)
    assert (story.action.status, story.action.events) == (Status.IN_PROGRESS, 5)
    assert [event.number for event in standing_of(story.events)] == [1, 2, 5]


def test_carried_and_escalated_in_one_act_both_are_taken_back_together() -> None:
    story = story_of(Status.IN_PROGRESS)
    before = story.action
    story.then(EventKind.CARRIED, choice="escalate").then(EventKind.ESCALATED)
    assert last_act(story.events, ROBIN, MONDAY) == (4, 5)
    for half in ([5], [4], [5, 4], [3, 4, 5], []):
        with pytest.raises(WrongUse, match="Only what was last done"):
            story.then(EventKind.UNDONE, events=half)
    assert unchanged_by_time(story.undo().action) == unchanged_by_time(before)


def test_carried_and_later_escalated_are_two_acts_even_in_the_same_moment() -> None:
    story = story_of(Status.IN_PROGRESS).then(EventKind.CARRIED).then(EventKind.ESCALATED)
    moment = story.events[-1].at
    story.events = tuple(replace(event, at=moment) for event in story.events)
    assert last_act(story.events, ROBIN, MONDAY) == (5,)
    assert story.undo().action.carried == 1


def test_what_was_split_off_goes_on_by_itself() -> None:
    story = story_of(Status.IN_PROGRESS).then(EventKind.CARRIED, choice="split")
    with pytest.raises(WrongUse, match="split in two"):
        story.undo()
    assert story.action.carried == 1


@pytest.mark.parametrize(
    ("status", "kind", "said"),
    [
        (Status.PROPOSED, EventKind.AGREED, {}),
        (Status.IN_PROGRESS, EventKind.CARRIED, {}),
        (Status.BLOCKED, EventKind.ESCALATED, {}),
        (Status.AGREED, EventKind.DONE, {"evidence": None, "evidence_by": "2026-03-20"}),
        (Status.DONE, EventKind.CONFIRMED, {}),
        (Status.CONFIRMED, EventKind.RECHECKED, {"result": "not", "next": "2026-08-03"}),
    ],
)
def test_a_day_that_was_set_is_taken_back_on_the_same_day_only(
    status: Status, kind: EventKind, said: dict[str, object]
) -> None:
    """Otherwise an action that is overdue could be agreed anew by a later day, and nobody be told why."""
    day = RECHECK if kind is EventKind.RECHECKED else MONDAY
    events = story_of(status).then(kind, on=day, **said).events
    assert last_act(events, ROBIN, day) == (events[-1].number,)
    assert last_act(events, ROBIN, day - timedelta(days=400)), "a clock that was set back"
    with pytest.raises(WrongUse, match=f"{day.day} [A-Z][a-z]+ 2026") as refused:
        last_act(events, ROBIN, day + timedelta(days=1))
    assert "carried forward" in refused.value.next_step


@pytest.mark.parametrize("kind", [EventKind.STARTED, EventKind.DONE, EventKind.WITHDRAWN, EventKind.NOTED])
def test_a_step_that_set_no_day_is_taken_back_later_too(kind: EventKind) -> None:
    events = story_of(Status.AGREED).then(kind).events
    assert last_act(events, ROBIN, RECHECK) == (3,)


def test_what_others_have_seen_is_not_taken_back() -> None:
    story = story_of(Status.AGREED).then(EventKind.SHOWN)
    with pytest.raises(NotPermitted, match="shown this action"):
        story.undo()


def test_what_another_did_is_not_taken_back() -> None:
    story = story_of(Status.AGREED).then(EventKind.SHOWN).then(EventKind.NOTED, by=ALEX)
    with pytest.raises(NotPermitted, match="Somebody else"):
        story.undo(by=ROBIN)
    with pytest.raises(NotPermitted, match="Somebody else"):
        story.then(EventKind.UNDONE, by=ROBIN, events=[4])
    assert story.undo(by=ALEX).action.events == 5


@pytest.mark.parametrize("numbers", [[1], [2], [1, 2, 3], [4], [0], [3, 3], []])
def test_a_forged_taking_back_is_refused(numbers: list[int]) -> None:
    with pytest.raises(WrongUse):
        story_of(Status.IN_PROGRESS).then(EventKind.UNDONE, events=numbers)


def test_a_history_has_a_beginning_no_gap_and_one_action() -> None:
    events = story_of(Status.DONE).events
    for broken in ((), events[1:], (events[0], events[2]), (events[1], events[0]), (*events, events[-1])):
        with pytest.raises(WrongUse):
            folded(broken)
    other = replace(event_of_kind(EventKind.NOTED, 4), action="another")
    with pytest.raises(WrongUse):
        folded((*events, other))
    taken_back = event_of_kind(EventKind.UNDONE, 4, says={"events": [3]})
    assert folded((*events, taken_back)).status is Status.AGREED
    with pytest.raises(WrongUse):
        folded((*events, replace(taken_back, action="another")))
    with pytest.raises(WrongUse):
        folded((event_of_kind(EventKind.AGREED, 1),))
    with pytest.raises(WrongUse):
        folded((*events, replace(event_of_kind(EventKind.PROPOSED, 4))))


def test_an_event_reads_as_it_was_written() -> None:
    for event in story_of(Status.EMBEDDED).events:
        assert event_of(event.payload, b"") == event
    assert event.action == ACTION


def test_as_it_stood_at_the_end_of_a_day() -> None:
    story = Story().then(EventKind.AGREED, on=TUESDAY).then(EventKind.STARTED, on=FRIDAY).undo(on=RECHECK)
    days = (
        MONDAY - timedelta(days=1),
        MONDAY,
        TUESDAY,
        FRIDAY - timedelta(days=1),
        FRIDAY,
        RECHECK,
        date.max,
    )
    stood = [as_at(story.events, day) for day in days]
    assert [one.status.value if one else None for one in stood] == [
        None,
        "proposed",
        "agreed",
        "agreed",
        "in-progress",
        "agreed",
        "agreed",
    ]
    assert stood[-1] == story.action


def test_a_clock_that_was_set_back_hides_nothing_that_has_happened() -> None:
    story = Story(on=FRIDAY).then(EventKind.AGREED, on=TUESDAY).then(EventKind.STARTED, on=FRIDAY)
    on_tuesday = as_at(story.events, TUESDAY)
    assert on_tuesday is not None
    assert on_tuesday.status is Status.AGREED
    assert as_at(story.events, MONDAY) is None
    assert len(known_on(story.events, TUESDAY)) == 2
    back = Story(on=FRIDAY).then(EventKind.AGREED, on=TUESDAY)
    assert as_at(back.events, TUESDAY) == back.action
