"""What can be done with actions: look at them, write one, and every step that one can take."""

from __future__ import annotations

from reflect.tui.commands import Command


class OpenAction(Command):
    """From a list to one action."""

    key = "enter"
    label = "Open"
    help = "Open the marked action: what it says, what comes next, and its history"


class NewAction(Command):
    """From the list of actions."""

    key = "n"
    label = "New"
    help = "Write a new action: what, by when, and how you will know"


class WriteAction(Command):
    """From wherever one thinks of something to do, also while typing."""

    key = "alt+a,f11"
    label = "Write an action"
    help = "Write down one thing to do, or a strength to keep, that comes from what stands here; f11 does the same"
    while_typing = True


class GroupActions(Command):
    """Another order of sections."""

    key = "g"
    label = "Group"
    help = "Group by what comes next, by theme, by level, or not at all"


class SortActions(Command):
    """Another order within them."""

    key = "s"
    label = "Sort"
    help = "Sort by day, or by the latest change"


class FilterActions(Command):
    """Fewer rows."""

    key = "f"
    label = "Filter"
    help = "Show only actions: by words, overdue or due before a day, letter, status, theme or level"


class ShowAllActions(Command):
    """Ends the filter."""

    key = "x"
    label = "Show all"
    help = "Show all actions again"


class OfWhom(Command):
    """Other people's actions."""

    key = "w"
    label = "Whose"
    help = "Show your own actions, those of the people whom you supervise, or those on a team's log"


class ActionsOverTime(Command):
    """The plot, with every number."""

    key = "o"
    label = "Over time"
    help = "Show month by month how many actions were open, done and embedded"


class TakeActionsOut(Command):
    """A file of the actions that a page shows."""

    key = "e"
    label = "Take out"
    help = (
        "Write these actions to a file: a document, a sheet, a calendar, or lines that can be taken in again"
    )


class TakeActionsIn(Command):
    """Actions from a file."""

    key = "i"
    label = "Take in"
    help = "Take in actions from a file of JSON lines, all of them or none"


class KeepAction(Command):
    """What was typed in a dialog is kept, from any of its fields."""

    key = "ctrl+s"
    label = "Keep"
    help = "Go on with what was typed here, as the button says"
    while_typing = True


class LeaveDialog(Command):
    """Out of a dialog in which somebody may have typed."""

    key = "escape"
    label = "Close"
    help = "Close this; what was typed is not dropped unasked"
    in_palette = False


class Agree(Command):
    """From proposed to agreed."""

    key = "g"
    label = "Agree"
    help = "Agree this action, by its day or another one"


class Start(Command):
    """It is on its way."""

    key = "s"
    label = "Start"
    help = "Say that this action is on its way"


class FinishAction(Command):
    """Its owner's claim."""

    key = "d"
    label = "Done"
    help = "Say that it is done, with something that shows it or a day by which that follows"


class AddEvidence(Command):
    """Something that shows it."""

    key = "v"
    label = "Evidence"
    help = "Add something that shows that it was done"


class ConfirmAction(Command):
    """The evidence was seen."""

    key = "f"
    label = "Confirm"
    help = "Confirm that the evidence was seen"


class LookAgain(Command):
    """The re-check."""

    key = "r"
    label = "Re-check"
    help = "See whether it has lasted: the question is asked again, with your old answer beside it"


class AddNote(Command):
    """A line in the history."""

    key = "n"
    label = "Note"
    help = "Add a dated note to the history"


class CarryForward(Command):
    """Not now."""

    key = "c"
    label = "Carry"
    help = "Carry it forward, and say why: a new date, in two parts, to the next stage, or not any more"


class EditAction(Command):
    """Its words."""

    key = "e"
    label = "Edit"
    help = "Change what it says; an agreed date is carried forward instead"


class Block(Command):
    """Something is in the way."""

    key = "k"
    label = "Blocked"
    help = "Say what is in the way"


class Unblock(Command):
    """The way is free."""

    key = "k"
    label = "Free again"
    help = "Say that nothing is in the way any more"


class Escalate(Command):
    """One stage up the local ladder."""

    key = "x"
    label = "Escalate"
    help = "Take it to the next stage of the local ladder"


class SayOutcome(Command):
    """What came of the escalation."""

    key = "o"
    label = "Outcome"
    help = "Say what came of the escalation"


class NotAchieved(Command):
    """It did not happen."""

    key = "h"
    label = "Not achieved"
    help = "Say that it did not happen, and what got in the way"


class Withdraw(Command):
    """It is no longer meant."""

    key = "w"
    label = "Withdraw"
    help = "End it because it is no longer meant, and say why"


class UndoLast(Command):
    """The last change of this action."""

    key = "u"
    label = "Undo"
    help = "Take back what was last done with this action; the history keeps both"


class ShowTo(Command):
    """Who can see it."""

    key = "p"
    label = "Who sees it"
    help = "Say who can see this action"


class HandActionOver(Command):
    """Somebody else's from now on."""

    key = "y"
    label = "Hand over"
    help = "Hand it over to somebody else in the team, and say why"


class ShowTrace(Command):
    """Where it comes from and what came of it."""

    key = "i"
    label = "Trace"
    help = (
        "Show the way from the review to its finding, the question, this action, its evidence and its impact"
    )
