"""Where somebody writes: about ten lines, soft wrap, and nothing read as markup."""

from __future__ import annotations

import asyncio

from rich.style import Style
from rich.text import Text
from textual.content import Content
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from reflect.domain.identifiers import Identifier
from reflect.text import clean
from reflect.tui.remarks import reminder
from reflect.tui.widgets.marks import Marks

_MARK = Style(underline=True)
_FRAME = 6


class AnswerEditor(TextArea):
    """An editor whose every insertion, typed or pasted, comes in through the cleaner."""

    DEFAULT_CSS = """
    AnswerEditor, AnswerEditor:focus {
        height: 1fr;
        min-height: 3;
        max-height: 12;
        padding: 0 1;
        border: round $border-blurred;
        border-title-color: $foreground;
        border-subtitle-color: $foreground;
        background: $background;
        color: $foreground;
        scrollbar-size-vertical: 1;
    }
    AnswerEditor:focus {
        border: round $border;
        border-title-color: $primary;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, soft_wrap=True, tab_behavior="focus", show_line_numbers=False)
        self.match_cursor_bracket = False
        self.highlight_cursor_line = False
        self._marks = Marks()
        self._marked: tuple[Identifier, ...] = ()

    def edit(self, edit: Edit) -> EditResult:
        """Do one edit with cleaned words. Length is judged when they are saved: nothing is cut here."""
        edit.text = clean(edit.text, limit=len(edit.text) * 4 + 4)
        top, bottom = sorted((edit.from_location, edit.to_location))
        result = super().edit(edit)
        self._marks.edited(top, bottom, result.end_location)
        return result

    def undo(self) -> None:
        """Takes the last edits back; what is marked is seen anew after a pause."""
        self._marks.clear()
        super().undo()

    def redo(self) -> None:
        """Does them again; what is marked is seen anew after a pause."""
        self._marks.clear()
        super().redo()

    def mark(self, text: str, identifiers: tuple[Identifier, ...]) -> None:
        """Underlines what may identify somebody, and says it in words at the lower edge. `text` is the text that was
        looked at: if another one stands here now, nothing changes."""
        if text != self.text:
            return
        self._marked = identifiers
        self._remind()
        if self._marks.put(text, ((one.start, one.end) for one in identifiers)):
            self.notify_style_update()
            self.refresh()

    def on_resize(self) -> None:
        """The reminder is as long as the editor is wide."""
        self._remind()

    def _remind(self) -> None:
        words = reminder(self._marked, self.size.width - _FRAME)
        self.border_subtitle = Content(words)

    def get_line(self, line_index: int) -> Text:
        """A line as it is drawn, with what is marked in it underlined. Only lines in sight are asked for."""
        line = super().get_line(line_index)
        for first, last in self._marks[line_index]:
            line.stylize(_MARK, first, last)
        return line

    async def on_key(self) -> None:
        """A flood of keys lets others have their turn between two of them: saving and drawing go on meanwhile."""
        await asyncio.sleep(0)

    def write_here(self, words: str) -> None:
        """Insert words where the cursor stands, as if typed."""
        self.insert(words)

    @property
    def words(self) -> str:
        """The text as it is kept: what was typed in pieces is composed."""
        text = self.text
        return clean(text, limit=len(text) * 4 + 4)

    def show_text(self, words: str, cursor: int | None = None) -> None:
        """Show other words, with the cursor `cursor` characters from the start (default: at the end)."""
        self._marks.clear()
        self._marked = ()
        self._remind()
        self.load_text(clean(words, limit=len(words) * 4 + 4))
        if cursor is None:
            self.move_cursor(self.document.end)
        else:
            before = self.text[:cursor].split("\n")
            self.move_cursor((len(before) - 1, len(before[-1])))

    @property
    def cursor_index(self) -> int:
        """How many characters stand before the cursor."""
        return len(self.get_text_range((0, 0), self.cursor_location))
