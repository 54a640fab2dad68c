"""Rows of links between a supervisor and a supervisee."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, or_, select, update
from sqlmodel import col

from reflect.domain.links import Link
from reflect.storage.tables import METADATA, LinkCircleRow, LinkRow

_IN_ORDER = select(METADATA.tables["link"]).order_by(col(LinkRow.since), col(LinkRow.id))
# Made once: to put a statement together takes longer than to run it, and figures ask at each reading.
_OF_SUPERVISEES = _IN_ORDER.where(col(LinkRow.supervisee_id).in_(bindparam("people", expanding=True)))


class LinkTable:
    """Who supervises whom, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, link: Link) -> None:
        """A new link, for which no key has been made yet."""
        self._connection.execute(
            insert(LinkRow).values(
                id=link.id,
                supervisor_id=link.supervisor,
                supervisee_id=link.supervisee,
                since=link.since,
                until=link.until,
            )
        )

    def end(self, link_id: str, at: datetime) -> None:
        """The link is over."""
        self._connection.execute(update(LinkRow).where(col(LinkRow.id) == link_id).values(ended=at))

    def share(self, link_id: str, circle_id: str, signature: bytes) -> None:
        """The two have a circle from now on, with the supervisee's word that its key is theirs."""
        self._connection.execute(
            update(LinkRow).where(col(LinkRow.id) == link_id).values(circle_id=circle_id, signature=signature)
        )

    def signature(self, link_id: str) -> bytes | None:
        """The supervisee's word that the circle's key is theirs, or None."""
        return self._connection.execute(
            select(col(LinkRow.signature)).where(col(LinkRow.id) == link_id)
        ).scalar_one_or_none()

    def circle_for(self, link_id: str, purpose: str) -> tuple[str, bytes] | None:
        """The circle that the two have besides, for one purpose, and the supervisee's word for its key; or None."""
        row = self._connection.execute(
            select(col(LinkCircleRow.circle_id), col(LinkCircleRow.signature)).where(
                col(LinkCircleRow.link_id) == link_id, col(LinkCircleRow.purpose) == purpose
            )
        ).first()
        return None if row is None else (row.circle_id, row.signature)

    def share_for(self, link_id: str, purpose: str, circle_id: str, signature: bytes) -> None:
        """The two have another circle from now on, for one purpose."""
        self._connection.execute(
            insert(LinkCircleRow).values(
                link_id=link_id, purpose=purpose, circle_id=circle_id, signature=signature
            )
        )

    def one(self, link_id: str) -> Link | None:
        """The link with this id, or None."""
        return next(iter(self._read(col(LinkRow.id) == link_id)), None)

    def of(self, person_id: str) -> tuple[Link, ...]:
        """Every link of this person, on either side, the earliest first."""
        return self._read(
            or_(col(LinkRow.supervisor_id) == person_id, col(LinkRow.supervisee_id) == person_id)
        )

    def of_supervisees(self, person_ids: Collection[str]) -> tuple[Link, ...]:
        """Every link by which one of these people is or was supervised, the earliest first."""
        return _links(self._connection.execute(_OF_SUPERVISEES, {"people": list(person_ids)}))

    def not_ended(self) -> tuple[Link, ...]:
        """Every link of which nobody has written down yet that it is over."""
        return self._read(col(LinkRow.ended).is_(None))

    def all(self) -> tuple[Link, ...]:
        """Every link, the earliest first."""
        return self._read()

    def _read(self, *where: Any) -> tuple[Link, ...]:
        return _links(self._connection.execute(_IN_ORDER.where(*where)))


def _links(rows: Iterable[Row[Any]]) -> tuple[Link, ...]:
    return tuple(
        Link(
            id=row.id,
            supervisor=row.supervisor_id,
            supervisee=row.supervisee_id,
            since=row.since,
            until=row.until,
            ended=row.ended,
            circle=row.circle_id,
        )
        for row in rows
    )
