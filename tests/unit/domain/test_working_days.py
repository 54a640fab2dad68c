"""Working days: Monday to Friday without bank holidays, counted from the day after the first."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect.bank_holidays import of_england
from reflect.domain.working_days import working_days_after, working_days_between

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
COUNTS = st.integers(0, 300)


def none(_: int) -> frozenset[date]:
    return frozenset()


@pytest.mark.parametrize(
    ("start", "count", "then"),
    [
        pytest.param(date(2026, 11, 20), 1, date(2026, 11, 23), id="over a weekend"),
        pytest.param(date(2026, 11, 21), 1, date(2026, 11, 23), id="from a Saturday"),
        pytest.param(date(2026, 11, 20), 10, date(2026, 12, 4), id="two weeks"),
        pytest.param(date(2026, 4, 2), 1, date(2026, 4, 7), id="over Easter 2026"),
        pytest.param(date(2027, 3, 25), 5, date(2027, 4, 5), id="over Easter 2027"),
        pytest.param(date(2026, 12, 24), 1, date(2026, 12, 29), id="Boxing Day on a Saturday"),
        pytest.param(date(2027, 12, 24), 1, date(2027, 12, 29), id="Christmas Day on a Saturday"),
        pytest.param(date(2026, 12, 24), 5, date(2027, 1, 5), id="over the end of a year"),
        pytest.param(date(2027, 12, 31), 1, date(2028, 1, 4), id="New Year's Day on a Saturday"),
        pytest.param(date(2028, 2, 28), 1, date(2028, 2, 29), id="to a leap day"),
        pytest.param(date(2028, 2, 29), 1, date(2028, 3, 1), id="from a leap day"),
        pytest.param(date(2027, 2, 26), 1, date(2027, 3, 1), id="no leap year"),
        pytest.param(date(2020, 5, 7), 1, date(2020, 5, 11), id="a bank holiday that was moved to a Friday"),
        pytest.param(date(2022, 9, 16), 1, date(2022, 9, 20), id="a bank holiday proclaimed once"),
        pytest.param(date(2026, 3, 27), 1, date(2026, 3, 30), id="over the change to summer time"),
        pytest.param(date(2026, 10, 23), 1, date(2026, 10, 26), id="over the change from summer time"),
        pytest.param(date(2099, 12, 31), 1, date(2100, 1, 4), id="into 2100"),
        pytest.param(date(2150, 12, 24), 1, date(2150, 12, 25), id="a year with no known bank holidays"),
    ],
)
def test_so_many_working_days_later(start: date, count: int, then: date) -> None:
    assert working_days_after(start, count, of_england) == then
    assert working_days_between(start, then, of_england) == count


def test_no_working_days_later_is_the_same_day() -> None:
    assert working_days_after(date(2026, 11, 21), 0, of_england) == date(2026, 11, 21)


def test_working_days_are_counted_forwards() -> None:
    with pytest.raises(ValueError, match="forwards"):
        working_days_after(date(2026, 11, 20), -1, of_england)


def test_the_calendar_has_an_end() -> None:
    with pytest.raises(OverflowError):
        working_days_after(date(9999, 12, 30), 2, none)
    assert working_days_between(date(9999, 12, 30), date.max, none) == 1


def test_between_two_days_the_last_counts_and_the_first_does_not() -> None:
    monday, friday = date(2026, 11, 16), date(2026, 11, 20)
    assert working_days_between(monday, friday, of_england) == 4
    assert working_days_between(friday, friday, of_england) == 0
    assert working_days_between(friday, friday + timedelta(days=2), of_england) == 0


def test_none_have_gone_by_when_the_clock_was_set_back() -> None:
    assert working_days_between(date(2026, 11, 20), date(2026, 11, 2), of_england) == 0


@given(DAYS, st.integers(1, 300))
def test_a_working_day_is_never_a_weekend_or_a_bank_holiday(start: date, count: int) -> None:
    found = working_days_after(start, count, of_england)
    assert found > start
    assert found.weekday() < 5
    assert found not in of_england(found.year)


@given(DAYS, COUNTS, COUNTS)
def test_counting_on_is_the_same_as_counting_at_once(start: date, first: int, more: int) -> None:
    on_the_way = working_days_after(start, first, of_england)
    at_once = working_days_after(start, first + more, of_england)
    assert working_days_after(on_the_way, more, of_england) == at_once
    assert working_days_between(start, at_once, of_england) == first + more


@given(DAYS, st.lists(st.integers(0, 400), min_size=2, max_size=2))
def test_the_days_of_two_stretches_add_up(start: date, lengths: list[int]) -> None:
    middle = start + timedelta(days=lengths[0])
    end = middle + timedelta(days=lengths[1])
    whole = working_days_between(start, end, of_england)
    assert whole == working_days_between(start, middle, of_england) + working_days_between(
        middle, end, of_england
    )
