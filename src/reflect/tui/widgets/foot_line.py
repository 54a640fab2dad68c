"""The last line of every page: the next steps and their keys. One widget, drawn after the first paint."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.widget import Widget

from reflect.tui.commands import Command, ShowHelp, command_of

_GAP = 3


@dataclass(frozen=True, slots=True)
class _Item:
    command: type[Command]
    key: str
    label: str
    start: int
    end: int


def label_on(screen: object, command: type[Command]) -> str:
    """What a command is called on a screen: its label, unless the screen has another one for it in its `own_labels`."""
    labels: Mapping[type[Command], str] = getattr(screen, "own_labels", {})
    return labels.get(command, command.label)


class FootLine(Widget):
    """Names what can be done at this moment, as far as it fits; the way back and help are always among it. Each
    item can be clicked."""

    def __init__(self) -> None:
        super().__init__(id="foot-line")
        self._items: tuple[_Item, ...] = ()

    def on_mount(self) -> None:
        """The line fills once the page stands, and again whenever other commands can be given."""
        self.screen.bindings_updated_signal.subscribe(
            self, lambda _screen: self.call_after_refresh(self.draw)
        )
        self.call_after_refresh(self.draw)

    def on_resize(self) -> None:
        """As much as fits the new width."""
        self.draw()

    def draw(self) -> None:
        """Lays the items out anew."""
        if not self.is_attached:
            return
        wanted: dict[type[Command], str] = {}
        for active in self.screen.active_bindings.values():
            command = command_of(active)
            if command is not None and command.in_footer and active.enabled and command not in wanted:
                wanted[command] = self.app.get_key_display(active.binding)
        help_key = wanted.pop(ShowHelp, None)
        wanted = dict(sorted(wanted.items(), key=lambda item: self._rank(item[0])))
        back = next((command for command in wanted if command.key == "escape"), None)
        room = self.content_size.width
        room -= self._length(ShowHelp, help_key) + _GAP if help_key else 0
        room -= self._length(back, wanted[back]) + _GAP if back else 0
        items: list[_Item] = []
        at = 0
        for command, key in wanted.items():
            if command is back:
                room += self._length(command, key) + _GAP
            end = at + self._length(command, key)
            if end > room:
                if back is None or command.of_app:
                    break
                continue
            items.append(_Item(command, key, self._label(command), at, end))
            at = end + _GAP
        if help_key:
            end = at + self._length(ShowHelp, help_key)
            items.append(_Item(ShowHelp, help_key, self._label(ShowHelp), at, end))
        self._items = tuple(items)
        self.refresh()

    def _label(self, command: type[Command]) -> str:
        return label_on(self.screen, command)

    def _length(self, command: type[Command], key: str) -> int:
        return len(key) + 1 + len(self._label(command))

    def _rank(self, command: type[Command]) -> tuple[int, int]:
        """Where one is comes first, as the page lists it; then the way back, then what can be done everywhere."""
        listed: tuple[type[Command], ...] = getattr(self.screen, "PAGE_COMMANDS", ())
        if command.of_app:
            return 3, 0
        if command.key == "escape":
            return 2, 0
        return (1, listed.index(command)) if command in listed else (0, 0)

    def render(self) -> Content:
        """`key label   key label`."""
        return Content(" " * _GAP).join(
            Content.assemble(Content.styled(item.key, "bold $primary"), " ", item.label)
            for item in self._items
        )

    def _item_at(self, event: events.MouseEvent) -> _Item | None:
        at = event.get_content_offset(self)
        if at is None:
            return None
        return next((item for item in self._items if item.start <= at.x < item.end), None)

    async def on_click(self, event: events.Click) -> None:
        """A click does what the key does."""
        if item := self._item_at(event):
            event.stop()
            await self._do(item.command)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The tooltip says what the item under the pointer does."""
        item = self._item_at(event)
        self.tooltip = item.command.help if item else None

    async def _do(self, wanted: type[Command]) -> None:
        for active in self.screen.active_bindings.values():
            if command_of(active) is wanted:
                await self.app.run_action(active.binding.action, default_namespace=active.node)
                return
