"""A number stands as it was until enough people's part in it has changed: so it says of which week it is, and is
never reckoned with one of another week."""

from __future__ import annotations

from datetime import date

import pytest

from reflect.domain.figures.cells import Cell
from reflect.domain.figures.measures import Measure
from reflect.domain.figures.saying import of_week
from reflect.domain.figures.team_figures import FigureCell, TeamFigures

LAST, BEFORE = date(2026, 11, 16), date(2026, 8, 10)
AGREED, IMPACT = Measure.AGREED, Measure.IMPACT


def team(*cells: tuple[Measure, int | None, date]) -> TeamFigures:
    shown = tuple(FigureCell(Cell(measure), value, week) for measure, value, week in cells)
    return TeamFigures("North", date(2026, 11, 21), LAST, 5, date(2026, 1, 1), date(2026, 11, 21), shown)


def test_a_number_of_an_earlier_week_has_its_monday_beside_it() -> None:
    figures = team((AGREED, 40, BEFORE), (IMPACT, 10, LAST))
    assert figures.earlier(AGREED) == BEFORE
    assert figures.earlier(IMPACT) is None
    assert figures.earlier(Measure.OPEN) is None
    assert of_week(figures.earlier(AGREED)) == " (10 Aug 2026)"
    assert of_week(None) == ""


def test_a_number_that_is_not_shown_has_no_week() -> None:
    assert team((AGREED, None, BEFORE)).earlier(AGREED) is None


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [
        ((10, LAST), (40, LAST), 25),
        ((10, BEFORE), (40, BEFORE), 25),
        ((21, LAST), (10, BEFORE), None),
        ((None, LAST), (40, LAST), None),
        ((10, LAST), (None, LAST), None),
    ],
)
def test_a_percentage_is_given_only_of_two_numbers_of_one_week(
    part: tuple[int | None, date], whole: tuple[int | None, date], percent: int | None
) -> None:
    assert team((IMPACT, *part), (AGREED, *whole)).share(IMPACT, AGREED) == percent


def test_none_of_something_is_nought_in_a_hundred_and_of_nothing_there_is_no_percentage() -> None:
    assert team((AGREED, 40, BEFORE)).share(IMPACT, AGREED) == 0
    assert team().share(IMPACT, AGREED) is None
