"""Very many new marks at once: their rows and what they come to, gathered where no file is at hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from reflect.storage.figures import COLUMNS, StoredMark, Sum, moves_of, row_of, sum_key, sums_of

if TYPE_CHECKING:
    from reflect.storage.bulk import BulkFile

_SUM_COLUMNS = ("team_id", "listed", "measure", "told_by", "told_key", "person_id", "amount")
_in_the_file = itemgetter(0, 1, 5, 3, 4, 2)


@dataclass(slots=True)
class ManyMarks:
    """Marks of a file that holds none of these actions yet."""

    rows: list[tuple[Any, ...]] = field(default_factory=list)
    sums: Counter[Sum] = field(default_factory=Counter)
    moves: dict[tuple[str, str], date] = field(default_factory=dict)

    @classmethod
    def of(cls, marks: Iterable[StoredMark]) -> ManyMarks:
        """These marks, with their sums."""
        several = list(marks)
        return cls(
            [row_of(stored) for stored in several],
            Counter(one for stored in several for one in sums_of(stored)),
            moves_of(several),
        )

    def add_sums(self, other: ManyMarks) -> None:
        """What others come to, without their rows, which are put in by themselves."""
        self.sums.update(other.sums)
        for which, day in other.moves.items():
            self.moves[which] = max(day, self.moves.get(which, day))

    def put_rows(self, file: BulkFile) -> None:
        """The marks into the file."""
        file.put("figure_mark", COLUMNS, self.rows)

    def put_sums(self, file: BulkFile) -> None:
        """What they come to into a file that holds no sums, or sums of other actions."""
        amounts = _kept(file)
        for which, amount in self.sums.items():
            amounts[sum_key(which)] += amount
        file.execute("DELETE FROM figure_sum", ())
        rows = ((*key, amount) for key, amount in amounts.items())
        file.put("figure_sum", _SUM_COLUMNS, sorted(rows, key=_in_the_file))
        self._put_moves(file)

    def _put_moves(self, file: BulkFile) -> None:
        known: Mapping[tuple[str, str], str] = {
            (team, finding): last
            for team, finding, last in file.execute("SELECT team_id, finding, last FROM finding_moved", ())
        }
        file.execute("DELETE FROM finding_moved", ())
        latest = {which: day.isoformat() for which, day in self.moves.items()}
        latest |= {which: max(last, latest.get(which, last)) for which, last in known.items()}
        rows = ((team, finding, last) for (team, finding), last in sorted(latest.items()))
        file.put("finding_moved", ("team_id", "finding", "last"), rows)


def _kept(file: BulkFile) -> Counter[tuple[Any, ...]]:
    rows = file.execute(
        "SELECT team_id, listed, measure, told_by, told_key, person_id, amount FROM figure_sum", ()
    )
    return Counter({tuple(row[:-1]): row[-1] for row in rows})
