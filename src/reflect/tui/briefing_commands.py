"""What can be done in seven minutes: read seven panes with a clock that can be stopped, and choose a few questions."""

from __future__ import annotations

from reflect.tui.commands import Command


class SevenMinutes(Command):
    """From a bank with seven panes."""

    key = "7"
    label = "Seven minutes"
    help = "Read this briefing's seven panes, about a minute each, then answer one to three questions"


class BeginBriefing(Command):
    """From the content note to the first pane; the clock begins."""

    key = "enter"
    label = "Begin"
    help = "Begin with the first pane; each stays for about a minute"


class GoOnReading(Command):
    """From the content note to the pane at which one stopped; the clock begins."""

    key = "enter"
    label = "Go on"
    help = "Go on at the pane at which you stopped"


class BeginAgain(Command):
    """From the content note to the first pane, though one had stopped at another."""

    key = "r"
    label = "From the first pane"
    help = "Begin again with the first pane"


class NextPane(Command):
    """Forwards, before the minute is over or without the clock."""

    key = "enter,ctrl+n"
    label = "Go on"
    help = "Go on to the next pane; after the seventh, to the questions"


class PreviousPane(Command):
    """Backwards."""

    key = "ctrl+b"
    label = "Back"
    help = "Go back to the pane before"


class StopTheClock(Command):
    """For those who read at their own pace."""

    key = "space"
    label = "Stop the clock"
    help = "Stop the clock: this pane stays until you go on yourself, and so do the others"


class StartTheClock(Command):
    """For those who want to be carried along."""

    key = "space"
    label = "Start the clock"
    help = "Start the clock again: each pane stays for about a minute"


class ChooseQuestion(Command):
    """In the list of questions."""

    key = "space"
    label = "Choose"
    help = "Choose the marked question, or leave it out again; one to three"


class BeginQuestions(Command):
    """From the choice to the first question."""

    key = "enter"
    label = "Answer these"
    help = "Answer the chosen questions, one at a time"


class StopBriefing(Command):
    """Ends before anything is written."""

    key = "escape"
    label = "Stop"
    help = "Stop here; the next time you go on at the same pane"
