"""What can be done with banks of one's own: add them, and take them away."""

from __future__ import annotations

from reflect.tui.commands import Command


class AddBank(Command):
    """A file from a colleague, or one's own."""

    key = "n"
    label = "Add a bank"
    help = "Add a question bank from a file, or a newer version of one; it is checked first"


class AddThisBank(Command):
    """After the look at it."""

    key = "enter"
    label = "Add this bank"
    help = "Add the bank that is shown; an older version is put aside"
    in_palette = False


class RemoveBank(Command):
    """Only what somebody added."""

    key = "x"
    label = "Remove bank"
    help = "Take this bank away again, since somebody added it; answers keep their words"
