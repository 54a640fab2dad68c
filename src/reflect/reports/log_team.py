"""One team in a report on the log: what became of each finding, the listed actions, and figures over everything
agreed. The two kinds of number stand apart, each under its name."""

from __future__ import annotations

from collections.abc import Iterator

from reflect.domain.actions.action import ENDED, Action
from reflect.domain.dates import said, said_short
from reflect.domain.figures.log_report import LogReport, TeamReport
from reflect.domain.figures.measures import Measure
from reflect.domain.figures.saying import NONE_YET, NOT_SHOWN, what_is_due, when_they_begin
from reflect.reports.log_agreed import share
from reflect.reports.log_charts import parts_of
from reflect.reports.log_findings import Findings, learning_blocks
from reflect.reports.log_words import GOOD, RULES, Wording, counted
from reflect.reports.paper import Block, Facts, Heading, Remark, Table
from reflect.reports.paper_parts import letter_words

FIGURES, LISTED = "Figures over everything agreed", "The listed actions"
LEARNING = "What became of each finding"
_IN_PER_CENT = (
    ("With words on what difference it made, of all agreed", Measure.IMPACT, Measure.AGREED),
    ("Found to have lasted, of all agreed", Measure.EMBEDDED, Measure.AGREED),
    ("Overdue, of all open", Measure.OVERDUE, Measure.OPEN),
)


def team_blocks(team: TeamReport, findings: Findings, wording: Wording) -> Iterator[Block]:
    """All of one team."""
    yield Heading(f"Team: {team.figures.team}")
    yield Heading(LEARNING, level=3)
    yield from learning_blocks(team, findings, wording)
    yield Heading(LISTED, level=3)
    yield from _listed(team, findings, wording)
    yield Heading(FIGURES, level=3)
    yield from _figures(team, wording)
    if held := team.figures.one_to_ones:
        yield Heading("One-to-ones", level=3)
        yield Remark(
            f"Of the team's people, for a day from {said(team.figures.since)} to {said(team.figures.until)}: exact "
            f"counts. {what_is_due(held.without_agreement, held.without_supervisor)}",
            leads=True,
        )
        counts = (
            ("Due", held.due),
            ("Held", held.held),
            ("Cancelled", held.cancelled),
            ("Planned", held.planned),
        )
        yield Facts(tuple((name, str(number)) for name, number in counts))


def _listed(team: TeamReport, findings: Findings, wording: Wording) -> Iterator[Block]:
    if not team.listed:
        yield Remark("No action is listed on the team's log.")
        return
    letters = [f"{letter.words} {number}" for letter, number in team.letters]
    told_apart = ", ".join([*letters, f"{GOOD} {team.kept}"] if team.kept else letters)
    yield Remark(
        f"{counted(len(team.listed), 'action').capitalize()}, exactly as they stood at the end of "
        f"{said(wording.report.as_at)}. {told_apart}.",
        leads=True,
    )
    told = [action for action in team.listed if not _was_over(action, wording.report)]
    if before := len(team.listed) - len(told):
        yield Remark(
            f"Not told one by one here, being over before the period: {before}. The workbook and the plain sheet have "
            "all.",
            leads=bool(told),
        )
    if told:
        yield Table(
            columns=("What", "From", "Owner", "Due", "Letter", "Status", "What difference it made"),
            widths=(26, 9, 13, 10, 9, 14, 19),
            rows=tuple(_action(action, findings, wording) for action in told),
            caption=f"Actions listed on the log of {team.figures.team}; “From” are the numbers of findings",
        )


def _was_over(action: Action, report: LogReport) -> bool:
    """Whether it had ended, and nothing had happened to it since, when the period began."""
    return action.status in ENDED and action.updated_on < report.since


def _action(action: Action, findings: Findings, wording: Wording) -> tuple[str, ...]:
    return (
        action.what,
        findings.behind(action),
        wording.person(action.owner),
        said_short(action.due) if action.due else "no day",
        letter_words(action, wording.report.as_at, wording.report.rules),
        action.status.words,
        action.impact if action.impact.strip() else "nothing written yet",
    )


def _figures(team: TeamReport, wording: Wording) -> Iterator[Block]:
    if team.figures.week is None:
        yield Remark(f"{NONE_YET} {when_they_begin(team.figures.people)}")
        return
    yield Remark(
        f"Frozen in the week that began on {said(team.figures.week)}. Why a number is not shown, and how long a "
        f"0 stays, stands under “{RULES}”.",
        leads=True,
    )
    shares = [(name, share(part, whole, team.figures) or NOT_SHOWN) for name, part, whole in _IN_PER_CENT]
    for chart, table in parts_of(team.figures, wording):
        if chart:
            yield chart
        yield table
    yield Facts(tuple(shares))
