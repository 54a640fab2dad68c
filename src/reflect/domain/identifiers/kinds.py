"""What an identifier is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class IdentifierKind(StrEnum):
    """What could identify somebody; where two kinds overlap, the earlier one here is named."""

    EMAIL = "e-mail"
    NHS_NUMBER = "NHS number"
    NATIONAL_INSURANCE = "national insurance number"
    PHONE = "phone number"
    BIRTH = "date of birth"
    POSTCODE = "postcode"
    NAME = "name"
    LOCAL = "word of the local list"


@dataclass(frozen=True, slots=True)
class Identifier:
    """A stretch of a text, from `start` up to `end`. It never holds the words themselves."""

    kind: IdentifierKind
    start: int
    end: int


Mark = tuple[IdentifierKind, int, int]

_RANK = {kind: rank for rank, kind in enumerate(IdentifierKind)}


def joined(marks: Iterable[Mark]) -> list[Mark]:
    """The marks in the order of the text, those that overlap made one."""
    whole: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark[1], -mark[2])):
        kind, start, end = mark
        if whole and start < whole[-1][2]:
            last_kind, last_start, last_end = whole[-1]
            first = min(kind, last_kind, key=_RANK.__getitem__)
            whole[-1] = (first, last_start, max(end, last_end))
        else:
            whole.append(mark)
    return whole
