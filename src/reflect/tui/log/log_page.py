"""The log of a team: what practitioners and supervisors placed on it, in an order that its lead can work with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from reflect.domain.actions.action import Action
from reflect.domain.actions.rules import USUAL, Rules
from reflect.domain.dates import said_short
from reflect.domain.figures.listed_log import ListedLog, LogBy, LogOrder, LogWanted
from reflect.domain.links import Team
from reflect.errors import NotPermitted
from reflect.tui import places
from reflect.tui.acting import words as action_words
from reflect.tui.acting.order import after
from reflect.tui.commands import GoBack
from reflect.tui.dialogs.as_at import ask_as_at
from reflect.tui.dialogs.read import ReadDialog
from reflect.tui.log import commands
from reflect.tui.log import words as log_words
from reflect.tui.log.as_it_stood import AsItStoodPage
from reflect.tui.log.choose_one import ChooseOneDialog
from reflect.tui.log.filter_log import FilterLogDialog
from reflect.tui.log.handed_on import say_handed_on
from reflect.tui.log.log_list import LogList, row_near, rows_of
from reflect.tui.log.report_dialog import ReportDialog
from reflect.tui.screen import Page
from reflect.tui.words import lines, plain

if TYPE_CHECKING:
    from reflect.services.practice import Practice
    from reflect.tui.acting.order import Rows

_ALL = "All of my teams"


@dataclass(frozen=True, slots=True)
class _Asked:
    team: str | None = None
    by: LogBy = LogBy.DAY
    order: LogOrder = LogOrder.DAY
    wanted: LogWanted = field(default_factory=LogWanted)
    as_at: date | None = None

    @property
    def is_filtered(self) -> bool:
        """Whether something is asked for that not every listed action passes."""
        return self.wanted != LogWanted()


@dataclass(frozen=True, slots=True)
class _Read:
    led: tuple[Team, ...]
    log: ListedLog
    rows: Rows[str]
    row: int
    names: Mapping[str, str]
    rules: Rules


class LogPage(Page):
    """For who leads a team: in groups with exact counts, filtered, as at any day; an action opens to be worked with."""

    PLACE = "Log"
    CSS_PATH = "log_page.tcss"
    OWN_COMMAND = commands.GoToLog
    PAGE_COMMANDS = (
        commands.OpenListed,
        commands.GroupLog,
        commands.FilterLog,
        commands.ShowWholeLog,
        commands.BackToNow,
        commands.ShowKey,
        commands.WhichTeam,
        commands.MakeReport,
        commands.AsAt,
        commands.SortLog,
        GoBack,
    )

    def __init__(self) -> None:
        super().__init__()
        self._asked = _Asked()
        self._led: tuple[Team, ...] = ()
        self._log: ListedLog | None = None
        self._names: Mapping[str, str] = {}
        self._rules: Rules = USUAL

    def compose_body(self) -> ComposeResult:
        """How many there are, the list, and why the marked one has its letter."""
        yield Static("Reading…", id="counts")
        yield Static(id="order", classes="quiet")
        yield LogList(self._row, id="listed")
        yield Static(id="why", classes="quiet")
        yield Static(id="key", classes="quiet")

    async def read_again(self) -> None:
        """As it stands now, or as it stood on the wanted day."""
        listed = self.query_one(LogList)
        asked = self._asked
        led_before = [team.name for team in self._led]
        marked, near = listed.marked.id if listed.marked else None, listed.mark

        def read(practice: Practice) -> _Read:
            led = practice.overseeing.led()
            team = asked.team if asked.team in [one.name for one in led] else None
            log = practice.overseeing.log(
                team, by=asked.by, order=asked.order, wanted=asked.wanted, as_at=asked.as_at
            )
            rows = rows_of(log)
            row = row_near(rows, marked, near)
            return _Read(led, log, rows, row, practice.overseeing.owners(log), practice.rules.on(log.as_at))

        try:
            found = await self.desk.read(read)
        except NotPermitted as refused:
            if not await say_handed_on(self, led_before):
                self.house.say_fault(refused)
            self.dismiss()
            return
        led = [team.name for team in found.led]
        if gone := [name for name in led_before if name not in led]:
            await say_handed_on(self, gone)
        if asked != self._asked:
            return
        self._led, self._log, self._names, self._rules = found.led, found.log, found.names, found.rules
        listed.show_log(found.log, found.rows, found.row)
        self._tell(found.log)

    def _tell(self, log: ListedLog) -> None:
        mark = f"as at {said_short(log.as_at)}" if self._is_past else self.desk.practice.person.name
        self.head(place=f"Log of {log_words.teams_words(log.teams)}", mark=mark)
        self.query_one("#counts", Static).update(self._counts(log))
        self.query_one("#order", Static).update(self._said_order(log))
        self.query_one("#key", Static).update(log_words.key_in_words(self._rules))
        self._say_why()
        self.refresh_bindings()

    def _counts(self, log: ListedLog) -> Content:
        past = plain(log_words.as_at_words(log.as_at)) if self._is_past else Content("")
        if log.count:
            return lines(past, log_words.log_counts(log))
        if not self._asked.is_filtered:
            return lines(past, Content(log_words.NOTHING_LISTED))
        key = self.app.get_key_display(commands.ShowWholeLog.binding())
        return lines(past, Content(f"{log_words.NONE_LIKE_THIS} {key} shows the whole log again."))

    def _said_order(self, log: ListedLog) -> Content:
        said = Content(log_words.order_words(log)) if log.count else Content("")
        if not self._asked.is_filtered:
            return said
        vocabulary = self.desk.practice.banks.vocabulary
        only = Content.assemble("Only ", log_words.wanted_words(self._asked.wanted, vocabulary, self._names))
        return lines(only, said)

    def _row(self, action: Action, width: int) -> Content:
        day = self._log.as_at if self._log else self.house.workspace.clock.today()
        return action_words.row(action, width, day, self._rules, self._names.get(action.owner, ""))

    @on(LogList.Marked)
    def _say_why(self) -> None:
        marked = self.query_one(LogList).marked
        why = Content("")
        if marked is not None and self._log is not None:
            why = log_words.why_words(marked, self._log.as_at, self._rules)
        self.query_one("#why", Static).update(why)
        self.refresh_bindings()

    @property
    def _is_past(self) -> bool:
        return self._asked.as_at is not None

    # What can be done

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing to open or to tell apart is offered where there is nothing."""
        log = self._log
        if action == commands.OpenListed.action():
            return log is not None and log.count > 0
        if action in (commands.GroupLog.action(), commands.SortLog.action()):
            return log is not None and log.count > 0
        if action == commands.FilterLog.action():
            return log is not None and (log.count > 0 or self._asked.is_filtered)
        if action == commands.ShowWholeLog.action():
            return self._asked.is_filtered
        if action == commands.BackToNow.action():
            return self._is_past
        if action in (commands.AsAt.action(), commands.ShowKey.action()):
            return log is not None
        if action == commands.MakeReport.action():
            return log is not None and self.house.documents is not None
        if action == commands.WhichTeam.action():
            return len(self._led) > 1
        return super().check_action(action, parameters)

    @on(LogList.Opened)
    def action_open_listed(self) -> None:
        """The marked action, or how it stood."""
        marked, log = self.query_one(LogList).marked, self._log
        if marked is not None and log is not None:
            page = (
                AsItStoodPage(marked, log.as_at) if self._is_past else places.action(marked.id, of_log=True)
            )
            self.app.push_screen(page)

    def action_group_log(self) -> None:
        """Other sections."""
        self._ask(replace(self._asked, by=after(self._asked.by)))

    def action_sort_log(self) -> None:
        """Another order within them."""
        self._ask(replace(self._asked, order=after(self._asked.order)))

    def action_filter_log(self) -> None:
        """Asks which to show."""
        self.begin(self._ask_which(), group="opening", only=True)

    async def _ask_which(self) -> None:
        team, as_at = self._asked.team, self._asked.as_at
        owners = await self.desk.read(
            lambda practice: practice.overseeing.log(team, by=LogBy.OWNER, as_at=as_at).groups
        )
        vocabulary = self.desk.practice.banks.vocabulary
        names = {group.key: group.words for group in owners}
        self.app.push_screen(FilterLogDialog(self._asked.wanted, vocabulary, names), self._filter)

    def action_show_whole_log(self) -> None:
        """Ends the filter."""
        self._filter(LogWanted())

    def _filter(self, wanted: LogWanted | None) -> None:
        if wanted is not None:
            self._ask(replace(self._asked, wanted=wanted))

    def action_which_team(self) -> None:
        """One of the teams, or all of them."""
        names = [team.name for team in self._led]

        def chosen(at: int | None) -> None:
            if at is not None:
                self._ask(replace(self._asked, team=names[at - 1] if at else None))

        team = self._asked.team
        now = names.index(team) + 1 if team in names else 0
        self.app.push_screen(ChooseOneDialog("Which team?", [_ALL, *names], now), chosen)

    def action_as_at(self) -> None:
        """Asks for the day."""
        ask_as_at(self, self._asked.as_at, self._go_to)

    def action_back_to_now(self) -> None:
        """Today again."""
        self._go_to(None)

    def _go_to(self, day: date | None) -> None:
        self._ask(replace(self._asked, as_at=day))

    def action_make_report(self) -> None:
        """Asks for which period, and as what."""
        self.app.push_screen(ReportDialog(self._asked.team, self._asked.as_at))

    def action_show_key(self) -> None:
        """The letters in words."""
        self.app.push_screen(ReadDialog("What the letters mean", log_words.key_in_words(self._rules)))

    def _ask(self, asked: _Asked) -> None:
        self._asked = asked
        self.begin(self.read_again(), group="reading", only=True)
