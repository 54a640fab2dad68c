"""Writing in one's own name: a new entry, and an entry of one's own with other words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reflect.domain.keeping_both import changed_together
from reflect.domain.supervision.entry import Entry, Section
from reflect.errors import NotFound, NotPermitted, WrongUse
from reflect.services.beginnings import SHORTEST_ID, only
from reflect.services.drawer import new_id
from reflect.services.supervision.entry_words import KeptEntry
from reflect.text import clean

if TYPE_CHECKING:
    from datetime import datetime


def needed(text: str) -> str:
    """Words that must not be empty, as they are kept. Raises WrongUse, InvalidText."""
    words = clean(text)
    if not words.strip():
        raise WrongUse("There is nothing to write down yet.", "Nothing was changed.")
    return words


def new(
    record_id: str,
    others: Sequence[KeptEntry],
    section: Section,
    author: str,
    words: str,
    about: str | None,
    at: datetime,
) -> KeptEntry:
    """An entry that comes after all `others` in a record."""
    place = max((kept.place for kept in others), default=0) + 1
    return KeptEntry(Entry(new_id(), section, author, words, at, at, about), record_id, place)


def own(entries: Sequence[KeptEntry], beginning: str, me: str, names: Mapping[str, str]) -> KeptEntry:
    """The entry that begins so, if its author is `me`. Raises NotFound, WrongUse, and NotPermitted for another's."""
    wanted = beginning.strip().casefold()
    found = only(
        [kept for kept in entries if len(wanted) >= SHORTEST_ID and kept.entry.id.startswith(wanted)],
        "entries",
        NotFound("There is nothing with this id in the record.", "Nothing was changed."),
    )
    if found.entry.section is Section.ADDENDUM:
        raise WrongUse("An addendum stays as it is.", "Nothing was changed. Add another.")
    if found.entry.author != me:
        author = names.get(found.entry.author, "the other one")
        raise NotPermitted(
            f"Only {author} can change what {author} wrote.",
            "Nothing was changed. Say in your own words where you see it differently.",
        )
    return found


def changed(stood: KeptEntry, before: str, after: str, at: datetime) -> KeptEntry:
    """The entry after its author changed `before` to `after`; the same where nothing changed."""
    words = clean(after)
    text = changed_together(stood.entry.text, words if words.strip() else "", before)
    return stood if text == stood.entry.text else stood.saying(text, at)
