"""A command line as it was typed, looked over before typer is there: what was said before the noun, the noun, and its
verb.

Plain values only: what this imports, every command waits for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_TAKE_A_VALUE = ("--workspace", "--as", "--passphrase-file", "--theme")


def looked_over(words: Sequence[str]) -> tuple[Mapping[str, str], str | None, str | None]:
    """The values of global options by their names, the first word that is none (the noun), and the one behind it (its
    verb); None where there is none. Nothing is checked: what cannot be is said when the command is carried out."""
    options: dict[str, str] = {}
    waiting = iter(words)
    for word in waiting:
        option, equals, value = word.partition("=")
        if option in _TAKE_A_VALUE:
            options[option] = value if equals else next(waiting, "")
        elif not word.startswith("-"):
            verb = next(waiting, "-")
            return options, word, None if verb.startswith("-") else verb
    return options, None, None
