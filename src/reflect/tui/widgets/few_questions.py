"""A few questions out of many: each says in words whether it is chosen."""

from __future__ import annotations

from dataclasses import replace

from textual.content import Content
from textual.widgets.option_list import Option

from reflect.domain.banks import Question
from reflect.domain.briefing import MOST_QUESTIONS, Offer
from reflect.tui.briefing_commands import BeginQuestions, ChooseQuestion
from reflect.tui.labels import shape_words
from reflect.tui.widgets.choices import Choices
from reflect.tui.words import counted, lines, plain


class FewQuestions(Choices):
    """The suggested questions first, then all others. A click does what the space bar does."""

    BINDINGS = [replace(BeginQuestions.binding(), action="screen.begin_questions")]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._questions: tuple[Question, ...] = ()
        self._taken: set[str] = set()

    def offer(self, offer: Offer) -> None:
        """Show these, with the suggested ones chosen."""
        first = [question for question in offer.questions if question.id in offer.suggested]
        others = [question for question in offer.questions if question.id not in offer.suggested]
        self._questions = (*first, *others)
        self._taken = set(offer.suggested)
        self._draw()

    @property
    def taken(self) -> list[str]:
        """The ids of the chosen questions, in the order in which they stand here."""
        return [question.id for question in self._questions if question.id in self._taken]

    def turn(self, question: str) -> str:
        """Choose a question, or leave it out again; what there is to say about it."""
        if question in self._taken:
            self._taken.remove(question)
        elif len(self._taken) == MOST_QUESTIONS:
            return "Three at most: leave another one out first."
        else:
            self._taken.add(question)
        self._draw()
        return self.how_many

    @property
    def how_many(self) -> str:
        """How many are chosen, and how to choose others."""
        key = self.app.get_key_display(ChooseQuestion.binding())
        return (
            f"{counted(len(self._taken), 'question').capitalize()} chosen. "
            f"You may take others, one to three: {key} chooses one or leaves it out."
        )

    def _draw(self) -> None:
        self.fill([Option(self._words(question), id=question.id) for question in self._questions])

    def _words(self, question: Question) -> Content:
        state = plain("Chosen", "bold") if question.id in self._taken else plain("Not chosen")
        return lines(plain(question.text), Content.assemble("  ", state, f" · {shape_words(question.shape)}"))
