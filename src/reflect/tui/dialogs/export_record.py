"""Writing a record, an agenda, an agreement or an audit to a file that can be printed and signed on paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Button, Static

from reflect.domain.supervision.audit import Audit
from reflect.domain.supervision.going_out import AgreementOut, SupervisionOut
from reflect.domain.supervision.leaving import DoubtfulText, doubtful_texts, questions_that_stay
from reflect.tui.dialogs.doubtful_lines import DoubtfulLinesDialog
from reflect.tui.dialogs.take_out import COURT, NO_CLEARANCE, TakeOutDialog
from reflect.tui.one_to_ones.going_out import label_of, titles
from reflect.tui.words import counted, plain


class ExportRecordDialog(TakeOutDialog):
    """What stands in it is said before; a file that is there already is written over only if somebody says so."""

    READERS = "those two"
    KINDS = (
        ("A document for a word processor, to sign on paper (.docx)", "docx"),
        ("A web page, which prints well (.html)", "html"),
        ("Markdown (.md)", "md"),
        ("JSON, for other programs (.json)", "json"),
    )

    def __init__(self, out: SupervisionOut) -> None:
        super().__init__()
        self._out = out
        self._lines: tuple[DoubtfulText, ...] = ()

    @property
    def stem(self) -> str:
        """What it is, and of which day."""
        return titles(self._out)[1]

    def compose_buttons(self) -> ComposeResult:
        """To write, and to look."""
        yield from super().compose_buttons()
        yield Button("Show those lines", id="look")

    def on_mount(self) -> None:
        """What will stand in it."""
        self.query_one("#box").border_title = plain(f"Export or print {titles(self._out)[0]}")
        self.ask_about_local(bool(questions_that_stay(self._out)))
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
            else f"Nothing was found in it that looks like a name, a number or an address. {NO_CLEARANCE}",
            COURT,
        ]
        return plain("\n".join(line for line in told if line))

    @on(Button.Pressed, "#look")
    def show_lines(self) -> None:
        """Each line that may identify somebody."""
        self.app.push_screen(DoubtfulLinesDialog(self._lines))

    def go_out(self, path: Path) -> None:
        """Writes it."""
        documents, out, kind = self.house.documents, self._out_as_wanted, self.kind
        if documents is not None:
            self.unless_kept(path, lambda: self.write(path, lambda: documents.record(out, kind)))

    @property
    def _out_as_wanted(self) -> SupervisionOut:
        if isinstance(self._out, AgreementOut | Audit):
            return self._out
        return replace(self._out, include_local=self.takes_local_along)
