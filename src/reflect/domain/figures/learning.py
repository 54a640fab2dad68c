"""What became of each finding of each review, put together from figures that are shown and exact counts of what is
listed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from reflect.domain.actions.rules import USUAL, Rules
from reflect.domain.banks import Polarity
from reflect.domain.figures.cells import By, Cell
from reflect.domain.figures.measures import Measure, of_the_day, standing
from reflect.domain.figures.review_lines import review_lines
from reflect.domain.figures.stubborn import stubborn_themes, year_of, years_listed
from reflect.domain.figures.team_figures import FindingLine, LearningView, ListedCounts

if TYPE_CHECKING:
    from reflect.domain.banks import Bank, Finding
    from reflect.domain.figures.mark import Mark
    from reflect.domain.figures.team_figures import FigureCell, TeamFigures


@dataclass(frozen=True, slots=True)
class ListedLearning:
    """What a lead can count by hand: how many listed actions of each finding (`BANK/FINDING`) count in each measure,
    the day on which one of them last moved, and by theme the years in which listed actions were agreed."""

    counts: Mapping[Cell, int] = field(default_factory=dict)
    last_moved: Mapping[str, date] = field(default_factory=dict)
    years: Mapping[str, Collection[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, marks: Sequence[Mark], day: date, rules: Rules = USUAL) -> ListedLearning:
        """The same counted from the listed actions themselves."""
        moved: dict[str, list[date]] = defaultdict(list)
        for mark in marks:
            for finding in mark.findings:
                moved[finding].append(mark.updated)
        counts: Counter[Cell] = Counter()
        for mark in marks:
            for measure in standing(mark):
                counts.update(Cell(measure, By.FINDING, finding) for finding in mark.findings)
        counts.update(stuck_by_finding(marks, day, rules))
        return cls(counts, {finding: max(days) for finding, days in moved.items()}, years_listed(marks))

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


def stuck_by_finding(marks: Iterable[Mark], day: date, rules: Rules = USUAL) -> Counter[Cell]:
    """How many of these actions of each finding are stuck on a day."""
    return Counter(
        Cell(Measure.STUCK, By.FINDING, finding)
        for mark in marks
        if Measure.STUCK in of_the_day(mark, day, rules)
        for finding in mark.findings
    )


def learning_view(banks: Sequence[Bank], figures: TeamFigures, listed: ListedLearning | None) -> LearningView:
    """The findings of these banks: those that were left alone longest first, never moved before all others, and
    otherwise in the order of the banks. `figures` hold all that was ever shown of the team's themes, `listed` is None
    for those who do not lead it."""
    shown = {one.cell: one for one in figures.cells} if figures.week is not None else None
    stubborn = stubborn_themes(banks, figures.history, listed.years if listed else {}, figures.as_at)
    lines = [
        _line(bank, finding, shown, listed, frozenset(stubborn))
        for bank in banks
        for finding in bank.findings
    ]
    lines.sort(key=lambda line: line.last_moved or date.min)
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
        stubborn=finding.polarity is Polarity.STRENGTHEN and not stubborn.isdisjoint(finding.themes),
        weeks=tuple((name, one.week) for name, one in found.items() if one and not one.suppressed),
    )
