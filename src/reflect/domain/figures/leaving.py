"""Which lines of a report could identify somebody: a reminder before it leaves the workspace, never a clearance."""

from __future__ import annotations

from collections.abc import Collection

from reflect.domain.actions.doubtful import DoubtfulWords, doubtful_in
from reflect.domain.figures.log_report import LogReport


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
