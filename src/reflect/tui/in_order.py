"""Keys in their order, however fast they come: each widget has a queue of its own, and focus can move between."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from textual.widget import Widget

_LONG_ENOUGH = 0.5


async def drained(*widgets: Widget | None) -> None:
    """Returns once each widget in turn has handled what was sent to it so far (or has not answered for half a
    second: it is going away). Never call it from a handler of one of them."""
    for widget in widgets:
        done = asyncio.Event()
        if widget is not None and widget.is_attached and widget.call_later(done.set):
            with suppress(TimeoutError):
                await asyncio.wait_for(done.wait(), _LONG_ENOUGH)
