"""The first line of every page: the name of the program, where one is, and what goes with it."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from reflect.text import shorten
from reflect.tui.words import plain


class HeadLine(Widget):
    """`place` on the left; on the right `mark`, such as a bank's handling label or a person's name."""

    place: reactive[str] = reactive("")
    mark: reactive[str] = reactive("")

    def __init__(self, place: str = "", mark: str = "") -> None:
        super().__init__(id="head-line")
        self.set_reactive(HeadLine.place, place)
        self.set_reactive(HeadLine.mark, mark)

    def render(self) -> Content:
        """One line; the mark is never cut, the place gives way."""
        width = self.content_size.width
        mark = plain(self.mark)
        brand = Content.styled("reflect", "bold $primary")
        room = width - brand.cell_length - 3 - mark.cell_length - 2
        place = plain(shorten(self.place, max(room, 8)))
        left = Content.assemble(brand, Content.styled("  ·  ", "$text-muted") if self.place else "", place)
        gap = max(width - left.cell_length - mark.cell_length, 1)
        return Content.assemble(left, " " * gap, mark)
