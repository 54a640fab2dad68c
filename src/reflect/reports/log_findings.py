"""What became of each finding, in a report on the log: figures over everything agreed in one table, exact counts of
what is listed in another. Each has a number in the whole report, under which all of its words stand at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reflect.domain.actions.action import Action
from reflect.domain.dates import said_short
from reflect.domain.figures.log_report import LogReport, TeamReport
from reflect.domain.figures.saying import NOT_FROZEN, WHY_NOT_FROZEN, WHY_STUBBORN, Weeks
from reflect.domain.figures.team_figures import FindingLine, ListedCounts
from reflect.reports.log_summary import taken_up
from reflect.reports.log_words import NONE, Wording, counted, named
from reflect.reports.paper import Block, Bullets, Heading, Remark, Table
from reflect.text import shorten

IN_FULL = "The findings in full"
NEVER = "never"
OVER = "all over"
STUBBORN = "stubborn"
SHOWN = "Findings that something came of: figures over everything agreed"
COME_BACK = "Themes that come back"
_COUNTED = ("Agreed", "Done", "Confirmed", "Embedded", "Escalated", "Stuck")
_SHORT_FINDING, _SHORT_REVIEW = 90, 40
_WIDTHS = (29, *(10 for _ in _COUNTED))


class Findings:
    """The findings of a report by their numbers: those of one briefing follow each other."""

    def __init__(self, report: LogReport) -> None:
        lines = {(line.bank, line.finding): line for team in report.teams for line in team.learning.lines}
        ordered = sorted(lines.values(), key=lambda line: (line.bank_title, line.bank, line.finding))
        self._ordered = ordered
        self._numbers = {(line.bank, line.finding): number for number, line in enumerate(ordered, 1)}
        self._stubborn = {
            (line.bank, line.finding)
            for team in report.teams
            for line in team.learning.lines
            if line.stubborn
        }

    def row(self, line: FindingLine) -> str:
        """A finding in a table: its number, how it begins, and its review."""
        number = self._numbers[line.bank, line.finding]
        return f"{number}. {shorten(line.text, _SHORT_FINDING)} ({shorten(named(line), _SHORT_REVIEW)})"

    def behind(self, action: Action) -> str:
        """The numbers of the findings that an action leads back to."""
        origin = action.origin
        found = [self._numbers.get((origin.bank, one.id)) for one in origin.findings] if origin else []
        return ", ".join(str(number) for number in found if number) or NONE

    def in_full(self) -> Iterator[Block]:
        """All words of each, under its number."""
        yield Heading(IN_FULL)
        bank = None
        told: list[str] = []
        for number, line in enumerate(self._ordered, 1):
            if line.bank != bank:
                yield from _list(told)
                told, bank = [], line.bank
                yield Heading(line.bank_title, level=3)
            stubborn = f" ({STUBBORN})" if (line.bank, line.finding) in self._stubborn else ""
            told.append(f"{number}. {line.text} ({named(line)}){stubborn}")
        yield from _list(told)

    def come_back(self, themes: Sequence[str], wording: Wording) -> Iterator[Block]:
        """The stubborn themes, each with the numbers of its findings."""
        if not themes:
            return
        yield Heading(COME_BACK)
        yield Remark(
            f"{WHY_STUBBORN} Its findings to be strengthened, by their numbers:",
            leads=True,
        )
        yield Bullets(tuple(f"{wording.theme(one)}: {self._with(one)}" for one in themes))

    def _with(self, theme: str) -> str:
        return (
            ", ".join(
                str(number)
                for number, one in enumerate(self._ordered, 1)
                if theme in one.themes and (one.bank, one.finding) in self._stubborn
            )
            or NONE
        )


def learning_blocks(team: TeamReport, findings: Findings, wording: Wording) -> Iterator[Block]:
    """What became of each finding in one team."""
    view = team.learning
    begun, others = taken_up(view)
    if not view.lines:
        yield Remark("No review is loaded here.")
        return
    yield Remark(
        "What has been left alone longest comes first, and last where nothing is left to do: there the day on which "
        f"something last moved says “{OVER}”. The numbers lead to “{IN_FULL}”, at the end.",
        leads=True,
    )
    # How many reflected on a briefing stands among the figures: it says nothing of one finding.
    shown = [line for line in begun if view.frozen and any(over_all(line)[1:])]
    exact = [(line, line.listed) for line in begun if line.listed and any(counts_of(line.listed))]
    told = {(line.bank, line.finding) for line in (*shown, *(line for line, _ in exact))}
    if untold := len(begun) - len(told):
        yield Remark(
            f"Of {counted(untold, 'finding')} no number is shown, and nothing is listed: left out here. The workbook "
            "and the plain sheet have all.",
            leads=bool(shown or exact or others),
        )
    weeks = view.weeks(shown)
    if shown:
        yield Table(
            columns=("Finding", "Reflected", *_COUNTED),
            widths=(*_WIDTHS, 10),
            rows=tuple((findings.row(line), *_over_all(line, weeks, wording)) for line in shown),
            caption=f"{SHOWN}{weeks.in_title}",
            numbers=True,
        )
    if any(line.not_frozen for line in shown):
        yield Remark(WHY_NOT_FROZEN)
    if exact:
        yield Table(
            columns=("Finding", *_COUNTED, "Last moved"),
            widths=(*_WIDTHS, 11),
            rows=tuple(
                (
                    findings.row(line),
                    *map(str, counts_of(listed)),
                    _moved(line),
                )
                for line, listed in exact
            ),
            caption="Findings: listed actions, exact counts",
            numbers=True,
        )
    weeks = view.weeks(others)
    if others and view.frozen:
        yield Table(
            columns=("Finding", "Reflected"),
            widths=(80, 20),
            rows=tuple((findings.row(line), next(_over_all(line, weeks, wording))) for line in others),
            caption=f"Findings for which no agreed action is shown{weeks.in_title}",
            numbers=True,
        )
    elif others:
        yield Remark("Findings of which nothing is listed:", leads=True)
        yield Bullets(tuple(map(findings.row, others)))


def counts_of(listed: ListedCounts) -> tuple[int, ...]:
    """Exact counts in the order of their columns."""
    return (
        *(listed.agreed, listed.done, listed.confirmed),
        *(listed.embedded, listed.escalated, listed.stuck),
    )


def over_all(line: FindingLine) -> tuple[int | None, ...]:
    """Figures over everything agreed in the order of their columns, how many reflected first."""
    return (
        *(line.reflected, line.agreed, line.done, line.confirmed),
        *(line.embedded, line.escalated, line.stuck),
    )


def _over_all(line: FindingLine, weeks: Weeks, wording: Wording) -> Iterator[str]:
    for name, value in zip(("Reflected", *_COUNTED), over_all(line), strict=True):
        if name.lower() in line.not_frozen:
            yield NOT_FROZEN
        else:
            yield f"{wording.said(value)}{weeks.behind(line.week_of(name.lower()))}"


def _moved(line: FindingLine) -> str:
    if line.last_moved is None:
        return NEVER
    return f"{said_short(line.last_moved)}{f' ({OVER})' if line.nothing_left else ''}"


def _list(told: Sequence[str]) -> Iterator[Block]:
    if told:
        yield Bullets(tuple(told))
