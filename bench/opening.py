"""Opening a page of the app and timing it, as the measurements of several pages do."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Callable

from reflect.tui.app import ReflectApp
from reflect.tui.screen import Page

Times = dict[str, list[tuple[float, float]]]


async def wait(done: Callable[[], bool]) -> None:
    """Until something is done, looking every half millisecond."""
    for _ in range(100_000):
        if done():
            return
        await asyncio.sleep(0.0005)
    raise TimeoutError


async def seconds_to_open(
    app: ReflectApp, page: Page, is_shown: Callable[[Page], bool]
) -> tuple[float, float]:
    """From pushing the page to its content painted: by the wall clock, and the processor's time (which a busy
    machine does not make longer)."""
    painted = asyncio.Event()
    began, worked = time.perf_counter(), time.process_time()
    await app.push_screen(page)
    await wait(lambda: is_shown(page))
    page.call_after_refresh(painted.set)
    await painted.wait()
    took = time.perf_counter() - began, time.process_time() - worked
    page.dismiss()
    await wait(lambda: app.screen is not page)
    await asyncio.sleep(0.05)
    return took


def medians(times: list[tuple[float, float]]) -> tuple[float, float]:
    """Milliseconds by the wall clock, and of the processor."""
    wall, processor = zip(*times, strict=True)
    return statistics.median(wall) * 1000, statistics.median(processor) * 1000
