"""Two voices side by side: one's own in an editor, the other's to read."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import Static, TextArea

from reflect.domain.keeping_both import cursor_after
from reflect.tui.in_order import drained
from reflect.tui.widgets.answer_box import OTHER_WINDOW
from reflect.tui.widgets.answer_editor import AnswerEditor
from reflect.tui.words import plain

NOTHING_YET = "Nothing yet."


class Voices(Horizontal):
    """Says `Changed` when one's own words are others now. Below each other where there is no room for two columns."""

    DEFAULT_CSS = """
    Voices {
        height: 1fr;
        min-height: 6;
    }
    Voices #mine {
        width: 1fr;
        height: 1fr;
    }
    Voices AnswerEditor, Voices AnswerEditor:focus {
        max-height: 100%;
    }
    Voices #theirs {
        width: 1fr;
        height: 1fr;
        min-height: 3;
        padding: 0 1;
        border: round $panel;
        border-title-color: $foreground;
    }
    Voices #theirs:focus {
        border: round $border;
        border-title-color: $primary;
    }
    Voices #their-words, Voices #mine-too {
        height: auto;
    }
    Voices #other-window, Voices #mine-too {
        display: none;
        height: auto;
        max-height: 4;
        padding: 0 1;
    }
    Voices.-stacked {
        layout: vertical;
    }
    Voices.-stacked #mine, Voices.-stacked #theirs {
        width: 100%;
    }
    """

    class Changed(Message):
        """One's own words are these now."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    def __init__(self) -> None:
        super().__init__()
        self._theirs = ""

    def compose(self) -> ComposeResult:
        """One's own, and the other's."""
        with Vertical(id="mine"):
            yield AnswerEditor(id="my-words")
            yield Static(plain(OTHER_WINDOW, "$text-warning"), id="other-window")
            yield Static(id="mine-too")
        with VerticalScroll(id="theirs"):
            yield Static(id="their-words")

    def show(self, mine: str, title: str, other_title: str) -> None:
        """Shows other words of one's own, under a title, with the cursor at their end. Those of the other follow with
        `show_theirs`."""
        self.query_one("#other-window").display = False
        self.editor.border_title = plain(title)
        self.query_one("#theirs").border_title = plain(other_title)
        self.editor.show_text(mine)
        self.query_one("#theirs", VerticalScroll).scroll_home(animate=False)

    def show_theirs(self, words: str) -> None:
        """What the other one has written so far; nothing moves where it is the same."""
        if words != self._theirs or not words:
            self._theirs = words
            self.query_one("#their-words", Static).update(
                plain(words) if words else plain(NOTHING_YET, "$text-muted")
            )

    def show_mine_too(self, words: str) -> None:
        """What one wrote besides, in a window that did not know of these words."""
        also = self.query_one("#mine-too", Static)
        also.display = bool(words)
        also.update(plain(f"Also yours, from another window:\n{words}", "$text-muted") if words else "")

    def replace(self, words: str, *, both: bool) -> None:
        """Shows what became of one's own words in another window; the cursor stays with its words. `both` says that
        one wrote here as well."""
        before, cursor = self.editor.text, self.editor.cursor_index
        self.query_one("#other-window").display = both
        self.editor.show_text(words, cursor_after(before, cursor, words))

    @property
    def editor(self) -> AnswerEditor:
        """Where one writes."""
        return self.query_one("#my-words", AnswerEditor)

    @property
    def theirs(self) -> str:
        """What the other one has written, as it stands here."""
        return self._theirs

    async def has_all_keys(self) -> None:
        """Returns once every key that was pressed is in one's own words."""
        await drained(self.editor)

    @on(TextArea.Changed)
    def _pass_on(self, event: TextArea.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(self.editor.words))
