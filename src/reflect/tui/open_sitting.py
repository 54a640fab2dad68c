"""A sitting as it stands on the screen: where the person is, and one autosave for each answer."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from reflect.domain.banks import Bank, Question, Shape
from reflect.domain.reflection import Answer, Sitting
from reflect.errors import ReflectError
from reflect.tui.autosave import Autosave, Draft, Keeping, Kept, SaveState
from reflect.tui.desk import Desk

if TYPE_CHECKING:
    from reflect.services.practice import Practice


@dataclass(frozen=True, slots=True)
class AsAsked:
    """A question as the page shows it: as it was asked when it was answered, or as the bank asks it now."""

    id: str
    wording: str
    parts: tuple[str, ...]
    shape: Shape
    question: Question | None


class OpenSitting:
    """Moving on never waits for the store; `save_all` says whether everything arrived there."""

    def __init__(
        self,
        sitting: Sitting,
        bank: Bank | None,
        desk: Desk,
        *,
        told: Callable[[], None],
        replaced: Callable[[str, Draft], None],
    ) -> None:
        """`told` is called when something is newly saved or not saved, `replaced` with a question and the draft to
        show there when another window had written too. `bank` is None when it is there no more."""
        self.id = sitting.reflection.id
        self.title = sitting.reflection.bank_title
        self.questions = sitting.reflection.questions
        self.position = sitting.reflection.position
        self.bank = bank
        self._gone = len(sitting.gone)
        self._remembered = self.position
        self._skipped: list[str] = []
        self._answers = dict(sitting.answers)
        self._keepers: dict[str, Autosave] = {}
        self._desk = desk
        self._told = told
        self._replaced = replaced

    @property
    def asked(self) -> AsAsked | None:
        """The question that the person is at, or None at the end."""
        if self.position >= len(self.questions):
            return None
        id_ = self.questions[self.position]
        question = self.bank.question(id_) if self.bank else None
        answer = self._answers.get(id_)
        if answer is not None:
            return AsAsked(id_, answer.asked.wording, answer.asked.parts, answer.asked.shape, question)
        if question is not None:
            return AsAsked(id_, question.text, question.parts, question.shape, question)
        gone = "This question is no longer in its bank. You can go on to the next one."
        return AsAsked(id_, gone, (), Shape.OPEN, None)

    @property
    def place(self) -> str:
        """Where the person is: `Question 2 of 3`, and how many more were asked when the sitting was begun."""
        gone = f" · {self._gone} no longer asked" if self._gone else ""
        return f"Question {self.position + 1} of {len(self.questions)}{gone}"

    @property
    def draft(self) -> Draft:
        """What is being said to the question that the person is at."""
        asked = self.asked
        return self._keeper(asked.id).draft if asked else Draft()

    @property
    def answer(self) -> Answer | None:
        """The answer to the question that the person is at as the store last gave it, or None before the first save."""
        asked = self.asked
        return self._answers.get(asked.id) if asked else None

    @property
    def keeper(self) -> Autosave | None:
        """What keeps the answer to the question that the person is at."""
        asked = self.asked
        return self._keeper(asked.id) if asked else None

    def take(self, answer: Answer) -> None:
        """The store holds this answer now, and what the person writes from here on is based on it."""
        question = answer.asked.question
        self._answers[question] = answer
        self._keeper(question).take(Kept(Draft.of(answer), answer.updated))

    def change(self, draft: Draft) -> None:
        """The person says this now to the question that they are at."""
        if asked := self.asked:
            self._keeper(asked.id).change(draft)

    def mark_skipped(self, question: str) -> None:
        """The person leaves this question out for now."""
        self._skipped.append(question)

    async def keep(self, question: str) -> None:
        """Keeps what was said to a question that the person has moved on from, and where they are now."""
        await self._keeper(question).now()
        await self._remember()

    async def save_now(self) -> None:
        """Saves at once what is said to the question that the person is at."""
        if asked := self.asked:
            await self._keeper(asked.id).now()

    async def save_all(self) -> None:
        """Saves every answer that is not saved yet, then the place. Raises ReflectError if an answer cannot be."""
        for keeper in list(self._keepers.values()):
            if not await keeper.now() and keeper.state.error is not None:
                raise keeper.state.error
        with suppress(ReflectError):  # the words are safe; a lost place is no reason to stay
            await self._remember()

    def close(self) -> None:
        """No further saves are begun."""
        for keeper in self._keepers.values():
            keeper.close()

    @property
    def saved(self) -> tuple[str, SaveState]:
        """How safe the words are: of the present question, or of an earlier one that could not be saved (its number
        in words, then)."""
        asked = self.asked
        here = (
            self._keepers[asked.id].state
            if asked and asked.id in self._keepers
            else SaveState(Keeping.NOTHING)
        )
        if here.keeping is not Keeping.FAILED:
            for id_, keeper in self._keepers.items():
                if keeper.state.keeping is Keeping.FAILED:
                    return f"Question {self.questions.index(id_) + 1}: ", keeper.state
        return "", here

    async def _remember(self) -> None:
        for question in self._skipped[:]:
            await self._desk.write(partial(_skip, reflection=self.id, question=question))
            self._skipped.remove(question)
            self._remembered = -1
        position = self.position
        if position != self._remembered:
            await self._desk.write(lambda practice: practice.reflecting.go_to(self.id, position))
            self._remembered = position

    def _keeper(self, question: str) -> Autosave:
        if question not in self._keepers:
            answer = self._answers.get(question)
            self._keepers[question] = Autosave(
                Draft.of(answer),
                answer.updated if answer and not answer.is_empty else None,
                save=partial(self._save, question),
                replaced=lambda draft: self._replaced(question, draft),
                tell=lambda _state: self._told(),
            )
        return self._keepers[question]

    async def _save(self, question: str, draft: Draft) -> Kept:
        based_on = self._answers.get(question)
        answer = await self._desk.write(
            lambda practice: practice.reflecting.save_answer(
                self.id,
                question,
                text=draft.text,
                scale=draft.scale,
                revision=based_on.revision if based_on else 0,
                model=draft.model,
                steps=draft.steps,
                based_on=based_on,
            )
        )
        self._answers[question] = answer
        return Kept(Draft.of(answer), answer.updated)


def _skip(practice: Practice, reflection: str, question: str) -> None:
    practice.reflecting.skip(reflection, question)
