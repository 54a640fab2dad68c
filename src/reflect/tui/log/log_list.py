"""The rows of a team's log: read as they come into sight, so that how many there are costs nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, cast

from textual import on
from textual.content import Content
from textual.message import Message

from reflect.domain.actions.action import Action
from reflect.tui.acting.order import Rows, Section
from reflect.tui.widgets.grouped_list import GroupedList
from reflect.tui.words import plain

if TYPE_CHECKING:
    from reflect.domain.figures.listed_log import ListedLog
    from reflect.services.practice import Practice
    from reflect.tui.screen import Page

_MOST_HELD = 2000
_NEAR = 50
_CANNOT_BE_READ = "This action cannot be read here."


def rows_of(log: ListedLog, *, is_loose: bool = True) -> Rows[str]:
    """The groups of a log below each other, with an empty line between if `is_loose`; those with nothing in them have
    no line."""
    sections = (Section(group.words, group.ids) for group in log.groups if len(group.ids))
    return Rows(tuple(sections), is_loose=is_loose)


def ids_in(rows: Rows[str], wanted: Iterable[int]) -> dict[int, str]:
    """The ids of the actions in these rows. Ids may stand in the file: asked for where that may be read."""
    spans: dict[int, tuple[Section[str], list[tuple[int, int]]]] = {}
    for row in sorted(wanted):
        section, place = rows.section_at(row)
        if place >= 0:
            spans.setdefault(id(section), (section, []))[1].append((row, place))
    found: dict[int, str] = {}
    for section, pairs in spans.values():
        first, last = pairs[0][1], pairs[-1][1]
        ids = section.places[first : last + 1]
        found.update((row, ids[place - first]) for row, place in pairs)
    return found


def row_near(rows: Rows[str], action: str | None, near: int) -> int:
    """The row in which an action stands, at `near` or not far from it; else the same row as before."""
    if action is not None:
        around = range(max(near - _NEAR, 0), min(near + _NEAR, len(rows)))
        there = [row for row, id_ in ids_in(rows, around).items() if id_ == action]
        if there:
            return min(there, key=lambda row: abs(row - near))
    return near if rows.has_action(near) else rows.first


class LogList(GroupedList):
    """Groups with their titles and exact counts; `say` gives the words of an action for a width in cells."""

    class Marked(Message):
        """Another action is marked, or the marked one has been read."""

    def __init__(
        self, say: Callable[[Action, int], Content], *, tall: int = 1, id: str | None = None
    ) -> None:
        super().__init__(self._row, self._is_action, tall=tall, id=id)
        self._say = say
        self._log: ListedLog | None = None
        self._rows: Rows[str] = Rows(())
        self._held: dict[int, Action | None] = {}
        self._is_asking = False

    def show_log(self, log: ListedLog, rows: Rows[str], row: int) -> None:
        """This log, with a row of it marked; each action is read again."""
        self._log, self._rows = log, rows
        self._held = {}
        self.fill(range(len(rows)), row)
        self.post_message(self.Marked())

    @property
    def marked(self) -> Action | None:
        """The marked action; None until it is read."""
        return self._held.get(self.mark)

    def watch_mark(self) -> None:
        """Whoever says something of the marked action hears of it."""
        super().watch_mark()
        self.post_message(self.Marked())

    def missing(self) -> list[int]:
        """The rows in sight whose actions are not read yet."""
        return [row for row in self.in_sight if self._is_action(row) and row not in self._held]

    def _is_action(self, row: int) -> bool:
        return self._rows.has_action(row)

    def _row(self, row: int, width: int) -> Content:
        section, place = self._rows.section_at(row)
        if place < -1:
            return Content("")
        if place < 0:
            above = "\n" * (self._tall - 1)
            return Content.assemble(above, plain(section.title, "bold $primary"), f" · {len(section.places)}")
        if row not in self._held:
            self._ask_for_rows()
            return Content("…")
        action = self._held[row]
        return Content(_CANNOT_BE_READ) if action is None else self._say(action, width)

    @on(GroupedList.Scrolled)
    def _ask_ahead(self) -> None:
        if self.missing():
            self._ask_for_rows()

    def _ask_for_rows(self) -> None:
        if not self._is_asking:
            self._is_asking = True
            self._page.begin(self._read_rows(), group="rows")

    async def _read_rows(self) -> None:
        try:
            while (log := self._log) is not None and (wanted := self.missing()):
                read = await self._page.desk.read(partial(_opened, log, self._rows, wanted))
                if log is not self._log:
                    continue
                if len(self._held) > _MOST_HELD:
                    self._held.clear()
                self._held.update(read)
        finally:
            self._is_asking = False
        self._drawn = None
        self.refresh()
        self.post_message(self.Marked())

    @property
    def _page(self) -> Page:
        return cast("Page", self.screen)


def _opened(
    log: ListedLog, rows: Rows[str], wanted: list[int], practice: Practice
) -> dict[int, Action | None]:
    ids = ids_in(rows, wanted)
    read = {
        action.id: action for action in practice.overseeing.shown(log, tuple(dict.fromkeys(ids.values())))
    }
    return {row: read.get(id_) for row, id_ in ids.items()}
