"""Looking again at an action: whether it has lasted, and one's own answer to its question now, in one act."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from reflect.domain.actions.action import Action, RecheckResult
    from reflect.domain.reflection import Scale
    from reflect.services.actions.acting import Acting
    from reflect.services.actions.record import ActionRecord
    from reflect.services.reflecting import Reflecting


class LookingAgain:
    """The answer is its author's alone, whoever else sees the action. Raises NotFound, InvalidText, NotSaved, and
    WrongUse for what an action does not allow now."""

    def __init__(self, record: ActionRecord, acting: Acting, reflecting: Reflecting) -> None:
        self._record = record
        self._acting = acting
        self._reflecting = reflecting

    def keep(
        self,
        action: str,
        result: RecheckResult,
        impact: str = "",
        again: date | None = None,
        *,
        question: tuple[str, str] | None = None,
        text: str = "",
        scale: Scale | None = None,
    ) -> Action:
        """Keeps what the re-check found, as `Acting.recheck` does, and the answer to `question` (its bank and its id)
        if one is said: both, or neither."""
        with self._record.writing() as book:
            if question is not None and (text.strip() or scale is not None):
                self._reflecting.add_answer(*question, text=text, scale=scale, within=book.transaction)
            return self._acting.recheck(action, result, impact, again, within=book.transaction)

    def put_aside(self, question: tuple[str, str], text: str, scale: Scale | None) -> None:
        """Keeps an answer that is not finished, in a sitting of its own that can be gone on with."""
        bank, id_ = question
        sitting = self._reflecting.begin_anew(bank, questions=[id_]).reflection
        self._reflecting.save_answer(sitting.id, id_, text=text, scale=scale, revision=0)
