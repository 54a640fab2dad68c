"""Rows of circles and of the keys that their members hold."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, insert, update
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

    def wrapped_for(self, circle_id: str, person_id: str) -> bytes | None:
        """The circle's key as it is wrapped for this person, or None where they have none."""
        return self._connection.execute(
            select(CircleMemberRow.wrapped_key).where(
                col(CircleMemberRow.circle_id) == circle_id, col(CircleMemberRow.person_id) == person_id
            )
        ).scalar_one_or_none()

    def dismiss(self, circle_id: str, person_id: str) -> None:
        """Takes a person's wrap of the circle's key away."""
        self._connection.execute(
            delete(CircleMemberRow).where(
                col(CircleMemberRow.circle_id) == circle_id, col(CircleMemberRow.person_id) == person_id
            )
        )

    def close(self, circle_id: str, at: datetime) -> None:
        """From now on the circle takes no new words."""
        self._connection.execute(update(CircleRow).where(col(CircleRow.id) == circle_id).values(closed=at))

    def close_between(self, kind: CircleKind, one: str, other: str, at: datetime) -> None:
        """From now on no circle of this kind takes new words that both of these people are in."""
        members = [
            select(col(CircleMemberRow.circle_id)).where(col(CircleMemberRow.person_id) == person_id)
            for person_id in (one, other)
        ]
        self._connection.execute(
            update(CircleRow)
            .where(
                col(CircleRow.kind) == kind.value,
                col(CircleRow.closed).is_(None),
                *(col(CircleRow.id).in_(several) for several in members),
            )
            .values(closed=at)
        )

    def members(self, circle_id: str) -> tuple[str, ...]:
        """The ids of those who hold the circle's key, in their order."""
        rows = self._connection.execute(
            select(col(CircleMemberRow.person_id))
            .where(col(CircleMemberRow.circle_id) == circle_id)
            .order_by(col(CircleMemberRow.person_id))
        )
        return tuple(rows.scalars())

    def takes_words(self, circle_id: str) -> bool:
        """Whether the circle is there and not closed."""
        found = self._connection.execute(
            select(CircleRow.id).where(col(CircleRow.id) == circle_id, col(CircleRow.closed).is_(None))
        )
        return found.first() is not None
