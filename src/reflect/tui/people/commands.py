"""What can be done with people, teams and the links between them."""

from __future__ import annotations

from reflect.tui.commands import Command


class OpenMarked(Command):
    """What Enter does with what is marked."""

    key = "enter"
    label = "Open"
    help = "Open the marked team, or what belongs to the marked person"
    in_palette = False


class NewLink(Command):
    """Who supervises whom."""

    key = "n"
    label = "New link"
    help = "Say who supervises whom, or who covers for a while; both are told"


class EndLink(Command):
    """Not any more."""

    key = "e"
    label = "End link"
    help = "End the marked link; asks first, and both are told"


class NewTeam(Command):
    """A team with its lead."""

    key = "g"
    label = "New team"
    help = "Make a team, with who leads it and who is in it; they are told"


class ChangeTeam(Command):
    """Who is in it, and who leads it."""

    key = "c"
    label = "Change team"
    help = "Change who is in the marked team and who leads it; they are told"


class Invite(Command):
    """Somebody new."""

    key = "i"
    label = "Invite"
    help = "Invite somebody: gives a one-time code to hand to them"


class NewCode(Command):
    """For an invitation that was lost."""

    key = "w"
    label = "New code"
    help = "Make a new one-time code for the marked person; the one before ends"


class Deactivate(Command):
    """Somebody leaves."""

    key = "d"
    label = "Deactivate"
    help = "Close the workspace to the marked person, who leaves; asks first"


class MarkMember(Command):
    """In, or not."""

    key = "space"
    label = "Mark"
    help = "Let the marked person be in the team, or not"


class NotedIt(Command):
    """The code is on paper."""

    key = "n"
    label = "I have noted it"
    help = "Close this: the code is noted down and is not shown again"
    in_palette = False
