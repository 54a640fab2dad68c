"""The steps of the seven minutes, and which commands belong to each."""

from __future__ import annotations

from enum import StrEnum

from reflect.tui import briefing_commands as commands
from reflect.tui.acting.commands import WriteAction
from reflect.tui.commands import Command


class Step(StrEnum):
    """Where somebody is in the seven minutes; each is a class of the page."""

    OPENING = "-opening"
    NOTE = "-noting"
    PANES = "-reading"
    CHOICE = "-choosing"


COMMANDS_OF: dict[Step, set[type[Command]]] = {
    Step.NOTE: {commands.BeginBriefing, commands.GoOnReading, commands.BeginAgain},
    Step.PANES: {
        commands.NextPane,
        commands.PreviousPane,
        commands.StopTheClock,
        commands.StartTheClock,
    },
    Step.CHOICE: {
        commands.BeginQuestions,
        commands.ChooseQuestion,
        commands.PreviousPane,
        WriteAction,
    },
}
NOT_ALWAYS = {command.action(): command for of_step in COMMANDS_OF.values() for command in of_step}
