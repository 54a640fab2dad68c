"""`reflect link`: who supervises whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from reflect.bank_holidays import of_england
from reflect.cli.door import door_of
from reflect.cli.echo import echo, echo_json, tell
from reflect.cli.layout import padded
from reflect.clock import iso
from reflect.domain.dates import Looking, read_date, said, said_short

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from reflect.domain.links import Link

noun = typer.Typer(rich_markup_mode=None, no_args_is_help=True)
AsJson = Annotated[bool, typer.Option("--json", help="As JSON.")]


def add_to(root: typer.Typer) -> None:
    """Make the noun known."""
    root.add_typer(noun, name="link", help="Who supervises whom, and until when.")


@noun.command("add")
def add_link(
    context: typer.Context,
    supervisor: Annotated[str, typer.Option(metavar="NAME", help="Who supervises.")],
    supervisee: Annotated[str, typer.Option(metavar="NAME", help="Whom they supervise.")],
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="The last day, where this is cover for a while.")
    ] = None,
) -> None:
    """Say who supervises whom. Both are told; you gain no key to what they share."""
    door = door_of(context)
    last = None if until is None else read_date(until, door.clock.today(), Looking.AHEAD, of_england)
    with door.signed_in() as practice:
        link = practice.links.add(supervisor, supervisee, last)
        names = practice.people.names()
    cover = f", up to and including {said(last)}" if last is not None else ""
    tell(f"{names[link.supervisor]} supervises {names[link.supervisee]}{cover}. Both are told.")
    tell(f"The program of {names[link.supervisee]} makes the key that the two share.")
    echo(link.id)


@noun.command("end")
def end_link(
    context: typer.Context,
    link_id: Annotated[str, typer.Argument(metavar="ID", help="The id of a link, or a unique beginning.")],
) -> None:
    """End a link from this moment on. Both are told."""
    with door_of(context).signed_in() as practice:
        link = practice.links.end(link_id)
        names = practice.people.names()
    tell(f"{names[link.supervisor]} no longer supervises {names[link.supervisee]}. Both are told.")
    tell("What the two shared can still be read by the supervisee, and by nobody else.")


@noun.command("list")
def list_links(context: typer.Context, json: AsJson = False) -> None:
    """List the links that you may know of: an administrator all, others their own."""
    door = door_of(context)
    with door.signed_in() as practice:
        links, names = practice.links.all(), practice.people.names()
    today = door.clock.today()
    if json:
        echo_json([_as_dict(link, names, today) for link in links])
        return
    for link in links:
        echo(
            f"{padded(names[link.supervisor], 20)}  {padded(names[link.supervisee], 20)}  "
            f"{padded(_standing(link, today), 24)}  {link.id[:8]}"
        )
    tell("Supervisor, supervisee, from or until when, id." if links else "There are no links to see.")


def _standing(link: Link, today: date) -> str:
    if link.is_over(today):
        return f"ended {said_short(link.last_day)}" if link.last_day else "ended"
    if link.until is not None:
        return f"cover until {said_short(link.until)}"
    return f"since {said_short(link.since)}"


def _as_dict(link: Link, names: Mapping[str, str], today: date) -> dict[str, Any]:
    return {
        "id": link.id,
        "supervisor": names[link.supervisor],
        "supervisee": names[link.supervisee],
        "since": link.since.isoformat(),
        "until": link.until.isoformat() if link.until else None,
        "cover": link.cover,
        "current": link.is_current(today),
        "ended": iso(link.ended) if link.ended else None,
        "has_key": link.circle is not None,
    }
