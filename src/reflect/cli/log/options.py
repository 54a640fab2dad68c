"""What can be said about the log of a team on the command line: which team, which period, and as at which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from reflect.bank_holidays import of_england
from reflect.cli.actions.options import day_as_at
from reflect.cli.echo import tell
from reflect.domain.dates import Looking, read_date, said
from reflect.errors import WrongUse

if TYPE_CHECKING:
    from reflect.cli.door import Door

OfTeam = Annotated[
    str | None,
    typer.Option("--team", metavar="NAME", help="Only this team; otherwise all that you lead."),
]
From = Annotated[str | None, typer.Option("--from", metavar="DATE", help="The first day of the period.")]
To = Annotated[str | None, typer.Option("--to", metavar="DATE", help="The last day of the period.")]


@dataclass(frozen=True, slots=True)
class Period:
    """From when to when, and as at which day; None where it was not said."""

    since: date | None
    until: date | None
    as_at: date | None


def period_meant(door: Door, since: str | None, until: str | None, as_at: str | None) -> Period:
    """The days that are meant, said back in words. Raises WrongUse."""
    today = door.clock.today()
    first = None if since is None else read_date(since, today, Looking.BACK, of_england)
    last = None if until is None else read_date(until, today, Looking.BACK, of_england)
    if first is not None and first > (last or today):
        raise WrongUse(
            "The period ends before it begins.", "Give its first day with --from, its last with --to."
        )
    if first is not None or last is not None:
        begins = f"from {said(first)} " if first else ""
        tell(f"The period: {begins}to {said(last or today)}.")
    return Period(first, last, day_as_at(door, as_at))
