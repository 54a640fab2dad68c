"""The rows of a list of actions: read as they come into sight, so that how many there are costs nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from textual import on
from textual.content import Content

from reflect.tui.widgets.grouped_list import GroupedList

if TYPE_CHECKING:
    from reflect.domain.actions.action import Action
    from reflect.services.practice import Practice
    from reflect.tui.acting.order import Listing
    from reflect.tui.screen import Page

_MOST_HELD = 2000


class ActionList(GroupedList):
    """Sections of a listing with their titles; `say` gives the words of an action for a width in cells."""

    def __init__(self, say: Callable[[Action, int], Content], *, id: str | None = None) -> None:
        super().__init__(self._row, self._is_action, id=id)
        self._say = say
        self._listing: Listing | None = None
        self._held: dict[str, Action] = {}
        self._is_asking = False

    def show_listing(
        self, listing: Listing, row: int, *, anew: bool, stood: Mapping[str, Action] | None = None
    ) -> None:
        """These actions, one of them marked; with `anew`, each is read again, unless they are given as they stood."""
        if stood is not None:
            self._held = dict(stood)
        elif anew:
            self._held = {}
        self._listing = listing
        self.fill(range(len(listing)), row)

    def held(self, action: str) -> Action | None:
        """An action as it is shown; None until it is read."""
        return self._held.get(action)

    @property
    def marked(self) -> str | None:
        """The id of the marked action."""
        listed = self._listing
        return listed.id_at(self.mark) if listed is not None and self.mark < len(listed) else None

    def missing(self, rows: Sequence[int]) -> list[str]:
        """The ids of the actions in these rows that are not read yet."""
        listed = self._listing
        ids = (listed.id_at(row) for row in rows if row < len(listed)) if listed is not None else ()
        return list(dict.fromkeys(id_ for id_ in ids if id_ and id_ not in self._held))

    def _is_action(self, row: int) -> bool:
        listed = self._listing
        return listed is not None and listed.has_action(row)

    def _row(self, row: int, width: int) -> Content:
        listed = self._listing
        if listed is None:
            return Content("")
        section, place = listed.section_at(row)
        if place < -1:
            return Content("")
        if place < 0:
            title = Content.styled(section.title, "bold $primary")
            return title + Content(f" · {len(section.places)}")
        action = self._held.get(listed.index.id_at(section.places[place]))
        if action is None:
            self._ask_for_rows()
            return Content("…")
        return self._say(action, width)

    @on(GroupedList.Scrolled)
    def _ask_ahead(self) -> None:
        if self.missing(self.in_sight):
            self._ask_for_rows()

    def _ask_for_rows(self) -> None:
        if not self._is_asking:
            self._is_asking = True
            self._page.begin(self._read_rows(), group="rows")

    async def _read_rows(self) -> None:
        try:
            while wanted := self.missing(self.in_sight):
                held = self._held
                read = await self._page.desk.read(partial(_some, wanted))
                if held is not self._held:
                    continue  # another listing is shown by now, perhaps of another day
                if len(self._held) > _MOST_HELD:
                    self._held.clear()
                self._held.update((action.id, action) for action in read)
                if len(read) < len(wanted):
                    break
        finally:
            self._is_asking = False
        self.refresh()

    @property
    def _page(self) -> Page:
        return cast("Page", self.screen)


def _some(ids: list[str], practice: Practice) -> tuple[Action, ...]:
    return practice.actions.some(ids)
