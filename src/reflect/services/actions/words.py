"""How an action and its events are written down before they are sealed, and read back."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from reflect.domain.actions.action import (
    Action,
    Carry,
    CarryChoice,
    Escalation,
    Evidence,
    EvidenceKind,
    Level,
    RecheckResult,
    Status,
)
from reflect.domain.actions.event import Event, event_of
from reflect.domain.actions.origin import origin_read, origin_written
from reflect.domain.people import CircleKind
from reflect.errors import DamagedFile
from reflect.services.sealed_json import open_json, seal_json

if TYPE_CHECKING:
    from reflect.vault.sealing import CircleKey

OWN = "mine_action"
# Bytes: the length of what is sealed does not tell which step it was.
LENGTHS = 512


@dataclass(frozen=True, slots=True)
class Kept:
    """An action as it is kept: with its owner alone also the private answer that it came from, which never travels
    with it."""

    action: Action
    answer: str | None = None


def seal_action(key: CircleKey, kept: Kept, table: str = OWN) -> bytes:
    """An action, sealed for the place where it is stored."""
    said = {"action": action_written(kept.action), "answer": kept.answer}
    return seal_json(key, f"{table}/{kept.action.id}", said, multiple=LENGTHS)


def open_action(key: CircleKey, action_id: str, sealed: bytes, table: str = OWN) -> Kept:
    """An action, opened. Raises DamagedFile if it is not what was stored there."""
    said = open_json(key, f"{table}/{action_id}", sealed)
    kept = Kept(action_read(said["action"]), said["answer"])
    if kept.action.id != action_id:
        raise _out_of_place()
    return kept


def seal_event(key: CircleKey, event: Event, table: str = OWN) -> bytes:
    """An event with its signature, sealed for its place."""
    said = {"payload": event.payload, "signature": b64encode(event.signature).decode()}
    place = f"{table}_event/{event.action}/{event.number}"
    return seal_json(key, place, said, multiple=LENGTHS)


def open_event(key: CircleKey, action_id: str, number: int, sealed: bytes, table: str = OWN) -> Event:
    """An event, opened. Raises DamagedFile if it is not what was stored there."""
    said = open_json(key, f"{table}_event/{action_id}/{number}", sealed)
    event = event_of(said["payload"], b64decode(said["signature"]))
    if (event.action, event.number) != (action_id, number):
        raise _out_of_place()
    return event


def action_written(action: Action) -> dict[str, Any]:
    """An action as plain text, numbers and lists."""
    escalation = action.escalation
    return {
        "id": action.id,
        "owner": action.owner,
        "what": action.what,
        "know": action.know,
        "level": action.level.value,
        "themes": list(action.themes),
        "origin": origin_written(action.origin),
        "keep": action.keep,
        "supporter": action.supporter,
        "due": _day(action.due),
        "created": _moment(action.created),
        "updated": _moment(action.updated),
        "updated_on": _day(action.updated_on),
        "split_from": action.split_from,
        "record": action.record,
        "circle": action.circle.value,
        "status": action.status.value,
        "agreed": _day(action.agreed),
        "started": _day(action.started),
        "blocked_why": action.blocked_why,
        "done": _day(action.done),
        "evidence": [[one.kind.value, one.text, _day(one.on)] for one in action.evidence],
        "outlived": action.outlived,
        "evidence_by": _day(action.evidence_by),
        "impact": action.impact,
        "confirmed": _day(action.confirmed),
        "confirmed_by": action.confirmed_by,
        "recheck_due": _day(action.recheck_due),
        "rechecked": _day(action.rechecked),
        "recheck_result": action.recheck_result.value if action.recheck_result else None,
        "carries": [[_day(one.on), one.why, one.choice.value] for one in action.carries],
        "escalation": [
            escalation.stage,
            escalation.role,
            _day(escalation.on),
            _day(escalation.answer_by),
            escalation.outcome,
        ]
        if escalation
        else None,
        "ended": _day(action.ended),
        "ended_why": action.ended_why,
        "events": action.events,
    }


def action_read(said: dict[str, Any]) -> Action:
    """An action as it was written down."""
    escalation = said["escalation"]
    return Action(
        id=said["id"],
        owner=said["owner"],
        what=said["what"],
        know=said["know"],
        level=Level(said["level"]),
        themes=tuple(said["themes"]),
        origin=origin_read(said["origin"]),
        keep=said["keep"],
        supporter=said["supporter"],
        due=_read_day(said["due"]),
        created=datetime.fromisoformat(said["created"]),
        updated=datetime.fromisoformat(said["updated"]),
        updated_on=date.fromisoformat(said["updated_on"]),
        split_from=said["split_from"],
        record=said.get("record"),
        circle=CircleKind(said["circle"]),
        status=Status(said["status"]),
        agreed=_read_day(said["agreed"]),
        started=_read_day(said["started"]),
        blocked_why=said["blocked_why"],
        done=_read_day(said["done"]),
        evidence=tuple(
            Evidence(EvidenceKind(kind), text, date.fromisoformat(on)) for kind, text, on in said["evidence"]
        ),
        outlived=said.get("outlived", 0),
        evidence_by=_read_day(said["evidence_by"]),
        impact=said["impact"],
        confirmed=_read_day(said["confirmed"]),
        confirmed_by=said["confirmed_by"],
        recheck_due=_read_day(said["recheck_due"]),
        rechecked=_read_day(said["rechecked"]),
        recheck_result=RecheckResult(said["recheck_result"]) if said["recheck_result"] else None,
        carries=tuple(
            Carry(date.fromisoformat(on), why, CarryChoice(choice)) for on, why, choice in said["carries"]
        ),
        escalation=Escalation(
            escalation[0],
            escalation[1],
            date.fromisoformat(escalation[2]),
            _read_day(escalation[3]),
            escalation[4],
        )
        if escalation
        else None,
        ended=_read_day(said["ended"]),
        ended_why=said["ended_why"],
        events=said["events"],
    )


def _out_of_place() -> DamagedFile:
    return DamagedFile(
        "One of your actions does not stand in its own place: it was changed outside reflect.",
        "The others are not concerned. `reflect doctor --deep` says which it is.",
    )


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _read_day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
