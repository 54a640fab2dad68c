"""Moments and days as they are written down."""

from __future__ import annotations

from datetime import UTC, date, datetime


def moment_written(moment: datetime) -> str:
    """A moment, in UTC, to the microsecond, so that it reads the same wherever it is signed."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment_read(written: str) -> datetime:
    """A moment as it was written down. Raises ValueError for one without a zone."""
    moment = datetime.fromisoformat(written)
    if moment.tzinfo is None:
        raise ValueError("a time without a zone")
    return moment


def moment_if_read(written: str | None) -> datetime | None:
    """The same where there may be none."""
    return moment_read(written) if written else None


def day_if_read(written: str | None) -> date | None:
    """A day as it was written down, where there may be none."""
    return date.fromisoformat(written) if written else None
