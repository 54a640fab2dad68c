"""Bank holidays of England, as gov.uk lists them."""

from __future__ import annotations

from datetime import date

import pytest

from reflect.bank_holidays import of_england
from reflect.domain.dates import MONTHS

LISTED_BY_GOV_UK = {
    2019: "1 Jan, 19 Apr, 22 Apr, 6 May, 27 May, 26 Aug, 25 Dec, 26 Dec",
    2020: "1 Jan, 10 Apr, 13 Apr, 8 May, 25 May, 31 Aug, 25 Dec, 28 Dec",
    2021: "1 Jan, 2 Apr, 5 Apr, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec",
    2022: "3 Jan, 15 Apr, 18 Apr, 2 May, 2 Jun, 3 Jun, 29 Aug, 19 Sep, 26 Dec, 27 Dec",
    2023: "2 Jan, 7 Apr, 10 Apr, 1 May, 8 May, 29 May, 28 Aug, 25 Dec, 26 Dec",
    2024: "1 Jan, 29 Mar, 1 Apr, 6 May, 27 May, 26 Aug, 25 Dec, 26 Dec",
    2025: "1 Jan, 18 Apr, 21 Apr, 5 May, 26 May, 25 Aug, 25 Dec, 26 Dec",
    2026: "1 Jan, 3 Apr, 6 Apr, 4 May, 25 May, 31 Aug, 25 Dec, 28 Dec",
    2027: "1 Jan, 26 Mar, 29 Mar, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec",
}


def in_figures(year: int) -> str:
    return ", ".join(f"{day.day} {MONTHS[day.month - 1][:3]}" for day in sorted(of_england(year)))


@pytest.mark.parametrize("year", LISTED_BY_GOV_UK)
def test_a_year_has_the_days_that_gov_uk_lists(year: int) -> None:
    assert in_figures(year) == LISTED_BY_GOV_UK[year]


def test_days_at_a_weekend_are_given_by_their_substitutes() -> None:
    christmas_on_a_saturday = {day for day in of_england(2027) if day.month == 12}
    assert christmas_on_a_saturday == {date(2027, 12, 27), date(2027, 12, 28)}


def test_years_of_which_nothing_is_proclaimed_have_the_usual_days() -> None:
    assert in_figures(2028) == "3 Jan, 14 Apr, 17 Apr, 1 May, 29 May, 28 Aug, 25 Dec, 26 Dec"
    assert in_figures(2100) == "1 Jan, 26 Mar, 29 Mar, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec"
    assert {date(1970, 3, 27), date(1970, 12, 25)} < of_england(1970)


@pytest.mark.parametrize("year", [1, 1899, 1900, 1970, 2100, 2101, 2199, 2200, 9999])
def test_no_year_is_too_far_away_to_be_asked_about(year: int) -> None:
    assert all(day.year == year and day.weekday() < 5 for day in of_england(year))


def test_a_year_beyond_what_is_known_has_none() -> None:
    assert of_england(2101) == frozenset()
