"""Handing the keyboard over: the other one of the two comes in with their own passphrase."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from reflect.errors import ReflectError
from reflect.services.practice import Practice
from reflect.tui.commands import CloseDialog
from reflect.tui.screen import Dialog
from reflect.tui.widgets.passphrase_field import PassphraseField
from reflect.tui.words import plain


class HandOverDialog(Dialog[Practice]):
    """Answers what the second person can do, signed in; None when nobody came in."""

    TITLE = "Hand over"
    AUTO_FOCUS = ""
    PAGE_COMMANDS = (CloseDialog,)

    def __init__(self, name: str, by: str) -> None:
        """From the person `by` to the person `name`."""
        super().__init__()
        self._with = name
        self._by = by

    def compose_body(self) -> ComposeResult:
        """What follows, and the passphrase."""
        yield Static(
            plain(
                f"What {self._by} wrote is saved. Once {self._with} is in, the boxes are {self._with}'s: they write "
                f"and sign for themselves, until the keyboard is handed back."
            )
        )
        yield PassphraseField(self._with, self.house.workspace.clock)
        yield Static("Enter comes in. Escape closes this.", classes="quiet")

    def on_mount(self) -> None:
        """Ready to type."""
        field = self.query_one(PassphraseField)
        field.add_class("gap")
        field.take_focus()

    @on(PassphraseField.Given)
    def _given(self, event: PassphraseField.Given) -> None:
        event.stop()
        self.begin(self._come_in(event.passphrase), group="sign-in")

    async def _come_in(self, passphrase: str) -> None:
        workspace, name = self.house.workspace, self._with
        try:
            practice = await self.desk.without_practice(lambda: workspace.sign_in(name, passphrase))
        except ReflectError as error:
            self.query_one(PassphraseField).refuse(error)
            return
        if self.is_active:
            self.dismiss(practice)
        else:
            await self.desk.without_practice(practice.close)

    def action_close_dialog(self) -> None:
        """Nobody came in."""
        self.dismiss(None)
