"""What can be counted of one-to-ones and agreements without opening them: how each stood on past days, and what both of
a pair have signed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime

from reflect.storage.circle_actions import Execute

_BOTH = 2
_STOOD = """
SELECT status, COUNT(*) FROM (
    SELECT status, planned, ROW_NUMBER() OVER (PARTITION BY circle_id, record_id ORDER BY day DESC) AS place
    FROM one_to_one_day WHERE circle_id IN (EACH) AND day <= ?
) AS stood
WHERE place = 1 AND planned BETWEEN ? AND ? GROUP BY status
"""
_AGREED = """
SELECT pair_record.circle_id, COALESCE(held, planned), rhythm, MAX(at) AS signed
FROM pair_record JOIN pair_signature
ON pair_signature.circle_id = pair_record.circle_id AND pair_signature.record_id = pair_record.id
WHERE pair_record.circle_id IN (EACH) AND kind = 'agreement'
GROUP BY pair_record.circle_id, pair_record.id HAVING COUNT(*) = ?
ORDER BY signed, pair_record.id
"""


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

    def __init__(self, execute: Execute) -> None:
        self._execute = execute

    def stood(self, circles: Collection[str], since: date, until: date, as_at: date) -> dict[str, int]:
        """How many one-to-ones were planned for a day in a period, as they stood at the end of a day, by what had
        become of them."""
        rows = self._execute(
            _STOOD.replace("EACH", ", ".join("?" * len(circles))),
            (*circles, as_at.isoformat(), since.isoformat(), until.isoformat()),
        ).fetchall()
        return dict(rows)

    def agreements(self, circles: Collection[str]) -> tuple[SignedAgreement, ...]:
        """Every agreement that both have signed, in the order in which the second of the two did."""
        rows = self._execute(
            _AGREED.replace("EACH", ", ".join("?" * len(circles))), (*circles, _BOTH)
        ).fetchall()
        return tuple(
            SignedAgreement(
                circle, date.fromisoformat(start), rhythm, datetime.fromisoformat(signed).replace(tzinfo=UTC)
            )
            for circle, start, rhythm, signed in rows
        )
