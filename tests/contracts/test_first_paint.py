"""The first frame waits for neither the database nor the keys."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parents[1]
SCRIPT = """
import asyncio, sys
from pathlib import Path
from reflect.tui.app import ReflectApp
from reflect.workspace import Workspace
from waiting import settle, words_of

HEAVY = ("sqlmodel", "sqlalchemy", "sqlcipher3", "cryptography", "alembic")
painted = []

class Watched(ReflectApp):
    def _display(self, screen, renderable):
        if renderable is not None and self.screen.query("#head-line"):
            painted.append([name for name in HEAVY if name in sys.modules])
        super()._display(screen, renderable)

async def main():
    app = Watched(Workspace(Path(sys.argv[1])), passphrase="a lantern by the canal")
    async with app.run_test() as pilot:
        await settle(pilot)
        print("at first paint:", *painted[0])
        print("then:", words_of(pilot))
        print("loaded now:", "sqlmodel" in sys.modules)
    app.desk.close()

asyncio.run(main())
"""


def test_the_frame_is_painted_before_the_database_is_loaded(tmp_path: Path) -> None:
    from reflect.workspace import Workspace

    folder = tmp_path / "workspace"
    Workspace(folder).create(
        name="Robin", profession="Nurse", passphrase="a lantern by the canal", demo=True
    )[0].close()
    told = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(folder)],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(TESTS), "PATH": "", "HOME": str(tmp_path)},
    )
    first, then, now = told.stdout.splitlines()
    assert first == "at first paint:"
    assert "Today" in then
    assert now == "loaded now: True"
