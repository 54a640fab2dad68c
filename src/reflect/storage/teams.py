"""Rows of teams and of who is in them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, insert, update
from sqlmodel import col, select

from reflect.domain.links import Team
from reflect.storage.tables import TeamMemberRow, TeamRow


class TeamTable:
    """Teams within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, team: Team) -> None:
        """A new team with its members."""
        self._connection.execute(
            insert(TeamRow).values(id=team.id, name=team.name, lead_id=team.lead, made=team.made)
        )
        for person_id in team.members:
            self.admit(team.id, person_id, team.made)

    def admit(self, team_id: str, person_id: str, at: datetime) -> None:
        """Somebody is in the team from now on."""
        self._connection.execute(insert(TeamMemberRow).values(team_id=team_id, person_id=person_id, since=at))

    def dismiss(self, team_id: str, person_id: str) -> None:
        """Somebody is in the team no longer."""
        self._connection.execute(
            delete(TeamMemberRow).where(
                col(TeamMemberRow.team_id) == team_id, col(TeamMemberRow.person_id) == person_id
            )
        )

    def change_lead(self, team_id: str, person_id: str) -> None:
        """Somebody leads the team from now on."""
        self._connection.execute(update(TeamRow).where(col(TeamRow.id) == team_id).values(lead_id=person_id))

    def all(self) -> tuple[Team, ...]:
        """Every team, by name, its members in the order in which they came."""
        members: dict[str, list[str]] = {}
        for row in self._connection.execute(
            select(TeamMemberRow.team_id, TeamMemberRow.person_id).order_by(
                col(TeamMemberRow.since), col(TeamMemberRow.person_id)
            )
        ):
            members.setdefault(row.team_id, []).append(row.person_id)
        rows = self._connection.execute(
            select(TeamRow.id, TeamRow.name, TeamRow.lead_id, TeamRow.made).order_by(col(TeamRow.name))
        )
        return tuple(
            Team(row.id, row.name, row.lead_id, row.made, tuple(members.get(row.id, ()))) for row in rows
        )
