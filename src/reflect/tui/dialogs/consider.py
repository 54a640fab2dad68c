"""A quiet question with the finding behind it: to think on, or to put away for good."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reflect.text import shorten
from reflect.tui.labels import review_words
from reflect.tui.remarks import Cited
from reflect.tui.screen import Dialog
from reflect.tui.sitting_commands import CloseNote
from reflect.tui.words import plain
from reflect.tui.writing_commands import NextQuietQuestion, PutAway

_LONGEST_QUOTE = 60
_NO_JUDGEMENT = (
    "A few words called for this question, by a rule and not by reading. It is advice, and nobody sees it but you. "
    "You need not answer it."
)


class ConsiderDialog(Dialog[str]):
    """Answers the id of a question that is to be put away for good, or None."""

    TITLE = "A quiet question"
    CSS_PATH = "consider.tcss"
    PAGE_COMMANDS = (CloseNote, NextQuietQuestion, PutAway)

    def __init__(self, questions: tuple[Cited, ...]) -> None:
        super().__init__()
        self._questions = questions
        self._at = 0

    def compose_body(self) -> ComposeResult:
        """The question, what called for it, the finding."""
        with VerticalScroll(id="consider-all"):
            yield Static(id="consider-words")

    def on_mount(self) -> None:
        """The first of them."""
        self._show()

    def _show(self) -> None:
        self.query_one("#consider-words", Static).update(_words(self._questions[self._at]))
        self.query_one(VerticalScroll).scroll_home(animate=False)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There may be one question only."""
        if action == NextQuietQuestion.action():
            return len(self._questions) > 1
        return super().check_action(action, parameters)

    def action_next_quiet_question(self) -> None:
        """The other one."""
        self._at = (self._at + 1) % len(self._questions)
        self._show()

    def action_put_away(self) -> None:
        """Never again."""
        self.dismiss(self._questions[self._at].prompt.id)

    def action_close_note(self) -> None:
        """Back to the text; the question stays beside it."""
        self.dismiss(None)


def _words(one: Cited) -> Content:
    told = [plain(one.prompt.words, "bold")]
    if one.about:
        told.append(plain(f"You wrote: “{shorten(one.about, _LONGEST_QUOTE)}”"))
    told += [
        Content("\n").join(
            [
                plain("What the review found", "bold $primary"),
                plain(one.finding.text),
                plain(
                    f"{one.bank.title} · {review_words(one.bank, one.finding)} · {one.finding.locator}",
                    "$text-muted",
                ),
            ]
        ),
        plain(_NO_JUDGEMENT, "$text-muted"),
    ]
    return Content("\n\n").join(told)
