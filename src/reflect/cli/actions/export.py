"""`reflect action export`: your actions as a document, a sheet, a calendar, or lines that reflect takes in again."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from reflect.cli.actions.options import (
    AsAt,
    Asked,
    DueBefore,
    Limit,
    Listed,
    Mine,
    OfLevel,
    OfRag,
    OfStatus,
    OfTheme,
    Overdue,
    Search,
    Supervisees,
    meant,
)
from reflect.cli.door import door_of
from reflect.cli.echo import echo_bytes, echo_document, on_terminal, tell
from reflect.cli.writing import check_place, write_out
from reflect.errors import WrongUse


def export(
    context: typer.Context,
    format: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="json|csv|xlsx|ics|md|html",
            help="JSON lines, which `import` takes in again; a sheet; a calendar; Markdown; or a web page.",
        ),
    ] = "json",
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write to this file, not to standard output.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    overdue: Overdue = False,
    due_before: DueBefore = None,
    theme: OfTheme = None,
    status: OfStatus = None,
    rag: OfRag = None,
    level: OfLevel = None,
    mine: Mine = False,
    supervisees: Supervisees = False,
    listed: Listed = False,
    search: Search = None,
    as_at: AsAt = None,
    limit: Limit = None,
    preview: Annotated[
        bool, typer.Option("--preview", help="Only say what would go out and what to look at; write nothing.")
    ] = False,
    include_local: Annotated[
        bool, typer.Option("--include-local", help="Take the questions of local-only banks along.")
    ] = False,
) -> None:
    """Take your actions out of the workspace.

    A reminder says how many lines could identify somebody, and --preview shows them. It is never a clearance.
    """
    # These take a moment to load, and every other verb would wait for them.
    from reflect.cli.actions.leaving import tell_what_goes_out
    from reflect.reports.action_documents import Kind, written

    door = door_of(context)
    kind = meant(Kind, format, "--format") or Kind.JSON
    asked = Asked(
        overdue, due_before, theme, status, rag, level, mine, supervisees, listed, search, as_at, limit
    )
    wanted = asked.check(door)
    if not preview:
        check_place(out, force=force)
        if kind is Kind.XLSX and out is None and on_terminal(sys.stdout):
            raise WrongUse("A workbook cannot be shown on a terminal.", "Name a file: --out FILE.")
    with door.signed_in() as practice:
        wanted = replace(
            wanted, theme=asked.theme_meant(lambda: practice.banks.vocabulary), search=asked.words()
        )
        going_out = practice.taking_actions_out.prepare(wanted, include_local=include_local)
        tell_what_goes_out(going_out, practice.settings.local_words, kind.value, preview=preview)
        if preview:
            return
        document = written(going_out, kind)
    if out is not None:
        write_out(out, document, force=force)
        tell(f"Written to {out}. That file is not encrypted: keep it where only you can read it.")
    elif kind is Kind.XLSX:
        echo_bytes(document)
    else:
        echo_document(document.decode("utf-8"))
