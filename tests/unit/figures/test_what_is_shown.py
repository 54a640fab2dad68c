"""A team's numbers: each is shown only when enough people stand behind it, and behind whatever it gives away."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from reflect.domain.figures.cells import By, Cell
from reflect.domain.figures.measures import Measure
from reflect.domain.figures.publishing import Publication, publish

MONDAY = date(2026, 3, 2)
AGREED = Cell(Measure.AGREED)
OPEN = Cell(Measure.OPEN)
OVERDUE = Cell(Measure.OVERDUE)

Count = Mapping[Cell, Mapping[str, int]]


def people(count: int, each: int = 1, first: int = 0) -> dict[str, int]:
    """So many people, each of whom counts for so much."""
    return {f"person {number}": each for number in range(first, first + count)}


def level(name: str, measure: Measure = Measure.AGREED) -> Cell:
    return Cell(measure, By.LEVEL, name)


# A number that goes together with none of the others: with it figures have begun.
BESIDE = {Cell(Measure.GOOD_PRACTICE): people(9)}


def theme(name: str) -> Cell:
    return Cell(Measure.AGREED, By.THEME, name)


def after(*weeks: Count, threshold: int = 5) -> Publication:
    """What is shown after these weeks."""
    publication = Publication(threshold)
    for number, counted in enumerate(weeks):
        publish(publication, counted, MONDAY + timedelta(weeks=number))
    return publication


def values(publication: Publication) -> dict[Cell, int | None]:
    return {cell: versions[-1].value for cell, versions in publication.shown.items()}


@pytest.mark.parametrize("count", [1, 4])
def test_fewer_people_than_the_threshold_are_not_shown_however_much_they_count_for(count: int) -> None:
    assert values(after({AGREED: people(count, each=50), **BESIDE}))[AGREED] is None


@pytest.mark.parametrize("size", [1, 2, 4])
def test_of_a_team_of_few_people_nothing_is_shown_not_even_that_there_is_nothing(size: int) -> None:
    weeks: list[Count] = [
        {},
        {AGREED: people(1)},
        {AGREED: people(size), OPEN: people(1)},
        {AGREED: people(size)},
    ]
    publication = after(*weeks)
    assert publication.begun is None
    assert publication.shown == publication.rests == {}


def test_figures_begin_once_a_number_of_the_whole_rests_on_enough_people() -> None:
    first = {AGREED: people(4), theme("neglect"): people(2)}
    publication = after(first, {**first, AGREED: people(5)})
    assert publication.begun == MONDAY + timedelta(weeks=1)
    assert values(publication) == {AGREED: 5, theme("neglect"): None}


def test_as_many_people_as_the_threshold_are_shown() -> None:
    assert values(after({AGREED: people(5, each=2)})) == {AGREED: 10}


def test_a_workplace_can_ask_for_more_people() -> None:
    assert values(after({AGREED: people(7), **BESIDE}, threshold=8))[AGREED] is None


def test_nobody_is_shown_as_nothing_and_a_number_that_falls_to_nothing_with_enough_people_too() -> None:
    assert values(after({})) == {}
    assert values(after({OPEN: people(6)}, {})) == {OPEN: 0}


def test_that_a_few_people_have_nothing_any_more_is_not_shown() -> None:
    assert values(after({OPEN: people(3), **BESIDE}, BESIDE))[OPEN] is None


def test_that_a_few_people_are_behind_a_number_where_nobody_was_is_not_told() -> None:
    assert OPEN not in values(after(BESIDE, {OPEN: people(1), **BESIDE}, {OPEN: people(4), **BESIDE}))
    assert values(after(BESIDE, {OPEN: people(5), **BESIDE}))[OPEN] == 5
    assert values(after({OPEN: people(6)}, {}, {OPEN: people(1)})) == {OPEN: 0}


def test_a_new_quarter_is_not_there_before_enough_people_have_agreed_something_in_it() -> None:
    quarter = Cell(Measure.AGREED, By.QUARTER, "2026-04")
    first = {AGREED: people(20)}
    assert quarter not in values(after(first, {**first, quarter: people(4)}))
    assert values(after(first, {**first, quarter: people(5)}))[quarter] == 5


def test_where_nobody_was_and_then_enough_that_a_few_are_left_is_not_told_either() -> None:
    weeks = [BESIDE, {OPEN: people(10), **BESIDE}]
    assert values(after(*weeks, {OPEN: people(3), **BESIDE}))[OPEN] == 10
    assert values(after(*weeks, BESIDE))[OPEN] == 0


def test_a_number_is_not_shown_anew_before_enough_people_have_changed_in_it() -> None:
    first = {AGREED: people(6)}
    assert values(after(first, {AGREED: people(10)})) == {AGREED: 6}
    assert values(after(first, {AGREED: people(11)})) == {AGREED: 11}


def test_people_who_changed_over_several_weeks_count_together() -> None:
    weeks = [{AGREED: people(6 + number)} for number in range(6)]
    publication = after(*weeks)
    assert [(one.week, one.value) for one in publication.shown[AGREED]] == [
        (MONDAY, 6),
        (MONDAY + timedelta(weeks=5), 11),
    ]


def test_two_steps_of_enough_people_are_held_back_where_both_together_are_one_of_a_few() -> None:
    first = people(10)
    away = people(5, first=5)
    back = {**first, "person 99": 1}
    confirmed = Cell(Measure.CONFIRMED)
    weeks = [{confirmed: first}, {confirmed: away}, {confirmed: back}]
    assert [one.value for one in after(*weeks).shown[confirmed]] == [10, 5]
    weeks.append({confirmed: {**back, **people(4, first=50)}})
    assert [one.value for one in after(*weeks).shown[confirmed]] == [10, 5, 15]


def test_a_part_of_a_few_people_takes_another_part_with_it() -> None:
    counted = {
        AGREED: people(22),
        level("practitioner"): people(12),
        level("team"): people(7, first=12),
        level("service"): people(3, first=19),
    }
    assert values(after(counted)) == {
        AGREED: 22,
        level("practitioner"): 12,
        level("team"): None,
        level("service"): None,
    }


def test_an_amount_within_another_is_not_shown_where_the_difference_is_of_a_few() -> None:
    assert values(after({OPEN: people(9), OVERDUE: people(7)})) == {OPEN: 9, OVERDUE: None}
    assert values(after({OPEN: people(9), OVERDUE: people(9)})) == {OPEN: 9, OVERDUE: 9}
    assert values(after({OPEN: people(12), OVERDUE: people(7)})) == {OPEN: 12, OVERDUE: 7}


def test_what_became_of_agreed_actions_adds_up_and_gives_nobody_away() -> None:
    counted = {
        AGREED: people(14),
        OPEN: people(6),
        Cell(Measure.EMBEDDED): people(7, first=6),
        Cell(Measure.ENDED): people(1, first=13),
    }
    shown = values(after(counted))
    assert shown == {AGREED: 14, OPEN: None, Cell(Measure.EMBEDDED): 7, Cell(Measure.ENDED): None}


def test_parts_that_must_be_one_each_are_not_given_away_by_their_sum() -> None:
    counted = {AGREED: people(15), level("practitioner"): people(10)} | {
        level(name): {f"person {number}": 1}
        for number, name in enumerate(("supervisor", "team", "service", "partnership", "local"), 10)
    }
    assert values(after(counted))[level("practitioner")] is None


def test_a_theme_of_a_few_is_not_given_away_by_the_others() -> None:
    counted = {AGREED: people(8), theme("neglect"): people(6), theme("recording-quality"): people(2, first=6)}
    assert values(after(counted)) == {AGREED: 8, theme("neglect"): None, theme("recording-quality"): None}


def test_a_whole_and_a_part_shown_anew_do_not_tell_what_a_hidden_part_did() -> None:
    hidden = people(5, first=20) | people(3, first=30)
    first = {
        AGREED: people(12) | hidden,
        level("practitioner"): people(12),
        level("team"): people(5, first=20),
        level("service"): people(3, first=30),
    }
    more = people(5, first=40)
    one_more = {"person 60": 1}
    second = {
        AGREED: {**first[AGREED], **more, **one_more},
        level("practitioner"): {**first[level("practitioner")], **more},
        level("team"): first[level("team")],
        level("service"): {**first[level("service")], **one_more},
    }
    assert values(after(first))[level("practitioner")] == 12
    shown = values(after(first, second))
    assert (shown[AGREED], shown[level("practitioner")]) != (26, 17)


def test_nothing_changes_when_nothing_was_counted_anew() -> None:
    counted = {AGREED: people(9), OPEN: people(9)}
    once, again = after(counted), after(counted, counted)
    assert once.shown == again.shown
