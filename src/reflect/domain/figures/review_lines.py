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
    findings it has, and how many of them something was agreed about; None where that is not known."""

    bank: str
    review: str
    year: int | None
    findings: int
    taken_up: int | None

    @property
    def words(self) -> str:
        """In a line: `Child S (2025): 3 of 7 findings taken up`."""
        name = f"{self.review} ({self.year})" if self.year else self.review
        several = f"{self.findings} {'finding' if self.findings == 1 else 'findings'}"
        return f"{name}: {several if self.taken_up is None else f'{self.taken_up} of {several} taken up'}"


def review_lines(
    lines: Iterable[FindingLine], years: Mapping[str, int | None], *, frozen: bool
) -> tuple[ReviewLine, ...]:
    """The reviews of these findings, the latest year first and those without one last; `years` are those of banks.
    Nothing is told that the findings do not tell: a number that is not shown is not nought either."""
    several: dict[tuple[str, str], list[FindingLine]] = {}
    for line in lines:
        several.setdefault((line.bank, line.review), []).append(line)
    found = [
        ReviewLine(
            bank=bank,
            review=review,
            year=years.get(bank),
            findings=len(these),
            taken_up=sum(_is_taken_up(line, frozen=frozen) for line in these)
            if frozen or these[0].listed is not None
            else None,
        )
        for (bank, review), these in several.items()
    ]
    return tuple(sorted(found, key=lambda one: (-(one.year or 0), one.review.casefold(), one.bank)))


def _is_taken_up(line: FindingLine, *, frozen: bool) -> bool:
    return (frozen and line.agreed != 0) or (line.listed is not None and line.listed.agreed > 0)
