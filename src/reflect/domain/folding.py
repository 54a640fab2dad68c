"""Text as it is compared: plain letters, digits, spaces, hyphens and apostrophes, and where each one came from.

Accents, full-width figures, non-breaking spaces and the many dashes fall away, so that a rule is written once
for all the ways in which a person, a phone or a word processor types. `fold` keeps upper and lower case and knows
where everything stood; `folded` is for many texts at once, which are only looked through.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

_NOT_PLAIN = re.compile(r"[^\x20-\x5f\x61-\x7e\n]+")
_WITHOUT_DECOMPOSITION = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad\u2043", "-"),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u00b4`\u2032", "'"),
    **dict.fromkeys("\r\u2028\u2029\x85", "\n"),
    "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ħ": "h", "ı": "i",
    "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ß": "ss", "þ": "th", "Þ": "Th",
}  # fmt: skip
_SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Folded:
    """The folded `text`; `origins` says which character of the original each of its characters came from, or
    is None where every character stands where it stood."""

    text: str
    origins: tuple[int, ...] | None
    length: int

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the folded text stands in the original."""
        if self.origins is None:
            return start, end
        last = self.origins[end - 1] + 1
        after = self.origins[end] if end < len(self.origins) else self.length
        return self.origins[start], max(last, after)


def fold(words: str) -> Folded:
    """The text as it is compared. Takes time in proportion to its length."""
    if not _NOT_PLAIN.search(words):
        return Folded(words, None, len(words))
    pieces: list[str] = []
    origins: list[range | list[int]] = []
    done = 0
    for strange in _NOT_PLAIN.finditer(words):
        pieces.append(words[done : strange.start()])
        origins.append(range(done, strange.start()))
        for at, character in enumerate(strange.group(), strange.start()):
            plain = _plain(character)
            pieces.append(plain)
            origins.append([at] * len(plain))
        done = strange.end()
    pieces.append(words[done:])
    origins.append(range(done, len(words)))
    return Folded("".join(pieces), tuple(chain.from_iterable(origins)), len(words))


def folded(words: str) -> str:
    """The text as it is searched: folded, without case, every run of white space one space."""
    # Of all that is ASCII only one character is folded; looking for the others would double the time.
    plain = words.replace("`", "'") if words.isascii() else _NOT_PLAIN.sub(_all_plain, words)
    return " ".join(plain.casefold().split())


def folded_words(words: str) -> tuple[str, ...]:
    """The single words of a text, without case and accents."""
    return tuple(re.findall(r"\w+", folded(words)))


def _all_plain(strange: re.Match[str]) -> str:
    return "".join(map(_plain, strange.group()))


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    if character == _SOFT_HYPHEN:
        return ""
    if character in _WITHOUT_DECOMPOSITION:
        return _WITHOUT_DECOMPOSITION[character]
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if character.isspace():
        return " "
    parts = unicodedata.normalize("NFKD", character)
    return "".join(
        _WITHOUT_DECOMPOSITION.get(part, " " if part.isspace() else part)
        for part in parts
        if unicodedata.category(part) not in ("Mn", "Me", "Cf")
    )
