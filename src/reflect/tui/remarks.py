"""What can be remarked on a text while somebody writes it: what may identify a person, and quiet questions.

A look costs some milliseconds for a long text, so it waits for a pause of typing, and the reading lane does it.
Nothing of it is kept.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reflect.domain.banks import Bank, Finding
from reflect.domain.identifiers import Identifier, IdentifierKind, find_identifiers
from reflect.domain.noticing import Noticed, Prompt, notice
from reflect.errors import ReflectError

if TYPE_CHECKING:
    from reflect.banks.catalogue import Catalogue

PAUSE = 0.6
MOST_QUESTIONS = 2


@dataclass(frozen=True, slots=True)
class Cited:
    """A quiet question with the finding that it comes from, and the words that called for it ("" for the whole)."""

    prompt: Prompt
    bank: Bank
    finding: Finding
    about: str


@dataclass(frozen=True, slots=True)
class Remarks:
    """What a look at a text found."""

    identifiers: tuple[Identifier, ...] = ()
    questions: tuple[Cited, ...] = ()


def look(
    shown: str, whole: str, banks: Catalogue, waved_away: Collection[str], local_words: Collection[str]
) -> Remarks:
    """Looks for identifiers in the text that is shown, and asks quiet questions of the whole answer. A question
    whose finding is not at hand stays away, as do all where their file cannot be used."""
    return Remarks(
        find_identifiers(shown, local_words=local_words),
        tuple(_cited(notice(_wanted(banks, waved_away), whole), whole, banks)),
    )


def _wanted(banks: Catalogue, waved_away: Collection[str]) -> tuple[Prompt, ...]:
    try:
        return tuple(prompt for prompt in banks.prompts if prompt.id not in waved_away)
    except ReflectError:
        return ()


def _cited(found: Iterable[Noticed], whole: str, banks: Catalogue) -> Iterable[Cited]:
    for one in found:
        try:
            bank = banks.bank(one.prompt.finding[0])
        except ReflectError:
            continue
        finding = bank.finding(one.prompt.finding[1])
        if finding is not None:
            yield Cited(one.prompt, bank, finding, whole[one.start : one.end] if one.end is not None else "")


def few(found: tuple[Cited, ...], before: tuple[Cited, ...]) -> tuple[Cited, ...]:
    """At most two questions: those that are shown already stay as long as they hold."""
    shown = [one.prompt.id for one in before]
    first = sorted(
        found, key=lambda one: shown.index(one.prompt.id) if one.prompt.id in shown else len(shown)
    )
    return tuple(first[:MOST_QUESTIONS])


def reminder(identifiers: Iterable[Identifier], width: int) -> str:
    """What may identify somebody, in words, as long as fits the width in cells: a reminder, never a clearance."""
    kinds = Counter(one.kind for one in identifiers)
    if not kinds:
        return ""
    found = ", ".join(_kind_words(kind, number) for kind, number in kinds.items())
    places = f"{kinds.total()} place{'s' if kinds.total() > 1 else ''}"
    forms = (
        f"This may identify somebody: {found}. A reminder, not a clearance.",
        f"May identify somebody: {found}. A reminder, not a clearance.",
        f"May identify: {found}. A reminder, not a clearance.",
        f"May identify: {found}. A reminder only.",
        f"May identify somebody, in {places}. A reminder, not a clearance.",
        f"May identify somebody, in {places}. A reminder only.",
        f"May identify somebody ({kinds.total()}). A reminder only.",
    )
    return next((words for words in forms if len(words) <= width), forms[-1])


def _kind_words(kind: IdentifierKind, number: int) -> str:
    article = "an" if kind in (IdentifierKind.EMAIL, IdentifierKind.NHS_NUMBER) else "a"
    return f"{article} {kind.value}" + (f" ({number})" if number > 1 else "")


class Attention:
    """Looks once somebody pauses; every change puts it off."""

    def __init__(self, look: Callable[[], None], pause: float = PAUSE) -> None:
        """`pause` is in seconds."""
        self._look = look
        self._pause = pause
        self._waiting: asyncio.TimerHandle | None = None

    def changed(self) -> None:
        """Something was typed."""
        self.close()
        self._waiting = asyncio.get_running_loop().call_later(self._pause, self._look)

    def close(self) -> None:
        """Nothing more is looked at."""
        if self._waiting is not None:
            self._waiting.cancel()
