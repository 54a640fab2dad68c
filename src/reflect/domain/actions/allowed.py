"""What may happen to an action in which state of it, and what to do instead."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from reflect.domain.actions.action import Action, Status
from reflect.domain.actions.event import EventKind
from reflect.domain.dates import said
from reflect.errors import WrongUse

_P, _A, _I, _B = Status.PROPOSED, Status.AGREED, Status.IN_PROGRESS, Status.BLOCKED
_ON_THE_WAY = frozenset({_A, _I, _B})
_EVERY = frozenset(Status)

POSSIBLE: Mapping[EventKind, frozenset[Status]] = {
    EventKind.EDITED: frozenset({_P}) | _ON_THE_WAY,
    EventKind.AGREED: frozenset({_P}),
    EventKind.STARTED: frozenset({_A}),
    EventKind.NOTED: _EVERY,
    EventKind.CARRIED: _ON_THE_WAY | {Status.DONE},
    EventKind.ESCALATED: _ON_THE_WAY,
    EventKind.ANSWERED: _EVERY,
    EventKind.BLOCKED: frozenset({_A, _I}),
    EventKind.UNBLOCKED: frozenset({_B}),
    EventKind.DONE: _ON_THE_WAY,
    EventKind.EVIDENCED: frozenset({Status.DONE, Status.CONFIRMED}),
    EventKind.CONFIRMED: frozenset({Status.DONE}),
    EventKind.RECHECKED: frozenset({Status.CONFIRMED}),
    EventKind.NOT_ACHIEVED: _ON_THE_WAY | {Status.DONE},
    EventKind.WITHDRAWN: frozenset({_P}) | _ON_THE_WAY,
    EventKind.SHOWN: _EVERY,
    EventKind.HANDED_OVER: _ON_THE_WAY | {Status.DONE, Status.CONFIRMED},
}
"""In which states of an action each event may happen."""

_INSTEAD = {
    Status.PROPOSED: "Agree it first.",
    Status.DONE: "Confirm it with its evidence; if it is not done after all, carry it forward or set it down as not "
    "achieved.",
    Status.CONFIRMED: "What comes next is the re-check.",
    Status.EMBEDDED: "It lasted, and stays as it is; notes can be added.",
    Status.NOT_ACHIEVED: "It has ended; notes can be added, and a new action can take its place.",
    Status.WITHDRAWN: "It has ended; notes can be added, and a new action can take its place.",
}
_SAID = {
    EventKind.EDITED: "changed",
    EventKind.ANSWERED: "given an outcome",
    EventKind.EVIDENCED: "given evidence",
    EventKind.NOT_ACHIEVED: "set down as not achieved",
    EventKind.RECHECKED: "looked at again",
    EventKind.HANDED_OVER: "handed over",
}


def check_possible(action: Action, kind: EventKind) -> None:
    """Whether this may happen in the state that the action is in, whatever is said with it. Raises WrongUse, with what
    to do instead."""
    if action.status not in POSSIBLE.get(kind, frozenset()):
        raise WrongUse(
            f"This action is {action.status.words}: it cannot be {_SAID.get(kind, kind.value)} now.",
            _INSTEAD.get(action.status, "See what can be done with: reflect action show ID"),
        )


def check_carried_to(action: Action, due: date) -> None:
    """Whether an action is carried to a later day than it has. It is asked before a new step only, since older
    histories may say otherwise. Raises WrongUse."""
    if action.due is not None and due <= action.due:
        raise WrongUse(
            f"This action is due on {said(action.due)}, and is carried forward to a later day.",
            "Say a day after that. What is done sooner needs no other day.",
        )
