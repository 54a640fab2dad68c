"""A team's log: its listed actions in an order that a lead can work with. It knows days, states and themes; what the
actions say is opened only for those that are looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from reflect.domain.actions.action import Level, Status
from reflect.domain.actions.rag import Rag


class LogBy(StrEnum):
    """How the log is told apart. By theme and by review an action can stand in several groups."""

    DAY = "day"
    RAG = "rag"
    STATUS = "status"
    THEME = "theme"
    LEVEL = "level"
    REVIEW = "review"
    OWNER = "owner"


class LogOrder(StrEnum):
    """What comes first in a group of the log: the soonest day, the latest change, or what nobody has changed for
    longest. What is over comes after all that is not, the latest change first."""

    DAY = "day"
    UPDATED = "updated"
    LEFT_ALONE = "left-alone"


@dataclass(frozen=True, slots=True)
class LogWanted:
    """Which listed actions are asked for: all of these together; what is None or empty asks for nothing. People by
    their ids, findings as `BANK/FINDING`. `due_before` leaves its own day out; `since` and `until` are the first and
    last day of a period in which they were agreed; `search` are words that stand in them."""

    overdue: bool = False
    rag: Rag | None = None
    status: Status | None = None
    theme: str | None = None
    level: Level | None = None
    finding: str | None = None
    owner: str | None = None
    due_before: date | None = None
    since: date | None = None
    until: date | None = None
    search: str = ""


@dataclass(frozen=True, slots=True)
class LogGroup:
    """One group of the log: what it is (`key`), how people say it, and the ids of its actions in their order. `len` of
    `ids` is the exact count and costs nothing; ids of what is over may be read from the file only when they are
    looked at, so that a slice of them belongs where the file may be read."""

    key: str
    words: str
    ids: Sequence[str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class ListedLog:
    """The log of one or several teams (by name) on a day, in groups; `count` is how many different actions it holds,
    `letters` how many of them have each letter of the key."""

    teams: tuple[str, ...]
    as_at: date
    by: LogBy
    groups: tuple[LogGroup, ...]
    count: int
    letters: tuple[tuple[Rag, int], ...] = ()
    order: LogOrder = LogOrder.DAY
