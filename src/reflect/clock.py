"""What time it is: handed to whoever needs it, so that a test can choose the day."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time; every part of the program that needs it is given one."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...

    def today(self) -> date:
        """The date where the person is."""
        ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """The date in the computer's own time zone."""
        return datetime.now().astimezone().date()


def iso(moment: datetime) -> str:
    """A moment as it is stored and printed: `2026-11-20T14:02:00Z`, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
