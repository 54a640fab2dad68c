"""`reflect action show-to` and `hand-over`: who else sees an action, and whose it becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from reflect.cli.actions.asking import words_of
from reflect.cli.actions.lines import SHORT_ID
from reflect.cli.actions.options import ActionId, meant
from reflect.cli.actions.standing import possible, tell_standing
from reflect.cli.asking import confirmed
from reflect.cli.door import door_of
from reflect.cli.echo import tell
from reflect.domain.actions.event import EventKind
from reflect.domain.people import CircleKind
from reflect.text import in_a_row

if TYPE_CHECKING:
    from reflect.domain.actions.showing import Showing
    from reflect.services.practice import Practice


def show_to(
    context: typer.Context,
    action_id: ActionId,
    circle: Annotated[
        str,
        typer.Argument(
            metavar="mine|pair|team", help="You alone, you and your supervisor, or the log of your team."
        ),
    ],
    to: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Your supervisor; needed where several people supervise you."),
    ] = None,
    team: Annotated[
        str | None, typer.Option(metavar="NAME", help="The team; needed where its owner is in several.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before it is shown.")] = False,
) -> None:
    """Show an action to more people. Once agreed it does not go back.

    All that was ever written in it goes along, since every step is signed; it is shown to you first. The answer that
    it came from stays with you.
    """
    door = door_of(context)
    whom = meant(CircleKind, circle, "show-to")
    with door.signed_in() as practice:
        if whom is None:
            return
        showing = practice.acting.showing(action_id, whom, to=to, team=team)
        if showing.people:
            _tell_what_goes(practice, showing)
            confirmed(f"Show it to {in_a_row(showing.people)}?", yes=yes, no_input=door.no_input)
        tell_standing(door, practice, practice.acting.show_to(action_id, whom, to=to, team=team))


def hand_over(
    context: typer.Context,
    action_id: ActionId,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Whose it becomes: somebody in the team.")],
) -> None:
    """Give an action on the log of a team to somebody else in it.

    Why is read from standard input. It is for the lead of the team, or the supervisor of who has it now.
    """
    door = door_of(context)
    with door.signed_in() as practice:
        possible(practice, action_id, EventKind.HANDED_OVER)
        action = practice.acting.hand_over(action_id, name, words_of(door, "Why is it handed over?"))
        tell(f"Handed over to {practice.actions.names().get(action.owner, name)}.")
        tell_standing(door, practice, action)


def _tell_what_goes(practice: Practice, showing: Showing) -> None:
    from reflect.cli.leaving import REMINDER
    from reflect.domain.actions.doubtful import doubtful_words

    short, where = showing.action.id[:SHORT_ID], f", on the log of {showing.team}" if showing.team else ""
    tell(f"{short} is shown to {in_a_row(showing.people)}{where}, with all that was written in it:")
    for words in showing.words:
        tell(words, indent="  ")
    history = practice.actions.history(showing.action.id)
    lines = doubtful_words([(showing.action, history)], practice.settings.local_words)
    for line in lines:
        tell(f"{', '.join(line.kinds)}: {' · '.join(line.found_words)}", indent="    ")
    tell(REMINDER)
