"""What can be said about answers on the command line: which one, and which of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from reflect.cli.choosing import known_bank, theme_code
from reflect.cli.echo import tell
from reflect.domain.dates import read_date, said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reflect.cli.door import Door
    from reflect.domain.banks import Handling
    from reflect.domain.reflection import Answer
    from reflect.services.practice import Practice

AnswerId = Annotated[
    str, typer.Argument(metavar="ID", help="The id of an answer, or a unique beginning of it.")
]
OfBank = Annotated[str | None, typer.Option("--bank", metavar="BANK", help="Only answers to this bank.")]
OfQuestion = Annotated[
    str | None, typer.Option("--question", metavar="QUESTION", help="Only answers to this question.")
]
OfTheme = Annotated[str | None, typer.Option("--theme", metavar="THEME", help="Only answers on this theme.")]
Since = Annotated[
    str | None, typer.Option("--since", metavar="DATE", help="Only from this day on, such as `3 weeks ago`.")
]
AsJson = Annotated[bool, typer.Option("--json", help="As JSON.")]


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Which answers are meant; None is all."""

    bank: str | None = None
    question: str | None = None
    theme: str | None = None
    since: date | None = None

    def check(self, practice: Practice) -> None:
        """For an empty list: say which name is unknown rather than show nothing. Raises NotFound."""
        known_bank(practice.banks, self.bank, self.question)


def day_said(door: Door, words: str | None) -> date | None:
    """The first day that is meant, said back in words. Raises WrongUse."""
    if words is None:
        return None
    day = read_date(words, door.clock.today())
    tell(f"Since {said(day)}.")
    return day


def theme_meant(practice: Practice, words: str | None) -> str | None:
    """The code of the theme that is meant. Raises WrongUse, naming the nearest."""
    return theme_code(words, practice.banks.vocabulary) if words else None


def labels_of(practice: Practice, answers: Iterable[Answer]) -> dict[str, Handling]:
    """The handling labels of the banks that these answers belong to, by id."""
    return practice.bank_shelf.labels(answer.asked.bank for answer in answers)
