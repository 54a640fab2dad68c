"""What a report on a log says, in a few sentences made of its numbers: what was agreed, what lasted, and what has been
left alone longest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reflect.domain.actions.action import OPEN
from reflect.domain.dates import said
from reflect.domain.figures.log_report import TeamReport
from reflect.domain.figures.measures import PARTS, WITHIN, Measure
from reflect.domain.figures.saying import NONE_YET, of_week, that_come_back, when_they_begin, why_not_shown
from reflect.domain.figures.team_figures import FindingLine, LearningView, TeamFigures
from reflect.reports.log_words import GOOD, Wording, counted, named

_WHOLES = {
    Measure.AGREED: PARTS[Measure.AGREED],
    Measure.OPEN: tuple(part for part, wholes in WITHIN.items() if Measure.OPEN in wholes),
}
_SAID = {Measure.AGREED: "were agreed", Measure.OPEN: "are open"}
_FEW = 3


def in_short(team: TeamReport, wording: Wording) -> Iterator[str]:
    """What a reader with one minute should know of a team."""
    yield from _agreed(team, wording)
    yield _on_the_log(team)
    yield from _lasted(team)
    yield from _left_alone(team)
    if team.learning.stubborn:
        yield that_come_back([wording.theme(theme) for theme in team.learning.stubborn])


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

    def number(measure: Measure) -> str:
        return f"{wording.said(figures.value(measure))}{of_week(figures.earlier(measure))}"

    kept = [one for one in _WHOLES if _can_be_said(one, team)]
    told = [
        f"Agreed so far: {number(Measure.AGREED)} actions, listed or not." if Measure.AGREED in kept else "",
        f"Still open: {number(Measure.OPEN)}." if Measure.OPEN in kept else "",
        f"Overdue: {number(Measure.OVERDUE)}. Stuck: {number(Measure.STUCK)}.",
        f"Done and awaiting confirmation: {number(Measure.AWAITING)}.",
    ]
    yield " ".join(one for one in told if one)
    if left_out := [_left_out(one, figures) for one in _WHOLES if one not in kept]:
        words = ", and ".join(left_out)
        yield (
            f"{words[0].upper()}{words[1:]}. It would not fit what stands beside it, which is of other weeks: only the "
            "table below has it."
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


def _can_be_said(whole: Measure, team: TeamReport) -> bool:
    """Whether a whole fits its parts and what is listed: one of an earlier week than a part may be smaller than it."""
    found = team.figures.cell(whole)
    if found is None or found.value is None:
        return True
    listed = [one.status for one in team.listed if not one.keep]
    count = sum(status in OPEN for status in listed) if whole is Measure.OPEN else len(listed)
    parts = (team.figures.cell(part) for part in _WHOLES[whole])
    return found.value >= count and not any(
        part.week > found.week or part.value > found.value
        for part in parts
        if part and part.value is not None
    )


def _left_out(whole: Measure, figures: TeamFigures) -> str:
    found = figures.cell(whole)
    day = f" in the week of {said(found.week)}" if found else ""
    return f"how many {_SAID[whole]} was last shown{day}"


def _on_the_log(team: TeamReport) -> str:
    if not team.listed:
        return "No action is listed on the team's log."
    letters = ((number, letter.value) for letter, number in team.letters)
    told = ", ".join(f"{number} {words}" for number, words in (*letters, (team.kept, GOOD)) if number)
    return f"Listed on the team's log so far: {counted(len(team.listed), 'action')} ({told})."


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
        told = "no agreed action is shown for" if team.learning.frozen else "nothing is listed of"
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
    return ", ".join(f"“{line.text}” ({named(line)})" for line in lines)
