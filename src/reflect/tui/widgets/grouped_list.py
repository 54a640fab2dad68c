"""A list of any length in sections: titles and the lines between them are passed over."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain

from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.message import Message

from reflect.tui.widgets.long_list import LongList


class GroupedList(LongList):
    """Only rows for which `can_be_marked` is true are marked and opened."""

    def __init__(
        self,
        draw: Callable[[int, int], Content],
        can_be_marked: Callable[[int], bool],
        *,
        tall: int = 1,
        id: str | None = None,
    ) -> None:
        super().__init__(draw, tall=tall, id=id)
        self._can_be_marked = can_be_marked

    class Scrolled(Message):
        """Other rows are in sight."""

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Says so, that what comes next can be read before somebody gets there."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Scrolled())

    def validate_mark(self, mark: int) -> int:
        """The wanted row; where it cannot be marked, the next one that can in the same direction, else back."""
        wanted = min(max(mark, 0), max(self._count - 1, 0))
        step = 1 if wanted >= self.mark else -1
        onwards = range(wanted, self._count if step > 0 else -1, step)
        back = range(wanted, -1 if step > 0 else self._count, -step)
        for row in chain(onwards, back):
            if self._can_be_marked(row):
                return row
        return wanted

    def _keep_in_sight(self) -> None:
        # The title above the first row of a section is shown with it.
        above = 1 if self.mark > 0 and not self._can_be_marked(self.mark - 1) else 0
        region = Region(0, (self.mark - above) * self._tall, 1, (1 + above) * self._tall)
        self.scroll_to_region(region, animate=False, force=True)

    @property
    def in_sight(self) -> range:
        """The rows that are drawn now, and a page before and after them."""
        page = max(self.scrollable_content_region.height // self._tall, 1)
        first = self.scroll_offset.y // self._tall
        return range(max(first - page, 0), min(first + 2 * page, self._count))

    def on_click(self, event: events.Click) -> None:
        """A click on a title does nothing."""
        offset = event.get_content_offset(self)
        row = (offset.y + self.scroll_offset.y) // self._tall if offset is not None else self._count
        # A handler of the same name in the class above is called as well.
        if row < self._count and not self._can_be_marked(row):
            event.prevent_default()
