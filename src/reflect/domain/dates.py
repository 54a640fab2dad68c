"""Dates as people write them: what is understood, the refusal of everything else, and how a date is said back.

A date without its year is the nearest one in the direction that the asker looks: back for "since when",
ahead for "by when". Only dates are reckoned with, never hours, so that no change of the clocks moves a day.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from reflect.domain.date_forms import DAYS, MONTHS, NUMBERS, Asked, Looking, NoSuchDay, meaning_of
from reflect.domain.working_days import BankHolidays
from reflect.errors import WrongUse
from reflect.text import clean_line

__all__ = [
    "DAYS",
    "EXAMPLES",
    "MONTHS",
    "NUMBERS",
    "Looking",
    "day_of",
    "half_way",
    "read_date",
    "read_due",
    "said",
    "said_short",
]

LONGEST = 40
MOST_READ = 200
FIRST_YEAR, LAST_YEAR = 1900, 2199

_IN_WORKING_DAYS = "10 working days, "
EXAMPLES = {
    Looking.BACK: "yesterday, 3 weeks ago, last Friday, January, end of September, 1 March, 1 March 2026, "
    "1/3/26 or 2026-03-01",
    Looking.AHEAD: f"tomorrow, Friday, Monday week, 3 weeks, {_IN_WORKING_DAYS}end of next month, "
    "end of January, 1 March, 1 March 2027, 1/3/27 or 2027-03-01",
}


def read_date(
    words: str, today: date, looking: Looking = Looking.BACK, bank_holidays: BankHolidays | None = None
) -> date:
    """The date that `words` mean on the day `today`; working days are understood only with `bank_holidays`.

    Raises WrongUse, with examples, for everything else; it says so where there is no such day.
    """
    # Cut before it is cleaned, because a text of any length may be pasted; what was cut is refused below.
    asked = clean_line(words[:MOST_READ])
    plain = " ".join(asked.casefold().replace(",", " ").split())
    such_as = f"Write it such as {_examples(looking, bank_holidays)}."
    found: date | None = None
    if len(plain) <= LONGEST and len(words) <= MOST_READ:
        try:
            found = meaning_of(plain, Asked(today, looking, bank_holidays))
        except NoSuchDay as error:
            raise WrongUse(str(error), such_as) from None
    if found is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
        shown = f"“{asked[:LONGEST]}”" if asked else "Nothing at all"
        raise WrongUse(f"{shown} is not a date that is understood here.", such_as)
    return found


def read_due(words: str, today: date, bank_holidays: BankHolidays, *, later: bool = False) -> date:
    """The date by which something is to be done: today or later, or from tomorrow on where a `later` day is meant.

    Raises WrongUse for words that are not understood, and for a day that has passed, saying which it was.
    """
    due = read_date(words, today, Looking.AHEAD, bank_holidays)
    if due < today:
        raise WrongUse(
            f"That would have been {said(due)}, and this day has passed.",
            f"Choose today or a later day, such as {_examples(Looking.AHEAD, bank_holidays)}.",
        )
    if later and due == today:
        raise WrongUse("That is today; here a later day is meant.", "Say by when, such as `in 3 weeks`.")
    return due


def said(day: date) -> str:
    """A date in words, the same everywhere: `Friday 20 November 2026`."""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def said_short(day: date) -> str:
    """A date for a narrow column: `20 Nov 2026`."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def day_of(moment: datetime) -> date:
    """The day of a moment, where the person is."""
    return moment.astimezone().date()


def half_way(agreed: date, due: date) -> date:
    """The day in the middle between two; the earlier of two middle days."""
    return agreed + timedelta(days=(due - agreed).days // 2)


def _examples(looking: Looking, bank_holidays: BankHolidays | None) -> str:
    """Only what would be understood."""
    return EXAMPLES[looking] if bank_holidays else EXAMPLES[looking].replace(_IN_WORKING_DAYS, "")
