"""How long to wait after a wrong passphrase: 1, 2, 4 ... 300 seconds, kept in the header.

It slows whoever sits at this computer. A stolen copy of the file knows no waiting: against that stands the
cost of each try (see `derivation`) and a good passphrase.
"""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import datetime, timedelta

from reflect.vault.header import Entry

LONGEST_SECONDS = 300


def wait_after(failures: int) -> int:
    """The seconds to wait after so many wrong passphrases in a row."""
    return min(2 ** min(failures - 1, 9), LONGEST_SECONDS) if failures > 0 else 0


def failed(entry: Entry, now: datetime) -> Entry:
    """The entry after one more wrong passphrase."""
    failures = entry.failures + 1
    return replace(entry, failures=failures, not_before=now + timedelta(seconds=wait_after(failures)))


def still_waiting(entry: Entry, now: datetime) -> tuple[int, Entry]:
    """The seconds left (0: go on) and the entry to keep. A clock that was set back starts the same wait
    again from its new time: it neither ends early nor lasts longer than a whole wait."""
    if entry.not_before is None or now >= entry.not_before:
        return 0, entry
    left = (entry.not_before - now).total_seconds()
    whole = wait_after(entry.failures)
    if left > whole:
        return whole, replace(entry, not_before=now + timedelta(seconds=whole))
    return math.ceil(left), entry


def welcome(entry: Entry) -> Entry:
    """The entry after the right passphrase."""
    return replace(entry, failures=0, not_before=None)
