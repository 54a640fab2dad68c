"""Records, agendas, agreements and audits as documents: to be read elsewhere, or to be signed on paper by the two."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reflect.cli.actions.options import meant
from reflect.cli.door import door_of
from reflect.cli.echo import echo_bytes, echo_document, on_terminal, tell
from reflect.cli.leaving import REMINDER
from reflect.cli.supervision.options import MeetingId
from reflect.cli.writing import check_place, write_out
from reflect.domain.supervision.audit import Audit
from reflect.errors import WrongUse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reflect.domain.supervision.going_out import SupervisionOut
    from reflect.domain.supervision.leaving import DoubtfulText
    from reflect.services.practice import Practice

Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="docx|html|md|json",
        help="A document for a word processor, a web page that prints well, Markdown, or JSON.",
    ),
]
Out = Annotated[
    Path | None, typer.Option("--out", metavar="FILE", help="Write to this file, not to standard output.")
]
Force = Annotated[bool, typer.Option("--force", help="Write over a file that is there.")]
Preview = Annotated[
    bool, typer.Option("--preview", help="Only say what would go out and what to look at; write nothing.")
]
IncludeLocal = Annotated[
    bool, typer.Option("--include-local", help="Take the questions of local-only banks along.")
]


def export(
    context: typer.Context,
    meeting_id: MeetingId,
    format: Format = "md",
    agenda: Annotated[bool, typer.Option("--agenda", help="Only the agenda, for before it is held.")] = False,
    out: Out = None,
    force: Force = False,
    preview: Preview = False,
    include_local: IncludeLocal = False,
) -> None:
    """Take a record, or an agenda, out of the workspace.

    For the two of it. Every page says that it is not agreed until both have signed. Nothing is masked, since a record
    says what was said: a reminder counts the lines that could identify somebody, and --preview shows them.
    """
    door = door_of(context)
    kind = kind_meant(format)
    if not preview:
        check_ways(kind, out, force=force)
    with door.signed_in() as practice:
        if agenda:
            going_out: SupervisionOut = _agenda(practice, meeting_id, include_local=include_local)
        else:
            meeting = practice.one_to_ones.one(meeting_id)
            going_out = practice.taking_records_out.record(meeting.id, include_local=include_local)
        take_out(practice, going_out, kind, out, force=force, preview=preview)


def kind_meant(words: str) -> str:
    """The kind of document. Raises WrongUse that names all of them."""
    from reflect.reports.supervision_documents import Kind

    return (meant(Kind, words, "--format") or Kind.MD).value


def check_ways(kind: str, out: Path | None, *, force: bool) -> None:
    """Refuse what cannot be written, before any work is done. Raises WrongUse."""
    check_place(out, force=force)
    if kind == "docx" and out is None and on_terminal(sys.stdout):
        raise WrongUse("A Word document cannot be shown on a terminal.", "Name a file: --out FILE.")


def take_out(
    practice: Practice, going_out: SupervisionOut, kind: str, out: Path | None, *, force: bool, preview: bool
) -> None:
    """Say what goes out, and write it unless it is only to be previewed."""
    from reflect.domain.supervision.leaving import doubtful_texts, questions_that_stay
    from reflect.reports.supervision_documents import written

    if not isinstance(going_out, Audit) and going_out.label:
        tell(f"Every page says: {going_out.label}.")
    if stay := questions_that_stay(going_out):
        questions = "one question stays" if stay == 1 else f"{stay} questions stay"
        tell(f"Of a bank for this place only, {questions} behind. --include-local takes them along.")
    lines = doubtful_texts(going_out, practice.settings.local_words)
    for line in lines if preview else ():
        tell(f"{', '.join(line.kinds)}:")
        tell(line.words, indent="    ")
        tell(f"found: {' · '.join(line.found_words)}", indent="    ")
    tell(f"{_how_many(lines)} {REMINDER}")
    if preview:
        tell("Nothing was written.")
        return
    document = written(going_out, kind)
    if out is not None:
        write_out(out, document, force=force)
        tell(f"Written to {out}. That file is not encrypted: keep it where only the two of you can read it.")
    elif kind == "docx":
        echo_bytes(document)
    else:
        echo_document(document.decode("utf-8"))


def _agenda(practice: Practice, meeting_id: str, *, include_local: bool) -> SupervisionOut:
    meeting = practice.one_to_ones.one(meeting_id)
    me = practice.person.id
    other = meeting.name(meeting.supervisee if me == meeting.supervisor else meeting.supervisor)
    going_out = practice.taking_records_out.agenda(other, include_local=include_local)
    if going_out.record.id != meeting.id:
        raise WrongUse(
            "This is not the next one-to-one of the two of you, so it has no agenda to take out.",
            "Leave --agenda out to take out its record.",
        )
    return going_out


def _how_many(lines: Sequence[DoubtfulText]) -> str:
    if not lines:
        return "Nothing was found that looks like a name, a number or an address."
    kinds = Counter(kind for line in lines for kind in line.kinds)
    several = ", ".join(f"{kind} {count}" for kind, count in kinds.items())
    return f"{len(lines)} line{'' if len(lines) == 1 else 's'} may identify somebody ({several})."
