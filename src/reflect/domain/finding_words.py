"""Finding words in one's own texts: accents and case do not matter, words and "whole phrases" do."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_TERM = re.compile(r'"([^"]*)"|(\S+)')


def folded(text: str) -> str:
    """A text as it is compared: without accents and case, every run of white space one space."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(character for character in decomposed if not unicodedata.combining(character))
    return " ".join(plain.split())


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for: all of these words and phrases, folded."""

    terms: tuple[str, ...]

    @classmethod
    def read(cls, words: str) -> Wanted:
        """What was typed: words, and phrases in quotation marks (straight or curly)."""
        straight = words.replace("“", '"').replace("”", '"')
        found = (folded(phrase or word) for phrase, word in _TERM.findall(straight))
        return cls(tuple(term for term in found if term))

    def in_(self, text: str) -> bool:
        """Whether all terms stand in a folded text."""
        return all(term in text for term in self.terms)


def excerpt(text: str, wanted: Wanted, width: int = 160) -> str:
    """Some words around the first place where a term stands in a text, on one line, at most `width` characters."""
    line = " ".join(text.split())
    if len(line) <= width:
        return line
    place = _place(line, wanted)
    start = max(0, min(place - width // 3, len(line) - width))
    if start:
        space = line.find(" ", start, start + 20)
        start = space + 1 if space >= 0 else start
    end = start + width - 2
    return ("…" if start else "") + line[start:end].strip() + ("…" if end < len(line) else "")


def _place(line: str, wanted: Wanted) -> int:
    for index in range(0, len(line), 40):
        if any(term in folded(line[index : index + 120]) for term in wanted.terms):
            return index
    return 0
