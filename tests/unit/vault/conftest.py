"""A clock to turn by hand, and a demo workspace, whose passphrases cost next to nothing to try."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from reflect.vault import door
from reflect.vault.door import Entered


class HandClock:
    """Tells the time that the test says."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 20, 14, 2, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.date()

    def turn(self, **spans: float) -> None:
        self.moment += timedelta(**spans)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "workspace"


@pytest.fixture
def priya(folder: Path, clock: HandClock) -> Entered:
    """The first person of a demo workspace; her passphrase is `demo`."""
    return door.found(folder, name="Priya Shah", passphrase="demo", clock=clock, demo=True)[0]


@pytest.fixture
def sam(folder: Path, priya: Entered, clock: HandClock) -> Entered:
    """Somebody who was invited and joined; his passphrase is `demo` too."""
    _, code = door.invite(folder, priya, name="Sam Jones", clock=clock)
    return door.join(folder, code=code, passphrase="demo", clock=clock)[0]
