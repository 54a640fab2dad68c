"""Which questions a person wants to see: by theme, shape, profession and words."""

from __future__ import annotations

from dataclasses import dataclass

from reflect.domain.banks import Bank, Question, Shape


@dataclass(frozen=True, slots=True)
class QuestionFilter:
    """Everything that is set must hold. `words` are looked for in the question, why it is asked, its parts and its
    findings, in any case and order."""

    theme: str | None = None
    shape: Shape | None = None
    profession: str | None = None
    words: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nothing is asked for, and every question passes."""
        return self == QuestionFilter(words=self.words) and not self.words.strip()

    def of(self, bank: Bank) -> tuple[Question, ...]:
        """The bank's questions that pass, in the bank's order."""
        return tuple(question for question in bank.questions if self.passes(bank, question))

    def passes(self, bank: Bank, question: Question) -> bool:
        """Whether this question is wanted."""
        if self.theme and self.theme not in question.themes + question.context:
            return False
        if self.shape and question.shape is not self.shape:
            return False
        if self.profession and not question.is_for(self.profession):
            return False
        wanted = self.words.casefold().split()
        if not wanted:
            return True
        findings = (finding.text for finding in bank.findings_of(question))
        text = " ".join((question.text, question.why, *question.parts, *findings)).casefold()
        return all(word in text for word in wanted)
