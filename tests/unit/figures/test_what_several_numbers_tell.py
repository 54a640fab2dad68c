"""What can be reckoned from several shown numbers, over weeks, and with what a lead can count by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from reflect.domain.actions.action import Level, Status
from reflect.domain.figures.behind import are_enough_apart, is_of_enough, split
from reflect.domain.figures.cells import AGES, By, Cell, age_of, counted
from reflect.domain.figures.combined import found_out
from reflect.domain.figures.mark import Mark
from reflect.domain.figures.measures import Measure
from reflect.domain.figures.people_counted import DAYS_TO_DONE, days_to_done, reflected
from reflect.domain.figures.publishing import Publication, publish
from reflect.domain.figures.rests import Rests

MONDAY = date(2026, 3, 2)
AGREED, OPEN = Cell(Measure.AGREED), Cell(Measure.OPEN)
Count = Mapping[Cell, Mapping[str, int]]


def people(count: int, first: int = 0) -> dict[str, int]:
    return {f"person {number}": 1 for number in range(first, first + count)}


# A number that goes together with none of the others: with it figures have begun.
BESIDE = {Cell(Measure.GOOD_PRACTICE): people(9)}


def level(name: str, measure: Measure = Measure.AGREED) -> Cell:
    return Cell(measure, By.LEVEL, name)


def after(*weeks: Count, listed: Count | None = None) -> Publication:
    publication = Publication()
    for number, count in enumerate(weeks):
        publish(publication, count, MONDAY + timedelta(weeks=number), listed=listed)
    return publication


def values(publication: Publication) -> dict[Cell, int | None]:
    return {cell: versions[-1].value for cell, versions in publication.shown.items()}


def test_who_is_behind_a_number_is_counted_with_and_without_what_is_listed() -> None:
    assert is_of_enough({}, 5)
    assert is_of_enough(people(5), 5)
    assert not is_of_enough(people(4), 5)
    assert is_of_enough(split(people(6), people(6)), 5)
    assert not is_of_enough(split(people(6), people(5)), 5)
    assert not is_of_enough(split(people(4), people(4)), 5)
    assert is_of_enough(split(people(10), people(5)), 5)


def test_that_something_was_listed_changes_nobodys_part_in_a_number() -> None:
    before, now = split(people(9), {}), split(people(9), people(2))
    assert not are_enough_apart(before, now, 5)
    assert are_enough_apart(split(people(9), {}), split(people(9), people(6)), 5)
    three_more = {**people(9), **dict.fromkeys(people(3, first=2), 2)}
    assert not are_enough_apart(before, split(three_more, people(2)), 5)


def test_a_number_is_not_shown_where_a_lead_could_take_away_what_is_listed() -> None:
    assert values(after({AGREED: people(8), **BESIDE}, listed={AGREED: people(6)}))[AGREED] is None
    assert values(after({AGREED: people(8)}, listed={AGREED: people(3)}))[AGREED] == 8
    assert values(after({AGREED: people(8)}, listed={AGREED: people(8)}))[AGREED] == 8


def test_a_rest_goes_on_when_a_new_part_comes_to_it() -> None:
    themes = [Cell(Measure.AGREED, By.THEME, name) for name in ("one", "two")]
    first = {AGREED: people(12), themes[0]: people(6)}
    # Six without a theme, then a part of five more and one more without: the whole grows by six.
    grown = {**people(12), **people(5, first=20), "person 40": 1}
    second = {AGREED: grown, themes[0]: people(6), themes[1]: people(5, first=20)}
    assert values(after(first))[AGREED] == 12
    shown = values(after(first, second))
    assert (shown[AGREED], shown.get(themes[1])) != (18, 5)


def test_what_is_left_without_one_part_is_held_against_what_it_was() -> None:
    kept, moved = people(6), people(5, first=10)
    first = {AGREED: {**kept, **moved}, level("team"): kept, level("service"): moved}
    # One of those outside the first part changed, and five within it: the whole by six.
    within = dict.fromkeys(people(5), 2) | {"person 5": 1}
    outside = {**moved, "person 10": 2}
    second = {AGREED: {**within, **outside}, level("team"): within, level("service"): outside}
    shown = values(after(first, second))
    assert (shown[AGREED], shown[level("team")]) != (17, 11)
    assert shown[level("service")] == 5


def test_numbers_that_sums_leave_no_choice_for_are_found() -> None:
    rests = Rests()
    cells = {
        AGREED: people(9),
        level("team"): people(6),
        level("service"): None,
        OPEN: people(9),
        level("team", Measure.OPEN): None,
        level("service", Measure.OPEN): None,
    }
    for cell in cells:
        rests.add(cell)
    found = {one.cell for one in found_out(rests, cells)}
    assert level("service") in found
    assert level("team", Measure.OPEN) in found


def test_numbers_are_found_that_no_single_sum_gives_back() -> None:
    rests = Rests()
    one, two = level("team"), level("service")
    cells = {AGREED: people(20), OPEN: people(10), Cell(Measure.ENDED): people(10), one: None, two: None}
    for measure, part in ((Measure.OPEN, one), (Measure.ENDED, one), (Measure.OPEN, two)):
        cells[Cell(measure, By.LEVEL, part.key)] = people(5)
    cells[Cell(Measure.ENDED, By.LEVEL, two.key)] = None
    for cell in cells:
        rests.add(cell)
    found = {found.cell: found.sums for found in found_out(rests, cells)}
    assert set(found) == {one, two, Cell(Measure.ENDED, By.LEVEL, two.key)}


def test_what_is_neither_due_nor_overdue_is_held_against_all_that_was_open() -> None:
    first = {OPEN: people(10)}
    second = {OPEN: people(16), Cell(Measure.DUE): {**people(5, first=10), "person 0": 1}}
    shown = values(after(first, second))
    assert (shown[OPEN], shown.get(Cell(Measure.DUE))) != (16, 6)


def test_what_is_neither_due_nor_overdue_is_not_of_a_few() -> None:
    due, overdue = Cell(Measure.DUE), Cell(Measure.OVERDUE)
    shown = values(after({OPEN: people(20), due: people(8), overdue: people(9, first=8)}))
    assert (shown[OPEN], shown[due], shown[overdue]) == (20, None, 9)


def test_how_far_escalations_have_come_adds_up_and_gives_nobody_away() -> None:
    stages = [Cell(Measure.ESCALATED, By.STAGE, str(stage)) for stage in (1, 2, 3)]
    whole = Cell(Measure.ESCALATED)
    shown = values(
        after(
            {
                whole: people(14),
                stages[0]: people(7),
                stages[1]: people(5, first=7),
                stages[2]: people(2, first=12),
                AGREED: people(30),
            }
        )
    )
    assert [shown[cell] for cell in (whole, *stages)] == [14, 7, None, None]


@pytest.mark.parametrize(
    ("days", "age"), [(0, "0-30"), (30, "0-30"), (31, "31-90"), (90, "31-90"), (91, "91-180"), (181, "181-")]
)
def test_the_age_of_what_is_open_has_four_steps(days: int, age: str) -> None:
    assert age_of(MONDAY - timedelta(days=days), MONDAY) == age
    assert age in AGES


def marked(person: str, status: Status, *, stage: int = 0, keep: bool = False) -> Mark:
    return Mark(
        id=f"{person} {status}", person=person, themes=(), level=Level.TEAM, findings=(), status=status,
        agreed=MONDAY, due=None, done=None, ended=None, updated=MONDAY, stage=stage, keep=keep,
    )  # fmt: skip


def test_open_actions_and_escalations_are_counted_by_age_and_stage() -> None:
    marks = [
        marked("Bo", Status.BLOCKED, stage=2),
        marked("Alex", Status.DONE, stage=2),
        marked("Sam", Status.AGREED, keep=True),
    ]
    cells = counted(marks, MONDAY + timedelta(days=40))
    assert cells[Cell(Measure.OPEN, By.AGE, "31-90")] == {"Bo": 1}
    assert cells[Cell(Measure.ESCALATED, By.STAGE, "2")] == {"Bo": 1, "Alex": 1}


def test_everybody_who_reflected_counts_once_at_all_and_once_for_each_bank() -> None:
    cells = reflected([("Bo", "child-s"), ("Bo", "baby-e"), ("Alex", "baby-e")])
    assert cells[Cell(Measure.REFLECTED)] == {"Bo": 1, "Alex": 1}
    assert cells[Cell(Measure.REFLECTED, By.BANK, "baby-e")] == {"Bo": 1, "Alex": 1}


def test_who_reflected_on_one_bank_does_not_give_away_who_did_on_others_alone() -> None:
    bank = Cell(Measure.REFLECTED, By.BANK, "child-s")
    shown = values(after({Cell(Measure.REFLECTED): people(8), bank: people(6)}))
    assert (shown[Cell(Measure.REFLECTED)], shown[bank]) == (8, None)


def test_the_median_of_days_is_shown_with_enough_people_and_anew_only_under_the_same_rule() -> None:
    def week(publication: Publication, number: int, taken: list[tuple[str, int]]) -> int | None:
        behind, median = days_to_done(taken)
        day = MONDAY + timedelta(weeks=number)
        publish(publication, {DAYS_TO_DONE: behind, **BESIDE}, day, numbers={DAYS_TO_DONE: median})
        return publication.shown[DAYS_TO_DONE][-1].value

    publication = Publication()
    first = [(person, 10) for person in people(5)]
    assert week(publication, 0, first[:4]) is None
    assert week(publication, 1, first) == 10
    assert week(publication, 2, [*first, *((person, 30) for person in people(4))]) == 10
    assert week(publication, 3, [*first, *((person, 30) for person in people(5))]) == 20


def test_a_median_of_nothing_is_nobodys_and_a_half_is_rounded_up() -> None:
    assert days_to_done([]) == ({}, 0)
    assert days_to_done([("Bo", 2), ("Bo", 3)]) == ({"Bo": 7}, 3)
