"""The question as it is asked, with its parts."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from reflect.tui.widgets.hanging import POINT, Hanging
from reflect.tui.words import lines, plain


def question_words(wording: str, parts: tuple[str, ...]) -> Content:
    """A question and its parts, as they stand on every page."""
    return lines(plain(wording, "bold"), *(plain(f"{POINT}{part}") for part in parts))


class QuestionCard(VerticalScroll, can_focus=False):
    """One question. It scrolls with the mouse when the window is low; the finding's page has all of it too."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    QuestionCard {
        height: auto;
        max-height: 8;
        margin-bottom: 1;
    }
    .-low QuestionCard {
        max-height: 5;
        margin-bottom: 0;
    }
    .-tall QuestionCard {
        max-height: 16;
    }
    """

    def compose(self) -> ComposeResult:
        """The words."""
        yield Hanging(id="question-words")

    def show(self, wording: str, parts: tuple[str, ...]) -> None:
        """Show this question from its beginning."""
        self.query_one("#question-words", Hanging).update(question_words(wording, parts))
        self.scroll_home(animate=False)
