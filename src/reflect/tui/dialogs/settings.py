"""The settings of the workspace: a few sections in words, kept in its settings file."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Button, Input, Label, Select, Static

from reflect.errors import ReflectError, WrongUse
from reflect.settings import LOCK_MINUTES, LONGEST_LINE, Settings, save_settings
from reflect.tui.commands import CloseDialog
from reflect.tui.keymap import known_commands, read_keymap
from reflect.tui.screen import Dialog
from reflect.tui.words import plain
from reflect.workspace import Workspace

_LOCAL_WORDS_SHOWN = 4000
YES, NO = "yes", "no"


class SettingsDialog(Dialog[None]):
    """How it looks, when it locks, who to turn to, what comes back, which words identify somebody here, which keys."""

    TITLE = "Settings"
    CSS_PATH = "settings.tcss"
    AUTO_FOCUS = ""
    PAGE_COMMANDS = (CloseDialog,)

    def on_mount(self) -> None:
        """At the top: the heading above the first field stays in sight."""
        self.query_one("#theme").focus(scroll_visible=False)

    def compose_body(self) -> ComposeResult:
        """As they hold now."""
        settings = self.house.settings
        self._shown = settings
        self._keys = dict(settings.keys)
        yield Label("Colours")
        themes = [("Dark", "dark"), ("Light", "light")]
        yield Select(themes, value=settings.theme, allow_blank=False, compact=True, id="theme")
        yield _either(
            "contrast", settings.high_contrast, "Stronger contrast between words and ground", "Usual contrast"
        )
        yield _either("motion", settings.motion, "Things may move by themselves", "Nothing moves by itself")
        yield Label(
            f"Lock after so many minutes without use ({LOCK_MINUTES.start} to {LOCK_MINUTES.stop - 1})",
            classes="section",
        )
        yield _line("minutes", str(settings.lock_after_minutes), longest=3)
        yield Label("Local procedure: what to do about a current concern for a child", classes="section")
        yield _line("procedure", settings.local_procedure)
        yield Label("Support for staff: who to ring when the work has been hard")
        yield _line("support", settings.support_line)
        yield Label("Data protection: who answers questions on what is kept about people")
        yield _line("protection", settings.data_protection_contact)
        yield Label("Questions that were answered; each person may say otherwise", classes="section")
        yield _either("return", settings.questions_return, "They come back after a time", "They stay away")
        yield Label("Words that would identify somebody here, with commas between", classes="section")
        yield _line("local-words", ", ".join(settings.local_words), longest=_LOCAL_WORDS_SHOWN)
        yield Label("Another key for a command; empty is the usual one", classes="section")
        commands = sorted(known_commands().items())
        yield Select(
            [(f"{command.label} ({id_})", id_) for id_, command in commands],
            prompt="Choose a command",
            compact=True,
            id="command",
        )
        yield _line("key", "", longest=30)
        with Horizontal(classes="buttons section"):
            yield Button("Save", id="save")
        yield Static(id="problem", classes="problem")

    @on(Select.Changed, "#command")
    def show_key(self) -> None:
        """The key that the chosen command has now."""
        field, chosen = self.query_one("#key", Input), self._chosen_command
        field.placeholder = f"usual: {known_commands()[chosen].key}" if chosen else ""
        field.value = self._keys.get(chosen, "") if chosen else ""

    @on(Input.Changed, "#key")
    def note_key(self, event: Input.Changed) -> None:
        """Remembers what was typed for the chosen command, until it is saved."""
        if chosen := self._chosen_command:
            self._keys.pop(chosen, None)
            if event.value.strip():
                self._keys[chosen] = event.value.strip()

    @property
    def _chosen_command(self) -> str | None:
        value = self.query_one("#command", Select).value
        return None if value == Select.NULL else str(value)

    @on(Button.Pressed, "#save")
    @on(Input.Submitted)
    def save(self) -> None:
        """Writes them, and lets them hold at once."""
        self.begin(self._save(), group="save")

    async def _save(self) -> None:
        house = self.house
        workspace = house.workspace
        try:
            changes = self._changes()
            settings = await self.desk.write(lambda _practice: _saved(workspace, changes))
        except ReflectError as error:
            self.query_one("#problem", Static).update(plain(str(error)))
            return
        house.use(settings)
        for name in changes:
            if where := workspace.told.where(name):
                self.say(f"Kept, and it holds from the next time: {where} says otherwise for now.")
        self.dismiss(None)

    def _changes(self) -> dict[str, Any]:
        """What the person changed, by setting: the rest stays as the file has it. Raises WrongUse."""
        minutes = self.query_one("#minutes", Input).value
        if not minutes.isdecimal():
            raise WrongUse("The minutes are not a number.", "Please type one, such as 15.")
        for fault in read_keymap(self._keys).faults:
            raise fault
        words = self.query_one("#local-words", Input).value.split(",")
        wanted = replace(
            self._shown,
            theme=str(self.query_one("#theme", Select).value),
            high_contrast=self._is_chosen("contrast"),
            motion=self._is_chosen("motion"),
            lock_after_minutes=int(minutes),
            local_procedure=self.query_one("#procedure", Input).value,
            support_line=self.query_one("#support", Input).value,
            data_protection_contact=self.query_one("#protection", Input).value,
            questions_return=self._is_chosen("return"),
            local_words=tuple(word.strip() for word in words if word.strip()),
            keys=self._keys,
        )
        return {
            field.name: getattr(wanted, field.name)
            for field in fields(Settings)
            if getattr(wanted, field.name) != getattr(self._shown, field.name)
        }

    def _is_chosen(self, which: str) -> bool:
        return self.query_one(f"#{which}", Select).value == YES

    def action_close_dialog(self) -> None:
        """Nothing changes."""
        self.dismiss(None)


def _either(id_: str, value: bool, yes: str, no: str) -> Select[str]:
    """One of two, each in words: what is chosen is never a colour alone."""
    return Select([(yes, YES), (no, NO)], value=YES if value else NO, allow_blank=False, compact=True, id=id_)


def _line(id_: str, value: str, *, longest: int = LONGEST_LINE) -> Input:
    return Input(value, max_length=longest, id=id_, select_on_focus=False)


def _saved(workspace: Workspace, changes: dict[str, Any]) -> Settings:
    """The settings that hold once these changes are in the file. Raises WrongUse, NotSaved."""
    save_settings(workspace.folder, replace(workspace.kept_settings(), **changes))
    return workspace.settings()
