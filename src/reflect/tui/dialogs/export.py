"""Taking one's own answers out: as what, where to, what goes along, and a look at each line before it leaves."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from textual.content import Content
from textual.widgets import Static

from reflect.domain.banks import Handling
from reflect.domain.going_out import DoubtfulLine, GoingOut, doubtful_lines, masked
from reflect.errors import WrongUse
from reflect.tui.dialogs.check_lines import CheckLinesDialog
from reflect.tui.dialogs.take_out import COURT, NO_CLEARANCE, TakeOutDialog
from reflect.tui.labels import handling_words
from reflect.tui.words import counted, plain


class ExportDialog(TakeOutDialog):
    """Writes the answers to one bank, or all of them."""

    TITLE = "Take your answers out"
    GO_ON = "Go on"
    KINDS = (
        ("A document for a word processor (.docx)", "docx"),
        ("A web page, which prints well (.html)", "html"),
        ("Markdown (.md)", "md"),
        ("JSON, for other programs (.json)", "json"),
    )

    def __init__(self, bank: str | None) -> None:
        super().__init__()
        self._bank = bank
        self._going_out: GoingOut | None = None
        self._lines: tuple[DoubtfulLine, ...] = ()

    @property
    def stem(self) -> str:
        """Whose they are."""
        return "my-reflections"

    def on_mount(self) -> None:
        """Looks at what would go out."""
        self.begin(self._look(), group="looking")

    async def _look(self) -> None:
        bank = self._bank

        def look() -> tuple[GoingOut, tuple[DoubtfulLine, ...]]:
            practice = self.desk.practice
            going_out = practice.taking_out.prepare(bank=bank)
            return going_out, doubtful_lines(going_out, practice.settings.local_words)

        going_out, lines = await self.desk.read(lambda _practice: look())
        self._going_out, self._lines = going_out, lines
        self.ask_about_local(bool(going_out.questions_that_stay))
        self.query_one("#preview", Static).update(_preview(going_out, lines))

    def go_out(self, path: Path) -> None:
        """Looks through what could identify somebody, then writes. No file is written over."""
        documents, going_out, kind = self.house.documents, self._going_out, self.kind
        if going_out is None or documents is None:
            return
        if path.exists():
            self.say_problem(
                WrongUse(
                    "A file of that name is there already.",
                    "It was left as it is. Please choose another name.",
                )
            )
            return
        going_out = replace(going_out, include_local=self.takes_local_along)

        def checked(to_mask: tuple[DoubtfulLine, ...] | None) -> None:
            if to_mask is None:
                self.say("Stopped: nothing was written.")
            else:
                self.write(path, lambda: documents.answers(masked(going_out, to_mask), kind))

        if self._lines:
            self.app.push_screen(CheckLinesDialog(self._lines), checked)
        else:
            checked(())


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
            else f"Nothing was found that looks like a name, a number or an address. {NO_CLEARANCE}"
        )
    )
    told.append(Content(COURT))
    return Content("\n").join(told)
