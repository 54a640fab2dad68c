"""Which answers to search in: by theme, question bank and day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Button, Input, Label, Select, Static

from reflect.domain.dates import EXAMPLES, Looking, read_date, said
from reflect.domain.themes import Vocabulary
from reflect.errors import WrongUse
from reflect.tui.commands import CloseDialog
from reflect.tui.narrowing import Narrowing
from reflect.tui.screen import Dialog
from reflect.tui.words import choice, plain


class NarrowDialog(Dialog[Narrowing]):
    """Offers the themes and banks that somebody has written on. Answers None when nothing is to change."""

    TITLE = "Search only in some answers"
    CSS_PATH = "narrow.tcss"
    PAGE_COMMANDS = (CloseDialog,)

    def __init__(
        self,
        narrowing: Narrowing,
        *,
        themes: Sequence[str],
        banks: Sequence[tuple[str, str]],
        vocabulary: Vocabulary,
        today: date,
    ) -> None:
        """`banks` are ids and titles."""
        super().__init__()
        self._narrowing = narrowing
        self._themes = [(choice(vocabulary.label(code)), code) for code in themes]
        self._banks = dict(banks)
        self._today = today

    def compose_body(self) -> ComposeResult:
        """A theme, a bank, a day."""
        narrowing = self._narrowing
        theme = narrowing.theme if narrowing.theme in [code for _, code in self._themes] else Select.NULL
        yield Label("Theme")
        yield Select(self._themes, prompt="Any theme", value=theme, compact=True, id="theme")
        yield Label("Question bank")
        yield Select(
            [(choice(title), bank) for bank, title in self._banks.items()],
            prompt="Any question bank",
            value=narrowing.bank if narrowing.bank in self._banks else Select.NULL,
            compact=True,
            id="bank",
        )
        yield Label("Since when")
        yield Input(
            said(narrowing.since) if narrowing.since else "",
            placeholder=EXAMPLES[Looking.BACK].split(", 1 March,")[0],
            max_length=40,
            id="since",
            select_on_focus=False,
        )
        yield Static(id="problem", classes="problem")
        with Horizontal(classes="buttons"):
            yield Button("Search", id="search")
            yield Button("Search everywhere", id="clear")

    @on(Input.Submitted)
    @on(Button.Pressed, "#search")
    def narrow(self) -> None:
        """These answers; a day that is not understood is said, and nothing changes."""
        words = self.query_one("#since", Input).value.strip()
        try:
            since = read_date(words, self._today) if words else None
        except WrongUse as error:
            self.query_one("#problem", Static).update(plain(str(error)))
            return
        bank = self._chosen("#bank")
        self.dismiss(Narrowing(self._chosen("#theme"), bank, self._banks.get(bank or "", ""), since))

    @on(Button.Pressed, "#clear")
    def clear(self) -> None:
        """All answers."""
        self.dismiss(Narrowing())

    def _chosen(self, which: str) -> str | None:
        value = self.query_one(which, Select).value
        return None if value == Select.NULL else str(value)

    def action_close_dialog(self) -> None:
        """Nothing changes."""
        self.dismiss(None)
