"""What happened to an action, and what comes next, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from reflect.domain.actions.action import Action, CarryChoice, EvidenceKind, RecheckResult, Status
from reflect.domain.actions.allowed import POSSIBLE
from reflect.domain.actions.event import Event, EventKind
from reflect.domain.dates import said as in_words
from reflect.domain.people import CircleKind

_SOMEBODY = "somebody who is not in this workspace any more"
_ENDS = (".", "!", "?", "…", ".”", "!”", "?”")
_KINDS = {
    EvidenceKind.AUDIT: "an audit",
    EvidenceKind.OBSERVATION: "an observation",
    EvidenceKind.FEEDBACK: "feedback",
    EvidenceKind.RECORD: "a record",
    EvidenceKind.FIGURES: "figures",
    EvidenceKind.OTHER: "evidence",
}
_SHOWN_TO = {
    CircleKind.MINE: "Taken back to its owner alone.",
    CircleKind.PAIR: "Shown to its owner's supervisor.",
    CircleKind.TEAM: "Shown to the team.",
}


def told(event: Event, names: Mapping[str, str], history: Sequence[Event] = ()) -> str:
    """One sentence on an event; where it says what difference was made, a second one. What people wrote stands in it
    as it is. `names` are those of people by their ids; with the `history` that the event is of, it is also said where
    an owner confirmed alone and what was taken back."""
    if event.kind is EventKind.CONFIRMED:
        return _confirmed(event, names, history)
    if event.kind is EventKind.HANDED_OVER:
        return _handed_over(event, names)
    if event.kind is EventKind.UNDONE:
        sentence = _undone(event, names, history)
    elif event.kind is EventKind.PROPOSED:
        sentence = _proposed(event.data, names)
    else:
        sentence = _SENTENCES[event.kind](event.data)
    if not history or event.by == _owner_at(event, history):
        return sentence
    return f"{names.get(event.by, _SOMEBODY)}: {sentence[0].lower()}{sentence[1:]}"


def what_next(action: Action, today: date, *, is_left_behind: bool = False) -> str:
    """The next step of an action on the day `today`, in words. It is left behind for who can hand it over, once its
    owner has left."""
    if is_left_behind and action.status in POSSIBLE[EventKind.HANDED_OVER]:
        return "Hand it over to somebody else in the team, since its owner has left."
    if action.status in _AT_REST:
        return _AT_REST[action.status]
    if action.status is Status.PROPOSED:
        needs_day = action.due is None and not action.keep
        return (
            "Agree it, with a day by which it is to be done."
            if needs_day
            else "Agree it, or change it first."
        )
    if action.status is Status.DONE:
        return _next_when_done(action, today)
    if action.status is Status.CONFIRMED:
        return _next_when_confirmed(action, today)
    return _next_when_open(action, today)


_AT_REST = {
    Status.EMBEDDED: "Nothing more: it has lasted.",
    Status.NOT_ACHIEVED: "Nothing more here; a new action can take its place.",
    Status.WITHDRAWN: "Nothing more here; a new action can take its place.",
}


def _next_when_open(action: Action, today: date) -> str:
    asked = action.escalation
    if asked and asked.answer_by and not asked.outcome:
        if asked.is_late(today):
            say = (
                "say what came of it"
                if action.circle is CircleKind.MINE
                else "its owner or their supervisor says what came of it"
            )
            return (
                f"An answer from {asked.role} was expected by {in_words(asked.answer_by)}: "
                f"{say}, or it goes to the next stage of the ladder."
            )
        if action.status is Status.BLOCKED:
            return f"An answer from {asked.role} is expected by {in_words(asked.answer_by)}."
    if action.is_overdue(today) and action.due:
        return f"It was to be done by {in_words(action.due)}: say that it is done, or carry it forward."
    if action.status is Status.BLOCKED:
        return "Say when the way is free again, or escalate it."
    if action.status is Status.AGREED:
        return "Start it, or say what is in the way."
    by = f"It is to be done by {in_words(action.due)}: then" if action.due else "When it is done,"
    return f"{by} say what shows it."


def _next_when_done(action: Action, today: date) -> str:
    if action.evidence_by:
        if action.evidence_by < today:
            return f"Evidence was to follow by {in_words(action.evidence_by)}: add it."
        return f"Evidence is to follow by {in_words(action.evidence_by)}."
    if action.circle is CircleKind.MINE:
        return "Look at what shows it once more, and confirm it."
    return "Bring what shows it to the next one-to-one, to be confirmed."


def _next_when_confirmed(action: Action, today: date) -> str:
    if action.recheck_due and action.recheck_due > today:
        return f"Its re-check is on {in_words(action.recheck_due)}."
    return "Its re-check has come: look whether it has lasted."


def _owner_at(event: Event, history: Sequence[Event]) -> str:
    """Whose action it was when this happened."""
    owner = str(history[0].data.get("owner") or history[0].by)
    for before in history:
        if before.number >= event.number:
            break
        if before.kind is EventKind.HANDED_OVER:
            owner = str(before.data["owner"])
    return owner


def _handed_over(event: Event, names: Mapping[str, str]) -> str:
    by, to = (names.get(person, _SOMEBODY) for person in (event.by, event.data["owner"]))
    return f"Handed over by {by} to {to}, because: {_closed(event.data['why'])}"


def _proposed(data: Mapping[str, Any], names: Mapping[str, str]) -> str:
    owner = f" for {names.get(data['owner'], _SOMEBODY)}" if data.get("owner") else ""
    begun = ("Proposed as good practice" if data["keep"] else "Proposed") + owner
    split = ", split off from another action" if data.get("split_from") else ""
    return f"{begun}{split}{_by(data['due'])}: {_closed(data['what'])}"


def _edited(data: Mapping[str, Any]) -> str:
    changes = []
    if "what" in data:
        changes.append(f"what is to be done is now “{data['what']}”")
    if "know" in data:
        known = f"is now “{data['know']}”" if data["know"] else "is left open"
        changes.append(f"how we will know {known}")
    if "level" in data:
        changes.append(f"its level is now {data['level']}")
    if "themes" in data:
        changes.append("it has other themes" if data["themes"] else "it has no themes now")
    if "supporter" in data:
        changes.append(f"{data['supporter'] or 'nobody'} supports it now")
    if "due" in data:
        changes.append(f"its day is now {_day(data['due'])}" if data["due"] else "its day is left open")
    return f"Changed: {_closed('; '.join(changes) or 'nothing')}"


def _agreed(data: Mapping[str, Any]) -> str:
    return f"Agreed{_by(data.get('due'))}."


def _carried(data: Mapping[str, Any]) -> str:
    due, why = _day(data["due"]), _closed(data["why"])
    if data["choice"] == CarryChoice.SPLIT.value:
        remains = f", what remains being “{data['what']}”," if data.get("what") else ""
        return f"Split in two{remains} and carried forward to {due} because: {why}"
    reworded = f", now as “{data['what']}”," if data.get("what") else ""
    return f"Carried forward to {due}{reworded} because: {why}"


def _escalated(data: Mapping[str, Any]) -> str:
    until = f", to be answered by {_day(data['answer_by'])}," if data["answer_by"] else ""
    return f"Escalated to {data['role']} (stage {data['stage']}){until} because: {_closed(data['why'])}"


def _done(data: Mapping[str, Any]) -> str:
    follows = f"evidence to follow by {_day(data['evidence_by'])}" if data["evidence_by"] else ""
    if data["evidence"]:
        more = f"; with more {follows}" if follows else ""
        return f"Done, shown by {_evidence(data['evidence'], more)}{_impact(data)}"
    return f"Done, with {follows or 'the evidence that was there before'}.{_impact(data)}"


LASTED = {
    RecheckResult.SUSTAINED: "has lasted",
    RecheckResult.PARTLY: "has lasted in part",
    RecheckResult.NOT: "has not lasted",
}
"""What a re-check found, in words."""


def _evidenced(data: Mapping[str, Any]) -> str:
    return f"Shown by {_evidence(data['evidence'])}{_impact(data)}"


def _rechecked(data: Mapping[str, Any]) -> str:
    found = f"it {LASTED[RecheckResult(data['result'])]}"
    then = ""
    if data["result"] == RecheckResult.PARTLY.value:
        then = f", and is looked at again on {_day(data['next'])}"
    if data["result"] == RecheckResult.NOT.value:
        then = f", and is taken up again, to be done by {_day(data['next'])}"
    return f"Looked at again: {found}{then}.{_impact(data)}"


def _confirmed(event: Event, names: Mapping[str, str], history: Sequence[Event]) -> str:
    name = names.get(event.by, _SOMEBODY)
    alone = bool(history) and _owner_at(event, history) == event.by
    then = f" Its re-check is on {_day(event.data['recheck_due'])}."
    who = f"{name}, its owner, alone: nobody else could see it" if alone else name
    return f"Confirmed by {who}.{_impact(event.data)}{then}"


def _undone(event: Event, names: Mapping[str, str], history: Sequence[Event]) -> str:
    taken_back = [one for one in history if one.number in event.data["events"]]
    if not taken_back:
        return "What was done last was taken back."
    return f"Taken back: {' '.join(told(one, names, history) for one in taken_back)}"


def _by(day: str | None) -> str:
    return f", to be done by {_day(day)}" if day else ""


def _day(day: str) -> str:
    return in_words(date.fromisoformat(day))


def _evidence(data: Mapping[str, Any], more: str = "") -> str:
    kind = _KINDS[EvidenceKind(data["kind"])]
    return f"{kind} of {_day(data['on'])}{more}: {_closed(data['text'])}"


def _impact(data: Mapping[str, Any]) -> str:
    return f" What difference it made: {_closed(data['impact'])}" if data["impact"] else ""


def _closed(words: str) -> str:
    """Words with a full stop, unless they end as a sentence does."""
    return words if words.rstrip().endswith(_ENDS) else f"{words.rstrip()}."


_SENTENCES: Mapping[EventKind, Callable[[Mapping[str, Any]], str]] = {
    EventKind.EDITED: _edited,
    EventKind.AGREED: _agreed,
    EventKind.STARTED: lambda _: "Started.",
    EventKind.NOTED: lambda data: f"Noted: {_closed(data['text'])}",
    EventKind.CARRIED: _carried,
    EventKind.ESCALATED: _escalated,
    EventKind.ANSWERED: lambda data: f"What came of the escalation: {_closed(data['outcome'])}",
    EventKind.BLOCKED: lambda data: f"Blocked, because: {_closed(data['why'])}",
    EventKind.UNBLOCKED: lambda _: "The way is free again.",
    EventKind.DONE: _done,
    EventKind.EVIDENCED: _evidenced,
    EventKind.RECHECKED: _rechecked,
    EventKind.NOT_ACHIEVED: lambda data: f"Not achieved; what got in the way: {_closed(data['why'])}",
    EventKind.WITHDRAWN: lambda data: f"Withdrawn, because: {_closed(data['why'])}",
    EventKind.SHOWN: lambda data: _SHOWN_TO[CircleKind(data["circle"])],
}
