"""One command is one small class: its key, footer label, tooltip, palette entry and line of help.

A page lists its commands in `PAGE_COMMANDS` and has a method `action_<name>` for each; the name is the
class's, in snake case. Nothing about a command is written down a second time. A person can give it
another key: the class's `id()` is what a keymap names.
"""

from __future__ import annotations

import re
from typing import ClassVar

from textual.binding import ActiveBinding, Binding

_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")
_BY_ID: dict[str, type[Command]] = {}


class Command:
    """Something that a person can do. Only keys with ctrl, function keys and escape act while typing."""

    key: ClassVar[str]
    label: ClassVar[str]
    help: ClassVar[str]
    in_footer: ClassVar[bool] = True
    in_palette: ClassVar[bool] = True
    while_typing: ClassVar[bool] = False
    of_app: ClassVar[bool] = False

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        _BY_ID[cls.id()] = cls

    @classmethod
    def action(cls) -> str:
        """The name of the action: `GoBack` is `go_back`, done by a method `action_go_back`."""
        return _CAPITAL.sub("_", cls.__name__).lower()

    @classmethod
    def id(cls) -> str:
        """The name by which a keymap gives the command another key: `go-back`."""
        return cls.action().replace("_", "-")

    @classmethod
    def binding(cls) -> Binding:
        """The command as Textual wants it bound."""
        return Binding(
            cls.key,
            f"app.{cls.action()}" if cls.of_app else cls.action(),
            cls.label,
            show=cls.in_footer,
            tooltip=cls.help,
            priority=cls.while_typing,
            id=cls.id(),
        )


def command_of(active: ActiveBinding) -> type[Command] | None:
    """The command behind a binding that acts at this moment; None for the widgets' own keys."""
    return _BY_ID.get(active.binding.id or "")


def all_commands() -> tuple[type[Command], ...]:
    """The commands whose modules are loaded."""
    return tuple(_BY_ID.values())


class ShowHelp(Command):
    """Generated from the commands that can be given at this moment."""

    key = "f1,question_mark"
    label = "Help"
    help = "Show what can be done here, and with which key"
    of_app = True
    in_palette = False


class AllCommands(Command):
    """The palette."""

    key = "ctrl+p"
    label = "Commands"
    help = "Find a command by its name"
    of_app = True
    in_footer = False
    in_palette = False
    while_typing = True


class LockNow(Command):
    """Takes what is private off the screen and out of memory."""

    key = "ctrl+l"
    label = "Lock"
    help = "Save, close the workspace and ask for the passphrase again"
    of_app = True
    in_footer = False
    while_typing = True


class ChangeSettings(Command):
    """Theme, lock, local procedure."""

    key = "f2"
    label = "Settings"
    help = "Light or dark, when to lock, and the local procedure"
    of_app = True
    in_footer = False


class ChangeTheme(Command):
    """Light or dark at once."""

    key = "f9"
    label = "Light or dark"
    help = "Change between the light and the dark colours"
    of_app = True
    in_footer = False


class Leave(Command):
    """Ends the program in good order."""

    key = "ctrl+q"
    label = "Leave"
    help = "Save and leave"
    of_app = True
    in_footer = False
    while_typing = True


class HowToLeave(Command):
    """For the fingers that know ctrl+c."""

    key = "ctrl+c"
    label = "How to leave"
    help = "Say how to leave"
    of_app = True
    in_footer = False
    in_palette = False


class GoBack(Command):
    """One page back; what was typed is saved first."""

    key = "escape"
    label = "Back"
    help = "Go back to the page before"


class GoToday(Command):
    """The first page."""

    key = "t"
    label = "Today"
    help = "Go to what is unfinished and the question banks"
    of_app = True
    in_footer = False


class GoToLibrary(Command):
    """All banks, and all their questions."""

    key = "l"
    label = "Library"
    help = "Look through the question banks, and find questions by theme, profession or words"
    of_app = True


class GoToMyReflections(Command):
    """What I have written."""

    key = "m"
    label = "My reflections"
    help = "Read, change or delete what you have written"
    of_app = True


class GoToActions(Command):
    """What I mean to do, and what became of it."""

    key = "a"
    label = "Actions"
    help = "Show what you mean to do: what is due, what waits, and what has lasted"
    of_app = True


class GoToOneToOnes(Command):
    """Whom I supervise, and who supervises me."""

    key = "1"
    label = "One-to-ones"
    help = "Show whom you supervise and who supervises you, when you last met and when you meet next"
    of_app = True


class GoToPeople(Command):
    """Who is here, in which teams, and who supervises whom."""

    key = "p"
    label = "People"
    help = "Show who supervises you and whom you supervise, your teams, and who is here"
    of_app = True
    in_footer = False


class GoToShares(Command):
    """What I show to others, and what they show to me."""

    key = "v"
    label = "Shared"
    help = "Show what you prepared and shared, who opened it, and what is shared with you"
    of_app = True
    in_footer = False


class GoToSearch(Command):
    """My own words, found again."""

    key = "f3,slash"
    label = "Search"
    help = "Find your own words again, in all that you have written; f3 also while typing"
    of_app = True


class GoToLookingBack(Command):
    """A season or a year."""

    key = "b"
    label = "Looking back"
    help = "Look back on a season or a year: themes, what you took away, questions answered again"
    of_app = True
    in_footer = False


class Choose(Command):
    """What Enter does in a list."""

    key = "enter"
    label = "Open"
    help = "Open what is marked in the list"
    in_palette = False


class Reflect(Command):
    """Begins, or goes on, at the question that is marked."""

    key = "r"
    label = "Reflect"
    help = "Reflect on this, one question at a time"


class IntoTab(Command):
    """From the row of tabs into what stands below it."""

    key = "down"
    label = "Into the tab"
    help = "From the row of tabs into what stands below it"
    in_footer = False
    in_palette = False


class FilterQuestions(Command):
    """By theme, shape, profession and words."""

    key = "f,slash"
    label = "Filter"
    help = "Show only questions with a theme, of a kind, for a profession or with some words"


class ShowAllQuestions(Command):
    """Ends the filter."""

    key = "a"
    label = "Show all"
    help = "Show all questions again"


class JoinWithCode(Command):
    """For somebody who was invited."""

    key = "ctrl+n"
    label = "Join with a code"
    help = "You were invited: trade your one-time code for a passphrase of your own"


class UseRecoveryWords(Command):
    """For somebody who no longer knows the passphrase."""

    key = "ctrl+r"
    label = "Recovery words"
    help = "Set a new passphrase with the words that you wrote down"


class CloseDialog(Command):
    """Leaves a dialog, nothing changed."""

    key = "escape"
    label = "Close"
    help = "Close this, and change nothing"
    in_palette = False
