"""Which way words are read: by their letters, and what stands between goes with what is on both sides of it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect.reports.direction import directed, is_right_to_left


@pytest.mark.parametrize(
    ("words", "whole", "pieces"),
    [
        ("A plain line, 10:30.", False, [("A plain line, 10:30.", False)]),
        ("קול הילד", True, [("קול הילד", True)]),
        ("Sam and שרה כהן, 2", False, [("Sam and ", False), ("שרה כהן, 2", True)]),
        ("שרה (Sam)", True, [("שרה (", True), ("Sam", False), (")", True)]),
        ("صوت ٣ (x) 3", True, [("صوت ٣ (", True), ("x) 3", False)]),
        ("12. ?", False, [("12. ?", False)]),
        ("", False, []),
    ],
)
def test_words_fall_into_pieces_that_are_read_one_way(
    words: str, whole: bool, pieces: list[tuple[str, bool]]
) -> None:
    assert directed(words, whole=whole) == pieces


@pytest.mark.parametrize(
    ("words", "turned"),
    [("", False), ("1. ?", False), ("1. קול", True), ("a קול", False), ("孩子", False), ("صوت a", True)],
)
def test_the_first_letter_with_a_direction_decides(words: str, turned: bool) -> None:
    assert is_right_to_left(words) is turned


@given(st.text(st.sampled_from("ab קש صو٣ 12.,()-\u05b8é孩"), max_size=30), st.booleans())
def test_no_character_is_lost_or_moved_and_neighbours_differ(words: str, whole: bool) -> None:
    pieces = directed(words, whole=whole)
    assert "".join(piece for piece, _ in pieces) == words
    assert all(before[1] is not after[1] for before, after in pairwise(pieces))
