"""Taking something out of the workspace: what goes, as what, where to, and what stays here."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import on
from textual._path import CSSPathType
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Button, Input, Label, Select, Static

from reflect.errors import ReflectError, WrongUse
from reflect.paths import documents_folder, write_privately
from reflect.tui.commands import CloseDialog, Command
from reflect.tui.dialogs.confirm import ConfirmDialog
from reflect.tui.screen import Dialog
from reflect.tui.taking_out_commands import WriteIt
from reflect.tui.typed_path import typed_path
from reflect.tui.words import plain

NO_CLEARANCE = "That is no clearance."
COURT = "A court can require what is written."
WITHOUT, ALONG = "without", "along"


class TakeOutDialog(Dialog[None]):
    """Writes a file that only its owner can read. What is taken out is said in `#preview`; `go_out` is told where to,
    and calls `write`."""

    # Beside this module, also where a dialog that builds on it stands elsewhere.
    CSS_PATH: ClassVar[CSSPathType | None] = Path(__file__).with_name("take_out.tcss")
    AUTO_FOCUS = ""
    PAGE_COMMANDS: ClassVar[tuple[type[Command], ...]] = (WriteIt, CloseDialog)
    KINDS: ClassVar[tuple[tuple[str, str], ...]]
    GO_ON: ClassVar[str] = "Write it"
    READERS: ClassVar[str] = "you"

    def __init__(self) -> None:
        super().__init__()
        self._is_writing = False

    @property
    @abstractmethod
    def stem(self) -> str:
        """The name of the file without its ending, unless somebody types another."""

    @abstractmethod
    def go_out(self, path: Path) -> None:
        """Somebody wants it in this file."""

    def compose_body(self) -> ComposeResult:
        """What goes out, as what, and where to."""
        kind = self.KINDS[0][1]
        yield Static("Looking …", id="preview")
        yield Label("As", classes="section")
        yield Select(self.KINDS, value=kind, allow_blank=False, compact=True, id="kind")
        yield Label("Folder")
        yield Input(str(documents_folder()), id="folder", select_on_focus=False)
        yield Label("Name of the file")
        yield Input(f"{self.stem}.{kind}", id="name", max_length=120, select_on_focus=False)
        local = Select(
            [("Questions of local-only banks stay here", WITHOUT), ("They go along", ALONG)],
            value=WITHOUT,
            allow_blank=False,
            compact=True,
            id="local",
        )
        local.display = False
        yield local
        yield from self.compose_more()
        with Horizontal(classes="buttons section"):
            yield from self.compose_buttons()
        yield Static(id="problem", classes="problem")

    def compose_more(self) -> ComposeResult:
        """What else is asked; usually nothing."""
        yield from ()

    def compose_buttons(self) -> ComposeResult:
        """What can be done."""
        yield Button(self.GO_ON, id="write")

    def on_mount(self) -> None:
        """What it is to be comes first."""
        self.query_one("#kind").focus(scroll_visible=False)

    @property
    def kind(self) -> str:
        """The kind of file that is chosen, by the ending of its name."""
        return str(self.query_one("#kind", Select).value)

    @property
    def takes_local_along(self) -> bool:
        """Whether the questions of banks that are for this place only go out too."""
        return self.query_one("#local", Select).value == ALONG

    def ask_about_local(self, asks: bool) -> None:
        """Whether that is asked at all."""
        self.query_one("#local").display = asks

    @on(Select.Changed, "#kind")
    def _rename(self, event: Select.Changed) -> None:
        # The ending of the name goes with the kind.
        name = self.query_one("#name", Input)
        name.value = f"{Path(name.value).stem or self.stem}.{event.value}"

    @on(Button.Pressed, "#write")
    @on(Input.Submitted)
    def action_write_it(self) -> None:
        """Writes it, if it can be written there."""
        try:
            path = self._place()
        except WrongUse as error:
            self.say_problem(error)
        else:
            self.go_out(path)

    def _place(self) -> Path:
        folder, name = self.query_one("#folder", Input).value, self.query_one("#name", Input).value.strip()
        place = typed_path(folder)
        if not folder.strip() or not place.is_dir():
            raise WrongUse("There is no such folder.", "Nothing was written. Please name one that is there.")
        if not name or Path(name).name != name or name in (".", "..") or (place / name).is_dir():
            raise WrongUse(
                "That is not the name of a file.", f"Please give a name such as {self.stem}.{self.kind}."
            )
        return place / name

    def unless_kept(self, path: Path, go_on: Callable[[], None]) -> None:
        """Goes on; asks first where a file of that name is there already."""
        if not path.exists():
            go_on()
            return

        def answered(goes: bool | None) -> None:
            if goes:
                go_on()

        self.app.push_screen(
            ConfirmDialog(
                "Write over that file?",
                f"{path.name} is there already. What stands in it would be gone.",
                keep="Leave it",
                go_ahead="Write over it",
            ),
            answered,
        )

    def write(self, path: Path, document: Callable[[], bytes]) -> None:
        """Writes what `document` answers, and closes; what goes wrong is said, and the dialog stays."""
        if not self._is_writing:
            self._is_writing = True
            self.begin(self._write(path, document), group="write")

    async def _write(self, path: Path, document: Callable[[], bytes]) -> None:
        try:
            await self.desk.write(lambda _practice: _put(path, document()))
        except ReflectError as error:
            self.say_problem(error)
            return
        finally:
            self._is_writing = False
        self.say(
            f"Written to {path}. That file is not encrypted: keep it where only {self.READERS} can read it."
        )
        self.dismiss(None)

    def say_problem(self, error: ReflectError) -> None:
        """What is wrong, below the buttons."""
        problem = self.query_one("#problem", Static)
        problem.update(plain(str(error)))
        self.call_after_refresh(problem.scroll_visible, animate=False)

    def action_close_dialog(self) -> None:
        """Nothing is written."""
        self.dismiss(None)


def _put(path: Path, content: bytes) -> None:
    """Writes a file for its owner only, whole or not at all. Raises ReflectError."""
    try:
        write_privately(path, content)
    except OSError as refused:
        raise ReflectError(
            f"The file could not be written: {refused.strerror or 'no reason given'}.",
            "Nothing is lost, and no half file was left. Please name another folder.",
        ) from refused
