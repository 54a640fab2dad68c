"""Before words leave: every line that could identify somebody, kept or masked one by one."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reflect.domain.dates import day_of, said
from reflect.domain.going_out import DoubtfulLine
from reflect.tui.screen import Dialog
from reflect.tui.taking_out_commands import KeepLine, MaskLine, StopTakingOut
from reflect.tui.words import plain

REMINDER = (
    "This is a reminder, never a clearance. Taking names out is not anonymity: could somebody be recognised by a "
    "combination of what is left?"
)


class CheckLinesDialog(Dialog[tuple[DoubtfulLine, ...]]):
    """Answers the lines to mask, or None where the person stops."""

    TITLE = "Could this identify somebody?"
    CSS_PATH = "check_lines.tcss"
    PAGE_COMMANDS = (KeepLine, MaskLine, StopTakingOut)

    def __init__(self, lines: tuple[DoubtfulLine, ...]) -> None:
        super().__init__()
        self._lines = lines
        self._at = 0
        self._to_mask: list[DoubtfulLine] = []

    def compose_body(self) -> ComposeResult:
        """One line at a time, and what was found in it."""
        with VerticalScroll(id="line"):
            yield Static(id="line-words")
        yield Static(REMINDER, classes="quiet section")

    def on_mount(self) -> None:
        """The first of them."""
        self._show()

    def _show(self) -> None:
        line = self._lines[self._at]
        day = said(day_of(line.moment))
        found = Content(", ").join(plain(words, "bold") for words in line.found_words)
        self.query_one("#line-words", Static).update(
            Content("\n\n").join(
                (
                    plain(f"Line {self._at + 1} of {len(self._lines)} · {day}"),
                    plain(line.words),
                    Content.assemble(f"Found ({', '.join(line.kinds)}): ", found),
                )
            )
        )
        self.query_one("#line").scroll_home(animate=False)

    def action_keep_line(self) -> None:
        """As it is."""
        self._go_on()

    def action_mask_line(self) -> None:
        """Without what was found."""
        self._to_mask.append(self._lines[self._at])
        self._go_on()

    def action_stop_taking_out(self) -> None:
        """Nothing goes out."""
        self.dismiss(None)

    def _go_on(self) -> None:
        self._at += 1
        if self._at == len(self._lines):
            self.dismiss(tuple(self._to_mask))
        else:
            self._show()
