"""What can be done with what was written before: find it, set it side by side, let a question come back."""

from __future__ import annotations

from reflect.tui.commands import Command


class OpenFound(Command):
    """From a search to the answer."""

    key = "enter"
    label = "Open"
    help = "Open the marked answer, to read or change it"
    while_typing = True


class NarrowSearch(Command):
    """Fewer answers."""

    key = "f4"
    label = "Narrow"
    help = "Search only in answers on one theme, to one question bank or since a day"


class ThenAndNow(Command):
    """All answers to one question."""

    key = "f5"
    label = "Then and now"
    help = "Show all your answers to this question side by side in time"


class ChangeThen(Command):
    """From reading to writing."""

    key = "enter"
    label = "Change"
    help = "Change the marked answer; the question stays as it was asked"


class EarlierAnswers(Command):
    """Further back than what is on the page."""

    key = "e"
    label = "Earlier"
    help = "Show the answers before these"


class LaterAnswers(Command):
    """Nearer to today."""

    key = "n"
    label = "Later"
    help = "Show the answers after these"


class WhenItReturns(Command):
    """A person's own wish for one question, or for all of them."""

    key = "w"
    label = "When"
    help = "Choose when a question comes back, not now, or never; and whether any come back"


class WhetherAnyReturn(Command):
    """One switch for all of them."""

    key = "c"
    label = "Questions that come back"
    help = "Say by which rule questions come back; let them, or let none"
    in_footer = False


class AnswerAgain(Command):
    """The same question, today."""

    key = "r"
    label = "Answer again"
    help = "Answer this question again, in a new sitting"


class EarlierTime(Command):
    """A season or a year back."""

    key = "e"
    label = "Earlier"
    help = "Look at the season or the year before"


class LaterTime(Command):
    """A season or a year on."""

    key = "n"
    label = "Later"
    help = "Look at the season or the year after"


class SeasonOrYear(Command):
    """How much time is looked at."""

    key = "y"
    label = "Season or year"
    help = "Look back on a whole year, or on one season"
