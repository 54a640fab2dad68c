"""Numbers of a team as lines of words, and what has to be said with them."""

from __future__ import annotations

from collections.abc import Iterable

from reflect.cli.echo import tell
from reflect.domain.figures.saying import fewer


def numbers(several: Iterable[tuple[str, int | str]]) -> str:
    """Some numbers in a line: `agreed 12, open fewer than 5`."""
    return ", ".join(f"{name} {value}" for name, value in several)


def tell_rules(people: int) -> None:
    """Says what stands behind numbers over everything agreed."""
    tell(
        f"Figures over everything agreed are frozen once a week. A number is shown where at least {people} people are "
        f"behind it and it tells on nobody; otherwise it says “{fewer(people)}”. 0 is a true zero."
    )
