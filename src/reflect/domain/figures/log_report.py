"""All that a report on the log of a team says, as one value: what is printed is only arranged, never counted again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from reflect.domain.actions.action import Action
from reflect.domain.actions.rag import Rag
from reflect.domain.actions.rules import Rules
from reflect.domain.banks import Handling
from reflect.domain.figures.team_figures import LearningView, TeamFigures


@dataclass(frozen=True, slots=True)
class TeamReport:
    """One team's part: figures over everything agreed, what became of each finding, and the listed actions as they
    stood at the end of the day, the soonest day first, with how many have each letter."""

    figures: TeamFigures
    learning: LearningView
    listed: tuple[Action, ...]
    letters: tuple[tuple[Rag, int], ...]

    @property
    def kept(self) -> int:
        """How many of the listed actions are good practice, which has no letter."""
        return len(self.listed) - sum(count for _, count in self.letters)


@dataclass(frozen=True, slots=True)
class LogReport:
    """The report of one or several teams for a period, as at a day. `made` is the day on which it was made and
    `made_by` who made it; `rounded` says that counts over everything agreed are given to the nearest 5. `names` are
    people's names by their ids, `themes` the labels of theme codes, `handling` the strictest label of the banks that
    are quoted, and `local` the banks that are for this place only."""

    made: date
    made_by: str
    since: date
    until: date
    as_at: date
    people: int
    rounded: bool
    handling: Handling
    rules: Rules
    names: Mapping[str, str]
    themes: Mapping[str, str]
    teams: tuple[TeamReport, ...]
    local: frozenset[str] = frozenset()
