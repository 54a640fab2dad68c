"""What a demo is made of, and the clock by which it is made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Plan:
    """What to make: how many people, how many years, which luck, and the day before which all of it happened; and
    for how many days before it there are one-to-ones (0: nobody supervises anybody). With so many `actions` it is a
    whole service of several teams."""

    people: int
    years: int
    seed: int
    until: date
    supervised_days: int = 365
    actions: int = 0


class MadeUpClock:
    """A clock that shows what it is set to: what was made up happened when the plan says."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        """The moment it is set to."""
        return self.moment

    def today(self) -> date:
        """The date of that moment, in UTC."""
        return self.moment.date()
