"""The words that a team marks for itself: an estate, a school, a nickname that everybody there knows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

from reflect.domain.folding import folded_words
from reflect.domain.identifiers.kinds import IdentifierKind, Mark

_WORD = re.compile(r"\w+")
_BETWEEN = re.compile(r"[ '.&/-]{1,4}")
MOST_WORDS_IN_ONE = 8


def local_words_in(plain: str, local_words: Collection[str]) -> Iterator[Mark]:
    """Every place of a local word in folded text; of two that begin together, the longer one."""
    by_first: dict[str, set[tuple[str, ...]]] = {}
    for entry in local_words:
        words = folded_words(entry)[:MOST_WORDS_IN_ONE]
        if words:
            by_first.setdefault(words[0], set()).add(words)
    places = list(_WORD.finditer(plain))
    said = [place.group().casefold() for place in places]
    for at, word in enumerate(said):
        for words in sorted(by_first.get(word, ()), key=len, reverse=True):
            to = at + len(words)
            if tuple(said[at:to]) == words and _in_one_piece(plain, places[at:to]):
                yield IdentifierKind.LOCAL, places[at].start(), places[to - 1].end()
                break


def _in_one_piece(plain: str, places: list[re.Match[str]]) -> bool:
    return all(_BETWEEN.fullmatch(plain, before.end(), after.start()) for before, after in pairwise(places))
