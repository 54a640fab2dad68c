"""`reflect log figures`: figures over everything agreed, frozen once a week, that expose nobody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from reflect.cli.actions.options import AsAt, AsJson
from reflect.cli.door import door_of
from reflect.cli.echo import echo_json, echo_lines, in_columns, tell
from reflect.cli.log.lines import numbers, tell_rules
from reflect.cli.log.options import From, OfTeam, To, period_meant
from reflect.cli.paging import page_of
from reflect.domain.actions.action import Level
from reflect.domain.dates import said
from reflect.domain.figures.cells import AGES, By, Cell
from reflect.domain.figures.measures import Measure
from reflect.domain.figures.saying import (
    NONE_YET,
    OF_WEEK,
    age_words,
    as_shown,
    of_week,
    quarter_words,
    what_is_due,
    when_they_begin,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reflect.domain.actions.rules import Rules
    from reflect.domain.figures.saying import Weeks
    from reflect.domain.figures.team_figures import TeamFigures
    from reflect.domain.themes import Vocabulary

_MARGIN = "  "
_ITS_TOOL = "Its tool is the listed log, which its lead sees whole: reflect log actions"
_WHOLES = (
    Measure.AGREED, Measure.OPEN, Measure.DUE, Measure.OVERDUE, Measure.STUCK, Measure.AWAITING, Measure.CONFIRMED,
    Measure.EMBEDDED, Measure.ENDED, Measure.CARRIED, Measure.ESCALATED, Measure.IMPACT, Measure.GOOD_PRACTICE,
    Measure.REFLECTED, Measure.DAYS_TO_DONE,
)  # fmt: skip
_IN_A_LINE = (
    Measure.AGREED, Measure.OPEN, Measure.DUE, Measure.OVERDUE, Measure.CARRIED, Measure.AWAITING, Measure.CONFIRMED,
    Measure.EMBEDDED,
)  # fmt: skip


def figures(
    context: typer.Context,
    team: OfTeam = None,
    since: From = None,
    until: To = None,
    as_at: AsAt = None,
    json: AsJson = False,
) -> None:
    """Show a team's figures over everything agreed.

    They are frozen once a week, and no number tells on anybody. Everybody may read them.
    """
    from reflect.reports.log_json import figures_json

    door = door_of(context)
    period = period_meant(door, since, until, as_at)
    with door.signed_in() as practice:
        several = practice.overseeing.figures(
            team, as_at=period.as_at, since=period.since, until=period.until
        )
        threshold, rules = (
            practice.overseeing.people,
            practice.rules.on(several[0].as_at if several else None),
        )
        vocabulary = practice.banks.vocabulary
        titles = {bank.id: bank.title for bank in practice.banks.banks()}
    if json:
        day = several[0].as_at if several else period.as_at or door.clock.today()
        echo_json(figures_json(several, threshold, day))
        return
    if not several:
        tell("You are in no team. Name one: --team NAME")
        return
    echo_lines((line for one in several for line in _lines(one, vocabulary, titles, rules)), page_of(door))
    tell_rules(threshold)


def _lines(
    one: TeamFigures, vocabulary: Vocabulary, titles: Mapping[str, str], rules: Rules
) -> Iterator[str]:
    yield from in_columns(f"{one.team}, as at the end of {said(one.as_at)}")
    yield from in_columns(f"Period: {said(one.since)} to {said(one.until)}")
    yield from in_columns("It narrows quarters and one-to-ones. All other numbers count all so far.")
    if one.week is None:
        yield from in_columns(f"{NONE_YET} {when_they_begin(one.people)} {_ITS_TOOL}")
    else:
        yield from in_columns(f"Last frozen in the week of {said(one.week)}")
        yield from _wholes(one)
        yield from _told_apart(one, vocabulary, titles, rules)
        if any(cell.week != one.week for cell in one.cells if not cell.suppressed):
            yield from ("", *in_columns(OF_WEEK))
    if one.one_to_ones is not None:
        counts = one.one_to_ones
        yield ""
        yield from in_columns(
            f"One-to-ones in the period: due {counts.due}, held {counts.held}, cancelled {counts.cancelled}, planned "
            f"{counts.planned}"
        )
        yield from in_columns(what_is_due(counts.without_agreement, counts.without_supervisor))
    if one.sees_little:
        yield from in_columns(
            f"This team sees little here: a number needs at least {one.people} people behind it, so that it tells on "
            f"nobody. {_ITS_TOOL}"
        )
    yield ""


def _wholes(one: TeamFigures) -> Iterator[str]:
    for measure in _WHOLES:
        found = one.cell(measure)
        if measure is Measure.DAYS_TO_DONE and found is None:
            continue
        value = as_shown(found.value if found else 0)
        yield f"{_MARGIN}{measure.words.capitalize():<26}{value:>14}{of_week(one.earlier(measure))}"


def _told_apart(
    one: TeamFigures, vocabulary: Vocabulary, titles: Mapping[str, str], rules: Rules
) -> Iterator[str]:
    ladder = {str(number): f"{number}, {stage.name}" for number, stage in enumerate(rules.ladder, 1)}
    yield from _block(one, By.THEME, "BY THEME", vocabulary.label)
    yield from _block(one, By.LEVEL, "BY LEVEL", str.capitalize, tuple(level.value for level in Level))
    yield from _block(one, By.QUARTER, "BY QUARTER OF AGREEMENT", quarter_words)
    yield from _one_measure(one, Measure.OPEN, By.AGE, "OPEN SINCE", age_words, AGES)
    yield from _one_measure(
        one, Measure.ESCALATED, By.STAGE, "ESCALATED, BY STAGE", lambda key: ladder[key], tuple(ladder)
    )
    yield from _one_measure(
        one,
        Measure.REFLECTED,
        By.BANK,
        "REFLECTED (THOSE WHO CHOSE TO BE COUNTED)",
        lambda key: titles.get(key, key),
    )


def _block(
    one: TeamFigures, by: By, heading: str, words: Callable[[str], str], order: tuple[str, ...] = ()
) -> Iterator[str]:
    """Several measures in a line for each key."""
    known = {found.cell.key for measure in _IN_A_LINE for found in one.told_apart(measure, by)}
    keys = [key for key in order if key in known] or sorted(known, key=words if by is By.THEME else str)
    weeks = one.weeks(by, *_IN_A_LINE)
    if keys:
        yield from ("", heading + weeks.in_title)
    for key in keys:
        shown = [(measure.words, _number(one, Cell(measure, by, key), weeks)) for measure in _IN_A_LINE]
        yield from in_columns(f"{words(key)}: {numbers(shown)}", indent=_MARGIN)


def _number(one: TeamFigures, cell: Cell, weeks: Weeks) -> str:
    """A number, with its week where that is not the one of its table."""
    return f"{as_shown(one.value(*cell))}{weeks.behind(one.week_of(*cell))}"


def _one_measure(
    one: TeamFigures,
    measure: Measure,
    by: By,
    heading: str,
    words: Callable[[str], str],
    order: tuple[str, ...] = (),
) -> Iterator[str]:
    """One measure by itself for each key: all of an order, or those that there are."""
    keys = order or tuple(found.cell.key for found in one.told_apart(measure, by))
    weeks = one.weeks(by, measure)
    if keys:
        yield from ("", heading + weeks.in_title)
    for key in keys:
        yield from in_columns(f"{words(key)}: {_number(one, Cell(measure, by, key), weeks)}", indent=_MARGIN)
