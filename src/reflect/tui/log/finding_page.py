"""One finding of a review: its whole text, what became of it, and for who leads the team what is listed of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reflect.domain.actions.action import Action
from reflect.domain.actions.rules import USUAL, Rules
from reflect.domain.dates import said_short
from reflect.domain.figures.listed_log import ListedLog, LogBy, LogWanted
from reflect.domain.figures.team_figures import FindingLine, LearningView
from reflect.tui import places
from reflect.tui.acting import words as action_words
from reflect.tui.commands import GoBack
from reflect.tui.log import commands
from reflect.tui.log import words as log_words
from reflect.tui.log.as_it_stood import AsItStoodPage
from reflect.tui.log.handed_on import say_handed_on
from reflect.tui.log.log_list import LogList, row_near, rows_of
from reflect.tui.screen import Page
from reflect.tui.words import lines, plain

if TYPE_CHECKING:
    from reflect.services.practice import Practice
    from reflect.tui.acting.order import Rows


@dataclass(frozen=True, slots=True)
class _Listed:
    log: ListedLog
    rows: Rows[str]
    row: int
    names: Mapping[str, str]
    rules: Rules


class FindingPage(Page):
    """As at the day of the page before."""

    PLACE = "Learning"
    CSS_PATH = "finding_page.tcss"
    PAGE_COMMANDS = (commands.OpenListed, GoBack)

    def __init__(self, view: LearningView, line: FindingLine, as_at: date | None) -> None:
        """`line` is one of those of `view`; `as_at` is None for today."""
        super().__init__()
        self._view = view
        self._line = line
        self._as_at = as_at
        self._log: ListedLog | None = None
        self._names: Mapping[str, str] = {}
        self._rules: Rules = USUAL

    def compose_body(self) -> ComposeResult:
        """The finding, and below it the listed actions."""
        with VerticalScroll(id="finding"):
            yield Static(id="about")
        yield Static(id="listed-title")
        yield LogList(self._row, tall=2, id="listed")
        yield Static(id="rule", classes="quiet")

    def on_mount(self) -> None:
        """What is known of it already."""
        mark = f"as at {said_short(self._as_at)}" if self._as_at else self.desk.practice.person.name
        self.head(place=f"Learning · {self._view.team}", mark=mark)
        self.query_one(LogList).display = False
        self._tell()

    async def read_again(self) -> None:
        """Something may have moved."""
        team, wanted, as_at = self._view.team, (self._line.bank, self._line.finding), self._as_at
        (view,) = await self.desk.read(lambda practice: practice.overseeing.learning(team, as_at=as_at))
        line = next((one for one in view.lines if (one.bank, one.finding) == wanted), None)
        if line is not None:
            self._view, self._line = view, line
        if self._line.listed is not None:
            await self._read_listed()
        elif self._log is not None and await say_handed_on(self, [team]):
            self._log, self.query_one(LogList).display = None, False
        self._tell()

    async def _read_listed(self) -> None:
        team, as_at, listed = self._view.team, self._as_at, self.query_one(LogList)
        wanted = LogWanted(finding=f"{self._line.bank}/{self._line.finding}")
        marked, near = listed.marked.id if listed.marked else None, listed.mark

        def read(practice: Practice) -> _Listed:
            log = practice.overseeing.log(team, by=LogBy.STATUS, wanted=wanted, as_at=as_at)
            rows = rows_of(log, is_loose=False)
            names = practice.overseeing.owners(log)
            return _Listed(log, rows, row_near(rows, marked, near), names, practice.rules.on(log.as_at))

        found = await self.desk.read(read)
        self._log, self._names, self._rules = found.log, found.names, found.rules
        listed.display = found.log.count > 0
        listed.show_log(found.log, found.rows, found.row)

    def _tell(self) -> None:
        label = self.desk.practice.banks.vocabulary.label
        told = log_words.finding_words(self._line, self._view, label)
        self.query_one("#about", Static).update(told)
        self.query_one("#listed-title", Static).update(self._listed_title())
        rule = log_words.rule_words(self._view, leads=self._line.listed is not None)
        self.query_one("#rule", Static).update(rule)
        self.refresh_bindings()

    def _listed_title(self) -> Content:
        if self._log is None:
            return Content("")
        title = plain("Listed actions that came from it", "bold $primary")
        return title if self._log.count else lines(title, Content("There are none on the log."))

    def _row(self, action: Action, width: int) -> Content:
        day = self._log.as_at if self._log else self.house.workspace.clock.today()
        owner = self._names.get(action.owner, "")
        return log_words.listed_row(action_words.row(action, width, day, self._rules, owner), action)

    # What can be done

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only where something is listed."""
        if action == commands.OpenListed.action():
            return self._log is not None and self._log.count > 0
        return super().check_action(action, parameters)

    @on(LogList.Opened)
    def action_open_listed(self) -> None:
        """The marked action, or how it stood."""
        marked = self.query_one(LogList).marked
        if marked is not None:
            day = self._as_at
            self.app.push_screen(
                places.action(marked.id, of_log=True) if day is None else AsItStoodPage(marked, day)
            )
