"""A list of any length: only the rows in sight are ever drawn, so ten thousand rows open like ten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip


class LongList(ScrollView, can_focus=True):
    """Rows of one line each, or of as many as `tall` says; `mark` is the row that is marked, counted from 0."""

    DEFAULT_CSS = """
    LongList {
        height: 1fr;
        background: $background;
        scrollbar-size-vertical: 1;
    }
    LongList > .long-list--row {
        color: $foreground;
        background: $background;
    }
    LongList > .long-list--mark {
        color: $foreground;
        background: $panel;
    }
    LongList:focus > .long-list--mark {
        color: $background;
        background: $primary;
    }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"long-list--row", "long-list--mark"}

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "mark(-1)", "Up", show=False),
        Binding("down", "mark(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("home", "ends(-1)", "First", show=False),
        Binding("end", "ends(1)", "Last", show=False),
    ]

    mark: reactive[int] = reactive(0)

    class Opened(Message):
        """Somebody clicked a row."""

        def __init__(self, row: int) -> None:
            super().__init__()
            self.row = row

    def __init__(self, draw: Callable[[int, int], Content], *, tall: int = 1, id: str | None = None) -> None:
        """`draw` gives the words of a row, by its number, for a width in cells; each row has `tall` lines."""
        super().__init__(id=id)
        self._draw = draw
        self._count = 0
        self._tall = tall
        self._drawn: tuple[int, int, list[Content]] | None = None

    def fill(self, rows: Sequence[object], mark: int = 0) -> None:
        """There are these rows now, and this one is marked."""
        self._count = len(rows)
        self._drawn = None
        self._resize()
        self.set_reactive(LongList.mark, max(0, min(mark, self._count - 1)))
        self._keep_in_sight()
        self.refresh()

    def on_resize(self) -> None:
        """Rows are as long as the list is wide."""
        self._resize()

    def _resize(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, self._count * self._tall)

    def validate_mark(self, mark: int) -> int:
        """Within the list."""
        return max(0, min(mark, self._count - 1))

    def watch_mark(self) -> None:
        """The marked row is always in sight."""
        self._keep_in_sight()
        self.refresh()

    def _keep_in_sight(self) -> None:
        self.scroll_to_region(Region(0, self.mark * self._tall, 1, self._tall), animate=False, force=True)

    def action_mark(self, by: int) -> None:
        """Mark a neighbour."""
        self.mark += by

    def action_page(self, by: int) -> None:
        """Mark a row one page on."""
        self.mark += by * max(self.scrollable_content_region.height // self._tall - 1, 1)

    def action_ends(self, where: int) -> None:
        """Mark the first or the last row."""
        self.mark = 0 if where < 0 else self._count - 1

    def on_click(self, event: events.Click) -> None:
        """A click marks a row and opens it."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        row = (offset.y + self.scroll_offset.y) // self._tall
        if row < self._count:
            self.mark = row
            self.post_message(self.Opened(row))

    def render_line(self, y: int) -> Strip:
        """One line in sight."""
        width = self.scrollable_content_region.width
        row, line = divmod(y + self.scroll_offset.y, self._tall)
        if row >= self._count:
            return Strip.blank(width, self.visual_style.rich_style)
        part = "long-list--mark" if row == self.mark else "long-list--row"
        style = self.get_visual_style(part)
        words = Content(" ") + self._line(row, line, max(width - 2, 1))
        fitted = words.truncate(width, ellipsis=True, pad=True)
        return Strip(fitted.render_segments(style), width)

    def _line(self, row: int, line: int, width: int) -> Content:
        if self._tall == 1:
            return self._draw(row, width)
        if self._drawn is None or self._drawn[:2] != (row, width):
            self._drawn = (row, width, self._draw(row, width).split("\n", allow_blank=True))
        lines = self._drawn[2]
        return lines[line] if line < len(lines) else Content("")
