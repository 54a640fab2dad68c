"""What carries figures has no place in which anybody's words could stand: names of teams, days, numbers, codes of
closed sets, and of a finding what its bank says of it, which everybody reads in the library."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any, get_args, get_type_hints

import pytest

from reflect.domain.figures.cells import Cell
from reflect.domain.figures.review_lines import ReviewLine
from reflect.domain.figures.team_figures import (
    FigureCell,
    FindingLine,
    LearningView,
    ListedCounts,
    OneToOneCounts,
    TeamFigures,
)

CARRYING = (TeamFigures, FigureCell, OneToOneCounts, ListedCounts, FindingLine, LearningView, ReviewLine)
SAID = {
    (TeamFigures, "team"): "a team by its name",
    (LearningView, "team"): "a team by its name",
    (Cell, "key"): "a code",
    (LearningView, "stubborn"): "codes of themes",
    (LearningView, "years"): "codes of themes with numbers",
    (FindingLine, "themes"): "codes of themes",
    (FindingLine, "bank"): "the id of a bank",
    (FindingLine, "finding"): "the id of a finding",
    (FindingLine, "bank_title"): "of the bank",
    (FindingLine, "review"): "of the bank",
    (FindingLine, "text"): "of the bank",
    (ReviewLine, "bank"): "the id of a bank",
    (ReviewLine, "review"): "of the bank",
    (FindingLine, "weeks"): "names of numbers with days",
}
"""Every text that any of these holds."""
PLAIN = (int, bool, date, type(None), ...)


def texts_in(kind: Any) -> bool:
    """Whether a value of this type could hold words that are not held by one of these types."""
    if parts := get_args(kind):
        return any(texts_in(part) for part in parts)
    if kind in (*CARRYING, Cell) or (isinstance(kind, type) and issubclass(kind, Enum)):
        return False
    if is_dataclass(kind):
        return any(map(texts_in, get_type_hints(kind).values()))
    return kind not in PLAIN


@pytest.mark.parametrize("kind", [*CARRYING, Cell])
def test_only_texts_that_are_known_stand_beside_figures(kind: type) -> None:
    hints = get_type_hints(kind)
    names = kind._fields if issubclass(kind, tuple) else [one.name for one in fields(kind)]
    assert {(kind, name) for name in names if texts_in(hints[name])} == {
        one for one in SAID if one[0] is kind
    }
