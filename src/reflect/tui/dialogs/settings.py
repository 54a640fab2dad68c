"""The settings of the workspace: few, in words, kept in its settings file."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Button, Input, Label, Select, Static

from reflect.errors import ReflectError, WrongUse
from reflect.settings import LOCK_MINUTES, save_settings
from reflect.tui.commands import CloseDialog
from reflect.tui.screen import Dialog
from reflect.tui.words import plain


class SettingsDialog(Dialog[None]):
    """Colours, lock, local procedure, support."""

    TITLE = "Settings"
    CSS_PATH = "settings.tcss"
    PAGE_COMMANDS = (CloseDialog,)

    def compose_body(self) -> ComposeResult:
        """As they stand."""
        settings = self.house.settings
        yield Label("Colours")
        yield Select(
            [("Dark", "dark"), ("Light", "light")],
            value=settings.theme,
            allow_blank=False,
            compact=True,
            id="theme",
        )
        yield Label(
            f"Lock after so many minutes without use ({LOCK_MINUTES.start} to {LOCK_MINUTES.stop - 1})"
        )
        yield Input(
            str(settings.lock_after_minutes),
            type="integer",
            max_length=3,
            id="minutes",
            select_on_focus=False,
        )
        yield Label("Local procedure: what to do about a current concern for a child")
        yield Input(settings.local_procedure, max_length=200, id="procedure", select_on_focus=False)
        yield Label("Support for staff: who to ring when the work has been hard")
        yield Input(settings.support_line, max_length=200, id="support", select_on_focus=False)
        with Horizontal(classes="buttons"):
            yield Button("Save", id="save")
        yield Static(id="problem", classes="problem")

    @on(Button.Pressed, "#save")
    @on(Input.Submitted)
    def save(self) -> None:
        """Writes them, and lets them hold at once."""
        self.begin(self._save(), group="save")

    async def _save(self) -> None:
        house = self.house
        minutes = self.query_one("#minutes", Input).value
        try:
            if not minutes.isdecimal():
                raise WrongUse("The minutes are not a number.", "Please type one, such as 15.")
            settings = replace(
                house.settings,
                theme=str(self.query_one("#theme", Select).value),
                lock_after_minutes=int(minutes),
                local_procedure=self.query_one("#procedure", Input).value,
                support_line=self.query_one("#support", Input).value,
            )
            await self.desk.write(lambda _practice: save_settings(house.workspace.folder, settings))
        except ReflectError as error:
            self.query_one("#problem", Static).update(plain(str(error)))
            return
        house.use(settings)
        self.dismiss(None)

    def action_close_dialog(self) -> None:
        """Nothing changes."""
        self.dismiss(None)
