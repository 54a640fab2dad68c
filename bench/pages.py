"""How long Today, My reflections, Then and now, Looking back and Search take to open: with 10,000 answers of 2 KB
(1,000 sittings) against ten answers, as a ratio of medians of one run.

    python bench/pages.py
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable

from made_up_answers import BANK, PASSPHRASE, first_question, workspace_with
from opening import Times, medians, seconds_to_open, wait
from textual.widgets import OptionList, Static

from reflect.tui import places
from reflect.tui.app import ReflectApp
from reflect.tui.screen import Page
from reflect.tui.widgets.long_list import LongList
from reflect.tui.widgets.written import Written
from reflect.workspace import Workspace

ROUNDS, OPENINGS = 4, 8
LIMIT = 1.2


def _has_options(page: Page) -> bool:
    return any(list_.option_count for list_ in page.query(OptionList))


def _has_rows(page: Page) -> bool:
    return any(list_._count for list_ in page.query(LongList))


def _pages(question: str) -> dict[str, tuple[Callable[[], Page], Callable[[Page], bool]]]:
    return {
        "Today": (places.today, _has_options),
        "My reflections": (places.my_reflections, _has_rows),
        "Then and now": (lambda: places.then_and_now(BANK, question), lambda page: bool(page.query(Written))),
        "Looking back": (
            places.looking_back,
            lambda page: bool(str(page.query_one("#told", Static).content)) if page.query("#told") else False,
        ),
        "Search": (
            places.search,
            lambda page: (
                bool(page.query("#how-many"))
                and "Reading" not in str(page.query_one("#how-many", Static).content)
            ),
        ),
    }


async def _session(workspace: Workspace, times: Times) -> None:
    app = ReflectApp(workspace, passphrase=PASSPHRASE)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait(lambda: app.is_signed_in and app.desk.is_in_use)
        await pilot.pause()
        await asyncio.sleep(0.3)
        for name, (make, is_shown) in _pages(first_question(app.desk.practice).id).items():
            await seconds_to_open(app, make(), is_shown)  # the first one loads the page's code
            for _ in range(OPENINGS):
                times.setdefault(name, []).append(await seconds_to_open(app, make(), is_shown))
    app.desk.close()


def main() -> int:
    """Prints a line for each page; 1 if one is slower than the limit."""
    small: Times = {}
    large: Times = {}
    # Ten answers to one question, so that Then and now shows as much in both.
    with workspace_with(10, 1) as few, workspace_with(1000, 10) as many:
        for _ in range(ROUNDS):
            asyncio.run(_session(few, small))
            asyncio.run(_session(many, large))
    print(f"{'':<16}{'10 answers':>12}{'10,000':>12}{'ratio':>8}{'of processor time':>20}")
    slow = False
    for name in small:
        (few_ms, few_cpu), (many_ms, many_cpu) = (medians(times[name]) for times in (small, large))
        slow = slow or many_ms / few_ms > LIMIT
        ratios = f"{many_ms / few_ms:>8.2f}{many_cpu / few_cpu:>20.2f}"
        print(f"{name:<16}{few_ms:>9.1f} ms{many_ms:>9.1f} ms{ratios}")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
