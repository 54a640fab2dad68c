"""How a name is written: its words, initials and particles, and where in a run of words it ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from reflect.domain.identifiers.given_names import FAMILY, GIVEN
from reflect.domain.identifiers.name_places import KNOWN, NO_NAMES, PARTICLES, SEVERAL

WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
SPACE = (" ", "  ")
_LIST_GAP = re.compile(r", ?| & | ?/ ?")
_NO_FIRST_HALF = NO_NAMES - GIVEN
_MOST_WORDS = 4
_LONGEST_GAP = 8

Stretch = tuple[int, int]


class Word(NamedTuple):
    """A word of the text; `said` is it in small letters, both without a closing 's, which `owns` tells of."""

    text: str
    said: str
    start: int
    end: int
    owns: bool

    @classmethod
    def read(cls, found: re.Match[str]) -> Word:
        """The word that was found."""
        text, start = found.group(), found.start()
        owns = text[-2:] in ("'s", "'S")
        text = text[:-2] if owns else text
        return cls(text, text.lower(), start, start + len(text), owns)

    @property
    def has_capital(self) -> bool:
        """Whether it begins with one."""
        return self.text[0].isupper()

    @property
    def shouts(self) -> bool:
        """Whether it is in capitals throughout."""
        return len(self.text) > 1 and self.text.isupper()

    @property
    def is_initial(self) -> bool:
        """Whether it is a single capital: an initial, or a stand-in for a name."""
        return len(self.text) == 1 and self.text.isupper()

    @property
    def is_common_name(self) -> bool:
        """Whether it is a name even in small letters."""
        return self.is_given_name or self.said in FAMILY

    @property
    def is_given_name(self) -> bool:
        """Whether it, or the first half of it, is a given name and no other word."""
        return self.said in KNOWN or self.said.partition("-")[0] in KNOWN


@dataclass(frozen=True, slots=True)
class Written:
    """A text as words, with the names in it as stretches of words: from one up to another."""

    plain: str
    words: list[Word]

    @classmethod
    def read(cls, plain: str) -> Written:
        """The words of a folded text."""
        return cls(plain, [Word.read(found) for found in WORD.finditer(plain)])

    def gap(self, at: int) -> str:
        """What stands between this word and the next; only its beginning where it is long."""
        if at + 1 >= len(self.words):
            return ""
        end = self.words[at].end
        return self.plain[end : min(self.words[at + 1].start, end + _LONGEST_GAP)]

    def name_from(self, first: int, *, known: bool, word_too: bool = False) -> Stretch | None:
        """The name that begins with this word. `known` asks for a common one; `word_too` takes a common one that
        is a word as well."""
        if first >= len(self.words):
            return None
        word = self.words[first]
        if word.is_initial or word.said.split("-")[0] in _NO_FIRST_HALF:
            return None
        given = word.said in GIVEN and word.has_capital and not word.shouts
        if word.said in NO_NAMES and not (word_too and given):
            return None
        if given or word.is_given_name or (word_too and word.said in GIVEN):
            return self.whole_name(first)
        return self.whole_name(first) if word.has_capital and not word.shouts and not known else None

    def whole_name(self, first: int) -> Stretch | None:
        """The name from this word on, with the further names, initials and particles that belong to it; None
        where the word is an initial or a particle that no name follows."""
        word, to = self.words[first], first + 1
        if word.is_initial or (word.said in PARTICLES and not word.has_capital):
            if to >= len(self.words) or not self._goes_on(word, self.words[to], self.gap(first)):
                return None
            to += 1
        while to < len(self.words) and to - first < _MOST_WORDS and self._belongs(to):
            to += 1
        while self.words[to - 1].said in PARTICLES and to - 1 > first:
            to -= 1
        return first, to

    def next_in_list(self, name: Stretch) -> Stretch | None:
        """The next of several names: "Amy, Ben and Chloe". After a comma it must be a common one, unless words such
        as "twins" announce several."""
        at = name[1]
        if at >= len(self.words) or self.words[at - 1].owns:
            return None
        gap = self.gap(at - 1)
        if self.words[at].said == "and" and gap in (" ", ", "):
            return self.name_from(at + 1, known=False)
        if not _LIST_GAP.fullmatch(gap):
            return None
        announced = any(word.said in SEVERAL for word in self.words[max(0, at - 8) : at])
        return self.name_from(at, known=not announced)

    def _goes_on(self, word: Word, following: Word, gap: str) -> bool:
        if following.said in NO_NAMES or following.is_initial:
            return False
        if word.is_initial:
            return gap in (" ", ". ", ".") and following.has_capital
        return gap in SPACE and (following.has_capital or following.said in FAMILY)

    def _belongs(self, at: int) -> bool:
        before, word, gap = self.words[at - 1], self.words[at], self.gap(at - 1)
        if before.owns or not (gap in SPACE or (before.is_initial and gap == ". ")):
            return False
        if word.said in PARTICLES and not word.has_capital:
            return at + 1 < len(self.words) and self.words[at + 1].has_capital and self.gap(at) == " "
        if word.said in NO_NAMES:
            return False
        if word.shouts:
            return before.shouts and word.is_common_name
        if word.has_capital:
            return not word.is_initial or self.gap(at) in (" ", ". ")
        return not before.has_capital and word.is_common_name
