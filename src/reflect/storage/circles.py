"""Rows of circles and of the keys that their members hold."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, insert
from sqlmodel import col, select

from reflect.domain.people import CircleKind
from reflect.storage.tables import CircleMemberRow, CircleRow


class CircleTable:
    """Circles within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def open(self, circle_id: str, kind: CircleKind, at: datetime) -> None:
        """A new circle, still without members."""
        self._connection.execute(insert(CircleRow).values(id=circle_id, kind=kind.value, opened=at))

    def admit(self, circle_id: str, person_id: str, wrapped_key: bytes, at: datetime) -> None:
        """Gives a person the circle's key, wrapped for them."""
        self._connection.execute(
            insert(CircleMemberRow).values(
                circle_id=circle_id, person_id=person_id, wrapped_key=wrapped_key, since=at
            )
        )

    def of(self, person_id: str, kind: CircleKind) -> tuple[tuple[str, bytes], ...]:
        """The circles of one kind that a person is in: id and wrapped key each."""
        rows = self._connection.execute(
            select(CircleMemberRow.circle_id, CircleMemberRow.wrapped_key)
            .join(CircleRow, col(CircleRow.id) == col(CircleMemberRow.circle_id))
            .where(col(CircleMemberRow.person_id) == person_id, col(CircleRow.kind) == kind.value)
            .order_by(col(CircleRow.opened))
        )
        return tuple((row.circle_id, row.wrapped_key) for row in rows)
