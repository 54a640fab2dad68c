"""Actions out of the workspace and in again, in the app: as the command line does it, and with who helps."""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from acting_stage import ASK, READ, RING, act_in_every_group, in_days, practice_of, without_notes
from action_lines import emptied, everything, lines_of
from looking import out_of_reach, too_faint
from one_to_one_stage import BO, SAM, Two
from one_to_one_stage import RING as OF_BO
from reflect.settings import Settings, save_settings
from reflect.tui.dialogs.confirm import ConfirmDialog
from reflect.tui.dialogs.doubtful_lines import DoubtfulLinesDialog
from reflect.tui.dialogs.export_actions import ExportActionsDialog
from reflect.tui.dialogs.take_in import TakeInDialog
from reflect.tui.screens.actions import ActionsPage
from stage import Stage, fill, submit
from waiting import press, settle, text_of, wait_for, words_of

PHONE = "07700 900123"
PAGE = (100, 40)
SIZES = [(60, 18), (80, 24), (120, 40)]


@pytest.fixture(autouse=True)
def _documents_of_a_test(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's real folder of documents is looked at."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.delenv("XDG_DOCUMENTS_DIR", raising=False)


@pytest.fixture
def acted(stage: Stage) -> Stage:
    act_in_every_group(stage)
    return stage


def with_local_banks(banks: Path) -> None:
    bank = banks / "child-m.yaml"
    text = bank.read_text(encoding="utf-8")
    bank.write_text(text.replace("handling: professionals-only", "handling: local-only"), encoding="utf-8")


async def at_actions(pilot: Pilot[None]) -> None:
    await press(pilot, "a")
    page = pilot.app.screen
    assert isinstance(page, ActionsPage)
    await wait_for(pilot, lambda: "Reading" not in words_of(pilot), "the actions")


async def taking_out(pilot: Pilot[None], folder: Path, kind: str = "md") -> None:
    await press(pilot, "e")
    assert isinstance(pilot.app.screen, ExportActionsDialog)
    await wait_for(pilot, lambda: "Looking" not in words_of(pilot), "what was found")
    await fill(pilot, kind=kind, folder=str(folder))


async def taking_in(pilot: Pilot[None], file: Path) -> None:
    await press(pilot, "i")
    assert isinstance(pilot.app.screen, TakeInDialog)
    pilot.app.screen.query_one("#file", Input).value = f"'{file}'"
    await press(pilot, "enter")


@pytest.mark.parametrize("kind", ["html", "md", "xlsx", "csv", "ics", "json"])
async def test_they_go_into_a_file_of_each_kind_that_only_its_owner_can_read(
    acted: Stage, tmp_path: Path, kind: str
) -> None:
    async with acted.open(PAGE) as pilot:
        await at_actions(pilot)
        await taking_out(pilot, tmp_path, kind)
        said = await without_notes(pilot)
        assert "8 actions of Robin Example, each with its history." in said
        assert "Professionals only" in said
        assert (
            "Nothing was found that looks like a name, a number or an address. That is no clearance." in said
        )
        await submit(pilot, "write")
        assert isinstance(pilot.app.screen, ActionsPage)
        assert "encrypted" in words_of(pilot)
    path = tmp_path / f"actions.{kind}"
    content = path.read_bytes()
    if kind == "xlsx":
        content = ZipFile(BytesIO(content)).read("xl/sharedStrings.xml")
    assert RING.encode() in content
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


async def test_the_filter_of_the_page_stands_and_is_said(acted: Stage, tmp_path: Path) -> None:
    async with acted.open(PAGE) as pilot:
        await at_actions(pilot)
        await press(pilot, "f")
        await fill(pilot, level="team")
        await submit(pilot, "show")
        await taking_out(pilot, tmp_path)
        assert "1 action of Robin Example, each with its history; only level: team." in (
            await without_notes(pilot)
        )
        await submit(pilot, "write")
    text = (tmp_path / "actions.md").read_text(encoding="utf-8")
    assert READ in text
    assert RING not in text


async def test_whose_actions_are_shown_stands_too(stage: Stage, tmp_path: Path) -> None:
    two = Two(stage)
    two.agreed_action()
    with two.signed_in(SAM) as sam:
        sam.acting.propose(what=ASK, due=in_days(stage, 30), agree=True)
    async with stage.open(PAGE, name=SAM) as pilot:
        await at_actions(pilot)
        await press(pilot, "w")
        await taking_out(pilot, tmp_path)
        assert f"1 action of {BO}, each with its history." in await without_notes(pilot)
        await submit(pilot, "write")
    text = (tmp_path / "actions.md").read_text(encoding="utf-8")
    assert OF_BO in text
    assert ASK not in text


async def test_lines_that_may_identify_somebody_are_counted_and_shown_and_nothing_is_masked(
    acted: Stage, tmp_path: Path
) -> None:
    practice = practice_of(acted)
    practice.acting.propose(what=f"Ring {PHONE} on Monday")
    practice.acting.propose(what="Meet at the old mill")
    practice.close()
    save_settings(acted.workspace.folder, Settings(local_words=("Old Mill",)))
    async with acted.open(PAGE) as pilot:
        await at_actions(pilot)
        await taking_out(pilot, tmp_path)
        assert "2 lines may identify somebody, and nothing is masked." in await without_notes(pilot)
        await submit(pilot, "look")
        assert isinstance(pilot.app.screen, DoubtfulLinesDialog)
        assert f"Phone number: {PHONE}" in words_of(pilot)
        assert "never a clearance" in words_of(pilot)
        await press(pilot, "escape")
        await submit(pilot, "write")
    assert PHONE in (tmp_path / "actions.md").read_text(encoding="utf-8")


async def test_questions_of_a_local_bank_stay_here_unless_they_are_to_go_along(
    acted: Stage, tmp_path: Path, banks: Path
) -> None:
    with_local_banks(banks)
    asked = "How do I speak to fathers before a plan is made?"
    async with acted.open(PAGE) as pilot:
        await at_actions(pilot)
        await taking_out(pilot, tmp_path)
        assert "Questions of local-only banks stay here" in words_of(pilot)
        await submit(pilot, "write")
        await taking_out(pilot, tmp_path)
        await fill(pilot, name="along.md", local="along")
        await submit(pilot, "write")
        await taking_out(pilot, tmp_path, "json")
        said = await without_notes(pilot)
        assert "Questions of local-only banks stay here" not in said
        assert "every word is signed. Keep the file here." in said
    assert asked not in (tmp_path / "actions.md").read_text(encoding="utf-8")
    assert asked in (tmp_path / "along.md").read_text(encoding="utf-8")


async def test_a_workbook_says_what_to_install_where_its_part_is_missing(
    acted: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    (folder := tmp_path / "out").mkdir()
    async with acted.open(PAGE) as pilot:
        await at_actions(pilot)
        await taking_out(pilot, folder, "xlsx")
        await submit(pilot, "write")
        assert isinstance(pilot.app.screen, ExportActionsDialog)
        assert "pip install 'reflect-practice[xlsx]' (or take CSV" in await without_notes(pilot)
        assert list(folder.iterdir()) == []
        await fill(pilot, kind="csv")
        await submit(pilot, "write")
    assert [file.name for file in folder.iterdir()] == ["actions.csv"]


async def test_a_file_that_is_there_is_written_over_only_if_somebody_says_so(
    acted: Stage, tmp_path: Path
) -> None:
    (kept := tmp_path / "actions.md").write_text("keep me", encoding="utf-8")
    async with acted.open(PAGE) as pilot:
        await at_actions(pilot)
        await taking_out(pilot, tmp_path)
        await submit(pilot, "write")
        assert isinstance(pilot.app.screen, ConfirmDialog)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ExportActionsDialog)
        assert kept.read_text(encoding="utf-8") == "keep me"
        await submit(pilot, "write")
        await press(pilot, "tab", "enter")
        assert isinstance(pilot.app.screen, ActionsPage)
    assert RING in kept.read_text(encoding="utf-8")


async def test_what_was_taken_out_is_taken_in_again_and_a_second_time_changes_nothing(
    acted: Stage, tmp_path: Path
) -> None:
    file = tmp_path / "my own.json"
    async with acted.open(PAGE) as pilot:
        await at_actions(pilot)
        await taking_out(pilot, tmp_path, "json")
        await fill(pilot, name=file.name)
        await submit(pilot, "write")
        assert "Written to" in words_of(pilot)
    practice = practice_of(acted)
    before = everything(practice)
    emptied(practice)
    practice.close()
    async with acted.open(PAGE) as pilot:
        await at_actions(pilot)
        assert RING not in words_of(pilot)
        await taking_in(pilot, file)
        assert isinstance(pilot.app.screen, ActionsPage)
        assert "Actions taken in: 8 new." in words_of(pilot)
        assert RING in words_of(pilot)
        pilot.app.clear_notifications()
        await taking_in(pilot, file)
        assert "Actions taken in: 8 unchanged." in words_of(pilot)
    assert everything(practice_of(acted)) == before


async def test_a_line_that_is_refused_is_named_and_nothing_is_half_taken_in(
    acted: Stage, tmp_path: Path
) -> None:
    practice = practice_of(acted)
    lines = lines_of(practice, acted.workspace.clock)
    emptied(practice)
    practice.close()
    said = json.loads(lines[4])
    said["events"][0]["data"]["what"] = "Something else"
    file = tmp_path / "changed.json"
    file.write_text("".join([*lines[:4], f"{json.dumps(said)}\n", *lines[5:]]), encoding="utf-8")
    async with acted.open(PAGE) as pilot:
        await at_actions(pilot)
        await taking_in(pilot, file)
        assert isinstance(pilot.app.screen, TakeInDialog)
        told = await without_notes(pilot)
        assert "Line 5 cannot be taken in: event 1:" in told
        assert "Nothing was taken in, and nothing was changed." in told
        await press(pilot, "escape")
        assert RING not in words_of(pilot)
    assert everything(practice_of(acted)) == {}


@pytest.mark.parametrize("name", ["nowhere.json", ".", "a workbook.xlsx"])
async def test_a_file_that_cannot_be_read_is_said_and_another_can_be_named(
    acted: Stage, tmp_path: Path, name: str
) -> None:
    (tmp_path / "a workbook.xlsx").write_bytes(b"PK\xff\xfe")
    practice = practice_of(acted)
    (tmp_path / "good.json").write_text("".join(lines_of(practice, acted.workspace.clock)), encoding="utf-8")
    practice.close()
    async with acted.open(PAGE) as pilot:
        await at_actions(pilot)
        await taking_in(pilot, tmp_path / name)
        assert "The file cannot be read as JSON lines. Nothing was changed." in await without_notes(pilot)
        pilot.app.screen.query_one("#file", Input).value = str(tmp_path / "good.json")
        await settle(pilot)
        assert "cannot be read" not in words_of(pilot)
        await press(pilot, "enter")
        assert "Actions taken in: 8 unchanged." in words_of(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_both_dialogs_say_their_words_can_be_read_and_reached(
    acted: Stage, golden: Callable[[str, str], None], tmp_path: Path, banks: Path, size: tuple[int, int]
) -> None:
    with_local_banks(banks)
    practice = practice_of(acted)
    practice.acting.propose(what=f"Ring {PHONE} on Monday")
    practice.close()
    async with acted.open(size) as pilot:
        await at_actions(pilot)
        await taking_out(pilot, tmp_path)
        await fill(pilot, folder="a folder of my own")
        for words in ("9 actions of Robin Example", "Child M: Local only", "1 line may identify somebody"):
            assert words in await without_notes(pilot)
        golden(f"export-actions-{size[0]}x{size[1]}", text_of(pilot))
        assert (too_faint(pilot), await out_of_reach(pilot)) == ([], [])
        await press(pilot, "escape", "i")
        assert "All of its actions are taken in, or none" in await without_notes(pilot)
        golden(f"take-in-{size[0]}x{size[1]}", text_of(pilot))
        assert (too_faint(pilot), await out_of_reach(pilot)) == ([], [])
