"""Settings: what the app makes of them, how they are changed in it, and that nobody is locked out by a wrong one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from looking import too_faint
from reflect.settings import Settings, save_settings, told_by
from reflect.tui.dialogs.settings import NO, YES, SettingsDialog
from reflect.tui.keymap import known_commands, read_keymap
from reflect.tui.screens.library import LibraryPage
from stage import Stage, fill, submit
from tour import everywhere
from waiting import press, settle, text_of, words_of

MORE_THAN_ENOUGH = 7.0


def setting(stage: Stage, **values: object) -> None:
    """Puts these settings into the file of a workspace that is there."""
    if not stage.workspace.exists():
        stage.workspace.set_up().close()
    save_settings(stage.workspace.folder, replace(stage.workspace.kept_settings(), **values))


@pytest.mark.parametrize("theme", ["dark", "light"])
async def test_with_stronger_contrast_every_word_on_every_page_stands_out_by_seven_to_one(
    stage: Stage, theme: str
) -> None:
    stage.workspace.use_theme(theme)
    save_settings(stage.workspace.folder, replace(stage.workspace.kept_settings(), high_contrast=True))

    async def look(name: str, pilot: Pilot[None]) -> None:
        assert pilot.app.theme == f"reflect-{theme}-high-contrast"
        assert (name, too_faint(pilot, MORE_THAN_ENOUGH)) == (name, [])

    await everywhere(stage, (80, 24), look)


async def test_light_and_dark_change_places_and_keep_the_contrast(stage: Stage) -> None:
    setting(stage, high_contrast=True)
    async with stage.open() as pilot:
        await press(pilot, "f9")
        assert pilot.app.theme == "reflect-light-high-contrast"
        await press(pilot, "f9")
        assert pilot.app.theme == "reflect-dark-high-contrast"


async def test_nothing_moves_unless_somebody_wants_it(stage: Stage) -> None:
    async with stage.open() as pilot:
        assert pilot.app.animation_level == "none"
    setting(stage, motion=True)
    async with stage.open() as pilot:
        assert pilot.app.animation_level == "full"


async def test_what_was_said_for_this_run_holds_over_the_file_and_stays_out_of_it(stage: Stage) -> None:
    setting(stage, theme="dark", lock_after_minutes=30)
    stage.workspace.told = told_by({"REFLECT_LOCK_AFTER_MINUTES": "5"}, theme="light")
    async with stage.open() as pilot:
        assert pilot.app.theme == "reflect-light"
        assert pilot.app.settings.lock_after_minutes == 5
        await press(pilot, "f2")
        await fill(pilot, support="Ring Sam")
        await submit(pilot, "save")
        assert pilot.app.theme == "reflect-light"
    kept = stage.workspace.kept_settings()
    assert (kept.theme, kept.lock_after_minutes, kept.support_line) == ("dark", 30, "Ring Sam")


async def test_a_change_that_this_run_overrules_is_kept_and_says_when_it_holds(stage: Stage) -> None:
    stage.workspace.told = told_by({"REFLECT_LOCK_AFTER_MINUTES": "5"})
    async with stage.open((100, 40)) as pilot:
        await press(pilot, "f2")
        await fill(pilot, minutes="40")
        await submit(pilot, "save")
        assert pilot.app.settings.lock_after_minutes == 5
        assert "REFLECT_LOCK_AFTER_MINUTES says otherwise for now" in words_of(pilot)
    assert stage.workspace.kept_settings().lock_after_minutes == 40


async def test_every_setting_can_be_changed_in_the_app_and_holds_at_once(stage: Stage) -> None:
    async with stage.open((100, 50)) as pilot:
        await press(pilot, "f2")
        await fill(
            pilot,
            theme="light",
            minutes="7",
            procedure="Ring the hub: 01234",
            support="Ring Sam",
            protection="Write to Kim",
            local_words="Harbour Estate, , Hill School ",
        )
        await fill(pilot, contrast=YES, motion=YES, **{"return": NO})
        await fill(pilot, command="go-to-library")
        assert pilot.app.screen.query_one("#key", Input).placeholder == "usual: l"
        await fill(pilot, key="f4")
        await submit(pilot, "save")
        assert pilot.app.theme == "reflect-light-high-contrast"
        assert pilot.app.animation_level == "full"
        await press(pilot, "f4")
        assert isinstance(pilot.app.screen, LibraryPage)
    assert stage.workspace.kept_settings() == Settings(
        theme="light",
        high_contrast=True,
        motion=True,
        lock_after_minutes=7,
        questions_return=False,
        local_procedure="Ring the hub: 01234",
        support_line="Ring Sam",
        data_protection_contact="Write to Kim",
        local_words=("Harbour Estate", "Hill School"),
        keys={"go-to-library": "f4"},
    )


async def test_a_key_that_was_given_can_be_taken_back(stage: Stage) -> None:
    setting(stage, keys={"go-to-library": "f4", "change-theme": "f8"})
    async with stage.open((100, 50)) as pilot:
        await press(pilot, "f2")
        await fill(pilot, command="go-to-library")
        assert pilot.app.screen.query_one("#key", Input).value == "f4"
        await fill(pilot, key="")
        await submit(pilot, "save")
        await press(pilot, "l")
        assert isinstance(pilot.app.screen, LibraryPage)
    assert stage.workspace.kept_settings().keys == {"change-theme": "f8"}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"minutes": "241"}, "The nearest is 240"),
        ({"minutes": ""}, "not a number"),
        ({"command": "go-today", "key": "hme"}, "Did you mean home?"),
        ({"command": "go-today", "key": "m"}, "go-to-my-reflections has it"),
    ],
)
async def test_what_cannot_be_is_said_and_nothing_is_kept(
    stage: Stage, fields: Mapping[str, str], said: str
) -> None:
    async with stage.open((100, 50)) as pilot:
        await press(pilot, "f2")
        await fill(pilot, theme="light")
        for field, words in fields.items():
            await fill(pilot, **{field: words})
        await submit(pilot, "save")
        assert isinstance(pilot.app.screen, SettingsDialog)
        assert said in words_of(pilot)
        assert pilot.app.theme == "reflect-dark"
    assert stage.workspace.kept_settings() == Settings()


async def test_a_wrong_key_in_the_file_is_said_and_locks_nobody_out(stage: Stage) -> None:
    setting(stage, keys={"lock-nwo": "f12", "go-to-library": "f4"})
    async with stage.open((100, 40)) as pilot:
        assert "Did you mean lock-now?" in words_of(pilot)
        assert "f4 Library" in text_of(pilot)
        await press(pilot, "f4")
        assert isinstance(pilot.app.screen, LibraryPage)


async def test_closing_changes_nothing(stage: Stage) -> None:
    async with stage.open() as pilot:
        await press(pilot, "f2")
        await fill(pilot, theme="light", minutes="7")
        await press(pilot, "escape")
        await settle(pilot)
        assert pilot.app.theme == "reflect-dark"
    assert stage.workspace.kept_settings() == Settings()


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ({"lock-nwo": "f12"}, "there is no command lock-nwo. Did you mean lock-now?"),
        ({"go-today": "hme"}, "Did you mean home?"),
        ({"lock-now": "ctlr+t"}, "Did you mean ctrl+t?"),
        ({"lock-now": "l"}, "also acts while somebody types"),
        ({"next-question": "ctrl+a"}, "also acts while somebody types"),
        ({"go-today": "m"}, "go-to-my-reflections has it"),
        ({"next-question": "ctrl+b"}, "previous-question has it"),
        ({"go-today": "f8", "go-to-library": "f8"}, "has it"),
    ],
)
def test_a_key_that_cannot_be_is_left_out_and_named(said: Mapping[str, str], fault: str) -> None:
    keymap = read_keymap({**said, "change-theme": "f10"})
    assert fault in str(keymap.faults[0])
    assert keymap.keys["change-theme"] == "f10"
    assert len(keymap.keys) + len(keymap.faults) == len(said) + 1


def test_two_commands_may_change_their_keys() -> None:
    swapped = read_keymap({"go-today": "m", "go-to-my-reflections": "t"})
    assert swapped.keys == {"go-today": "m", "go-to-my-reflections": "t"}
    assert swapped.faults == ()
    assert read_keymap({}).keys == {}


def test_every_usual_key_could_be_given_by_hand() -> None:
    for id_, command in known_commands().items():
        if command.key != "ctrl+c":
            assert [str(one) for one in read_keymap({id_: command.key.split(",")[0]}).faults] == []
