"""A reflection is one sitting with one bank; an answer keeps the question as it was asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reflect.domain.banks import Bank, Question, Shape


class Scale(StrEnum):
    """How often, for a self-audit; `NOT_IN_MY_ROLE` may answer a question of any shape."""

    ALWAYS = "always"
    USUALLY = "usually"
    SOMETIMES = "sometimes"
    RARELY = "rarely"
    NOT_IN_MY_ROLE = "not-in-my-role"

    @property
    def words(self) -> str:
        """The point of the scale as people say it."""
        return self.value.replace("-", " ").capitalize()


class State(StrEnum):
    """Who can read an answer: its owner alone, its owner alone but meant for a one-to-one, or a pair."""

    PRIVATE = "private"
    PREPARED = "prepared"
    SHARED = "shared"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question frozen as somebody answered it: no later edit of the bank changes it."""

    bank: str
    bank_title: str
    bank_version: int
    bank_hash: str
    question: str
    wording: str
    parts: tuple[str, ...]
    shape: Shape
    themes: tuple[str, ...]
    context: tuple[str, ...]

    @classmethod
    def of(cls, bank: Bank, question: Question) -> Asked:
        """The question as this version of the bank asks it."""
        return cls(
            bank=bank.id,
            bank_title=bank.title,
            bank_version=bank.version,
            bank_hash=bank.hash,
            question=question.id,
            wording=question.text,
            parts=question.parts,
            shape=question.shape,
            themes=question.themes,
            context=question.context,
        )


Steps = tuple[tuple[str, str], ...]
FREE = "free"


def joined(steps: Steps) -> str:
    """All words of the steps of a reflective model, without its headings."""
    return "\n\n".join(words for _, words in steps if words.strip())


@dataclass(frozen=True, slots=True)
class Meant:
    """What of a prepared answer is to be shared, and with whom: the words of the lines that were chosen (None for all),
    and the id of a supervisor (None where nobody was named)."""

    lines: tuple[str, ...] | None = None
    supervisor: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """One person's answer to one question in one sitting.

    `text` holds all words (for a self-audit: the last time I did not, and why); with a reflective model they
    are those of its `steps`, without the headings. `aside` keeps what was written under other models, so that
    changing the model loses nothing. `revision` grows by one with each save; it tells two windows apart that
    edit the same answer. `meant` is kept with what is prepared. Times are aware UTC.
    """

    id: str
    reflection: str
    asked: Asked
    scale: Scale | None
    text: str
    created: datetime
    updated: datetime
    revision: int
    state: State = State.PRIVATE
    model: str = FREE
    steps: Steps | None = None
    aside: tuple[tuple[str, Steps], ...] = ()
    meant: Meant | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been said yet: no point of the scale, no words."""
        return self.scale is None and not self.text.strip()


@dataclass(frozen=True, slots=True)
class AnswerCard:
    """An answer as a list shows it: everything but its words, and the first of them."""

    id: str
    reflection: str
    asked: Asked
    scale: Scale | None
    state: State
    opening: str
    created: datetime
    updated: datetime


@dataclass(frozen=True, slots=True)
class Reflection:
    """One sitting: which questions in which order, where the person is, and what they take away.

    `position` counts from 0 and may be len(questions): all are behind, and the end is open. `answered`
    holds the ids of the questions with an answer that says something.
    """

    id: str
    bank: str
    bank_title: str
    bank_version: int
    questions: tuple[str, ...]
    position: int
    answered: frozenset[str]
    skipped: frozenset[str]
    take_away: str
    started: datetime
    updated: datetime
    finished: datetime | None

    @property
    def at_end(self) -> bool:
        """Whether all questions are behind and the summary comes next."""
        return self.position >= len(self.questions)

    @property
    def question(self) -> str | None:
        """The id of the question that the person is at, or None at the end."""
        return None if self.at_end else self.questions[self.position]


@dataclass(frozen=True, slots=True)
class ReflectionCard:
    """A sitting as a list shows it: when, with which bank, and the ids of the questions answered in it."""

    id: str
    bank: str
    bank_title: str
    started: datetime
    is_finished: bool
    answered: tuple[str, ...]

    @classmethod
    def of(cls, reflection: Reflection) -> ReflectionCard:
        """The card of a sitting; its answered questions are in the order in which they were asked."""
        return cls(
            id=reflection.id,
            bank=reflection.bank,
            bank_title=reflection.bank_title,
            started=reflection.started,
            is_finished=reflection.finished is not None,
            answered=tuple(sorted(reflection.answered, key=_place_in(reflection.questions))),
        )


@dataclass(frozen=True, slots=True)
class Sitting:
    """A reflection together with the answers given in it, by question id; `gone` are the questions that it was begun
    with and that its bank asks no more, without an answer: they are not among those of `reflection`."""

    reflection: Reflection
    answers: dict[str, Answer]
    gone: frozenset[str] = frozenset()


def _place_in(questions: tuple[str, ...]) -> Callable[[str], tuple[int, str]]:
    places = {question: place for place, question in enumerate(questions)}
    return lambda question: (places.get(question, len(places)), question)
