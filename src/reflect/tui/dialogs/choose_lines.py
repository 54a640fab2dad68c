"""Which lines of an answer go along."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from reflect.domain.reflection import Answer
from reflect.domain.sharing import lines_of, read_lines
from reflect.tui.screen import Dialog
from reflect.tui.sharing.commands import MarkLine, TakeTheseLines
from reflect.tui.widgets.line_marks import LineMarks
from reflect.tui.words import plain

ALL = ""


class ChooseLinesDialog(Dialog[str]):
    """Answers the numbers of the lines, such as `1,3`; `ALL` for the whole answer."""

    TITLE = "Which lines go along?"
    CSS_PATH = "choose_lines.tcss"
    PAGE_COMMANDS = (MarkLine, TakeTheseLines)

    def __init__(self, answer: Answer, wanted: str | None) -> None:
        super().__init__()
        self._answer = answer
        self._wanted = wanted

    def compose_body(self) -> ComposeResult:
        """The question, and every line."""
        yield Static(plain(self._answer.asked.wording, "bold"), id="lines-of")
        yield LineMarks(self._answer, self._numbers, id="lines")
        yield Static(id="which", classes="quiet")

    @property
    def _numbers(self) -> frozenset[int] | None:
        if self._wanted is None:
            return None
        return read_lines(self._wanted, sum(line.number is not None for line in lines_of(self._answer)))

    def on_mount(self) -> None:
        """How much goes."""
        self._say()

    @on(LineMarks.Changed)
    def _say(self) -> None:
        marks = self.query_one(LineMarks)
        told = (
            "The whole answer goes." if marks.is_whole else "“…” stands for the others, and the scale stays."
        )
        if not marks.chosen:
            told = "Without a line the answer stays with you."
        self.query_one("#which", Static).update(told)

    def action_mark_line(self) -> None:
        """The line goes, or stays."""
        self.query_one(LineMarks).mark()

    def action_take_these_lines(self) -> None:
        """None of them leaves the answer unmarked."""
        marks = self.query_one(LineMarks)
        self.dismiss(None if not marks.chosen else marks.wanted or ALL)
