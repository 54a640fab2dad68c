"""Run by a test in a pseudo-terminal: an app that breaks with somebody's words in its hands, in the way it is told."""

from __future__ import annotations

import asyncio
import sys
import threading
from pathlib import Path

from textual.app import ComposeResult
from textual.message import Message
from textual.strip import Strip
from textual.widgets import Static

from reflect.tui.app import ReflectApp
from reflect.tui.faults import only_kind_and_place
from reflect.tui.screen import Page
from reflect.workspace import Workspace

SECRET = "Mr Quillfeather drinks at noon"


class BreakingWords(Static):
    """Cannot be drawn."""

    def render_line(self, y: int) -> Strip:
        words = SECRET
        raise ValueError(words)


class BreakingPage(Page):
    """Breaks as soon as it stands."""

    def __init__(self, how: str) -> None:
        super().__init__()
        self.how = how

    def compose_body(self) -> ComposeResult:
        yield Static("about to break")

    class Broken(Message):
        """Asks the page to break."""

    async def read_again(self) -> None:
        words = SECRET
        if self.how == "worker":
            raise KeyError(words)
        if self.how == "thread":
            threading.Thread(target=self.break_in_thread, args=(words,)).start()
            self.set_timer(0.3, self.app.exit)
        if self.how == "task":
            self.post_message(self.Broken())
        if self.how == "forgotten":
            asyncio.get_running_loop().call_soon(self.break_in_thread, words)
            self.set_timer(0.5, self.app.exit)
        if self.how == "lane":
            self.set_timer(0.5, self.app.exit)
            await self.desk.without_practice(lambda: {}[words])
        if self.how == "render":
            await self.query_one("#body").mount(BreakingWords())

    def break_in_thread(self, words: object) -> None:
        raise ValueError(f"{SECRET} {words}")

    def on_breaking_page_broken(self) -> None:
        words = SECRET
        raise LookupError(words)


class BreakingApp(ReflectApp):
    def get_default_screen(self) -> Page:
        return BreakingPage(sys.argv[1])


if __name__ == "__main__":
    with only_kind_and_place():
        app = BreakingApp(Workspace(Path(sys.argv[2])))
        app.run()
        app.desk.close()
    print(f"ENDED {app.return_code}")
