"""Rows that belong to one person alone, read as plain columns and never without their circle."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, delete, insert, update
from sqlmodel import col, select

from reflect.storage.tables import MineAnswerRow, MinePageRow, MineReflectionRow, MineVersionRow


class MineTables:
    """One circle's reflections and answers within one transaction. What goes in is sealed already."""

    def __init__(self, connection: Connection, circle_id: str) -> None:
        self._connection = connection
        self._circle = circle_id

    def reflections(self) -> list[tuple[str, bytes]]:
        """Id and sealed head of each sitting."""
        rows = self._connection.execute(
            select(MineReflectionRow.id, MineReflectionRow.head).where(
                col(MineReflectionRow.circle_id) == self._circle
            )
        )
        return [(row.id, row.head) for row in rows]

    def reflection(self, reflection_id: str) -> bytes | None:
        """The sealed head of one sitting."""
        return self._connection.execute(
            select(MineReflectionRow.head).where(
                col(MineReflectionRow.id) == reflection_id, col(MineReflectionRow.circle_id) == self._circle
            )
        ).scalar_one_or_none()

    def reflections_with(self, ids: Collection[str]) -> list[tuple[str, bytes]]:
        """Id and sealed head of the sittings with these ids."""
        wanted = sorted(ids)
        found: list[tuple[str, bytes]] = []
        for start in range(0, len(wanted), 500):
            rows = self._connection.execute(
                select(MineReflectionRow.id, MineReflectionRow.head).where(
                    col(MineReflectionRow.circle_id) == self._circle,
                    col(MineReflectionRow.id).in_(wanted[start : start + 500]),
                )
            )
            found += [(row.id, row.head) for row in rows]
        return found

    def put_reflection(self, reflection_id: str, head: bytes) -> None:
        """Stores a sitting, new or changed."""
        changed = self._connection.execute(
            update(MineReflectionRow)
            .where(
                col(MineReflectionRow.id) == reflection_id, col(MineReflectionRow.circle_id) == self._circle
            )
            .values(head=head)
        )
        if changed.rowcount == 0:
            self._connection.execute(
                insert(MineReflectionRow).values(id=reflection_id, circle_id=self._circle, head=head)
            )

    def cards(self) -> list[tuple[str, bytes]]:
        """Id and sealed card of each answer."""
        rows = self._connection.execute(
            select(MineAnswerRow.id, MineAnswerRow.card).where(col(MineAnswerRow.circle_id) == self._circle)
        )
        return [(row.id, row.card) for row in rows]

    def answer_ids(self, beginning: str) -> list[str]:
        """The ids that begin so."""
        return list(
            self._connection.execute(
                select(MineAnswerRow.id).where(
                    col(MineAnswerRow.circle_id) == self._circle,
                    col(MineAnswerRow.id).startswith(beginning, autoescape=True),
                )
            ).scalars()
        )

    def answers(self, ids: Collection[str]) -> list[tuple[str, bytes, bytes]]:
        """Id, sealed card and sealed body of the answers with these ids."""
        wanted = sorted(ids)
        found: list[tuple[str, bytes, bytes]] = []
        for start in range(0, len(wanted), 500):
            rows = self._connection.execute(
                select(MineAnswerRow.id, MineAnswerRow.card, MineAnswerRow.body).where(
                    col(MineAnswerRow.circle_id) == self._circle,
                    col(MineAnswerRow.id).in_(wanted[start : start + 500]),
                )
            )
            found += [(row.id, row.card, row.body) for row in rows]
        return found

    def put_answer(self, answer_id: str, card: bytes, body: bytes) -> None:
        """Stores an answer, new or changed."""
        changed = self._connection.execute(
            update(MineAnswerRow)
            .where(col(MineAnswerRow.id) == answer_id, col(MineAnswerRow.circle_id) == self._circle)
            .values(card=card, body=body)
        )
        if changed.rowcount == 0:
            self._connection.execute(
                insert(MineAnswerRow).values(id=answer_id, circle_id=self._circle, card=card, body=body)
            )

    def delete_answers(self, ids: Collection[str]) -> None:
        """Takes answers out with their earlier wordings; their bytes are overwritten."""
        for answer_id in ids:
            self._connection.execute(
                delete(MineVersionRow).where(
                    col(MineVersionRow.answer_id) == answer_id, col(MineVersionRow.circle_id) == self._circle
                )
            )
            self._connection.execute(
                delete(MineAnswerRow).where(
                    col(MineAnswerRow.id) == answer_id, col(MineAnswerRow.circle_id) == self._circle
                )
            )

    def delete_reflection(self, reflection_id: str) -> None:
        """Takes a sitting out; its bytes are overwritten."""
        self._connection.execute(
            delete(MineReflectionRow).where(
                col(MineReflectionRow.id) == reflection_id, col(MineReflectionRow.circle_id) == self._circle
            )
        )

    def versions(self, answer_id: str) -> list[tuple[str, bytes]]:
        """Id and sealed wording of each version of an answer."""
        rows = self._connection.execute(
            select(MineVersionRow.id, MineVersionRow.sealed).where(
                col(MineVersionRow.answer_id) == answer_id, col(MineVersionRow.circle_id) == self._circle
            )
        )
        return [(row.id, row.sealed) for row in rows]

    def put_version(self, version_id: str, answer_id: str, sealed: bytes) -> None:
        """Stores an earlier wording; it never changes."""
        self._connection.execute(
            insert(MineVersionRow).values(
                id=version_id, circle_id=self._circle, answer_id=answer_id, sealed=sealed
            )
        )

    def page(self, name: str) -> bytes | None:
        """A sealed page by its name."""
        return self._connection.execute(
            select(MinePageRow.sealed).where(
                col(MinePageRow.circle_id) == self._circle, col(MinePageRow.name) == name
            )
        ).scalar_one_or_none()

    def put_page(self, name: str, sealed: bytes) -> None:
        """Stores a page, new or changed."""
        changed = self._connection.execute(
            update(MinePageRow)
            .where(col(MinePageRow.circle_id) == self._circle, col(MinePageRow.name) == name)
            .values(sealed=sealed)
        )
        if changed.rowcount == 0:
            self._connection.execute(
                insert(MinePageRow).values(circle_id=self._circle, name=name, sealed=sealed)
            )
