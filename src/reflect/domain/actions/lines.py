"""An event as it travels: what is signed, the name of who made it, and the signature."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from reflect.domain.actions.event import Event, event_of

_TEXTS = ("at", "on", "by_id", "kind", "previous", "signature")


def event_written(event: Event, names: Mapping[str, str]) -> dict[str, Any]:
    """An event as plain values. `names` are the names of people by their ids."""
    return {
        "at": _moment(event.at),
        "by": names.get(event.by),
        "kind": event.kind.value,
        "data": dict(event.data),
        "number": event.number,
        "on": event.on.isoformat(),
        "by_id": event.by,
        "previous": event.previous,
        "signature": b64encode(event.signature).decode(),
    }


def event_read(action_id: str, said: Mapping[str, Any]) -> Event:
    """The event of an action that `event_written` wrote. Raises KeyError, TypeError or ValueError for anything else."""
    if not all(isinstance(said[name], str) for name in _TEXTS):
        raise ValueError("not an event")
    if isinstance(said["number"], bool):
        raise TypeError("a number that is none")
    payload = {
        "action": action_id,
        "number": said["number"],
        "at": said["at"],
        "on": said["on"],
        "by": said["by_id"],
        "kind": said["kind"],
        "data": said["data"],
        "previous": said["previous"],
    }
    return event_of(payload, b64decode(said["signature"], validate=True))


def _moment(moment: datetime) -> str:
    # To the second, as everywhere; more only where there is more, since the signature goes over it.
    exact = "microseconds" if moment.microsecond else "seconds"
    return moment.astimezone(UTC).isoformat(timespec=exact).replace("+00:00", "Z")
