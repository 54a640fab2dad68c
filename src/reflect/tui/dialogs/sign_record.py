"""Signing something as it stands: what a signature means, and the passphrase of whoever signs."""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.timer import Timer
from textual.widgets import Button, Input, Label, Static

from reflect.errors import ReflectError, WrongPassphrase
from reflect.tui.commands import CloseDialog
from reflect.tui.in_order import drained
from reflect.tui.screen import Dialog
from reflect.tui.screens.lock import waiting_words
from reflect.tui.words import plain

T = TypeVar("T")


class SignDialog(Dialog[T], Generic[T]):
    """Answers what `sign` gave; None when nothing was signed. After a wrong passphrase it says how long to wait, and
    counts down."""

    TITLE = "Sign"
    CSS_PATH = "sign_record.tcss"
    AUTO_FOCUS = "#passphrase"
    PAGE_COMMANDS = (CloseDialog,)

    def __init__(self, name: str, means: str, sign: Callable[[str], Awaitable[T]]) -> None:
        """`name` signs; `means` says what the signature says. `sign` checks the passphrase and signs: it raises
        WrongPassphrase, Waiting, or what else keeps from signing."""
        super().__init__()
        self._signs = name
        self._means = means
        self._sign = sign
        self._is_signing = False
        self._until: datetime | None = None
        self._timer: Timer | None = None

    def compose_body(self) -> ComposeResult:
        """What it means, and the passphrase."""
        yield Static(plain(self._means), id="means")
        yield Label(plain(f"Passphrase of {self._signs}"))
        yield Input(password=True, id="passphrase", select_on_focus=False)
        yield Static(id="problem", classes="problem")
        with Horizontal(classes="buttons"):
            yield Button("Sign", id="sign", compact=True)
            yield Button("Not now", id="close", compact=True)

    @on(Button.Pressed, "#sign")
    @on(Input.Submitted)
    def sign(self) -> None:
        """Tries the passphrase, and signs."""
        if not self._is_signing:
            self._is_signing = True
            self.begin(self._try(), group="signing")

    async def _try(self) -> None:
        field = self.query_one("#passphrase", Input)
        try:
            await drained(field)
            passphrase, field.value = field.value, ""
            if self._wait or not passphrase:
                self._say_wait("" if self._wait else "Please type it first. ")
                return
            self._problem("One moment …")
            signed = await self._sign(passphrase)
        except WrongPassphrase as error:
            self._wait_for(error)
        except ReflectError as error:
            self._problem(str(error))
        else:
            self.dismiss(signed)
        finally:
            self._is_signing = False

    def _wait_for(self, error: WrongPassphrase) -> None:
        self._until = self.house.workspace.clock.now() + timedelta(seconds=error.wait_seconds)
        if self._timer is None:
            self._timer = self.set_interval(0.5, self.count_down)
        self._say_wait(f"{error.title}. Nothing was signed. ")

    @property
    def _wait(self) -> int:
        """Whole seconds until the next try."""
        if self._until is None:
            return 0
        return max(math.ceil((self._until - self.house.workspace.clock.now()).total_seconds()), 0)

    def count_down(self) -> None:
        """Says how long is left to wait."""
        if not self._wait and self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._say_wait("")

    def _say_wait(self, what: str) -> None:
        if left := self._wait:
            self._problem(f"{what}Please wait {waiting_words(left)}, then try again.")
        elif self._until is not None:
            self._problem(f"{what}You can try again now.")
        else:
            self._problem(what)

    def _problem(self, words: str) -> None:
        self.query_one("#problem", Static).update(plain(words))

    @on(Button.Pressed, "#close")
    def action_close_dialog(self) -> None:
        """Nothing is signed."""
        self.dismiss(None)
