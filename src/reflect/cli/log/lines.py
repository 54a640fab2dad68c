"""Numbers of a team as lines of words, and what has to be said with them."""

from __future__ import annotations

from collections.abc import Iterable

from reflect.cli.echo import tell
from reflect.domain.figures.saying import how_long_a_nought_stays, why_not_shown


def numbers(several: Iterable[tuple[str, int | str]]) -> str:
    """Some numbers in a line: `agreed 12, open not shown`."""
    return ", ".join(f"{name} {value}" for name, value in several)


def tell_rules(people: int) -> None:
    """Says what stands behind numbers over everything agreed."""
    tell(
        f"Figures over everything agreed are frozen once a week. A number is not shown where {why_not_shown(people)}; "
        f"{how_long_a_nought_stays(people)}."
    )
