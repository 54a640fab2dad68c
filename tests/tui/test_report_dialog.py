"""Making a report in the app, by keys alone: what it will hold is said before, and only its maker can read the file."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest
from textual.pilot import Pilot

from log_reader import seen
from log_stage import LEE, RING, North
from looking import out_of_reach, too_faint
from one_to_one_stage import flat
from reflect.tui.dialogs.confirm import ConfirmDialog
from reflect.tui.log.report_dialog import ReportDialog
from stage import Stage, fill, submit
from waiting import press, settle, text_of, wait_for, words_of

SIZES = [(60, 18), (80, 24), (120, 40)]


@pytest.fixture(autouse=True)
def _documents_of_a_test(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's real folder of documents is looked at."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.delenv("XDG_DOCUMENTS_DIR", raising=False)


@pytest.fixture
def north(stage: Stage) -> North:
    return North(stage)


async def reporting(pilot: Pilot[None], folder: Path, **filled: str) -> None:
    """From Today to the dialog, filled in."""
    await press(pilot, "2", "e")
    assert isinstance(pilot.app.screen, ReportDialog)
    await wait_for(pilot, lambda: "Looking" not in words_of(pilot), "what would go out")
    await fill(pilot, folder=str(folder), **filled)


async def test_e_writes_a_report_of_the_team_that_only_its_maker_can_read(
    north: North, tmp_path: Path
) -> None:
    async with north.at(LEE, (100, 40)) as pilot:
        await reporting(pilot, tmp_path)
        said = flat(pilot)
        assert "The report of North" in said
        assert "With 6 listed actions and their owners' names." in said
        assert "Every page says: Professionals only." in said
        await submit(pilot, "write")
        await wait_for(pilot, lambda: not isinstance(pilot.app.screen, ReportDialog), "the end")
    place = tmp_path / "report.html"
    words = seen(place.read_bytes(), "html")
    assert RING in words
    assert "What the learning has changed: North" in words
    if sys.platform != "win32":
        assert stat.S_IMODE(place.stat().st_mode) == 0o600


async def test_it_is_for_the_period_that_was_typed_and_rounded_where_that_was_chosen(
    north: North, tmp_path: Path
) -> None:
    async with north.at(LEE, (100, 40)) as pilot:
        await reporting(
            pilot,
            tmp_path,
            kind="md",
            rounding="rounded",
            **{"since-words": "1 March", "until-words": "1 April"},
        )
        await submit(pilot, "write")
        await wait_for(pilot, lambda: not isinstance(pilot.app.screen, ReportDialog), "the end")
    words = seen((tmp_path / "report.md").read_bytes(), "md")
    assert "Sunday 1 March 2026 to Wednesday 1 April 2026" in words
    assert "rounded to the nearest 5" in words


async def test_a_file_that_is_there_is_written_over_only_if_somebody_says_so(
    north: North, tmp_path: Path
) -> None:
    (tmp_path / "report.md").write_text("mine", encoding="utf-8")
    async with north.at(LEE, (100, 40)) as pilot:
        await reporting(pilot, tmp_path, kind="md")
        await submit(pilot, "write")
        assert isinstance(pilot.app.screen, ConfirmDialog)
        await press(pilot, "escape")
        await settle(pilot)
    assert (tmp_path / "report.md").read_text(encoding="utf-8") == "mine"


async def test_a_period_that_ends_before_it_begins_is_named_and_nothing_is_written(
    north: North, tmp_path: Path
) -> None:
    async with north.at(LEE, (100, 40)) as pilot:
        await reporting(pilot, tmp_path, **{"since-words": "1 April", "until-words": "1 March"})
        await submit(pilot, "write")
        await settle(pilot)
        assert "It would end before it begins." in words_of(pilot)
        assert isinstance(pilot.app.screen, ReportDialog)


@pytest.mark.parametrize("size", SIZES)
async def test_all_of_it_can_be_reached_and_read(north: North, tmp_path: Path, size: tuple[int, int]) -> None:
    async with north.at(LEE, size) as pilot:
        await reporting(pilot, tmp_path)
        assert await out_of_reach(pilot) == []
        assert too_faint(pilot) == []


async def test_control_s_writes_it_and_the_button_is_in_sight_in_a_small_window(
    north: North, tmp_path: Path
) -> None:
    async with north.at(LEE, (80, 24)) as pilot:
        await reporting(pilot, tmp_path, kind="md")
        assert "Write it" in text_of(pilot)
        assert "ctrl+s Write" in text_of(pilot)
        await press(pilot, "ctrl+s")
        await wait_for(pilot, lambda: not isinstance(pilot.app.screen, ReportDialog), "the end")
    assert (tmp_path / "report.md").exists()
