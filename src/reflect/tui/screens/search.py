"""Search: one's own words, found again while one types."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input, Static

from reflect.domain.dates import said_short
from reflect.tui import coming_back_commands as commands
from reflect.tui import places
from reflect.tui.commands import GoBack, GoToSearch
from reflect.tui.dialogs.narrow import NarrowDialog
from reflect.tui.narrowing import Narrowing
from reflect.tui.screen import Page
from reflect.tui.widgets.long_list import LongList
from reflect.tui.words import columns, counted, lines, plain, shown

if TYPE_CHECKING:
    from reflect.services.practice import Practice
    from reflect.services.remembering import FoundAnswer

_HOW = (
    "Type a word or two, or a “whole phrase” in quotation marks. Everything that you have written is searched, "
    "and nothing of anybody else’s. Capitals and accents do not matter."
)
_NOTHING_WRITTEN = "Nothing is written yet. Once you have answered a question, your words are found here."
_NOT_FOUND = "No answer has all of these words. Fewer words, or only the beginning of one, find more."
_ROW = 3


class SearchPage(Page):
    """The words above, what they are found in below. The arrows mark an answer while one types; Enter opens it."""

    PLACE = "Search"
    CSS_PATH = "search.tcss"
    OWN_COMMAND = GoToSearch
    BINDINGS = [
        Binding("up", "mark(-1)", "Up", show=False),
        Binding("down", "mark(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
    ]
    PAGE_COMMANDS = (commands.OpenFound, commands.NarrowSearch, commands.ThenAndNow, GoBack)

    def __init__(self) -> None:
        super().__init__()
        self._found: Sequence[FoundAnswer] = ()
        self._narrowing = Narrowing()
        self._banks: tuple[tuple[str, str], ...] = ()
        self._is_read = False

    def compose_body(self) -> ComposeResult:
        """What is looked for, how much was found, and where."""
        yield Input(
            placeholder='Words, or a "whole phrase"', max_length=200, id="words", select_on_focus=False
        )
        yield Static("Reading what you have written…", id="how-many", classes="quiet")
        yield LongList(self._row, tall=_ROW, id="found")

    def on_mount(self) -> None:
        """Whose words are searched."""
        self.head(mark=self.desk.practice.person.name)

    # Searching

    async def read_again(self) -> None:
        """All words are read into memory once; an answer may have been changed meanwhile."""
        self._banks = await self.desk.read(_banks_written_on)
        self._is_read = True
        await self._search()

    @on(Input.Changed, "#words")
    def _words_changed(self) -> None:
        # Only the newest words are searched for: a search that has not begun yet is dropped with its worker.
        self.begin(self._search(), group="searching", only=True)

    async def _search(self) -> None:
        words, narrowing = self.query_one(Input).value, self._narrowing

        def search(practice: Practice) -> Sequence[FoundAnswer]:
            return practice.remembering.search(
                words, bank=narrowing.bank, theme=narrowing.theme, since=narrowing.since
            )

        found = await self.desk.read(search)
        if (words, narrowing) == (self.query_one(Input).value, self._narrowing):
            self._show(found)

    def _show(self, found: Sequence[FoundAnswer]) -> None:
        marked = self._marked
        self._found = found
        place = 0
        if marked is not None:
            near = enumerate(found[: self.query_one(LongList).mark + 50])
            place = next((row for row, one in near if one.card.id == marked.card.id), 0)
        self.query_one(LongList).fill(found, place)
        self.query_one("#how-many", Static).update(self._how_many())
        self.refresh_bindings()

    def _how_many(self) -> Content:
        only = self._narrowing.words(self.desk.practice.banks.vocabulary)
        where = Content.assemble("\nOnly ", only) if only.plain else Content("")
        if not self._is_read:
            return Content("Reading what you have written…")
        if not self._banks:
            return Content(_NOTHING_WRITTEN)
        if not self.query_one(Input).value.strip():
            return Content(_HOW) + where
        if not self._found:
            key = self.app.get_key_display(commands.NarrowSearch.binding())
            wider = f" ({key} searches elsewhere too)" if only.plain else ""
            return Content.assemble(_NOT_FOUND, where, wider)
        return Content(f"{counted(len(self._found), 'answer')}, newest first") + where

    def _row(self, row: int, width: int) -> Content:
        one = self._found[row]
        day = said_short(one.card.created.astimezone().date())
        question = plain(" ".join(one.card.asked.wording.split()))
        said = plain(one.around(width))
        for term in one.wanted.terms:
            said = said.highlight_regex(
                re.compile(re.escape(shown(term)), re.IGNORECASE), style="bold underline"
            )
        return lines(columns(width, question, (day, 12)), said)

    # The list

    @property
    def _marked(self) -> FoundAnswer | None:
        row = self.query_one(LongList).mark
        return self._found[row] if row < len(self._found) else None

    def action_mark(self, by: int) -> None:
        """The arrows move in the list, wherever the cursor is."""
        self.query_one(LongList).action_mark(by)

    def action_page(self, by: int) -> None:
        """A page of the list on or back."""
        self.query_one(LongList).action_page(by)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing to open is offered where nothing was found."""
        if action in (commands.OpenFound.action(), commands.ThenAndNow.action()):
            return bool(self._found)
        if action == commands.NarrowSearch.action():
            return bool(self._banks)
        return super().check_action(action, parameters)

    @on(LongList.Opened)
    def action_open_found(self) -> None:
        """The marked answer."""
        if marked := self._marked:
            self.begin(self._open(marked.card.id), group="opening", only=True)

    async def _open(self, answer_id: str) -> None:
        answer = await self.desk.read(lambda practice: practice.reflecting.answer(answer_id))
        await self.app.push_screen(places.answer(answer))

    def action_then_and_now(self) -> None:
        """All answers to the question of the marked one."""
        if marked := self._marked:
            asked = marked.card.asked
            self.app.push_screen(places.then_and_now(asked.bank, asked.question))

    def action_narrow_search(self) -> None:
        """By theme, bank and day."""
        practice = self.desk.practice
        dialog = NarrowDialog(
            self._narrowing,
            themes=[theme.code for theme in practice.banks.vocabulary],
            banks=self._banks,
            vocabulary=practice.banks.vocabulary,
            today=self.house.workspace.clock.today(),
        )
        self.app.push_screen(dialog, self._narrow)

    def _narrow(self, narrowing: Narrowing | None) -> None:
        if narrowing is not None:
            self._narrowing = narrowing
            self.begin(self._search(), group="searching", only=True)


def _banks_written_on(practice: Practice) -> tuple[tuple[str, str], ...]:
    practice.remembering.search("")
    written = [card for card in practice.reflecting.reflection_cards() if card.answered]
    return tuple({card.bank: card.bank_title for card in reversed(written)}.items())
