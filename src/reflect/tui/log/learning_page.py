"""Learning: what became of each finding of each review, what was left alone longest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from reflect.domain.dates import said, said_short
from reflect.domain.figures.team_figures import FindingLine, LearningView
from reflect.tui.commands import GoBack
from reflect.tui.dialogs.as_at import Period, PeriodDialog, ask_as_at
from reflect.tui.dialogs.read import ReadDialog
from reflect.tui.log import commands
from reflect.tui.log import words as log_words
from reflect.tui.log.choose_one import ChooseOneDialog
from reflect.tui.log.finding_page import FindingPage
from reflect.tui.log.teams import NO_TEAM, teams_of
from reflect.tui.screen import Page
from reflect.tui.widgets.long_list import LongList
from reflect.tui.words import lines, plain

if TYPE_CHECKING:
    from reflect.services.practice import Practice

_TALL = 5
_A_YEAR = 365
_WHAT_BECAME = "What became of what reviews found."
_LONGEST_FIRST = f"{_WHAT_BECAME} What was left alone longest comes first, what is over last."


@dataclass(frozen=True, slots=True)
class _Read:
    teams: tuple[str, ...]
    view: LearningView | None


class LearningPage(Page):
    """Everybody reads the figures of a team; its lead also the exact counts of what is listed."""

    PLACE = "Learning"
    CSS_PATH = "learning_page.tcss"
    OWN_COMMAND = commands.GoToLearning
    PAGE_COMMANDS = (
        commands.OpenFinding,
        commands.ShowReviews,
        commands.BackToNow,
        commands.AsAt,
        commands.LearningPeriod,
        commands.WhichTeam,
        GoBack,
    )

    def __init__(self) -> None:
        super().__init__()
        self._teams: tuple[str, ...] = ()
        self._team: str | None = None
        self._as_at: date | None = None
        self._since: date | None = None
        self._view: LearningView | None = None

    def compose_body(self) -> ComposeResult:
        """What the list is, the findings, and under which rule numbers are shown."""
        yield Static("Reading…", id="about")
        yield LongList(self._row, tall=_TALL, id="findings")
        yield Static(id="rule", classes="quiet")

    async def read_again(self) -> None:
        """As it stands now, or as it stood on the wanted day."""
        team, as_at, since = self._team, self._as_at, self._since

        def read(practice: Practice) -> _Read:
            teams = teams_of(practice)
            asked = team if team in teams else next(iter(teams), None)
            views = practice.overseeing.learning(asked, as_at=as_at, since=since) if asked else ()
            return _Read(teams, views[0] if views else None)

        found = await self.desk.read(read)
        if (team, as_at, since) != (self._team, self._as_at, self._since):
            return
        self._teams, self._view = found.teams, found.view
        self._tell()

    def _tell(self) -> None:
        view, findings = self._view, self.query_one(LongList)
        findings.fill(view.lines if view else (), findings.mark)
        findings.display = bool(view and view.lines)
        mark = f"as at {said_short(view.as_at)}" if view and self._as_at else self.desk.practice.person.name
        self.head(place=f"Learning · {view.team}" if view else "Learning", mark=mark)
        self.query_one("#about", Static).update(self._about())
        rule = log_words.rule_words(view, leads=self._leads) if view else ""
        self.query_one("#rule", Static).update(plain(rule))
        self.refresh_bindings()

    def _about(self) -> Content:
        view = self._view
        if view is None:
            return Content(NO_TEAM)
        if not view.lines and self._since:
            key = self.app.get_key_display(commands.BackToNow.binding())
            return Content(f"{self._said_period} Nothing did. {key} shows all again.")
        if not view.lines:
            return Content("No question bank here has findings yet. l shows the banks.")
        return lines(
            Content(self._said_period),
            Content(_LONGEST_FIRST if self._leads else _WHAT_BECAME),
            plain(log_words.stubborn_words(view.stubborn, self.desk.practice.banks.vocabulary.label)),
        )

    def _row(self, row: int, width: int) -> Content:
        view = self._view
        if view is None or row >= len(view.lines):
            return Content("")
        return log_words.finding_row(view.lines[row], view, width)

    @property
    def _said_period(self) -> str:
        if self._since is None or self._view is None:
            return ""
        until = said(self._view.as_at)
        return f"Only findings of which something on the log moved from {said(self._since)} to {until}."

    @property
    def _leads(self) -> bool:
        return self._view is not None and any(line.listed is not None for line in self._view.lines)

    @property
    def _marked(self) -> FindingLine | None:
        view, row = self._view, self.query_one(LongList).mark
        return view.lines[row] if view and row < len(view.lines) else None

    # What can be done

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing to open is offered where there is nothing."""
        if action == commands.OpenFinding.action():
            return self._view is not None and bool(self._view.lines)
        if action == commands.BackToNow.action():
            return self._as_at is not None or self._since is not None
        if action == commands.LearningPeriod.action():
            return self._leads or self._since is not None
        if action == commands.ShowReviews.action():
            return self._view is not None and bool(self._view.reviews)
        if action == commands.AsAt.action():
            return self._view is not None
        if action == commands.WhichTeam.action():
            return len(self._teams) > 1
        return super().check_action(action, parameters)

    @on(LongList.Opened)
    def action_open_finding(self) -> None:
        """The marked finding."""
        if self._view and (line := self._marked):
            self.app.push_screen(FindingPage(self._view, line, self._as_at))

    def action_show_reviews(self) -> None:
        """A line for each."""
        if self._view:
            words = lines(*(plain(review.words) for review in self._view.reviews))
            self.app.push_screen(ReadDialog("What became of each review", words))

    def action_which_team(self) -> None:
        """One of the teams."""

        def chosen(at: int | None) -> None:
            if at is not None:
                self._team = self._teams[at]
                self._arrange()

        now = self._teams.index(self._view.team) if self._view and self._view.team in self._teams else 0
        self.app.push_screen(ChooseOneDialog("Which team?", self._teams, now), chosen)

    def action_as_at(self) -> None:
        """Asks for the day."""

        def show(day: date | None) -> None:
            self._as_at = day
            self._arrange()

        ask_as_at(self, self._as_at, show)

    def action_learning_period(self) -> None:
        """Asks for its two ends."""
        today = self.house.workspace.clock.today()
        until = self._as_at or today

        def chosen(period: Period | None) -> None:
            if period is not None:
                self._since = period.since
                self._as_at = period.until if period.until < today else None
                self._arrange()

        shown = Period(self._since or until - timedelta(days=_A_YEAR), until)
        self.app.push_screen(PeriodDialog(shown, today), chosen)

    def action_back_to_now(self) -> None:
        """Today again, and everything."""
        self._as_at = self._since = None
        self._arrange()

    def _arrange(self) -> None:
        self.begin(self.read_again(), group="reading", only=True)
