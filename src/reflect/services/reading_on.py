"""Reading on: at which pane of a briefing somebody stopped, so that the seven minutes go on there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect.services import own_pages

if TYPE_CHECKING:
    from reflect.services.drawer import Drawer


class ReadingOn:
    """Where a practitioner is in the briefings that they read. For the owner only."""

    def __init__(self, drawer: Drawer) -> None:
        self._drawer = drawer

    def place(self, bank: str) -> int:
        """The pane of a bank at which the person stopped, counted from 0; one past the last is the choice of
        questions. 0 where nothing is remembered."""
        with self._drawer.reading() as drawer:
            places: dict[str, int] = drawer.page(own_pages.READING) or {}
        return places.get(bank, 0)

    def remember(self, bank: str, place: int) -> None:
        """Remembers where the person is; at 0 there is nothing to remember. Raises NotSaved."""
        with self._drawer.writing() as drawer:
            before: dict[str, int] = drawer.page(own_pages.READING) or {}
            places = {id_: other for id_, other in before.items() if id_ != bank}
            if place > 0:
                places[bank] = place
            if places != before:
                drawer.put_page(own_pages.READING, places)
