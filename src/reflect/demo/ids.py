"""Random ids that come in a wanted order: what is sorted by them comes out the same each time, and rows that are put in
one after the other stand beside each other in the file."""

from __future__ import annotations

import os
from uuid import UUID


def id_at(place: int, of: int) -> str:
    """A random id that comes after those of every place before, of so many places."""
    width, drawn = 2**32 // of, os.urandom(16)
    first = place * width + int.from_bytes(drawn[:4], "big") % width
    return str(UUID(bytes=first.to_bytes(4, "big") + drawn[4:], version=4))


def ids_at(place: int, of: int, count: int) -> list[str]:
    """So many ids of one place, in their order."""
    found = set[str]()
    while len(found) < count:
        found.add(id_at(place, of))
    return sorted(found)
