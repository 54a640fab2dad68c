"""For somebody who was invited: a one-time code becomes a passphrase of one's own."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Button, Input, Label, Static

from reflect.errors import ReflectError
from reflect.tui.screen import Page
from reflect.tui.widgets.new_passphrase import NewPassphrase
from reflect.tui.words import plain


class JoinPage(Page):
    """Code, passphrase twice, and on to the recovery words."""

    PLACE = "Join with a code"
    CSS_PATH = "entry.tcss"

    def compose_body(self) -> ComposeResult:
        """The code first."""
        with VerticalScroll(id="entry", can_focus=False), Vertical(classes="step"):
            yield Label("Join with a code", classes="step-title")
            yield Label("The one-time code that an administrator gave you", classes="gap")
            yield Input(id="code", max_length=200, select_on_focus=False)
            yield NewPassphrase()
            yield Button("Join", id="join")
            yield Static(id="problem", classes="problem")

    @on(Input.Submitted, "#code")
    def to_passphrase(self) -> None:
        """From the code to the passphrase."""
        self.query_one("#passphrase").focus()

    @on(Input.Submitted, "#passphrase")
    def to_second_field(self) -> None:
        """Enter in the first field leads to the second."""
        self.query_one("#again").focus()

    @on(Button.Pressed, "#join")
    @on(Input.Submitted, "#again")
    def submit(self) -> None:
        """Trades the code."""
        self.begin(self._join(), group="join")

    async def _join(self) -> None:
        problem, button = self.query_one("#problem", Static), self.query_one("#join", Button)
        if button.disabled:
            return
        code, house = self.query_one("#code", Input).value, self.house
        try:
            passphrase = self.query_one(NewPassphrase).words
            button.disabled = True
            problem.update("Opening …")
            practice, words = await self.desk.without_practice(
                lambda: house.workspace.join(code=code, passphrase=passphrase)
            )
        except ReflectError as error:
            button.disabled = False
            problem.update(plain(str(error)))
            return
        self.query_one(NewPassphrase).forget()
        house.show_recovery_words(practice, words)
