"""What an action can come from: a question, a finding, an answer of one's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reflect.domain.banks import Bank
from reflect.domain.reflection import Answer
from reflect.domain.sharing import ShareCard


@dataclass(frozen=True, slots=True)
class ComesFrom:
    """`origin` as the services take it, its words, and the themes that it brings."""

    origin: str
    words: str
    themes: tuple[str, ...]


def from_question(bank: Bank, question_id: str) -> tuple[ComesFrom, ...]:
    """A question of a bank; nothing if it has none such."""
    asked = bank.question(question_id)
    if asked is None:
        return ()
    return (ComesFrom(f"{bank.id}/{asked.id}", asked.text, asked.themes + asked.context),)


def from_findings(bank: Bank) -> tuple[ComesFrom, ...]:
    """Every finding of a bank."""
    return tuple(ComesFrom(f"{bank.id}/{one.id}", one.text, one.themes) for one in bank.findings)


def from_answers(answers: Iterable[Answer]) -> tuple[ComesFrom, ...]:
    """Answers of one's own that say something; they stay private."""
    return tuple(
        ComesFrom(answer.id, answer.asked.wording, answer.asked.themes + answer.asked.context)
        for answer in answers
        if not answer.is_empty
    )


def from_shares(cards: Iterable[ShareCard]) -> tuple[ComesFrom, ...]:
    """The questions of what was shared, each once; they are of a bank, and nobody's words."""
    asked = {f"{card.asked.bank}/{card.asked.question}": card.asked for card in cards}
    return tuple(ComesFrom(origin, one.wording, one.themes + one.context) for origin, one in asked.items())
