"""On which days one-to-ones are due: one for each interval that two people agreed on, counted from the day on which
their agreement begins to hold."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reflect.domain.supervision.agreement import Terms
from reflect.domain.supervision.cadence import Cadence, Step
from reflect.domain.supervision.rhythm import Pace, Rhythm, due_days

NEWLY = Cadence(
    "newly-qualified",
    "Newly qualified",
    (Step(7, 90, until_day=42), Step(14, 90, until_day=182), Step(28, 90)),
)
MONDAY = date(2026, 1, 5)
LONG_AGO, FAR_AWAY = date(2000, 1, 1), date(2050, 1, 1)


def terms(every: int, *, start: date = MONDAY, stage: str = "our-own") -> Terms:
    return Terms(stage, start, start + timedelta(days=365), every, 60)


def every(days: int, start: date = MONDAY) -> Rhythm:
    return Rhythm(start, (Pace(days),))


def after(start: date, *days: int) -> list[date]:
    return [start + timedelta(days=one) for one in days]


def test_one_is_due_at_the_end_of_each_interval_and_none_on_the_first_day() -> None:
    found = due_days([every(28)], MONDAY, MONDAY + timedelta(days=84))
    assert found == after(MONDAY, 28, 56, 84)


def test_only_days_of_the_period_count_its_first_and_last_among_them() -> None:
    first, last = MONDAY + timedelta(days=28), MONDAY + timedelta(days=56)
    assert due_days([every(28)], first, last) == [first, last]
    assert due_days([every(28)], first + timedelta(days=1), last - timedelta(days=1)) == []


def test_who_sets_down_the_first_step_of_a_stage_goes_on_through_the_later_ones() -> None:
    rhythm = Rhythm.of(terms(7, stage=NEWLY.id), [NEWLY])
    found = due_days([rhythm], MONDAY, MONDAY + timedelta(days=250))
    assert found[:8] == after(MONDAY, 7, 14, 21, 28, 35, 42, 49, 63)
    assert found[-4:] == after(MONDAY, 175, 189, 217, 245)
    assert rhythm.written == "7:42 14:182 28"


def test_who_sets_down_anything_else_keeps_to_that() -> None:
    assert Rhythm.of(terms(10, stage=NEWLY.id), [NEWLY]).written == "10"
    assert Rhythm.of(terms(7), [NEWLY]).written == "7"


@given(every=some.sampled_from((7, 8, 28)), days=some.integers(0, 400))
def test_it_says_the_same_as_the_terms_it_is_made_from(every: int, days: int) -> None:
    agreed = terms(every, stage=NEWLY.id)
    day = MONDAY + timedelta(days=days)
    step = agreed.step_on(day, [NEWLY])
    assert Rhythm.of(agreed, [NEWLY]).after(day) == day + timedelta(days=step.every_days)


def test_leap_days_are_days() -> None:
    start = date(2024, 2, 1)
    assert due_days([every(28, start)], start, date(2024, 4, 1)) == [date(2024, 2, 29), date(2024, 3, 28)]
    assert due_days([every(365, date(2024, 2, 29))], LONG_AGO, date(2026, 3, 1)) == [
        date(2025, 2, 28),
        date(2026, 2, 28),
    ]


def test_an_agreement_counts_until_the_next_one_starts_and_the_next_one_counts_anew() -> None:
    renewed = MONDAY + timedelta(days=70)
    found = due_days([every(14, renewed), every(28)], MONDAY, MONDAY + timedelta(days=100))
    assert found == [*after(MONDAY, 28, 56), *after(renewed, 14, 28)]


def test_an_interval_that_is_whole_when_the_next_agreement_starts_counts() -> None:
    renewed = MONDAY + timedelta(days=28)
    assert due_days([every(28), every(14, renewed)], MONDAY, renewed + timedelta(days=14)) == [
        renewed,
        renewed + timedelta(days=14),
    ]


def test_of_two_that_start_on_one_day_the_later_given_counts() -> None:
    assert due_days([every(28), every(14)], MONDAY, MONDAY + timedelta(days=30)) == after(MONDAY, 14, 28)


def test_nothing_is_due_by_an_agreement_that_starts_later_or_by_none() -> None:
    today = MONDAY - timedelta(days=1)
    assert due_days([every(1)], LONG_AGO, today) == due_days([every(1)], LONG_AGO, MONDAY) == []
    assert due_days([], LONG_AGO, FAR_AWAY) == []


PACES = some.lists(
    some.tuples(some.integers(1, 3660), some.integers(1, 300)), min_size=1, max_size=8
)  # each with how long it holds


def of_paces(start: date, said: list[tuple[int, int]]) -> Rhythm:
    ends = [sum(days for _, days in said[: place + 1]) for place in range(len(said) - 1)]
    return Rhythm(start, tuple(Pace(one, end) for (one, _), end in zip(said, [*ends, None], strict=True)))


@given(start=some.dates(), said=PACES)
def test_what_is_written_down_is_read_back(start: date, said: list[tuple[int, int]]) -> None:
    rhythm = of_paces(start, said)
    assert Rhythm.read(start, rhythm.written) == rhythm


@given(said=PACES, before=some.integers(-50, 1_500), days=some.integers(0, 1_500))
def test_a_period_that_begins_later_has_the_same_days_as_the_whole(
    said: list[tuple[int, int]], before: int, days: int
) -> None:
    rhythm, since = of_paces(MONDAY, said), MONDAY + timedelta(days=before)
    last = since + timedelta(days=days)
    one_by_one, day = [], MONDAY
    while day < last and (day := rhythm.after(day)) <= last:
        one_by_one.append(day)
    assert due_days([rhythm], since, last) == [day for day in one_by_one if day >= since]


@pytest.mark.parametrize(
    "said",
    ["", " ", "0", "-7", "28 ", "7:42", "7:42  28", "7 28", "7:42 14:42 28", "7:0 28", "028", "7:42 x", "٧", "28\n"],
)  # fmt: skip
def test_nothing_else_is_read(said: str) -> None:
    with pytest.raises(ValueError, match="this is no rhythm"):
        Rhythm.read(MONDAY, said)
