"""How long the log of a lead's teams takes to open in the app, from the key to its rows painted: in a service with
1,000,000 actions and 500 people against one with 1,000 and 20, as a ratio of medians of one run.

    python bench/log_opening.py [MANY [FEW]]
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from made_up_service import LARGE, PASSPHRASE, SMALL, make_service, numbers
from opening import wait
from textual import events

from reflect.tui.app import ReflectApp
from reflect.tui.log.commands import GoToLog
from reflect.tui.log.log_list import LogList
from reflect.tui.log.log_page import LogPage
from reflect.workspace import Workspace

MANY, FEW = 1_000_000, 1_000
ROUNDS, OPENINGS = 4, 8
LIMIT = 1.2


def _is_shown(app: ReflectApp) -> bool:
    """Whether the log is in front and every row of it that can be seen shows its action."""
    page = app.screen
    if not isinstance(page, LogPage) or page._log is None or not page.query(LogList):
        return False
    rows = page.query_one(LogList)
    first, height = rows.scroll_offset.y, rows.scrollable_content_region.height
    seen = range(first, first + height // rows._tall)
    return page._log.count > 0 and rows._log is page._log and height > 0 and not {*seen} & {*rows.missing()}


async def _seconds_to_open(app: ReflectApp) -> float:
    painted = asyncio.Event()
    began = time.perf_counter()
    app.post_message(events.Key(GoToLog.key, GoToLog.key))
    await wait(lambda: _is_shown(app))
    app.screen.call_after_refresh(painted.set)
    await painted.wait()
    took = time.perf_counter() - began
    page = app.screen
    page.dismiss()
    await wait(lambda: app.screen is not page)
    await _at_rest(app)
    return took


async def _at_rest(app: ReflectApp) -> None:
    """Until the first page has read again what it shows, as it does whenever it is come back to."""
    for _ in range(3):
        await asyncio.sleep(0.05)
        await app.desk.read(lambda _: None)


async def _session(workspace: Workspace, name: str, times: list[float]) -> None:
    app = ReflectApp(workspace, as_name=name, passphrase=PASSPHRASE)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait(lambda: app.is_signed_in and app.desk.is_in_use and app.leads)
        await pilot.pause()
        await _at_rest(app)
        await _seconds_to_open(app)  # the first one loads the page's code
        for _ in range(OPENINGS):
            times.append(await _seconds_to_open(app))
    app.desk.close()


def main() -> int:
    """Prints both medians and their ratio; 1 if it is above the limit."""
    many, few = numbers((MANY, FEW))
    times: dict[int, list[float]] = {few: [], many: []}
    with TemporaryDirectory() as made:
        sizes = {few: SMALL, many: LARGE}
        services = {
            number: make_service(Path(made) / str(number), number, people) for number, people in sizes.items()
        }
        for _ in range(ROUNDS):
            for number, (workspace, name) in services.items():
                asyncio.run(_session(workspace, name, times[number]))
    medians = {number: statistics.median(several) * 1000 for number, several in times.items()}
    ratio = medians[many] / medians[few]
    print(f"{'':<12}{few:>14,}{many:>14,}{'ratio':>8}")
    print(f"{'open the log':<12}{medians[few]:>11.1f} ms{medians[many]:>11.1f} ms{ratio:>8.2f}")
    return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
