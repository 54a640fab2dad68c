"""Dates as people write them: what is understood, what is refused, and how a date is said back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect.domain.dates import Looking, read_date, said, said_short
from reflect.errors import WrongUse

FRIDAY = date(2026, 11, 20)
BACK, AHEAD = Looking.BACK, Looking.AHEAD


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("today", date(2026, 11, 20)),
        ("Yesterday", date(2026, 11, 19)),
        ("3 weeks ago", date(2026, 10, 30)),
        ("a week ago", date(2026, 11, 13)),
        ("two days ago", date(2026, 11, 18)),
        ("a fortnight ago", date(2026, 11, 6)),
        ("6 months ago", date(2026, 5, 20)),
        ("a year ago", date(2025, 11, 20)),
        ("last Friday", date(2026, 11, 13)),
        ("last monday", date(2026, 11, 16)),
        ("Thu", date(2026, 11, 19)),
        ("this week", date(2026, 11, 16)),
        ("last week", date(2026, 11, 9)),
        ("last month", date(2026, 10, 1)),
        ("this year", date(2026, 1, 1)),
        ("2026-03-01", date(2026, 3, 1)),
        ("1 March", date(2026, 3, 1)),
        ("1 December", date(2025, 12, 1)),
        ("1st of March 2025", date(2025, 3, 1)),
        ("March 1, 2025", date(2025, 3, 1)),
        ("3/2/26", date(2026, 2, 3)),
        ("3/2", date(2026, 2, 3)),
        ("3.2.2025", date(2025, 2, 3)),
        ("January", date(2026, 1, 1)),
        ("last June", date(2026, 6, 1)),
        ("last November", date(2025, 11, 1)),
        ("end of September", date(2026, 9, 30)),
        ("the end of November", date(2025, 11, 30)),
        ("end of February 2024", date(2024, 2, 29)),
        ("end of last month", date(2026, 10, 31)),
        ("end of last week", date(2026, 11, 13)),
        ("on Monday", date(2026, 11, 16)),
        ("3 Feb 26", date(2026, 2, 3)),
        ("Sept 2024", date(2024, 9, 1)),
        ("december", date(2025, 12, 1)),
        ("29 Feb", date(2024, 2, 29)),
        ("  Friday   20 November 2026 ", date(2026, 11, 20)),
    ],
)
def test_somebody_looking_back_writes(words: str, meant: date) -> None:
    assert read_date(words, FRIDAY, BACK) == meant


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("tomorrow", date(2026, 11, 21)),
        ("in 3 weeks", date(2026, 12, 11)),
        ("in a month", date(2026, 12, 20)),
        ("Friday", date(2026, 11, 27)),
        ("on Friday", date(2026, 11, 27)),
        ("by Friday", date(2026, 11, 27)),
        ("this Monday", date(2026, 11, 23)),
        ("by tomorrow", date(2026, 11, 21)),
        ("by the end of March", date(2027, 3, 31)),
        ("on 3 Feb 27", date(2027, 2, 3)),
        ("fortnight", date(2026, 12, 4)),
        ("2 weeks today", date(2026, 12, 4)),
        ("a week today", date(2026, 11, 27)),
        ("end of month", date(2026, 11, 30)),
        ("next Monday", date(2026, 11, 23)),
        ("1 March", date(2027, 3, 1)),
        ("20 November", date(2026, 11, 20)),
        ("3/2/27", date(2027, 2, 3)),
        ("29 Feb", date(2028, 2, 29)),
    ],
)
def test_somebody_looking_ahead_writes(words: str, meant: date) -> None:
    assert read_date(words, FRIDAY, AHEAD) == meant


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("31/2/27", "There is no 31 February 2027."),
        ("29/2/27", "There is no 29 February 2027."),
        ("2027-02-29", "There is no 29 February 2027."),
        ("31 February 2026", "There is no 31 February 2026."),
        ("31 April", "There is no 31 April."),
        ("Friday 28 November 2026", "28 November 2026 is a Saturday, not a Friday."),
        ("Monday 4 December", "4 December 2026 is a Friday, not a Monday."),
    ],
)
def test_a_day_that_the_calendar_does_not_have_is_said_so(words: str, why: str) -> None:
    with pytest.raises(WrongUse) as refused:
        read_date(words, FRIDAY, AHEAD)
    assert refused.value.what == why
    assert refused.value.next_step.startswith("Write it such as tomorrow")


def test_a_month_that_is_too_short_gives_its_last_day() -> None:
    assert read_date("1 month ago", date(2026, 3, 31)) == date(2026, 2, 28)
    assert read_date("in 1 month", date(2028, 1, 31), AHEAD) == date(2028, 2, 29)


@pytest.mark.parametrize("words", ["January", "last June", "last month", "this week"])
def test_a_span_of_days_is_no_day_to_have_something_done_by(words: str) -> None:
    with pytest.raises(WrongUse):
        read_date(words, FRIDAY, AHEAD)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "soon",
        "31 February 2026",
        "3/20/26",
        "in 2",
        "2 ago",
        "26-3-12-1",
        "2026-3-1",
        "12/3/026",
        "Monday 20 November 2026",
        "99999 years ago",
        "in 5000 years",
        "1 March 0001",
        "١ March",
        "today" * 20,
        "\x1b]0;x\x07",
    ],
)
def test_everything_else_is_refused_with_examples(words: str) -> None:
    with pytest.raises(WrongUse) as refused:
        read_date(words, FRIDAY)
    assert "3 weeks ago" in str(refused.value)
    assert "\x1b" not in str(refused.value)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(Looking))
def test_what_is_said_back_is_understood_again(day: date, looking: Looking) -> None:
    assert read_date(said(day), FRIDAY, looking) == day
    assert read_date(day.isoformat(), FRIDAY, looking) == day
    assert read_date(said_short(day), FRIDAY, looking) == day


@given(st.text(max_size=60), st.dates(date(1950, 1, 1), date(2150, 1, 1)), st.sampled_from(Looking))
def test_any_words_are_a_date_or_refused(words: str, today: date, looking: Looking) -> None:
    try:
        found = read_date(words, today, looking)
    except WrongUse:
        found = today
    assert abs(found - today) < timedelta(days=366 * 300)
