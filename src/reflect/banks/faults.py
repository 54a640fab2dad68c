"""What is wrong in a file of questions, and where: collected in one go, so that an author sees all of it."""

from __future__ import annotations

import difflib
from collections.abc import Collection
from dataclasses import dataclass, field

MOST_FAULTS = 200
MOST_SUGGESTIONS = 40
LONGEST_WORD = 60


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that must be changed before the file can be used; lines count from 1."""

    line: int
    words: str


@dataclass(slots=True)
class Faults:
    """The faults found so far. Beyond two hundred no more are kept: nobody reads them all."""

    found: list[Fault] = field(default_factory=list)
    _suggestions: int = 0

    def add(self, line: int, words: str) -> None:
        """Remember a fault; the same words on the same line are kept once."""
        fault = Fault(line, words)
        if len(self.found) < MOST_FAULTS and fault not in self.found:
            self.found.append(fault)

    def nearest(self, word: str, known: Collection[str]) -> str | None:
        """The known word that is most like this one, or None; no longer looked for after forty times."""
        self._suggestions += 1
        return nearest(word, known) if self._suggestions <= MOST_SUGGESTIONS else None

    def in_order(self) -> tuple[Fault, ...]:
        """All faults, from the top of the file to its end."""
        return tuple(sorted(self.found))

    def __bool__(self) -> bool:
        return bool(self.found)


def nearest(word: str, known: Collection[str]) -> str | None:
    """The known word that is most like this one, or None where nothing is like it."""
    if len(word) > LONGEST_WORD:
        return None
    matches = difflib.get_close_matches(word.casefold(), list(known), n=1, cutoff=0.6)
    return matches[0] if matches else None


def did_you_mean(near: str | None) -> str:
    """The words that offer the nearest known word, such as "; did you mean `locator`?", or nothing."""
    return f"; did you mean `{near}`?" if near else ""


def quoted(word: str) -> str:
    """A word out of a file as it is named in a sentence: between backticks, cut where it is long."""
    shown = " ".join(word.split())
    return f"`{shown}`" if len(shown) <= LONGEST_WORD else f"`{shown[:LONGEST_WORD]}…`"
