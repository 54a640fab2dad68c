"""Writing a record, an agenda, an agreement or an audit to a file that can be printed and signed on paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, Input, Label, Select, Static

from reflect.domain.supervision.audit import Audit
from reflect.domain.supervision.going_out import AgreementOut, SupervisionOut
from reflect.domain.supervision.leaving import DoubtfulText, doubtful_texts, questions_that_stay
from reflect.errors import ReflectError, WrongUse
from reflect.paths import documents_folder, write_privately
from reflect.tui.commands import CloseDialog
from reflect.tui.dialogs.confirm import ConfirmDialog
from reflect.tui.dialogs.doubtful_lines import DoubtfulLinesDialog
from reflect.tui.one_to_ones.going_out import label_of, titles
from reflect.tui.screen import Dialog
from reflect.tui.typed_path import typed_path
from reflect.tui.words import counted, plain

KINDS = (
    ("A document for a word processor, to sign on paper (.docx)", "docx"),
    ("A web page, which prints well (.html)", "html"),
    ("Markdown (.md)", "md"),
    ("JSON, for other programs (.json)", "json"),
)
WITHOUT, ALONG = "without", "along"


class ExportRecordDialog(Dialog[None]):
    """What stands in it is said before; a file that is there already is written over only if somebody says so."""

    CSS_PATH = "export_record.tcss"
    AUTO_FOCUS = "#kind"
    PAGE_COMMANDS = (CloseDialog,)

    def __init__(self, out: SupervisionOut) -> None:
        super().__init__()
        self._out = out
        self._lines: tuple[DoubtfulText, ...] = ()

    def compose_body(self) -> ComposeResult:
        """What goes out, as what, and where to."""
        yield Static("Looking …", id="preview")
        yield Label("As", classes="section")
        yield Select(KINDS, value="docx", allow_blank=False, compact=True, id="kind")
        yield Label("Folder")
        yield Input(str(documents_folder()), id="folder", select_on_focus=False)
        yield Label("Name of the file")
        yield Input(f"{titles(self._out)[1]}.docx", id="name", max_length=120, select_on_focus=False)
        yield Select(
            [("Questions of local-only banks stay here", WITHOUT), ("They go along", ALONG)],
            value=WITHOUT,
            allow_blank=False,
            compact=True,
            id="local",
        )
        with Horizontal(classes="buttons section"):
            yield Button("Write it", id="write")
            yield Button("Show those lines", id="look")
        yield Static(id="problem", classes="problem")

    def on_mount(self) -> None:
        """What will stand in it."""
        self.query_one("#box").border_title = plain(f"Export or print {titles(self._out)[0]}")
        self.query_one("#local").display = bool(questions_that_stay(self._out))
        self.query_one("#look").display = False
        self.begin(self._look(), group="looking")

    async def _look(self) -> None:
        out, local_words = self._out, self.house.settings.local_words
        self._lines = await self.desk.read(lambda _practice: doubtful_texts(out, local_words))
        self.query_one("#look").display = bool(self._lines)
        self.query_one("#preview", Static).update(self._preview())

    def _preview(self) -> Content:
        label, found = label_of(self._out), len(self._lines)
        told = [
            f"Every page says: {label}." if label else "",
            "It holds what both of you can read here, and nothing in it is masked.",
            f"{counted(found, 'line').capitalize()} in it may identify somebody. Look before you hand it on."
            if found
            else "Nothing was found in it that looks like a name, a number or an address. That is no clearance.",
            "A court can require what is written.",
        ]
        return plain("\n".join(line for line in told if line))

    @on(Button.Pressed, "#look")
    def show_lines(self) -> None:
        """Each line that may identify somebody."""
        self.app.push_screen(DoubtfulLinesDialog(self._lines))

    @on(Select.Changed, "#kind")
    def rename(self, event: Select.Changed) -> None:
        """The ending of the name goes with the kind."""
        name = self.query_one("#name", Input)
        name.value = f"{Path(name.value).stem or titles(self._out)[1]}.{event.value}"

    @on(Button.Pressed, "#write")
    @on(Input.Submitted)
    def go_on(self) -> None:
        """Writes; asks first where a file of that name is there."""
        try:
            path = _place(
                self.query_one("#folder", Input).value, self.query_one("#name", Input).value.strip()
            )
        except WrongUse as error:
            self._problem(str(error))
            return
        if not path.exists():
            self.begin(self._write(path), group="write")
            return

        def answered(goes: bool | None) -> None:
            if goes:
                self.begin(self._write(path), group="write")

        self.app.push_screen(
            ConfirmDialog(
                "Write over that file?",
                f"{path.name} is there already. What stands in it would be gone.",
                keep="Leave it",
                go_ahead="Write over it",
            ),
            answered,
        )

    async def _write(self, path: Path) -> None:
        documents, out = self.house.record_documents, self._out_as_wanted
        kind = str(self.query_one("#kind", Select).value)
        if documents is None:
            return
        try:
            await self.desk.write(lambda _practice: _put(path, documents(out, kind)))
        except ReflectError as error:
            self._problem(str(error))
            return
        self.say(f"Written to {path}. That file is not encrypted: keep it where only those two can read it.")
        self.dismiss(None)

    @property
    def _out_as_wanted(self) -> SupervisionOut:
        if isinstance(self._out, AgreementOut | Audit):
            return self._out
        return replace(self._out, include_local=self.query_one("#local", Select).value == ALONG)

    def _problem(self, words: str) -> None:
        self.query_one("#problem", Static).update(plain(words))

    def action_close_dialog(self) -> None:
        """Nothing is written."""
        self.dismiss(None)


def _place(folder: str, name: str) -> Path:
    """Where the file is to be. Raises WrongUse."""
    place = typed_path(folder)
    if not folder.strip() or not place.is_dir():
        raise WrongUse("There is no such folder.", "Nothing was written. Please name one that is there.")
    if not name or Path(name).name != name or name in (".", "..") or (place / name).is_dir():
        raise WrongUse("That is not the name of a file.", "Please give a name such as one-to-one.html.")
    return place / name


def _put(path: Path, content: bytes) -> None:
    """Writes a file for its owner only, whole or not at all. Raises ReflectError."""
    try:
        write_privately(path, content)
    except OSError as refused:
        raise ReflectError(
            f"The file could not be written: {refused.strerror or 'no reason given'}.",
            "Nothing is lost, and no half file was left. Please name another folder.",
        ) from refused
