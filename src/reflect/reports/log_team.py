"""One team in a report on the log: what became of each finding, the listed actions, and figures over everything
agreed. The two kinds of number stand apart, each under its name."""

from __future__ import annotations

from collections.abc import Iterator

from reflect.domain.actions.action import Action
from reflect.domain.actions.rag import rag
from reflect.domain.dates import said, said_short
from reflect.domain.figures.log_report import TeamReport
from reflect.domain.figures.measures import Measure
from reflect.domain.figures.team_figures import FindingLine, ListedCounts
from reflect.reports.log_charts import parts_of
from reflect.reports.log_summary import share, taken_up
from reflect.reports.log_words import NOT_SHOWN, Wording, counted
from reflect.reports.paper import Block, Bullets, Facts, Heading, Remark, Table
from reflect.text import shorten

FIGURES, LISTED = "Figures over everything agreed", "The listed actions"
LEARNING = "What became of each finding"
NEVER = "never"
_COUNTED = ("Agreed", "Done", "Confirmed", "Embedded", "Escalated", "Stuck")
_SHORT_FINDING = 70
_IN_PER_CENT = (
    ("With words on what difference it made, of all agreed", Measure.IMPACT, Measure.AGREED),
    ("Found to have lasted, of all agreed", Measure.EMBEDDED, Measure.AGREED),
    ("Overdue, of all open", Measure.OVERDUE, Measure.OPEN),
)


def team_blocks(team: TeamReport, wording: Wording) -> Iterator[Block]:
    """All of one team."""
    yield Heading(f"Team: {team.figures.team}")
    yield Heading(LEARNING, level=3)
    yield from _learning(team, wording)
    yield Heading(LISTED, level=3)
    yield from _listed(team, wording)
    yield Heading(FIGURES, level=3)
    yield from _figures(team, wording)
    if held := team.figures.one_to_ones:
        yield Heading("One-to-ones", level=3)
        yield Remark(
            f"Of the team's people, planned for a day from {said(team.figures.since)} to {said(team.figures.until)}: "
            "exact counts.",
            leads=True,
        )
        counts = (("Planned", held.planned), ("Held", held.held), ("Cancelled", held.cancelled))
        yield Facts(tuple((name, str(number)) for name, number in counts))


def letter_words(action: Action, wording: Wording) -> str:
    """The letter of a listed action and its word."""
    letter = rag(action, wording.report.as_at, wording.report.rules)
    return f"{letter.letter} {letter.value}" if letter else "none, being good practice"


def _learning(team: TeamReport, wording: Wording) -> Iterator[Block]:
    view = team.learning
    begun, others = taken_up(view)
    if not view.lines:
        yield Remark("No review is loaded here.")
        return
    yield Remark("What has been left alone longest comes first.", leads=True)
    if begun and view.frozen:
        yield Table(
            columns=("Finding", "Reflected", *_COUNTED),
            widths=(27, *(10 for _ in range(7))),
            rows=tuple((_finding(number, line), *_over_all(line, wording)) for number, line in begun),
            caption="Findings that something came of: figures over everything agreed",
            numbers=True,
        )
    exact = [(number, line, line.listed) for number, line in begun if line.listed]
    if exact:
        yield Table(
            columns=("Finding", *_COUNTED, "Last moved"),
            widths=(26, *(10 for _ in range(6)), 12),
            rows=tuple(
                (
                    _finding(number, line, short=view.frozen),
                    *map(str, counts_of(listed)),
                    said_short(line.last_moved) if line.last_moved else NEVER,
                )
                for number, line, listed in exact
            ),
            caption=f"{'The same findings' if view.frozen else 'Findings'}: listed actions, exact counts",
            numbers=True,
        )
    if others and view.frozen:
        yield Table(
            columns=("Finding", "Reflected"),
            widths=(80, 20),
            rows=tuple((_finding(number, line), wording.said(line.reflected)) for number, line in others),
            caption="Findings on which nothing has been agreed",
            numbers=True,
        )
    elif others:
        yield Remark("Findings of which nothing is listed:", leads=True)
        yield Bullets(tuple(_finding(number, line) for number, line in others))


def counts_of(listed: ListedCounts) -> tuple[int, ...]:
    """Exact counts in the order of their columns."""
    return (
        *(listed.agreed, listed.done, listed.confirmed),
        *(listed.embedded, listed.escalated, listed.stuck),
    )


def _finding(number: int, line: FindingLine, *, short: bool = False) -> str:
    if short:
        return f"{number}. {shorten(line.text, _SHORT_FINDING)}"
    stubborn = " Comes back across reviews and years." if line.stubborn else ""
    return f"{number}. {line.text} ({line.review}).{stubborn}"


def _over_all(line: FindingLine, wording: Wording) -> Iterator[str]:
    for value in (
        *(line.reflected, line.agreed, line.done, line.confirmed),
        *(line.embedded, line.escalated, line.stuck),
    ):
        yield wording.said(value)


def _listed(team: TeamReport, wording: Wording) -> Iterator[Block]:
    if not team.listed:
        yield Remark("No action is listed on the team's log.")
        return
    letters = ", ".join(f"{letter.letter} {letter.value} {number}" for letter, number in team.letters)
    yield Remark(
        f"{counted(len(team.listed), 'action').capitalize()}, exactly as they stood at the end of "
        f"{said(wording.report.as_at)}. {letters}.",
        leads=True,
    )
    yield Table(
        columns=("What", "Owner", "Due", "Letter", "Status", "What difference it made"),
        widths=(27, 14, 11, 10, 15, 23),
        rows=tuple(_action(action, wording) for action in team.listed),
        caption=f"Actions listed on the log of {team.figures.team}",
    )


def _action(action: Action, wording: Wording) -> tuple[str, ...]:
    return (
        action.what,
        wording.person(action.owner),
        said_short(action.due) if action.due else "no day",
        letter_words(action, wording),
        action.status.words,
        action.impact if action.impact.strip() else "nothing written yet",
    )


def _figures(team: TeamReport, wording: Wording) -> Iterator[Block]:
    if team.figures.week is None:
        yield Remark("None have been frozen yet. The first are, at the first sign-in of a week.")
        return
    yield Remark(
        f"Frozen in the week that began on {said(team.figures.week)}. “{wording.said(None)}” stands where a number is "
        "not shown; 0 is a true nought.",
        leads=True,
    )
    shares = [(name, share(part, whole, team) or NOT_SHOWN) for name, part, whole in _IN_PER_CENT]
    for chart, table in parts_of(team.figures, wording):
        if chart:
            yield chart
        yield table
    yield Facts(tuple(shares))
