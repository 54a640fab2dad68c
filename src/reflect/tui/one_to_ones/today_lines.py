"""What of one-to-ones waits for somebody, as Today lists it: one line a person, and few of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from textual.widgets.option_list import Option

from reflect.errors import ReflectError
from reflect.tui import places
from reflect.tui.one_to_ones.overview import Waits, overview
from reflect.tui.one_to_ones.words import NOTES_ASKED, waiting_words
from reflect.tui.screen import Page
from reflect.tui.today_rows import heading
from reflect.tui.words import columns, plain

if TYPE_CHECKING:
    from reflect.services.practice import Practice

MOST = 3
_OF_AGREEMENT = (Waits.AGREEMENT_TO_SIGN, Waits.NO_AGREEMENT, Waits.REVIEW)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One line: with whom, what waits in words, and the record that is to be signed (its id), if that is it."""

    person: str
    what: Waits
    words: str
    record: str | None

    @property
    def next_step(self) -> str:
        """What Enter does."""
        if self.what is Waits.RECORD:
            return "Enter opens the record: read it, and sign it if it says what was said."
        if self.what in _OF_AGREEMENT:
            return f"Enter opens the agreement with {self.person}."
        if self.what is Waits.NOTES_ASKED:
            return f"Enter opens your working notes about {self.person}."
        return f"Enter opens the one-to-one with {self.person}."

    def page(self) -> Page:
        """Where it leads."""
        if self.record is not None:
            return places.one_to_one(self.record)
        if self.what is Waits.NOTES_ASKED:
            return places.working_notes(self.person)
        return (
            places.agreement(self.person) if self.what in _OF_AGREEMENT else places.with_person(self.person)
        )


def waiting(practice: Practice, today: date) -> tuple[Waiting, ...]:
    """What waits, by name. What is wrong with a record is said on the page of one-to-ones: it keeps
    nobody from the rest of Today."""
    try:
        found = overview(practice)
    except ReflectError:
        return ()
    lines = [
        Waiting(
            one.due.person, what, waiting_words(one, what, today), one.to_sign[0].id if one.to_sign else None
        )
        for one in found.people
        if (what := one.waits(today)) is not None
    ]
    lines += [Waiting(one.person, Waits.NOTES_ASKED, NOTES_ASKED, None) for one in found.former if one.asked]
    return tuple(sorted(lines, key=lambda line: line.person.casefold()))


def waiting_lines(found: tuple[Waiting, ...], width: int) -> list[Option]:
    """A few of them under a heading; nothing where nothing waits."""
    if not found:
        return []
    rows = [
        Option(columns(width, plain(one.person), (one.words, 36)), id=f"one-to-one:{at}")
        for at, one in enumerate(found[:MOST])
    ]
    if len(found) > MOST:
        rows.append(Option(plain(f"and {len(found) - MOST} more"), id="one-to-ones:"))
    return [heading("One-to-ones"), *rows, heading("")]
