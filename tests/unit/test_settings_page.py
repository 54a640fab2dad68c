"""The page about settings says what the program does."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import fields
from pathlib import Path

from reflect.cli.commands import command_line
from reflect.settings import COMMENTS, IN_THE_ENVIRONMENT, LOCK_MINUTES, THEMES, Settings
from reflect.tui.keymap import read_keymap

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "settings.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[list[str]]:
    """The cells of the table below a heading, without its first two lines."""
    lines = [
        line for line in PAGE.split(heading, 1)[1].split("\n## ")[0].splitlines() if line.startswith("|")
    ]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_each_setting_has_its_line_with_its_usual_value_and_its_comment() -> None:
    usual = Settings()
    assert [(name, value, words) for name, _, value, words in rows("# Settings")] == [
        (f"`{field.name}`", f"`{json.dumps(getattr(usual, field.name))}`", COMMENTS[field.name])
        for field in fields(Settings)
    ]


def test_the_values_are_those_that_the_program_takes() -> None:
    values = {name.strip("`"): said for name, said, _, _ in rows("# Settings")}
    assert values["theme"] == ", ".join(f'`"{theme}"`' for theme in THEMES)
    assert values["lock_after_minutes"] == f"{LOCK_MINUTES.start} to {LOCK_MINUTES.stop - 1}"
    for field in fields(Settings):
        if isinstance(getattr(Settings(), field.name), bool):
            assert values[field.name] == "`true`, `false`"


def test_options_and_variables_are_those_that_the_program_hears() -> None:
    said = rows("## For one run")
    assert {name.strip("`"): variable.strip("`") for name, _, variable in said} == IN_THE_ENVIRONMENT
    options = {option for parameter in command_line().params for option in parameter.opts}
    assert {option.strip("`") for _, option, _ in said if option} <= options


def test_the_example_of_keys_can_be_given() -> None:
    block = re.search(r"```toml\n(.*?)```", PAGE, re.S)
    assert block is not None
    keymap = read_keymap(tomllib.loads(block[1])["keys"])
    assert [str(fault) for fault in keymap.faults] == []
