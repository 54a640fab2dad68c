"""What a report on a log says, in a few sentences made of its numbers: what was agreed, what lasted, and what has been
left alone longest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reflect.domain.dates import said
from reflect.domain.figures.log_report import TeamReport
from reflect.domain.figures.measures import Measure
from reflect.domain.figures.saying import of_week
from reflect.domain.figures.team_figures import FindingLine, LearningView
from reflect.reports.log_words import Wording, counted

_FEW = 3
_MOST_THEMES = 5


def in_short(team: TeamReport, wording: Wording) -> Iterator[str]:
    """What a reader with one minute should know of a team."""
    yield from _agreed(team, wording)
    yield _on_the_log(team)
    yield from _lasted(team)
    yield from _left_alone(team)
    if team.learning.stubborn:
        few, more = team.learning.stubborn[:_MOST_THEMES], len(team.learning.stubborn) - _MOST_THEMES
        others = f" and {more} more" if more > 0 else ""
        yield f"Themes that come back across reviews and years: {wording.themes(few)}{others}."


def taken_up(view: LearningView) -> tuple[list[FindingLine], list[FindingLine]]:
    """The findings on which anything was agreed, or may have been (not shown is not none), and all others."""
    begun: list[FindingLine] = []
    others: list[FindingLine] = []
    for line in view.lines:
        came = bool(line.listed and line.listed.agreed) or (view.frozen and line.agreed != 0)
        (begun if came else others).append(line)
    return begun, others


def share(part: Measure, whole: Measure, team: TeamReport) -> str:
    """A part in per cent of what it is a part of, in words; empty where it cannot be said."""
    found = team.figures.share(part, whole)
    return "" if found is None else f"{found} per cent"


def _agreed(team: TeamReport, wording: Wording) -> Iterator[str]:
    figures = team.figures
    if figures.week is None:
        yield "Over everything agreed no figures have been frozen yet. The listed actions are exact."
        return
    if figures.sees_little:
        yield (
            f"A small team sees little over everything agreed: a number needs at least {figures.people} people behind "
            "it, so that it tells on nobody."
        )
    if figures.value(Measure.AGREED) is None:
        yield (
            f"The number of all agreed actions is not shown ({wording.said(None)} people are behind it, or it would "
            "tell on them). The listed actions are exact."
        )
        return

    def number(measure: Measure) -> str:
        return f"{wording.said(figures.value(measure))}{of_week(figures.earlier(measure))}"

    yield (
        f"Agreed: {number(Measure.AGREED)} actions, listed or not. Still open: {number(Measure.OPEN)}, of which "
        f"overdue {number(Measure.OVERDUE)} and stuck {number(Measure.STUCK)}. Done and awaiting confirmation: "
        f"{number(Measure.AWAITING)}."
    )
    lasted, impact = (
        share(Measure.EMBEDDED, Measure.AGREED, team),
        share(Measure.IMPACT, Measure.AGREED, team),
    )
    yield (
        f"Confirmed by somebody who saw evidence: {number(Measure.CONFIRMED)}. Looked at again later and found to "
        f"have lasted: {number(Measure.EMBEDDED)}{f' ({lasted} of all agreed)' if lasted else ''}. What difference it "
        f"made is written down for {number(Measure.IMPACT)}{f' ({impact})' if impact else ''}."
    )


def _on_the_log(team: TeamReport) -> str:
    if not team.listed:
        return "No action is listed on the team's log."
    letters = ", ".join(f"{number} {letter.value}" for letter, number in team.letters if number)
    told = f" ({letters})" if letters else ""
    return f"Listed on the team's log: {counted(len(team.listed), 'action')}{told}."


def _lasted(team: TeamReport) -> Iterator[str]:
    lasted = [line for line in team.learning.lines if line.listed and line.listed.embedded]
    if lasted:
        yield (
            f"Listed actions that came of {counted(len(lasted), 'finding')} have lasted, such as "
            f"{_quoted(sorted(lasted, key=_how_embedded)[:_FEW])}."
        )


def _left_alone(team: TeamReport) -> Iterator[str]:
    begun, others = taken_up(team.learning)
    if others:
        told = "nothing was agreed on" if team.learning.frozen else "nothing is listed of"
        yield f"Of {counted(len(team.learning.lines), 'finding')} in the reviews here, {told} {len(others)}."
    longest = next(((line, line.last_moved) for line in begun if line.last_moved), None)
    if longest:
        line, day = longest
        yield (
            f"Left alone longest of those that were taken up: {_quoted([line])}. Nothing listed has moved there since "
            f"{said(day)}."
        )


def _how_embedded(line: FindingLine) -> int:
    return -(line.listed.embedded if line.listed else 0)


def _quoted(lines: Sequence[FindingLine]) -> str:
    return ", ".join(f"“{line.text}” ({line.review})" for line in lines)
