"""Writing in a working note: its text, or why it is kept. Its label stands above the field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.widgets import Label, Select, Static

from reflect.tui.dialogs.form import FormDialog
from reflect.tui.widgets.answer_editor import AnswerEditor
from reflect.tui.words import plain

if TYPE_CHECKING:
    from reflect.services.practice import Practice


@dataclass(frozen=True, slots=True)
class NoteForm:
    """The words of the dialog: its title, what is said first (the label of the note), what is asked, its button."""

    title: str
    about: str
    asked: str
    keep: str


class WorkingNoteDialog(FormDialog[bool]):
    """Answers True once it is kept. `act` keeps what was written, with the id of the one-to-one that it belongs to."""

    STARTS_WITH = "#words"

    def __init__(
        self,
        form: NoteForm,
        act: Callable[[Practice, str, str | None], object],
        *,
        text: str = "",
        meetings: Sequence[tuple[str, str]] = (),
    ) -> None:
        """`text` stands there at first. `meetings` are one-to-ones to choose from, each in words and by its id."""
        super().__init__()
        self._form = form
        self._act = act
        self._text = text
        self._meetings = tuple(meetings)

    def compose_body(self) -> ComposeResult:
        """The label, a field, and what it belongs to."""
        yield Static(plain(self._form.about), classes="about")
        yield AnswerEditor(id="words")
        if self._meetings:
            yield Label("It helps to remember")
            yield Select(
                [(plain(words), id_) for words, id_ in self._meetings],
                prompt="No one-to-one in particular",
                value=self._meetings[0][1],
                compact=True,
                id="meeting",
            )
        yield from self.end_of_form(self._form.keep)

    def on_mount(self) -> None:
        """The titles, and the words as they are."""
        self.query_one("#box").border_title = plain(self._form.title)
        editor = self.query_one("#words", AnswerEditor)
        editor.border_title = plain(self._form.asked)
        editor.show_text(self._text)

    async def keep(self) -> bool:
        """As it is written."""
        await self._write(self.query_one("#words", AnswerEditor).words)
        return True

    async def put_aside(self, words: str) -> None:
        """The same: a note half written is a note."""
        await self._write(words)

    async def _write(self, words: str) -> None:
        act, meeting = self._act, self._meeting
        await self.desk.write(lambda practice: act(practice, words, meeting))

    @property
    def _meeting(self) -> str | None:
        if not self._meetings:
            return None
        value = self.query_one("#meeting", Select).value
        return None if value == Select.NULL else str(value)
