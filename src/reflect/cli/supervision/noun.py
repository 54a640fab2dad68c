"""`reflect supervision`: one-to-ones from the plan to the record that both have signed."""

from __future__ import annotations

import typer

from reflect.cli.supervision import export, holding, looking, planning, signing, working

noun = typer.Typer(rich_markup_mode=None, no_args_is_help=True)


def add_to(root: typer.Typer) -> None:
    """Make the noun known."""
    root.add_typer(noun, name="supervision", help="One-to-ones: planned, prepared, held and signed by both.")


noun.command("plan")(planning.plan)
noun.command("list")(looking.list_meetings)
noun.command("show")(looking.show)
noun.command("due")(planning.due)
noun.command("next")(planning.next_ones)
noun.command("prepare")(looking.prepare)
noun.command("topic")(holding.topic)
noun.command("replan")(planning.replan)
noun.command("cancel")(planning.cancel)
noun.command("begin")(holding.begin)
noun.command("note")(holding.note)
noun.command("change")(holding.change)
noun.command("discuss")(holding.discuss)
noun.command("leave-out")(holding.leave_out)
noun.command("action")(holding.action)
noun.command("put")(holding.put)
noun.command("end")(holding.end)
noun.command("sign")(signing.sign)
noun.command("addendum")(signing.addendum)
noun.command("export")(export.export)
noun.command("audit")(looking.audit)
noun.command("dates")(planning.dates)
noun.add_typer(
    working.verbs,
    name="working",
    help="Notes of a supervisor's own, which can be asked for.",
)
