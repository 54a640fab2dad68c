"""What the tests of the app start from."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from clocks import StoppedClock
from frames import drawn_at_rest
from one_to_one_stage import Two
from reflect.paths import shipped_banks
from stage import Seconds, Stage, StagedWorkspace

MADE_UP_BANKS = Path(__file__).parent / "banks"


@pytest.fixture(autouse=True)
def _in_one_time_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "UTC")
    if hasattr(time, "tzset"):
        time.tzset()
    yield
    monkeypatch.undo()
    if hasattr(time, "tzset"):
        time.tzset()


@pytest.fixture(autouse=True, scope="session")
def _stylesheets_read_once() -> Iterator[None]:
    """The same stylesheet in the same colours is read once for all apps of this process."""
    read: dict[tuple[Any, ...], list[RuleSet]] = {}
    parse = Stylesheet._parse_rules

    def once(sheet: Stylesheet, css: str, *where: Any, **how: Any) -> list[RuleSet]:
        key = (css, where, tuple(how.items()), tuple(sheet._variables.items()))
        if key not in read:
            read[key] = parse(sheet, css, *where, **how)
        return read[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", once)
        yield


@pytest.fixture(autouse=True, scope="session")
def _drawn_at_rest() -> Iterator[None]:
    with drawn_at_rest():
        yield


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    """A folder with the shipped themes and models, and two made-up banks."""
    folder = tmp_path / "banks"
    shutil.copytree(MADE_UP_BANKS, folder)
    for name in ("themes.yaml", "models.yaml", "cadences.yaml"):
        shutil.copy(shipped_banks() / name, folder / name)
    return folder


@pytest.fixture
def workspace(tmp_path: Path, clock: StoppedClock, banks: Path) -> StagedWorkspace:
    return StagedWorkspace(tmp_path / "workspace", clock, banks)


@pytest.fixture
def stage(workspace: StagedWorkspace) -> Stage:
    return Stage(workspace, Seconds())


@pytest.fixture
def two(stage: Stage) -> Two:
    """Sam, who supervises Bo."""
    return Two(stage)


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compares what a page says with its file in `goldens/`; with UPDATE_GOLDENS=1 the file is written anew."""
    folder = Path(__file__).parent / "goldens"
    update = os.environ.get("UPDATE_GOLDENS") == "1"

    def compare(name: str, text: str) -> None:
        path = folder / f"{name}.txt"
        if update:
            path.write_text(text, encoding="utf-8")
        assert path.is_file(), f"no golden {path.name}: run with UPDATE_GOLDENS=1 and read it"
        assert text == path.read_text(encoding="utf-8")

    return compare


USUAL_SIZE = (80, 24)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A page that is tried at several sizes is tried at the usual one each time; the gate tries it at all of them."""
    sizes: dict[str, list[pytest.Function]] = {}
    for item in items:
        if isinstance(item, pytest.Function) and hasattr(item, "callspec") and "size" in item.callspec.params:
            sizes.setdefault(f"{item.path}::{item.originalname}", []).append(item)
    for several in sizes.values():
        usual = [item for item in several if item.callspec.params["size"] == USUAL_SIZE] or several[:1]
        for item in several:
            if item not in usual:
                item.add_marker("sizes")
