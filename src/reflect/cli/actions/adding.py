"""`reflect action add` and `edit`: what somebody means to change, written down and put in other words."""

from __future__ import annotations

from typing import Annotated

import typer

from reflect.cli.actions.asking import words_of
from reflect.cli.actions.lines import SHORT_ID
from reflect.cli.actions.options import ActionId, Due, Know, LevelSaid, Supporter, Themes, due_meant, meant
from reflect.cli.actions.standing import possible, tell_standing
from reflect.cli.choosing import theme_code
from reflect.cli.door import door_of
from reflect.cli.echo import echo, tell
from reflect.domain.actions.action import Level
from reflect.domain.actions.event import EventKind
from reflect.domain.dates import said
from reflect.errors import WrongUse

WHAT = "What is to be done? Small and specific is easier to keep."


def add(
    context: typer.Context,
    due: Due = None,
    origin: Annotated[
        str | None,
        typer.Option(
            metavar="BANK/QUESTION|BANK/FINDING|ANSWER-ID|RECORD-ID",
            help="What it comes from: a question or a finding of a bank, an answer of yours, or a one-to-one.",
        ),
    ] = None,
    theme: Themes = None,
    level: LevelSaid = None,
    know: Know = None,
    supporter: Supporter = None,
    keep: Annotated[
        bool, typer.Option("--keep", help="Good practice, to keep or to share. It needs no day.")
    ] = False,
) -> None:
    """Write an action down, from standard input.

    All of it until the end is one text. The action is proposed, until you agree it. Its themes are those of its
    origin, unless you name others.
    """
    door = door_of(context)
    day = due_meant(door, due) if due is not None else None
    chosen = meant(Level, level, "--level") or Level.PRACTITIONER
    with door.signed_in() as practice:
        themes = [theme_code(one, practice.banks.vocabulary) for one in theme] if theme else None
        action = practice.acting.propose(
            what=words_of(door, WHAT),
            know=know or "",
            due=day,
            level=chosen,
            themes=themes,
            origin=origin,
            keep=keep,
            supporter=supporter or "",
        )
        labels = [practice.banks.vocabulary.label(code) for code in action.themes]
    kind = "Good practice to keep, proposed" if action.keep else "Proposed"
    tell(
        f"{kind}{f', due {said(action.due)}' if action.due else ', without a day yet'}. Only you can read it."
    )
    if action.origin:
        tell(f"From: {action.origin.bank_title} ({action.origin.short}).")
    elif action.comes_from:
        tell(f"From: {action.comes_from}.")
    if labels:
        tell(f"Themes: {', '.join(labels)}.")
    by = "" if action.due or action.keep else " --due DATE"
    tell(f"Next: reflect action agree {action.id[:SHORT_ID]}{by}")
    echo(action.id)


def edit(
    context: typer.Context,
    action_id: ActionId,
    what: Annotated[
        bool, typer.Option("--what", help="Read what is to be done, in other words, from standard input.")
    ] = False,
    due: Due = None,
    theme: Themes = None,
    level: LevelSaid = None,
    know: Know = None,
    supporter: Supporter = None,
) -> None:
    """Change what an action says.

    This is possible until it is done. Themes that are given take the place of all there were. The day can be changed
    until it is agreed; after that use `carry`, which asks why.
    """
    door = door_of(context)
    if not what and all(given is None for given in (due, theme, level, know, supporter)):
        raise WrongUse(
            "Nothing was said to change.",
            "Give one of: --what, --due, --theme, --level, --know, --supporter.",
        )
    day = due_meant(door, due) if due is not None else None
    chosen = meant(Level, level, "--level")
    with door.signed_in() as practice:
        possible(practice, action_id, EventKind.EDITED)
        themes = [theme_code(one, practice.banks.vocabulary) for one in theme] if theme else None
        action = practice.acting.edit(
            action_id,
            what=words_of(door, WHAT) if what else None,
            know=know,
            level=chosen,
            themes=themes,
            supporter=supporter,
            due=day,
        )
        tell("Changed. The history keeps what it said before.")
        tell_standing(door, practice, action)
