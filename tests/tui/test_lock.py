"""Locking and ending: what was typed is saved, then nothing of it is left."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

import pytest

from reflect.errors import NotSaved
from reflect.settings import Settings
from reflect.tui import places, relay
from reflect.tui.ending import Ending
from reflect.tui.idle import Idleness
from reflect.tui.log.figures_page import FiguresPage
from reflect.tui.screen import Page
from reflect.tui.screens.action import ActionPage
from reflect.tui.screens.record import RecordPage
from stage import PASSPHRASE, Seconds, Stage
from waiting import press, settle, words_of


class PageWithWords(Page):
    """Holds words that were typed and not saved yet."""

    def __init__(self, fault: NotSaved | None = None) -> None:
        super().__init__()
        self.fault = fault
        self.saved = 0

    async def save_unsaved(self) -> None:
        if self.fault is not None:
            raise self.fault
        self.saved += 1


async def test_the_key_saves_and_ends_at_once(stage: Stage) -> None:
    async with stage.open() as pilot:
        page = PageWithWords()
        await pilot.app.push_screen(page)
        await press(pilot, "ctrl+l")
        assert page.saved == 1
        assert pilot.app.ending is Ending.LOCKED
        assert pilot.app.as_name == "Robin Example"
        assert pilot.app.passphrase is None


async def test_it_locks_by_itself_after_as_long_as_the_settings_say(stage: Stage) -> None:
    async with stage.open() as pilot:
        app = pilot.app
        app.use(Settings(lock_after_minutes=15))
        stage.seconds.passed += 15 * 60 - 1
        await app.lock_when_idle()
        assert app.ending is Ending.LEFT
        stage.seconds.passed += 1
        await app.lock_when_idle()
        assert app.ending is Ending.LOCKED


async def test_a_key_or_the_mouse_counts_as_use(stage: Stage) -> None:
    async with stage.open() as pilot:
        app = pilot.app
        app.use(Settings(lock_after_minutes=15))
        stage.seconds.passed += 14 * 60
        await pilot.press("down")
        stage.seconds.passed += 14 * 60
        await pilot.hover("#body")
        stage.seconds.passed += 14 * 60
        await app.lock_when_idle()
        assert app.ending is Ending.LEFT


async def test_a_page_of_text_may_be_read_as_long_as_reading_takes(stage: Stage) -> None:
    async with stage.open() as pilot:
        await press(pilot, "l", "enter")
        app, page = pilot.app, pilot.app.screen
        assert isinstance(page, Page)
        assert page.reading_minutes() > 0
        app.use(Settings(lock_after_minutes=15))
        stage.seconds.passed += 15 * 60 + 1
        await app.lock_when_idle()
        assert app.ending is Ending.LEFT
        stage.seconds.passed += page.reading_minutes() * 60
        await app.lock_when_idle()
        assert app.ending is Ending.LOCKED


@pytest.mark.parametrize(
    "page", [ActionPage("none"), FiguresPage(), RecordPage("none")], ids=lambda page: type(page).__name__
)
async def test_a_page_without_its_parts_has_nothing_to_read(page: Page) -> None:
    assert page.reading_minutes() == 0


async def test_a_page_that_is_still_being_put_together_has_nothing_to_read_yet(stage: Stage) -> None:
    async with stage.open() as pilot:
        app = pilot.app
        app.use(Settings(lock_after_minutes=15))
        coming = app.push_screen(places.action("none"))
        assert isinstance(app.screen, ActionPage)
        await app.lock_when_idle()
        await coming
        assert app.ending is Ending.LEFT
        assert app.is_running


def test_timed_work_counts_as_use_until_it_ends() -> None:
    seconds = Seconds()
    idleness = Idleness(seconds)
    idleness.timed_work_begins()
    seconds.passed = 10_000.0
    assert idleness.left(15) > 0
    idleness.timed_work_ends()
    seconds.passed += 15 * 60
    assert idleness.left(15) <= 0


async def test_nobody_is_locked_out_of_the_lock_page(stage: Stage) -> None:
    stage.workspace.set_up().close()
    async with stage.closed() as pilot:
        stage.seconds.passed += 100_000
        await pilot.app.lock_when_idle()
        assert pilot.app.ending is Ending.LEFT
        assert "Welcome back" in words_of(pilot)


async def test_a_name_is_found_by_typing_a_part_of_it(stage: Stage) -> None:
    with closing(stage.workspace.set_up()) as admin:
        for name in ("Ann One", "Bo [b]Two[/b]"):
            stage.workspace.join(code=admin.people.invite(name), passphrase=PASSPHRASE)[0].close()
    async with stage.closed() as pilot:
        await press(pilot, "enter", *"two", "enter")
        await press(pilot, *PASSPHRASE, "enter")
        assert pilot.app.desk.practice.person.name == "Bo [b]Two[/b]"


async def test_what_cannot_be_saved_keeps_the_app_open_and_says_so(stage: Stage) -> None:
    async with stage.open() as pilot:
        page = PageWithWords(
            NotSaved("The disk is full.", "Make room, then try again: your words are still here.")
        )
        await pilot.app.push_screen(page)
        await press(pilot, "ctrl+l")
        assert pilot.app.ending is Ending.LEFT
        assert "Your words are still here".casefold() in words_of(pilot).casefold()
        await press(pilot, "ctrl+q")
        assert pilot.app.is_running
        page.fault = None
        await press(pilot, "ctrl+q")
        assert page.saved == 1


async def test_locking_that_failed_is_tried_again_a_minute_later_and_not_all_the_time(stage: Stage) -> None:
    async with stage.open() as pilot:
        app, page = pilot.app, PageWithWords(NotSaved("The disk is full."))
        await app.push_screen(page)
        await settle(pilot)
        stage.seconds.passed += 15 * 60
        await app.lock_when_idle()
        page.fault = None
        stage.seconds.passed += 59
        await app.lock_when_idle()
        assert app.ending is Ending.LEFT
        stage.seconds.passed += 1
        await app.lock_when_idle()
        assert app.ending is Ending.LOCKED


async def test_locking_works_from_a_dialog(stage: Stage) -> None:
    async with stage.open() as pilot:
        await press(pilot, "f2", "ctrl+l")
        assert pilot.app.ending is Ending.LOCKED


async def test_leaving_a_page_saves_what_was_typed_on_it(stage: Stage) -> None:
    async with stage.open() as pilot:
        page = PageWithWords()
        await pilot.app.push_screen(page)
        await settle(pilot)
        await press(pilot, "escape")
        assert page.saved == 1
        assert pilot.app.screen is not page


def test_the_fresh_process_gets_the_folder_and_the_name_and_never_a_passphrase() -> None:
    words = relay.command(Path("/some/where"), "Robin Example")
    assert words[1:] == ["-P", "-m", "reflect", "--workspace", "/some/where", "--as", "Robin Example"]
    assert "--as" not in relay.command(Path("/some/where"), None)
    started_with = ["--passphrase-file", "p.txt", "--as", "Robin", "--passphrase-file=q.txt", "on", "child-s"]
    assert relay.without_secrets(started_with) == ["--as", "Robin", "on", "child-s"]


def test_on_windows_a_parent_starts_one_app_after_the_other(tmp_path: Path) -> None:
    assert relay.parent_is_needed("nt", {})
    assert not relay.parent_is_needed("nt", {"REFLECT_STARTED_BY_PARENT": "1"})
    assert not relay.parent_is_needed("posix", {})
    told = tmp_path / "told"
    script = tmp_path / "app.py"
    script.write_text(
        "import os, sys\n"
        f"told = open({str(told)!r}, 'a')\n"
        "locked = 'REFLECT_LOCKED' in os.environ\n"
        "print(*sys.argv[1:], 'locked' if locked else 'first', file=told)\n"
        f"sys.exit(3 if locked else {relay.LOCKED_CODE})\n",
        encoding="utf-8",
    )
    code = relay.run_as_parent(["--passphrase-file", "p.txt", "--as", "Robin"], (sys.executable, str(script)))
    assert code == 3
    assert told.read_text(encoding="utf-8").splitlines() == [
        "--passphrase-file p.txt --as Robin first",
        "--as Robin locked",
    ]
