"""A bank from a file: looked at first, and added only then."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Input, Label, Static

from reflect.errors import ReflectError
from reflect.tui.addition_words import what_is_wrong, what_it_is
from reflect.tui.bank_commands import AddThisBank
from reflect.tui.commands import CloseDialog
from reflect.tui.screen import Dialog
from reflect.tui.typed_path import typed_path
from reflect.tui.words import plain

if TYPE_CHECKING:
    from reflect.banks.check import Notice
    from reflect.banks.shelf import Addition
    from reflect.services.practice import Practice


class AddBankDialog(Dialog[str]):
    """Answers the id of the bank that was added, or None."""

    TITLE = "Add a question bank"
    CSS_PATH = "add_bank.tcss"
    PAGE_COMMANDS = (AddThisBank, CloseDialog)

    def __init__(self) -> None:
        super().__init__()
        self._addition: Addition | None = None
        self._is_adding = False

    def compose_body(self) -> ComposeResult:
        """The file, what it holds, and what to do with it."""
        yield Label("Its file, such as ~/Downloads/our-bank.yaml")
        yield Input(id="file", select_on_focus=False)
        with VerticalScroll(id="looked-at"):
            yield Static(id="what-it-is")
        with Horizontal(classes="buttons"):
            yield Button("Look at it", id="look", compact=True)
            yield Button("Add this bank", id="add", compact=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what was looked at can be added."""
        if action == AddThisBank.action():
            return self._addition is not None
        return super().check_action(action, parameters)

    def _show(self, words: Content, addition: Addition | None = None) -> None:
        self._addition = addition
        self.query_one("#what-it-is", Static).update(words)
        looked_at = self.query_one("#looked-at", VerticalScroll)
        looked_at.scroll_home(animate=False)
        self.set_class(bool(words.plain), "-looked")
        self.set_class(addition is not None, "-good")
        if words.plain:
            self.set_focus(looked_at)
        self.refresh_bindings()

    @on(Input.Changed)
    def _other_file(self) -> None:
        """What was looked at is no longer what stands above."""
        if self.has_class("-looked"):
            self._show(Content(""))

    @on(Input.Submitted)
    @on(Button.Pressed, "#look")
    def look(self) -> None:
        """Reads and checks the file."""
        typed = self.query_one("#file", Input).value
        if typed.strip():
            self.begin(self._look(typed_path(typed)), group="looking", only=True)

    async def _look(self, file: Path) -> None:
        try:
            found = await self.desk.read(lambda practice: _read(practice, file))
        except ReflectError as error:
            self._show(plain(str(error), "$text-warning"))
            return
        if isinstance(found, tuple):
            self._show(what_is_wrong(file.name, found))
        else:
            self._show(what_it_is(found), found)

    @on(Button.Pressed, "#add")
    def action_add_this_bank(self) -> None:
        """Adds what was looked at, as it was then."""
        if self._addition is not None and not self._is_adding:
            self._is_adding = True
            self.begin(self._add(self._addition), group="adding")

    async def _add(self, addition: Addition) -> None:
        try:
            await self.desk.write(lambda practice: practice.bank_shelf.add(addition))
        except ReflectError as error:
            self._show(plain(str(error), "$text-warning"))
            return
        finally:
            self._is_adding = False
        self.dismiss(addition.bank.id)

    def action_close_dialog(self) -> None:
        """Nothing changes."""
        self.dismiss(None)


def _read(practice: Practice, file: Path) -> Addition | tuple[Notice, ...]:
    from reflect.banks.check import Level, check_file

    notices = check_file(file, practice.banks.vocabulary)
    errors = tuple(notice for notice in notices if notice.level is Level.ERROR)
    return errors or practice.bank_shelf.check(file)
