"""A seven-minute session with a bank: its seven panes, then a few of its questions.

The questions that were not answered lately come first, and no two that lead back to one finding while another
finding waits. It is only a suggestion: the person may choose others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reflect.domain.banks import Bank, Question

PANES = 7
MOST_QUESTIONS = 3


@dataclass(frozen=True, slots=True)
class Offer:
    """The questions from which somebody may choose, in the bank's order, and the ids of those suggested."""

    questions: tuple[Question, ...]
    suggested: tuple[str, ...]


def has_seven_panes(bank: Bank) -> bool:
    """Whether a bank tells its briefing in seven panes of about a minute."""
    return len(bank.panes) == PANES


def offered(questions: Sequence[Question], last_answered: Mapping[str, date]) -> Offer:
    """What to offer of some questions; `last_answered` tells by id on which day each was answered last, if ever."""
    waiting = sorted(questions, key=lambda question: last_answered.get(question.id, date.min))
    chosen: list[Question] = []
    while waiting and len(chosen) < MOST_QUESTIONS:
        touched = {finding for question in chosen for finding in question.findings}
        pick = next((one for one in waiting if not touched.intersection(one.findings)), waiting[0])
        waiting.remove(pick)
        chosen.append(pick)
    return Offer(tuple(questions), tuple(question.id for question in questions if question in chosen))
