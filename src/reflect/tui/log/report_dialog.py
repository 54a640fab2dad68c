"""Making a report: the log and the figures of one's teams for a period, as a document that a board can read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Button, Input, Select, Static

from reflect.domain.actions.doubtful import DoubtfulWords
from reflect.domain.dates import Looking, said
from reflect.domain.figures.leaving import doubtful_in_report, findings_that_stay, without_local
from reflect.errors import ReflectError
from reflect.tui.dialogs.as_at import check_order
from reflect.tui.dialogs.doubtful_lines import DoubtfulLinesDialog
from reflect.tui.dialogs.take_out import COURT, NO_CLEARANCE, TakeOutDialog
from reflect.tui.labels import handling_words
from reflect.tui.widgets.day_field import DayField
from reflect.tui.words import counted, lines, plain

if TYPE_CHECKING:
    from reflect.domain.figures.log_report import LogReport
    from reflect.services.practice import Practice

EXACT, ROUNDED = "exact", "rounded"
_FIVE = "Counts over everything agreed to the nearest 5"


class ReportDialog(TakeOutDialog):
    """For who leads a team. The report is made when the dialog opens, and again when the period changes."""

    TITLE = "Make a report"
    READERS = "those who may read it"
    KINDS = (
        ("A web page with charts, which prints well (.html)", "html"),
        ("A document for a word processor (.docx)", "docx"),
        ("A workbook with charts (.xlsx)", "xlsx"),
        ("Markdown (.md)", "md"),
        ("A sheet, as plain text (.csv)", "csv"),
    )

    def __init__(self, team: str | None, as_at: date | None = None) -> None:
        """`team` is one that the person leads, None for all of them; `as_at` a day that has passed, None for today."""
        super().__init__()
        self._team = team
        self._as_at = as_at
        self._report: LogReport | None = None
        self._lines: tuple[DoubtfulWords, ...] = ()

    @property
    def stem(self) -> str:
        """What it is."""
        return "report"

    def compose_more(self) -> ComposeResult:
        """For which period, and whether counts are rounded."""
        today = self.house.workspace.clock.today()
        yield DayField("From (empty: a year before)", today, id="since", looking=Looking.BACK)
        yield DayField("Until (empty: the last day there is)", today, id="until", looking=Looking.BACK)
        yield Select(
            [("Counts as they are shown", EXACT), (_FIVE, ROUNDED)],
            value=EXACT,
            allow_blank=False,
            compact=True,
            id="rounding",
        )

    def compose_buttons(self) -> ComposeResult:
        """To write, and to look."""
        yield from super().compose_buttons()
        look = Button("Show those lines", id="look")
        look.display = False
        yield look

    def on_mount(self) -> None:
        """Looks at what would go out."""
        self.begin(self._look(), group="looking", only=True)

    async def _look(self) -> None:
        try:
            since, until = self._period()
            report = await self._made(since, until)
        except ReflectError as error:
            self.say_problem(error)
            return
        local_words = self.house.settings.local_words
        self._report = report
        self._lines = await self.desk.read(lambda _practice: doubtful_in_report(report, local_words))
        self.query_one("#look").display = bool(self._lines)
        self.ask_about_local(bool(findings_that_stay(report)))
        self.query_one("#preview", Static).update(self._preview(report))

    async def _made(self, since: date | None, until: date | None) -> LogReport:
        team, as_at = self._team, self._as_at
        rounded = self.query_one("#rounding", Select).value == ROUNDED

        def make(practice: Practice) -> LogReport:
            return practice.overseeing.report(team, since=since, until=until, as_at=as_at, rounded=rounded)

        return await self.desk.read(make)

    def _period(self) -> tuple[date | None, date | None]:
        since, until = (self.query_one(f"#{id_}", DayField).day for id_ in ("since", "until"))
        check_order(since, until)
        return since, until

    def _preview(self, report: LogReport) -> Content:
        teams = " and ".join(team.figures.team for team in report.teams)
        listed = sum(len(team.listed) for team in report.teams)
        found = len(self._lines)
        doubt = (
            f"{counted(found, 'line').capitalize()} may identify somebody, and nothing is masked. Look before you hand "
            "it on."
            if found
            else f"Nothing was found that looks like a name, a number or an address. {NO_CLEARANCE}"
        )
        return lines(
            Content.assemble(
                "The report of ",
                plain(teams),
                f", {said(report.since)} to {said(report.until)}, as at {said(report.as_at)}. With "
                f"{counted(listed, 'listed action')} and their owners' names.",
            ),
            Content(f"Every page says: {handling_words(report.handling)}."),
            Content(doubt),
            Content(COURT),
        )

    @on(Select.Changed, "#rounding")
    @on(Input.Blurred, "#since-words")
    @on(Input.Blurred, "#until-words")
    def _look_again(self) -> None:
        self.begin(self._look(), group="looking", only=True)

    @on(Button.Pressed, "#look")
    def show_lines(self) -> None:
        """Each line that may identify somebody."""
        self.app.push_screen(DoubtfulLinesDialog(self._lines))

    def go_out(self, path: Path) -> None:
        """Makes it as it is asked for now, and writes it."""
        self.unless_kept(path, lambda: self.begin(self._go_out(path), group="making", only=True))

    async def _go_out(self, path: Path) -> None:
        documents, kind = self.house.documents, self.kind
        try:
            report = await self._made(*self._period())
        except ReflectError as error:
            self.say_problem(error)
            return
        if documents is not None:
            out = report if self.takes_local_along else without_local(report)
            self.write(path, lambda: documents.report(out, kind))
