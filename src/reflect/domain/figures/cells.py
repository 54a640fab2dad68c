"""The cells of a team's figures: a measure, as a whole or by theme, level, month or finding; and who is behind each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from reflect.domain.actions.action import OPEN
from reflect.domain.actions.rules import USUAL, Rules
from reflect.domain.figures.mark import Mark
from reflect.domain.figures.measures import Measure, of_the_day, standing


class By(StrEnum):
    """How a measure is told apart. Those by level and by the quarter of agreement add up to the whole; an action can
    have several themes, and lead back to several findings. By bank it is told how many have reflected, by stage how far
    escalations have come, by age how long ago open actions were agreed; by status only what is listed is told apart."""

    WHOLE = "whole"
    THEME = "theme"
    LEVEL = "level"
    QUARTER = "quarter"
    FINDING = "finding"
    BANK = "bank"
    STAGE = "stage"
    AGE = "age"
    STATUS = "status"

    __hash__ = str.__hash__


class Cell(NamedTuple):
    """One number of a team. `key` is a theme, a level, the first month of a quarter (`2026-07`), a finding
    (`BANK/FINDING`), a bank, a stage of the ladder or an age (`31-90`, in days); empty for the whole."""

    measure: Measure
    by: By = By.WHOLE
    key: str = ""


_AGES = (("0-30", 30), ("31-90", 90), ("91-180", 180), ("181-", None))
AGES = tuple(age for age, _ in _AGES)
"""For how many days open actions have been agreed, in order."""


def keys_of(mark: Mark) -> Iterator[tuple[By, str]]:
    """Where an action is counted, whatever the measure."""
    yield By.WHOLE, ""
    yield By.LEVEL, mark.level.value
    yield By.QUARTER, quarter_of(mark.agreed)
    for theme in mark.themes:
        yield By.THEME, theme
    for finding in mark.findings:
        yield By.FINDING, finding


def stage_cell(mark: Mark) -> Cell:
    """Where an escalated action is counted by how far its escalation has come."""
    return Cell(Measure.ESCALATED, By.STAGE, str(mark.stage))


def day_cells(mark: Mark, day: date, rules: Rules = USUAL) -> Iterator[Cell]:
    """The cells in which an open action counts on a day and not whatever day it is: what is due, overdue or stuck, and
    for how long it has been open."""
    for measure in of_the_day(mark, day, rules):
        for by, key in keys_of(mark):
            yield Cell(measure, by, key)
    if not mark.keep and mark.status in OPEN:
        yield Cell(Measure.OPEN, By.AGE, age_of(mark.agreed, day))


def standing_cells(mark: Mark) -> Iterator[Cell]:
    """The cells in which an action counts whatever day it is."""
    for measure in standing(mark):
        for by, key in keys_of(mark):
            yield Cell(measure, by, key)
        if measure is Measure.ESCALATED:
            yield stage_cell(mark)


def age_of(agreed: date, day: date) -> str:
    """How long ago something was agreed, as one of `AGES`."""
    days = (day - agreed).days
    return next(age for age, last in _AGES if last is None or days <= last)


def counted(marks: Iterable[Mark], day: date, rules: Rules = USUAL) -> dict[Cell, dict[str, int]]:
    """Who is behind each cell on a day, from the actions themselves."""
    cells: dict[Cell, dict[str, int]] = {}
    for mark in marks:
        for cell in (*standing_cells(mark), *day_cells(mark, day, rules)):
            behind = cells.setdefault(cell, {})
            behind[mark.person] = behind.get(mark.person, 0) + 1
    return cells


def quarter_of(day: date) -> str:
    """The first month of the quarter of a day, such as `2026-07`."""
    return f"{day.year:04}-{(day.month - 1) // 3 * 3 + 1:02}"
