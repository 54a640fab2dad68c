"""`reflect log`: what the learning has changed, for who leads a team; the figures are for everybody."""

from __future__ import annotations

import typer

from reflect.cli.log import actions, figures, learning, report

noun = typer.Typer(rich_markup_mode=None, no_args_is_help=True)


def add_to(root: typer.Typer) -> None:
    """Make the noun known."""
    root.add_typer(noun, name="log", help="What the learning has changed: a team's log, and its figures.")


noun.command("actions")(actions.actions)
noun.command("learning")(learning.learning)
noun.command("figures")(figures.figures)
noun.command("report")(report.report)
