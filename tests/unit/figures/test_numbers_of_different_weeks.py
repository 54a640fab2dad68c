"""A number stands as it was until enough people's part in it has changed: so it says of which week it is, and is
never reckoned with one of another week."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reflect.domain.figures.cells import By, Cell
from reflect.domain.figures.measures import Measure
from reflect.domain.figures.saying import Weeks, of_week
from reflect.domain.figures.team_figures import FigureCell, TeamFigures, weeks_of

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


def test_a_nought_that_was_never_anything_else_is_of_the_first_week() -> None:
    figures = replace(team((AGREED, 40, LAST)), first=BEFORE)
    assert figures.earlier(Measure.OPEN) == BEFORE
    assert replace(figures, first=LAST).earlier(Measure.OPEN) is None


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
    assert replace(team((AGREED, 40, BEFORE)), first=BEFORE).share(IMPACT, AGREED) == 0
    assert replace(team((AGREED, 40, LAST)), first=BEFORE).share(IMPACT, AGREED) is None
    assert team().share(IMPACT, AGREED) is None


def test_a_table_says_once_of_which_week_most_of_its_numbers_are() -> None:
    weeks = Weeks.of([BEFORE, BEFORE, None, LAST, BEFORE], LAST)
    assert weeks.in_title == ", as frozen on 10 Aug 2026"
    assert [weeks.behind(monday) for monday in (BEFORE, LAST, None)] == ["", " (16 Nov 2026)", ""]


@pytest.mark.parametrize("mondays", [[], [None], [LAST, LAST, BEFORE], [LAST, BEFORE]])
def test_where_most_are_of_the_last_frozen_week_only_the_others_say_theirs(
    mondays: list[date | None],
) -> None:
    weeks = Weeks.of(mondays, LAST)
    assert weeks.in_title == ""
    assert [weeks.behind(monday) for monday in (BEFORE, LAST, None)] == [" (10 Aug 2026)", "", ""]


def test_the_weeks_of_a_table_are_those_of_its_shown_numbers_alone() -> None:
    cells = tuple(
        FigureCell(Cell(AGREED, By.THEME, theme), value, week)
        for theme, value, week in (("a", 9, BEFORE), ("b", None, LAST), ("c", None, LAST))
    )
    north = replace(team((AGREED, 9, LAST)), cells=cells)
    assert north.weeks(By.THEME, AGREED).in_title == ", as frozen on 10 Aug 2026"
    assert north.weeks(By.THEME, IMPACT).in_title == ""
    assert north.week_of(AGREED, By.THEME, "a") == BEFORE
    assert north.week_of(AGREED, By.THEME, "b") is None
    assert weeks_of([north, team()], By.THEME, AGREED).in_title == ", as frozen on 10 Aug 2026"


@pytest.mark.parametrize(("hidden", "little"), [(1, False), (2, False), (3, True)])
def test_a_team_sees_little_where_more_is_held_back_than_shown(hidden: int, little: bool) -> None:
    kept = ((measure, None, LAST) for measure in (Measure.OPEN, Measure.STUCK, Measure.CARRIED)[:hidden])
    figures = team((AGREED, 40, LAST), (IMPACT, 10, LAST), *kept)
    assert figures.sees_little is little
    assert replace(figures, week=None).sees_little is False
