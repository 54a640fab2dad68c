"""Which steps an action can take now: only these are offered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from reflect.domain.actions.action import Action
from reflect.domain.actions.allowed import POSSIBLE
from reflect.domain.actions.event import Event, EventKind
from reflect.domain.actions.history import last_act
from reflect.domain.actions.rules import Rules
from reflect.domain.people import CircleKind
from reflect.errors import ReflectError
from reflect.tui.acting import commands
from reflect.tui.commands import Command

MOVE_OF: Mapping[type[Command], EventKind] = {
    commands.Agree: EventKind.AGREED,
    commands.Start: EventKind.STARTED,
    commands.FinishAction: EventKind.DONE,
    commands.AddEvidence: EventKind.EVIDENCED,
    commands.ConfirmAction: EventKind.CONFIRMED,
    commands.LookAgain: EventKind.RECHECKED,
    commands.AddNote: EventKind.NOTED,
    commands.CarryForward: EventKind.CARRIED,
    commands.EditAction: EventKind.EDITED,
    commands.UndoLast: EventKind.UNDONE,
    commands.Block: EventKind.BLOCKED,
    commands.Unblock: EventKind.UNBLOCKED,
    commands.Escalate: EventKind.ESCALATED,
    commands.SayOutcome: EventKind.ANSWERED,
    commands.NotAchieved: EventKind.NOT_ACHIEVED,
    commands.Withdraw: EventKind.WITHDRAWN,
    commands.ShowTo: EventKind.SHOWN,
    commands.HandActionOver: EventKind.HANDED_OVER,
}


def possible_moves(
    action: Action,
    events: Sequence[Event],
    today: date,
    rules: Rules,
    person: str,
    may: frozenset[EventKind],
) -> frozenset[EventKind]:
    """The steps that the person `person` can take with the action on the day `today`; `may` are those that are theirs
    to take in any state of it."""
    moves = {kind for kind, states in POSSIBLE.items() if action.status in states and kind in may}
    if not may_escalate(action, rules):
        moves.discard(EventKind.ESCALATED)
    if action.escalation is None or action.escalation.outcome:
        moves.discard(EventKind.ANSWERED)
    if not action.is_shown:
        moves.discard(EventKind.CONFIRMED)
    if action.recheck_due is not None and today < action.recheck_due:
        moves.discard(EventKind.RECHECKED)
    if action.circle is not CircleKind.TEAM:
        moves.discard(EventKind.HANDED_OVER)
    if EventKind.UNDONE in may and _can_be_taken_back(events, person, today):
        moves.add(EventKind.UNDONE)
    return frozenset(moves)


def may_escalate(action: Action, rules: Rules) -> bool:
    """Whether there is a next stage, and the action is in a state to take it."""
    reached = action.escalation.stage if action.escalation else 0
    return action.status in POSSIBLE[EventKind.ESCALATED] and reached < len(rules.ladder)


def _can_be_taken_back(events: Sequence[Event], person: str, today: date) -> bool:
    try:
        last_act(events, person, today)
    except ReflectError:
        return False
    return True
