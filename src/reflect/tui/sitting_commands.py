"""What can be done while reflecting and while reading what was written."""

from __future__ import annotations

from reflect.tui.commands import Command


class NextQuestion(Command):
    """Forwards; at the last question, to the summary."""

    key = "ctrl+n"
    label = "Next"
    help = "Save and go on to the next question; after the last one, to the summary"
    while_typing = True


class PreviousQuestion(Command):
    """Backwards."""

    key = "ctrl+b"
    label = "Back"
    help = "Save and go back to the question before"
    while_typing = True


class SkipQuestion(Command):
    """Leaves a question out, without a reason."""

    key = "ctrl+o"
    label = "Skip"
    help = "Leave this question out for now; the summary leads back to it"
    while_typing = True


class Stop(Command):
    """Ends for today; the sitting waits where it is."""

    key = "escape"
    label = "Stop"
    help = "Stop here: everything is saved, and you can go on from this place another time"


class ShowFinding(Command):
    """Why it is asked."""

    key = "ctrl+r"
    label = "Why"
    help = "Show why this is asked and the finding behind it, or hide them"
    while_typing = True


class FinishSitting(Command):
    """To the summary, and from there to the end."""

    key = "ctrl+f"
    label = "Finish"
    help = "Go to the summary and what you take away; from there, finish"
    while_typing = True


class SaveNow(Command):
    """For the fingers that know ctrl+s."""

    key = "ctrl+s"
    label = "Save"
    help = "Save at once (what you type is also saved by itself)"
    in_footer = False
    while_typing = True


class LocalProcedure(Command):
    """For a worry about a child today."""

    key = "ctrl+g"
    label = "Local procedure"
    help = "Show what to do about a current concern, and where to find support"
    in_footer = False
    while_typing = True


class BeginReading(Command):
    """From the content note to the first question."""

    key = "enter"
    label = "Go on"
    help = "Go on to the first question"


class BackToToday(Command):
    """After the thanks."""

    key = "enter"
    label = "Today"
    help = "Go back to Today"


class OpenReflection(Command):
    """From the list to one sitting."""

    key = "enter"
    label = "Open"
    help = "Read this reflection"


class ChangeAnswer(Command):
    """From reading to writing."""

    key = "enter"
    label = "Change"
    help = "Change what is marked: an answer, or what you take away"


class GoOnWithSitting(Command):
    """Back into an unfinished sitting."""

    key = "g"
    label = "Go on"
    help = "Go on with this reflection where you stopped"


class DeleteAnswer(Command):
    """One answer, for good."""

    key = "d"
    label = "Delete answer"
    help = "Delete the marked answer for good"


class DeleteReflection(Command):
    """A whole sitting, for good."""

    key = "x"
    label = "Delete all"
    help = "Delete this whole reflection for good, with all its answers"


class FilterByBank(Command):
    """Fewer rows."""

    key = "f"
    label = "Bank"
    help = "Show the reflections on one question bank only, or on all"


class CloseNote(Command):
    """Away with a note in front of a page."""

    key = "escape"
    label = "Close"
    help = "Close this and go on where you were"


class KeepIt(Command):
    """The careful answer."""

    key = "escape"
    label = "Change nothing"
    help = "Change nothing and go back"
