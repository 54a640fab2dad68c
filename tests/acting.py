"""Histories of actions, event by event, as somebody lives them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from reflect.domain.actions.action import Action, Status
from reflect.domain.actions.event import Event, EventKind
from reflect.domain.actions.history import folded, last_act

ROBIN, ALEX, SAM = "robin", "alex", "sam"
NAMES = {ROBIN: "Robin Example", ALEX: "Alex Example", SAM: "Sam Supervisor"}
ACTION = "0b6c3d3e-1111-4222-8333-444455556666"
WHAT = "Ask both parents about sleep at every visit"
MONDAY = date(2026, 3, 2)
DUE = MONDAY + timedelta(weeks=6)
RECHECK = MONDAY + timedelta(days=90)
AUDIT = {"kind": "audit", "text": "Six records of ten name both", "on": MONDAY.isoformat()}

SAYS: Mapping[EventKind, Mapping[str, Any]] = {
    EventKind.PROPOSED: {
        "what": WHAT,
        "know": "",
        "due": DUE.isoformat(),
        "level": "practitioner",
        "themes": ["fathers-and-partners"],
        "origin": None,
        "keep": False,
        "supporter": "",
    },
    EventKind.EDITED: {"what": "Ask both parents about sleep and smoking"},
    EventKind.AGREED: {"due": None},
    EventKind.STARTED: {},
    EventKind.NOTED: {"text": "The first father was glad to be asked"},
    EventKind.CARRIED: {
        "why": "Two visits fell through",
        "choice": "new-date",
        "due": "2026-05-04",
        "what": None,
    },
    EventKind.ESCALATED: {
        "stage": 1,
        "role": "the health visitor",
        "why": "No reply",
        "answer_by": "2026-03-04",
    },
    EventKind.ANSWERED: {"outcome": "They rang back"},
    EventKind.BLOCKED: {"why": "No interpreter can be had"},
    EventKind.UNBLOCKED: {},
    EventKind.DONE: {"evidence": AUDIT, "evidence_by": None, "impact": ""},
    EventKind.EVIDENCED: {"evidence": AUDIT, "impact": ""},
    EventKind.CONFIRMED: {"impact": "", "recheck_due": RECHECK.isoformat()},
    EventKind.RECHECKED: {"result": "sustained", "impact": "", "next": None},
    EventKind.NOT_ACHIEVED: {"why": "The clinic closed"},
    EventKind.WITHDRAWN: {"why": "The family moved away"},
    EventKind.SHOWN: {"circle": "pair"},
    EventKind.HANDED_OVER: {"owner": ALEX, "why": "Robin is on leave"},
}
"""What is usually said with each event."""


def event_of_kind(
    kind: EventKind,
    number: int = 2,
    *,
    on: date = MONDAY,
    by: str = ROBIN,
    says: Mapping[str, Any] | None = None,
) -> Event:
    """An event with the usual words, or with all those of `says`."""
    at = datetime.combine(on, time(9, 30), UTC) + timedelta(minutes=number)
    return Event(ACTION, number, at, on, by, kind, SAYS[kind] if says is None else says)


class Story:
    """The events of one action. A step that is refused leaves them as they were; `then` returns the story."""

    def __init__(self, *, on: date = MONDAY, by: str = ROBIN, **said: Any) -> None:
        self.events: tuple[Event, ...] = ()
        self.then(EventKind.PROPOSED, on=on, by=by, **said)

    @property
    def action(self) -> Action:
        """What the events add up to."""
        return folded(self.events)

    def then(self, kind: EventKind, *, on: date | None = None, by: str = ROBIN, **said: Any) -> Story:
        """One more event, on the day of the last unless `on` is another, with the usual words but for `said`."""
        day = on or (self.events[-1].on if self.events else MONDAY)
        says = {**SAYS.get(kind, {}), **said}
        events = (*self.events, event_of_kind(kind, len(self.events) + 1, on=day, by=by, says=says))
        folded(events)
        self.events = events
        return self

    def undo(self, *, on: date | None = None, by: str = ROBIN) -> Story:
        """The last act taken back, on whatever day: histories from before that was asked stay readable."""
        return self.then(EventKind.UNDONE, on=on, by=by, events=list(last_act(self.events, by, date.min)))


PATHS: Mapping[Status, tuple[EventKind, ...]] = {
    Status.PROPOSED: (),
    Status.AGREED: (EventKind.AGREED,),
    Status.IN_PROGRESS: (EventKind.AGREED, EventKind.STARTED),
    Status.BLOCKED: (EventKind.AGREED, EventKind.BLOCKED),
    Status.DONE: (EventKind.AGREED, EventKind.DONE),
    Status.CONFIRMED: (EventKind.AGREED, EventKind.DONE, EventKind.CONFIRMED),
    Status.EMBEDDED: (EventKind.AGREED, EventKind.DONE, EventKind.CONFIRMED, EventKind.RECHECKED),
    Status.NOT_ACHIEVED: (EventKind.AGREED, EventKind.NOT_ACHIEVED),
    Status.WITHDRAWN: (EventKind.WITHDRAWN,),
}


def story_of(status: Status, **said: Any) -> Story:
    """A short history that ends in this state, all of it on one day but for a re-check; `said` is said at first."""
    story = Story(**said)
    for kind in PATHS[status]:
        story.then(kind, on=RECHECK if kind is EventKind.RECHECKED else None)
    return story


def unchanged_by_time(action: Action) -> Action:
    """An action without the marks of when it was last touched, to be compared with another."""
    return replace(action, updated=action.created, updated_on=MONDAY, events=1)
