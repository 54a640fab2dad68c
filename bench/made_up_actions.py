"""Workspaces with as many made-up actions as a measurement asks for, and the same as tasks of taskwarrior."""

from __future__ import annotations

import random
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from reflect.clock import SystemClock
from reflect.domain.actions.event import Event, EventKind
from reflect.services.pen import write_event
from reflect.services.practice import Practice
from reflect.workspace import Workspace

NAME, PASSPHRASE = "Robin Example", "a lantern by the canal"
DAYS_BACK, DAYS_AHEAD = 300, 300
AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class MadeUp:
    """An action that was agreed and is still to be done."""

    id: str
    what: str
    agreed: date
    due: date


def made_up(number: int, today: date) -> Iterator[MadeUp]:
    """So many actions, half of them overdue, the same every time."""
    luck = random.Random(1)
    for count in range(number):
        due = today + timedelta(days=luck.randrange(-DAYS_BACK, DAYS_AHEAD))
        agreed = min(today, due) - timedelta(days=luck.randrange(1, 200))
        id_ = str(uuid.UUID(int=luck.getrandbits(128), version=4))
        yield MadeUp(id_, f"Ask both parents what an ordinary day is like, family {count}", agreed, due)


def make_workspace(folder: Path, number: int, *, demo: bool = False) -> Workspace:
    """A workspace of one person with so many actions, each proposed and agreed. `demo` derives its key cheaply."""
    workspace = Workspace(folder)
    practice, _ = workspace.create(name=NAME, profession="Nurse", passphrase=PASSPHRASE, demo=demo)
    try:
        histories = (_history(practice, one) for one in made_up(number, SystemClock().today()))
        record = practice.acting._record
        while some := [history for history, _ in zip(histories, range(AT_ONCE), strict=False)]:
            with record.writing() as opened:
                opened.own.add([(events, len(events), None) for events in some])
    finally:
        practice.close()
    return workspace


def make_tasks(folder: Path, number: int) -> Path:
    """The same for taskwarrior 2, in its own format; returns its configuration file."""
    folder.mkdir()
    lines = [
        f'[description:"{one.what}" due:"{_seconds(one.due)}" entry:"{_seconds(one.agreed)}" '
        f'modified:"{_seconds(one.agreed)}" status:"pending" uuid:"{one.id}"]\n'
        for one in made_up(number, SystemClock().today())
    ]
    (folder / "pending.data").write_text("".join(lines), encoding="utf-8")
    configuration = folder / "taskrc"
    configuration.write_text(f"data.location={folder}\nconfirmation=no\nverbose=nothing\n", encoding="utf-8")
    return configuration


def _history(practice: Practice, one: MadeUp) -> tuple[Event, ...]:
    keys, at = practice.acting._record._keys, datetime.combine(one.agreed, time(12), UTC)
    said = {
        "what": one.what,
        "know": "It stands in the plan.",
        "due": one.due.isoformat(),
        "level": "practitioner",
        "themes": ["fathers-and-partners"],
        "origin": None,
        "keep": False,
        "supporter": "",
    }
    events: tuple[Event, ...] = ()
    for kind, data in ((EventKind.PROPOSED, said), (EventKind.AGREED, {"due": None})):
        events = (*events, write_event(keys, one.id, events, kind, data, at=at, on=one.agreed))
    return events


def _seconds(day: date) -> int:
    return int(datetime.combine(day, time(12), UTC).timestamp())
