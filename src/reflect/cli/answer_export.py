"""`reflect answer export`: your answers as a document, looked through for what could identify somebody."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reflect.cli.answer_options import Narrowed, OfBank, OfQuestion, OfTheme, Since, day_said, theme_meant
from reflect.cli.door import Door, door_of
from reflect.cli.echo import echo_bytes, echo_document, on_terminal, tell
from reflect.cli.leaving import looked_through, tell_preview
from reflect.cli.writing import check_place, write_out
from reflect.errors import WrongUse
from reflect.reports.answer_documents import Kind, written

if TYPE_CHECKING:
    from reflect.services.practice import Practice


def export(
    context: typer.Context,
    format: Annotated[
        Kind, typer.Option("--format", help="Markdown, JSON, a Word document or a web page.")
    ] = Kind.MD,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write to this file, not to standard output.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    bank: OfBank = None,
    question: OfQuestion = None,
    theme: OfTheme = None,
    since: Since = None,
    preview: Annotated[
        bool, typer.Option("--preview", help="Only say what would go out and what to look at; write nothing.")
    ] = False,
    checked: Annotated[
        bool, typer.Option("--checked", help="I have looked through it: do not ask line by line.")
    ] = False,
    include_local: Annotated[
        bool, typer.Option("--include-local", help="Take the questions of local-only banks along.")
    ] = False,
) -> None:
    """Take your answers out of the workspace, with all their words.

    On a terminal each line that could identify somebody is shown first, to keep or to mask; elsewhere a
    reminder says how many there are. This is a reminder, never a clearance.
    """
    door = door_of(context)
    day = day_said(door, since)
    if not preview:
        check_place(out, force=force)
        if format is Kind.DOCX and out is None and on_terminal(sys.stdout):
            raise WrongUse("A Word document cannot be shown on a terminal.", "Name a file: --out FILE.")
    with door.signed_in() as practice:
        narrowed = Narrowed(bank, question, theme_meant(practice, theme), day)
        document = _document(door, practice, narrowed, format, preview, checked, include_local)
    if document is None:
        return
    if out is not None:
        write_out(out, document, force=force)
        tell(f"Written to {out}. That file is not encrypted: keep it where only you can read it.")
    elif format is Kind.DOCX:
        echo_bytes(document)
    else:
        echo_document(document.decode("utf-8"))


def _document(
    door: Door,
    practice: Practice,
    narrowed: Narrowed,
    kind: Kind,
    preview: bool,
    checked: bool,
    include_local: bool,
) -> bytes | None:
    """The document, or None where it was only to be previewed. Raises ReflectError where somebody stops."""
    going_out = practice.taking_out.prepare(
        bank=narrowed.bank,
        question=narrowed.question,
        theme=narrowed.theme,
        since=narrowed.since,
        include_local=include_local,
    )
    if not going_out.answers:
        narrowed.check(practice)
    local_words = practice.settings.local_words
    if preview:
        tell_preview(going_out, local_words, kind.value)
        return None
    return written(
        looked_through(going_out, local_words, ask=door.may_ask() and not checked, checked=checked), kind
    )
