"""The forms in which people write dates, and the day that each of them means.

Day before month, as in British English. The names of days and months are written out here, because the
computer's own language must not change what is understood.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from reflect.domain.working_days import BankHolidays, working_days_after

MOST_STEPS = 5000
_FRIDAY = 4

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


class NoSuchDay(ValueError):
    """What was written has a known form, and is no day: a sentence says why."""


class Looking(StrEnum):
    """Which way an unfinished date is read: `1 March` is the last one, or the next."""

    BACK = "back"
    AHEAD = "ahead"


@dataclass(frozen=True)
class Asked:
    """The day on which a date is asked for, which way it looks, and the bank holidays if working days count."""

    today: date
    looking: Looking
    bank_holidays: BankHolidays | None = None


def meaning_of(words: str, asked: Asked) -> date | None:
    """The day that `words` (lower case, single spaces, no commas) mean; None when they have no known form. Raises
    NoSuchDay for a day that the calendar does not have, or has on another day of the week."""
    for form, meaning in _FORMS:
        if match := re.fullmatch(form, words):
            return meaning(match, asked)
    return None


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _moved(today: date, days: int) -> date | None:
    try:
        return today + timedelta(days=days)
    except OverflowError:
        return None


def _last_of_month(year: int, month: int) -> date | None:
    return next((made for day in (31, 30, 29, 28) if (made := _made(year, month, day))), None)


def _moved_months(today: date, months: int) -> date | None:
    """The same day some months away, or the last day of a month that is too short for it."""
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    return next(
        (made for day in range(today.day, 27, -1) if (made := _made(year, month + 1, day))), None
    ) or (_made(year, month + 1, today.day))


def _named_day(match: re.Match[str], asked: Asked) -> date | None:
    return _moved(asked.today, {"yesterday": -1, "today": 0, "tomorrow": 1}[match["named"]])


def _number(written: str) -> int | None:
    if written in ("", "a", "an"):
        return 1
    number = NUMBERS.index(written) + 1 if written in NUMBERS else int(written)
    return number if number <= MOST_STEPS else None


def _steps(match: re.Match[str], asked: Asked) -> date | None:
    """So many days, weeks, months or years away; without `in` or `ago` only looking ahead."""
    number, said = _number(match["count"]), match.groupdict()
    within, ago = said.get("within"), said.get("ago")
    unsaid = not within and not ago and asked.looking is Looking.BACK
    if number is None or (within and ago) or unsaid:
        return None
    way = -1 if ago else 1
    unit = match["unit"].removesuffix("s")
    if unit in ("month", "year"):
        return _moved_months(asked.today, way * number * (12 if unit == "year" else 1))
    return _moved(asked.today, way * number * {"day": 1, "week": 7, "fortnight": 14}[unit])


def _working_days(match: re.Match[str], asked: Asked) -> date | None:
    number = _number(match["count"])
    if not number or asked.bank_holidays is None or asked.looking is Looking.BACK:
        return None
    try:
        return working_days_after(asked.today, number, asked.bank_holidays)
    except OverflowError:
        return None


def _weekday(match: re.Match[str], asked: Asked) -> date | None:
    """The nearest such day that is not today: `last` goes back and `next` ahead, whichever way one looks; `this` says
    nothing more."""
    which = match["which"]
    back = which == "last" or (which in (None, "this") and asked.looking is Looking.BACK)
    wanted = _index(DAYS, match["day"])
    distance = (asked.today.weekday() - wanted) % 7 if back else (wanted - asked.today.weekday()) % 7
    return _moved(asked.today, -(distance or 7) if back else (distance or 7))


def _weekday_later(match: re.Match[str], asked: Asked) -> date | None:
    """`Monday week`: a week after the next Monday that is not today."""
    if asked.looking is Looking.BACK:
        return None
    distance = (_index(DAYS, match["day"]) - asked.today.weekday()) % 7 or 7
    return _moved(asked.today, distance + {"week": 7, "fortnight": 14}[match["later"]])


def _span(match: re.Match[str], asked: Asked) -> date | None:
    """The first day of a week, month or year; looking ahead it would be a riddle which day is meant."""
    if asked.looking is Looking.AHEAD:
        return None
    today, last = asked.today, match["which"] == "last"
    if match["unit"] == "week":
        return _moved(today, -today.weekday() - (7 if last else 0))
    if match["unit"] == "month":
        return _moved_months(today.replace(day=1), -1 if last else 0)
    return _made(today.year - (1 if last else 0), 1, 1)


def _end_of_span(match: re.Match[str], asked: Asked) -> date | None:
    """The Friday of this week or the next (a week begins on Monday), or the last day of this month or the next; looking
    back, those of the last.

    On a Saturday the end of the week has passed: that day is given, and not another one guessed at.
    """
    if (asked.looking is Looking.BACK) != (match["which"] == "last"):
        return None
    later = {"next": 1, "last": -1}.get(match["which"], 0)
    if match["unit"] == "week":
        return _moved(asked.today, _FRIDAY - asked.today.weekday() + 7 * later)
    first = _moved_months(asked.today.replace(day=1), later)
    return first and _last_of_month(first.year, first.month)


def _month(match: re.Match[str], asked: Asked) -> date | None:
    if asked.looking is Looking.AHEAD:
        return None
    month = _index(MONTHS, match["month"]) + 1
    if match.groupdict().get("year"):
        return _made(int(match["year"]), month, 1)
    found = _nearest(1, month, asked)
    is_now = found is not None and found == asked.today.replace(day=1)
    return _made(asked.today.year - 1, month, 1) if match["which"] and is_now else found


def _end_of_month(match: re.Match[str], asked: Asked) -> date | None:
    """The last day of a month: up to today when looking back, from today on when looking ahead."""
    month, year = _index(MONTHS, match["month"]) + 1, asked.today.year
    if match["year"]:
        return _last_of_month(int(match["year"]), month)
    found = _last_of_month(year, month)
    if asked.looking is Looking.BACK:
        return found if found is None or found <= asked.today else _last_of_month(year - 1, month)
    return found if found is None or found >= asked.today else _last_of_month(year + 1, month)


def _iso(match: re.Match[str], _: Asked) -> date | None:
    return _in_calendar(int(match["year"]), int(match["month"]), int(match["day"]))


def _day_and_month(match: re.Match[str], asked: Asked) -> date | None:
    named = match["month"]
    month = int(named) if named.isdigit() else _index(MONTHS, named) + 1
    day, year = int(match["date"]), match["year"]
    if not 1 <= month <= len(MONTHS):
        return None
    found = _in_calendar(_full_year(year), month, day) if year else _nearest(day, month, asked)
    if found is None and not year:
        raise NoSuchDay(f"There is no {day} {MONTHS[month - 1]}.")
    weekday = match.groupdict().get("day")
    if found and weekday and found.weekday() != _index(DAYS, weekday):
        meant, is_on = DAYS[_index(DAYS, weekday)], DAYS[found.weekday()]
        raise NoSuchDay(f"{day} {MONTHS[month - 1]} {found.year} is a {is_on}, not a {meant}.")
    return found


def _in_calendar(year: int, month: int, day: int) -> date | None:
    found = _made(year, month, day)
    if found is None and year and 1 <= month <= len(MONTHS):
        raise NoSuchDay(f"There is no {day} {MONTHS[month - 1]} {year}.")
    return found


def _full_year(written: str) -> int:
    return int(written) + (2000 if len(written) == 2 else 0)


def _nearest(day: int, month: int, asked: Asked) -> date | None:
    """The last such date up to today, or the next from today on; eight years find every 29 February."""
    today, back = asked.today, asked.looking is Looking.BACK
    for years in range(9):
        found = _made(today.year + (-years if back else years), month, day)
        if found and (found <= today if back else found >= today):
            return found
    return None


def _index(names: tuple[str, ...], word: str) -> int:
    return next(at for at, name in enumerate(names) if name.casefold().startswith(word[:3]))


def _either(names: tuple[str, ...]) -> str:
    """The names in full or by their first three letters (and `sept`, `tues`, `thur`, `thurs`)."""
    extra = {"September": ["sept"], "Tuesday": ["tues"], "Thursday": ["thur", "thurs"]}
    every = [form for name in names for form in (name.casefold(), *extra.get(name, []), name[:3].casefold())]
    return "|".join(every)


_DAY = f"(?P<day>{_either(DAYS)})"
_MONTH = f"(?P<month>{_either(MONTHS)})"
_DATE = "(?P<date>[0-9]{1,2})(?:st|nd|rd|th)?"
_UNIT = "(?P<unit>(?:day|week|fortnight|month|year)s?)"
_COUNT = f"(?P<count>an?|[0-9]{{1,5}}|{'|'.join(NUMBERS)})"
_BY = "(?:(?:on|by) )?"

_FORMS: tuple[tuple[str, Callable[[re.Match[str], Asked], date | None]], ...] = (
    (f"{_BY}(?P<named>yesterday|today|tomorrow)", _named_day),
    (f"(?P<within>in )?{_COUNT} {_UNIT}(?P<ago> ago)?", _steps),
    (f"{_COUNT} (?P<unit>(?:week|fortnight)s?) today", _steps),
    ("(?P<count>)(?P<unit>fortnight)", _steps),
    (f"(?:in )?{_COUNT} working days?", _working_days),
    (f"{_BY}(?:(?P<which>last|this|next) )?{_DAY}", _weekday),
    (f"{_BY}{_DAY} (?P<later>week|fortnight)", _weekday_later),
    ("(?P<which>last|this) (?P<unit>week|month|year)", _span),
    (f"{_BY}(?:the )?end of (?:(?P<which>the|this|next|last) )?(?P<unit>week|month)", _end_of_span),
    (f"{_BY}(?:the )?end of {_MONTH}(?: (?P<year>[0-9]{{4}}))?", _end_of_month),
    (f"(?:(?P<which>last) )?{_MONTH}", _month),
    (f"{_MONTH} (?P<year>[0-9]{{4}})", _month),
    (f"{_BY}(?P<year>[0-9]{{4}})-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})", _iso),
    (f"{_BY}(?:{_DAY} )?{_DATE}(?: of)? {_MONTH}(?: (?P<year>[0-9]{{4}}|[0-9]{{2}}))?", _day_and_month),
    (f"{_BY}(?:{_DAY} )?{_MONTH} {_DATE}(?: (?P<year>[0-9]{{4}}))?", _day_and_month),
    (
        _BY + r"(?P<date>[0-9]{1,2})(?P<mark>[/.-])(?P<month>[0-9]{1,2})"
        r"(?:(?P=mark)(?P<year>[0-9]{4}|[0-9]{2}))?",
        _day_and_month,
    ),
)
