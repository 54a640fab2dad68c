"""What a report says in short of everything agreed: the numbers that hold together, each beside the others and beside
what is listed. They are of different weeks, and one that stands as it was may be smaller than what can be counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reflect.domain.dates import said
from reflect.domain.figures.log_report import TeamReport
from reflect.domain.figures.marking import mark_of
from reflect.domain.figures.measures import PARTS, WITHIN, Measure, of_the_day, standing
from reflect.domain.figures.saying import NONE_YET, of_week, when_they_begin, why_not_shown
from reflect.domain.figures.team_figures import TeamFigures
from reflect.reports.log_words import Wording
from reflect.text import in_a_row

_WHOLES = {
    Measure.AGREED: PARTS[Measure.AGREED],
    Measure.OPEN: tuple(part for part, wholes in WITHIN.items() if Measure.OPEN in wholes),
}
_SAID = {
    Measure.AGREED: "were agreed",
    Measure.OPEN: "are open",
    Measure.OVERDUE: "are overdue",
    Measure.STUCK: "are stuck",
    Measure.AWAITING: "await confirmation",
    Measure.CONFIRMED: "were confirmed",
    Measure.EMBEDDED: "have lasted",
    Measure.IMPACT: "say what difference they made",
}


def everything_agreed(team: TeamReport, wording: Wording) -> Iterator[str]:
    """The numbers of the whole, or why there are none."""
    figures = team.figures
    if figures.week is None:
        yield f"{NONE_YET} {when_they_begin(figures.people)} The listed actions are exact."
        return
    if figures.sees_little:
        yield (
            f"A small team sees little over everything agreed: a number needs at least {figures.people} people behind "
            "it, so that it tells on nobody."
        )
    if figures.value(Measure.AGREED) is None:
        yield (
            f"The number of all agreed actions is not shown: {why_not_shown(figures.people)}. The listed actions are "
            "exact."
        )
        return
    listed = _by_hand(team, wording)
    kept = {one for one in _SAID if _can_be_said(one, figures, listed[one])}
    yield from _sentences(figures, kept, wording)
    yield from _left_out([one for one in _SAID if one not in kept], figures)


def share(part: Measure, whole: Measure, figures: TeamFigures) -> str:
    """A part in per cent of what it is a part of, in words; empty where it cannot be said."""
    found = figures.share(part, whole)
    return "" if found is None else f"{found} per cent"


def _sentences(figures: TeamFigures, kept: set[Measure], wording: Wording) -> Iterator[str]:
    def number(measure: Measure) -> str:
        return f"{wording.said(figures.value(measure))}{of_week(figures.earlier(measure))}"

    lasted = share(Measure.EMBEDDED, Measure.AGREED, figures)
    impact = share(Measure.IMPACT, Measure.AGREED, figures)
    on_the_way = {
        Measure.AGREED: f"Agreed so far: {number(Measure.AGREED)} actions, listed or not.",
        Measure.OPEN: f"Still open: {number(Measure.OPEN)}.",
        Measure.OVERDUE: f"Overdue: {number(Measure.OVERDUE)}.",
        Measure.STUCK: f"Stuck: {number(Measure.STUCK)}.",
        Measure.AWAITING: f"Done and awaiting confirmation: {number(Measure.AWAITING)}.",
    }
    what_came = {
        Measure.CONFIRMED: f"Confirmed by somebody who saw evidence: {number(Measure.CONFIRMED)}.",
        Measure.EMBEDDED: f"Looked at again later and found to have lasted: {number(Measure.EMBEDDED)}"
        f"{f' ({lasted} of all agreed)' if lasted else ''}.",
        Measure.IMPACT: f"What difference it made is written down for {number(Measure.IMPACT)}"
        f"{f' ({impact})' if impact else ''}.",
    }
    for sentences in (on_the_way, what_came):
        if told := " ".join(said for measure, said in sentences.items() if measure in kept):
            yield told


def _by_hand(team: TeamReport, wording: Wording) -> Counter[Measure]:
    """How many of the listed actions there are in each number."""
    day, rules = wording.report.as_at, wording.report.rules
    marks = [mark for mark in map(mark_of, team.listed) if mark is not None]
    return Counter(one for mark in marks for one in (*standing(mark), *of_the_day(mark, day, rules)))


def _can_be_said(measure: Measure, figures: TeamFigures, listed: int) -> bool:
    """Whether a number fits what is listed of it, and a whole its parts: of an earlier week than a part it may be
    smaller."""
    value, found = figures.value(measure), figures.cell(measure)
    if value is None:
        return True
    parts = (figures.cell(part) for part in _WHOLES.get(measure, ()))
    return value >= listed and not any(
        found is None or part.week > found.week or part.value > value
        for part in parts
        if part and part.value is not None
    )


def _left_out(measures: Sequence[Measure], figures: TeamFigures) -> Iterator[str]:
    by_week: dict[str, list[str]] = {}
    for measure in measures:
        week = figures.earlier(measure) or figures.week
        by_week.setdefault(said(week) if week else "", []).append(_SAID[measure])
    if by_week:
        words = ", and ".join(
            f"how many {in_a_row(several)} was last shown in the week of {week}"
            for week, several in by_week.items()
        )
        yield (
            f"{words[0].upper()}{words[1:]}. It would not fit what stands beside it, which is of other weeks: only the "
            "table below has it."
        )
