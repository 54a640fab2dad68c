"""`reflect log learning`: what became of each finding of each review, what was left alone longest first."""

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
from reflect.domain.dates import said
from reflect.domain.figures.saying import as_shown

if TYPE_CHECKING:
    from reflect.domain.figures.team_figures import FindingLine, LearningView
    from reflect.domain.themes import Vocabulary

_MARGIN = "  "
_COUNTED = ("agreed", "done", "confirmed", "embedded", "escalated", "stuck")


def learning(
    context: typer.Context,
    team: OfTeam = None,
    since: From = None,
    until: To = None,
    as_at: AsAt = None,
    json: AsJson = False,
) -> None:
    """Show what became of each finding of each review.

    What was left alone longest comes first. For who leads the team with the exact counts of what is listed. With a
    period, as at its last day, and only where something listed moved in it.
    """
    from reflect.reports.log_json import learning_json

    door = door_of(context)
    period = period_meant(door, since, until, as_at)
    day = period.as_at or (min(period.until, door.clock.today()) if period.until else None)
    with door.signed_in() as practice:
        views = practice.overseeing.learning(team, as_at=day, since=period.since)
        vocabulary = practice.banks.vocabulary
    if json:
        echo_json(learning_json(views))
        return
    echo_lines((line for view in views for line in _lines(view, vocabulary)), page_of(door))
    if not views:
        tell("You are in no team. Name one: --team NAME")
    elif any(view.lines for view in views):
        tell_rules(views[0].people)
        tell("The listed actions of a finding: reflect log actions --finding BANK/FINDING")


def _lines(view: LearningView, vocabulary: Vocabulary) -> Iterator[str]:
    yield from in_columns(f"{view.team}, as at {said(view.as_at)}".upper())
    if view.stubborn:
        labels = ", ".join(vocabulary.label(theme) for theme in view.stubborn)
        yield from in_columns(f"Themes that come back across reviews and years: {labels}.")
    for line in view.lines:
        yield ""
        yield from _finding(line, view.people)


def _finding(line: FindingLine, people: int) -> Iterator[str]:
    yield from in_columns(f"{line.review}: {line.text}")
    yield from in_columns(
        f"{line.bank}/{line.finding}{', a stubborn theme' if line.stubborn else ''}", indent=_MARGIN
    )
    if line.listed is not None:
        moved = f"last moved {said(line.last_moved)}" if line.last_moved else "never taken up"
        exact = numbers((name, getattr(line.listed, name)) for name in _COUNTED)
        yield from in_columns(f"On the log: {exact}; {moved}", indent=_MARGIN)
    shown = ((name, as_shown(getattr(line, name), people)) for name in ("reflected", *_COUNTED))
    yield from in_columns(f"Over everything agreed: {numbers(shown)}", indent=_MARGIN)
