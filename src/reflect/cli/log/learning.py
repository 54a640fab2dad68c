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
from reflect.domain.banks import review_named
from reflect.domain.dates import said
from reflect.domain.figures.saying import (
    NONE_YET,
    NOT_FROZEN,
    OF_WEEK,
    WHY_NOT_FROZEN,
    WHY_STUBBORN,
    as_shown,
    that_come_back,
    when_they_begin,
)

if TYPE_CHECKING:
    from reflect.domain.figures.team_figures import FindingLine, LearningView
    from reflect.domain.themes import Vocabulary

_MARGIN = "  "
_WORDS = {"reflected": "reflected on the briefing"}
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

    What was left alone longest comes first, and last where nothing is left to do. For who leads the team with the
    exact counts of what is listed. With a period, as at its last day, and only where something listed moved in it.
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
        if any(view.has_earlier for view in views):
            tell(OF_WEEK)
        if any(line.not_frozen for view in views for line in view.lines):
            tell(WHY_NOT_FROZEN)
        if any(view.stubborn for view in views):
            tell(WHY_STUBBORN)
        tell("The listed actions of a finding: reflect log actions --finding BANK/FINDING")


def _lines(view: LearningView, vocabulary: Vocabulary) -> Iterator[str]:
    yield from in_columns(f"{view.team}, as at the end of {said(view.as_at)}")
    if view.stubborn:
        told = [f"{vocabulary.label(theme)} ({view.years_of(theme)})" for theme in view.stubborn]
        yield from in_columns(that_come_back(told))
    if not view.frozen:
        yield from in_columns(f"{NONE_YET} {when_they_begin(view.people)}")
    for review in view.reviews:
        yield from in_columns(review.words)
    for line in view.lines:
        yield ""
        yield from _finding(line, view, vocabulary)


def _finding(line: FindingLine, view: LearningView, vocabulary: Vocabulary) -> Iterator[str]:
    yield from in_columns(f"{review_named(line.review, line.bank_title)}: {line.text}")
    stubborn = ", ".join(vocabulary.label(theme) for theme in view.stubborn_of(line))
    marked = f", stubborn: {stubborn}" if stubborn else ""
    yield from in_columns(f"{line.bank}/{line.finding}{marked}", indent=_MARGIN)
    if line.listed is not None:
        yield from in_columns(f"On the log: {_exact(line)}", indent=_MARGIN)
    if view.frozen:
        yield from in_columns(f"Over everything agreed: {_shown(line, view)}", indent=_MARGIN)


def _exact(line: FindingLine) -> str:
    """What is listed of it; nothing more is said where nothing ever was."""
    if line.listed is None or line.last_moved is None:
        return "nothing yet"
    counts = numbers((name, getattr(line.listed, name)) for name in _COUNTED)
    left = "nothing left to do" if line.nothing_left else line.rechecks_words
    return "; ".join(part for part in (counts, f"last moved {said(line.last_moved)}", left) if part)


def _shown(line: FindingLine, view: LearningView) -> str:
    """What is shown of it, and what is said of the log instead; where nothing was agreed, all that could follow is 0
    too."""
    late = line.not_frozen
    names = ("reflected", *(late or ("agreed",))) if line.agreed == 0 else ("reflected", *_COUNTED)
    weeks = view.weeks([line])
    shown = (
        (
            _WORDS.get(name, name),
            NOT_FROZEN
            if name in late
            else f"{as_shown(getattr(line, name))}{weeks.behind(line.week_of(name))}",
        )
        for name in names
    )
    return numbers(shown, weeks.in_title)
