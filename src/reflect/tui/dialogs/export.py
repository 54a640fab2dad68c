"""Taking one's own answers out: as what, where to, what goes along, and a look at each line before it leaves."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, Input, Label, Select, Static

from reflect.domain.banks import Handling
from reflect.domain.going_out import DoubtfulLine, GoingOut, doubtful_lines, masked
from reflect.errors import ReflectError, WrongUse
from reflect.paths import documents_folder, write_privately
from reflect.tui.commands import CloseDialog
from reflect.tui.dialogs.check_lines import CheckLinesDialog
from reflect.tui.labels import handling_words
from reflect.tui.screen import Dialog
from reflect.tui.words import counted, plain

KINDS = (
    ("A document for a word processor (.docx)", "docx"),
    ("A web page, which prints well (.html)", "html"),
    ("Markdown (.md)", "md"),
    ("JSON, for other programs (.json)", "json"),
)
WITHOUT, ALONG = "without", "along"


class ExportDialog(Dialog[None]):
    """Writes the answers to one bank, or all of them, to a file that only the person can read."""

    TITLE = "Take your answers out"
    CSS_PATH = "export.tcss"
    AUTO_FOCUS = ""
    PAGE_COMMANDS = (CloseDialog,)

    def __init__(self, bank: str | None) -> None:
        super().__init__()
        self._bank = bank
        self._going_out: GoingOut | None = None
        self._lines: tuple[DoubtfulLine, ...] = ()

    def compose_body(self) -> ComposeResult:
        """What goes out, and where to."""
        yield Static("Looking …", id="preview")
        yield Label("As", classes="section")
        yield Select(KINDS, value="docx", allow_blank=False, compact=True, id="kind")
        yield Label("Folder")
        yield Input(str(documents_folder()), id="folder", select_on_focus=False)
        yield Label("Name of the file")
        yield Input("my-reflections.docx", id="name", max_length=120, select_on_focus=False)
        yield Select(
            [("Questions of local-only banks stay here", WITHOUT), ("They go along", ALONG)],
            value=WITHOUT,
            allow_blank=False,
            compact=True,
            id="local",
        )
        with Horizontal(classes="buttons section"):
            yield Button("Go on", id="write")
        yield Static(id="problem", classes="problem")

    def on_mount(self) -> None:
        """Looks at what would go out."""
        self.query_one("#local").display = False
        self.query_one("#kind").focus(scroll_visible=False)
        self.begin(self._look(), group="looking")

    async def _look(self) -> None:
        bank = self._bank

        def look() -> tuple[GoingOut, tuple[DoubtfulLine, ...]]:
            practice = self.desk.practice
            going_out = practice.taking_out.prepare(bank=bank)
            return going_out, doubtful_lines(going_out, practice.settings.local_words)

        going_out, lines = await self.desk.read(lambda _practice: look())
        self._going_out, self._lines = going_out, lines
        self.query_one("#local").display = bool(going_out.questions_that_stay)
        self.query_one("#preview", Static).update(_preview(going_out, lines))

    @on(Select.Changed, "#kind")
    def rename(self, event: Select.Changed) -> None:
        """The ending of the name goes with the kind."""
        name = self.query_one("#name", Input)
        name.value = f"{Path(name.value).stem or 'my-reflections'}.{event.value}"

    @on(Button.Pressed, "#write")
    @on(Input.Submitted)
    def go_on(self) -> None:
        """Looks through what could identify somebody, then writes."""
        going_out = self._going_out
        if going_out is None:
            return
        along = self.query_one("#local", Select).value == ALONG
        going_out = replace(going_out, include_local=along)
        try:
            path = _free_place(
                self.query_one("#folder", Input).value.strip(), self.query_one("#name", Input).value.strip()
            )
        except WrongUse as error:
            self.query_one("#problem", Static).update(plain(str(error)))
            return

        def checked(to_mask: tuple[DoubtfulLine, ...] | None) -> None:
            if to_mask is None:
                self.say("Stopped: nothing was written.")
            else:
                self.begin(self._write(masked(going_out, to_mask), path), group="write")

        if self._lines:
            self.app.push_screen(CheckLinesDialog(self._lines), checked)
        else:
            checked(())

    async def _write(self, going_out: GoingOut, path: Path) -> None:
        documents = self.house.documents
        kind = str(self.query_one("#kind", Select).value)
        if documents is None:
            return
        try:
            await self.desk.write(lambda _practice: _put(path, documents(going_out, kind)))
        except ReflectError as error:
            self.query_one("#problem", Static).update(plain(str(error)))
            return
        self.say(f"Written to {path}. That file is not encrypted: keep it where only you can read it.")
        self.dismiss(None)

    def action_close_dialog(self) -> None:
        """Nothing is written."""
        self.dismiss(None)


def _preview(going_out: GoingOut, lines: tuple[DoubtfulLine, ...]) -> Content:
    """What would go out, and how much of it could identify somebody."""
    told = [Content(f"{counted(len(going_out.answers), 'answer').capitalize()} of your own.")]
    if going_out.taken_away:
        told.append(Content(f"What you take away from {counted(len(going_out.taken_away), 'sitting')}."))
    for bank in going_out.banks:
        label = handling_words(bank.handling or Handling.LOCAL_ONLY)
        told.append(Content.assemble(plain(bank.title), f": {counted(bank.answers, 'answer')}, {label}"))
    told.append(
        Content(
            f"{counted(len(lines), 'line').capitalize()} may identify somebody; you see each before it leaves."
            if lines
            else "Nothing was found that looks like a name, a number or an address. That is no clearance."
        )
    )
    told.append(Content("A court can require what is written."))
    return Content("\n").join(told)


def _free_place(folder: str, name: str) -> Path:
    """Where the file is to be. Raises WrongUse."""
    place = Path(folder).expanduser()
    if not folder or not place.is_dir():
        raise WrongUse("There is no such folder.", "Nothing was written. Please name one that is there.")
    if not name or Path(name).name != name or name in (".", ".."):
        raise WrongUse("That is not the name of a file.", "Please give a name such as my-reflections.html.")
    if (place / name).exists():
        raise WrongUse(
            "A file of that name is there already.", "It was left as it is. Please choose another name."
        )
    return place / name


def _put(path: Path, content: bytes) -> None:
    """Writes a file for its owner only, whole or not at all. Raises ReflectError."""
    try:
        write_privately(path, content)
    except OSError as refused:
        raise ReflectError(
            f"The file could not be written: {refused.strerror or 'no reason given'}.",
            "Nothing of yours is lost, and no half file was left. Please name another folder.",
        ) from refused
