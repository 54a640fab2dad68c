"""By when: what somebody may write for a due date, what is refused, and the day half-way there."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect.bank_holidays import of_england
from reflect.domain.dates import EXAMPLES, Looking, day_of, half_way, read_date, read_due, said
from reflect.errors import WrongUse

FRIDAY = date(2026, 11, 20)
SATURDAY = date(2026, 11, 21)
MONDAY = date(2026, 11, 23)
DAYS = st.dates(date(1970, 1, 1), date(2100, 12, 31))
UNDERSTOOD = [
    ("today", FRIDAY),
    ("tomorrow", date(2026, 11, 21)),
    ("a fortnight", date(2026, 12, 4)),
    ("in a fortnight", date(2026, 12, 4)),
    ("3 weeks", date(2026, 12, 11)),
    ("in three weeks", date(2026, 12, 11)),
    ("2 months", date(2027, 1, 20)),
    ("in a year", date(2027, 11, 20)),
    ("10 working days", date(2026, 12, 4)),
    ("in 10 working days", date(2026, 12, 4)),
    ("a working day", date(2026, 11, 23)),
    ("25 Working Days", date(2026, 12, 29)),
    ("end of January", date(2027, 1, 31)),
    ("the end of Feb", date(2027, 2, 28)),
    ("end of February 2028", date(2028, 2, 29)),
    ("end of March 2027", date(2027, 3, 31)),
    ("end of November", date(2026, 11, 30)),
    ("end of the month", date(2026, 11, 30)),
    ("end of this month", date(2026, 11, 30)),
    ("end of next month", date(2026, 12, 31)),
    ("end of the week", FRIDAY),
    ("end of next week", date(2026, 11, 27)),
    ("Friday", date(2026, 11, 27)),
    ("Monday", date(2026, 11, 23)),
    ("Monday week", date(2026, 11, 30)),
    ("Friday fortnight", date(2026, 12, 11)),
    ("Friday 4 December", date(2026, 12, 4)),
    ("1 March", date(2027, 3, 1)),
    ("3/2/27", date(2027, 2, 3)),
    ("2027-02-03", date(2027, 2, 3)),
]


@pytest.fixture
def in_england(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The rule of Greenwich time and summer time, whatever the computer has; Windows keeps its own zone."""
    monkeypatch.setenv("TZ", "GMT0BST,M3.5.0/1,M10.5.0")
    if hasattr(time, "tzset"):
        time.tzset()
    yield
    monkeypatch.undo()
    if hasattr(time, "tzset"):
        time.tzset()


@pytest.mark.parametrize(("words", "meant"), UNDERSTOOD)
def test_something_can_be_due(words: str, meant: date) -> None:
    assert read_due(words, FRIDAY, of_england) == meant


@pytest.mark.parametrize(
    ("words", "today", "meant"),
    [
        ("in 1 month", date(2026, 1, 31), date(2026, 2, 28)),
        ("in 1 month", date(2028, 1, 31), date(2028, 2, 29)),
        ("in a month", date(2026, 12, 31), date(2027, 1, 31)),
        ("1 month", date(2100, 1, 31), date(2100, 2, 28)),
        ("in a year", date(2028, 2, 29), date(2029, 2, 28)),
        ("29 February", date(2097, 1, 1), date(2104, 2, 29)),
        ("end of next month", date(2028, 1, 31), date(2028, 2, 29)),
        ("end of next month", date(2026, 12, 31), date(2027, 1, 31)),
        ("end of the month", date(2026, 4, 30), date(2026, 4, 30)),
        ("end of January", date(2027, 1, 31), date(2027, 1, 31)),
        ("end of January", date(2027, 2, 1), date(2028, 1, 31)),
        ("end of the week", MONDAY, date(2026, 11, 27)),
        ("end of next week", SATURDAY, date(2026, 11, 27)),
        ("Monday", MONDAY, date(2026, 11, 30)),
        ("Monday week", MONDAY, date(2026, 12, 7)),
        ("Monday fortnight", MONDAY, date(2026, 12, 14)),
        ("a week", date(2026, 3, 28), date(2026, 4, 4)),
        ("a week", date(2026, 10, 24), date(2026, 10, 31)),
        ("5 working days", date(2027, 12, 22), date(2027, 12, 31)),
        ("1 working day", date(1970, 12, 24), date(1970, 12, 29)),
        ("1 working day", date(2100, 3, 25), date(2100, 3, 30)),
    ],
)
def test_at_the_edges_of_weeks_months_and_years(words: str, today: date, meant: date) -> None:
    assert read_due(words, today, of_england) == meant


@pytest.mark.parametrize(
    "words",
    [
        "",
        "soon",
        "ASAP",
        "Christmas",
        "next month",
        "next week",
        "this week",
        "January",
        "end of the year",
        "end of",
        "end of last month",
        "end of January 27",
        "Monday month",
        "next Monday week",
        "10 working",
        "0 working days",
        "5001 working days",
        "10 working days ago",
        "in 3 weeks ago",
        "in 2",
        "3/20/27",
        "12/3/026",
        "by 3 weeks",
        "3 days today",
        "in fortnight",
        "in 300 years",
    ],
)
def test_riddles_are_refused_with_examples_of_what_is_understood(words: str) -> None:
    with pytest.raises(WrongUse, match="is not a date that is understood here") as refused:
        read_due(words, FRIDAY, of_england)
    assert "10 working days, end of next month" in refused.value.next_step


@pytest.mark.parametrize("words", ["2 working days", "2 days", "a month", "Monday week", "end of next month"])
def test_where_the_calendar_ends_words_are_refused_too(words: str) -> None:
    with pytest.raises(WrongUse):
        read_due(words, date(9999, 12, 30), of_england)


@pytest.mark.parametrize("looking", Looking)
def test_every_example_is_understood(looking: Looking) -> None:
    for example in EXAMPLES[looking].replace(" or ", ", ").split(", "):
        assert read_date(example, FRIDAY, looking, of_england)


@pytest.mark.parametrize(
    ("words", "today", "which"),
    [
        ("yesterday", FRIDAY, "Thursday 19 November 2026"),
        ("3 weeks ago", FRIDAY, "Friday 30 October 2026"),
        ("last Friday", FRIDAY, "Friday 13 November 2026"),
        ("3/2/26", FRIDAY, "Tuesday 3 February 2026"),
        ("end of October 2026", FRIDAY, "Saturday 31 October 2026"),
        ("end of the week", SATURDAY, "Friday 20 November 2026"),
    ],
)
def test_a_day_that_has_passed_is_named_and_a_later_one_asked_for(
    words: str, today: date, which: str
) -> None:
    with pytest.raises(WrongUse) as refused:
        read_due(words, today, of_england)
    assert refused.value.what == f"That would have been {which}, and this day has passed."
    assert refused.value.next_step.startswith("Choose today or a later day, such as tomorrow, Friday")


def test_a_due_date_in_working_days_is_said_back_as_a_day() -> None:
    assert said(read_due("10 working days", FRIDAY, of_england)) == "Friday 4 December 2026"


def test_working_days_are_neither_understood_nor_offered_without_bank_holidays() -> None:
    with pytest.raises(WrongUse) as refused:
        read_date("10 working days", FRIDAY, Looking.AHEAD)
    assert "working" not in refused.value.next_step


@pytest.mark.parametrize(
    "words", ["fortnight", "2 weeks today", "10 working days", "end of next month", "Monday week"]
)
def test_what_is_only_a_time_to_come_is_refused_when_looking_back(words: str) -> None:
    with pytest.raises(WrongUse):
        read_date(words, FRIDAY, Looking.BACK, of_england)


@pytest.mark.parametrize(
    ("agreed", "due", "middle"),
    [
        (date(2026, 11, 20), date(2026, 11, 20), date(2026, 11, 20)),
        (date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 20)),
        (date(2026, 11, 20), date(2026, 11, 23), date(2026, 11, 21)),
        (date(2026, 11, 20), date(2026, 12, 4), date(2026, 11, 27)),
        (date(2026, 3, 28), date(2026, 3, 30), date(2026, 3, 29)),
        (date(2026, 10, 24), date(2026, 10, 26), date(2026, 10, 25)),
        (date(2028, 2, 28), date(2028, 3, 1), date(2028, 2, 29)),
        (date(2026, 12, 31), date(2027, 1, 2), date(2027, 1, 1)),
        (date(1970, 1, 1), date(2100, 1, 1), date(2035, 1, 1)),
    ],
)
def test_half_way_is_the_earlier_middle_day(agreed: date, due: date, middle: date) -> None:
    assert half_way(agreed, due) == middle


@given(DAYS, DAYS)
def test_half_way_lies_between_even_when_the_clock_was_set_back(agreed: date, due: date) -> None:
    middle = half_way(agreed, due)
    assert min(agreed, due) <= middle <= max(agreed, due)
    assert abs((middle - agreed) - (due - middle)) <= timedelta(days=1)


@given(DAYS, st.integers(0, 500))
def test_days_are_counted_by_the_calendar_and_not_by_hours(today: date, days: int) -> None:
    assert read_due(f"{days} days", today, of_england) == date.fromordinal(today.toordinal() + days)


@pytest.mark.parametrize("hour", [0, 23])
@pytest.mark.parametrize(
    "day",
    [
        date(1971, 6, 1),
        date(2026, 3, 28),
        date(2026, 3, 29),
        date(2026, 3, 30),
        date(2026, 10, 24),
        date(2026, 10, 25),
        date(2026, 10, 26),
        date(2026, 12, 31),
        date(2028, 2, 29),
    ],
)
@pytest.mark.usefixtures("in_england")
def test_an_hour_belongs_to_the_day_it_has_where_the_person_is(day: date, hour: int) -> None:
    moment = datetime(day.year, day.month, day.day, hour, 30).astimezone().astimezone(UTC)
    assert day_of(moment) == day


@given(DAYS, DAYS)
def test_a_day_said_back_is_due_on_that_day_or_has_passed(day: date, today: date) -> None:
    for words in (said(day), day.isoformat()):
        if day >= today:
            assert read_due(words, today, of_england) == day
        else:
            with pytest.raises(WrongUse, match=said(day)):
                read_due(words, today, of_england)


@given(st.sampled_from(UNDERSTOOD), st.integers(0, 20), st.text(max_size=3), st.integers(0, 3), st.dates())
def test_a_slip_of_the_finger_gives_a_date_or_is_refused(
    written: tuple[str, date], at: int, put_in: str, left_out: int, today: date
) -> None:
    words = written[0][:at] + put_in + written[0][at + left_out :]
    for looking in Looking:
        try:
            found = read_date(words, today, looking, of_england)
        except WrongUse:
            continue
        assert 1900 <= found.year <= 2199


@pytest.mark.parametrize(
    "words", ["today" + " " * 1000 + "x", "x" * 100_000, "\u0390" * 100_000, "a " * 5000]
)
def test_a_pasted_text_is_refused_like_any_other_words(words: str) -> None:
    with pytest.raises(WrongUse, match="not a date that is understood"):
        read_due(words, FRIDAY, of_england)
