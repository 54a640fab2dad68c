"""Taking answers out in the app: what goes along, a look at each line before it leaves, a file for its owner only."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from looking import out_of_reach, too_faint
from reflect.paths import documents_folder
from reflect.settings import Settings, save_settings
from reflect.tui.dialogs.check_lines import CheckLinesDialog
from reflect.tui.dialogs.export import ExportDialog
from reflect.tui.dialogs.take_out import ALONG
from reflect.tui.screens.my_reflections import MyReflectionsPage
from stage import PASSPHRASE, Stage, fill, submit
from waiting import press, settle, text_of, words_of

ASKED = "Do I always ask a child what an ordinary day at home is like?"
PHONE, OTHER = "07700 900123", "07700 900456"


@pytest.fixture(autouse=True)
def _documents_of_a_test(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's real folder of documents is looked at."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.delenv("XDG_DOCUMENTS_DIR", raising=False)


def has_written(stage: Stage, text: str = f"Rang {PHONE}.\nA quiet day.\nRang {OTHER}.") -> None:
    practice = stage.workspace.set_up()
    practice.reflecting.add_answer("child-m", "ask-about-a-day", text=text, scale=None)
    practice.close()


async def at_the_dialog(pilot: Pilot[None], folder: Path, kind: str = "md") -> None:
    await press(pilot, "m", "e")
    assert isinstance(pilot.app.screen, ExportDialog)
    await fill(pilot, kind=kind, folder=str(folder))


@pytest.mark.parametrize("kind", ["docx", "html", "md", "json"])
async def test_answers_go_into_a_file_that_only_its_owner_can_read(
    stage: Stage, tmp_path: Path, kind: str
) -> None:
    has_written(stage, "Nothing but thoughts.")
    async with stage.open((100, 40)) as pilot:
        await at_the_dialog(pilot, tmp_path, kind)
        assert "Professionals only" in words_of(pilot)
        assert "That is no clearance" in words_of(pilot)
        await submit(pilot, "write")
        assert isinstance(pilot.app.screen, MyReflectionsPage)
        assert "not encrypted" in words_of(pilot)
    path = tmp_path / f"my-reflections.{kind}"
    content = path.read_bytes()
    assert content.startswith(b"PK") or b"Nothing but thoughts." in content
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


async def test_each_line_that_could_identify_somebody_is_kept_or_masked(stage: Stage, tmp_path: Path) -> None:
    has_written(stage)
    async with stage.open((100, 40)) as pilot:
        await at_the_dialog(pilot, tmp_path)
        assert "2 lines may identify somebody" in words_of(pilot)
        await submit(pilot, "write")
        assert isinstance(pilot.app.screen, CheckLinesDialog)
        assert "Line 1 of 2" in words_of(pilot)
        assert f"Found (phone number): {PHONE}" in words_of(pilot)
        assert "never a clearance" in words_of(pilot)
        await press(pilot, "k", "m")
        assert isinstance(pilot.app.screen, MyReflectionsPage)
    text = (tmp_path / "my-reflections.md").read_text(encoding="utf-8")
    assert f"Rang {PHONE}." in text
    assert "phone number" in text
    assert OTHER not in text
    assert "A quiet day." in text


async def test_stopping_writes_nothing(stage: Stage, tmp_path: Path) -> None:
    has_written(stage)
    folder = tmp_path / "out"
    folder.mkdir()
    async with stage.open((100, 40)) as pilot:
        await at_the_dialog(pilot, folder)
        await submit(pilot, "write")
        await press(pilot, "m", "s")
        assert isinstance(pilot.app.screen, ExportDialog)
        assert "nothing was written" in words_of(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, MyReflectionsPage)
    assert list(folder.iterdir()) == []


async def test_local_words_are_marked_too(stage: Stage, tmp_path: Path) -> None:
    has_written(stage, "We met at the old mill.")
    save_settings(stage.workspace.folder, Settings(local_words=("Old Mill",)))
    async with stage.open((100, 40)) as pilot:
        await at_the_dialog(pilot, tmp_path)
        assert "1 line may identify somebody" in words_of(pilot)


async def test_a_place_that_cannot_be_is_named_and_nothing_is_overwritten(
    stage: Stage, tmp_path: Path
) -> None:
    has_written(stage, "Nothing but thoughts.")
    (tmp_path / "mine.md").write_text("keep me", encoding="utf-8")
    async with stage.open((100, 40)) as pilot:
        await at_the_dialog(pilot, tmp_path)
        for field, words, said in (
            ("name", "mine.md", "is there already"),
            ("name", "../mine.md", "not the name of a file"),
            ("name", "", "not the name of a file"),
            ("folder", str(tmp_path / "nowhere"), "no such folder"),
            ("folder", "", "no such folder"),
        ):
            await fill(pilot, folder=str(tmp_path))
            await fill(pilot, **{field: words})
            await submit(pilot, "write")
            assert isinstance(pilot.app.screen, ExportDialog)
            assert said in words_of(pilot)
    assert (tmp_path / "mine.md").read_text(encoding="utf-8") == "keep me"


async def test_questions_of_a_local_bank_stay_here_unless_they_are_asked_for(
    stage: Stage, tmp_path: Path, banks: Path
) -> None:
    has_written(stage, "Nothing but thoughts.")
    bank = banks / "child-m.yaml"
    text = bank.read_text(encoding="utf-8")
    bank.write_text(text.replace("handling: professionals-only", "handling: local-only"), encoding="utf-8")
    async with stage.open((100, 40)) as pilot:
        await at_the_dialog(pilot, tmp_path)
        assert "Questions of local-only banks stay here" in words_of(pilot)
        await submit(pilot, "write")
        await at_the_dialog(pilot, tmp_path)
        await fill(pilot, name="along.md", local=ALONG)
        await submit(pilot, "write")
    assert ASKED not in (tmp_path / "my-reflections.md").read_text(encoding="utf-8")
    assert ASKED in (tmp_path / "along.md").read_text(encoding="utf-8")


async def test_hostile_words_are_shown_as_they_are(stage: Stage, tmp_path: Path) -> None:
    has_written(stage, f"[@click=app.bell]x[/] [/] <b> {PHONE}")
    async with stage.open((100, 40)) as pilot:
        await at_the_dialog(pilot, tmp_path)
        await submit(pilot, "write")
        assert f"[@click=app.bell]x[/] [/] <b> {PHONE}" in words_of(pilot)


@pytest.mark.parametrize("size", [(60, 18), (80, 24)])
async def test_everything_can_be_read_and_reached(
    stage: Stage, tmp_path: Path, size: tuple[int, int]
) -> None:
    has_written(stage)
    async with stage.open(size) as pilot:
        await at_the_dialog(pilot, tmp_path)
        assert (too_faint(pilot), await out_of_reach(pilot)) == ([], [])
        await submit(pilot, "write")
        assert (too_faint(pilot), await out_of_reach(pilot)) == ([], [])


async def test_the_folder_for_documents_is_offered_where_there_is_one(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "Documents").mkdir()
    has_written(stage)
    async with stage.open((100, 40)) as pilot:
        await press(pilot, "m", "e")
        assert pilot.app.screen.query_one("#folder", Input).value == str(documents_folder())
    assert documents_folder().is_dir()


async def test_what_was_taken_away_is_named_and_looked_through_before_it_leaves(
    stage: Stage, tmp_path: Path
) -> None:
    has_written(stage, "Nothing but thoughts.")
    practice = stage.workspace.sign_in(None, PASSPHRASE)
    practice.reflecting.finish(practice.reflecting.begin("child-m").reflection.id, f"Ring {PHONE} first.")
    practice.close()
    async with stage.open((100, 40)) as pilot:
        await at_the_dialog(pilot, tmp_path)
        assert "What you take away from 1 sitting." in words_of(pilot)
        await submit(pilot, "write")
        assert f"Ring {PHONE} first." in words_of(pilot)
        await press(pilot, "m")
        assert isinstance(pilot.app.screen, MyReflectionsPage)
    assert "phone number" in (tmp_path / "my-reflections.md").read_text(encoding="utf-8")
    assert PHONE not in (tmp_path / "my-reflections.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
async def test_what_goes_out_where_to_and_each_doubtful_line_are_said_at_every_size(
    stage: Stage, golden: Callable[[str, str], None], tmp_path: Path, size: tuple[int, int]
) -> None:
    has_written(stage)
    async with stage.open(size) as pilot:
        await at_the_dialog(pilot, tmp_path)
        await fill(pilot, folder="a folder of my own")
        pilot.app.screen.query_one("#kind").focus()
        await settle(pilot)
        for words in ("1 answer of your own.", "Child M: 1 answer", "2 lines may identify somebody"):
            assert words in " ".join(words_of(pilot).split())
        golden(f"export-{size[0]}x{size[1]}", text_of(pilot))
        await fill(pilot, folder=str(tmp_path))
        await submit(pilot, "write")
        said = text_of(pilot)
        for words in ("Line 1 of 2", f"Rang {PHONE}.", "Found (phone number)", "Keep", "Mask", "Stop"):
            assert words in said
        golden(f"check-lines-{size[0]}x{size[1]}", said)
