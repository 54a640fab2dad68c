"""What two people of a made-up service keep together, held in memory: the program's own code for supervision writes
there what it would write into a file, and all of it is put into the file at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from reflect.demo.caseload import Rows
from reflect.domain.people import CircleKind
from reflect.services.supervision.record_words import MeetingHead
from reflect.storage.bulk import moment
from reflect.storage.people import Keyholder
from reflect.storage.records import KeptRecord

COLUMNS = {
    "pair_record": ("circle_id", "id", "kind", "status", "planned", "held", "sealed", "body", "rhythm"),
    "one_to_one_day": ("circle_id", "record_id", "day", "status", "planned", "held"),
    "pair_entry": ("circle_id", "record_id", "id", "sealed"),
    "pair_signature": ("circle_id", "record_id", "person_id", "at", "sealed"),
    "mine_record": ("circle_id", "id", "sealed"),
}

Stood = tuple[str, date, date | None]
"""How a one-to-one stood: its state, the day that it is planned for, and that on which it was held."""


class TwoPeople:
    """What a transaction would give of them: it stands in its place. `own` are the circles of what is theirs alone, by
    the ids of the two, and `circle` is that of the pair."""

    def __init__(self, holders: tuple[Keyholder, Keyholder], own: Mapping[str, str], circle: str) -> None:
        self.people = _People(holders)
        self.circles = _Circles(own)
        self._circle = circle
        self._records = PairRecordsKept()
        self._copies: dict[str, Copies] = defaultdict(Copies)

    def pair_records(self, circle_id: str) -> PairRecordsKept:
        """As `Transaction.pair_records`."""
        return self._records

    def mine_records(self, circle_id: str) -> Copies:
        """As `Transaction.mine_records`."""
        return self._copies[circle_id]

    def pair_shares(self, circle_id: str) -> None:
        """Nothing was shared."""

    def rows(self) -> Rows:
        """All of it as rows, those of one record beside each other."""
        rows = self._records.rows(self._circle)
        for circle, copies in sorted(self._copies.items()):
            rows["mine_record"] += [(circle, *row) for row in copies.all()]
        return rows


class PairRecordsKept:
    """As `PairRecords`."""

    def __init__(self) -> None:
        self._records: dict[str, KeptRecord] = {}
        self._entries: dict[str, dict[str, bytes]] = defaultdict(dict)
        self._days: dict[str, dict[date, Stood]] = defaultdict(dict)
        self._signatures: dict[str, list[tuple[str, datetime, bytes]]] = {}

    def one(self, record_id: str) -> KeptRecord | None:
        """As there."""
        return self._records.get(record_id)

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
        """As there: nothing comes here before what came already."""
        self._records[record_id] = KeptRecord(record_id, kind, status, planned, held, sealed, body, rhythm)
        days, stood = self._days[record_id], (status, planned, held)
        if kind == MeetingHead.KIND and (not days or list(days.values())[-1] != stood):
            days[day] = stood

    def entries(self, record_ids: Collection[str]) -> list[tuple[str, str, bytes]]:
        """As there."""
        return [
            (record, id_, sealed) for record in record_ids for id_, sealed in self._entries[record].items()
        ]

    def put_entry(self, record_id: str, entry_id: str, sealed: bytes) -> None:
        """As there."""
        self._entries[record_id][entry_id] = sealed

    def signatures(self) -> dict[str, list[tuple[str, datetime, bytes]]]:
        """As there."""
        return self._signatures

    def sign(self, record_id: str, person_id: str, at: datetime, sealed: bytes) -> None:
        """As there: signatures come in the order of their moments."""
        self._signatures.setdefault(record_id, []).append((person_id, at, sealed))

    def rows(self, circle: str) -> Rows:
        """What was kept, as rows."""
        rows: Rows = defaultdict(list)
        for id_, kept in sorted(self._records.items()):
            clear = _written(kept.status, kept.planned, kept.held)
            rows["pair_record"].append((circle, id_, kept.kind, *clear, kept.sealed, kept.body, kept.rhythm))
            rows["one_to_one_day"] += [
                (circle, id_, day.isoformat(), *_written(*stood)) for day, stood in self._days[id_].items()
            ]
            rows["pair_entry"] += [(circle, id_, *one) for one in sorted(self._entries[id_].items())]
            rows["pair_signature"] += [
                (circle, id_, person, moment(at), sealed)
                for person, at, sealed in sorted(self._signatures.get(id_, ()))
            ]
        return rows


class Copies:
    """As `MineRecords`."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def put(self, record_id: str, sealed: bytes) -> None:
        """As there."""
        self._kept[record_id] = sealed

    def all(self) -> list[tuple[str, bytes]]:
        """As there, in the order of their ids."""
        return sorted(self._kept.items())


@dataclass(frozen=True, slots=True)
class _People:
    """As `PersonTable`."""

    holders: tuple[Keyholder, Keyholder]

    def all(self) -> tuple[Keyholder, ...]:
        return self.holders

    def one(self, person_id: str) -> Keyholder | None:
        return next((holder for holder in self.holders if holder.person.id == person_id), None)


@dataclass(frozen=True, slots=True)
class _Circles:
    """As `CircleTable`."""

    own: Mapping[str, str]

    def of(self, person_id: str, kind: CircleKind) -> list[tuple[str, Any]]:
        return [(self.own[person_id], None)]


def _written(status: str, planned: date, held: date | None) -> tuple[str, str, str | None]:
    return status, planned.isoformat(), None if held is None else held.isoformat()
