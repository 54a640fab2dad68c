"""One line to say how often: always, usually, sometimes, rarely, or not in my role.

With one point only it is a switch: a question of any shape can be *not in my role*.
"""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import TextArea

from reflect.domain.reflection import Scale
from reflect.tui.in_order import drained

HOW_OFTEN = tuple(Scale)
ONLY_ROLE = (Scale.NOT_IN_MY_ROLE,)

_GAP = 2


class ScaleRow(Widget, can_focus=True):
    """The points of a scale in a row that wraps; arrows, digits, Space and the mouse choose one of them."""

    DEFAULT_CSS = """
    ScaleRow {
        width: 100%;
        height: auto;
        padding: 0 1;
        border-left: blank;
    }
    ScaleRow:focus {
        border-left: outer $primary;
        background: $panel;
    }
    ScaleRow > .scale-row--chosen {
        color: $primary;
        text-style: bold;
    }
    ScaleRow > .scale-row--digit {
        color: $text-muted;
    }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"scale-row--chosen", "scale-row--digit"}

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", "Previous point", show=False),
        Binding("right", "step(1)", "Next point", show=False),
        Binding("space", "choose_or_take_back", "Choose or take back", show=False),
        Binding("backspace,delete", "clear", "Take back", show=False),
    ]

    value: reactive[Scale | None] = reactive[Scale | None](None)
    points: reactive[tuple[Scale, ...]] = reactive(HOW_OFTEN, layout=True)

    class Chosen(Message):
        """Somebody chose a point, or took their choice back (None)."""

        def __init__(self, row: ScaleRow, value: Scale | None) -> None:
            super().__init__()
            self.row = row
            self.value = value

        @property
        def control(self) -> ScaleRow:
            """The row in which it happened."""
            return self.row

    def __init__(self, points: tuple[Scale, ...] = HOW_OFTEN, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.set_reactive(ScaleRow.points, points)
        self._is_left = False

    def choose(self, value: Scale | None) -> None:
        """Set the point as a person does: the screen is told."""
        if value != self.value:
            self.value = value
            self.post_message(self.Chosen(self, value))

    def action_step(self, by: int) -> None:
        """Choose the neighbour; from nothing, the first or the last."""
        if len(self.points) == 1:
            return
        if self.value is None or self.value not in self.points:
            self.choose(self.points[0 if by > 0 else -1])
        else:
            place = self.points.index(self.value) + by
            self.choose(self.points[max(0, min(place, len(self.points) - 1))])

    def action_choose_or_take_back(self) -> None:
        """Take the choice back, or choose the first point if there is none yet."""
        self.choose(self.points[0] if self.value is None else None)

    def action_clear(self) -> None:
        """Take the choice back."""
        self.choose(None)

    def on_key(self, event: events.Key) -> None:
        """Digits choose. Everything else that can be written belongs to the text, with all that follows it."""
        if not self._is_left:
            if self._is_digit(event.character):
                self.choose(self.points[int(event.character or "") - 1])
                event.stop()
                return
            if not self._begins_text(event):
                return
        if (editor := self._editor) is None:
            return
        event.stop()
        if self._is_left or event.key not in ("enter", "down"):
            editor.post_message(event)
        if not self._is_left:
            self._is_left = True
            self.app.call_later(self._give_focus, editor)

    def stay(self) -> None:
        """The focus is wanted here after all."""
        self._is_left = False

    async def _give_focus(self, editor: Widget) -> None:
        # Run by the app, which hands out the keys: those that came before stand in the text before the next ones.
        await drained(self)
        if self._is_left:
            self._is_left = False
            self.screen.set_focus(editor)

    def _is_digit(self, character: str | None) -> bool:
        is_one = character is not None and character.isascii() and character.isdecimal()
        return is_one and len(self.points) > 1 and 1 <= int(character or "") <= len(self.points)

    def _begins_text(self, event: events.Key) -> bool:
        if event.key in ("enter", "down"):
            return True
        return event.character is not None and event.character.isprintable() and event.character not in " ?"

    @property
    def _editor(self) -> Widget | None:
        return next((sibling for sibling in self.siblings if isinstance(sibling, TextArea)), None)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Letters belong to the text, so no command that is a letter is offered here."""
        return character is not None and character.isprintable() and character not in " ?"

    def on_click(self, event: events.Click) -> None:
        """A click chooses the point under it, or takes it back."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        for point, line, start, end in self._places(self.size.width):
            if line == offset.y and start <= offset.x < end:
                self.choose(None if point is self.value else point)
                return

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the points need at this width."""
        return max(line for _, line, _, _ in self._places(width)) + 1

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """The width of all points in one line."""
        return max(end for _, _, _, end in self._places(10_000))

    def render(self) -> Content:
        """The points; the chosen one is filled as well as coloured."""
        chosen = self.get_visual_style("scale-row--chosen", partial=True)
        digit = self.get_visual_style("scale-row--digit", partial=True)
        lines: list[Content] = []
        for point, line, start, _ in self._places(self.size.width):
            if line == len(lines):
                lines.append(Content(""))
            is_chosen = point is self.value
            label = self._label(point)
            words = Content(label)
            if is_chosen:
                words = words.stylize(chosen)
            elif len(self.points) > 1:
                words = words.stylize(digit, 0, 1)
            here = lines[line]
            lines[line] = here.pad_right(start - here.cell_length) + words
        return Content("\n").join(lines)

    def _label(self, point: Scale) -> str:
        mark = "●" if point is self.value else "○"
        if len(self.points) == 1:
            return f"{mark} {point.words}"
        return f"{self.points.index(point) + 1} {mark} {point.words}"

    def _places(self, width: int) -> list[tuple[Scale, int, int, int]]:
        """Where each point stands: point, line, first column, column after its end."""
        places: list[tuple[Scale, int, int, int]] = []
        line = column = 0
        for point in self.points:
            length = len(self._label(point))
            if column and column + length > width:
                line, column = line + 1, 0
            places.append((point, line, column, column + length))
            column += length + _GAP
        return places
