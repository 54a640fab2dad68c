"""Whether one is counted in the team's learning."""

from __future__ import annotations

from reflect.tui.commands import Command


class ChangeCounting(Command):
    """Yes or no, changed at any time."""

    key = "c"
    label = "Being counted"
    help = "Say whether your team's learning may count that you reflected; no words are ever counted"
    in_footer = False
