"""Waiting on what has happened, never on time passing: a test says what it waits for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import monotonic
from typing import Any

from textual import events
from textual.drivers.headless_driver import HeadlessDriver
from textual.geometry import Size
from textual.pilot import Pilot
from textual.worker import Worker

from frames import draw

PATIENCE = 20.0
A_MOMENT = 0.002  # in seconds: while other threads work, it is looked again after so long


def _is_busy(worker: Worker[Any]) -> bool:
    return not worker.is_finished and worker.group != "waits-for-a-dialog"


def _in_hand(pilot: Pilot[Any]) -> list[str]:
    """The widgets that are still at work on a message, or on what follows from it."""
    return [
        repr(widget)
        for widget in (pilot.app, *pilot.app.screen.walk_children(with_self=True))
        if widget._running and not widget._message_queue.ready_event._waiters
    ]


async def _handled() -> None:
    """Gives way until nothing is left that can go on now. Asking every widget costs more than the rest of a test."""
    loop = asyncio.get_running_loop()
    end = monotonic() + PATIENCE
    quiet = 0
    while quiet < 2:
        await asyncio.sleep(0)
        quiet = 0 if loop._ready else quiet + 1
        assert monotonic() < end, "the app never comes to rest"


def _draw(pilot: Pilot[Any]) -> None:
    pilot.app.screen._on_timer_update()
    draw(pilot.app.screen)


async def settle(pilot: Pilot[Any]) -> None:
    """Pumps until no worker runs and no message waits. Workers start workers: it looks three times in a row."""
    quiet = 0
    end = monotonic() + PATIENCE
    while quiet < 3:
        await _handled()
        _draw(pilot)
        busy = [worker.group for worker in pilot.app.workers if _is_busy(worker)] or _in_hand(pilot)
        if not busy:
            quiet += 1
            continue
        quiet = 0
        assert monotonic() < end, f"still busy: {busy}"
        await asyncio.sleep(A_MOMENT)


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Presses keys, each once the one before has done its work."""
    for key in keys:
        pilot.app.simulate_key(key)
        await settle(pilot)


async def resize(pilot: Pilot[Any], width: int, height: int) -> None:
    """The terminal has another size now."""
    size = Size(width, height)
    app = pilot.app
    assert isinstance(app._driver, HeadlessDriver)
    app._driver._size = size
    app.post_message(events.Resize(size, size))
    # A resize is taken in a little later: people drag windows.
    await wait_for(pilot, lambda: app.screen._compositor.size == size, f"a screen of {width} by {height}")


async def pump(pilot: Pilot[Any]) -> None:
    """One turn: the messages that wait now are handled, and the page is drawn."""
    await _handled()
    _draw(pilot)
    await asyncio.sleep(A_MOMENT)


async def wait_for(pilot: Pilot[Any], condition: Callable[[], bool], what: str) -> None:
    """Pumps until `condition` holds; fails naming `what` was waited for."""
    end = monotonic() + PATIENCE
    while not condition():
        assert monotonic() < end, f"waited in vain for {what}"
        await pump(pilot)
    await settle(pilot)


def text_of(pilot: Pilot[Any]) -> str:
    """What the current screen says: its lines without colours and without trailing space."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips).rstrip("\n") + "\n"


def words_of(pilot: Pilot[Any]) -> str:
    """What the current screen says, as one line: where lines break does not matter."""
    return " ".join(text_of(pilot).replace("▌", " ").split())


def unframed(pilot: Pilot[Any]) -> str:
    """The same, without the frames of dialogs."""
    return " ".join(words_of(pilot).replace("│", " ").split())


def notes_of(pilot: Pilot[Any]) -> str:
    """What is said at the edge of the page."""
    return " ".join(note.message for note in pilot.app._notifications)
