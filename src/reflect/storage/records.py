"""Rows of what a pair keeps together, of what each of the two wrote there, and of their signatures; never without
their circle."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update
from sqlmodel import col

from reflect.storage.past_tables import OneToOneDayRow
from reflect.storage.supervision_tables import MineRecordRow, PairEntryRow, PairRecordRow, PairSignatureRow
from reflect.storage.tables import METADATA

_RECORDS = METADATA.tables["pair_record"]
_DAYS = METADATA.tables["one_to_one_day"]


@dataclass(frozen=True, slots=True)
class KeptRecord:
    """A one-to-one or an agreement as it is stored: states, days and how often one is due in clear, what it says and
    what was signed sealed."""

    id: str
    kind: str
    status: str
    planned: date
    held: date | None
    sealed: bytes
    body: bytes | None = None
    rhythm: str | None = None


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
        return [_kept(row) for row in rows]

    def one(self, record_id: str) -> KeptRecord | None:
        """One record, or None."""
        row = self._connection.execute(
            select(_RECORDS).where(
                col(PairRecordRow.circle_id) == self._circle, col(PairRecordRow.id) == record_id
            )
        ).first()
        return None if row is None else _kept(row)

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
        rhythm: str | None,
        day: date,
    ) -> None:
        """Stores a record, new or changed, and of a one-to-one how it stands at the end of this day."""
        values: dict[str, Any] = {"status": status, "planned": planned, "held": held, "rhythm": rhythm}
        values |= {"sealed": sealed, "body": body}
        changed = self._connection.execute(
            update(PairRecordRow)
            .where(col(PairRecordRow.circle_id) == self._circle, col(PairRecordRow.id) == record_id)
            .values(**values)
        )
        if changed.rowcount == 0:
            self._connection.execute(
                insert(PairRecordRow).values(circle_id=self._circle, id=record_id, kind=kind, **values)
            )
        if kind == "one-to-one":
            self._stand(record_id, day, status, planned, held)

    def stands(self, record_id: str) -> tuple[str, date, date | None] | None:
        """How a one-to-one stands by the last day on which that changed: its state, the day that it is planned for, and
        that on which it was held; or None."""
        last = self._last_day(record_id)
        return None if last is None else (last.status, last.planned, last.held)

    def _stand(self, record_id: str, day: date, status: str, planned: date, held: date | None) -> None:
        """Where it is not as it stood before. What was left on a later day, by a clock that was ahead, is corrected."""
        last = self._last_day(record_id)
        values = {"status": status, "planned": planned, "held": held}
        if last is not None and (last.status, last.planned, last.held) == (status, planned, held):
            return
        if last is None or last.day < day:
            self._connection.execute(
                insert(OneToOneDayRow).values(circle_id=self._circle, record_id=record_id, day=day, **values)
            )
            return
        self._connection.execute(
            update(OneToOneDayRow)
            .where(
                col(OneToOneDayRow.circle_id) == self._circle,
                col(OneToOneDayRow.record_id) == record_id,
                col(OneToOneDayRow.day) == last.day,
            )
            .values(**values)
        )

    def _last_day(self, record_id: str) -> Row[Any] | None:
        return self._connection.execute(
            select(_DAYS)
            .where(col(OneToOneDayRow.circle_id) == self._circle, col(OneToOneDayRow.record_id) == record_id)
            .order_by(col(OneToOneDayRow.day).desc())
            .limit(1)
        ).first()

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


def _kept(row: Row[Any]) -> KeptRecord:
    return KeptRecord(row.id, row.kind, row.status, row.planned, row.held, row.sealed, row.body, row.rhythm)


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
