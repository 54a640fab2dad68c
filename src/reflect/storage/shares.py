"""Rows of what two people share, and of where the owner took it from; never without their circle."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, update
from sqlmodel import col, select

from reflect.storage.tables import MineShareRow, PairShareCommentRow, PairShareRow


class PairShares:
    """The shares of one pair within one transaction. What goes in is sealed already."""

    def __init__(self, connection: Connection, circle_id: str) -> None:
        self._connection = connection
        self._circle = circle_id

    def ids(self, beginning: str = "") -> list[str]:
        """The ids that begin so."""
        return list(
            self._connection.execute(
                select(PairShareRow.id).where(
                    col(PairShareRow.circle_id) == self._circle,
                    col(PairShareRow.id).startswith(beginning, autoescape=True),
                )
            ).scalars()
        )

    def all(self) -> list[tuple[str, bytes, bytes]]:
        """Id, sealed copy and sealed moment of opening of each share."""
        rows = self._connection.execute(
            select(PairShareRow.id, PairShareRow.sealed, PairShareRow.opened).where(
                col(PairShareRow.circle_id) == self._circle
            )
        )
        return [(row.id, row.sealed, row.opened) for row in rows]

    def one(self, share_id: str) -> tuple[bytes, bytes] | None:
        """Sealed copy and sealed moment of opening of one share, or None."""
        row = self._connection.execute(
            select(PairShareRow.sealed, PairShareRow.opened).where(
                col(PairShareRow.circle_id) == self._circle, col(PairShareRow.id) == share_id
            )
        ).first()
        return None if row is None else (row.sealed, row.opened)

    def add(self, share_id: str, sealed: bytes, opened: bytes) -> None:
        """A new share; the copy never changes."""
        self._connection.execute(
            insert(PairShareRow).values(circle_id=self._circle, id=share_id, sealed=sealed, opened=opened)
        )

    def open(self, share_id: str, opened: bytes) -> None:
        """The share was opened."""
        self._connection.execute(
            update(PairShareRow)
            .where(col(PairShareRow.circle_id) == self._circle, col(PairShareRow.id) == share_id)
            .values(opened=opened)
        )

    def comments(self, share_id: str) -> list[tuple[str, bytes]]:
        """Id and sealed words of each comment on a share, in no order."""
        rows = self._connection.execute(
            select(PairShareCommentRow.id, PairShareCommentRow.sealed).where(
                col(PairShareCommentRow.circle_id) == self._circle,
                col(PairShareCommentRow.share_id) == share_id,
            )
        )
        return [(row.id, row.sealed) for row in rows]

    def comment(self, share_id: str, comment_id: str, sealed: bytes) -> None:
        """One more comment; none ever changes."""
        self._connection.execute(
            insert(PairShareCommentRow).values(
                circle_id=self._circle, share_id=share_id, id=comment_id, sealed=sealed
            )
        )

    def delete(self, share_id: str) -> None:
        """Takes a share out with the comments on it; their bytes are overwritten."""
        self._connection.execute(
            delete(PairShareCommentRow).where(
                col(PairShareCommentRow.circle_id) == self._circle,
                col(PairShareCommentRow.share_id) == share_id,
            )
        )
        self._connection.execute(
            delete(PairShareRow).where(
                col(PairShareRow.circle_id) == self._circle, col(PairShareRow.id) == share_id
            )
        )


class MineShares:
    """What one person remembers of their shares within one transaction, sealed for them alone."""

    def __init__(self, connection: Connection, circle_id: str) -> None:
        self._connection = connection
        self._circle = circle_id

    def all(self) -> list[tuple[str, bytes]]:
        """Id and sealed words of each."""
        rows = self._connection.execute(
            select(MineShareRow.id, MineShareRow.sealed).where(col(MineShareRow.circle_id) == self._circle)
        )
        return [(row.id, row.sealed) for row in rows]

    def put(self, share_id: str, sealed: bytes) -> None:
        """Stores one, new or changed."""
        changed = self._connection.execute(
            update(MineShareRow)
            .where(col(MineShareRow.circle_id) == self._circle, col(MineShareRow.id) == share_id)
            .values(sealed=sealed)
        )
        if changed.rowcount == 0:
            self._connection.execute(
                insert(MineShareRow).values(circle_id=self._circle, id=share_id, sealed=sealed)
            )
