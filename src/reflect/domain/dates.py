"""Dates as people write them: a closed grammar, everything else refused, and every date said back in words.

Day before month, as in British English. A date without its year is the nearest one in the direction that
the asker looks: back for "since when", ahead for "by when". The names of days and months are written out
here, because the computer's own language must not change what is understood.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from enum import StrEnum

from reflect.errors import WrongUse
from reflect.text import clean_line

LONGEST = 40
FIRST_YEAR, LAST_YEAR = 1900, 2199
MOST_STEPS = 5000

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


class Looking(StrEnum):
    """Which way an unfinished date is read: `1 March` is the last one, or the next."""

    BACK = "back"
    AHEAD = "ahead"


EXAMPLES = {
    Looking.BACK: "yesterday, 3 weeks ago, last Friday, January, 1 March, 1 March 2026, 1/3/26 or 2026-03-01",
    Looking.AHEAD: "tomorrow, in 3 weeks, Friday, 1 March, 1 March 2026, 1/3/26 or 2026-03-01",
}


def read_date(words: str, today: date, looking: Looking = Looking.BACK) -> date:
    """The date that `words` mean on the day `today`. Raises WrongUse, with examples, for everything else."""
    asked = clean_line(words)
    plain = " ".join(asked.casefold().replace(",", " ").split())
    found: date | None = None
    if plain and len(plain) <= LONGEST:
        for form, meaning in _FORMS:
            if match := form.fullmatch(plain):
                found = meaning(match, today, looking)
                break
    if found is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
        shown = f"“{asked[:LONGEST]}”" if asked else "Nothing at all"
        raise WrongUse(
            f"{shown} is not a date that is understood here.", f"Write it such as {EXAMPLES[looking]}."
        )
    return found


def said(day: date) -> str:
    """A date in words, the same everywhere: `Friday 20 November 2026`."""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def said_short(day: date) -> str:
    """A date for a narrow column: `20 Nov 2026`."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def day_of(moment: datetime) -> date:
    """The day of a moment, where the person is."""
    return moment.astimezone().date()


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


def _moved_months(today: date, months: int) -> date | None:
    """The same day some months away, or the last day of a month that is too short for it."""
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    return next(
        (made for day in range(today.day, 27, -1) if (made := _made(year, month + 1, day))), None
    ) or (_made(year, month + 1, today.day))


def _named_day(match: re.Match[str], today: date, _: Looking) -> date | None:
    return _moved(today, {"yesterday": -1, "today": 0, "tomorrow": 1}[match[0]])


def _steps(match: re.Match[str], today: date, _: Looking) -> date | None:
    count = match["count"]
    number = (
        1
        if count in ("a", "an")
        else NUMBERS.index(count) + 1
        if count in NUMBERS
        else min(int(count), 99999)
    )
    if number > MOST_STEPS:
        return None
    way = -1 if match["ago"] else 1
    unit = match["unit"].removesuffix("s")
    if unit in ("month", "year"):
        return _moved_months(today, way * number * (12 if unit == "year" else 1))
    return _moved(today, way * number * {"day": 1, "week": 7, "fortnight": 14}[unit])


def _weekday(match: re.Match[str], today: date, looking: Looking) -> date | None:
    """The nearest such day that is not today: `last` goes back and `next` ahead, whichever way one looks."""
    which = match["which"]
    back = which == "last" or (which is None and looking is Looking.BACK)
    wanted = _index(DAYS, match["day"])
    distance = (today.weekday() - wanted) % 7 if back else (wanted - today.weekday()) % 7
    return _moved(today, -(distance or 7) if back else (distance or 7))


def _span(match: re.Match[str], today: date, looking: Looking) -> date | None:
    """The first day of a week, month or year; looking ahead it would be a riddle which day is meant."""
    if looking is Looking.AHEAD:
        return None
    last = match["which"] == "last"
    if match["unit"] == "week":
        return _moved(today, -today.weekday() - (7 if last else 0))
    if match["unit"] == "month":
        return _moved_months(today.replace(day=1), -1 if last else 0)
    return _made(today.year - (1 if last else 0), 1, 1)


def _month(match: re.Match[str], today: date, looking: Looking) -> date | None:
    if looking is Looking.AHEAD:
        return None
    month = _index(MONTHS, match["month"]) + 1
    if match["year"]:
        return _made(int(match["year"]), month, 1)
    return _nearest(1, month, today, looking)


def _iso(match: re.Match[str], _today: date, _looking: Looking) -> date | None:
    return _made(int(match["year"]), int(match["month"]), int(match["day"]))


def _day_and_month(match: re.Match[str], today: date, looking: Looking) -> date | None:
    named = match["month"]
    month = int(named) if named.isdigit() else _index(MONTHS, named) + 1
    day, year = int(match["date"]), match["year"]
    found = _made(_full_year(year), month, day) if year else _nearest(day, month, today, looking)
    weekday = match.groupdict().get("day")
    if found and weekday and found.weekday() != _index(DAYS, weekday):
        return None
    return found


def _full_year(written: str) -> int:
    return int(written) + (2000 if len(written) == 2 else 0)


def _nearest(day: int, month: int, today: date, looking: Looking) -> date | None:
    """The last such date up to today, or the next from today on; eight years find every 29 February."""
    step = -1 if looking is Looking.BACK else 1
    for years in range(9):
        found = _made(today.year + step * years, month, day)
        if found and (found <= today if looking is Looking.BACK else found >= today):
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

_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date, Looking], date | None]], ...] = (
    (re.compile("yesterday|today|tomorrow"), _named_day),
    (re.compile(f"{_COUNT} {_UNIT}(?P<ago> ago)"), _steps),
    (re.compile(f"in {_COUNT} {_UNIT}(?P<ago>)"), _steps),
    (re.compile(f"(?:(?P<which>last|next) )?{_DAY}"), _weekday),
    (re.compile("(?P<which>last|this) (?P<unit>week|month|year)"), _span),
    (re.compile(f"{_MONTH}(?: (?P<year>[0-9]{{4}}))?"), _month),
    (re.compile("(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"), _iso),
    (re.compile(f"(?:{_DAY} )?{_DATE}(?: of)? {_MONTH}(?: (?P<year>[0-9]{{4}}))?"), _day_and_month),
    (re.compile(f"(?:{_DAY} )?{_MONTH} {_DATE}(?: (?P<year>[0-9]{{4}}))?"), _day_and_month),
    (
        re.compile(
            r"(?P<date>[0-9]{1,2})(?P<mark>[/.-])(?P<month>[0-9]{1,2})"
            r"(?:(?P=mark)(?P<year>[0-9]{4}|[0-9]{2}))?"
        ),
        _day_and_month,
    ),
)
