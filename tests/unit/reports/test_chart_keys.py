"""The names beside the lines of a chart: a reader finds each with its whole number."""

from __future__ import annotations

import re
from itertools import pairwise

from reflect.reports.chart import Curve, Curves
from reflect.reports.chart_svg import chart_html


def keys(*curves: tuple[str, str]) -> list[tuple[int, str]]:
    """How far down each line of the key stands, and its words."""
    chart = Curves(
        "Open", "number of actions", ("Oct 2026", "Nov 2026"),
        tuple(Curve(name, (3, None), ("3", said)) for name, said in curves),
    )  # fmt: skip
    found = re.findall(
        r'<text x="(\d+)" y="(\d+)" text-anchor="start">([^<]*)</text>', "".join(chart_html(chart))
    )
    return [(int(y), words) for _, y, words in found]


def test_a_number_that_does_not_fit_beside_its_name_stands_whole_below_it() -> None:
    told = [words for _, words in keys(("Awaiting confirmation", "not shown yet"), ("Open", "12"))]
    assert told == ["Awaiting confirmation:", "not shown yet", "Open: 12"]


def test_a_long_name_goes_on_in_a_second_line() -> None:
    told = [
        words for _, words in keys(("Information sharing between agencies", "not shown yet (10 Aug 2026)"))
    ]
    assert told == ["Information sharing", "between agencies:", "not shown yet", "(10 Aug 2026)"]


def test_a_name_that_is_too_long_for_two_lines_says_that_it_goes_on() -> None:
    told = [words for _, words in keys(("Professional curiosity, challenge and escalation", "12"))]
    assert told == ["Professional", "curiosity, challenge…", "12"]


def test_no_line_of_the_key_stands_over_another_or_below_the_chart() -> None:
    found = keys(*((f"A theme with a long name, number {number}", "not shown yet") for number in range(4)))
    places = sorted(y for y, _ in found)
    assert len(found) == 12
    assert all(after - before >= 15 for before, after in pairwise(places))
    assert places[-1] <= 240
