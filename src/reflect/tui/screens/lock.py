"""The workspace is closed: who is it, and their passphrase."""

from __future__ import annotations

import math
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.timer import Timer
from textual.widgets import Input, Label, Select, Static

from reflect.errors import ReflectError, WrongPassphrase
from reflect.tui.commands import JoinWithCode, UseRecoveryWords
from reflect.tui.screen import Page
from reflect.tui.widgets.passphrase_field import waiting_words
from reflect.tui.words import choice, plain

if TYPE_CHECKING:
    from reflect.workspace import SignIn


class LockPage(Page):
    """Signs somebody in. After a wrong passphrase it says how long to wait, and counts down."""

    PLACE = "Locked"
    CSS_PATH = "entry.tcss"
    CAN_GO_BACK = False
    PAGE_COMMANDS = (UseRecoveryWords, JoinWithCode)

    def __init__(self, people: tuple[SignIn, ...], name: str | None) -> None:
        super().__init__()
        self._names = tuple(person.name for person in people)
        self._name = name if name in self._names else (self._names[0] if len(self._names) == 1 else None)
        self._until: datetime | None = None
        self._timer: Timer | None = None

    def compose_body(self) -> ComposeResult:
        """One name stands there; several can be chosen from."""
        with VerticalScroll(id="entry", can_focus=False), Vertical(classes="step"):
            if len(self._names) == 1:
                yield Label(plain(f"Welcome back, {self._names[0]}."), classes="step-title")
            else:
                yield Label("Welcome back.", classes="step-title")
                yield Label("Who are you?", classes="gap")
                yield Select(
                    [(choice(name), name) for name in self._names],
                    prompt="Choose your name",
                    value=self._name if self._name is not None else Select.NULL,
                    compact=True,
                    id="who",
                )
            yield Label("Passphrase", classes="gap")
            yield Input(password=True, id="passphrase", select_on_focus=False)
            yield Static("Enter opens your workspace.", id="next-step", classes="quiet")
            yield Static(id="problem", classes="problem")

    def on_mount(self) -> None:
        """Ready to type."""
        chosen = self._name is not None or not self._names
        self.query_one("#passphrase" if chosen else "#who").focus()

    @on(Select.Changed, "#who")
    def choose(self, event: Select.Changed) -> None:
        """From the name to the passphrase."""
        self._name = None if event.value == Select.NULL else str(event.value)
        if self._name is not None:
            self.query_one("#passphrase").focus()

    @on(Input.Submitted, "#passphrase")
    def submit(self) -> None:
        """Tries the passphrase."""
        self.begin(self._sign_in(), group="sign-in")

    async def _sign_in(self) -> None:
        field = self.query_one("#passphrase", Input)
        passphrase = field.value
        if self._wait or field.disabled or not passphrase:
            return
        if self._name is None and len(self._names) > 1:
            self._problem("Please choose your name first.")
            return
        name, house = self._name, self.house
        field.disabled = True
        self._problem("Opening …")
        try:
            practice = await self.desk.without_practice(lambda: house.workspace.sign_in(name, passphrase))
        except WrongPassphrase as error:
            self._try_again(field)
            self._wait_for(error.wait_seconds, error.title)
            return
        except ReflectError as error:
            self._try_again(field)
            self._problem(str(error))
            return
        field.value = ""
        house.signed_in(practice)

    def _try_again(self, field: Input) -> None:
        field.value = ""
        field.disabled = False
        field.focus()

    def _wait_for(self, seconds: int, what: str) -> None:
        self._until = self.house.workspace.clock.now() + timedelta(seconds=seconds)
        if self._timer is None:
            self._timer = self.set_interval(0.5, self.count_down)
        self._say_wait(f"{what}. ")

    @property
    def _wait(self) -> int:
        """Whole seconds to wait until the next try."""
        if self._until is None:
            return 0
        return max(math.ceil((self._until - self.house.workspace.clock.now()).total_seconds()), 0)

    def count_down(self) -> None:
        """Says how long is left to wait."""
        if not self._wait and self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._say_wait(f"{WrongPassphrase.title}. " if self._wait else "")

    def _say_wait(self, what: str) -> None:
        left = self._wait
        if left:
            self._problem(f"{what}Please wait {waiting_words(left)}, then try again.")
        else:
            self._problem(f"{what}You can try again now.")

    def _problem(self, words: str) -> None:
        self.query_one("#problem", Static).update(plain(words))

    async def action_use_recovery_words(self) -> None:
        """To the page for recovery words."""
        from reflect.tui.screens.recover import RecoverPage

        await self.app.push_screen(RecoverPage(self._name or ""))

    async def action_join_with_code(self) -> None:
        """To the page for those who were invited."""
        from reflect.tui.screens.join import JoinPage

        await self.app.push_screen(JoinPage())
