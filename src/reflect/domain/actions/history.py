"""An action from its events: now, or as it stood on an earlier day; and what can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from reflect.domain.actions.action import Action, CarryChoice
from reflect.domain.actions.event import Event, EventKind
from reflect.domain.actions.taking_steps import after, begun
from reflect.domain.dates import said
from reflect.errors import NotPermitted, WrongUse


def folded(events: Sequence[Event]) -> Action:
    """What the events of one action, in their order, add up to. Raises WrongUse or NotPermitted where they break the
    rules; KeyError, TypeError or ValueError where one of them is not as reflect writes it."""
    standing = standing_of(events)
    action = begun(standing[0])
    for event in standing[1:]:
        action = after(action, event)
    last = events[-1]
    return replace(action, updated=last.at, updated_on=last.on, events=last.number)


def standing_of(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events but for those that were taken back. Raises WrongUse for numbers with a gap or something taken back
    that cannot be."""
    standing: list[Event] = []
    for number, event in enumerate(events, 1):
        if event.number != number or event.action != events[0].action:
            raise WrongUse("The history of this action has a gap.", "Nothing was changed.")
        if event.kind is EventKind.UNDONE:
            act = _act_at_the_end(standing)
            if not act or list(event.data["events"]) != [one.number for one in act]:
                raise WrongUse("Only what was last done can be taken back.", "Nothing was changed.")
            for one in act:
                _check_undo(one, event.by)
            del standing[-len(act) :]
        else:
            standing.append(event)
    if not standing:
        raise WrongUse("An action begins with what is to be done.", "Nothing was changed.")
    return tuple(standing)


def last_act(events: Sequence[Event], by: str, on: date) -> tuple[int, ...]:
    """The numbers of the events of the last act, to be taken back by the person `by` on the day `on`. Raises WrongUse
    where there is nothing to take back, or a day that was set earlier; NotPermitted where it was another's act or
    others have seen it."""
    act = _act_at_the_end(standing_of(events))
    for event in act:
        _check_undo(event, by)
        if event.on < on and _sets_a_day(event):
            raise WrongUse(
                f"A day was set with this on {said(event.on)}: it is taken back on the same day only.",
                "An action that needs another day is carried forward, with why; a note can be added.",
            )
    return tuple(event.number for event in act)


def as_at(events: Sequence[Event], day: date) -> Action | None:
    """The action as it stood at the end of `day`; None if there was none yet."""
    known = known_on(events, day)
    return folded(known) if known else None


def known_on(events: Sequence[Event], day: date) -> tuple[Event, ...]:
    """The events up to the last of `day` or before it. Where a clock was set back, whatever came before such an event
    had happened by then, whatever day it bears."""
    known = max((place for place, event in enumerate(events, 1) if event.on <= day), default=0)
    return tuple(events[:known])


def _act_at_the_end(standing: Sequence[Event]) -> Sequence[Event]:
    """The last event, with the one before it where both were one act."""
    both = (
        len(standing) > 1 and standing[-1].kind is EventKind.ESCALATED and _carried_to_escalate(standing[-2])
    )
    return standing[-2:] if both else standing[-1:]


def _carried_to_escalate(event: Event) -> bool:
    return event.kind is EventKind.CARRIED and event.data["choice"] == CarryChoice.ESCALATE.value


def _sets_a_day(event: Event) -> bool:
    """Whether something is due by this step. Taken back later, and done anew, it would put that off with no why."""
    by_when = ("due", "answer_by", "evidence_by", "recheck_due", "next")
    is_agreed = event.kind is EventKind.AGREED
    return is_agreed or (event.kind is not EventKind.EDITED and any(event.data.get(name) for name in by_when))


def _check_undo(event: Event, by: str) -> None:
    if event.kind is EventKind.PROPOSED:
        raise WrongUse("The beginning of an action is not taken back.", "Withdraw it, with a reason.")
    if event.by != by:
        raise NotPermitted("Somebody else did this last.", "Talk to them; a note can be added.")
    if event.kind is EventKind.SHOWN:
        raise NotPermitted("Others have been shown this action.", "It can be withdrawn, with a reason.")
    if event.kind is EventKind.HANDED_OVER:
        raise NotPermitted("Somebody else has this action now.", "It can be handed over again.")
    if event.kind is EventKind.CARRIED and event.data["choice"] == CarryChoice.SPLIT.value:
        raise WrongUse(
            "It was split in two, and the other part goes on by itself.",
            "Withdraw the other part, with a reason.",
        )
