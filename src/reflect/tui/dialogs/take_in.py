"""Actions from a file of lines that reflect wrote: all of them or none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Button, Input, Label, Static

from reflect.errors import ReflectError
from reflect.tui.commands import CloseDialog
from reflect.tui.screen import Dialog
from reflect.tui.typed_path import typed_path
from reflect.tui.words import plain

if TYPE_CHECKING:
    from reflect.services.actions.travel import TakenIn
    from reflect.services.practice import Practice

_ABOUT = (
    "A file of JSON lines, as `Take out` and the command line write them. All of its actions are taken in, or none; "
    "what is here already stays as it is."
)


class TakeInDialog(Dialog["TakenIn"]):
    """Answers what was taken in, or None."""

    TITLE = "Take actions in"
    CSS_PATH = "take_in.tcss"
    PAGE_COMMANDS = (CloseDialog,)

    def __init__(self) -> None:
        super().__init__()
        self._is_taking = False

    def compose_body(self) -> ComposeResult:
        """The file, and what is wrong with it."""
        yield Static(_ABOUT, classes="about")
        yield Label("Its file, such as ~/Documents/actions.json")
        yield Input(id="file", select_on_focus=False)
        with Horizontal(classes="buttons"):
            yield Button("Take in", id="take", compact=True)
        yield Static(id="problem", classes="problem")

    @on(Input.Changed)
    def _other_file(self) -> None:
        """What was wrong was wrong with another one."""
        self.query_one("#problem", Static).update("")

    @on(Input.Submitted)
    @on(Button.Pressed, "#take")
    def take_in(self) -> None:
        """Reads the file, and keeps what stands in it."""
        typed = self.query_one("#file", Input).value
        if typed.strip() and not self._is_taking:
            self._is_taking = True
            self.begin(self._take_in(typed_path(typed)), group="taking")

    async def _take_in(self, file: Path) -> None:
        try:
            taken = await self.desk.write(lambda practice: _taken(practice, file))
        except ReflectError as error:
            problem = self.query_one("#problem", Static)
            problem.update(plain(str(error)))
            self.call_after_refresh(problem.scroll_visible, animate=False)
            return
        finally:
            self._is_taking = False
        self.dismiss(taken)

    def action_close_dialog(self) -> None:
        """Nothing changes; what has begun comes to its end first, to say what came of it."""
        if not self._is_taking:
            self.dismiss(None)


def _taken(practice: Practice, file: Path) -> TakenIn:
    from reflect.services.actions.travel import lines_of

    return practice.action_travel.take_in(lines_of(file))
