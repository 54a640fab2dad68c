"""Writing an event down: numbered, tied to the one before it, and signed by who made it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from reflect.domain.actions.event import Event, EventKind
from reflect.vault import signing

if TYPE_CHECKING:
    from reflect.vault.keys import KeyPairs

SIGNED_AS = "action event"


def write_event(
    keys: KeyPairs,
    action_id: str,
    before: Sequence[Event],
    kind: EventKind,
    data: Mapping[str, Any],
    *,
    at: datetime,
    on: date,
) -> Event:
    """The next event of an action, signed with the person's keys."""
    event = Event(
        action=action_id,
        number=len(before) + 1,
        at=at,
        on=on,
        by=keys.person_id,
        kind=kind,
        data=data,
        previous=digest(before[-1]) if before else "",
    )
    return replace(event, signature=signing.sign(keys, SIGNED_AS, event.payload))


class HistoryPen:
    """Writes the events of one new action, one after the other, as `write_event` would: for very many of them, since
    each is put into its canonical form only once."""

    def __init__(self, action_id: str) -> None:
        self._action = action_id
        self._written = 0
        self._previous = ""

    def write(
        self, keys: KeyPairs, kind: EventKind, data: Mapping[str, Any], *, at: datetime, on: date
    ) -> Event:
        """The next event, signed with somebody's keys."""
        self._written += 1
        event = Event(self._action, self._written, at, on, keys.person_id, kind, data, self._previous)
        form = signing.canonical(event.payload)
        self._previous = hashlib.sha256(form).hexdigest()
        return replace(event, signature=signing.sign_canonical(keys, SIGNED_AS, form))


def digest(event: Event) -> str:
    """What ties the next event to this one: SHA-256 (hex) over all that is signed."""
    return hashlib.sha256(signing.canonical(event.payload)).hexdigest()


def flaw(events: Sequence[Event], sign_keys: Mapping[str, bytes]) -> tuple[int, str] | None:
    """The first event, counted from 0, that is not as its maker signed it, and why; None if all are.
    `sign_keys` are the public keys of those who may see the action, by their ids: nobody else can have acted."""
    previous = ""
    for place, event in enumerate(events):
        key = sign_keys.get(event.by)
        if key is None:
            return place, "it was made by somebody to whom this action was never shown"
        if event.number != place + 1 or event.previous != previous:
            return place, "an event before it is missing or was changed"
        try:
            if not signing.verify(key, SIGNED_AS, event.payload, event.signature):
                return place, "its signature does not hold"
            previous = digest(event)
        except (TypeError, ValueError):
            return place, "its signature does not hold"
    return None
