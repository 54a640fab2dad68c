"""Plain lines: nothing wider than the page, nothing lost, nothing that a terminal would obey."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect.cli.echo import json_text, safe
from reflect.cli.layout import columns, cut, padded, wrapped
from reflect.text import is_safe

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=300)


@given(WORDS, st.sampled_from(["", "  ", "      "]))
def test_wrapped_lines_fit_and_keep_every_letter(words: str, indent: str) -> None:
    lines = list(wrapped(words, indent=indent))
    assert all(columns(line) <= 80 for line in lines)
    assert "".join("".join(lines).split()) == "".join(words.split())


def test_line_ends_and_the_spaces_before_a_line_are_kept() -> None:
    assert list(wrapped("one\n\n  two\n\tthree", indent="> ")) == ["> one", ">", ">   two", ">     three"]


@given(WORDS, st.integers(5, 60))
def test_a_column_is_as_wide_as_it_should_be(words: str, width: int) -> None:
    assert columns(cut(words, width)) <= width
    assert columns(padded(words, width)) == width


@pytest.mark.parametrize(("words", "width"), [("abc", 3), ("孩子", 4), ("e\u0301", 1), ("", 0)])
def test_wide_letters_take_two_columns_and_marks_none(words: str, width: int) -> None:
    assert columns(words) == width


@given(st.text(max_size=200))
def test_json_is_safe_to_show_and_says_the_same(words: str) -> None:
    text = json_text({"text": words})
    assert json.loads(text) == {"text": words}
    assert is_safe(text)
    assert text.encode("utf-8")


@given(st.text(max_size=200))
def test_nothing_unsafe_is_said(words: str) -> None:
    assert is_safe(safe(words))
