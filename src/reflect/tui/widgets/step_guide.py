"""All steps of a reflective model in a line, and below it what the present one asks."""

from __future__ import annotations

from collections.abc import Container

from textual.content import Content
from textual.widgets import Static

from reflect.tui.stepping import Stepping
from reflect.tui.words import lines, plain

_GAP = "   "


class StepGuide(Static):
    """Which steps there are, which have words (●), which is written now (›), and its prompt. Hidden in free writing."""

    DEFAULT_CSS = """
    StepGuide {
        display: none;
        height: auto;
        padding: 0 1;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._stepping: Stepping | None = None

    def show(self, stepping: Stepping | None) -> None:
        """Show this place; None is free writing."""
        before, self._stepping = self._stepping, stepping
        if _looks(before) != _looks(stepping):
            self.display = stepping is not None
            self._draw()

    def on_resize(self) -> None:
        """With all titles where they fit."""
        self._draw()

    def _draw(self) -> None:
        if self._stepping is not None:
            self.update(guide_words(self._stepping, self.content_size.width))


def _looks(stepping: Stepping | None) -> tuple[object, ...]:
    if stepping is None:
        return ()
    return stepping.model, stepping.at, *((title, bool(words.strip())) for title, words in stepping.steps)


def guide_words(stepping: Stepping, width: int) -> Content:
    """The line of steps for a width in cells, with the titles of all of them, of the present one only, or none, as
    fits; and the prompt of the present one."""
    forms = [_line(stepping, titled) for titled in (range(len(stepping.steps)), (stepping.at,), ())]
    line = next((form for form in forms if form.cell_length <= width), forms[-1])
    return lines(line, plain(stepping.prompt))


def _line(stepping: Stepping, titled: Container[int]) -> Content:
    parts = []
    for place, (title, words) in enumerate(stepping.steps):
        mark = f"{place + 1} {'●' if words.strip() else '○'}"
        named = f"{mark} {title}" if place in titled else mark
        is_here = place == stepping.at
        parts.append(plain(f"› {named}", "bold $primary") if is_here else plain(named, "$text-muted"))
    return Content(_GAP).join(parts)
