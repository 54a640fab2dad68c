"""What became of each finding of each review, put together from figures that are shown and exact counts of what is
listed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from reflect.domain.actions.action import ENDED
from reflect.domain.actions.groups import Group
from reflect.domain.actions.rules import USUAL, Rules
from reflect.domain.banks import Polarity
from reflect.domain.figures.cells import By, Cell
from reflect.domain.figures.measures import Measure, standing
from reflect.domain.figures.review_lines import review_lines
from reflect.domain.figures.stubborn import stubborn_themes, year_of, years_listed
from reflect.domain.figures.team_figures import FindingLine, LearningView, ListedCounts

if TYPE_CHECKING:
    from reflect.domain.banks import Bank, Finding
    from reflect.domain.figures.log_rows import LogRow
    from reflect.domain.figures.team_figures import FigureCell, TeamFigures


@dataclass(frozen=True, slots=True)
class ListedLearning:
    """What a lead can count by hand: how many listed actions of each finding (`BANK/FINDING`) count in each measure,
    the day on which one of them last moved, by theme the years in which listed actions were agreed, and of each finding
    how many are neither embedded nor ended and for how many a re-check is due."""

    counts: Mapping[Cell, int] = field(default_factory=dict)
    last_moved: Mapping[str, date] = field(default_factory=dict)
    years: Mapping[str, Collection[int]] = field(default_factory=dict)
    unfinished: Mapping[str, int] = field(default_factory=dict)
    rechecks: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Iterable[LogRow], day: date, rules: Rules = USUAL) -> ListedLearning:
        """The same counted from the listed actions themselves."""
        rows = list(rows)
        marks = [row.mark for row in rows]
        moved: dict[str, list[date]] = defaultdict(list)
        for mark in marks:
            for finding in mark.findings:
                moved[finding].append(mark.updated)
        counts: Counter[Cell] = Counter()
        for mark in marks:
            for measure in standing(mark):
                counts.update(Cell(measure, By.FINDING, finding) for finding in mark.findings)
        last_moved = {finding: max(days) for finding, days in moved.items()}
        return cls.of_live(counts, last_moved, years_listed(marks), rows, day, rules)

    @classmethod
    def of_live(
        cls,
        standing: Mapping[Cell, int],
        last_moved: Mapping[str, date],
        years: Mapping[str, Collection[int]],
        rows: Iterable[LogRow],
        day: date,
        rules: Rules = USUAL,
    ) -> ListedLearning:
        """What does not depend on the day, and the rest counted from these rows: of what is over none is needed."""
        stuck: Counter[Cell] = Counter()
        unfinished: Counter[str] = Counter()
        rechecks: Counter[str] = Counter()
        for row in rows:
            mark = row.mark
            if not mark.findings or mark.status in ENDED:
                continue
            unfinished.update(mark.findings)
            if row.group(day, rules) is Group.RECHECK:
                rechecks.update(mark.findings)
            if row.is_stuck(day, rules):
                stuck.update(Cell(Measure.STUCK, By.FINDING, finding) for finding in mark.findings)
        return cls({**standing, **stuck}, last_moved, years, unfinished, rechecks)

    def of_finding(self, finding: str) -> ListedCounts:
        """The exact counts of one finding."""
        return ListedCounts(
            **{
                name: self.counts.get(Cell(measure, By.FINDING, finding), 0)
                for name, measure in COUNTED.items()
            }
        )


COUNTED: Mapping[str, Measure] = {
    "agreed": Measure.AGREED,
    "done": Measure.AWAITING,
    "confirmed": Measure.CONFIRMED,
    "embedded": Measure.EMBEDDED,
    "escalated": Measure.ESCALATED,
    "stuck": Measure.STUCK,
}
"""What is said of each finding, by the measure behind it: *agreed* are all, and each of these stands in at most one of
done (and not confirmed yet), confirmed and embedded."""


def learning_view(banks: Sequence[Bank], figures: TeamFigures, listed: ListedLearning | None) -> LearningView:
    """The findings of these banks: those that were left alone longest first, never moved before all others, those where
    nothing is left to do after them, and otherwise in the order of the banks. `figures` hold all that was ever shown of
    the team's themes, `listed` is None for those who do not lead it."""
    shown = {one.cell: one for one in figures.cells} if figures.week is not None else None
    stubborn = stubborn_themes(banks, figures.history, listed.years if listed else {}, figures.as_at)
    lines = [
        _line(bank, finding, shown, listed, frozenset(stubborn))
        for bank in banks
        for finding in bank.findings
    ]
    lines.sort(key=lambda line: (line.nothing_left, line.last_moved or date.min))
    return LearningView(
        team=figures.team,
        as_at=figures.as_at,
        people=figures.people,
        lines=tuple(lines),
        stubborn=tuple(stubborn),
        years=tuple(stubborn.items()),
        frozen=figures.week is not None,
        week=figures.week,
        reviews=review_lines(
            lines, {bank.id: year_of(bank) for bank in banks}, frozen=figures.week is not None
        ),
    )


def _line(
    bank: Bank,
    finding: Finding,
    shown: Mapping[Cell, FigureCell] | None,
    listed: ListedLearning | None,
    stubborn: frozenset[str],
) -> FindingLine:
    full = f"{bank.id}/{finding.id}"
    review = bank.review(finding.review)

    figures = {"reflected": Cell(Measure.REFLECTED, By.BANK, bank.id)} | {
        name: Cell(measure, By.FINDING, full) for name, measure in COUNTED.items()
    }
    found = {name: (shown or {}).get(cell) for name, cell in figures.items()}
    nothing = None if shown is None else 0

    return FindingLine(
        bank=bank.id,
        bank_title=bank.title,
        review=review.name if review else bank.document.title,
        finding=finding.id,
        text=finding.text,
        themes=finding.themes,
        **{name: one.value if one else nothing for name, one in found.items()},
        listed=listed.of_finding(full) if listed else None,
        last_moved=listed.last_moved.get(full) if listed else None,
        unfinished=listed.unfinished.get(full, 0) if listed else None,
        rechecks=listed.rechecks.get(full, 0) if listed else None,
        stubborn=finding.polarity is Polarity.STRENGTHEN and not stubborn.isdisjoint(finding.themes),
        weeks=tuple((name, one.week) for name, one in found.items() if one and not one.suppressed),
    )
