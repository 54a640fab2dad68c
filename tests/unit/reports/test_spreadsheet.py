"""Words as cells of a spreadsheet: never a formula, whatever they are, and none lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reflect.reports.spreadsheet import FULL, spread, spreadsheet_cell, spreadsheet_cells

SIGNS = "=+-@＝＋－＠﹦﹢﹣﹫−"
# Wherever a program divides cells (the separators of the world, lines, quotes), none of them begins with a sign.
LIVE = re.compile(f'(?:^|[\\n\\t,;|])[\\s"“]*[{re.escape(SIGNS)}]')
TEXTS = st.text(st.sampled_from("=+-@＝－\t\n\r,;|\"' ax1\u200b\ufeff"), max_size=30) | st.text(max_size=40)


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize(
    "before", ["", " ", "\t", "\r", "\n", "\u00a0", "\u200b", '"', "“", "  \t ", "a,", 'a","', "a\n", "a;\t"]
)
def test_nothing_at_the_start_of_a_cell_is_a_formula(sign: str, before: str) -> None:
    cell = spreadsheet_cell(f"{before}{sign}1+1")
    assert not LIVE.search(cell)
    assert "'" in cell


@pytest.mark.parametrize("words", ["\tx", "\nx"])
def test_what_begins_with_white_space_that_a_reader_may_drop_is_marked(words: str) -> None:
    assert spreadsheet_cell(words) == f"'{words}"


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Ring both parents",
        "two - three, 5 + 6 = 11",
        "robin@example.org",
        "10-12 weeks",
        "it's 'quoted', and \"quoted\"",
        "– a dash\n• a point",
        "Zażółć 孩子的声音 صوت الطفل 🧡",
    ],
)
def test_words_that_are_no_formula_stay_exactly_as_they_are(words: str) -> None:
    assert spreadsheet_cell(words) == words


def test_the_mark_is_one_apostrophe_so_that_it_can_be_taken_away() -> None:
    assert spreadsheet_cell("=1") == "'=1"
    assert spreadsheet_cell("'=1") == "''=1"
    assert spreadsheet_cell("- first\n- second") == "'- first\n'- second"


@given(TEXTS)
@example("=\n\n=")
@example("\r=1")
@example("\ufeff=1")
def test_no_words_are_ever_live_and_only_marks_are_added(words: str) -> None:
    cell = spreadsheet_cell(words)
    assert not LIVE.search(cell)
    kept = words.replace("'", "")
    assert len(cell.replace("'", "")) == len(kept)
    assert all(now in (before, "\ufffd") for before, now in zip(kept, cell.replace("'", ""), strict=True))


@given(TEXTS, st.integers(min_value=3, max_value=9))
@example("🧡🧡🧡🧡🧡", 4)
@example("ab=1", 3)
def test_a_long_text_goes_on_and_joined_again_it_is_whole(words: str, full: int) -> None:
    cells = spreadsheet_cells(words, full)
    assert all(len(cell.encode("utf-16-le")) // 2 <= full for cell in cells)
    assert not any(LIVE.match(cell) for cell in cells)
    assert "".join(cells).replace("'", "") == spreadsheet_cell(words).replace("'", "")


def test_a_text_as_long_as_a_cell_stays_one_and_the_next_character_goes_on() -> None:
    assert len(spreadsheet_cells("x" * (FULL - 1))) == 1
    assert [len(cell) for cell in spreadsheet_cells("x" * (2 * FULL))] == [FULL - 1, FULL - 1, 2]


def test_a_row_with_a_long_text_becomes_rows_that_say_so() -> None:
    assert spread(["a1", None, "abcdefg", 7, None], full=4) == [
        ("a1", "1 of 3", "abc", 7, None),
        ("a1", "2 of 3", "def", None, None),
        ("a1", "3 of 3", "g", None, None),
    ]
    assert spread(["a1", None, "abc"], full=4) == [("a1", None, "abc")]
