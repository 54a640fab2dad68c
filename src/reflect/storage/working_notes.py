"""Rows of working notes, and of what a supervisee asked for and was given of them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, update
from sqlmodel import col, select

from reflect.storage.supervision_tables import PairNoteRow, WorkingNoteRow


@dataclass(frozen=True, slots=True)
class KeptNote:
    """A working note as it is stored: whom it is about is known by the link; whether it was asked for and every word
    are sealed for its author."""

    id: str
    link: str
    asked: bytes
    sealed: bytes


class WorkingNoteTable:
    """The working notes that one person wrote, within one transaction; never without their own circle."""

    def __init__(self, connection: Connection, circle_id: str) -> None:
        self._connection = connection
        self._circle = circle_id

    def all(self) -> list[KeptNote]:
        """Every note of theirs, in no order."""
        rows = self._connection.execute(
            select(
                col(WorkingNoteRow.id),
                col(WorkingNoteRow.link_id),
                col(WorkingNoteRow.asked),
                col(WorkingNoteRow.sealed),
            ).where(col(WorkingNoteRow.circle_id) == self._circle)
        )
        return [KeptNote(row.id, row.link_id, row.asked, row.sealed) for row in rows]

    def about(self, link_id: str) -> list[str]:
        """The ids of those about the supervisee of one link."""
        return list(
            self._connection.execute(
                select(col(WorkingNoteRow.id)).where(
                    col(WorkingNoteRow.circle_id) == self._circle, col(WorkingNoteRow.link_id) == link_id
                )
            ).scalars()
        )

    def add(self, note_id: str, link_id: str, asked: bytes, sealed: bytes) -> None:
        """A new note."""
        self._connection.execute(
            insert(WorkingNoteRow).values(
                circle_id=self._circle, id=note_id, link_id=link_id, asked=asked, sealed=sealed
            )
        )

    def put_words(self, note_id: str, sealed: bytes) -> None:
        """The words of a note that is there are these now."""
        self._change(note_id, sealed=sealed)

    def put_asked(self, note_id: str, asked: bytes) -> None:
        """Its supervisee has asked for it."""
        self._change(note_id, asked=asked)

    def delete(self, note_id: str) -> None:
        """Takes a note out; its bytes are overwritten."""
        self._connection.execute(
            delete(WorkingNoteRow).where(
                col(WorkingNoteRow.circle_id) == self._circle, col(WorkingNoteRow.id) == note_id
            )
        )

    def _change(self, note_id: str, **values: bytes) -> None:
        self._connection.execute(
            update(WorkingNoteRow)
            .where(col(WorkingNoteRow.circle_id) == self._circle, col(WorkingNoteRow.id) == note_id)
            .values(**values)
        )


class PairNoteTable:
    """What the supervisees of links asked for and were given, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, link_id: str) -> list[tuple[str, str, bytes]]:
        """Circle, id and sealed words of each of one link, in no order."""
        rows = self._connection.execute(
            select(col(PairNoteRow.circle_id), col(PairNoteRow.id), col(PairNoteRow.sealed)).where(
                col(PairNoteRow.link_id) == link_id
            )
        )
        return [(row.circle_id, row.id, row.sealed) for row in rows]

    def add(self, circle_id: str, note_id: str, link_id: str, sealed: bytes) -> None:
        """One more; none ever changes."""
        self._connection.execute(
            insert(PairNoteRow).values(circle_id=circle_id, id=note_id, link_id=link_id, sealed=sealed)
        )
