"""Marks in an editor what may identify somebody, once whoever writes there pauses."""

from __future__ import annotations

from typing import Any

from reflect.domain.identifiers import find_identifiers
from reflect.tui.remarks import PAUSE, Attention
from reflect.tui.screen import Dialog, Page
from reflect.tui.widgets.answer_editor import AnswerEditor


class Marking:
    """What a page or a dialog with editors holds: it says when one of them has changed, and when it closes."""

    def __init__(self, of: Page | Dialog[Any], pause: float = PAUSE) -> None:
        """`pause` is in seconds."""
        self._of = of
        self._editor: AnswerEditor | None = None
        self._attention = Attention(self._look, pause)

    def changed(self, editor: AnswerEditor) -> None:
        """Something was typed, or other words stand there."""
        self._editor = editor
        self._attention.changed()

    def close(self) -> None:
        """Nothing more is looked at."""
        self._attention.close()

    def _look(self) -> None:
        if self._of.is_attached:
            self._of.begin(self._look_now, group="marking", only=True)

    async def _look_now(self) -> None:
        editor, local_words = self._editor, self._of.house.settings.local_words
        if editor is None or not editor.is_attached:
            return
        shown = editor.text
        found = await self._of.desk.read(lambda _: find_identifiers(shown, local_words=local_words))
        if editor.is_attached:
            editor.mark(shown, found)
