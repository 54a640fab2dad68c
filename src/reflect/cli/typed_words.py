"""A command line as it was typed, looked over before typer is there: what was said before the noun, and the noun.

Plain values only: what this imports, every command waits for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_TAKE_A_VALUE = ("--workspace", "--as", "--passphrase-file", "--theme")


def looked_over(words: Sequence[str]) -> tuple[Mapping[str, str], str | None]:
    """The values of global options by their names, and the first word that is none; None where there is none. Nothing
    is checked: what cannot be is said when the command is carried out."""
    options: dict[str, str] = {}
    waiting = iter(words)
    for word in waiting:
        option, equals, value = word.partition("=")
        if option in _TAKE_A_VALUE:
            options[option] = value if equals else next(waiting, "")
        elif not word.startswith("-"):
            return options, word
    return options, None
