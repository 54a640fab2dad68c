"""What happened to an action: events are only ever added, each signed by who made it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any


class EventKind(StrEnum):
    """Everything that can happen to an action."""

    PROPOSED = "proposed"
    EDITED = "edited"
    AGREED = "agreed"
    STARTED = "started"
    NOTED = "noted"
    CARRIED = "carried"
    ESCALATED = "escalated"
    ANSWERED = "answered"
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    DONE = "done"
    EVIDENCED = "evidenced"
    CONFIRMED = "confirmed"
    RECHECKED = "rechecked"
    NOT_ACHIEVED = "not-achieved"
    WITHDRAWN = "withdrawn"
    SHOWN = "shown"
    HANDED_OVER = "handed-over"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. `number` counts from 1 within its action, `at` is aware UTC, `on` is the day where the
    person was, `by` is a person's id, `previous` the digest of the event before (empty for the first); `data` holds
    only text, whole numbers, truth values, None, lists and maps of these, with days as ISO dates."""

    action: str
    number: int
    at: datetime
    on: date
    by: str
    kind: EventKind
    data: Mapping[str, Any]
    previous: str = ""
    signature: bytes = field(default=b"", repr=False)

    @property
    def payload(self) -> dict[str, Any]:
        """What is signed: everything but the signature."""
        return {
            "action": self.action,
            "number": self.number,
            "at": self.at.astimezone(UTC).isoformat(timespec="microseconds"),
            "on": self.on.isoformat(),
            "by": self.by,
            "kind": self.kind.value,
            "data": dict(self.data),
            "previous": self.previous,
        }


def event_of(payload: Mapping[str, Any], signature: bytes) -> Event:
    """The event whose `payload` this is. Raises KeyError, TypeError or ValueError for anything that is none."""
    at = datetime.fromisoformat(payload["at"])
    texts = all(isinstance(payload[name], str) for name in ("action", "by", "previous"))
    numbered = isinstance(payload["number"], int) and isinstance(payload["data"], Mapping)
    if at.tzinfo is None or not texts or not numbered:
        raise ValueError("not an event")
    try:
        at = at.astimezone(UTC)
    except OverflowError:
        raise ValueError("a moment before or after all calendars") from None
    return Event(
        action=payload["action"],
        number=payload["number"],
        at=at,
        on=date.fromisoformat(payload["on"]),
        by=payload["by"],
        kind=EventKind(payload["kind"]),
        data=payload["data"],
        previous=payload["previous"],
        signature=signature,
    )
