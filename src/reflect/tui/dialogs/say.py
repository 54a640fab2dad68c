"""A step of an action that takes a sentence: a note, what is in the way, why it goes up the ladder or ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.widgets import Static

from reflect.domain.actions.action import Action
from reflect.tui.dialogs.form import FormDialog
from reflect.tui.widgets.answer_editor import AnswerEditor
from reflect.tui.words import plain

if TYPE_CHECKING:
    from reflect.services.practice import Practice


class SayDialog(FormDialog[Action]):
    """`act` does the step with what was written."""

    def __init__(
        self,
        *,
        title: str,
        about: str,
        asked: str,
        keep: str,
        act: Callable[[Practice, str], Action],
    ) -> None:
        """`about` is said above the field, `asked` is its title, `keep` names the button."""
        super().__init__()
        self._title = title
        self._about = about
        self._asked = asked
        self._keep_label = keep
        self._act = act

    def compose_body(self) -> ComposeResult:
        """What is asked, and a field."""
        yield Static(plain(self._about), classes="about")
        yield AnswerEditor(id="words")
        yield from self.end_of_form(self._keep_label)

    def on_mount(self) -> None:
        """The question in the frame of the field."""
        self.query_one("#box").border_title = plain(self._title)
        self.query_one("#words", AnswerEditor).border_title = plain(self._asked)

    async def keep(self) -> Action:
        """Takes the step."""
        act, words = self._act, self.query_one("#words", AnswerEditor).words
        return await self.desk.write(lambda practice: act(practice, words))
