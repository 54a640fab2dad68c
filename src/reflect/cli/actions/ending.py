"""The steps with which an action comes to its end: done, confirmed, looked at again, or not achieved."""

from __future__ import annotations

from typing import Annotated

import typer

from reflect.cli.actions.asked_again import tell_question
from reflect.cli.actions.asking import parts_of, words_if_any, words_of
from reflect.cli.actions.options import ActionId, day_gone_by, due_meant, meant
from reflect.cli.actions.standing import possible, tell_standing
from reflect.cli.door import door_of
from reflect.cli.echo import tell
from reflect.domain.actions.action import Evidence, EvidenceKind, RecheckResult, Status
from reflect.domain.actions.event import EventKind
from reflect.domain.dates import said
from reflect.errors import WrongUse

SHOWN_BY = "What shows it? What somebody could look at, without a name."
DIFFERENCE = "What difference has it made, and for whom?"
_SHOWN_ALREADY = frozenset({Status.DONE, Status.CONFIRMED})


def done(
    context: typer.Context,
    action_id: ActionId,
    follows: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="What shows it follows by this day: nothing is read then."),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            metavar="KIND", help=f"What shows it: {', '.join(one.value for one in EvidenceKind)} (usual)."
        ),
    ] = None,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day that it speaks of; otherwise today.")
    ] = None,
) -> None:
    """Say that an action is done, and what shows it.

    What shows it is read from standard input; after a line of --- may come what difference it has made, and for whom.
    On an action that is done already, this adds to what shows it.
    """
    door = door_of(context)
    chosen = meant(EvidenceKind, kind, "--kind") or EvidenceKind.OTHER
    day = day_gone_by(door, on, "--on") if on is not None else door.clock.today()
    by = due_meant(door, follows) if follows is not None else None
    if by is not None and (kind is not None or on is not None):
        raise WrongUse(
            "--kind and --on tell of something that is there; with --follows it is still to come.",
            "Leave --follows out, or the others.",
        )
    with door.signed_in() as practice:
        shown = practice.actions.action(action_id).status in _SHOWN_ALREADY
        if by is not None and shown:
            raise WrongUse("This action is done already.", "Say what shows it, on standard input.")
        possible(practice, action_id, EventKind.EVIDENCED if shown else EventKind.DONE)
        if by is not None:
            tell_standing(door, practice, practice.acting.done(action_id, evidence_by=by))
            return
        words, impact = parts_of(door, [SHOWN_BY], [DIFFERENCE])
        evidence = Evidence(chosen, words, day)
        if shown:
            action = practice.acting.add_evidence(action_id, evidence, impact)
            tell(f"Added to what shows it: {chosen.value}, {said(day)}.")
        else:
            action = practice.acting.done(action_id, evidence=evidence, impact=impact)
        tell_standing(door, practice, action)


def confirm(
    context: typer.Context,
    action_id: ActionId,
    impact: Annotated[
        bool, typer.Option("--impact", help="Read from standard input what difference it has made.")
    ] = False,
) -> None:
    """Say that you have seen what shows it.

    This is a supervisor's to do. Where you are alone with an action it is yours, and every page says so.
    """
    door = door_of(context)
    with door.signed_in() as practice:
        action = possible(practice, action_id, EventKind.CONFIRMED)
        if not action.is_shown:
            raise WrongUse(
                "Nothing is confirmed without evidence.",
                f"Say what shows it: reflect action done {action.id[:8]}, with the words on standard input.",
            )
        words = words_of(door, DIFFERENCE) if impact else ""
        tell_standing(door, practice, practice.acting.confirm(action_id, words))


def recheck(
    context: typer.Context,
    action_id: ActionId,
    result: Annotated[
        str | None, typer.Option(metavar="sustained|partly|not", help="Whether the change has lasted.")
    ] = None,
    again: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="If only in part: when it is looked at again. If not: by when it is taken up.",
        ),
    ] = None,
) -> None:
    """Say whether the change has lasted.

    This is possible from the day of its re-check on. The question that it came from is told first, with what you
    answered then. What difference it has made, and for whom, is read from standard input; it may be empty.
    """
    door = door_of(context)
    found = meant(RecheckResult, result, "--result")
    day = due_meant(door, again, later=True) if again is not None else None
    with door.signed_in() as practice:
        action = possible(practice, action_id, EventKind.RECHECKED)
        if action.recheck_due is not None and door.clock.today() < action.recheck_due:
            raise WrongUse(
                "Whether it lasted cannot be known yet.", f"Its re-check is on {said(action.recheck_due)}."
            )
        tell_question(practice, action)
        if found is None:
            asked = door.line(None, "Has it lasted: sustained, partly or not", "--result")
            found = meant(RecheckResult, asked, "--result") or RecheckResult.NOT
        if found is RecheckResult.SUSTAINED and day is not None:
            raise WrongUse("What has lasted is not looked at again.", "Leave --again out.")
        if found is not RecheckResult.SUSTAINED and day is None:
            day = due_meant(door, door.line(None, "By when is it taken up again", "--again"), later=True)
        impact = words_if_any(door, DIFFERENCE)
        tell_standing(door, practice, practice.acting.recheck(action_id, found, impact, day))


def not_achieved(context: typer.Context, action_id: ActionId) -> None:
    """Say that an action did not happen.

    What got in the way is read from standard input. That is worth knowing, and nobody is blamed.
    """
    door = door_of(context)
    with door.signed_in() as practice:
        possible(practice, action_id, EventKind.NOT_ACHIEVED)
        action = practice.acting.not_achieved(action_id, words_of(door, "What got in the way?"))
        tell_standing(door, practice, action)
