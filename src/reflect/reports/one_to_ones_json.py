"""One-to-ones as JSON for other programs: a line of the list, and the whole record."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from reflect.clock import iso
from reflect.domain.actions.action import Action
from reflect.domain.actions.rag import rag
from reflect.domain.supervision.cadence import Due
from reflect.domain.supervision.days import MeetingDates
from reflect.domain.supervision.entry import Entry, Signature, Voided
from reflect.domain.supervision.going_out import AgendaOut
from reflect.domain.supervision.one_to_one import ActionInRecord, OneToOne, SharedInRecord


def one_to_one_json(meeting: OneToOne) -> dict[str, Any]:
    """One one-to-one as plain data, with the keys that the documentation names for the list. `label` says that it is
    not agreed until both have signed."""
    names = dict(meeting.names)
    facts = meeting.facts
    return {
        "id": meeting.id,
        "supervisor": names.get(meeting.supervisor),
        "supervisee": names.get(meeting.supervisee),
        "kind": meeting.kind.value,
        "status": meeting.status.value,
        "planned": facts.planned.isoformat(),
        "started": moment_json(facts.started),
        "ended": moment_json(facts.ended),
        "next": day_json(facts.next),
        "cancelled_reason": meeting.cancelled_reason or None,
        "agenda": [{"by": names.get(topic.author), "text": topic.text} for topic in meeting.topics],
        "actions": [_action(action, names) for action in meeting.actions],
        "signed_by": [meeting.name(person) for person in meeting.signed_by],
        "agreed": meeting.agreed,
        "locked": moment_json(meeting.locked),
        "label": meeting.label or None,
    }


def record_json(meeting: OneToOne, *, left_out: Collection[str] = ()) -> dict[str, Any]:
    """The whole record as plain data: the same keys, with everything that either of the two wrote. Questions of the
    banks in `left_out` stay behind."""
    names = dict(meeting.names)
    happened = {action.id: list(action.happened) for action in meeting.actions}
    said = one_to_one_json(meeting)
    return said | {
        "actions": [action | {"happened": happened[action["id"]]} for action in said["actions"]],
        "place": meeting.facts.place or None,
        "copy": meeting.copy,
        "entries": [entry_json(entry, names) for entry in meeting.entries],
        "shared": [_shared(one, left_out) for one in meeting.shared],
        "signatures": [signature_json(one, names) for one in meeting.signatures],
        "voided": [voided_json(one, names) for one in meeting.voided],
        "addenda": [entry_json(entry, names) for entry in meeting.addenda],
    }


def agenda_json(out: AgendaOut) -> dict[str, Any]:
    """The agenda as plain data: the whole record as it is so far, with the actions that are open or to be looked at
    again, and what was shared for it: the questions only."""
    names = dict(out.record.names)
    left_out = {one.bank for one in out.record.shared if out.question_stays(one.bank)}
    return record_json(out.record, left_out=left_out) | {
        "open_actions": [_open(action, names, out) for action in out.previous],
        "rechecks": [_open(action, names, out) for action in out.rechecks],
        "shared_for_it": [
            {
                "id": card.id,
                "by": names.get(card.supervisee),
                "bank": card.asked.bank,
                "wording": None if out.question_stays(card.asked.bank) else card.asked.wording,
                "whole": card.whole,
                "shared": iso(card.shared),
            }
            for card in out.shares
        ],
        "agreement_due": out.agreement_due,
    }


def due_json(due: Due, today: date) -> dict[str, Any]:
    """When the next one-to-one with somebody is due, as plain data."""
    return {
        "person": due.person,
        "supervises_me": due.supervises_me,
        "held": day_json(due.held),
        "planned": day_json(due.planned),
        "by": day_json(due.by),
        "overdue": due.is_overdue(today),
    }


def dates_json(dates: MeetingDates) -> dict[str, Any]:
    """What a team's lead may see of a one-to-one, as plain data."""
    return {
        "supervisor": dates.supervisor,
        "supervisee": dates.supervisee,
        "status": dates.status.value,
        "planned": dates.planned.isoformat(),
        "held": day_json(dates.held),
        "agreed": dates.agreed,
    }


def entry_json(entry: Entry, names: dict[str, str]) -> dict[str, Any]:
    """What one person wrote, as plain data; `names` are those of people by id."""
    return {
        "id": entry.id,
        "section": entry.section.value,
        "by": names.get(entry.author),
        "text": entry.text,
        "about": entry.about,
        "made": iso(entry.made),
        "changed": iso(entry.changed),
    }


def signature_json(signature: Signature, names: dict[str, str]) -> dict[str, Any]:
    """Who signed, and when."""
    return {"by": names.get(signature.by), "at": iso(signature.at)}


def voided_json(voided: Voided, names: dict[str, str]) -> dict[str, Any]:
    """Whose signature no longer counts, who changed something after it, and when."""
    return {
        "signed_by": names.get(voided.signed_by),
        "changed_by": names.get(voided.changed_by),
        "at": iso(voided.at),
    }


def day_json(day: date | None) -> str | None:
    """A day as it is written in data."""
    return day.isoformat() if day else None


def moment_json(moment: datetime | None) -> str | None:
    """A moment as it is written in data."""
    return iso(moment) if moment else None


def _action(action: ActionInRecord, names: dict[str, str]) -> dict[str, Any]:
    return {
        "id": action.id,
        "what": action.what,
        "owner": names.get(action.owner),
        "due": day_json(action.due),
        "status": action.status.value,
        "previous": action.previous,
    }


def _open(action: Action, names: dict[str, str], out: AgendaOut) -> dict[str, Any]:
    letter = rag(action, out.today, out.rules)
    return {
        "id": action.id,
        "what": action.what,
        "owner": names.get(action.owner),
        "due": day_json(action.due),
        "recheck_due": day_json(action.recheck_due),
        "status": action.status.value,
        "rag": letter.value if letter else None,
    }


def _shared(one: SharedInRecord, left_out: Collection[str]) -> dict[str, Any]:
    return {
        "id": one.id,
        "bank": one.bank or None,
        "wording": None if one.bank in left_out else one.question,
        "text": one.text,
    }
