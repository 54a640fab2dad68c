"""Rows of what a pair keeps together, of what each of the two wrote there, and of their signatures; never without
their circle."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, delete, insert, select, update
from sqlmodel import col

from reflect.storage.supervision_tables import MineRecordRow, PairEntryRow, PairRecordRow, PairSignatureRow
from reflect.storage.tables import METADATA

_RECORDS = METADATA.tables["pair_record"]


@dataclass(frozen=True, slots=True)
class KeptRecord:
    """A one-to-one or an agreement as it is stored: states and days in clear, what it says and what was signed
    sealed."""

    id: str
    kind: str
    status: str
    planned: date
    held: date | None
    sealed: bytes
    body: bytes | None = None


class PairRecords:
    """The records of one pair within one transaction. What goes in is sealed already."""

    def __init__(self, connection: Connection, circle_id: str) -> None:
        self._connection = connection
        self._circle = circle_id

    def ids(self, kind: str, beginning: str) -> list[str]:
        """The ids of one kind that begin so."""
        return list(
            self._connection.execute(
                select(col(PairRecordRow.id)).where(
                    col(PairRecordRow.circle_id) == self._circle,
                    col(PairRecordRow.kind) == kind,
                    col(PairRecordRow.id).startswith(beginning, autoescape=True),
                )
            ).scalars()
        )

    def all(self, kind: str) -> list[KeptRecord]:
        """Every record of one kind, in no order."""
        rows = self._connection.execute(
            select(_RECORDS).where(
                col(PairRecordRow.circle_id) == self._circle, col(PairRecordRow.kind) == kind
            )
        )
        return [
            KeptRecord(row.id, row.kind, row.status, row.planned, row.held, row.sealed, row.body)
            for row in rows
        ]

    def one(self, record_id: str) -> KeptRecord | None:
        """One record, or None."""
        row = self._connection.execute(
            select(_RECORDS).where(
                col(PairRecordRow.circle_id) == self._circle, col(PairRecordRow.id) == record_id
            )
        ).first()
        if row is None:
            return None
        return KeptRecord(row.id, row.kind, row.status, row.planned, row.held, row.sealed, row.body)

    def put(
        self,
        record_id: str,
        kind: str,
        *,
        status: str,
        planned: date,
        held: date | None,
        sealed: bytes,
        body: bytes | None,
    ) -> None:
        """Stores a record, new or changed."""
        values = {"status": status, "planned": planned, "held": held, "sealed": sealed, "body": body}
        changed = self._connection.execute(
            update(PairRecordRow)
            .where(col(PairRecordRow.circle_id) == self._circle, col(PairRecordRow.id) == record_id)
            .values(**values)
        )
        if changed.rowcount == 0:
            self._connection.execute(
                insert(PairRecordRow).values(circle_id=self._circle, id=record_id, kind=kind, **values)
            )

    def entries(self, record_ids: Collection[str]) -> list[tuple[str, str, bytes]]:
        """Record, id and sealed words of each entry in these records, in no order."""
        rows = self._connection.execute(
            select(col(PairEntryRow.record_id), col(PairEntryRow.id), col(PairEntryRow.sealed)).where(
                col(PairEntryRow.circle_id) == self._circle, col(PairEntryRow.record_id).in_(record_ids)
            )
        )
        return [(row.record_id, row.id, row.sealed) for row in rows]

    def put_entry(self, record_id: str, entry_id: str, sealed: bytes) -> None:
        """Stores an entry, new or changed."""
        changed = self._connection.execute(
            update(PairEntryRow)
            .where(
                col(PairEntryRow.circle_id) == self._circle,
                col(PairEntryRow.record_id) == record_id,
                col(PairEntryRow.id) == entry_id,
            )
            .values(sealed=sealed)
        )
        if changed.rowcount == 0:
            self._connection.execute(
                insert(PairEntryRow).values(
                    circle_id=self._circle, record_id=record_id, id=entry_id, sealed=sealed
                )
            )

    def signatures(self) -> dict[str, list[tuple[str, datetime, bytes]]]:
        """Signer, moment and sealed signature, by the id of the record; the earliest first."""
        rows = self._connection.execute(
            select(
                col(PairSignatureRow.record_id),
                col(PairSignatureRow.person_id),
                col(PairSignatureRow.at),
                col(PairSignatureRow.sealed),
            )
            .where(col(PairSignatureRow.circle_id) == self._circle)
            .order_by(col(PairSignatureRow.at), col(PairSignatureRow.person_id))
        )
        found: dict[str, list[tuple[str, datetime, bytes]]] = {}
        for row in rows:
            found.setdefault(row.record_id, []).append((row.person_id, row.at, row.sealed))
        return found

    def sign(self, record_id: str, person_id: str, at: datetime, sealed: bytes) -> None:
        """One more has signed."""
        self._connection.execute(
            insert(PairSignatureRow).values(
                circle_id=self._circle, record_id=record_id, person_id=person_id, at=at, sealed=sealed
            )
        )

    def unsign(self, record_id: str) -> None:
        """No signature on this record counts any more."""
        self._connection.execute(
            delete(PairSignatureRow).where(
                col(PairSignatureRow.circle_id) == self._circle, col(PairSignatureRow.record_id) == record_id
            )
        )


class MineRecords:
    """One person's own copies within one transaction, sealed for them alone."""

    def __init__(self, connection: Connection, circle_id: str) -> None:
        self._connection = connection
        self._circle = circle_id

    def all(self) -> list[tuple[str, bytes]]:
        """Id and sealed words of each."""
        rows = self._connection.execute(
            select(col(MineRecordRow.id), col(MineRecordRow.sealed)).where(
                col(MineRecordRow.circle_id) == self._circle
            )
        )
        return [(row.id, row.sealed) for row in rows]

    def put(self, record_id: str, sealed: bytes) -> None:
        """Stores one, new or changed."""
        self.delete(record_id)
        self._connection.execute(
            insert(MineRecordRow).values(circle_id=self._circle, id=record_id, sealed=sealed)
        )

    def delete(self, record_id: str) -> None:
        """Takes one out; its bytes are overwritten."""
        self._connection.execute(
            delete(MineRecordRow).where(
                col(MineRecordRow.circle_id) == self._circle, col(MineRecordRow.id) == record_id
            )
        )
