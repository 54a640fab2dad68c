"""A team's figures and what became of each finding, as they may be read. Nothing here can hold anyone's words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reflect.domain.figures.cells import By, Cell
from reflect.domain.figures.measures import Measure


@dataclass(frozen=True, slots=True)
class FigureCell:
    """One number as it stood in the week that began on `week` (a Monday), when it was last shown anew. `value` is
    None where the number is not shown."""

    cell: Cell
    value: int | None
    week: date

    @property
    def suppressed(self) -> bool:
        """Whether there is a number that is not shown."""
        return self.value is None


@dataclass(frozen=True, slots=True)
class TeamFigures:
    """The figures of one team (by name) as at the end of a day. `week` is the Monday of the last week that was
    frozen, None where none was yet; `people` must stand behind a number before it is shown. A cell that is not there
    is a true zero."""

    team: str
    as_at: date
    week: date | None
    people: int
    cells: tuple[FigureCell, ...] = ()

    def cell(self, measure: Measure, by: By = By.WHOLE, key: str = "") -> FigureCell | None:
        """One cell; None is a true zero."""
        wanted = Cell(measure, by, key)
        return next((one for one in self.cells if one.cell == wanted), None)

    def told_apart(self, measure: Measure, by: By) -> tuple[FigureCell, ...]:
        """The cells of a measure by theme, level, month or finding, by their keys."""
        found = (one for one in self.cells if (one.cell.measure, one.cell.by) == (measure, by))
        return tuple(sorted(found, key=lambda one: one.cell.key))


@dataclass(frozen=True, slots=True)
class ListedCounts:
    """Exact counts of the listed actions that lead back to one finding: a lead can count them by hand."""

    agreed: int = 0
    done: int = 0
    confirmed: int = 0
    embedded: int = 0
    escalated: int = 0
    stuck: int = 0


@dataclass(frozen=True, slots=True)
class FindingLine:
    """What became of one finding of one review: figures over everything agreed (None where a number is not shown, 0
    is a true zero) beside the exact counts of what is listed. `last_moved` is the day on which a listed action of it
    last moved, `stubborn` says that one of its themes comes back across reviews and years."""

    bank: str
    bank_title: str
    review: str
    finding: str
    text: str
    themes: tuple[str, ...]
    reflected: int | None
    agreed: int | None
    done: int | None
    confirmed: int | None
    embedded: int | None
    escalated: int | None
    stuck: int | None
    listed: ListedCounts
    last_moved: date | None
    stubborn: bool = False
