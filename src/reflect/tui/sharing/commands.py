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


class ShareSeveral(Command):
    """Several answers at once."""

    key = "w"
    label = "Share several"
    help = "Share this whole reflection or several of its answers at once, or prepare them"


class SharePrepared(Command):
    """What was prepared goes."""

    key = "s"
    label = "Share prepared"
    help = "Share what you prepared with your supervisor: choose the answers, and see what goes"


class ShareFromAll(Command):
    """Any of one's answers."""

    key = "n"
    label = "Share answers"
    help = "Choose among all your answers what to share or to prepare"


class MarkAnswer(Command):
    """An answer goes, or stays."""

    key = "space"
    label = "Mark"
    help = "Let this answer go along, or leave it out"


class MarkAll(Command):
    """All of them, or none."""

    key = "x"
    label = "All or none"
    help = "Mark all answers, or none"


class ChooseLines(Command):
    """A part of an answer."""

    key = "enter"
    label = "Lines"
    help = "Choose which lines of this answer go along"
    in_palette = False


class ShareChosen(Command):
    """Copies go, once they have been seen."""

    key = "s"
    label = "Share"
    help = "Share the marked answers: names are checked line by line, and you see exactly what goes"


class PrepareChosen(Command):
    """For the next one-to-one."""

    key = "p"
    label = "Prepare"
    help = "Mark these answers for your next one-to-one; nobody else sees that"


class TakeTheseLines(Command):
    """Back to the answers."""

    key = "ctrl+s,escape"
    label = "Back to the answers"
    help = "Take the marked lines, and go back to the answers"


class LetThemGo(Command):
    """The last look before copies go."""

    key = "s"
    label = "Share this"
    help = "Share exactly this now"


class WithdrawShare(Command):
    """The copy goes."""

    key = "w"
    label = "Withdraw"
    help = "Take back what is marked: the copy is gone, or the answer is no longer prepared"


class Comment(Command):
    """A supervisor's word on what was shared."""

    key = "c"
    label = "Comment"
    help = "Write a comment, which whoever shared this reads too"
