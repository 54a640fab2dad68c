"""A team: its name, who leads it, and who is in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Label, OptionList, Select, Static
from textual.widgets.option_list import Option

from reflect.domain.links import Team
from reflect.domain.people import Colleague, Person
from reflect.errors import WrongUse
from reflect.tui.acting.commands import KeepAction, LeaveDialog
from reflect.tui.dialogs.form import FormDialog
from reflect.tui.people.commands import MarkMember
from reflect.tui.words import choice, plain

if TYPE_CHECKING:
    from reflect.services.practice import Practice

_LONGEST_NAME = 60


class TeamDialog(FormDialog[Team]):
    """Answers the team as it is kept. A team that is there keeps its name."""

    CSS_PATH = ["form.tcss", "team.tcss"]
    PAGE_COMMANDS = (MarkMember, KeepAction, LeaveDialog)

    def __init__(self, people: Sequence[Colleague], team: Team | None = None) -> None:
        """`people` are those who can be in it now; `team` is one to change."""
        super().__init__()
        self._people = tuple(people)
        self._names = {person.id: person.name for person in people}
        self._team = team
        self._before = frozenset(team.members if team else ()) & self._names.keys()
        self._members = set(self._before)

    def compose_body(self) -> ComposeResult:
        """Name, lead, members."""
        lead = self._team.lead if self._team else ""
        if self._team is None:
            yield Label("What is it called?")
            yield Input(id="name", max_length=_LONGEST_NAME, select_on_focus=False)
        yield Label("Who leads it?")
        yield Select(
            [(choice(name), id_) for id_, name in self._names.items()],
            prompt="Please choose",
            value=lead if lead in self._names else Select.NULL,
            compact=True,
            id="lead",
        )
        yield Static(id="members-of")
        yield OptionList(id="members")
        yield from self.end_of_form("Make the team" if self._team is None else "Change it")

    def on_mount(self) -> None:
        """Who is in it now."""
        title = f"The team {self._team.name}" if self._team else "A new team"
        self.query_one("#box").border_title = plain(title)
        self._show()

    def _show(self) -> None:
        listed = self.query_one("#members", OptionList)
        marked = listed.highlighted
        listed.clear_options()
        for person in self._people:
            sign = "[x] " if person.id in self._members else "[ ] "
            profession = f", {person.profession}" if isinstance(person, Person) and person.profession else ""
            listed.add_option(Option(plain(f"{sign}{person.name}{profession}"), id=person.id))
        listed.highlighted = marked or 0
        in_it = len(self._members)
        self.query_one("#members-of", Static).update(
            f"Who is in it? Space marks; {in_it} of {len(self._people)} are marked. A lead need not be among them."
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Marking is for the list."""
        if action == MarkMember.action():
            return isinstance(self.focused, OptionList) and self.focused.id == "members"
        return super().check_action(action, parameters)

    def on_descendant_focus(self) -> None:
        """Whether something can be marked depends on where one is."""
        self.refresh_bindings()

    @on(OptionList.OptionSelected, "#members")
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_mark_member()

    def action_mark_member(self) -> None:
        """In, or not."""
        at = self.query_one("#members", OptionList).highlighted
        if at is not None:
            self._members ^= {self._people[at].id}
            self._show()

    @property
    def typed(self) -> str:
        """What was typed, and whether somebody was marked or chosen: neither is dropped unasked."""
        lead = self.query_one("#lead", Select).value
        is_other_lead = lead != Select.NULL and (self._team is None or lead != self._team.lead)
        return super().typed or ("marks" if is_other_lead or self._members != self._before else "")

    async def keep(self) -> Team:
        """Makes the team, or changes what is different now."""
        lead = self.query_one("#lead", Select).value
        if lead == Select.NULL:
            raise WrongUse("Nobody leads this team yet.", "Please choose who does.")
        leader, team = self._names[str(lead)], self._team
        coming = [self._names[one] for one in self._in_order(self._members - self._before)]
        going = [self._names[one] for one in self._in_order(self._before - self._members)]
        if team is None:
            name = self.query_one("#name", Input).value
            return await self.desk.write(lambda practice: practice.teams.add(name, leader, coming))

        def change(practice: Practice) -> Team:
            kept = practice.teams.one(team.name)
            if kept.lead != str(lead):
                kept = practice.teams.change_lead(team.name, leader)
            if coming or going:
                kept = practice.teams.change_members(team.name, add=coming, remove=going)
            return kept

        return await self.desk.write(change)

    def _in_order(self, ids: set[str] | frozenset[str]) -> list[str]:
        return [person.id for person in self._people if person.id in ids]

    async def put_aside(self, words: str) -> None:
        """Names and marks are quickly made again: nothing of them is kept."""
