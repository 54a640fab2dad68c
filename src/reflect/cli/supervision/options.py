"""What can be said about one-to-ones on the command line: which one, with whom, on which day, in which part."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from reflect.bank_holidays import of_england
from reflect.cli.choosing import nearest
from reflect.domain.dates import Looking, read_date
from reflect.domain.supervision.entry import RECORD_SECTIONS, Section
from reflect.errors import WrongUse
from reflect.text import clean_line

if TYPE_CHECKING:
    from reflect.cli.door import Door
    from reflect.domain.supervision.one_to_one import OneToOne

SHORT_ID = 8
FROM_STANDARD_INPUT = "-"
_SHORTEST = 4

MeetingId = Annotated[
    str, typer.Argument(metavar="ID", help="The id of a one-to-one, or a unique beginning of it.")
]
Name = Annotated[
    str, typer.Argument(metavar="NAME", help="The other one of the two, whoever of you supervises.")
]
MaybeName = Annotated[
    str | None, typer.Argument(metavar="[NAME]", help="Only with this person; otherwise with everybody.")
]
AsJson = Annotated[bool, typer.Option("--json", help="As JSON.")]
On = Annotated[
    str | None,
    typer.Option("--on", metavar="DATE", help="The day, such as `Monday week`, `in 4 weeks` or `3/2/27`."),
]
About = Annotated[
    str | None,
    typer.Option(
        "--about", metavar="ID", help="What it speaks of: a topic, a note, an action or a share in it."
    ),
]
InSection = Annotated[
    str | None,
    typer.Option(
        "--section",
        metavar="SECTION",
        help=f"The part of the record: {', '.join(one.value for one in RECORD_SECTIONS)}.",
    ),
]


def section_meant(words: str) -> Section:
    """The part of a record that is meant. Raises WrongUse that names the nearest, and all of them."""
    wanted = "-".join(words.casefold().split())
    for one in RECORD_SECTIONS:
        if wanted in (one.value, "-".join(one.words.casefold().replace(",", "").split())):
            return one
    known = [one.value for one in RECORD_SECTIONS]
    raise WrongUse(
        f"--section does not know `{clean_line(words)}`{nearest(wanted, known)}",
        f"It is one of: {', '.join(known)}.",
    )


def day_meant(
    door: Door,
    words: str | None,
    question: str,
    option: str,
    proposed: Callable[[], date | None] | None = None,
) -> date:
    """The day that was given with `option`, or typed at a terminal, where an empty line takes the `proposed` one.
    Raises WrongUse naming the option."""
    if words is None and proposed is not None and door.may_ask() and (day := proposed()) is not None:
        from reflect.cli.asking import ask_line
        from reflect.domain.dates import said

        asked = f"{question} (Enter for {said(day)})"
        words = ask_line(asked, option, no_input=door.no_input)
        if not words:
            return day
    given = door.line(words, question, option)
    return read_date(given, door.clock.today(), Looking.AHEAD, of_england)


def about_meant(meeting: OneToOne, beginning: str | None) -> str | None:
    """The id of what a note speaks of: what somebody wrote, an action or a share that belongs to the one-to-one. Raises
    WrongUse."""
    if beginning is None:
        return None
    things = [
        *(entry.id for entry in meeting.entries),
        *(action.id for action in meeting.actions),
        *(share.id for share in meeting.shared),
    ]
    return one_of(things, beginning, "--about names nothing that belongs to this one-to-one.")


def one_of(ids: Iterable[str], beginning: str, none: str) -> str:
    """The one of these ids that begins so. Raises WrongUse with the words `none`, or where there are several."""
    wanted = beginning.strip().casefold()
    found = [id_ for id_ in ids if len(wanted) >= _SHORTEST and id_.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if found:
        raise WrongUse("Several ids begin like this.", "Give more of it.")
    raise WrongUse(none, "`reflect supervision show ID` shows what there is, with the beginnings of the ids.")


def as_typed(name: str) -> str:
    """A name as it is typed in a command that is proposed."""
    if name.isalnum():
        return name
    return shlex.quote(name) if set(name) & set('"$`!\\') else f'"{name}"'
