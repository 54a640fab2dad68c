"""What is asked before a step that takes a sentence, and what is said after it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from reflect.bank_holidays import of_england
from reflect.domain.actions.action import Action
from reflect.domain.actions.event import EventKind
from reflect.domain.actions.rules import Rules
from reflect.domain.dates import said
from reflect.domain.people import CircleKind
from reflect.domain.working_days import working_days_after
from reflect.tui.words import counted

if TYPE_CHECKING:
    from reflect.services.practice import Practice

_ALONE = (
    "There is nobody else here to confirm it, so you confirm it yourself, and it is shown so wherever “confirmed” "
    "stands."
)
_SEEN = "You say that you have seen what shows it."


@dataclass(frozen=True, slots=True)
class StepWords:
    """The words of one dialog: its title, what is said first, what is asked, its button, what is said afterwards."""

    title: str
    about: str
    asked: str
    keep: str
    told: str
    act: Callable[[Practice, str, str], Action]


_STEPS: Mapping[EventKind, StepWords] = {
    EventKind.NOTED: StepWords(
        "A note",
        "It stands in the history with today's date, and stays as it is.",
        "What is there to note?",
        "Add it",
        "The note is in the history.",
        lambda practice, id_, words: practice.acting.note(id_, words),
    ),
    EventKind.BLOCKED: StepWords(
        "Something is in the way",
        "Saying so early helps: what is in the way can be moved, or taken further up.",
        "What is in the way?",
        "It is blocked",
        "It is blocked, and says what is in the way.",
        lambda practice, id_, words: practice.acting.block(id_, words),
    ),
    EventKind.ANSWERED: StepWords(
        "What came of the escalation",
        "Whatever it was, it closes this stage of the ladder.",
        "What came of it?",
        "Keep it",
        "What came of it is kept.",
        lambda practice, id_, words: practice.acting.answered(id_, words),
    ),
    EventKind.NOT_ACHIEVED: StepWords(
        "It did not happen",
        "That is worth knowing, and no blame comes with it. What got in the way may be what has to change next.",
        "What got in the way?",
        "Set it down",
        "It is set down as not achieved. What got in the way is kept with it.",
        lambda practice, id_, words: practice.acting.not_achieved(id_, words),
    ),
    EventKind.WITHDRAWN: StepWords(
        "No longer meant",
        "It ends here, and its history stays.",
        "Why is it no longer meant?",
        "Withdraw it",
        "It is withdrawn, and its history keeps why.",
        lambda practice, id_, words: practice.acting.withdraw(id_, words),
    ),
    EventKind.CONFIRMED: StepWords(
        "Confirm that it was done",
        "",
        "What difference did it make, and for whom? (may stay empty)",
        "I have seen it: confirm",
        "",
        lambda practice, id_, words: practice.acting.confirm(id_, words),
    ),
}


def words_of(kind: EventKind, action: Action) -> StepWords:
    """What is asked before this step, and said after it."""
    step = _STEPS[kind]
    if kind is not EventKind.CONFIRMED:
        return step
    shown = "\n".join(
        f"{one.kind.value.capitalize()}: {one.text}" for one in action.evidence[action.outlived :]
    )
    alone = action.circle is CircleKind.MINE
    before = f"\nImpact, as said before: {action.impact}" if action.impact else ""
    return StepWords(
        step.title,
        f"{shown}{before}\n\n{_ALONE if alone else _SEEN}",
        step.asked,
        step.keep,
        f"Confirmed{' by yourself' if alone else ''}. Its re-check will show whether it lasts.",
        step.act,
    )


def escalating(action: Action, rules: Rules, today: date) -> StepWords:
    """The next stage of the ladder: which it is, to whom it goes, and by which day they answer."""
    reached = action.escalation.stage if action.escalation else 0
    stage = rules.ladder[reached]
    by = working_days_after(today, stage.working_days, of_england)
    days = counted(stage.working_days, "working day")
    return StepWords(
        f"Escalate: stage {reached + 1} of {len(rules.ladder)}",
        f"{stage.name}. It goes to {stage.role}, who has {days} to answer: until {said(by)}. Nothing is sent from "
        "here; you tell them yourself.",
        "Why does it go up?",
        "Escalate it",
        f"Escalated to {stage.role}; an answer is due by {said(by)}.",
        lambda practice, id_, words: practice.acting.escalate(id_, words),
    )


def after_showing(action: Action) -> str:
    """Who sees it now."""
    return _SHOWN[action.circle]


def after_carrying(action: Action) -> str:
    """What became of an action that was carried forward, or dropped instead."""
    if not action.is_open:
        return "It is withdrawn, and its history keeps why."
    return f"Carried forward to {said(action.due)}." if action.due else "Carried forward."


_SHOWN = {
    CircleKind.MINE: "It is yours alone again.",
    CircleKind.PAIR: "It is shown to them now.",
    CircleKind.TEAM: "It is on the team's log now.",
}
