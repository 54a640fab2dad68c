"""What difference an action made, as each of those who said something about it said it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reflect.domain.actions.event import Event, EventKind


@dataclass(frozen=True, slots=True)
class Difference:
    """Who said it (an id), on which day, and the words."""

    by: str
    on: date
    text: str


def differences(events: Sequence[Event]) -> tuple[Difference, ...]:
    """The last words of each person in the `events` of one action, the oldest first; what was taken back is left
    out."""
    taken_back = {
        number for event in events if event.kind is EventKind.UNDONE for number in event.data["events"]
    }
    latest: dict[str, Difference] = {}
    for event in events:
        words = str(event.data.get("impact") or "")
        if words and event.number not in taken_back:
            latest.pop(event.by, None)
            latest[event.by] = Difference(event.by, event.on, words)
    return tuple(latest.values())
