"""A clock that stands still until a test moves it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta


class StoppedClock:
    """Tells the time that it was given; the date is that of UTC."""

    def __init__(self, moment: datetime = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.date()

    def go_on(self, **passed: float) -> None:
        """Moves on, or back, by days, hours, minutes or seconds."""
        self.moment += timedelta(**passed)
