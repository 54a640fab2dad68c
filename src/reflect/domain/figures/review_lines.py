"""What became of each review: how many of its findings have been taken up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reflect.domain.figures.team_figures import FindingLine


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One review of a bank by its name, the year in which it was told (None where the bank does not say), how many
    findings it has, and how many of them something was agreed about (None where that is not known). `not_listed` says
    of how many of these nothing is on the log; None for those who do not lead the team. They may read 0 of what others
    have taken up: it stays until enough people stand behind another number."""

    bank: str
    review: str
    year: int | None
    findings: int
    taken_up: int | None
    not_listed: int | None = None

    @property
    def words(self) -> str:
        """In a line: `Child S (2025): 3 of 7 findings taken up`; for those who do not lead no more than is shown."""
        name = f"{self.review} ({self.year})" if self.year else self.review
        return f"{name}: {self._became}"

    @property
    def _became(self) -> str:
        several = f"{self.findings} {'finding' if self.findings == 1 else 'findings'}"
        if self.taken_up is None:
            return several
        told = f"{self.taken_up} of {several} taken up"
        if self.not_listed is not None:
            return f"{told}, {self.not_listed} of them not on the log" if self.not_listed else told
        if not self.taken_up:
            return f"{several}; not shown yet what was taken up"
        return told if self.taken_up == self.findings else f"at least {told}"


def review_lines(
    lines: Iterable[FindingLine], years: Mapping[str, int | None], *, frozen: bool
) -> tuple[ReviewLine, ...]:
    """The reviews of these findings, the latest year first and those without one last; `years` are those of banks.
    Nothing is told that the findings do not tell: a number that is not shown is not nought either."""
    several: dict[tuple[str, str], list[FindingLine]] = {}
    for line in lines:
        several.setdefault((line.bank, line.review), []).append(line)
    found = [
        _review_line(bank, review, years.get(bank), these, frozen=frozen)
        for (bank, review), these in several.items()
    ]
    return tuple(sorted(found, key=lambda one: (-(one.year or 0), one.review.casefold(), one.bank)))


def _review_line(
    bank: str, review: str, year: int | None, lines: list[FindingLine], *, frozen: bool
) -> ReviewLine:
    leads = lines[0].listed is not None
    taken_up = [line for line in lines if is_taken_up(line, frozen=frozen)]
    return ReviewLine(
        bank=bank,
        review=review,
        year=year,
        findings=len(lines),
        taken_up=len(taken_up) if frozen or leads else None,
        not_listed=sum(line.last_moved is None for line in taken_up) if leads else None,
    )


def is_taken_up(line: FindingLine, *, frozen: bool) -> bool:
    """Whether anything was agreed about a finding, or may have been: not shown is not none. `frozen` says whether any
    figure had been shown by then."""
    return (frozen and line.agreed != 0) or (line.listed is not None and line.listed.agreed > 0)
