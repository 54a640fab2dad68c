"""What a report on a log says, in a few sentences made of its numbers: what was agreed, what lasted, and what has been
left alone longest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reflect.domain.dates import said
from reflect.domain.figures.log_report import TeamReport
from reflect.domain.figures.review_lines import is_taken_up
from reflect.domain.figures.saying import that_come_back
from reflect.domain.figures.team_figures import FindingLine, LearningView
from reflect.reports.log_agreed import everything_agreed
from reflect.reports.log_words import GOOD, Wording, counted, named

_FEW = 3


def in_short(team: TeamReport, wording: Wording) -> Iterator[str]:
    """What a reader with one minute should know of a team."""
    yield from everything_agreed(team, wording)
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
        (begun if is_taken_up(line, frozen=view.frozen) else others).append(line)
    return begun, others


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
    longest = next(
        ((line, line.last_moved) for line in begun if line.last_moved and not line.nothing_left), None
    )
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
