"""One step of an action: what an event makes of it, and which events are possible when.

The rules hold for a new event and for one that is read again, so that an action is always the sum of its events.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from reflect.domain import dates
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
from reflect.domain.actions.allowed import check_possible
from reflect.domain.actions.event import Event, EventKind
from reflect.domain.actions.origin import origin_read, record_read
from reflect.domain.people import CircleKind
from reflect.errors import NotPermitted, WrongUse

_P, _A, _I, _B = Status.PROPOSED, Status.AGREED, Status.IN_PROGRESS, Status.BLOCKED
_RANK = tuple(CircleKind).index


def begun(event: Event) -> Action:
    """The action that a first event proposes. Raises WrongUse if it says nothing or is no first event."""
    if event.kind is not EventKind.PROPOSED or event.number != 1:
        raise WrongUse("An action begins with what is to be done.", "Nothing was changed.")
    said = event.data
    circle = CircleKind(said.get("circle") or CircleKind.MINE)
    owner = said.get("owner") or event.by
    if circle is CircleKind.TEAM or (circle is CircleKind.MINE and owner != event.by):
        raise WrongUse(
            "An action begins with its owner alone, or with the two who agree it.", "Nothing was changed."
        )
    return Action(
        id=event.action,
        owner=owner,
        circle=circle,
        what=_words(said, "what", "what is to be done"),
        know=said["know"],
        level=Level(said["level"]),
        themes=tuple(said["themes"]),
        origin=origin_read(said["origin"]),
        keep=said["keep"] is True,
        supporter=said["supporter"],
        due=_day(said["due"]),
        split_from=said.get("split_from"),
        record=record_read(said),
        created=event.at,
        updated=event.at,
        updated_on=event.on,
    )


def after(action: Action, event: Event) -> Action:
    """The action after one more event. Raises WrongUse, with what to do instead, where the action does not allow it,
    and NotPermitted where the person may not do it."""
    if event.action != action.id or event.number <= action.events:
        raise WrongUse("This does not belong to the action, or not in this order.", "Nothing was changed.")
    if action.circle is CircleKind.MINE and event.by != action.owner:
        raise NotPermitted("This action is its owner's alone.", "They can show it to others.")
    check_possible(action, event.kind)
    changed = _STEPS[event.kind](action, event)
    return replace(changed, updated=event.at, updated_on=event.on, events=event.number)


def _edited(action: Action, event: Event) -> Action:
    said = event.data
    if "due" in said and action.status is not _P:
        raise WrongUse(
            "An agreed date is not changed quietly.",
            "Carry the action forward: that asks why, and keeps both dates.",
        )
    return replace(
        action,
        what=_words(said, "what", "what is to be done") if "what" in said else action.what,
        know=said.get("know", action.know),
        level=Level(said["level"]) if "level" in said else action.level,
        themes=tuple(said["themes"]) if "themes" in said else action.themes,
        supporter=said.get("supporter", action.supporter),
        due=_day(said["due"]) if "due" in said else action.due,
    )


def _agreed(action: Action, event: Event) -> Action:
    due = _day(event.data["due"]) if event.data.get("due") else action.due
    if due is None and not action.keep:
        raise WrongUse("An action is agreed with a date.", "Say by when, such as `in 3 weeks`.")
    return replace(action, status=_A, agreed=event.on, due=due)


def _started(action: Action, event: Event) -> Action:
    return replace(action, status=_I, started=event.on)


def _noted(action: Action, event: Event) -> Action:
    _words(event.data, "text", "the note")
    return action


def _carried(action: Action, event: Event) -> Action:
    choice, why = CarryChoice(event.data["choice"]), _words(event.data, "why", "why it is carried forward")
    due = _day(event.data["due"])
    if due is None or due <= event.on:
        raise WrongUse("An action is carried forward to a later day.", "Say by when, such as `in 3 weeks`.")
    return replace(
        action,
        what=event.data.get("what") or action.what,
        status=_I if action.status is Status.DONE else action.status,
        done=None,
        evidence_by=None,
        due=due,
        carries=(*action.carries, Carry(event.on, why, choice)),
    )


def _escalated(action: Action, event: Event) -> Action:
    said = event.data
    _words(said, "why", "why it is escalated")
    stage = said["stage"]
    standing = action.escalation.stage if action.escalation else 0
    if stage != standing + 1:
        raise WrongUse(
            "The stages of the ladder are taken one after the other.", f"The next is stage {standing + 1}."
        )
    taken = Escalation(stage, said["role"], event.on, _day(said["answer_by"]))
    return replace(action, escalation=taken)


def _answered(action: Action, event: Event) -> Action:
    outcome = _words(event.data, "outcome", "what came of it")
    if action.escalation is None:
        raise WrongUse("This action was not escalated.", "Escalate it first.")
    return replace(action, escalation=replace(action.escalation, outcome=outcome))


def _blocked(action: Action, event: Event) -> Action:
    return replace(action, status=_B, blocked_why=_words(event.data, "why", "what is in the way"))


def _unblocked(action: Action, _: Event) -> Action:
    return replace(action, status=_I if action.started else _A, blocked_why="")


def _done(action: Action, event: Event) -> Action:
    said = event.data
    evidence, by = _evidence(said["evidence"]), _day(said["evidence_by"])
    if evidence is None and not action.is_shown and by is None:
        raise WrongUse(
            "Done needs something that shows it, or a day by which that follows.",
            "Say what shows it, or `evidence to follow` by a date.",
        )
    if by is not None and by < event.on:
        raise WrongUse("Evidence cannot follow by a day that has passed.", "Say a day that is still to come.")
    return replace(
        action,
        status=Status.DONE,
        done=event.on,
        started=action.started or event.on,
        blocked_why="",
        evidence=action.evidence + ((evidence,) if evidence else ()),
        evidence_by=by,
        impact=said["impact"] or action.impact,
    )


def _evidenced(action: Action, event: Event) -> Action:
    evidence = _evidence(event.data["evidence"])
    if evidence is None:
        raise WrongUse("Nothing was said that shows it.", "Say what shows it.")
    impact = event.data["impact"] or action.impact
    return replace(action, evidence=(*action.evidence, evidence), evidence_by=None, impact=impact)


def _confirmed(action: Action, event: Event) -> Action:
    if not action.is_shown:
        raise WrongUse("Nothing is confirmed without evidence.", "Add what shows it, then confirm.")
    if action.circle is not CircleKind.MINE and event.by == action.owner:
        raise NotPermitted(
            "Your supervisor confirms this, having seen the evidence.", "Bring it to your next one-to-one."
        )
    recheck = _day(event.data["recheck_due"])
    if recheck is None or recheck <= event.on:
        raise WrongUse("Whether it lasts is looked at on a later day.", "Say when its re-check is.")
    return replace(
        action,
        status=Status.CONFIRMED,
        confirmed=event.on,
        confirmed_by=event.by,
        recheck_due=recheck,
        impact=event.data["impact"] or action.impact,
    )


def _rechecked(action: Action, event: Event) -> Action:
    said = event.data
    result = RecheckResult(said["result"])
    if action.recheck_due is not None and event.on < action.recheck_due:
        raise WrongUse(
            "Whether it lasted cannot be known yet.", f"Its re-check is on {dates.said(action.recheck_due)}."
        )
    again = _day(said["next"])
    if result is not RecheckResult.SUSTAINED and (again is None or again <= event.on):
        raise WrongUse("What has not lasted is taken up again.", "Say by when, such as `in 6 weeks`.")
    looked = replace(
        action, rechecked=event.on, recheck_result=result, impact=said["impact"] or action.impact
    )
    if result is RecheckResult.SUSTAINED:
        return replace(looked, status=Status.EMBEDDED, ended=event.on, recheck_due=None)
    if result is RecheckResult.PARTLY:
        return replace(looked, recheck_due=again)
    return replace(
        looked,
        status=_I,
        due=again,
        done=None,
        outlived=len(action.evidence),
        evidence_by=None,
        confirmed=None,
        confirmed_by=None,
        recheck_due=None,
    )


def _not_achieved(action: Action, event: Event) -> Action:
    why = _words(event.data, "why", "what got in the way")
    return replace(_ended(action, event, why), status=Status.NOT_ACHIEVED, done=None, evidence_by=None)


def _withdrawn(action: Action, event: Event) -> Action:
    why = _words(event.data, "why", "why it is withdrawn")
    return replace(_ended(action, event, why), status=Status.WITHDRAWN)


def _ended(action: Action, event: Event, why: str) -> Action:
    return replace(action, ended=event.on, ended_why=why, blocked_why="")


def _shown(action: Action, event: Event) -> Action:
    to = CircleKind(event.data["circle"])
    if to is action.circle:
        raise WrongUse("This action is shown there already.", "Nothing was changed.")
    if to is CircleKind.MINE and event.by != action.owner:
        raise NotPermitted("Only its owner takes an action back.", "A note can be added.")
    if _RANK(to) < _RANK(action.circle) and action.agreed is not None:
        raise NotPermitted(
            "Once agreed, an action stays with those who agreed it: others rely on it.",
            "It can be withdrawn, with a reason.",
        )
    return replace(action, circle=to)


def _handed_over(action: Action, event: Event) -> Action:
    _words(event.data, "why", "why it is handed over")
    owner = event.data["owner"]
    if not isinstance(owner, str) or not owner or action.circle is CircleKind.MINE:
        raise WrongUse("An action is handed over to somebody, by those who see it.", "Nothing was changed.")
    if owner == action.owner:
        raise WrongUse("This action is theirs already.", "Nothing was changed.")
    if owner == action.confirmed_by:
        raise WrongUse(
            "They confirmed this action, so it cannot become their own.", "Hand it over to somebody else."
        )
    return replace(action, owner=owner)


def _words(said: Mapping[str, Any], name: str, meaning: str) -> str:
    words = said[name]
    if not isinstance(words, str) or not words.strip():
        raise WrongUse(f"It is missing {meaning}.", "Nothing was changed. Say it in a sentence.")
    return words


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None


def _evidence(said: Mapping[str, Any] | None) -> Evidence | None:
    if said is None:
        return None
    text = _words(said, "text", "what shows it")
    return Evidence(EvidenceKind(said["kind"]), text, date.fromisoformat(said["on"]))


_STEPS: Mapping[EventKind, Callable[[Action, Event], Action]] = {
    EventKind.EDITED: _edited,
    EventKind.AGREED: _agreed,
    EventKind.STARTED: _started,
    EventKind.NOTED: _noted,
    EventKind.CARRIED: _carried,
    EventKind.ESCALATED: _escalated,
    EventKind.ANSWERED: _answered,
    EventKind.BLOCKED: _blocked,
    EventKind.UNBLOCKED: _unblocked,
    EventKind.DONE: _done,
    EventKind.EVIDENCED: _evidenced,
    EventKind.CONFIRMED: _confirmed,
    EventKind.RECHECKED: _rechecked,
    EventKind.NOT_ACHIEVED: _not_achieved,
    EventKind.WITHDRAWN: _withdrawn,
    EventKind.SHOWN: _shown,
    EventKind.HANDED_OVER: _handed_over,
}
