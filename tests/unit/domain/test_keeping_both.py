"""Two windows on one text: what only one changed is taken, what both changed is kept from both, and nothing twice."""

from __future__ import annotations

import random
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect.domain.keeping_both import BETWEEN, changed_together, cursor_after

A, B = "I waited.", "Then I asked."


@pytest.mark.parametrize(
    ("based_on", "stored", "fresh", "together"),
    [
        (f"{A}\n{B}", f"{A} A day.\n{B}", f"{A}\n{B} Twice.", f"{A} A day.\n{B} Twice."),
        (f"{A}\n\n{B}", f"First.\n\n{A}\n\n{B}", A, f"First.\n\n{A}"),
        (A, f"{A}\n\n{B}", f"{A} A day.", f"{A} A day.\n\n{B}"),
        (A, f"{A} A day.", f"{A} Long.", f"{A} A day.\n\n{BETWEEN}\n\n{A} Long."),
        (A, f"{A} A day.", f"{A} A day. Long.", f"{A} A day. Long."),
        (A, f"{A}\nOne.\n{B}", f"{A}\nTwo.\n{B}", f"{A}\nOne.\n\n{BETWEEN}\n\nTwo.\n{B}"),
        (f"{A}\n{B}", A, f"{A}\n{B} Twice.", f"{A}\n{B} Twice."),
        (A, "", f"{A} A day.", f"{A} A day."),
        (A, f"{A} A day.", "", f"{A} A day."),
        (None, f"{A}\n{B}", f"{A}\nToday.", f"{A}\n{B}\n\n{BETWEEN}\n\nToday."),
    ],
)
def test_what_each_changed_stands_together(
    based_on: str | None, stored: str, fresh: str, together: str
) -> None:
    assert changed_together(stored, fresh, based_on) == together


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("mine|", "theirs\n\nmine|"),
        ("as it was, mine|", f"as it was, theirs\n\n{BETWEEN}\n\nas it was, mine|"),
        ("one\nmine| too\nlast", "one more\nmine| too\nlast"),
        ("one\n|\nlast", "zero\none\n|\nlast"),
        ("first, last|", "first and last|"),
        ("first|, last", "first|. Last."),
        ("of mine|", "torn whole|"),
    ],
)
def test_the_cursor_stays_with_its_words(before: str, after: str) -> None:
    cursor, text = before.index("|"), after.replace("|", "")
    at = cursor_after(before.replace("|", ""), cursor, text)
    assert f"{text[:at]}|{text[at:]}" == after


lines = st.lists(st.sampled_from(["", "one", "two", "three", "four", "five"]), max_size=6)


@given(lines, lines, lines, st.booleans())
def test_a_line_that_somebody_typed_and_nobody_deleted_is_there(
    was: list[str], theirs: list[str], mine: list[str], is_known: bool
) -> None:
    together = changed_together("\n".join(theirs), "\n".join(mine), "\n".join(was) if is_known else None)
    for line in {*theirs, *mine}:
        typed = line not in was or (line in theirs and line in mine)
        assert not typed or line in together


@dataclass
class Window:
    """One that shows a text, and in which somebody types at a place of their own."""

    based_on: str
    cursor: int

    def type_in(self, words: str, stored: str) -> str:
        """What is stored then. It is shown here too, with the cursor where it was."""
        fresh = self.based_on[: self.cursor] + words + self.based_on[self.cursor :]
        together = changed_together(stored, fresh, self.based_on)
        self.based_on, self.cursor = (
            together,
            cursor_after(fresh, self.cursor + len(words), together),
        )
        return together


@pytest.mark.parametrize("chance", range(100))
def test_turns_in_two_windows_do_not_grow_beyond_what_was_typed(chance: int) -> None:
    luck = random.Random(chance)
    begins = "As it was."
    windows, stored, typed = (Window(begins, len(begins)), Window(begins, len(begins))), begins, 0
    for turn in range(80):
        said = f" {turn:02}" + luck.choice((" and", " then\n", "\n\n", " so"))
        typed += len(said)
        stored = windows[luck.random() < 0.5].type_in(said, stored)
    assert all(f" {turn:02}" in stored for turn in range(80))
    assert stored.count(BETWEEN) <= 6
    assert len(stored) <= 2 * (len(begins) + typed)
