"""`reflect action`: what you mean to change, every step of it, and whether it has lasted."""

from __future__ import annotations

import typer

from reflect.cli import (
    action_adding,
    action_ending,
    action_export,
    action_import,
    action_listing,
    action_moves,
    action_trace,
)
from reflect.cli.action_lines import action_lines
from reflect.cli.action_options import ActionId, AsJson
from reflect.cli.door import door_of
from reflect.cli.echo import echo_json, echo_lines
from reflect.cli.paging import page_of

noun = typer.Typer(rich_markup_mode=None, no_args_is_help=True)


def add_to(root: typer.Typer) -> None:
    """Make the noun known."""
    root.add_typer(noun, name="action", help="Actions: what you mean to change, and whether it has lasted.")


noun.command("add")(action_adding.add)
noun.command("list")(action_listing.list_actions)


@noun.command("show")
def show(context: typer.Context, action_id: ActionId, json: AsJson = False) -> None:
    """Show a whole action, with its history."""
    door = door_of(context)
    today = door.clock.today()
    with door.signed_in() as practice:
        action, rules = practice.actions.action(action_id), practice.acting.rules
        if json:
            (whole,) = action_listing.as_json(practice.actions, [action], today, rules)
            echo_json(whole)
            return
        lines = action_lines(
            action,
            practice.actions.history(action.id),
            names=practice.actions.names(),
            today=today,
            rules=rules,
            vocabulary=practice.banks.vocabulary,
        )
        echo_lines(lines, page_of(door))


noun.command("trace")(action_trace.trace)
noun.command("agree")(action_moves.agree)
noun.command("start")(action_moves.start)
noun.command("note")(action_moves.note)
noun.command("edit")(action_adding.edit)
noun.command("carry")(action_moves.carry)
noun.command("escalate")(action_moves.escalate)
noun.command("block")(action_moves.block)
noun.command("unblock")(action_moves.unblock)
noun.command("done")(action_ending.done)
noun.command("confirm")(action_ending.confirm)
noun.command("recheck")(action_ending.recheck)
noun.command("not-achieved")(action_ending.not_achieved)
noun.command("withdraw")(action_moves.withdraw)
noun.command("undo")(action_moves.undo)
noun.command("show-to")(action_moves.show_to)
noun.command("export")(action_export.export)
noun.command("import")(action_import.import_actions)
