"""`reflect log report`: a team's log and figures as a document that a board can read."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reflect.cli.actions.lines import SHORT_ID
from reflect.cli.actions.options import AsAt, meant
from reflect.cli.door import door_of
from reflect.cli.echo import echo_bytes, echo_document, on_terminal, tell
from reflect.cli.leaving import REMINDER
from reflect.cli.log.options import From, OfTeam, To, period_meant
from reflect.cli.writing import check_place, write_out
from reflect.errors import WrongUse

if TYPE_CHECKING:
    from reflect.domain.figures.log_report import LogReport

_NOT_ON_A_TERMINAL = {"docx": "A Word document", "xlsx": "A workbook"}


def report(
    context: typer.Context,
    format: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="html|docx|xlsx|md|csv",
            help="A web page that prints well, a Word document, a workbook with charts, Markdown, or a plain sheet.",
        ),
    ] = "html",
    out: Annotated[
        Path | None,
        typer.Option("--output", "--out", metavar="FILE", help="Write to this file, not to standard output."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    team: OfTeam = None,
    since: From = None,
    until: To = None,
    as_at: AsAt = None,
    rounded: Annotated[
        bool,
        typer.Option("--rounded", help="Give counts over everything agreed to the nearest 5."),
    ] = False,
    include_local: Annotated[
        bool, typer.Option("--include-local", help="Take the findings of local-only banks along.")
    ] = False,
    preview: Annotated[
        bool, typer.Option("--preview", help="Only say what would go out and what to look at; write nothing.")
    ] = False,
) -> None:
    """Report on a period: what was agreed after reviews, what lasted, what has been left alone.

    For who leads a team. Listed actions are in it with their owners; a reminder says how many lines of theirs could
    identify somebody else, and --preview shows them. It is never a clearance.
    """
    # These take a moment to load, and every other part of the log would wait for them.
    from reflect.domain.figures.leaving import without_local
    from reflect.reports.log_documents import Kind, written

    door = door_of(context)
    kind = meant(Kind, format, "--format") or Kind.HTML
    if not preview:
        check_place(out, force=force)
        if (what := _NOT_ON_A_TERMINAL.get(kind.value)) and out is None and on_terminal(sys.stdout):
            raise WrongUse(f"{what} cannot be shown on a terminal.", "Name a file: --output FILE.")
    period = period_meant(door, since, until, as_at)
    with door.signed_in() as practice:
        told = practice.overseeing.report(
            team, since=period.since, until=period.until, as_at=period.as_at, rounded=rounded
        )
        _tell_what_goes_out(told, practice.settings.local_words, preview=preview, along=include_local)
        if preview:
            return
        document = written(told if include_local else without_local(told), kind)
    if out is not None:
        write_out(out, document, force=force)
        tell(f"Written to {out}. That file is not encrypted: keep it where only those can read it who may.")
    elif kind.value in _NOT_ON_A_TERMINAL:
        echo_bytes(document)
    else:
        echo_document(document.decode("utf-8"))


def _tell_what_goes_out(
    report: LogReport, local_words: Collection[str], *, preview: bool, along: bool
) -> None:
    from reflect.domain.figures.leaving import doubtful_in_report, findings_that_stay
    from reflect.reports.log_words import counted, title
    from reflect.reports.pages import label_words

    listed = sum(len(team.listed) for team in report.teams)
    tell(f"{title(report)}. With {counted(listed, 'listed action')} and the names of their owners.")
    tell(f"Every page says: Handling: {label_words(report.handling)}.")
    if (stay := findings_that_stay(report)) and not along:
        tell(
            f"Of banks for this place only, the words of {counted(stay, 'finding')} stay behind. --include-local takes "
            "them along."
        )
    lines = doubtful_in_report(report, local_words)
    for line in lines if preview else ():
        tell(f"{line.action.id[:SHORT_ID]}: {', '.join(line.kinds)}")
        tell(line.words, indent="    ")
        tell(f"found: {' · '.join(line.found_words)}", indent="    ")
    if lines:
        kinds = Counter(kind for line in lines for kind in line.kinds)
        several = ", ".join(f"{kind} {count}" for kind, count in kinds.items())
        see = "" if preview else " See them with --preview."
        tell(f"{counted(len(lines), 'line')} may identify somebody ({several}).{see} {REMINDER}")
    else:
        tell(f"Nothing was found that looks like a name, a number or an address. {REMINDER}")
    if preview:
        tell("Nothing was written.")
