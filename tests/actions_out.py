"""Actions on their way out, as many tests need them: one that everything happened to, one of good practice, hostile
ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from going_out import EVIL
from reflect.domain.actions.event import Event, EventKind
from reflect.domain.actions.going_out import ActionsOut
from reflect.domain.actions.history import folded
from reflect.domain.actions.rules import USUAL
from reflect.domain.banks import Handling
from reflect.domain.themes import Axis, Theme, Vocabulary

ROBIN, SAM = "robin-id", "sam-id"
NAMES = {ROBIN: "Robin Example", SAM: "Sam Example"}
_FATHERS = Theme("fathers-and-partners", "Fathers and partners", "Who else is there.", Axis.PRACTICE)
THEMES = Vocabulary({_FATHERS.code: _FATHERS})
BEGUN = date(2026, 1, 5)
TODAY = date(2026, 11, 20)
ORIGIN = {
    "bank": "child-s",
    "bank_title": "Child S",
    "bank_version": 3,
    "question": "both-parents",
    "wording": "Do I always speak with both parents?",
    "findings": [["fathers", "Fathers were not asked.", "Child S review"]],
}
Step = tuple[EventKind, Mapping[str, Any], date]
Words = Callable[[str], str]


def events_of(action_id: str, *steps: Step, by: str = ROBIN) -> tuple[Event, ...]:
    """Events that follow each other, each at noon of its day."""
    return tuple(
        Event(
            action=action_id,
            number=number,
            at=datetime.combine(on, time(12), UTC) + timedelta(seconds=number),
            on=on,
            by=by,
            kind=kind,
            data=data,
            previous=f"digest {number - 1}" if number > 1 else "",
            signature=bytes([number]) * 64,
        )
        for number, (kind, data, on) in enumerate(steps, 1)
    )


def proposed(what: str = "Ring both parents", **said: Any) -> Mapping[str, Any]:
    """What a first event says."""
    usual = {
        "what": what,
        "know": "",
        "due": "2026-03-02",
        "level": "practitioner",
        "themes": ["fathers-and-partners"],
        "origin": None,
        "keep": False,
        "supporter": "",
    }
    return usual | said


def agreed(action_id: str = "a1", *more: Step, **said: Any) -> tuple[Event, ...]:
    """An action that was proposed and agreed on the first day, and what else happened."""
    begun = (EventKind.PROPOSED, proposed(**said), BEGUN), (EventKind.AGREED, {"due": None}, BEGUN)
    return events_of(action_id, *begun, *more)


def everything(action_id: str = "whole", words: Words = str) -> tuple[Event, ...]:
    """An action to which everything happened that can: every event but those that end it otherwise. Each thing that
    somebody wrote goes through `words`."""

    def evidence(kind: str, text: str) -> Mapping[str, str]:
        return {"kind": kind, "text": words(text), "on": "2026-05-01"}

    day = iter(BEGUN + timedelta(days=number) for number in range(40))
    early = [
        (
            EventKind.PROPOSED,
            proposed(
                words("Ring both parents"),
                know=words("Both are named in the record"),
                supporter=words("Sam Helper"),
                origin={
                    **ORIGIN,
                    "bank_title": words("Child S"),
                    "wording": words("Do I always speak with both parents?"),
                    "findings": [["fathers", words("Fathers were not asked."), words("Child S review")]],
                },
                split_from="other",
            ),
        ),
        (EventKind.EDITED, {"what": words("Ring both parents first"), "know": words("Named in each record")}),
        (EventKind.AGREED, {"due": None}),
        (EventKind.STARTED, {}),
        (EventKind.NOTED, {"text": words("Rang the first father.")}),
        (
            EventKind.CARRIED,
            {
                "why": words("Two nights of duty"),
                "choice": "new-date",
                "due": "2026-05-01",
                "what": words("Ring both parents before the visit"),
            },
        ),
        (
            EventKind.ESCALATED,
            {
                "stage": 1,
                "role": words("the school nurse"),
                "why": words("No answer"),
                "answer_by": "2026-01-20",
            },
        ),
        (EventKind.ANSWERED, {"outcome": words("They will come")}),
        (EventKind.BLOCKED, {"why": words("No telephone number")}),
        (EventKind.UNBLOCKED, {}),
        (EventKind.NOTED, {"text": words("Written too early.")}),
        (EventKind.UNDONE, {"events": [11]}),
        (EventKind.DONE, {"evidence": None, "evidence_by": "2026-05-15", "impact": ""}),
        (
            EventKind.EVIDENCED,
            {"evidence": evidence("audit", "Nine of ten records"), "impact": words("Fathers came along")},
        ),
        (EventKind.CONFIRMED, {"impact": words("Two spoke for the first time"), "recheck_due": "2026-04-20"}),
    ]
    late = [
        (
            EventKind.RECHECKED,
            {"result": "sustained", "impact": words("It is usual now"), "next": None},
            date(2026, 5, 4),
        ),
    ]
    return events_of(action_id, *((kind, data, next(day)) for kind, data in early), *late)


def two_voices() -> tuple[Event, ...]:
    """An action of which Robin, then Sam, and Robin once more at the re-check said what difference it made."""
    shown = {"evidence": {"kind": "audit", "text": "Ten records", "on": "2026-02-02"}, "evidence_by": None}
    whole = agreed(
        "two",
        (EventKind.DONE, {**shown, "impact": "Fathers come along"}, date(2026, 2, 2)),
        (EventKind.CONFIRMED, {"impact": "One spoke", "recheck_due": "2026-05-04"}, date(2026, 2, 3)),
        (
            EventKind.RECHECKED,
            {"result": "sustained", "impact": "It is usual", "next": None},
            date(2026, 5, 4),
        ),
        circle="pair",
    )
    return tuple(replace(one, by=SAM) if one.kind is EventKind.CONFIRMED else one for one in whole)


def good_practice(action_id: str = "kept") -> tuple[Event, ...]:
    """A strength to keep."""
    return agreed(action_id, what="Keep ringing on Fridays", keep=True, due=None)


def actions_out(*histories: tuple[Event, ...], **facts: Any) -> ActionsOut:
    """These actions as they would leave on 20 November 2026."""
    out = ActionsOut(
        owner="Robin Example",
        today=TODAY,
        as_at=None,
        actions=tuple((folded(events), events) for events in histories),
        names=NAMES,
        rules=USUAL,
        answers={},
        handling={"child-s": Handling.PROFESSIONALS_ONLY},
        vocabulary=THEMES,
    )
    return replace(out, **facts)


def hostile() -> ActionsOut:
    """Actions in which every word that somebody may have typed or named is hostile."""
    histories = [
        everything(f"a{number}", lambda said, evil=evil: f"{evil} {said}") for number, evil in enumerate(EVIL)
    ]
    evil_names = {ROBIN: EVIL[0], SAM: EVIL[1]}
    return actions_out(*histories, owner=EVIL[0], names=evil_names)


def own_words(out: ActionsOut, *, is_read: bool = True) -> set[str]:
    """Every word that stands in these actions and in what happened to them, wherever it stands. Themes are codes in
    what no person reads."""
    found: set[str] = set()

    def gather(value: object) -> None:
        if isinstance(value, str):
            found.update(value.split())
        elif isinstance(value, Mapping):
            for key, held in value.items():
                if key == "themes":
                    gather([out.vocabulary.label(code) for code in held] if is_read else held)
                elif key == "findings":
                    gather([words for _, *words in held])
                elif key not in _NO_WORDS:
                    gather(held)
        elif isinstance(value, list | tuple):
            for held in value:
                gather(held)

    for _, events in out.actions:
        for event in events:
            gather(event.data)
    return found


# Days and codes are said in other words where people read them.
_NO_WORDS = {
    "due",
    "on",
    "answer_by",
    "evidence_by",
    "recheck_due",
    "next",
    "result",
    "choice",
    "circle",
    "kind",
    "split_from",
    "bank",
    "question",
}
