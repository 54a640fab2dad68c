"""Taking actions out: those that a page shows, as a document, a sheet, a calendar, or lines that are taken in again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Button, Select, Static

from reflect.domain.actions.doubtful import DoubtfulWords, doubtful_words
from reflect.domain.banks import Handling
from reflect.domain.dates import said
from reflect.tui.dialogs.doubtful_lines import DoubtfulLinesDialog
from reflect.tui.dialogs.take_out import COURT, NO_CLEARANCE, TakeOutDialog
from reflect.tui.labels import handling_words
from reflect.tui.words import counted, lines, plain

if TYPE_CHECKING:
    from reflect.domain.actions.going_out import ActionsOut, Told
    from reflect.domain.actions.wanted import Wanted
    from reflect.services.practice import Practice

# The signatures of these lines go over every word in them, so that nothing can stay behind.
_WITH_EVERY_WORD = "json"
# Who waits for a page to be read waits for no more than so many.
_AT_ONCE = 50


class ExportActionsDialog(TakeOutDialog):
    """Nothing in them is masked, for an action is read by its words; how many lines may identify somebody is said."""

    TITLE = "Take these actions out"
    KINDS = (
        ("A web page, which prints well (.html)", "html"),
        ("Markdown (.md)", "md"),
        ("A sheet with true dates (.xlsx)", "xlsx"),
        ("A sheet, as plain text (.csv)", "csv"),
        ("A calendar of their days (.ics)", "ics"),
        ("JSON lines, to be taken in again (.json)", "json"),
    )

    def __init__(self, wanted: Wanted, only: Content | None = None) -> None:
        """`only` says in words what is asked for, where not all of them are."""
        super().__init__()
        self._wanted = wanted
        self._only = only
        self._out: ActionsOut | None = None
        self._lines: tuple[DoubtfulWords, ...] | None = None

    @property
    def stem(self) -> str:
        """What they are."""
        return "actions"

    def compose_buttons(self) -> ComposeResult:
        """To write, and to look."""
        yield from super().compose_buttons()
        look = Button("Show those lines", id="look")
        look.display = False
        yield look

    def on_mount(self) -> None:
        """Looks at what would go out."""
        self.begin(self._look(), group="looking")

    async def _look(self) -> None:
        wanted, local_words = self._wanted, self.house.settings.local_words
        self._out = out = await self.desk.read(lambda practice: practice.taking_actions_out.prepare(wanted))
        self._tell()
        found: list[DoubtfulWords] = []
        for first in range(0, len(out.known), _AT_ONCE):
            some = out.known[first : first + _AT_ONCE]
            found += await self.desk.read(partial(_doubtful, some, local_words))
        self._lines = tuple(found)
        self.query_one("#look").display = bool(found)
        self._tell()

    @on(Select.Changed, "#kind")
    def _tell(self) -> None:
        out = self._out
        if out is None:
            return
        stay = sum(out.origin_stays(action) for action, _ in out.actions)
        has_every_word = self.kind == _WITH_EVERY_WORD
        self.ask_about_local(bool(stay) and not has_every_word)
        self.query_one("#preview", Static).update(
            lines(
                _what_goes(out, self._only),
                *_banks(out),
                Content(_goes_along(stay) if stay and has_every_word else ""),
                Content(_doubt(self._lines)),
                Content(COURT),
            )
        )

    @on(Button.Pressed, "#look")
    def show_lines(self) -> None:
        """Each line that may identify somebody."""
        self.app.push_screen(DoubtfulLinesDialog(self._lines or ()))

    def go_out(self, path: Path) -> None:
        """Writes them."""
        documents, kind = self.house.documents, self.kind
        if self._out is not None and documents is not None:
            out = replace(self._out, include_local=self.takes_local_along)
            self.unless_kept(path, lambda: self.write(path, lambda: documents.actions(out, kind)))


def _doubtful(
    some: Sequence[Told], local_words: Sequence[str], _practice: Practice
) -> tuple[DoubtfulWords, ...]:
    return doubtful_words(some, local_words)


def _what_goes(out: ActionsOut, only: Content | None) -> Content:
    told = Content.assemble(
        f"{counted(len(out.actions), 'action').capitalize()} of ",
        plain(out.owner),
        f" as at {said(out.as_at)}" if out.as_at else "",
        ", each with its history",
    )
    return Content.assemble(told, "; only ", only, ".") if only else Content.assemble(told, ".")


def _banks(out: ActionsOut) -> list[Content]:
    titles = {action.origin.bank: action.origin.bank_title for action, _ in out.actions if action.origin}
    return [
        Content.assemble(
            "From ", plain(title), f": {handling_words(out.handling.get(bank, Handling.LOCAL_ONLY))}"
        )
        for bank, title in titles.items()
    ]


def _goes_along(stay: int) -> str:
    return (
        f"With {counted(stay, 'action')} goes the question of a bank that is for this place only or not here any "
        "more: every word is signed. Keep the file here."
    )


def _doubt(found: tuple[DoubtfulWords, ...] | None) -> str:
    if found is None:
        return "Looking for lines that may identify somebody …"
    if not found:
        return f"Nothing was found that looks like a name, a number or an address. {NO_CLEARANCE}"
    said = counted(len(found), "line").capitalize()
    return f"{said} may identify somebody, and nothing is masked. Look before you hand it on."
