"""How long the page of actions takes to open and to scroll a screen on: with 100,000 actions against 100, as a ratio
of medians of one run.

    python bench/action_pages.py
"""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from made_up_actions import PASSPHRASE, make_workspace
from opening import Times, medians, seconds_to_open, wait
from textual.widgets import Static

from reflect.tui import places
from reflect.tui.app import ReflectApp
from reflect.tui.screen import Page
from reflect.tui.screens.actions import ActionsPage
from reflect.tui.widgets.action_list import ActionList
from reflect.workspace import Workspace

FEW, MANY = 100, 100_000
ROUNDS, OPENINGS, SCROLLS = 4, 8, 40
LIMIT = 1.2
KEY_REPEAT = 1 / 30  # seconds between two page downs of somebody who keeps the key pressed


def _is_shown(page: Page) -> bool:
    """Whether every row that can be seen shows its action."""
    if not isinstance(page, ActionsPage) or not page.query(ActionList):
        return False
    listed, rows = page._listing, page.query_one(ActionList)
    if listed is None or "Reading" in str(page.query_one("#counts", Static).content):
        return False
    first = rows.scroll_offset.y
    return not rows.missing(range(first, min(first + rows.scrollable_content_region.height, len(listed))))


async def _seconds_to_scroll(page: Page) -> tuple[float, float]:
    """A page down, until its rows are painted."""
    painted = asyncio.Event()
    rows = page.query_one(ActionList)
    before = rows.mark
    began, worked = time.perf_counter(), time.process_time()
    rows.action_page(1)
    await wait(lambda: rows.mark != before and _is_shown(page))
    page.call_after_refresh(painted.set)
    await painted.wait()
    return time.perf_counter() - began, time.process_time() - worked


async def _session(workspace: Workspace, times: Times) -> None:
    app = ReflectApp(workspace, passphrase=PASSPHRASE)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait(lambda: app.is_signed_in and app.desk.is_in_use)
        await pilot.pause()
        await asyncio.sleep(0.5)
        await seconds_to_open(app, places.actions(), _is_shown)  # the first one loads the page's code
        for _ in range(OPENINGS):
            times.setdefault("open", []).append(await seconds_to_open(app, places.actions(), _is_shown))
        page = places.actions()
        await app.push_screen(page)
        await wait(lambda: _is_shown(page))
        for _ in range(SCROLLS):
            rows = page.query_one(ActionList)
            if rows.mark >= rows._count - 40:
                rows.action_ends(-1)
                await asyncio.sleep(0.05)
            await asyncio.sleep(KEY_REPEAT)
            times.setdefault("scroll", []).append(await _seconds_to_scroll(page))
    app.desk.close()


def main() -> int:
    """Prints a line for opening and one for scrolling; 1 if one is slower than the limit."""
    few: Times = {}
    many: Times = {}
    with TemporaryDirectory() as made:
        small = make_workspace(Path(made) / "few", FEW, demo=True)
        large = make_workspace(Path(made) / "many", MANY, demo=True)
        for _ in range(ROUNDS):
            asyncio.run(_session(small, few))
            asyncio.run(_session(large, many))
    print(f"{'':<10}{FEW:>12,}{MANY:>12,}{'ratio':>8}{'of processor time':>20}")
    slow = False
    for name in few:
        (few_ms, few_cpu), (many_ms, many_cpu) = medians(few[name]), medians(many[name])
        slow = slow or many_ms / few_ms > LIMIT
        ratios = f"{many_ms / few_ms:>8.2f}{many_cpu / few_cpu:>20.2f}"
        print(f"{name:<10}{few_ms:>9.1f} ms{many_ms:>9.1f} ms{ratios}")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
