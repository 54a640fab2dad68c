"""At a re-check: the question that an action came from, and what its owner answered before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect.cli.answer_lines import words_lines
from reflect.cli.echo import tell, tell_to_copy
from reflect.domain.dates import day_of, said
from reflect.errors import NotFound

if TYPE_CHECKING:
    from reflect.domain.actions.action import Action
    from reflect.services.practice import Practice

_NO_ANSWER = "You have not answered this question before."


def tell_question(practice: Practice, action: Action) -> None:
    """Says the question that `action` came from, if from one. Its owner is told their earlier answers, oldest first,
    and how to answer it anew; nobody else answers it."""
    origin = action.origin
    if origin is None or not origin.question:
        return
    tell(f"The question: {origin.wording}")
    if action.owner != practice.person.id:
        return
    answers = practice.actions.trace(action.id).answers
    if not answers:
        tell(_NO_ANSWER)
    for answer in answers:
        tell(f"Then, on {said(day_of(answer.created))}:")
        if answer.asked.wording != origin.wording:
            tell(answer.asked.wording)
        for line in words_lines(answer):
            tell_to_copy(line)
    if _is_asked(practice, origin.bank, origin.question):
        tell("To answer it anew, for yourself alone:")
        tell_to_copy(f"  reflect answer add {origin.bank} {origin.question}")


def _is_asked(practice: Practice, bank: str, question: str) -> bool:
    try:
        return practice.banks.bank(bank).question(question) is not None
    except NotFound:
        return False
