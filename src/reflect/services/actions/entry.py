"""One line of the index of actions: what order, groups and letters need, and not a word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reflect.domain.actions.action import Action, Level, Status

_MOST_CARRIED = 255


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the index."""

    id: str
    status: Status
    level: Level
    carried: int
    keep: bool
    next_day: date | None
    due: date | None
    agreed: date | None
    done: date | None
    ended: date | None
    updated_on: date

    @classmethod
    def of(cls, action: Action) -> Entry:
        """What the index keeps of an action."""
        return cls(
            action.id,
            action.status,
            action.level,
            min(action.carried, _MOST_CARRIED),
            action.keep,
            action.next_day,
            action.due,
            action.agreed,
            action.done,
            action.ended,
            action.updated_on,
        )
