"""Numbers of a team as lines of words, and what has to be said with them."""

from __future__ import annotations

from collections.abc import Iterable

from reflect.cli.echo import tell
from reflect.domain.figures.saying import NOT_FROZEN, NOT_SHOWN, how_long_a_nought_stays, why_not_shown

_HELD_BACK = (NOT_SHOWN, NOT_FROZEN)


def numbers(several: Iterable[tuple[str, int | str]], week: str = "") -> str:
    """Some numbers in a line, and after those that are shown their `week`: `agreed 12, embedded 7; not shown: open`."""
    known = list(several)
    shown = ", ".join(f"{name} {value}" for name, value in known if value not in _HELD_BACK)
    told = [shown + week] if shown else []
    for why in _HELD_BACK:
        if names := [name for name, value in known if value == why]:
            told.append(f"{why}: {', '.join(names)}")
    return "; ".join(told)


def tell_rules(people: int) -> None:
    """Says what stands behind numbers over everything agreed."""
    tell(
        f"Figures over everything agreed are frozen once a week. A number is not shown where {why_not_shown(people)}; "
        f"{how_long_a_nought_stays(people)}."
    )
