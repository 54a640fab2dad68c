"""The steps of an action while it is on its way: agreed, started, noted, carried, escalated, blocked, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from reflect.cli.actions.asking import parts_of, words_of
from reflect.cli.actions.lines import SHORT_ID
from reflect.cli.actions.options import ActionId, Due, due_meant
from reflect.cli.actions.standing import possible, tell_standing
from reflect.cli.door import door_of
from reflect.cli.echo import echo, tell
from reflect.domain.actions.action import Action, CarryChoice
from reflect.domain.actions.allowed import check_carried_to
from reflect.domain.actions.event import EventKind
from reflect.domain.actions.rules import MANY_OPEN
from reflect.domain.actions.told import told
from reflect.domain.dates import said
from reflect.errors import WrongUse

if TYPE_CHECKING:
    from reflect.services.practice import Practice

WHY_CARRIED = "Why is it carried forward?"


def agree(context: typer.Context, action_id: ActionId, due: Due = None) -> None:
    """Agree a proposed action.

    It is agreed by the day that it has, or by another.
    """
    door = door_of(context)
    day = due_meant(door, due) if due is not None else None
    with door.signed_in() as practice:
        standing = possible(practice, action_id, EventKind.AGREED)
        if day is None and standing.due is None and not standing.keep:
            day = due_meant(door, door.line(None, "By when", "--due"))
        tell_standing(door, practice, practice.acting.agree(action_id, day))
        _tell_if_many(practice)


def start(context: typer.Context, action_id: ActionId) -> None:
    """Say that an agreed action is on its way."""
    door = door_of(context)
    with door.signed_in() as practice:
        tell_standing(door, practice, practice.acting.start(action_id))


def note(context: typer.Context, action_id: ActionId) -> None:
    """Add a dated note, from standard input. It stays as it is."""
    door = door_of(context)
    with door.signed_in() as practice:
        possible(practice, action_id, EventKind.NOTED)
        action = practice.acting.note(action_id, words_of(door, "What is to be noted?"))
        tell("Noted.")
        tell_standing(door, practice, action)


def carry(
    context: typer.Context,
    action_id: ActionId,
    due: Due = None,
    split: Annotated[bool, typer.Option("--split", help="Divide it in two.")] = False,
    escalate: Annotated[
        bool, typer.Option("--escalate", help="Take it to the next stage of the ladder too.")
    ] = False,
    drop: Annotated[bool, typer.Option("--drop", help="Give it up: the same as withdraw.")] = False,
) -> None:
    """Carry an action forward to a later day.

    Why is read from standard input. With --split standard input holds three texts, with a line of --- between them:
    why, what remains of it, and the other part. That becomes an action of its own, by the same day; its id is printed.
    """
    door = door_of(context)
    choice = _choice(split, escalate, drop)
    if choice is None:
        if due is not None:
            raise WrongUse("What is given up has no day any more.", "Leave --due out, or --drop.")
        withdraw(context, action_id)
        return
    day = due_meant(door, due, later=True) if due is not None else None
    with door.signed_in() as practice:
        standing = possible(practice, action_id, EventKind.CARRIED)
        if choice is CarryChoice.ESCALATE:
            possible(practice, action_id, EventKind.ESCALATED)
        day = day or due_meant(door, door.line(None, "By when", "--due"), later=True)
        check_carried_to(standing, day)
        if choice is CarryChoice.SPLIT:
            why, rest, other = parts_of(door, [WHY_CARRIED, "What remains of it?", "What is the other part?"])
            action = practice.acting.carry(
                action_id, why=why, due=day, choice=choice, what=rest, second=other
            )
            second = str(practice.actions.history(action.id)[-1].data["second"])
            tell(f"Divided in two; the other part, {second[:SHORT_ID]}, is agreed, by the same day.")
            echo(second)
        else:
            action = practice.acting.carry(action_id, why=words_of(door, WHY_CARRIED), due=day, choice=choice)
        tell_standing(door, practice, action)
        if choice is CarryChoice.ESCALATE:
            _tell_stage(action)


def escalate(
    context: typer.Context,
    action_id: ActionId,
    outcome: Annotated[
        bool, typer.Option("--outcome", help="Standard input is what came of the stage that it is on.")
    ] = False,
) -> None:
    """Take an action to the next stage of the ladder.

    Why is read from standard input. The stages, and how many working days each has to answer, are in the settings.
    """
    door = door_of(context)
    with door.signed_in() as practice:
        if outcome:
            if practice.actions.action(action_id).escalation is None:
                raise WrongUse("This action was not escalated.", "Escalate it first, without --outcome.")
            action = practice.acting.answered(action_id, words_of(door, "What came of it?"))
            tell("Kept with its stage.")
        else:
            possible(practice, action_id, EventKind.ESCALATED)
            action = practice.acting.escalate(action_id, words_of(door, "Why is it escalated?"))
            _tell_stage(action)
        tell_standing(door, practice, action)


def block(context: typer.Context, action_id: ActionId) -> None:
    """Say what is in the way, from standard input."""
    door = door_of(context)
    with door.signed_in() as practice:
        possible(practice, action_id, EventKind.BLOCKED)
        action = practice.acting.block(action_id, words_of(door, "What is in the way?"))
        tell_standing(door, practice, action)


def unblock(context: typer.Context, action_id: ActionId) -> None:
    """Say that the way is free again."""
    door = door_of(context)
    with door.signed_in() as practice:
        tell_standing(door, practice, practice.acting.unblock(action_id))


def withdraw(context: typer.Context, action_id: ActionId) -> None:
    """End an action that is no longer meant.

    Why is read from standard input.
    """
    door = door_of(context)
    with door.signed_in() as practice:
        possible(practice, action_id, EventKind.WITHDRAWN)
        action = practice.acting.withdraw(action_id, words_of(door, "Why is it no longer meant?"))
        tell_standing(door, practice, action)


def undo(context: typer.Context, action_id: ActionId) -> None:
    """Take back what was last done with an action. The history keeps both.

    What set a day, as agreeing it does, is taken back on the same day only; later, carry it forward.
    """
    door = door_of(context)
    with door.signed_in() as practice:
        action = practice.acting.undo(action_id)
        events = practice.actions.history(action.id)
        tell(told(events[-1], practice.actions.names(), events))
        tell_standing(door, practice, action)


def _choice(split: bool, escalate: bool, drop: bool) -> CarryChoice | None:
    """What becomes of what is carried; None if it is given up. Raises WrongUse."""
    if split + escalate + drop > 1:
        raise WrongUse("Only one of --split, --escalate and --drop is possible.", "Leave the others out.")
    if drop:
        return None
    return CarryChoice.SPLIT if split else CarryChoice.ESCALATE if escalate else CarryChoice.NEW_DATE


def _tell_stage(action: Action) -> None:
    stage = action.escalation
    if stage is not None and stage.answer_by is not None:
        tell(f"Stage {stage.stage} of the ladder: {stage.role}, to answer by {said(stage.answer_by)}.")


def _tell_if_many(practice: Practice) -> None:
    if (number := practice.actions.arranged().open) > MANY_OPEN:
        tell(f"That makes {number} open actions. Fewer at a time are easier to keep.")
