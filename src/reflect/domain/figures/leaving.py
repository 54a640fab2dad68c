"""A report on its way out of the workspace: what stays behind, and which lines could identify somebody: a reminder,
never a clearance."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from reflect.domain.actions.doubtful import DoubtfulWords, doubtful_in
from reflect.domain.figures.log_report import LogReport, TeamReport

FINDING_STAYS = "The finding is left out: its bank is for this place only."


def findings_that_stay(report: LogReport) -> int:
    """How many findings are of banks for this place only."""
    return len(
        {
            (line.bank, line.finding)
            for team in report.teams
            for line in team.learning.lines
            if line.bank in report.local
        }
    )


def without_local(report: LogReport) -> LogReport:
    """The report as it leaves, unless somebody says otherwise: without the words of findings of such banks."""
    return replace(report, teams=tuple(_without_local(team, report.local) for team in report.teams))


def _without_local(team: TeamReport, local: Collection[str]) -> TeamReport:
    lines = tuple(
        replace(line, text=FINDING_STAYS) if line.bank in local else line for line in team.learning.lines
    )
    return replace(team, learning=replace(team.learning, lines=lines))


def doubtful_in_report(report: LogReport, local_words: Collection[str] = ()) -> tuple[DoubtfulWords, ...]:
    """Every such line among what listed actions say in it: what is to be done, and what difference it made. The names
    of their owners are in it as well, always."""
    return tuple(
        line
        for team in report.teams
        for action in team.listed
        for words in (action.what, action.impact)
        if words.strip()
        for line in doubtful_in(action, words, local_words)
    )
