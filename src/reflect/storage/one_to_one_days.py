"""What can be counted of one-to-ones and agreements without opening them: how each stood on past days, and what both of
a pair have signed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, func, select
from sqlmodel import col

from reflect.storage.past_tables import OneToOneDayRow
from reflect.storage.supervision_tables import PairRecordRow, PairSignatureRow

_BOTH = 2


@dataclass(frozen=True, slots=True)
class SignedAgreement:
    """An agreement of a pair, by its circle: the day from which it holds, how often a one-to-one is due (None where it
    is of an earlier version), and when the second of the two signed."""

    circle: str
    start: date
    rhythm: str | None
    signed: datetime


class OneToOneDays:
    """Of some pairs, by their circles, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def stood(self, circles: Collection[str], since: date, until: date, as_at: date) -> dict[str, int]:
        """How many one-to-ones were planned for a day in a period, as they stood at the end of a day, by what had
        become of them."""
        of_each = (
            select(
                col(OneToOneDayRow.circle_id),
                col(OneToOneDayRow.record_id),
                func.max(col(OneToOneDayRow.day)).label("day"),
            )
            .where(col(OneToOneDayRow.circle_id).in_(circles), col(OneToOneDayRow.day) <= as_at)
            .group_by(col(OneToOneDayRow.circle_id), col(OneToOneDayRow.record_id))
            .subquery()
        )
        last = (
            (col(OneToOneDayRow.circle_id) == of_each.c.circle_id)
            & (col(OneToOneDayRow.record_id) == of_each.c.record_id)
            & (col(OneToOneDayRow.day) == of_each.c.day)
        )
        rows = self._connection.execute(
            select(col(OneToOneDayRow.status), func.count().label("number"))
            .join(of_each, last)
            .where(col(OneToOneDayRow.planned).between(since, until))
            .group_by(col(OneToOneDayRow.status))
        )
        return {row.status: row.number for row in rows}

    def agreements(self, circles: Collection[str]) -> tuple[SignedAgreement, ...]:
        """Every agreement that both have signed, in the order in which the second of the two did."""
        signed = func.max(col(PairSignatureRow.at)).label("signed")
        rows = self._connection.execute(
            select(
                col(PairRecordRow.circle_id),
                func.coalesce(col(PairRecordRow.held), col(PairRecordRow.planned)),
                col(PairRecordRow.rhythm),
                signed,
            )
            .join(
                PairSignatureRow,
                (col(PairSignatureRow.circle_id) == col(PairRecordRow.circle_id))
                & (col(PairSignatureRow.record_id) == col(PairRecordRow.id)),
            )
            .where(col(PairRecordRow.circle_id).in_(circles), col(PairRecordRow.kind) == "agreement")
            .group_by(col(PairRecordRow.circle_id), col(PairRecordRow.id))
            .having(func.count() == _BOTH)
            .order_by(signed, col(PairRecordRow.id))
        )
        return tuple(SignedAgreement(*row) for row in rows)
