"""Which answers to search in: by theme, question bank and day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Button, Input, Label, Static

from reflect.domain.dates import EXAMPLES, Looking, read_date, said
from reflect.domain.themes import Vocabulary
from reflect.errors import WrongUse
from reflect.tui.commands import CloseDialog
from reflect.tui.dialogs.filtering import Filtering, one_or_any
from reflect.tui.narrowing import Narrowing
from reflect.tui.words import choice, plain


class NarrowDialog(Filtering[Narrowing]):
    """Offers the themes and banks that somebody has written on."""

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
        yield Label("Theme")
        yield one_or_any(self._themes, "Any theme", narrowing.theme, "theme")
        yield Label("Question bank")
        banks = [(choice(title), bank) for bank, title in self._banks.items()]
        yield one_or_any(banks, "Any question bank", narrowing.bank, "bank")
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
        bank = self.chosen("bank")
        self.dismiss(Narrowing(self.chosen("theme"), bank, self._banks.get(bank or "", ""), since))

    @on(Button.Pressed, "#clear")
    def clear(self) -> None:
        """All answers."""
        self.dismiss(Narrowing())
