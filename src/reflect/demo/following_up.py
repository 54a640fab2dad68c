"""What becomes of the actions of the demo: begun, noted, carried, done, seen to be so, and looked at again later."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from reflect.demo.fragments_of_actions import (
    EVIDENCE,
    IMPACT,
    PROGRESS,
    WHAT_BY_THEME,
    WHY_BLOCKED,
    WHY_CARRIED,
    WHY_NOT,
    WHY_WITHDRAWN,
)
from reflect.domain.actions.action import Evidence, EvidenceKind, RecheckResult, Status
from reflect.domain.people import CircleKind

if TYPE_CHECKING:
    from reflect.demo.luck import Luck
    from reflect.domain.actions.action import Action
    from reflect.domain.banks import Question
    from reflect.domain.reflection import Asked
    from reflect.services.practice import Practice


def agree_something(
    supervisor: Practice, meeting: str, asked: Asked | None, luck: Luck, today: date, *, listed: bool
) -> None:
    """An action agreed in a one-to-one: from the question that was talked about, or from one of a bank; `listed` puts
    it on the team's log."""
    if asked is None:
        bank = luck.one_of(supervisor.banks.banks())
        question: Question = luck.one_of(bank.questions)
        origin, theme = f"{bank.id}/{question.id}", question.themes[0]
    else:
        origin, theme = f"{asked.bank}/{asked.question}", asked.themes[0]
    what, know = luck.one_of(WHAT_BY_THEME[theme])
    action = supervisor.one_to_ones.agree_action(
        meeting,
        what=what,
        know=know,
        due=today + timedelta(days=luck.number(20, 70)),
        origin=origin,
    )
    if listed:
        supervisor.acting.show_to(action.id, CircleKind.TEAM)


def follow_up(supervisor: Practice, supervisee: Practice, action: Action, luck: Luck, today: date) -> None:
    """One previous action in a one-to-one: every one gets a word."""
    if action.status is Status.DONE:
        supervisor.acting.confirm(action.id, impact=luck.one_of(IMPACT) if luck.chance(0.5) else "")
    elif action.status is Status.CONFIRMED:
        if action.recheck_due is not None and action.recheck_due <= today:
            _look_again(supervisor, action, luck, today)
    elif action.status is Status.AGREED and not luck.chance(0.25):
        supervisee.acting.start(action.id)
        supervisee.acting.note(action.id, luck.one_of(PROGRESS))
    else:
        _go_on(supervisee, action, luck, today)


def _go_on(supervisee: Practice, action: Action, luck: Luck, today: date) -> None:
    if action.status is Status.BLOCKED:
        if luck.chance(0.5):
            supervisee.acting.note(action.id, luck.one_of(PROGRESS))
            return
        supervisee.acting.unblock(action.id)
    elif action.status is Status.IN_PROGRESS and luck.chance(0.12):
        supervisee.acting.block(action.id, luck.one_of(WHY_BLOCKED))
        return
    if luck.chance(0.05):
        supervisee.acting.withdraw(action.id, luck.one_of(WHY_WITHDRAWN))
        return
    near = action.due is not None and action.due <= today + timedelta(days=10)
    if not near and luck.chance(0.5):
        supervisee.acting.note(action.id, luck.one_of(PROGRESS))
    elif luck.chance(0.7):
        kind, words = luck.one_of(EVIDENCE)
        shown = Evidence(EvidenceKind(kind), words, today)
        supervisee.acting.done(action.id, evidence=shown, impact=luck.one_of(IMPACT))
    elif action.carried >= 2 and luck.chance(0.5):
        supervisee.acting.not_achieved(action.id, luck.one_of(WHY_NOT))
    else:
        due = max(today, action.due or today) + timedelta(days=luck.number(21, 42))
        supervisee.acting.carry(action.id, why=luck.one_of(WHY_CARRIED), due=due)


def _look_again(supervisor: Practice, action: Action, luck: Luck, today: date) -> None:
    result = luck.weighted(tuple(RecheckResult), (7, 2, 1))
    again = None if result is RecheckResult.SUSTAINED else today + timedelta(days=42)
    supervisor.acting.recheck(action.id, result, impact=luck.one_of(IMPACT), again=again)


def mean_something(practice: Practice, answer: str, theme: str, luck: Luck, today: date) -> None:
    """An action of somebody's own, from an answer and for nobody else; some are on their way, some done."""
    what, know = luck.one_of(WHAT_BY_THEME[theme])
    due = today + timedelta(days=luck.number(14, 60))
    acting = practice.acting
    action = acting.propose(what=what, know=know, due=due, origin=answer, agree=luck.chance(0.8))
    if action.status is not Status.AGREED or luck.chance(0.3):
        return
    acting.start(action.id)
    acting.note(action.id, luck.one_of(PROGRESS))
    if luck.chance(0.5):
        kind, words = luck.one_of(EVIDENCE)
        acting.done(action.id, evidence=Evidence(EvidenceKind(kind), words, today))
