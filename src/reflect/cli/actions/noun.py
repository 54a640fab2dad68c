"""`reflect action`: what you mean to change, every step of it, and whether it has lasted."""

from __future__ import annotations

import typer

from reflect.cli.actions import adding, ending, export, listing, moves, showing, taking_in, trace
from reflect.cli.actions.lines import action_lines
from reflect.cli.actions.options import ActionId, AsJson
from reflect.cli.door import door_of
from reflect.cli.echo import echo_json, echo_lines
from reflect.cli.paging import page_of

noun = typer.Typer(rich_markup_mode=None, no_args_is_help=True)


def add_to(root: typer.Typer) -> None:
    """Make the noun known."""
    root.add_typer(noun, name="action", help="Actions: what you mean to change, and whether it has lasted.")


noun.command("add")(adding.add)
noun.command("list")(listing.list_actions)


@noun.command("show")
def show(context: typer.Context, action_id: ActionId, json: AsJson = False) -> None:
    """Show a whole action, with its history."""
    door = door_of(context)
    today = door.clock.today()
    with door.signed_in() as practice:
        action, rules = practice.actions.action(action_id), practice.acting.rules
        if json:
            (whole,) = listing.as_json(practice.actions, [action], today, rules)
            echo_json(whole)
            return
        lines = action_lines(
            action,
            practice.actions.history(action.id),
            names=practice.actions.names(),
            today=today,
            rules=rules,
            vocabulary=practice.banks.vocabulary,
            is_left_behind=practice.overseeing.is_left_behind(action),
        )
        echo_lines(lines, page_of(door))


noun.command("trace")(trace.trace)
noun.command("agree")(moves.agree)
noun.command("start")(moves.start)
noun.command("note")(moves.note)
noun.command("edit")(adding.edit)
noun.command("carry")(moves.carry)
noun.command("escalate")(moves.escalate)
noun.command("block")(moves.block)
noun.command("unblock")(moves.unblock)
noun.command("done")(ending.done)
noun.command("confirm")(ending.confirm)
noun.command("recheck")(ending.recheck)
noun.command("not-achieved")(ending.not_achieved)
noun.command("withdraw")(moves.withdraw)
noun.command("undo")(moves.undo)
noun.command("show-to")(showing.show_to)
noun.command("hand-over")(showing.hand_over)
noun.command("export")(export.export)
noun.command("import")(taking_in.import_actions)
