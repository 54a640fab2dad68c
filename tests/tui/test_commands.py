"""One class is a command's key, footer, tooltip, palette entry and help; and another key can be given to it."""

from __future__ import annotations

import importlib
import pkgutil

import pytest
from textual.keys import key_to_character
from textual.widgets import Input, OptionList

from reflect import tui
from reflect.tui import commands
from reflect.tui.commands import Command, GoBack, LockNow
from reflect.tui.dialogs.help import HelpDialog
from reflect.tui.screens.library import LibraryPage
from stage import Stage, fill
from waiting import press, settle, text_of, words_of

EDITOR = {"ctrl+" + letter for letter in "acdekuvwxyz"} | {"f6", "f7"}


def all_commands() -> list[type[Command]]:
    for module in pkgutil.iter_modules(tui.__path__):
        if module.name.endswith("commands"):
            importlib.import_module(f"{tui.__name__}.{module.name}")
    return Command.__subclasses__()


def test_everything_about_a_command_comes_from_its_class() -> None:
    binding = GoBack.binding()
    assert (binding.key, binding.action, binding.description) == ("escape", "go_back", "Back")
    assert (binding.id, binding.tooltip) == ("go-back", GoBack.help)
    assert LockNow.binding().action == "app.lock_now"


@pytest.mark.parametrize("command", all_commands(), ids=lambda command: command.__name__)
def test_no_command_takes_a_key_from_the_editor_or_from_the_letters_while_typing(
    command: type[Command],
) -> None:
    keys = set(command.key.split(","))
    assert not (keys - {"ctrl+c"} if command is commands.HowToLeave else keys) & EDITOR
    if command.while_typing:
        assert all(key_to_character(key) is None for key in keys)
    assert command.help[0].isupper()
    assert not command.help.endswith(".")


def test_ids_are_unique() -> None:
    ids = [command.id() for command in all_commands()]
    assert len(ids) == len(set(ids))


async def test_help_is_made_from_the_commands_of_the_page(stage: Stage) -> None:
    async with stage.open((120, 40)) as pilot:
        await press(pilot, "l", "question_mark")
        assert isinstance(pilot.app.screen, HelpDialog)
        said = words_of(pilot)
        for command in LibraryPage.PAGE_COMMANDS:
            if command is not commands.ShowAllQuestions:
                assert " ".join(command.help.split()[:4]) in said
        assert "ctrl+l" in said
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, LibraryPage)


async def test_the_palette_does_what_it_names_and_has_no_screenshot(stage: Stage) -> None:
    async with stage.open((120, 40)) as pilot:
        await press(pilot, "ctrl+p")
        entries = " ".join(str(option.prompt) for option in pilot.app.screen.query_one(OptionList)._options)
        assert "Library" in entries
        assert "Lock" in entries
        assert "creenshot" not in entries
        pilot.app.screen.query_one(Input).value = "library"
        await settle(pilot)
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, LibraryPage)


async def test_letters_are_letters_while_somebody_types(stage: Stage) -> None:
    async with stage.open() as pilot:
        await press(pilot, "l", "f")
        await pilot.press("l", "question_mark", "t")
        assert pilot.app.screen.query_one("#words", Input).value == "l?t"
        assert "Library" not in text_of(pilot).splitlines()[-1]


async def test_settings_are_kept_and_hold_at_once(stage: Stage) -> None:
    async with stage.open() as pilot:
        await press(pilot, "f2")
        await fill(pilot, theme="light", minutes="7", procedure="Ring the hub: 01234", support="Ring Sam")
        pilot.app.screen.query_one("#minutes", Input).focus()
        await settle(pilot)
        await press(pilot, "enter")
        assert pilot.app.theme == "reflect-light"
        assert pilot.app.settings.lock_after_minutes == 7
    kept = stage.workspace.settings()
    assert (kept.theme, kept.local_procedure, kept.support_line) == (
        "light",
        "Ring the hub: 01234",
        "Ring Sam",
    )


async def test_a_setting_that_cannot_be_says_so_and_keeps_what_was_typed(stage: Stage) -> None:
    async with stage.open() as pilot:
        await press(pilot, "f2")
        await fill(pilot, minutes="999", procedure="Ring the hub")
        pilot.app.screen.query_one("#minutes", Input).focus()
        await settle(pilot)
        await press(pilot, "enter")
        assert "240" in words_of(pilot)
        assert pilot.app.screen.query_one("#procedure", Input).value == "Ring the hub"
    assert stage.workspace.settings().lock_after_minutes == 15


async def test_two_states_differ_in_words_without_colour(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with stage.open((120, 40)) as pilot:
        await press(pilot, "l")
        everything = text_of(pilot)
        await press(pilot, "f")
        await fill(pilot, words="father")
        await press(pilot, "enter")
        assert "1 of 4 questions" in words_of(pilot)
        assert text_of(pilot) != everything
