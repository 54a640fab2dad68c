"""Text whose points hang: when a line that begins with a point wraps, it goes on beside the point, not below it."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

POINT = "·  "


def hung(told: Content, width: int) -> list[Content]:
    """The lines of a text at a width in cells."""
    laid: list[Content] = []
    for line in told.split("\n", allow_blank=True):
        if line.plain.startswith(POINT):
            first, *rest = line[len(POINT) :].wrap(max(width - len(POINT), 1)) or [Content("")]
            laid += [Content(POINT) + first, *(Content(" " * len(POINT)) + more for more in rest)]
        else:
            laid += line.wrap(max(width, 1)) or [Content("")]
    return laid


class Hanging(Static):
    """A text; its lines that begin with a point hang."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the text needs at this width."""
        return len(hung(self._told, width))

    def render(self) -> Content:
        """The text as wide as there is room."""
        return Content("\n").join(hung(self._told, self.content_size.width))

    @property
    def _told(self) -> Content:
        return self.content if isinstance(self.content, Content) else Content("")
