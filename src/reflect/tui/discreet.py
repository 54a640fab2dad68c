"""An app that gives nothing away: no byte that a terminal obeys, no value of a variable when it breaks."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from rich.console import RenderableType
from rich.text import Text
from textual.app import App
from textual.filter import LineFilter

from reflect.tui.faults import as_reflect_error, parting_words
from reflect.tui.guard import TerminalGuard


class DiscreetApp(App[None]):
    """Textual prints a traceback with local variables when something breaks: here only kind and place remain."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Every rendered line of every widget passes the guard last."""
        return [*super().get_line_filters(), _GUARD]

    def on_load(self) -> None:
        """A fault in a task that nobody waits for is told too, by kind and place."""
        asyncio.get_running_loop().set_exception_handler(lambda _loop, context: self._hear(context))

    def _hear(self, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, Exception):
            self.notify(str(as_reflect_error(error)), severity="error", timeout=15, markup=False)

    def end_with_fault(self, error: Exception) -> None:
        """Ends the app; the terminal then shows the kind of fault and its place."""
        self._handle_exception(error)

    async def save_everything(self) -> None:
        """Saves what was typed on any page."""

    def _handle_exception(self, error: Exception) -> None:
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._end_saying(parting_words(error))

    def _fatal_error(self) -> None:
        self._end_saying(parting_words(RuntimeError()))

    def panic(self, *renderables: RenderableType) -> None:
        """Textual calls this with a traceback; none of it is shown."""
        self._return_code = 1
        self._end_saying("reflect stopped: the terminal could not be read. What was saved is safe.")

    def _end_saying(self, words: str) -> None:
        if not self._exit_renderables:
            self._exit_renderables.append(Text(words))
            self._last_save = asyncio.ensure_future(self._save_if_possible())
        self._close_messages_no_wait()

    async def _save_if_possible(self) -> None:
        try:
            await self.save_everything()
        except Exception:
            self._exit_renderables[:1] = [
                Text(f"{self._exit_renderables[0]}\nThe last words could not be saved.")
            ]


_GUARD = TerminalGuard()
