"""The parts of the page of figures, in their order: of one team, and of several side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.content import Content

from reflect.domain.actions.rules import Rules
from reflect.domain.figures.measures import Measure
from reflect.domain.figures.team_figures import TeamFigures
from reflect.tui.log import figure_words as said
from reflect.tui.log.drawn import wrapped
from reflect.tui.words import plain


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What figures are looked at with: the number that is told apart, the labels of themes and the titles of banks by
    their codes, the themes that are stubborn, and the rules of the workplace."""

    measure: Measure
    label: Callable[[str], str]
    title: Callable[[str], str]
    stubborn: Sequence[str]
    rules: Rules


def one_team(figures: TeamFigures, by: LookedAt, width: int) -> list[Content]:
    """Everything of one team, at a width in cells."""
    name, measure = said.name_of(by.measure), by.measure
    parts = (
        ("How it stands", said.standing(figures, width)),
        (f"{name}, by theme", said.by_theme(figures, measure, width, by.label, by.stubborn)),
        (f"{name}, by level", said.by_level(figures, measure, width)),
        (f"{name}, by the quarter of agreement", said.by_quarter(figures, measure, width)),
        ("How long ago agreed, of what is open", said.ageing(figures, width)),
        ("Open against closed", said.over_time(figures, width)),
        (f"{name}, by theme, over the period", said.themes_over_time(figures, measure, width, by.label)),
        ("Escalated, by the stage reached", said.escalations(figures, width, by.rules)),
        ("Reflected, of those who chose to be counted", said.reflected(figures, width, by.title)),
        ("One-to-ones in the period", said.one_to_ones(figures, width)),
    )
    return [*(line for title, lines in parts for line in said.titled(title, lines)), *_rules(figures, width)]


def several_teams(several: Sequence[TeamFigures], by: LookedAt, width: int) -> list[Content]:
    """Teams beside each other, at a width in cells."""
    name = said.name_of(by.measure)
    return [
        *said.titled("How it stands", said.teams(several, width)),
        *said.titled(f"{name}, by theme", said.teams_by_theme(several, by.measure, width, by.label)),
        *_rules(several[0], width),
    ]


def _rules(figures: TeamFigures, width: int) -> list[Content]:
    words = plain(said.rules_words(figures), "$text-muted")
    return said.titled("Under which rules", wrapped(words, width))
