"""Text comes in through one cleaner."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect.errors import InvalidText
from reflect.text import clean, clean_line, is_safe, shorten


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a plain sentence", "a plain sentence"),
        ("two\r\nlines\rthree", "two\nlines\nthree"),
        ("a\ttab", "a\ttab"),
        ("[/] and [@click=app.quit]x[/]", "[/] and [@click=app.quit]x[/]"),
        ("red \x1b[31malert\x1b[0m", "red alert"),
        ("\x1b]0;a title\x07after", "after"),
        ("\x1b]8;;http://example.org\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("c1 \x9b31mcolour", "c1 colour"),
        ("nul\x00 bell\x07 delete\x7f", "nul bell delete"),
        ("safe\u202egnp.exe", "safegnp.exe"),
        ("\u2066isolated\u2069", "isolated"),
        ("e\u0301", "\u00e9"),
        ("e\u202a\u0301", "\u00e9"),
        ("中文 and עברית and العربية", "中文 and עברית and العربية"),
        ("👩‍👧 family", "👩‍👧 family"),
        ("", ""),
    ],
)
def test_words_stay_and_what_drives_a_terminal_goes(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@given(st.text(max_size=300))
def test_whatever_comes_in_is_safe_afterwards_and_cleaning_again_changes_nothing(typed: str) -> None:
    once = clean(typed)
    assert is_safe(once)
    assert "\x1b" not in once
    assert clean(once) == once


def test_a_text_that_is_too_long_is_refused_and_not_cut() -> None:
    with pytest.raises(InvalidText) as refused:
        clean("x" * 101, limit=100)
    assert "101 characters" in str(refused.value)
    assert "Nothing was cut" in str(refused.value)


def test_a_name_is_one_line() -> None:
    assert clean_line("  Robin\n\tExample  ") == "Robin Example"


def test_a_shortened_text_ends_at_a_word() -> None:
    assert shorten("I spoke to both parents and to the nursery", 24) == "I spoke to both parents…"
    assert shorten("short", 24) == "short"
