"""How long nobody has used the app. Keys and the mouse are use; so is timed work, and reading what stands there."""

from __future__ import annotations

from collections.abc import Callable


class Idleness:
    """Counts from the last use, on a clock that only goes forward (seconds)."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._last = seconds()
        self._timed_work = 0

    def used(self) -> None:
        """Somebody pressed a key or moved the mouse."""
        self._last = self._seconds()

    def timed_work_begins(self) -> None:
        """From now on time passes in use (a timer runs that people watch)."""
        self._timed_work += 1

    def timed_work_ends(self) -> None:
        """The timer has stopped; counting starts here."""
        self._timed_work = max(self._timed_work - 1, 0)
        self.used()

    def put_off(self, minutes: float, by: float) -> None:
        """`minutes` without use are over in `by` seconds from now."""
        self._last = self._seconds() - minutes * 60 + by

    def left(self, minutes: float) -> float:
        """Seconds until `minutes` without use are over (0 or less: they are)."""
        if self._timed_work:
            return minutes * 60
        return self._last + minutes * 60 - self._seconds()
