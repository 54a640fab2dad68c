"""What can be done to take one's own words out of the workspace."""

from __future__ import annotations

from reflect.tui.commands import Command


class TakeOut(Command):
    """A document of one's own answers."""

    key = "e"
    label = "Export"
    help = "Write what is listed to a file: a document, a web page, Markdown or JSON"


class WriteIt(Command):
    """The file, from any field of the dialog."""

    key = "ctrl+s"
    label = "Write"
    help = "Go on with the file as it is chosen here"
    while_typing = True


class KeepLine(Command):
    """This line goes out as it is."""

    key = "k"
    label = "Keep"
    help = "Let this line go out as it is"


class MaskLine(Command):
    """What was found in this line is left out."""

    key = "m"
    label = "Mask"
    help = "Leave out what was found in this line; its kind stands there in brackets"


class StopTakingOut(Command):
    """Nothing is written."""

    key = "s,escape"
    label = "Stop"
    help = "Stop here, and write nothing"
