"""Working days: Monday to Friday without the bank holidays, which whoever asks brings along."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import date, timedelta
from itertools import islice

BankHolidays = Callable[[int], Collection[date]]
"""The bank holidays of a year."""

_SATURDAY = 5


def working_days_after(start: date, count: int, bank_holidays: BankHolidays) -> date:
    """The `count`th working day after `start`, which is itself not counted; `start` for a count of 0.

    Raises ValueError for a count below 0 and OverflowError when the calendar ends before it.
    """
    if count < 0:
        raise ValueError("Working days are counted forwards.")
    if count == 0:
        return start
    found = next(islice(_working_days(start, date.max, bank_holidays), count - 1, None), None)
    if found is None:
        raise OverflowError("The calendar ends before that day.")
    return found


def working_days_between(start: date, end: date, bank_holidays: BankHolidays) -> int:
    """How many working days come after `start`, up to and with `end`; none when `end` is not later."""
    return sum(1 for _ in _working_days(start, end, bank_holidays))


def _working_days(start: date, end: date, bank_holidays: BankHolidays) -> Iterator[date]:
    """Every working day after `start`, up to and with `end`."""
    day = start
    closed = bank_holidays(start.year)
    while day < end:
        year, day = day.year, day + timedelta(days=1)
        if day.year != year:
            closed = bank_holidays(day.year)
        if day.weekday() < _SATURDAY and day not in closed:
            yield day
