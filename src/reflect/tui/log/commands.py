"""The ways to the log of a team, to what became of findings and to figures, and what can be done there."""

from __future__ import annotations

from reflect.tui.commands import Command


class GoToLog(Command):
    """The listed actions of a team, for its lead."""

    key = "2"
    label = "Log"
    help = "Show the log of your team: what is late, what is stuck, what lasted"
    of_app = True
    in_footer = False


class GoToLearning(Command):
    """What became of what reviews found."""

    key = "3"
    label = "Learning"
    help = "Show what became of what reviews found: what was agreed, what lasted"
    of_app = True
    in_footer = False


class GoToFigures(Command):
    """Numbers and charts of a team."""

    key = "4"
    label = "Figures"
    help = "Show the figures of your team, with charts; they expose nobody"
    of_app = True
    in_footer = False


class OpenListed(Command):
    """From the log to one action."""

    key = "enter"
    label = "Open"
    help = "Open the marked action: what it says, its history, and what you can do with it"


class OpenFinding(Command):
    """From the learning to one finding."""

    key = "enter"
    label = "Open"
    help = "Open the marked finding: its whole text, its review, and what became of it"


class ShowReviews(Command):
    """What became of each review."""

    key = "r"
    label = "Reviews"
    help = "Say of each review how many of its findings have been taken up"


class LearningPeriod(Command):
    """From when to when."""

    key = "c"
    label = "Period"
    help = "Show only findings of which something on the log moved in a period, as at its last day"


class GroupLog(Command):
    """Other sections."""

    key = "g"
    label = "Group"
    help = "Group by what comes next, by letter, status, theme, level, review or owner"


class SortLog(Command):
    """Another order within them."""

    key = "s"
    label = "Sort"
    help = "Sort by day, by the latest change, or by what was left alone longest"


class FilterLog(Command):
    """Fewer rows."""

    key = "f"
    label = "Filter"
    help = "Show only listed actions: by day, owner, letter, status, theme, level, when they were agreed, or words"


class ShowThese(Command):
    """What the filter asks for, from any of its fields."""

    key = "ctrl+s"
    label = "Show"
    help = "Show the actions that are asked for here"
    while_typing = True


class ShowWholeLog(Command):
    """Ends the filter."""

    key = "x"
    label = "Show all"
    help = "Show the whole log again"


class WhichTeam(Command):
    """One of several."""

    key = "w"
    label = "Team"
    help = "Choose which of your teams is shown"


class AsAt(Command):
    """Another day."""

    key = "d"
    label = "As at"
    help = "Show how it stood at the end of another day"


class BackToNow(Command):
    """Today again."""

    key = "n"
    label = "Now"
    help = "Show how it stands today"


class ShowKey(Command):
    """What the letters mean."""

    key = "k"
    label = "Key"
    help = "Say what each letter means, with the numbers of this workplace"


class MakeReport(Command):
    """A document for a board."""

    key = "e"
    label = "Report"
    help = "Make a report on a period: a document that a board can read"


class WhichNumber(Command):
    """Another number told apart."""

    key = "g"
    label = "Number"
    help = "Choose which number is told apart by theme, level and quarter"


class WhichPeriod(Command):
    """From when to when."""

    key = "c"
    label = "Period"
    help = "Change the period that quarters, the course over time and one-to-ones tell of"


class MonthByMonth(Command):
    """Every number of what is drawn over time."""

    key = "o"
    label = "Over time"
    help = "Say every number over time, month by month"
