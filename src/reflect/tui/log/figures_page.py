"""Figures: everything agreed in a team, or in several side by side, in numbers and charts that expose nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reflect.domain.actions.rules import Rules
from reflect.domain.dates import said_short
from reflect.domain.figures.measures import Measure
from reflect.domain.figures.team_figures import TeamFigures
from reflect.tui.commands import GoBack
from reflect.tui.dialogs.as_at import Period, PeriodDialog, ask_as_at
from reflect.tui.dialogs.read import ReadDialog
from reflect.tui.log import commands
from reflect.tui.log import figure_words as said
from reflect.tui.log.choose_one import ChooseOneDialog
from reflect.tui.log.drawn import Draw, Drawn, nothing
from reflect.tui.log.figure_parts import LookedAt, one_team, several_teams
from reflect.tui.log.figures_over_time import month_by_month
from reflect.tui.log.teams import NO_TEAM, teams_of
from reflect.tui.screen import Page

if TYPE_CHECKING:
    from reflect.services.practice import Practice

_SIDE_BY_SIDE = "All that you lead, side by side"
_ALL_SO_FAR = (
    "The period narrows quarters, the course over time and one-to-ones; all other numbers count all so far."
)
_WORDS_A_MINUTE = 200


@dataclass(frozen=True, slots=True)
class _Read:
    led: tuple[str, ...]
    teams: tuple[str, ...]
    figures: tuple[TeamFigures, ...]
    stubborn: tuple[str, ...]
    rules: Rules


class FiguresPage(Page):
    """Everybody reads the figures of a team; who leads several sees them side by side first."""

    PLACE = "Figures"
    CSS_PATH = "figures_page.tcss"
    OWN_COMMAND = commands.GoToFigures
    PAGE_COMMANDS = (
        commands.WhichNumber,
        commands.BackToNow,
        commands.AsAt,
        commands.WhichPeriod,
        commands.MonthByMonth,
        commands.WhichTeam,
        GoBack,
    )

    def __init__(self) -> None:
        super().__init__()
        self._team: str | None = None
        self._as_at: date | None = None
        self._period: Period | None = None
        self._measure = Measure.AGREED
        self._read: _Read | None = None

    def compose_body(self) -> ComposeResult:
        """What is told kindly, and below it the numbers."""
        with VerticalScroll(id="parts"):
            yield Static("Reading…", id="about")
            yield Drawn(id="figures")

    async def read_again(self) -> None:
        """As they were last shown, or as they were shown on the wanted day."""
        team, as_at, period = self._team, self._as_at, self._period

        def read(practice: Practice) -> _Read:
            led = tuple(one.name for one in practice.overseeing.led())
            teams = teams_of(practice)
            asked = team if team in teams else None if len(led) > 1 else next(iter(teams), None)
            since, until = (period.since, period.until) if period else (None, None)
            shown = practice.overseeing.figures(asked, as_at=as_at, since=since, until=until) if teams else ()
            stubborn = practice.overseeing.learning(asked, as_at=as_at)[0].stubborn if asked else ()
            return _Read(led, teams, shown, stubborn, practice.rules.on(shown[0].as_at if shown else None))

        found = await self.desk.read(read)
        if (team, as_at, period) == (self._team, self._as_at, self._period):
            self._read = found
            self._tell(found)

    def _tell(self, read: _Read) -> None:
        several = read.figures
        mark = self.desk.practice.person.name
        if several and self._as_at is not None:
            mark = f"as at {said_short(several[0].as_at)}"
        place = f"Figures · {several[0].team}" if len(several) == 1 else "Figures"
        self.head(place=place, mark=mark)
        self.query_one("#about", Static).update(self._about(read))
        self.query_one(Drawn).show(self._draw(read))
        self.refresh_bindings()

    def _about(self, read: _Read) -> Content:
        if not read.figures:
            return Content(NO_TEAM)
        if len(read.figures) > 1:
            return Content(
                "Everything agreed, in the teams that you lead, side by side. w opens one of them."
            )
        (figures,) = read.figures
        key = self.app.get_key_display(commands.GoToLog.binding())
        little = said.little_words(figures, leads=figures.team in read.led, key=key)
        told = little or "Everything agreed, on the log or not. No number tells of one person."
        return Content(f"{told} {_ALL_SO_FAR}" if self._period and figures.week else told)

    def _draw(self, read: _Read) -> Draw:
        practice = self.desk.practice
        titles = {bank.id: bank.title for bank in practice.banks.banks()}
        looked_at = LookedAt(
            self._measure,
            practice.banks.vocabulary.label,
            lambda bank: titles.get(bank, bank),
            read.stubborn,
            read.rules,
        )
        if not read.figures:
            return nothing
        if len(read.figures) > 1:
            return partial(several_teams, read.figures, looked_at)
        return partial(one_team, read.figures[0], looked_at)

    def reading_minutes(self) -> float:
        """Numbers take their time."""
        return sum(part.words() for part in self.query(Drawn)) / _WORDS_A_MINUTE

    # What can be done

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is offered where there is nothing to tell apart."""
        read = self._read
        if action in (commands.WhichNumber.action(), commands.AsAt.action(), commands.WhichPeriod.action()):
            return read is not None and bool(read.figures)
        if action == commands.MonthByMonth.action():
            return read is not None and len(read.figures) == 1 and read.figures[0].week is not None
        if action == commands.BackToNow.action():
            return self._as_at is not None
        if action == commands.WhichTeam.action():
            return read is not None and len(read.teams) > 1
        return super().check_action(action, parameters)

    def action_which_number(self) -> None:
        """The number that is told apart."""
        names = [said.name_of(measure) for measure in said.TOLD_APART]

        def chosen(at: int | None) -> None:
            if at is not None and self._read is not None:
                self._measure = said.TOLD_APART[at]
                self._tell(self._read)

        now = said.TOLD_APART.index(self._measure)
        self.app.push_screen(
            ChooseOneDialog("Which number, by theme, level and quarter?", names, now), chosen
        )

    def action_which_team(self) -> None:
        """One team, or those that one leads side by side."""
        if (read := self._read) is None:
            return
        choices: list[str | None] = [*([None] if len(read.led) > 1 else []), *read.teams]

        def chosen(at: int | None) -> None:
            if at is not None:
                self._team = choices[at]
                self._arrange()

        shown = read.figures[0].team if len(read.figures) == 1 else None
        names = [team or _SIDE_BY_SIDE for team in choices]
        self.app.push_screen(ChooseOneDialog("Which team?", names, choices.index(shown)), chosen)

    def action_as_at(self) -> None:
        """Asks for the day."""

        def show(day: date | None) -> None:
            self._as_at = day
            self._arrange()

        ask_as_at(self, self._as_at, show)

    def action_back_to_now(self) -> None:
        """Today again."""
        self._as_at = None
        self._arrange()

    def action_which_period(self) -> None:
        """Asks for its two ends."""
        if self._read is None or not self._read.figures:
            return
        figures = self._read.figures[0]

        def chosen(period: Period | None) -> None:
            if period is not None:
                self._period = period
                self._arrange()

        today = self.house.workspace.clock.today()
        self.app.push_screen(PeriodDialog(Period(figures.since, figures.until), today), chosen)

    def action_month_by_month(self) -> None:
        """Every number of the courses over time."""
        if self._read is not None and len(self._read.figures) == 1:
            label = self.desk.practice.banks.vocabulary.label
            words = month_by_month(self._read.figures[0], self._measure, said.name_of(self._measure), label)
            self.app.push_screen(ReadDialog("Month by month", words))

    def _arrange(self) -> None:
        self.begin(self.read_again(), group="reading", only=True)
