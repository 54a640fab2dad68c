"""A clock for reading together or alone: a minute each, told in words, and stopped whenever somebody likes."""

from __future__ import annotations

from collections.abc import Callable

MINUTE = 60.0

_WORDS = (
    (45.0, "About a minute for this"),
    (20.0, "About half a minute left"),
    (0.0, "A few seconds left, then on by itself"),
)
STOPPED = "The clock is stopped"


class GentleClock:
    """Counts one minute at a time, on a clock that only goes forward (seconds). It begins stopped."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._used = 0.0
        self._since: float | None = None

    @property
    def is_running(self) -> bool:
        """Whether time passes."""
        return self._since is not None

    @property
    def left(self) -> float:
        """Seconds of this minute that are left (0: it is over)."""
        passed = self._seconds() - self._since if self._since is not None else 0.0
        return max(MINUTE - self._used - passed, 0.0)

    @property
    def words(self) -> str:
        """What is left, as people say it: no figure that runs down."""
        if not self.is_running:
            return STOPPED
        left = self.left
        return next(words for least, words in _WORDS if left >= least)

    def start(self) -> None:
        """Time passes from now on."""
        if self._since is None:
            self._since = self._seconds()

    def stop(self) -> None:
        """Time stands still; what is left of the minute stays."""
        self._used = MINUTE - self.left
        self._since = None

    def begin_minute(self) -> None:
        """A fresh minute; the clock goes on running or stays stopped."""
        self._used = 0.0
        if self._since is not None:
            self._since = self._seconds()
