"""Signing something as it stands: what a signature means, and the passphrase of whoever signs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Button, Static

from reflect.errors import ReflectError
from reflect.tui.commands import CloseDialog
from reflect.tui.screen import Dialog
from reflect.tui.widgets.passphrase_field import PassphraseField
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

    def compose_body(self) -> ComposeResult:
        """What it means, and the passphrase."""
        yield Static(plain(self._means), id="means")
        yield PassphraseField(self._signs, self.house.workspace.clock, refused="Nothing was signed.")
        with Horizontal(classes="buttons"):
            yield Button("Sign", id="sign", compact=True)
            yield Button("Not now", id="close", compact=True)

    @on(Button.Pressed, "#sign")
    async def sign(self) -> None:
        """Tries the passphrase, and signs."""
        await self.query_one(PassphraseField).give()

    @on(PassphraseField.Given)
    def _given(self, event: PassphraseField.Given) -> None:
        event.stop()
        self.begin(self._try(event.passphrase), group="signing")

    async def _try(self, passphrase: str) -> None:
        try:
            signed = await self._sign(passphrase)
        except ReflectError as error:
            self.query_one(PassphraseField).refuse(error)
        else:
            self.dismiss(signed)

    @on(Button.Pressed, "#close")
    def action_close_dialog(self) -> None:
        """Nothing is signed."""
        self.dismiss(None)
