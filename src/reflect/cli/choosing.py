"""What a person names on the command line: banks, questions, themes and points of the scale."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Annotated

import typer

from reflect.errors import NotFound, ReflectError, WrongUse
from reflect.text import clean_line

if TYPE_CHECKING:
    from reflect.banks.catalogue import Catalogue
    from reflect.domain.banks import Bank, Question
    from reflect.domain.reflection import Scale
    from reflect.domain.themes import Vocabulary


def _bank_ids(started: str) -> list[str]:
    """For completion: the shipped banks, by the names of their files (nothing is read)."""
    from reflect.paths import shipped_banks

    try:
        names = [file.stem for file in shipped_banks().glob("*.yaml")]
    except (ReflectError, OSError):
        return []
    return sorted(name for name in names if name.startswith(started) and name not in _OTHER_FILES)


_OTHER_FILES = ("themes", "models", "regulators")

BankId = Annotated[
    str,
    typer.Argument(
        metavar="BANK", help="The id of a bank, as `bank list` shows it.", autocompletion=_bank_ids
    ),
]
QuestionId = Annotated[
    str, typer.Argument(metavar="QUESTION", help="The id of a question, as `bank show` shows it.")
]
MaybeQuestionId = Annotated[
    str | None, typer.Argument(metavar="[QUESTION]", help="The id of a question: start there.")
]


def question_of(bank: Bank, question_id: str) -> Question:
    """A question of a bank. Raises NotFound, naming the nearest id."""
    found = bank.question(question_id)
    if found is None:
        raise NotFound(
            f"The bank {bank.id} has no question `{clean_line(question_id)}`"
            f"{nearest(question_id, [question.id for question in bank.questions])}",
            f"See its questions with: reflect bank show {bank.id}",
        )
    return found


def theme_code(words: str, vocabulary: Vocabulary) -> str:
    """The code of a theme, given as its code or its label. Raises WrongUse, naming the nearest code."""
    wanted = words.strip().casefold()
    for theme in vocabulary:
        if wanted in (theme.code, theme.label.casefold()):
            return theme.code
    if wanted.startswith("local:"):
        return wanted
    raise WrongUse(
        f"There is no theme `{clean_line(words)}`{nearest(wanted, [theme.code for theme in vocabulary])}",
        f"Themes are: {', '.join(theme.code for theme in vocabulary)}.",
    )


def known_finding(words: str, catalogue: Catalogue) -> None:
    """For an empty list: raises WrongUse, naming the nearest, where no bank has this finding (`BANK/FINDING`)."""
    known = [f"{bank.id}/{finding.id}" for bank in catalogue.banks() for finding in bank.findings]
    if words not in known:
        raise WrongUse(
            f"There is no finding `{clean_line(words)}`{nearest(words, known)}",
            "Write it as BANK/FINDING, as `reflect log learning` names each.",
        )


def scale_point(words: str) -> Scale | None:
    """A point of the scale by its number, its code or its words; None for anything else."""
    from reflect.domain.reflection import Scale

    wanted = "-".join(words.casefold().split())
    for number, point in enumerate(Scale, 1):
        if wanted in (str(number), point.value):
            return point
    return None


def scale_option(words: str | None) -> Scale | None:
    """The point given with `--scale`. Raises WrongUse, naming all of them."""
    from reflect.domain.reflection import Scale

    if words is None:
        return None
    point = scale_point(words)
    if point is None:
        raise WrongUse(
            f"`{clean_line(words)}` is no point of the scale.",
            f"Give --scale as one of: {', '.join(point.value for point in Scale)}.",
        )
    return point


def known_bank(catalogue: Catalogue, bank_id: str | None, question_id: str | None) -> None:
    """For an empty list: say which name is unknown rather than show nothing. Raises NotFound."""
    if bank_id is None:
        return
    bank = catalogue.bank(bank_id)
    if question_id is not None:
        question_of(bank, question_id)


def nearest(word: str, known: list[str]) -> str:
    """The words that offer the nearest known name, or a full stop."""
    match = difflib.get_close_matches(word[:60].casefold(), known, n=1, cutoff=0.6)
    return f"; did you mean `{match[0]}`?" if match else "."
