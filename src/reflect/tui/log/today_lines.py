"""The lines of Today for somebody who leads a team: its log, what became of findings, and its figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from textual.widgets.option_list import Option

from reflect.tui.commands import Command
from reflect.tui.log import commands
from reflect.tui.log.words import teams_words
from reflect.tui.today_rows import heading
from reflect.tui.words import columns, plain

_PAGES: Mapping[str, tuple[type[Command], str]] = {
    "log": (
        commands.GoToLog,
        "Enter shows the actions on the log: what is late, what is stuck, what has lasted.",
    ),
    "learning": (commands.GoToLearning, "Enter shows what became of each finding of each review."),
    "figures": (commands.GoToFigures, "Enter shows the figures over everything agreed; they tell of nobody."),
}


def lead_lines(teams: Sequence[str], width: int, key_of: Callable[[type[Command]], str]) -> list[Option]:
    """A line for each page under the names of the teams; nothing for who leads none."""
    if not teams:
        return []
    rows = [
        Option(columns(width, plain(command.label), (f"key {key_of(command)}", 10)), id=f"lead:{name}")
        for name, (command, _) in _PAGES.items()
    ]
    return [heading(f"You lead {teams_words(teams)}"), *rows, heading("")]


def lead_step(name: str) -> str:
    """What Enter does on such a line."""
    return _PAGES[name][1]


def lead_command(name: str) -> type[Command]:
    """Where such a line leads."""
    return _PAGES[name][0]
