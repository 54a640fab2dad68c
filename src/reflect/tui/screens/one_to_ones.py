"""One-to-ones: whom I supervise, who supervises me, and all records."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from reflect.domain.supervision.one_to_one import MeetingStatus, OneToOne
from reflect.tui import places
from reflect.tui.commands import GoBack, GoToOneToOnes
from reflect.tui.dialogs.team_dates import TeamDatesDialog
from reflect.tui.one_to_ones import commands, words
from reflect.tui.one_to_ones.overview import Between, Former, Overview, other_of, overview
from reflect.tui.one_to_ones.team_dates import TeamDates, team_dates
from reflect.tui.screen import Page
from reflect.tui.supervision.commands import PlanDay
from reflect.tui.widgets.grouped_list import GroupedList
from reflect.tui.words import plain


@dataclass(frozen=True, slots=True)
class _Row:
    """A title, a line that only says something, somebody, a record, or somebody of former times."""

    title: str = ""
    quiet: str = ""
    person: Between | None = None
    record: OneToOne | None = None
    former: Former | None = None

    @property
    def can_be_marked(self) -> bool:
        return self.person is not None or self.record is not None or self.former is not None

    @property
    def key(self) -> tuple[str, str]:
        if self.person is not None:
            return "person", self.person.due.link
        if self.former is not None:
            return "former", self.former.person
        return "record", self.record.id if self.record else ""


class OneToOnesPage(Page):
    """People by name, then records by day; the line above says in sentences how the marked one stands."""

    PLACE = "One-to-ones"
    CSS_PATH = "one_to_ones.tcss"
    OWN_COMMAND = GoToOneToOnes
    PAGE_COMMANDS = (
        commands.OpenOneToOne,
        commands.ShowAgreement,
        commands.ShowWorkingNotes,
        commands.ShowAudit,
        commands.ShowTeamDates,
        GoBack,
    )

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[_Row, ...] = ()
        self._of_team = TeamDates((), ())

    def compose_body(self) -> ComposeResult:
        """How the marked one stands, and the list."""
        yield Static("Reading…", id="how-it-stands")
        yield GroupedList(self._draw, self._can_be_marked, id="one-to-ones")

    def on_mount(self) -> None:
        """Whose page it is."""
        self.head(mark=self.desk.practice.person.name)
        self.watch(self.query_one(GroupedList), "mark", self._say, init=False)

    async def read_again(self) -> None:
        """Everybody and everything; one may have been planned, held or signed meanwhile."""
        found = await self.desk.read(overview)
        self._of_team = await self.desk.read(team_dates)
        marked = self._marked.key if self._marked else None
        self._rows = _rows(found)
        same = [at for at, row in enumerate(self._rows) if row.can_be_marked and row.key == marked]
        first = [at for at, row in enumerate(self._rows) if row.can_be_marked]
        self.query_one(GroupedList).fill(self._rows, next(iter([*same, *first]), 0))
        self._say()

    # Rows

    def _can_be_marked(self, at: int) -> bool:
        return at < len(self._rows) and self._rows[at].can_be_marked

    def _draw(self, at: int, width: int) -> Content:
        row, today = self._rows[at], self.house.workspace.clock.today()
        if row.person is not None:
            return words.person_row(row.person, width, today)
        if row.record is not None:
            return words.record_row(row.record, width, self.desk.practice.person.id, today)
        if row.former is not None:
            return words.former_row(row.former, width)
        return Content.styled(row.title, "bold $primary") if row.title else plain(row.quiet, "$text-muted")

    @property
    def _marked(self) -> _Row | None:
        # While the page is taken down it is asked what can be done, and has no list any more.
        at = next((shown.mark for shown in self.query(GroupedList)), None)
        return self._rows[at] if at is not None and self._can_be_marked(at) else None

    @property
    def _other(self) -> str | None:
        """With whom the marked row is, by name."""
        row, me = self._marked, self.desk.practice.person.id
        if row is None:
            return None
        if row.person is not None:
            return row.person.due.person
        if row.former is not None:
            return row.former.person
        return other_of(row.record, me) if row.record is not None else None

    def _say(self) -> None:
        row, today = self._marked, self.house.workspace.clock.today()
        if row is None:
            said = plain(words.NOBODY)
        elif row.person is not None:
            plan = self.app.get_key_display(PlanDay.binding())
            said = words.person_told(row.person, today, plan)
        elif row.record is not None:
            said = words.record_told(row.record, self.desk.practice.person.id)
        elif row.former is not None:
            said = words.former_told(row.former)
        self.query_one("#how-it-stands", Static).update(said)
        self.refresh_bindings()

    # What can be done

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What belongs to somebody is offered where somebody is marked; a former supervisor has no file to audit."""
        row = self._marked
        if action == commands.OpenOneToOne.action():
            return row is not None
        if action in (commands.ShowAgreement.action(), commands.ShowAudit.action()) and row and row.former:
            return False
        if action in (commands.ShowAgreement.action(), commands.ShowWorkingNotes.action()):
            return row is not None
        if action == commands.ShowAudit.action():
            return row is not None and (row.record is None or not row.record.copy)
        if action == commands.ShowTeamDates.action():
            return bool(self._of_team)
        return super().check_action(action, parameters)

    @on(GroupedList.Opened)
    def action_open_one_to_one(self) -> None:
        """The one-to-one with somebody, or one record; one that is planned is where it is prepared."""
        row, name = self._marked, self._other
        if row is None or name is None:
            return
        if row.former is not None:
            self.app.push_screen(places.working_notes(name))
        elif row.record is not None and row.record.status is not MeetingStatus.PLANNED:
            self.app.push_screen(places.one_to_one(row.record.id))
        else:
            self.app.push_screen(places.with_person(name))

    def action_show_agreement(self) -> None:
        """What the two have agreed."""
        if name := self._other:
            self.app.push_screen(places.agreement(name))

    def action_show_working_notes(self) -> None:
        """One's own notes, or what one may know of theirs."""
        if name := self._other:
            self.app.push_screen(places.working_notes(name))

    def action_show_audit(self) -> None:
        """What a file audit would ask."""
        if name := self._other:
            self.app.push_screen(places.audit(name))

    def action_show_team_dates(self) -> None:
        """Days and states, for who leads a team."""
        self.app.push_screen(TeamDatesDialog(self._of_team))


def _rows(found: Overview) -> tuple[_Row, ...]:
    rows: list[_Row] = []
    for title, supervises_me in (("Whom you supervise", False), ("Who supervises you", True)):
        people = [one for one in found.people if one.due.supervises_me is supervises_me]
        if people:
            rows += [_Row(title=title), *(_Row(person=one) for one in people), _Row()]
    if rows or found.records:
        rows.append(_Row(title="Records"))
        rows += [_Row(record=one) for one in found.records] or [_Row(quiet=words.NO_RECORDS)]
    if found.former:
        rows += [*([_Row()] if rows else []), _Row(title="Working notes from before")]
        rows += [_Row(former=one) for one in found.former]
    return tuple(rows)
