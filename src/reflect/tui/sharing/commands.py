"""What can be done to show an answer to one's supervisor, or not any more."""

from __future__ import annotations

from reflect.tui.commands import Command


class ShareAnswer(Command):
    """Everything about who sees the marked answer."""

    key = "s"
    label = "Share"
    help = "Share the marked answer or some of its lines with your supervisor, prepare it, or take it back"


class ShareThisAnswer(Command):
    """The same, while the answer is open to be changed."""

    key = "f8"
    label = "Share"
    help = "Share this answer or some of its lines with your supervisor, prepare it, or take it back"
    in_footer = False
    while_typing = True


class MarkLine(Command):
    """A line goes, or stays."""

    key = "space"
    label = "Mark"
    help = "Let this line go along, or leave it out"


class ShareNow(Command):
    """A copy goes."""

    key = "s"
    label = "Share"
    help = "Share the marked lines now"


class PrepareIt(Command):
    """For the next one-to-one."""

    key = "p"
    label = "Prepare"
    help = "Mark this for your next one-to-one, or no longer; nobody else sees that"


class TakeBack(Command):
    """The copies go."""

    key = "w"
    label = "Take back"
    help = "Withdraw what was shared of this answer: the copy is gone"


class AnotherSupervisor(Command):
    """Where several people supervise one."""

    key = "t"
    label = "To whom"
    help = "Choose another of those who supervise you"
