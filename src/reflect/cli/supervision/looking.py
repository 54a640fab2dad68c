"""One-to-ones looked at: all of them, one of them, what there is to prepare, and the self-audit of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from reflect.bank_holidays import of_england
from reflect.cli.door import door_of
from reflect.cli.echo import echo_json, echo_lines, tell
from reflect.cli.paging import page_of
from reflect.cli.supervision.auditing import audit_lines
from reflect.cli.supervision.export import Force, Out, check_ways, kind_meant, take_out
from reflect.cli.supervision.lines import card_lines, meeting_lines
from reflect.cli.supervision.options import AsJson, MaybeName, MeetingId, Name
from reflect.cli.supervision.preparing import prepared_lines
from reflect.domain.dates import Looking, read_date
from reflect.errors import WrongUse

if TYPE_CHECKING:
    from datetime import date

    from reflect.cli.door import Door

Since = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", help="From this day on; otherwise the last year is looked at."),
]


def list_meetings(context: typer.Context, name: MaybeName = None, json: AsJson = False) -> None:
    """List your one-to-ones, the newest first.

    Those in which you are supervised, and those in which you supervise. Who supervised somebody sees their own
    copies of the records that they signed.
    """
    from reflect.reports.one_to_ones_json import one_to_one_json

    door = door_of(context)
    with door.signed_in() as practice:
        meetings, me = practice.one_to_ones.all(name), practice.person.id
    if json:
        echo_json([one_to_one_json(one) for one in meetings])
        return
    if not meetings:
        tell("There are no one-to-ones. Plan one: reflect supervision plan NAME --on DATE")
    echo_lines((line for one in meetings for line in card_lines(one, me)), page_of(door))


def show(context: typer.Context, meeting_id: MeetingId, json: AsJson = False) -> None:
    """Show a one-to-one: its agenda, or the whole record. For the two of it."""
    from reflect.reports.one_to_ones_json import record_json

    door = door_of(context)
    with door.signed_in() as practice:
        meeting = practice.one_to_ones.one(meeting_id)
    if json:
        echo_json(record_json(meeting))
        return
    echo_lines(meeting_lines(meeting), page_of(door))


def prepare(context: typer.Context, name: Name) -> None:
    """Show what there is to prepare, previous actions first.

    Then what is shared, the topics of both, and what is due. For the two of it: each sees what the other has put
    on the agenda.
    """
    door = door_of(context)
    with door.signed_in() as practice:
        prepared = practice.one_to_ones.prepare(name)
    echo_lines(prepared_lines(prepared, door.clock.today()), page_of(door))


def audit(
    context: typer.Context,
    name: Name,
    since: Since = None,
    json: AsJson = False,
    format: Annotated[
        str | None,
        typer.Option("--format", metavar="docx|html|md|json", help="As a document, to print or to send."),
    ] = None,
    out: Out = None,
    force: Force = False,
) -> None:
    """Answer what a file audit asks, from your own file.

    Each answer is yes, partly or no, with the line that shows it. For the two of it.
    """
    door = door_of(context)
    first = _first_day(door, since)
    kind = kind_meant(format) if format is not None else None
    if kind is None and out is not None:
        raise WrongUse("--out belongs to a document.", "Say which kind with --format.")
    if kind is not None:
        check_ways(kind, out, force=force)
    with door.signed_in() as practice:
        found = practice.auditing.audit(name, first)
        if kind is not None:
            take_out(practice, found, kind, out, force=force, preview=False)
            return
    if json:
        from reflect.reports.agreements_json import audit_json

        echo_json(audit_json(found))
        return
    echo_lines(audit_lines(found), page_of(door))


def _first_day(door: Door, words: str | None) -> date | None:
    return None if words is None else read_date(words, door.clock.today(), Looking.BACK, of_england)
