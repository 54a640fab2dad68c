"""Lines that are drawn for the width that there is: text that wraps, and charts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

Draw = Callable[[int], Sequence[Content]]


class Drawn(Static):
    """Shows what `draw` gives for a width in cells."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._draw: Draw = nothing
        self._laid: tuple[int, list[Content]] = (0, [])

    def show(self, draw: Draw) -> None:
        """Shows this from now on."""
        self._draw = draw
        self._laid = (0, [])
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are at this width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The lines as wide as there is room."""
        return Content("\n").join(self._lines(self.content_size.width))

    def words(self) -> int:
        """How many words there are to read."""
        return sum(len(line.plain.split()) for line in self._laid[1])

    def _lines(self, width: int) -> list[Content]:
        if self._laid[0] != width:
            self._laid = width, list(self._draw(width))
        return self._laid[1]


def nothing(_width: int) -> Sequence[Content]:
    """No lines at all."""
    return ()


def wrapped(told: Content, width: int) -> list[Content]:
    """A text at a width."""
    return list(told.wrap(max(width, 1))) or [Content("")]
