"""Whatever somebody tries with an action, in whatever order and on whatever day, what must hold holds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from acting import ALEX, AUDIT, MONDAY, ROBIN, Story, unchanged_by_time
from reflect.domain.actions.action import Action, Status
from reflect.domain.actions.event import EventKind
from reflect.domain.actions.history import as_at, folded, known_on, last_act
from reflect.domain.actions.rag import Rag, rag
from reflect.domain.actions.taking_steps import after, begun
from reflect.errors import NotPermitted, WrongUse

DAYS = st.integers(-40, 800).map(lambda days: MONDAY + timedelta(days=days))
STEPS_ON = (0, 0, 0, 0, 1, 7, 30, 91, 200, -1, -20)
WORDS = ("Two visits fell through", "[bold]Zoë[/]", "", "  ")
LIKELY: Mapping[Status, tuple[EventKind, ...]] = {
    Status.PROPOSED: (EventKind.AGREED, EventKind.AGREED, EventKind.SHOWN),
    Status.AGREED: (EventKind.STARTED, EventKind.BLOCKED, EventKind.DONE),
    Status.IN_PROGRESS: (EventKind.DONE, EventKind.DONE, EventKind.CARRIED, EventKind.BLOCKED),
    Status.BLOCKED: (EventKind.UNBLOCKED, EventKind.ESCALATED, EventKind.CARRIED),
    Status.DONE: (EventKind.CONFIRMED, EventKind.EVIDENCED),
    Status.CONFIRMED: (EventKind.RECHECKED,),
}
ANY = (*EventKind, EventKind.UNDONE, EventKind.UNDONE)


def sound(kind: EventKind, action: Action, day: date, chance: Random) -> Mapping[str, Any]:
    """What somebody says who minds the rules."""
    later = (day + timedelta(days=20)).isoformat()
    return {
        EventKind.CARRIED: {"due": later, "choice": chance.choice(("new-date", "escalate", "split"))},
        EventKind.ESCALATED: {"stage": action.escalation.stage + 1 if action.escalation else 1},
        EventKind.AGREED: {"due": later},
        EventKind.CONFIRMED: {"recheck_due": later},
        EventKind.RECHECKED: {"next": later, "result": chance.choice(("not", "partly", "sustained"))},
    }.get(kind, {})


def unsound(kind: EventKind, chance: Random) -> Mapping[str, Any]:
    """What somebody says who does not."""
    words = chance.choice(WORDS)
    day = chance.choice((None, (MONDAY + timedelta(days=chance.randint(-40, 800))).isoformat()))
    evidence = chance.choice((None, {**AUDIT, "text": words}))
    said: Mapping[EventKind, Mapping[str, Any]] = {
        EventKind.EDITED: chance.choice(({"what": words}, {"due": day}, {"supporter": words})),
        EventKind.NOTED: {"text": words},
        EventKind.BLOCKED: {"why": words},
        EventKind.AGREED: {"due": day},
        EventKind.CARRIED: {"why": words, "due": day},
        EventKind.ESCALATED: {"stage": chance.randint(0, 3), "answer_by": day, "why": words},
        EventKind.DONE: {"evidence": evidence, "evidence_by": day},
        EventKind.EVIDENCED: {"evidence": evidence},
        EventKind.CONFIRMED: {"recheck_due": day},
        EventKind.RECHECKED: {"result": chance.choice(("sustained", "partly", "not")), "next": day},
        EventKind.SHOWN: {"circle": chance.choice(("mine", "pair", "team"))},
        EventKind.UNDONE: {"events": chance.choice(([1], [2], [2, 3], []))},
    }
    return said.get(kind, {})


@st.composite
def lives(draw: st.DrawFn) -> tuple[Story, list[Action]]:
    """A story of steps of any kind, and the action as it stood after each event. What is refused changes nothing."""
    chance = draw(st.randoms(use_true_random=True))
    story = Story(keep=chance.random() < 0.2, due=chance.choice((None, "2026-05-01")))
    stood, day = [story.action], MONDAY
    for _ in range(draw(st.integers(0, 25))):
        day += timedelta(days=chance.choice(STEPS_ON))
        by = chance.choice((ROBIN, ROBIN, ROBIN, ROBIN, ALEX))
        minded = chance.random() < 0.7
        kind = chance.choice(LIKELY.get(stood[-1].status, ANY) if minded else ANY)
        events = story.events
        try:
            if kind is EventKind.UNDONE and (minded or chance.random() < 0.5):
                story.undo(on=day, by=by)
            else:
                said = sound(kind, stood[-1], day, chance) if minded else unsound(kind, chance)
                story.then(kind, on=day, by=by, **said)
        except (WrongUse, NotPermitted):
            assert story.events is events
            assert story.action == stood[-1]
        else:
            stood.append(story.action)
    return story, stood


def check(action: Action) -> None:
    """What holds for every action, whatever happened to it."""
    status, over = action.status, {Status.EMBEDDED, Status.NOT_ACHIEVED, Status.WITHDRAWN}
    assert (action.done is not None) == (status in {Status.DONE, Status.CONFIRMED, Status.EMBEDDED})
    assert (action.confirmed is not None) == (status in {Status.CONFIRMED, Status.EMBEDDED})
    assert (action.confirmed_by is not None) == (action.confirmed is not None)
    assert (action.recheck_due is not None) == (status is Status.CONFIRMED)
    assert (action.ended is not None) == (status in over)
    assert bool(action.ended_why) == (status in {Status.NOT_ACHIEVED, Status.WITHDRAWN})
    assert bool(action.blocked_why) == (status is Status.BLOCKED)
    if status is Status.DONE:
        assert action.evidence or action.evidence_by
    if action.confirmed:
        assert action.evidence
    if status is Status.EMBEDDED:
        assert action.rechecked
        assert action.recheck_result == "sustained"
    if action.is_open or action.done:
        assert action.agreed
        assert action.due or action.keep
    if action.evidence_by:
        assert action.done
    assert action.what.strip()
    assert all(carry.why.strip() for carry in action.carries)
    assert (rag(action, MONDAY) is None) == action.keep
    assert (rag(action, MONDAY) is Rag.BLUE) == (status is Status.EMBEDDED and not action.keep)


@settings(max_examples=150, deadline=None)
@given(lives())
def test_every_step_leaves_the_action_whole_and_the_sum_of_its_events(
    life: tuple[Story, list[Action]],
) -> None:
    story, stood = life
    assert len(stood) == len(story.events)
    for number, action in enumerate(stood, 1):
        check(action)
        assert folded(story.events[:number]) == action


@settings(max_examples=150, deadline=None)
@given(lives())
def test_the_sum_of_events_is_what_one_step_after_the_other_makes_and_no_step_loses_what_was(
    life: tuple[Story, list[Action]],
) -> None:
    story, stood = life
    steps = [begun(story.events[0])]
    for event, action in zip(story.events[1:], stood[1:], strict=True):
        if event.kind is EventKind.UNDONE:
            del steps[-len(event.data["events"]) :]
        else:
            steps.append(after(steps[-1], event))
            check_kept(steps[-2], steps[-1])
        assert unchanged_by_time(action) == unchanged_by_time(steps[-1])


def check_kept(before: Action, now: Action) -> None:
    """What no step takes away from an action."""
    assert now.created == before.created
    assert before.agreed in (None, now.agreed)
    assert before.started in (None, now.started)
    assert now.rechecked or not before.rechecked
    assert now.evidence[: len(before.evidence)] == before.evidence
    assert now.carries[: len(before.carries)] == before.carries
    assert now.escalation or not before.escalation


@settings(max_examples=150, deadline=None)
@given(lives(), st.sampled_from((ROBIN, ALEX)))
def test_taking_back_gives_exactly_what_was_before(life: tuple[Story, list[Action]], by: str) -> None:
    story, stood = life
    try:
        act = last_act(story.events, by, date.min)
    except (WrongUse, NotPermitted):
        return
    before = stood[act[0] - 2]
    story.undo(by=by)
    assert unchanged_by_time(story.action) == unchanged_by_time(before)
    assert story.action.updated_on == story.events[-1].on


@settings(max_examples=100, deadline=None)
@given(lives(), DAYS)
def test_as_it_stood_on_a_day_is_one_of_the_states_that_it_had(
    life: tuple[Story, list[Action]], day: date
) -> None:
    story, stood = life
    assert as_at(story.events, story.events[-1].on) == stood[-1]
    assert as_at(story.events, date.max) == stood[-1]
    assert as_at(story.events, min(event.on for event in story.events) - timedelta(days=1)) is None
    known = len(known_on(story.events, day))
    assert as_at(story.events, day) == (stood[known - 1] if known else None)
    assert all(event.on > day for event in story.events[known:])
    assert len(known_on(story.events, day + timedelta(days=1))) >= known
