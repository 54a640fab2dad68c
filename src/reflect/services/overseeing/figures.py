"""A team's figures as they were published: from frozen weeks alone, never from what is counted today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect.domain.figures.cells import quarter_of
from reflect.domain.figures.team_figures import TeamFigures
from reflect.services.overseeing.one_to_ones import counted

if TYPE_CHECKING:
    from datetime import date

    from reflect.domain.links import Team
    from reflect.storage.store import Transaction


def read_figures(
    transaction: Transaction,
    team: Team,
    *,
    as_at: date,
    since: date,
    until: date,
    people: int,
    exact: bool,
) -> TeamFigures:
    """The figures of a team as at the end of a day, for a period; `people` must be behind a number now. How many
    one-to-ones there were is for whoever leads the team."""
    publications = transaction.publications
    frozen, first = publications.last_week(team.id, as_at), publications.first_week(team.id, people)
    week = frozen if frozen and first and first <= frozen else None
    quarters = quarter_of(since), quarter_of(until)
    cells, history = ((), ()) if week is None else publications.shown(team.id, week, people, quarters, since)
    return TeamFigures(
        team=team.name,
        as_at=as_at,
        week=week,
        people=people,
        since=since,
        until=until,
        cells=cells,
        history=history,
        one_to_ones=counted(transaction, team, since=since, until=until, as_at=as_at) if exact else None,
        first=None if week is None else first,
        lowered=None if frozen is None else publications.lowered(team.id, frozen),
    )
