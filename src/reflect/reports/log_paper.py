"""A report on the log as a paper in words: in short, each team, and how to read it. A board that has never seen the app
can read it."""

from __future__ import annotations

from collections.abc import Iterator

from reflect.domain.actions.rag import key_words
from reflect.domain.dates import said, said_short
from reflect.domain.figures.cells import By, Cell
from reflect.domain.figures.log_report import LogReport
from reflect.domain.figures.saying import NOT_YET, Weeks
from reflect.domain.figures.team_figures import TeamFigures, weeks_of
from reflect.reports.action_pages import GOOD_PRACTICE
from reflect.reports.log_charts import TOLD_APART, TOLD_APART_WIDTHS
from reflect.reports.log_findings import Findings
from reflect.reports.log_summary import in_short
from reflect.reports.log_team import team_blocks
from reflect.reports.log_words import (
    RULES,
    Wording,
    facts,
    meanings,
    period,
    rules_of_showing,
    short,
    title,
)
from reflect.reports.pages import label_words
from reflect.reports.paper import Block, Bullets, Facts, Heading, Paper, Remark, Table
from reflect.reports.paper_parts import COURT
from reflect.text import shorten

_LONGEST_FOOT = 80
_WHAT_IT_IS = (
    "Reviews of what happened to children say what should change. This says what was agreed in answer to them, what "
    "was done, and what had lasted when somebody looked again."
)
CONFIDENTIAL = (
    "Confidential. It names people and what they agreed to do: pass it on only to those who need it for their own "
    "work."
)


def log_paper(report: LogReport) -> Paper:
    """The whole report in words."""
    return Paper(
        title=title(report),
        author=report.made_by,
        made=report.made,
        above=(f"Handling: {label_words(report.handling)}",),
        foot=f"{shorten(title(report), _LONGEST_FOOT)}, as at {said_short(report.as_at)}",
        front=(
            _WHAT_IT_IS,
            f"Period: {period(report)}. As at the end of {said(report.as_at)}. Made on {said(report.made)} by "
            f"{report.made_by}. {COURT}",
        ),
        confidential=CONFIDENTIAL,
        blocks=tuple(_blocks(report)),
    )


def _blocks(report: LogReport) -> Iterator[Block]:
    wording, findings = Wording(report), Findings(report)
    yield Heading("In short")
    yield Remark(
        f"These numbers count all so far, up to the end of {said(report.as_at)}. The period narrows only what is told "
        "over time, by quarter, of one-to-ones, and of listed actions one by one.",
        leads=True,
    )
    if not report.teams:
        yield Remark("There is no team to report on.")
    for team in report.teams:
        if len(report.teams) > 1:
            yield Heading(team.figures.team, level=3)
        yield Bullets(tuple(in_short(team, wording)))
    if len(report.teams) > 1:
        yield Heading("The teams side by side")
        yield _side_by_side(wording)
    for team in report.teams:
        yield from team_blocks(team, findings, wording)
    yield from findings.come_back(_stubborn(report), wording)
    yield from findings.in_full()
    yield from _how_to_read(report)


def _stubborn(report: LogReport) -> tuple[str, ...]:
    return tuple(dict.fromkeys(theme for team in report.teams for theme in team.learning.stubborn))


def _side_by_side(wording: Wording) -> Table:
    teams = [team.figures for team in wording.report.teams]
    weeks = weeks_of(teams, By.WHOLE, *TOLD_APART)
    return Table(
        columns=("Team", *map(short, TOLD_APART)),
        widths=TOLD_APART_WIDTHS,
        rows=tuple(
            (team.team, *(_number(team, Cell(one), weeks, wording) for one in TOLD_APART)) for team in teams
        ),
        caption=f"Figures over everything agreed, by team{weeks.in_title}",
        numbers=True,
    )


def _number(team: TeamFigures, cell: Cell, weeks: Weeks, wording: Wording) -> str:
    return NOT_YET if team.week is None else wording.number_of(team, cell, weeks)


def _how_to_read(report: LogReport) -> Iterator[Block]:
    yield Heading("How to read this report")
    yield Heading(RULES, level=3)
    yield Bullets(tuple(rules_of_showing(report)))
    yield Heading("What the letters mean", level=3)
    yield Remark(f"Each letter is how a listed action stood at the end of {said(report.as_at)}.", leads=True)
    letters = (f"{letter.words}: {words}" for letter, words in key_words(report.rules))
    yield Bullets((*letters, GOOD_PRACTICE), together=True)
    yield Heading("What the words mean", level=3)
    yield Facts(meanings(report))
    yield Heading("About this report", level=3)
    yield Facts(facts(report))
