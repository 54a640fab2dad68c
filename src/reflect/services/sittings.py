"""One sitting as it changes: pure steps from one state to the next, with no store behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from reflect.domain.banks import Bank
from reflect.domain.keeping_both import changed_together
from reflect.domain.professions import profession_code
from reflect.domain.reflection import Answer, Reflection


def questions_for(bank: Bank, profession: str) -> tuple[str, ...]:
    """The questions of a bank that are meant for somebody's profession, in the bank's order."""
    code = profession_code(profession) or profession
    return tuple(question.id for question in bank.questions if question.is_for(code))


def begun(reflection_id: str, bank: Bank, questions: Sequence[str], now: datetime) -> Reflection:
    """A new sitting at its first question."""
    return Reflection(
        id=reflection_id,
        bank=bank.id,
        bank_title=bank.title,
        bank_version=bank.version,
        questions=tuple(questions),
        position=0,
        answered=frozenset(),
        skipped=frozenset(),
        take_away="",
        started=now,
        updated=now,
        finished=None,
    )


def at(sitting: Reflection, position: int) -> Reflection:
    """The sitting with the person at another question; positions outside are brought to the nearest."""
    return replace(sitting, position=max(0, min(position, len(sitting.questions))))


def at_question(sitting: Reflection, question: str) -> Reflection:
    """The sitting at a question by its id; one that is not part of it yet is put in after the present one."""
    if question in sitting.questions:
        return at(sitting, sitting.questions.index(question))
    where = min(sitting.position, len(sitting.questions))
    questions = (*sitting.questions[:where], question, *sitting.questions[where:])
    return replace(sitting, questions=questions, position=where)


def with_answer(sitting: Reflection, answer: Answer) -> Reflection:
    """The sitting after an answer was saved: it counts as answered only if it says something."""
    asked = {answer.asked.question}
    answered = sitting.answered - asked if answer.is_empty else sitting.answered | asked
    return replace(sitting, answered=answered, skipped=sitting.skipped - answered, updated=answer.updated)


def without_answer(sitting: Reflection, question: str) -> Reflection:
    """The sitting after an answer was deleted."""
    return replace(sitting, answered=sitting.answered - {question})


def past(sitting: Reflection, question: str) -> Reflection:
    """The sitting one question on, with this one marked as skipped unless it was answered."""
    skipped = sitting.skipped if question in sitting.answered else sitting.skipped | {question}
    where = sitting.questions.index(question) + 1 if question in sitting.questions else sitting.position
    return at(replace(sitting, skipped=skipped), where)


def taking_away(sitting: Reflection, words: str, based_on: str) -> Reflection:
    """The sitting with what the person takes away; nothing of what another window wrote meanwhile is lost."""
    return replace(sitting, take_away=changed_together(sitting.take_away, words, based_on))
