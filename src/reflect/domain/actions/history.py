"""An action from its events: now, or as it stood on an earlier day; and what can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import takewhile

from reflect.domain.actions.action import Action, CarryChoice
from reflect.domain.actions.event import Event, EventKind
from reflect.domain.actions.taking_steps import after, begun
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
        if event.number != number:
            raise WrongUse("The history of this action has a gap.", "Nothing was changed.")
        if event.kind is EventKind.UNDONE:
            taken_back = list(event.data["events"])
            if not taken_back or taken_back != [one.number for one in standing[-len(taken_back) :]]:
                raise WrongUse("Only what was last done can be taken back.", "Nothing was changed.")
            for one in standing[-len(taken_back) :]:
                _check_undo(one, event.by)
            del standing[-len(taken_back) :]
        else:
            standing.append(event)
    if not standing:
        raise WrongUse("An action begins with what is to be done.", "Nothing was changed.")
    return tuple(standing)


def last_act(events: Sequence[Event], by: str) -> tuple[int, ...]:
    """The numbers of the events of the last act, to be taken back by the person `by`. Raises WrongUse where there is
    nothing to take back, NotPermitted where it was another's act or others have seen it."""
    standing = standing_of(events)
    last = standing[-1]
    with_it = last.kind is EventKind.ESCALATED and _carried_to_escalate(standing[-2])
    act = standing[-2:] if with_it else (last,)
    for event in act:
        _check_undo(event, by)
    return tuple(event.number for event in act)


def as_at(events: Sequence[Event], day: date) -> Action | None:
    """The action as it stood at the end of `day`; None if there was none yet. A clock that was set back hides nothing
    that had happened before."""
    known = known_on(events, day)
    return folded(known) if known else None


def known_on(events: Sequence[Event], day: date) -> tuple[Event, ...]:
    """The events up to the end of `day`: those before the first that is later."""
    return tuple(takewhile(lambda event: event.on <= day, events))


def _carried_to_escalate(event: Event) -> bool:
    return event.kind is EventKind.CARRIED and event.data["choice"] == CarryChoice.ESCALATE.value


def _check_undo(event: Event, by: str) -> None:
    if event.kind is EventKind.PROPOSED:
        raise WrongUse("The beginning of an action is not taken back.", "Withdraw it, with a reason.")
    if event.by != by:
        raise NotPermitted("Somebody else did this last.", "Talk to them; a note can be added.")
    if event.kind is EventKind.SHOWN:
        raise NotPermitted("Others have been shown this action.", "It can be withdrawn, with a reason.")
    if event.kind is EventKind.CARRIED and event.data["choice"] == CarryChoice.SPLIT.value:
        raise WrongUse(
            "It was split in two, and the other part goes on by itself.",
            "Withdraw the other part, with a reason.",
        )
