"""The words that belong to a step of an action: they come on standard input, never as arguments."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reflect.cli.asking import read_standard_input
from reflect.cli.echo import on_terminal, tell
from reflect.errors import WrongUse

if TYPE_CHECKING:
    from reflect.cli.door import Door

# A line of three hyphens and nothing else stands between two texts.
_BETWEEN = re.compile(r"^---[ \t]*\r?\n|^---[ \t]*\r?\Z", re.MULTILINE)


def words_of(door: Door, question: str) -> str:
    """One text from standard input; at a terminal `question` is asked. Raises WrongUse where there is none."""
    return parts_of(door, [question])[0]


def words_if_any(door: Door, question: str) -> str:
    """One text from standard input that may be empty; nothing where nobody may be asked."""
    if door.no_input and on_terminal(sys.stdin):
        return ""
    return parts_of(door, [], [question])[0]


def parts_of(door: Door, needed: Sequence[str], more: Sequence[str] = ()) -> list[str]:
    """Several texts from standard input, one for each question, with a line `---` between them; those that answer
    `more` may be missing, and are empty then. Raises WrongUse that names the first that is missing."""
    questions = [*needed, *more]
    if on_terminal(sys.stdin):
        if door.no_input:
            raise WrongUse(
                f"Words are missing, and --no-input was given: {questions[0]}", "Send them on standard input."
            )
        _ask(needed, more)
    said = read_standard_input()
    # Without a limit `split` would divide what is meant as one text.
    texts = _BETWEEN.split(said, len(questions) - 1) if len(questions) > 1 else [said]
    found = [text.strip("\r\n") for text in texts]
    found += [""] * (len(questions) - len(found))
    for question, words in zip(needed, found, strict=False):
        if not words.strip():
            raise WrongUse(
                f"Words are missing: {question}",
                "Nothing was changed. Send the words on standard input"
                + (", with a line of --- between two texts." if len(questions) > 1 else "."),
            )
    return found


def _ask(needed: Sequence[str], more: Sequence[str]) -> None:
    first, *others = (*needed, *(f"{question} (if you like)" for question in more))
    tell(first)
    for question in others:
        tell("then a line of --- and:")
        tell(question)
