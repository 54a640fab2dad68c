"""The listed actions of teams as their marks tell of them, for the log: what is live is read whole, and what is over
window by window, so that years of it cost nothing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from reflect.domain.actions.action import Status
from reflect.domain.figures.cells import By
from reflect.domain.figures.measures import Measure
from reflect.storage.circle_actions import Execute
from reflect.storage.figures import COLUMNS, LIVE, OVER, Figures, StoredMark, stored_mark

Lane = tuple[Status, bool]
"""A status, and whether of good practice."""


class ListedMarks:
    """The marks on the logs of teams, by their ids, within one transaction."""

    def __init__(self, execute: Execute) -> None:
        self._execute = execute

    def live(self, teams: Collection[str]) -> list[StoredMark]:
        """All that are not over: to be done, done, or confirmed and still to be looked at again; in no order."""
        return self._whole(teams, LIVE)

    def over(self, teams: Collection[str]) -> list[StoredMark]:
        """All that are over, in no order."""
        return self._whole(teams, OVER)

    def counts(self, teams: Collection[str]) -> dict[Lane, int]:
        """How many there are of each status, good practice by itself, from the sums."""
        found: dict[Lane, int] = {}
        for team in teams:
            for cell, amount in Figures(self._execute).listed_counts(team, By.STATUS).items():
                lane = Status(cell.key), cell.measure is Measure.GOOD_PRACTICE
                found[lane] = found.get(lane, 0) + amount
        return found

    def over_ids(self, teams: Collection[str], lanes: Collection[Lane], start: int, count: int) -> list[str]:
        """So many ids of what is over, from a place on that counts from 0: of these lanes alone, what changed last
        first, and of one day by id."""
        several, wanted = sorted(teams), sorted({f"{status.value} {int(keep)}" for status, keep in lanes})
        if not several or not wanted:
            return []
        marks = ", ".join("?" * len(wanted))
        one = _OVER_IDS.replace("LANES", marks)
        statement = (
            " UNION ALL ".join([one] * len(several)) + " ORDER BY updated DESC, action_id LIMIT ? OFFSET ?"
        )
        values: Sequence[Any] = [value for team in several for value in (team, *wanted)]
        rows = self._execute(statement, (*values, count, start)).fetchall()
        return [action for action, _ in rows]

    def years(self, team: str) -> dict[str, set[int]]:
        """By theme the years in which listed actions on it were agreed, good practice left out."""
        found: dict[str, set[int]] = {}
        for part in (LIVE, OVER):
            for themes, year in self._execute(_YEARS.replace("PART", part), (team,)).fetchall():
                for theme in themes.split():
                    found.setdefault(theme, set()).add(int(year))
        return found

    def _whole(self, teams: Collection[str], part: str) -> list[StoredMark]:
        statement = _WHOLE.replace("COLUMNS", ", ".join(COLUMNS)).replace("PART", part)
        return [
            stored_mark(row) for team in sorted(teams) for row in self._execute(statement, (team,)).fetchall()
        ]


_WHOLE = "SELECT COLUMNS FROM figure_mark WHERE team_id = ? AND listed = 1 AND PART"
_OVER_IDS = (
    "SELECT action_id, updated FROM figure_mark WHERE team_id = ? AND listed = 1 AND PART "
    "AND status || ' ' || keep IN (LANES)"
).replace("PART", OVER)
_YEARS = (
    "SELECT DISTINCT themes, substr(agreed, 1, 4) FROM figure_mark "
    "WHERE team_id = ? AND listed = 1 AND PART AND keep = 0"
)
