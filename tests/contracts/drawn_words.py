"""Run by a test in a pseudo-terminal: draws hostile words in every kind of widget, then leaves.

With `unguarded` as its argument the guard is taken away, so that the test can see what it holds back.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from rich.text import Text
from textual.app import ComposeResult
from textual.content import Content
from textual.filter import LineFilter
from textual.widgets import (
    Button,
    Checkbox,
    DataTable,
    Input,
    Label,
    ListItem,
    ListView,
    Log,
    Markdown,
    OptionList,
    RadioButton,
    RichLog,
    Select,
    Static,
    Tabs,
    TextArea,
    Tree,
)
from textual.widgets import Tab as TabOfTabs

from hostile import EVERYTHING
from reflect.tui.discreet import DiscreetApp
from reflect.tui.widgets.head_line import HeadLine
from reflect.tui.words import cell, plain


class DrawnWords(DiscreetApp):
    """Every widget through which words can reach the terminal, with words that nobody cleaned."""

    CSS = "Screen { overflow-y: auto; } Screen > * { height: 2; }"

    def compose(self) -> ComposeResult:
        raw = Content(EVERYTHING)
        yield Static(raw)
        yield Static(plain(EVERYTHING))
        yield Static(EVERYTHING, markup=False)
        yield Label(raw)
        yield Static(Text(EVERYTHING))
        yield HeadLine(EVERYTHING, EVERYTHING[:30])
        yield Button(raw)
        yield Checkbox(raw)
        yield RadioButton(raw)
        yield Input(EVERYTHING)
        yield Input(placeholder=EVERYTHING)
        yield TextArea(EVERYTHING)
        yield OptionList(raw, plain(EVERYTHING))
        yield Select([(raw, 1)], value=1)
        yield Tabs(TabOfTabs(raw))
        yield ListView(ListItem(Static(raw)))
        yield Log()
        yield RichLog()
        yield Markdown()
        yield DataTable()
        yield Tree(Text(EVERYTHING))

    async def on_mount(self) -> None:
        box = self.query(Static).first()
        box.styles.border = ("round", "red")
        box.styles.height = 3
        box.border_title = Content(EVERYTHING)
        box.border_subtitle = Content(EVERYTHING)
        self.query_one(Log).write_line(EVERYTHING)
        self.query_one(RichLog).write(Text(EVERYTHING))
        await self.query_one(Markdown).update(EVERYTHING)
        table = self.query_one(DataTable)
        table.add_column(cell(EVERYTHING))
        table.add_column(Text(EVERYTHING))
        table.add_row(cell(EVERYTHING), Text(EVERYTHING))
        self.notify(EVERYTHING, title=EVERYTHING, markup=False)
        self.call_after_refresh(lambda: self.set_timer(0.3, lambda: self.exit()))


class Unguarded(DrawnWords):
    """The same without the last door."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        return super(DiscreetApp, self).get_line_filters()


if __name__ == "__main__":
    app = (Unguarded if "unguarded" in sys.argv else DrawnWords)()
    app.run()
    print("DRAWN")
