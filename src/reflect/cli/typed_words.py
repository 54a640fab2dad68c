"""A command line as it was typed, looked over before typer is there: what was said before the noun, and the noun."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_TAKE_A_VALUE = ("--workspace", "--as", "--passphrase-file", "--theme")


@dataclass(frozen=True, slots=True)
class Typed:
    """The values of global options by their names, and the first word that is none; None where there is none."""

    options: Mapping[str, str]
    noun: str | None


def looked_over(words: Sequence[str]) -> Typed:
    """The words up to the noun. Nothing is checked: what cannot be is said when the command is carried out."""
    options: dict[str, str] = {}
    waiting = iter(words)
    for word in waiting:
        option, equals, value = word.partition("=")
        if option in _TAKE_A_VALUE:
            options[option] = value if equals else next(waiting, "")
        elif not word.startswith("-"):
            return Typed(options, word)
    return Typed(options, None)
