"""The terms of an agreement as they are said on the command line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reflect.cli.asking import ask_choice
from reflect.cli.choosing import nearest
from reflect.cli.supervision.options import day_meant
from reflect.domain.supervision.agreement import Terms
from reflect.errors import WrongUse
from reflect.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reflect.cli.door import Door
    from reflect.domain.supervision.cadence import Cadence

Stage = Annotated[
    str | None,
    typer.Option(
        "--stage", metavar="STAGE", help="The career stage that it starts from: see `agreement stages`."
    ),
]
Start = Annotated[
    str | None, typer.Option("--start", metavar="DATE", help="From this day on; usually today.")
]
Review = Annotated[
    str | None,
    typer.Option(
        "--review", metavar="DATE", help="When it is looked at again; usually a year after its start."
    ),
]
Every = Annotated[
    int | None,
    typer.Option("--every", metavar="DAYS", min=1, max=366, help="How often, if not as the stage says."),
]
Minutes = Annotated[
    int | None,
    typer.Option("--minutes", metavar="N", min=1, max=480, help="How long, if not as the stage says."),
]
Interruptions = Annotated[
    str | None, typer.Option("--interruptions", metavar="TEXT", help="What may interrupt a one-to-one.")
]
Cancellation = Annotated[
    str | None, typer.Option("--cancellation", metavar="TEXT", help="What happens when one is cancelled.")
]
KeptWhere = Annotated[
    str | None, typer.Option("--kept-where", metavar="TEXT", help="Where records are kept.")
]
Readers = Annotated[str | None, typer.Option("--readers", metavar="TEXT", help="Who may read the records.")]
WorkingNotes = Annotated[
    bool | None,
    typer.Option(
        "--working-notes/--no-working-notes",
        help="Whether the supervisor may keep notes of their own about the supervisee, who can ask to see them.",
    ),
]
Disagreement = Annotated[
    str | None, typer.Option("--disagreement", metavar="TEXT", help="What happens where the two disagree.")
]


@dataclass(frozen=True, slots=True)
class TermsSaid:
    """What was said about terms; None where nothing was."""

    stage: str | None
    start: str | None
    review: str | None
    every: int | None
    minutes: int | None
    interruptions: str | None
    cancellation: str | None
    kept_where: str | None
    readers: str | None
    working_notes: bool | None
    disagreement: str | None

    def changes(self, door: Door, cadences: Sequence[Cadence]) -> dict[str, Any]:
        """The fields of terms that were said, as values. Raises WrongUse."""
        said: dict[str, Any] = {
            "stage": stage_meant(self.stage, cadences).id if self.stage is not None else None,
            "start": _day(door, self.start, "--start"),
            "review": _day(door, self.review, "--review"),
            "every_days": self.every,
            "minutes": self.minutes,
            "interruptions": self.interruptions,
            "cancellation": self.cancellation,
            "kept_where": self.kept_where,
            "readers": self.readers,
            "working_notes": self.working_notes,
            "disagreement": self.disagreement,
        }
        return {name: value for name, value in said.items() if value is not None}


def new_terms(door: Door, told: TermsSaid, cadences: Sequence[Cadence]) -> Terms:
    """The terms of a new agreement: as was said, and for the rest as the career stage begins, from today for a year.
    Raises WrongUse that names `--stage` where nobody can be asked for it."""
    changes = told.changes(door, cadences)
    if told.stage is None:
        changes["stage"] = _asked_for_stage(door, cadences).id
    start = changes.get("start", door.clock.today())
    step = stage_meant(changes["stage"], cadences).step_on(0)
    usual = {
        "start": start,
        "review": a_year_after(start),
        "every_days": step.every_days,
        "minutes": step.minutes,
    }
    return Terms(**(usual | changes))


def stage_meant(words: str, cadences: Sequence[Cadence]) -> Cadence:
    """The career stage, by its id or its title. Raises WrongUse that names the nearest, and all of them."""
    wanted = "-".join(words.casefold().split())
    for cadence in cadences:
        if wanted in (cadence.id, "-".join(cadence.title.casefold().split())):
            return cadence
    known = [cadence.id for cadence in cadences]
    raise WrongUse(
        f"--stage does not know `{clean_line(words)}`{nearest(wanted, known)}",
        f"It is one of: {', '.join(known)}.",
    )


def a_year_after(day: date) -> date:
    """The same day a year later; 28 February for 29 February."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def _asked_for_stage(door: Door, cadences: Sequence[Cadence]) -> Cadence:
    if not door.may_ask():
        raise WrongUse(
            "--stage is missing, and there is nobody to ask.",
            f"Give --stage as one of: {', '.join(cadence.id for cadence in cadences)}.",
        )
    choices = [cadence.title for cadence in cadences]
    return stage_meant(
        ask_choice("Which career stage?", choices, "--stage", no_input=door.no_input), cadences
    )


def _day(door: Door, words: str | None, option: str) -> date | None:
    return None if words is None else day_meant(door, words, "", option)
