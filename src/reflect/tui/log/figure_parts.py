"""The parts of the page of figures, in their order: of one team, and of several side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.content import Content

from reflect.domain.actions.rules import Rules
from reflect.domain.figures.cells import By
from reflect.domain.figures.measures import Measure
from reflect.domain.figures.saying import NONE_YET
from reflect.domain.figures.team_figures import TeamFigures, weeks_of
from reflect.tui.log import figure_words as said
from reflect.tui.log.drawn import wrapped
from reflect.tui.log.figures_over_time import over_time, themes_over_time
from reflect.tui.words import plain

ONE_TO_ONES = "One-to-ones in the period"


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
    """Everything of one team, at a width in cells. Before its first frozen week nothing is known but one-to-ones."""
    parts = [
        *(_frozen(figures, by, width) if figures.week is not None else ()),
        (ONE_TO_ONES, said.one_to_ones(figures, width)),
    ]
    return [
        *(line for title, lines in parts for line in said.titled(title, lines, width)),
        *_rules(figures, width),
    ]


def several_teams(several: Sequence[TeamFigures], by: LookedAt, width: int) -> list[Content]:
    """Teams beside each other, at a width in cells."""
    frozen = next((one for one in several if one.week is not None), None)
    if frozen is None:
        return [
            *(Content(NONE_YET), Content("")),
            *said.titled(ONE_TO_ONES, said.one_to_ones_of_teams(several, width), width),
            *_rules(several[0], width),
        ]
    name, measure = said.name_of(by.measure), by.measure
    standing = weeks_of(several, By.WHOLE, *said.TOLD_APART).in_title
    themes = weeks_of(several, By.THEME, measure).in_title
    return [
        *said.titled(f"How it stands{standing}", said.teams(several, width), width),
        *said.titled(
            f"{name}, by theme{themes}", said.teams_by_theme(several, measure, width, by.label), width
        ),
        *said.titled(ONE_TO_ONES, said.one_to_ones_of_teams(several, width), width),
        *_rules(frozen, width),
    ]


def _frozen(figures: TeamFigures, by: LookedAt, width: int) -> list[tuple[str, list[Content]]]:
    name, measure = said.name_of(by.measure), by.measure

    def weeks(how: By, of: Measure = measure) -> str:
        return figures.weeks(how, of).in_title

    return [
        ("How it stands", said.standing(figures, width)),
        (
            f"{name}, by theme{weeks(By.THEME)}",
            said.by_theme(figures, measure, width, by.label, by.stubborn),
        ),
        (f"{name}, by level{weeks(By.LEVEL)}", said.by_level(figures, measure, width)),
        (f"{name}, by the quarter of agreement{weeks(By.QUARTER)}", said.by_quarter(figures, measure, width)),
        (f"How long ago agreed, of what is open{weeks(By.AGE, Measure.OPEN)}", said.ageing(figures, width)),
        ("Open against closed", over_time(figures, width)),
        (f"{name}, by theme, over the period", themes_over_time(figures, measure, width, by.label)),
        (
            f"Escalated, by the stage reached{weeks(By.STAGE, Measure.ESCALATED)}",
            said.escalations(figures, width, by.rules),
        ),
        (
            f"Reflected, of those who chose to be counted{weeks(By.BANK, Measure.REFLECTED)}",
            said.reflected(figures, width, by.title),
        ),
    ]


def _rules(figures: TeamFigures, width: int) -> list[Content]:
    words = plain(said.rules_words(figures), "$text-muted")
    return said.titled("Under which rules", wrapped(words, width), width)
