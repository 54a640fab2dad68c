"""The log, figures and the learning view as JSON, with the keys that the documentation names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from reflect.domain.actions.action import Action
from reflect.domain.actions.event import Event
from reflect.domain.actions.rules import Rules
from reflect.domain.figures.cells import By, Cell
from reflect.domain.figures.measures import Measure
from reflect.domain.figures.team_figures import FigureCell, FindingLine, LearningView, TeamFigures
from reflect.reports.actions_json import action_json


def log_json(
    actions: Iterable[Action],
    histories: Mapping[str, Sequence[Event]],
    *,
    groups: Mapping[str, Sequence[str]],
    names: Mapping[str, str],
    day: date,
    rules: Rules,
) -> list[dict[str, Any]]:
    """Listed actions as they stood at the end of a day, each with the keys of the groups in which it stands. `names`
    are people's names by their ids; an action without a history is left out."""
    return [
        {
            **action_json(action, histories[action.id], names=names, today=day, rules=rules),
            "groups": list(groups.get(action.id, ())),
        }
        for action in actions
        if action.id in histories
    ]


def figures_json(several: Sequence[TeamFigures], threshold: int, as_at: date) -> dict[str, Any]:
    """The figures of some teams as one object. Every number of a whole is there: as 0 of the first week where nothing
    else was ever shown, and not shown where nothing is of the team; any other that is missing is 0 likewise."""
    first = several[0] if several else None
    return {
        "as_at": as_at.isoformat(),
        "period": {
            "from": first.since.isoformat() if first else None,
            "to": first.until.isoformat() if first else None,
        },
        "threshold": threshold,
        "cells": [_cell(figures.team, one) for figures in several for one in _with_wholes(figures)],
        "history": [_cell(figures.team, one) for figures in several for one in figures.history],
        "teams": [_team(figures) for figures in several],
    }


def learning_json(views: Iterable[LearningView]) -> list[dict[str, Any]]:
    """Every line of the learning view of some teams, in their order."""
    return [_line(view, line) for view in views for line in view.lines]


def _with_wholes(figures: TeamFigures) -> list[FigureCell]:
    there = {one.cell for one in figures.cells}
    wholes = [Cell(measure) for measure in Measure if measure is not Measure.DAYS_TO_DONE]
    first = figures.first or date.min
    others = [FigureCell(cell, figures.value(*cell), first) for cell in wholes if cell not in there]
    return sorted((*figures.cells, *others), key=lambda one: one.cell)


def _cell(team: str, one: FigureCell) -> dict[str, Any]:
    cell = one.cell
    return {
        "measure": cell.measure.value,
        "team": team,
        "theme": _key(cell, By.THEME),
        "level": _key(cell, By.LEVEL),
        "month": _key(cell, By.QUARTER),
        "finding": _key(cell, By.FINDING),
        "bank": _key(cell, By.BANK),
        "stage": _key(cell, By.STAGE),
        "age": _key(cell, By.AGE),
        "value": one.value,
        "suppressed": one.suppressed,
        "week": None if one.suppressed else one.week.isoformat(),
    }


def _key(cell: Cell, by: By) -> str | None:
    return cell.key if cell.by is by else None


def _team(figures: TeamFigures) -> dict[str, Any]:
    counts = figures.one_to_ones
    return {
        "team": figures.team,
        "week": figures.week.isoformat() if figures.week else None,
        "one_to_ones": asdict(counts) if counts else None,
    }


def _line(view: LearningView, line: FindingLine) -> dict[str, Any]:
    return {
        "team": view.team,
        "as_at": view.as_at.isoformat(),
        "threshold": view.people,
        "bank": line.bank,
        "bank_title": line.bank_title,
        "review": line.review,
        "finding": line.finding,
        "text": line.text,
        "themes": list(line.themes),
        "reflected": line.reflected,
        "agreed": line.agreed,
        "done": line.done,
        "confirmed": line.confirmed,
        "embedded": line.embedded,
        "escalated": line.escalated,
        "stuck": line.stuck,
        "last_moved": line.last_moved.isoformat() if line.last_moved else None,
        "unfinished": line.unfinished,
        "rechecks_due": line.rechecks,
        "listed": asdict(line.listed) if line.listed else None,
        "stubborn": line.stubborn,
        "stubborn_themes": list(view.stubborn_of(line)),
    }
