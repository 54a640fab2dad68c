"""Rows of teams and of who is in them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, bindparam, delete, insert, true, union, update
from sqlmodel import col, select

from reflect.domain.links import Stay, Team
from reflect.storage.past_tables import TeamLeftRow
from reflect.storage.tables import TeamLeadRow, TeamMemberRow, TeamRow

# Made once: to put a statement together takes longer than to run it, and figures ask at each reading.
_HERE = select(TeamMemberRow.person_id, TeamMemberRow.since).where(
    col(TeamMemberRow.team_id) == bindparam("team")
)
_LEFT = select(TeamLeftRow.person_id, TeamLeftRow.since, TeamLeftRow.until).where(
    col(TeamLeftRow.team_id) == bindparam("team")
)


class TeamTable:
    """Teams within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, team: Team) -> None:
        """A new team with its members."""
        self._connection.execute(
            insert(TeamRow).values(id=team.id, name=team.name, lead_id=team.lead, made=team.made)
        )
        self._led_by(team.id, team.lead, team.made)
        for person_id in team.members:
            self.admit(team.id, person_id, team.made)

    def admit(self, team_id: str, person_id: str, at: datetime) -> None:
        """Somebody is in the team from now on."""
        self._connection.execute(insert(TeamMemberRow).values(team_id=team_id, person_id=person_id, since=at))

    def dismiss(self, team_id: str, person_id: str, at: datetime) -> None:
        """Somebody is in the team no longer; that they were stays known."""
        place = (col(TeamMemberRow.team_id) == team_id, col(TeamMemberRow.person_id) == person_id)
        since = self._connection.execute(select(TeamMemberRow.since).where(*place)).scalar_one_or_none()
        if since is None:
            return
        if since < at:
            self._connection.execute(
                insert(TeamLeftRow).values(team_id=team_id, person_id=person_id, since=since, until=at)
            )
        self._connection.execute(delete(TeamMemberRow).where(*place))

    def stays(self, team_id: str) -> tuple[Stay, ...]:
        """Everybody who is or was in the team, in no order."""
        here, left = (self._connection.execute(one, {"team": team_id}) for one in (_HERE, _LEFT))
        return (*(Stay(*row) for row in here), *(Stay(*row) for row in left))

    def change_lead(self, team_id: str, person_id: str, at: datetime) -> None:
        """Somebody leads the team from now on."""
        self._connection.execute(update(TeamRow).where(col(TeamRow.id) == team_id).values(lead_id=person_id))
        if person_id not in self.leads_ever().get(team_id, ()):
            self._led_by(team_id, person_id, at)

    def leads_ever(self) -> dict[str, tuple[str, ...]]:
        """Who leads or has led each team, by the team's id."""
        found: dict[str, list[str]] = {}
        for row in self._connection.execute(
            select(TeamLeadRow.team_id, TeamLeadRow.person_id).order_by(col(TeamLeadRow.since))
        ):
            found.setdefault(row.team_id, []).append(row.person_id)
        return {team_id: tuple(leads) for team_id, leads in found.items()}

    def _led_by(self, team_id: str, person_id: str, at: datetime) -> None:
        self._connection.execute(insert(TeamLeadRow).values(team_id=team_id, person_id=person_id, since=at))

    def all(self) -> tuple[Team, ...]:
        """Every team, by name, its members in the order in which they came."""
        return self._those(true(), true())

    def of(self, person_id: str) -> tuple[Team, ...]:
        """The teams that somebody leads or is in, as `all` gives them."""
        into = select(TeamMemberRow.team_id).where(col(TeamMemberRow.person_id) == person_id)
        led = select(TeamRow.id).where(col(TeamRow.lead_id) == person_id)
        ids = [row[0] for row in self._connection.execute(union(into, led))]
        return self._those(col(TeamRow.id).in_(ids), col(TeamMemberRow.team_id).in_(ids)) if ids else ()

    def _those(self, teams: ColumnElement[bool], in_teams: ColumnElement[bool]) -> tuple[Team, ...]:
        members: dict[str, list[str]] = {}
        for row in self._connection.execute(
            select(TeamMemberRow.team_id, TeamMemberRow.person_id)
            .where(in_teams)
            .order_by(col(TeamMemberRow.since), col(TeamMemberRow.person_id))
        ):
            members.setdefault(row.team_id, []).append(row.person_id)
        rows = self._connection.execute(
            select(TeamRow.id, TeamRow.name, TeamRow.lead_id, TeamRow.made)
            .where(teams)
            .order_by(col(TeamRow.name))
        )
        return tuple(
            Team(row.id, row.name, row.lead_id, row.made, tuple(members.get(row.id, ()))) for row in rows
        )
