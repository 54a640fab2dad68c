"""Draws docs/reflect.svg, the picture of the README: the real app in the made-up team of `reflect demo`.

Run it from the top of the checkout: .venv/bin/python scripts/picture.py
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from datetime import UTC, date, datetime, time
from pathlib import Path

from textual.widgets import TextArea

from reflect.demo.people import Role, who_plays
from reflect.demo.team import MadeUpClock, Plan, make_team
from reflect.tui.app import ReflectApp
from reflect.tui.start import Opening
from reflect.workspace import Workspace

PICTURE = Path(__file__).resolve().parents[1] / "docs" / "reflect.svg"
SIZE = (112, 30)
FONTS_FROM_ELSEWHERE = re.compile(r"@font-face \{.*?\}", re.DOTALL)
UNTIL = date(2026, 3, 2)
TYPED = (
    "On the Tuesday visit I went through safe sleep with the mother while the father was in the kitchen. "
    "I told myself that she would pass it on.\n\nNext time I ask both to sit down for five minutes."
)


async def draw(folder: Path) -> None:
    """Opens the app at a question, types an answer, and keeps what the screen shows."""
    team = make_team(folder, Plan(people=3, years=1, seed=1, until=UNTIL))
    person = who_plays(team, Role.PRACTITIONER)
    clock = MadeUpClock(datetime.combine(UNTIL, time(14, 2), UTC))
    app = ReflectApp(
        Workspace(folder, clock),
        as_name=person.name,
        passphrase="demo",
        opening=Opening("child-s", "both-parents-co-sleeping"),
    )
    async with app.run_test(size=SIZE) as pilot:
        for _ in range(100):
            await pilot.pause(0.05)
            if app.is_signed_in and len(app.screen_stack) > 2:
                break
        await pilot.press("enter")
        await pilot.pause(0.5)
        await pilot.press("shift+tab", "3", "tab")
        editor = app.screen.query_one(TextArea)
        editor.clear()
        editor.insert(TYPED)
        editor.scroll_home(animate=False)
        await pilot.pause(1.0)
        drawn = app.export_screenshot(title="reflect")
        PICTURE.write_text(FONTS_FROM_ELSEWHERE.sub("", drawn), encoding="utf-8")
    app.desk.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        asyncio.run(draw(Path(made) / "team"))
