"""What is left of a sitting once its bank has changed: questions that are gone and were not answered are passed over.

What is stored stays as it was begun, so that a question which comes back is asked again. Everything that looks at a
sitting, and every place in it, counts only the questions that are shown here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reflect.domain.reflection import Reflection
from reflect.errors import NotFound

if TYPE_CHECKING:
    from reflect.banks.catalogue import Catalogue
    from reflect.services.own_words import Head


class AskedNow:
    """Looks at sittings with the banks as they are now."""

    def __init__(self, banks: Catalogue) -> None:
        self._banks = banks

    def gone(self, head: Head) -> frozenset[str]:
        """The questions of a sitting that its bank asks no more, and that have no answer which keeps their words."""
        left = [question for question in head.reflection.questions if question not in head.answer_ids]
        try:
            bank = self._banks.bank(head.reflection.bank) if left else None
        except NotFound:
            return frozenset(left)
        return frozenset(question for question in left if bank is None or bank.question(question) is None)

    def shown(self, head: Head) -> Reflection:
        """The sitting without the questions that are gone; at one of those, the person is at the next that is there."""
        stored, gone = head.reflection, self.gone(head)
        if not gone:
            return stored
        questions = tuple(question for question in stored.questions if question not in gone)
        behind = sum(question not in gone for question in stored.questions[: stored.position])
        return replace(stored, questions=questions, position=behind, skipped=stored.skipped - gone)

    def place_in_store(self, head: Head, position: int) -> int:
        """Where a place of the sitting as shown is among all the questions that it was begun with."""
        shown = self.shown(head).questions
        if not 0 <= position < len(shown):
            return len(head.reflection.questions) if position > 0 else 0
        return head.reflection.questions.index(shown[position])
