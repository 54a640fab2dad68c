"""One answer as it stands on the screen, outside of a sitting."""

from __future__ import annotations

from collections.abc import Callable

from reflect.domain.reflection import Answer
from reflect.tui.autosave import Autosave, Draft, Kept, SaveState
from reflect.tui.desk import Desk


class OpenAnswer:
    """The answer as the store last gave it, and what keeps it."""

    def __init__(
        self,
        answer: Answer,
        desk: Desk,
        *,
        told: Callable[[SaveState], None],
        replaced: Callable[[Draft], None],
    ) -> None:
        """`told` hears how safe the words are, `replaced` what to show when another window had written too."""
        self.answer = answer
        self._desk = desk
        self.keeper = Autosave(
            Draft.of(answer), answer.updated, save=self._save, replaced=replaced, tell=told
        )

    def take(self, answer: Answer) -> None:
        """The store holds this now, and what is written from here on is based on it."""
        self.answer = answer
        self.keeper.take(Kept(Draft.of(answer), answer.updated))

    async def _save(self, draft: Draft) -> Kept:
        based_on = self.answer
        self.answer = await self._desk.write(
            lambda practice: practice.reflecting.edit_answer(
                self.answer.id,
                text=draft.text,
                scale=draft.scale,
                revision=based_on.revision,
                model=draft.model,
                steps=draft.steps,
                based_on=based_on,
            )
        )
        return Kept(Draft.of(self.answer), self.answer.updated)
