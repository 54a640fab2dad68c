"""How the app ends: left by a person, locked, or told to by the system (the terminal closed, a shutdown)."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import threading
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reflect.tui.app import ReflectApp

_SAVE_WITHIN = 0.4
_GONE_WITHIN = 1.5


class Ending(Enum):
    """Why the app ended, and so what comes next."""

    LEFT = "left"
    LOCKED = "locked"
    TOLD_TO = "told to"


def end_on_signals(app: ReflectApp) -> None:
    """SIGHUP and SIGTERM save what was typed, close the store and end the program. Textual does neither."""
    loop = asyncio.get_running_loop()
    for number in (getattr(signal, "SIGHUP", None), signal.SIGTERM):
        if number is None or threading.current_thread() is not threading.main_thread():
            continue
        try:
            loop.add_signal_handler(number, _told_to_end, app, int(number))
        except NotImplementedError:
            signal.signal(number, lambda got, _frame: loop.call_soon_threadsafe(_told_to_end, app, got))


def _told_to_end(app: ReflectApp, number: int) -> None:
    if app.ending is Ending.TOLD_TO:
        return
    app.ending = Ending.TOLD_TO
    app.run_worker(_save_and_end(app, 128 + number), exit_on_error=False)


async def _save_and_end(app: ReflectApp, return_code: int) -> None:
    # The terminal may be gone already, and drawing on it may block: saving comes first, and the end is certain.
    last = threading.Timer(_GONE_WITHIN, os._exit, (return_code,))
    last.daemon = True
    last.start()
    with contextlib.suppress(Exception):
        await asyncio.wait_for(app.save_everything(), _SAVE_WITHIN)
    await asyncio.to_thread(app.desk.close)
    app.exit(return_code=return_code)
