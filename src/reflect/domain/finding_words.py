"""Finding words in one's own texts: accents and case do not matter, words and "whole phrases" do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reflect.domain.folding import folded

_TERM = re.compile(r'"([^"]*)"|(\S+)')


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

    def among(self, texts: Sequence[str]) -> list[int]:
        """At which places of a list of folded texts all terms stand."""
        # The longest first, since it stands in the fewest texts. One loop for the first three: a loop for each term
        # costs more than the looking.
        terms = sorted(self.terms, key=len, reverse=True)
        numbered = enumerate(texts)
        if not terms:
            return []
        if len(terms) == 1:
            (one,) = terms
            return [place for place, text in numbered if one in text]
        if len(terms) == 2:
            one, two = terms
            return [place for place, text in numbered if one in text and two in text]
        one, two, three, *others = terms
        found = [place for place, text in numbered if one in text and two in text and three in text]
        for term in others:
            found = [place for place in found if term in texts[place]]
        return found


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
    """Where the first term stands, or up to eight characters before it. The line is folded in pieces, since a
    folded text has other lengths than the text itself."""
    piece = max([120, *(len(term) + 40 for term in wanted.terms)])

    def has_term(start: int, end: int) -> bool:
        return any(term in folded(line[start:end]) for term in wanted.terms)

    for start in range(0, len(line), 40):
        if has_term(start, start + piece):
            end = start + piece
            while has_term(start + 8, end):
                start += 8
            return start
    return 0
