"""In which order actions are looked at: what is late and what is near first, what is over last."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Protocol

from reflect.domain.actions.action import ENDED, Action, Status
from reflect.domain.actions.rules import USUAL, Rules

_NEVER = date.max.toordinal() + 1


class HasDays(Protocol):
    """Whatever has the days by which an action is put in order."""

    @property
    def next_day(self) -> date | None: ...
    @property
    def done(self) -> date | None: ...
    @property
    def ended(self) -> date | None: ...


class Group(StrEnum):
    """Where an action is listed."""

    OVERDUE = "overdue"
    DUE_SOON = "due soon"
    RECHECK = "re-check due"
    WAITING = "waiting"
    LATER = "later"
    PROPOSED = "proposed"
    KEPT = "kept going"
    DONE = "done"


def group_of(
    status: Status,
    *,
    keep: bool,
    due: date | None,
    next_day: date | None,
    today: date,
    rules: Rules = USUAL,
) -> Group:
    """The group of an action on the day `today`. *Waiting* is for something or somebody: blocked, or done and not yet
    confirmed. What is done is not overdue: it is due from the day on which its promised evidence or its re-check has
    come. What is open is due soon too once a stage of the ladder should have answered and has not."""
    if status in ENDED:
        return Group.KEPT if keep and status is Status.EMBEDDED else Group.DONE
    reached = next_day is not None and next_day <= today
    if status is Status.CONFIRMED:
        return Group.RECHECK if reached else Group.KEPT if keep else Group.DONE
    if status is Status.DONE:
        return Group.DUE_SOON if reached else Group.WAITING
    if status is Status.PROPOSED:
        return Group.PROPOSED
    if due is not None and due < today:
        return Group.OVERDUE
    if next_day is not None and next_day < today:
        return Group.DUE_SOON
    if status is Status.BLOCKED:
        return Group.WAITING
    if keep:
        return Group.KEPT
    near = due is not None and (due - today).days < rules.due_soon_days
    return Group.DUE_SOON if near else Group.LATER


def group_of_action(action: Action, today: date, rules: Rules = USUAL) -> Group:
    """The group of a whole action."""
    return group_of(
        action.status, keep=action.keep, due=action.due, next_day=action.next_day, today=today, rules=rules
    )


def place_of(next_day: int, done: int, ended: int) -> int:
    """By what an action is put in order, from its days as numbers, 0 for none: by the day that is shown of it, the
    soonest first; then those without one; then what is over, the latest first."""
    return next_day or (2 * _NEVER - ended if ended else done or _NEVER)


def place_by_days(one: HasDays) -> int:
    """The same of an action, or of what is kept of it in a list, by the days that it has."""
    return place_of(_numbered(one.next_day), _numbered(one.done), _numbered(one.ended))


def _numbered(day: date | None) -> int:
    return day.toordinal() if day else 0
