"""For somebody who no longer knows the passphrase: the words that were written down set a new one."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Button, Input, Label, Static

from reflect.errors import ReflectError
from reflect.tui.screen import Page
from reflect.tui.widgets.new_passphrase import NewPassphrase
from reflect.tui.words import plain


class RecoverPage(Page):
    """Name, recovery words, a new passphrase twice."""

    PLACE = "Recovery words"
    CSS_PATH = "entry.tcss"

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def compose_body(self) -> ComposeResult:
        """The name may be known already."""
        with VerticalScroll(id="entry", can_focus=False), Vertical(classes="step"):
            yield Label("Open with your recovery words", classes="step-title")
            yield Label("Your name", classes="gap")
            yield Input(self._name, id="name", max_length=80, select_on_focus=False)
            yield Label("Your recovery words, in order")
            yield Input(id="words", max_length=500, select_on_focus=False)
            yield NewPassphrase()
            yield Button("Open", id="recover")
            yield Static(id="problem", classes="problem")

    def on_mount(self) -> None:
        """Ready to type."""
        self.query_one("#words" if self._name else "#name").focus()

    @on(Input.Submitted, "#name")
    def to_words(self) -> None:
        """From the name to the words."""
        self.query_one("#words").focus()

    @on(Input.Submitted, "#words")
    def to_passphrase(self) -> None:
        """From the words to the passphrase."""
        self.query_one("#passphrase").focus()

    @on(Input.Submitted, "#passphrase")
    def to_second_field(self) -> None:
        """Enter in the first field leads to the second."""
        self.query_one("#again").focus()

    @on(Button.Pressed, "#recover")
    @on(Input.Submitted, "#again")
    def submit(self) -> None:
        """Tries the words."""
        self.begin(self._recover(), group="recover")

    async def _recover(self) -> None:
        problem, button = self.query_one("#problem", Static), self.query_one("#recover", Button)
        if button.disabled:
            return
        name, words = self.query_one("#name", Input).value.strip(), self.query_one("#words", Input).value
        house = self.house
        try:
            passphrase = self.query_one(NewPassphrase).words
            button.disabled = True
            problem.update("Opening …")
            practice = await self.desk.without_practice(
                lambda: house.workspace.recover(name=name, words=words, passphrase=passphrase)
            )
        except ReflectError as error:
            button.disabled = False
            problem.update(plain(str(error)))
            return
        for field in self.query(Input):
            field.value = ""
        house.signed_in(practice)
