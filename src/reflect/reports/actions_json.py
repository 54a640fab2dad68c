"""A person's own actions as JSON: for other programs, and to be taken in again, with every signature."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from reflect.clock import iso
from reflect.domain.actions.action import Action, Escalation, Origin
from reflect.domain.actions.differences import differences
from reflect.domain.actions.event import Event
from reflect.domain.actions.going_out import ActionsOut
from reflect.domain.actions.lines import event_written
from reflect.domain.actions.rag import rag
from reflect.domain.actions.rules import Rules
from reflect.text import json_line


def json_lines(out: ActionsOut) -> bytes:
    """One action a line, as `action_json` has it, in UTF-8."""
    lines = (
        action_json(
            action,
            events,
            names=out.names,
            today=out.day,
            rules=out.rules,
            answer=out.answers.get(action.id),
        )
        for action, events in out.known
    )
    return "".join(map(json_line, lines)).encode("utf-8")


def action_json(
    action: Action,
    events: Sequence[Event],
    *,
    names: Mapping[str, str],
    today: date,
    rules: Rules,
    answer: str | None = None,
) -> dict[str, Any]:
    """One action as plain data, with the keys that the documentation names. `names` are the names of people by id,
    `answer` is the id of the private answer that it came from."""
    letter = rag(action, today, rules)
    return {
        "id": action.id,
        "what": action.what,
        "status": action.status.value,
        "rag": letter.value if letter else None,
        "keep": action.keep,
        "owner": names.get(action.owner),
        "supporter": action.supporter or None,
        "level": action.level.value,
        "circle": action.circle.value,
        "themes": list(action.themes),
        "origin": action.origin.short if action.origin else action.record or answer,
        "source": _source(action.origin),
        "answer": answer,
        "know": action.know or None,
        "created": iso(action.created),
        "agreed": _day(action.agreed),
        "due": _day(action.due),
        "started": _day(action.started),
        "done": _day(action.done),
        "evidence": [
            {"kind": one.kind.value, "text": one.text, "on": one.on.isoformat()} for one in action.evidence
        ],
        "evidence_by": _day(action.evidence_by),
        "impact": action.impact or None,
        "impacts": [
            {"by": names.get(one.by), "on": one.on.isoformat(), "text": one.text}
            for one in differences(events)
        ],
        "confirmed": _day(action.confirmed),
        "confirmed_by": names.get(action.confirmed_by) if action.confirmed_by else None,
        "confirmed_alone": action.confirmed_alone,
        "recheck_due": _day(action.recheck_due),
        "rechecked": _day(action.rechecked),
        "recheck_result": action.recheck_result.value if action.recheck_result else None,
        "carried": action.carried,
        "carries": [
            {"on": one.on.isoformat(), "why": one.why, "choice": one.choice.value} for one in action.carries
        ],
        "split_from": action.split_from,
        "escalation": _escalation(action.escalation, today),
        "blocked_why": action.blocked_why or None,
        "ended": _day(action.ended),
        "ended_why": action.ended_why or None,
        "updated": iso(action.updated),
        "events": [event_written(event, names) for event in events],
    }


def _source(origin: Origin | None) -> dict[str, Any] | None:
    if origin is None:
        return None
    return {
        "bank": origin.bank,
        "bank_title": origin.bank_title,
        "bank_version": origin.bank_version,
        "question": origin.question,
        "wording": origin.wording or None,
        "findings": [{"id": one.id, "text": one.text, "review": one.review} for one in origin.findings],
    }


def _escalation(escalation: Escalation | None, today: date) -> dict[str, Any] | None:
    if escalation is None:
        return None
    return {
        "stage": escalation.stage,
        "role": escalation.role,
        "on": escalation.on.isoformat(),
        "answer_by": _day(escalation.answer_by),
        "outcome": escalation.outcome or None,
        "late": escalation.is_late(today),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
