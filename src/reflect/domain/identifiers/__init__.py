"""A reminder of what could identify somebody: found on this device, by rules, without reading for meaning.

It marks what it knows the look of. What it leaves unmarked is not thereby safe to share: an unusual story
identifies a family without any name.
"""

from __future__ import annotations

from collections.abc import Collection

from reflect.domain.folding import fold
from reflect.domain.identifiers.births import births
from reflect.domain.identifiers.kinds import Identifier, IdentifierKind, Mark, joined
from reflect.domain.identifiers.local import local_words_in
from reflect.domain.identifiers.names import names
from reflect.domain.identifiers.numbers import numbers_and_addresses

__all__ = ["Identifier", "IdentifierKind", "find_identifiers"]


def find_identifiers(text: str, *, local_words: Collection[str] = ()) -> tuple[Identifier, ...]:
    """Where the text may identify somebody, in its order and without overlaps; places count characters of
    `text` itself. `local_words` are further words to mark: whole words, whatever their case and accents."""
    folded = fold(text)
    plain = folded.text
    marks: list[Mark] = [*numbers_and_addresses(plain), *births(plain), *names(plain)]
    if local_words:
        marks += local_words_in(plain, local_words)
    return tuple(Identifier(kind, *folded.span(start, end)) for kind, start, end in joined(marks))
