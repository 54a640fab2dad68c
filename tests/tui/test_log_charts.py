"""Charts of block characters: their widths, wide characters, and that nothing and not shown differ to the eye."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from hostile import MARKUP, SCRIPTS
from reflect.tui.log.charts import Bar, bar, bars, rising, side_by_side, upright

NUMBERS = st.one_of(st.none(), st.integers(0, 10**7))


def drawn(lines: Sequence[Content]) -> list[str]:
    return [line.plain.rstrip() for line in lines]


def test_a_bar_is_as_long_as_its_share() -> None:
    assert bar(8, 8, 4) == "████"
    assert bar(4, 8, 4) == "██"
    assert bar(3, 8, 4) == "█▌"
    assert bar(1, 1000, 4) == "▏"


def test_none_is_nothing_and_not_shown_is_a_broken_line() -> None:
    assert bar(0, 8, 4) == ""
    assert bar(None, 8, 4) == "┄┄┄"
    assert upright([0, None, 1, 4, 8], 8) == "·┄▁▄█"
    assert drawn(bars([Bar("Open", None)], 40)) == ["Open    ┄┄┄ not shown"]


def test_where_nothing_is_there_nothing_is_drawn() -> None:
    assert upright([0, 0], 0) == "··"
    assert bars([], 60) == []
    assert drawn(bars([Bar("Open", 0)], 40)) == ["Open    · 0"]


@given(NUMBERS, st.integers(0, 10**7), st.integers(0, 80))
def test_no_bar_is_longer_than_its_room(value: int | None, top: int, width: int) -> None:
    assert len(bar(value, top, width)) <= width
    if value:
        assert bool(bar(value, top, width)) is (width > 0)


@given(st.lists(NUMBERS, max_size=30), st.integers(0, 10**7))
def test_each_number_over_time_has_one_column_of_its_own(values: list[int | None], top: int) -> None:
    columns = upright(values, top)
    assert len(columns) == len(values)
    for value, column in zip(values, columns, strict=True):
        assert (column == "┄") is (value is None)
        assert (column == "·") is (value == 0)


@pytest.mark.parametrize("width", [40, 54, 74, 114, 154])
def test_a_chart_stays_within_the_page(width: int) -> None:
    labels = [*MARKUP, *SCRIPTS, "A very long theme of many words that goes on and on for a long while"]
    rows = [Bar(label, at * 7 or None) for at, label in enumerate(labels)]
    for line in bars(rows, width):
        assert line.cell_length <= width
        assert line.plain.rstrip().endswith((*"0123456789", "not shown"))
    for line in side_by_side(labels, [("Agreed", ["not shown"] * len(labels))], width):
        assert line.cell_length <= width


def test_bars_of_one_chart_begin_below_each_other_and_say_their_numbers() -> None:
    assert drawn(bars([Bar("Fathers", 8), Bar("子ども", 4), Bar("Home", None), Bar("Work", 0)], 35)) == [
        "Fathers  ████████████████ 8",
        "子ども   ████████ 4",
        "Home     ┄┄┄ not shown",
        "Work     · 0",
    ]


def test_words_in_a_chart_are_never_markup() -> None:
    for words in MARKUP:
        assert words in bars([Bar(words, 3)], 90)[0].plain
        assert words in rising([(words, [1, 2], "now 2")], 90)[0].plain


def test_numbers_over_time_have_one_scale_and_words() -> None:
    rows = [("Open", [1, 2, 8], "now 8"), ("Closed", [0, None, 4], "now 4")]
    assert drawn(rising(rows, 60)) == ["Open    ▁▂█  now 8", "Closed  ·┄▄  now 4"]


def test_beside_teams_what_a_row_is_of_is_not_cut_while_columns_are_free() -> None:
    rows = [("  awaiting confirmation", ["12", "not shown (10 Aug 2026)"])]
    said = drawn(side_by_side(["North", "South"], rows, 54))
    assert any(line.startswith("  awaiting confirmation  12") for line in said)
    rows = [("Information sharing between agencies", ["12", "5", "0", "3"])]
    said = drawn(side_by_side(["North", "South", "East", "West"], rows, 74))
    assert "Information sharing between agencies  12          5           0" in said


def test_teams_stand_side_by_side_and_where_they_do_not_fit_below_each_other() -> None:
    rows = [("Agreed", ["12", "not shown", "0"]), ("Open", ["3", "4", "5"])]
    assert drawn(side_by_side(["North", "South", "East"], rows, 74)) == [
        "        North       South       East",
        "Agreed  12          not shown   0",
        "Open    3           4           5",
    ]
    assert drawn(side_by_side(["North", "South", "East"], rows, 40)) == [
        "        North       South",
        "Agreed  12          not shown",
        "Open    3           4",
        "",
        "        East",
        "Agreed  0",
        "Open    5",
    ]
