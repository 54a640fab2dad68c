"""Rows of what people are to be told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, insert, select, update
from sqlmodel import col

from reflect.domain.telling import Notice, NoticeKind
from reflect.storage.tables import METADATA, NoticeRow


class NoticeTable:
    """What people are to be told, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, notice: Notice) -> None:
        """Something that a person is to be told."""
        self._connection.execute(
            insert(NoticeRow).values(
                id=notice.id,
                person_id=notice.person,
                at=notice.at,
                kind=notice.kind.value,
                link_id=notice.link,
                team_id=notice.team,
                about_id=notice.about,
            )
        )

    def waiting_for(self, person_id: str) -> tuple[Notice, ...]:
        """What this person has not been told yet, the earliest first."""
        rows = self._connection.execute(
            select(METADATA.tables["notice"])
            .where(
                col(NoticeRow.person_id) == person_id,
                col(NoticeRow.told).is_(None),
                col(NoticeRow.kind).in_([kind.value for kind in NoticeKind]),  # a newer version may know more
            )
            .order_by(col(NoticeRow.at), col(NoticeRow.id))
        )
        return tuple(
            Notice(
                id=row.id,
                person=row.person_id,
                at=row.at,
                kind=NoticeKind(row.kind),
                link=row.link_id,
                team=row.team_id,
                about=row.about_id,
            )
            for row in rows
        )

    def told(self, person_id: str, ids: Iterable[str], at: datetime) -> None:
        """The person has been told these; those of others stay as they are."""
        self._connection.execute(
            update(NoticeRow)
            .where(
                col(NoticeRow.id).in_(list(ids)),
                col(NoticeRow.person_id) == person_id,
                col(NoticeRow.told).is_(None),
            )
            .values(told=at)
        )
