"""What can be said about actions on the command line: which one, which of them, and by when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from reflect.bank_holidays import of_england
from reflect.cli.asking import read_standard_input
from reflect.cli.choosing import nearest, theme_code
from reflect.cli.echo import tell
from reflect.domain.actions.action import Level, Status
from reflect.domain.actions.rag import Rag
from reflect.domain.actions.wanted import Wanted, Whose
from reflect.domain.dates import Looking, read_date, read_due, said
from reflect.errors import WrongUse
from reflect.text import clean_line

if TYPE_CHECKING:
    from reflect.cli.door import Door
    from reflect.domain.themes import Vocabulary

FROM_STANDARD_INPUT = "-"
Named = TypeVar("Named", bound=StrEnum)

ActionId = Annotated[
    str, typer.Argument(metavar="ID", help="The id of an action, or a unique beginning of it.")
]
AsJson = Annotated[bool, typer.Option("--json", help="As JSON.")]
Due = Annotated[
    str | None,
    typer.Option(
        "--due", metavar="DATE", help="By when, such as `in 3 weeks`, `end of January` or `3/2/27`."
    ),
]
LevelSaid = Annotated[
    str | None,
    typer.Option(
        "--level",
        metavar="LEVEL",
        help="Who has to change something: practitioner, supervisor, team, service or partnership.",
    ),
]
Know = Annotated[
    str | None,
    typer.Option("--know", metavar="TEXT", help="How you will know that it made a difference. No names."),
]
Supporter = Annotated[str | None, typer.Option("--supporter", metavar="NAME", help="Who helps with it.")]
Themes = Annotated[
    list[str] | None,
    typer.Option("--theme", metavar="THEME", help="A theme, by its code or its label; may be given again."),
]

Overdue = Annotated[bool, typer.Option("--overdue", help="Only what is still to be done and is late.")]
DueBefore = Annotated[
    str | None, typer.Option("--due-before", metavar="DATE", help="Only what is due before this day.")
]
OfTheme = Annotated[str | None, typer.Option("--theme", metavar="THEME", help="Only on this theme.")]
OfStatus = Annotated[
    str | None,
    typer.Option("--status", metavar="STATUS", help=f"Only {', '.join(one.value for one in Status)}."),
]
OfRag = Annotated[
    str | None, typer.Option("--rag", metavar="RAG", help="Only blue, green, amber, red or grey.")
]
OfLevel = Annotated[
    str | None,
    typer.Option("--level", metavar="LEVEL", help=f"Only {', '.join(one.value for one in Level)}."),
]
Mine = Annotated[bool, typer.Option("--mine", help="Only your own.")]
Supervisees = Annotated[bool, typer.Option("--supervisees", help="Only those of people whom you supervise.")]
Listed = Annotated[bool, typer.Option("--listed", help="Only those that your team can see.")]
Search = Annotated[
    str | None,
    typer.Option(
        "--search",
        metavar="WORDS",
        help="Only those with all these words, in notes and reasons too. With - they are read from standard input, so "
        "that they do not stay in your shell's history.",
    ),
]
AsAt = Annotated[
    str | None, typer.Option("--as-at", metavar="DATE", help="As things stood at the end of this day.")
]
Limit = Annotated[int | None, typer.Option("--limit", metavar="N", min=1, help="At most so many.")]


@dataclass(frozen=True, slots=True)
class Asked:
    """What was said to narrow a list, still in words."""

    overdue: bool
    due_before: str | None
    theme: str | None
    status: str | None
    rag: str | None
    level: str | None
    mine: bool
    supervisees: bool
    listed: bool
    search: str | None
    as_at: str | None
    limit: int | None

    def check(self, door: Door) -> Wanted:
        """What is meant, but for the theme and for words on standard input, which wait until somebody is signed in;
        days are said back. Raises WrongUse that names what is nearest."""
        whose = [
            one for one, given in zip(Whose, (self.mine, self.supervisees, self.listed), strict=True) if given
        ]
        if len(whose) > 1:
            raise WrongUse(
                "Only one of --mine, --supervisees and --listed can be asked for at a time.",
                "Leave the others out.",
            )
        return Wanted(
            overdue=self.overdue,
            due_before=day_before(door, self.due_before),
            status=meant(Status, self.status, "--status"),
            rag=meant(Rag, self.rag, "--rag"),
            level=meant(Level, self.level, "--level"),
            whose=whose[0] if whose else None,
            as_at=day_as_at(door, self.as_at),
            limit=self.limit,
        )

    def words(self) -> str:
        """The words to be searched for, none if nothing is. Raises WrongUse where there are only spaces."""
        if self.search is None:
            return ""
        words = read_standard_input() if self.search == FROM_STANDARD_INPUT else self.search
        if not words.replace('"', " ").strip():
            raise WrongUse("No words were given to search for.", "Name one or more: --search WORDS.")
        return words

    def theme_meant(self, vocabulary: Callable[[], Vocabulary]) -> str | None:
        """The code of the theme; the vocabulary is read only where one was named. Raises WrongUse."""
        return theme_code(self.theme, vocabulary()) if self.theme else None


def meant(kind: type[Named], words: str | None, option: str) -> Named | None:
    """Which of a few is meant. Raises WrongUse that names the nearest, and all of them."""
    if words is None:
        return None
    wanted = "-".join(words.casefold().split())
    for one in kind:
        if one.value == wanted:
            return one
    known = [one.value for one in kind]
    raise WrongUse(
        f"{option} does not know `{clean_line(words)}`{nearest(wanted, known)}",
        f"It is one of: {', '.join(known)}.",
    )


def due_meant(door: Door, words: str, *, later: bool = False) -> date:
    """The day by which something is to be done; `later` leaves today out. Raises WrongUse."""
    return read_due(words, door.clock.today(), of_england, later=later)


def day_gone_by(door: Door, words: str, option: str) -> date:
    """A day that is today or over. Raises WrongUse."""
    today = door.clock.today()
    day = read_date(words, today, Looking.BACK)
    if day > today:
        raise WrongUse(
            f"{option} is {said(day)}, and this day has not come yet.", "Name today or an earlier day."
        )
    return day


def day_before(door: Door, words: str | None) -> date | None:
    """The day that is left out of what is due before it, said back in words. Raises WrongUse."""
    if words is None:
        return None
    day = read_date(words, door.clock.today(), Looking.AHEAD, of_england)
    tell(f"Due before {said(day)}.")
    return day


def day_as_at(door: Door, words: str | None) -> date | None:
    """The day at whose end things are looked at, said back in words. Raises WrongUse."""
    if words is None:
        return None
    day = day_gone_by(door, words, "--as-at")
    tell(f"As things stood at the end of {said(day)}.")
    return day
