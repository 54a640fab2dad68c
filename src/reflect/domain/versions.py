"""When an earlier wording of an answer is kept, so that nothing that stood for a while can be lost by editing.

A wording is kept before the text falls by more than 30 % or 200 characters from its longest, when it has stood
for ten minutes, and after every ten minutes of writing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

LARGE_FALL = 0.3
LONG_FALL = 200
INTERVAL = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier wording of an answer. `stood_from` and `kept` are aware UTC."""

    id: str
    answer: str
    text: str
    stood_from: datetime
    kept: datetime


@dataclass(frozen=True, slots=True)
class Trail:
    """What is remembered beside an answer's text to know when to keep a wording.

    `since` is when the present text came to stand, `last_kept` when a wording was last kept (at first, when the
    answer was begun), `longest` the longest text since then if it is longer than the present one.
    """

    since: datetime
    last_kept: datetime
    longest: str | None = None
    longest_since: datetime | None = None


def begun(now: datetime) -> Trail:
    """The trail of an answer that was just begun."""
    return Trail(since=now, last_kept=now)


def has_fallen(before: str, after: str) -> bool:
    """Whether so much is gone between two texts that the former must be kept."""
    lost = len(before) - len(after)
    return lost > LONG_FALL or lost > LARGE_FALL * len(before)


def on_change(
    trail: Trail, before: str, after: str, now: datetime
) -> tuple[Trail, tuple[tuple[str, datetime], ...]]:
    """The trail after a text was changed, and the wordings to keep because of it, each with the time since when
    it stood. A clock set back never makes a wording count as younger than the last change."""
    if before == after:
        return trail, ()
    moment = max(now, trail.since)
    longest, longest_since = before, trail.since
    if trail.longest is not None and trail.longest_since is not None and len(trail.longest) > len(before):
        longest, longest_since = trail.longest, trail.longest_since
    keep: dict[str, datetime] = {}
    if has_fallen(longest, after):
        keep[longest] = longest_since
    if has_fallen(before, after) or moment - min(trail.since, trail.last_kept) >= INTERVAL:
        keep[before] = trail.since
    fresh = Trail(since=moment, last_kept=moment if before in keep else trail.last_kept)
    if longest not in keep and len(longest) > len(after):
        fresh = replace(fresh, longest=longest, longest_since=longest_since)
    return fresh, tuple((text, since) for text, since in keep.items() if text.strip())
