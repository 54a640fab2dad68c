"""The time of day at which a one-to-one began or ended, as people write it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time

from reflect.errors import WrongUse
from reflect.text import clean_line

_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?")
_MOST_READ = 40


def read_time(words: str, day: date, now: datetime) -> datetime | None:
    """The moment (aware UTC) that a time such as `14:05`, `14.05`, `9` or `2.30 pm` means on a day, where the person
    is, or `now`; None for no words. Raises WrongUse, with examples, for everything else."""
    asked = clean_line(words[:_MOST_READ])
    if not asked:
        return None
    if asked.casefold() == "now":
        return now
    found = _TIME.fullmatch(" ".join(asked.casefold().split()))
    hour = _hour(int(found[1]), found[3]) if found else None
    minute = int(found[2] or 0) if found else 0
    if hour is None or minute > 59:
        raise WrongUse(f"“{asked}” is not a time of day.", "Write it such as 14:05, 9:30, 2.30 pm or now.")
    return datetime.combine(day, time(hour, minute)).astimezone(UTC)


def said_time(moment: datetime) -> str:
    """The time of day of a moment, where the person is: `14:05`."""
    return f"{moment.astimezone():%H:%M}"


def on_day(moment: datetime, day: date) -> datetime:
    """The same time of day on another day, where the person is (aware UTC)."""
    return datetime.combine(day, moment.astimezone().time()).astimezone(UTC)


def _hour(hour: int, half: str | None) -> int | None:
    if half is None:
        return hour if hour <= 23 else None
    if not 1 <= hour <= 12:
        return None
    return hour % 12 + (12 if half == "pm" else 0)
