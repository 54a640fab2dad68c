"""Quiet questions beside a text, each from the finding of a review: advice that can be waved away, never a score."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reflect.domain.folding import Folded, fold, folded_words

_WORD = re.compile(r"\w+")
_NEW_SENTENCE = re.compile(r"[.!?;\n]")

Phrase = tuple[str, ...]


def phrases(listed: Iterable[str]) -> tuple[Phrase, ...]:
    """Words and phrases as they are compared: word by word, without case and accents."""
    return tuple(dict.fromkeys(words for phrase in listed if (words := folded_words(phrase))))


@dataclass(frozen=True, slots=True)
class Pattern:
    """When a prompt speaks: where one of `any` stands, and none of `unless` keeps it quiet.

    With `near`, one of these must stand within `within` words on either side; with `then`, after it. `unless`
    counts within `unless_within` words of the place, or anywhere where that is None. A pattern of the whole text
    has no place in it, and is silent until the text has `at_least` words.
    """

    any: tuple[Phrase, ...]
    near: tuple[Phrase, ...] = ()
    then: tuple[Phrase, ...] = ()
    within: int = 0
    unless: tuple[Phrase, ...] = ()
    unless_within: int | None = None
    whole_text: bool = False
    at_least: int = 0


@dataclass(frozen=True, slots=True)
class Prompt:
    """A short question, and the finding that it comes from as (bank, finding)."""

    id: str
    words: str
    finding: tuple[str, str]
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Noticed:
    """A prompt that a text calls for, and from where to where in the text; None where it speaks of the whole."""

    prompt: Prompt
    start: int | None
    end: int | None


def notice(prompts: Iterable[Prompt], text: str) -> tuple[Noticed, ...]:
    """The prompts that a text calls for, in the order given and each at most once, at its first place."""
    read = _Read.of(text)
    return tuple(noticed for prompt in prompts if (noticed := _noticed(prompt, read)) is not None)


def _noticed(prompt: Prompt, read: _Read) -> Noticed | None:
    pattern = prompt.pattern
    if len(read.starts) < pattern.at_least:
        return None
    places = read.places(pattern.any)
    if not places:
        return None
    unless = read.places(pattern.unless)
    if unless and pattern.unless_within is None:
        return None
    if pattern.whole_text:
        return Noticed(prompt, None, None)
    companions = read.places(pattern.near or pattern.then)
    for place in places:
        if pattern.unless_within is not None and _beside(place, unless, pattern.unless_within):
            continue
        whole = place
        if pattern.near or pattern.then:
            companion = _beside(place, companions, pattern.within, only_after=bool(pattern.then))
            if companion is None:
                continue
            whole = (min(place[0], companion[0]), max(place[1], companion[1]))
        return Noticed(prompt, *read.span(whole))
    return None


@dataclass(frozen=True, slots=True)
class _Read:
    """A text, read once: its words, and where each of them stands. A place is from one word up to another."""

    folded: Folded
    said: list[str]
    starts: list[int]
    ends: list[int]
    by_word: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str) -> _Read:
        folded = fold(text)
        found = list(_WORD.finditer(folded.text))
        read = cls(
            folded,
            [word.group().casefold() for word in found],
            [word.start() for word in found],
            [word.end() for word in found],
        )
        for at, word in enumerate(read.said):
            read.by_word.setdefault(word, []).append(at)
        return read

    def places(self, wanted: Sequence[Phrase]) -> list[tuple[int, int]]:
        """Where any of the phrases stand, in the order of the text."""
        return sorted(
            (at, at + len(phrase))
            for phrase in wanted
            for at in self.by_word.get(phrase[0], ())
            if tuple(self.said[at : at + len(phrase)]) == phrase
            and self._in_one_sentence(at, at + len(phrase))
        )

    def span(self, place: tuple[int, int]) -> tuple[int, int]:
        """Where a place stands in the text as it was written."""
        return self.folded.span(self.starts[place[0]], self.ends[place[1] - 1])

    def _in_one_sentence(self, first: int, to: int) -> bool:
        return not _NEW_SENTENCE.search(self.folded.text, self.ends[first], self.starts[to - 1])


def _beside(
    place: tuple[int, int], others: list[tuple[int, int]], within: int, *, only_after: bool = False
) -> tuple[int, int] | None:
    """The first of the other places that begins at most `within` words ahead of this one or after its end."""
    earliest = place[1] if only_after else place[0] - within
    at = bisect_left(others, (earliest, 0))
    return others[at] if at < len(others) and others[at][0] < place[1] + within else None
