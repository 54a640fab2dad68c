"""People: who supervises whom, the teams, and everybody here; an administrator changes it on the same page."""

from __future__ import annotations

from collections.abc import Callable, Coroutine

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList, Static

from reflect.domain.dates import said
from reflect.domain.links import Link, Team
from reflect.domain.people import Colleague, Person, Standing
from reflect.tui import places
from reflect.tui.commands import Choose, Command, GoBack, GoToPeople
from reflect.tui.dialogs.code_once import CodeOnceDialog
from reflect.tui.dialogs.confirm import ConfirmDialog
from reflect.tui.dialogs.invite import Invited, InviteDialog
from reflect.tui.dialogs.link import LinkDialog
from reflect.tui.dialogs.team import TeamDialog
from reflect.tui.people import commands, words
from reflect.tui.people.around import Around, around
from reflect.tui.people.rows import options
from reflect.tui.screen import Page
from reflect.tui.widgets.choices import Choices
from reflect.tui.words import plain


class PeopleList(Choices):
    """Enter is offered where it leads somewhere."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """As the page says of what is marked."""
        if action == Choose.action():
            return isinstance(self.screen, PeoplePage) and self.screen.can_open
        return super().check_action(action, parameters)


class PeoplePage(Page):
    """One list: one's own links, the teams, the links of others, everybody, and what has ended; above it what is
    marked, in words."""

    PLACE = "People"
    CSS_PATH = "people.tcss"
    OWN_COMMAND = GoToPeople
    PAGE_COMMANDS = (
        commands.EndLink,
        commands.ChangeTeam,
        commands.NewCode,
        commands.Deactivate,
        commands.Invite,
        commands.NewLink,
        commands.NewTeam,
        GoBack,
    )

    def __init__(self) -> None:
        super().__init__()
        self._around: Around | None = None
        self._mark: str | None = None
        self._wanted_name = ""

    def compose_body(self) -> ComposeResult:
        """What is marked, and the list."""
        yield Static("Reading…", id="about")
        yield PeopleList(id="people")

    def on_mount(self) -> None:
        """Whose page it is."""
        self.head(mark=self.desk.practice.person.name)

    async def read_again(self) -> None:
        """Everything that may be known; an administrator may have changed it in another window."""
        today = self.house.workspace.clock.today()
        self._around = await self.desk.read(lambda practice: around(practice, today))
        name, self._wanted_name = self._wanted_name.casefold(), ""
        self._mark = next(
            (f"person:{one.id}" for one in self._around.here if one.name.casefold() == name), self._mark
        )
        self._show()

    def on_resize(self) -> None:
        """Lines are as long as the page is wide."""
        if self._around is not None:
            self._show()

    def _show(self) -> None:
        if self._around is not None:
            choices = self.query_one(PeopleList)
            width = choices.scrollable_content_region.width - 2
            choices.fill(list(options(self._around, width)), self._mark)
            self._mark = None
            self._say_what_is_marked()

    @on(OptionList.OptionHighlighted)
    def _say_what_is_marked(self) -> None:
        known, marked = self._around, self._marked
        if known is None:
            return
        match marked:
            case Link():
                about = words.link_about(marked, known)
            case Team():
                about = words.team_about(marked, known)
            case Colleague():
                about = words.person_about(marked, known)
            case None:
                about = ""
        self.query_one("#about", Static).update(plain(about))
        self.refresh_bindings()

    @property
    def _marked(self) -> Link | Team | Colleague | None:
        kind, _, wanted = (self.query_one(PeopleList).chosen or "").partition(":")
        if self._around is None:
            return None
        find = {"link": self._around.link, "team": self._around.team, "person": self._around.person}.get(kind)
        return find(wanted) if find is not None else None

    # What can be done

    @property
    def can_open(self) -> bool:
        """Whether Enter leads somewhere from what is marked."""
        return self._other is not None or commands.ChangeTeam.action() in self._offered

    @property
    def _other(self) -> str | None:
        """With whom the marked link joins whoever looks at it, by name."""
        known, marked = self._around, self._marked
        if known is None or not isinstance(marked, Link) or not marked.joins(known.me):
            return None
        return None if marked.is_over(known.today) else known.name(marked.other(known.me))

    @property
    def _offered(self) -> set[str]:
        known, marked = self._around, self._marked
        if known is None or not known.administers:
            return set()
        offered: set[type[Command]] = {commands.Invite, commands.NewTeam, commands.NewLink}
        match marked:
            case Link() if not marked.is_over(known.today):
                offered.add(commands.EndLink)
            case Team():
                offered.add(commands.ChangeTeam)
            case Person() if marked.standing is not Standing.INACTIVE and marked.id != known.me:
                offered.add(commands.Deactivate)
                if marked.standing is Standing.INVITED:
                    offered.add(commands.NewCode)
        return {command.action() for command in offered}

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only an administrator changes anything, and only what is marked."""
        if action in _CHANGES:
            return action in self._offered
        return super().check_action(action, parameters)

    @on(OptionList.OptionSelected)
    def _open(self) -> None:
        if (name := self._other) is not None:
            self.app.push_screen(places.with_person(name))
        elif self.can_open:
            self.action_change_team()

    # Links

    def action_new_link(self) -> None:
        """Who supervises whom."""
        if (known := self._around) is None:
            return
        marked = self._marked

        def made(link: Link | None) -> None:
            if link is not None:
                supervisor, supervisee = known.name(link.supervisor), known.name(link.supervisee)
                cover = f" up to and including {said(link.until)}" if link.until else ""
                self.say(f"{supervisor} supervises {supervisee}{cover}. Both are told.")
                self._look_again(f"link:{link.id}")

        supervisee = marked.name if isinstance(marked, Colleague) else None
        self.app.push_screen(LinkDialog(known.here, known.today, supervisee=supervisee), made)

    def action_end_link(self) -> None:
        """Asks first."""
        if (known := self._around) is not None and isinstance(link := self._marked, Link):
            supervisor, supervisee = known.name(link.supervisor), known.name(link.supervisee)
            self._ask(
                f"Shall {supervisor} no longer supervise {supervisee}?",
                words.before_ending(link, known),
                "End the link",
                lambda: self._end(link, f"{supervisor} no longer supervises {supervisee}. They are told."),
            )

    async def _end(self, link: Link, told: str) -> None:
        await self.desk.write(lambda practice: practice.links.end(link.id))
        self.say(told)
        self._look_again()

    # Teams

    def action_new_team(self) -> None:
        """Name, lead and members."""
        self._open_team(None)

    def action_change_team(self) -> None:
        """Lead and members of the marked one."""
        if isinstance(marked := self._marked, Team):
            self._open_team(marked)

    def _open_team(self, team: Team | None) -> None:
        if (known := self._around) is None:
            return

        def kept(changed: Team | None) -> None:
            if changed is not None and changed != team:
                self.say(f"The team {changed.name} is kept. Those concerned are told.")
                self._look_again(f"team:{changed.id}")

        self.app.push_screen(TeamDialog(known.here, team), kept)

    # People

    def action_invite(self) -> None:
        """A name, and then a code."""
        self.app.push_screen(InviteDialog(), self._show_code)

    def action_new_code(self) -> None:
        """Asks first: the one before ends."""
        if isinstance(person := self._marked, Person):
            self._ask(
                f"Make a new code for {person.name}?",
                "The code that they were given before no longer opens anything.",
                "Make a new code",
                lambda: self._new_code(person),
            )

    async def _new_code(self, person: Person) -> None:
        code = await self.desk.write(lambda practice: practice.people.invite(person.name))
        self._show_code(Invited(person.name, code))

    def _show_code(self, invited: Invited | None) -> None:
        if invited is not None:
            self.app.push_screen(CodeOnceDialog(invited), lambda _: self._look_for(invited.name))

    def _look_for(self, name: str) -> None:
        self._wanted_name = name
        self._look_again()

    def action_deactivate(self) -> None:
        """Asks first, and says what follows."""
        if (known := self._around) is not None and isinstance(person := self._marked, Person):
            self._ask(
                f"Close the workspace to {person.name}?",
                words.before_deactivating(person, known),
                "Close it to them",
                lambda: self._deactivate(person),
            )

    async def _deactivate(self, person: Person) -> None:
        await self.desk.write_alone(lambda practice: practice.people.deactivate(person.name))
        self.say(f"{person.name} can no longer sign in.")
        self._look_again()

    def _ask(
        self, title: str, about: str, go_ahead: str, act: Callable[[], Coroutine[object, object, None]]
    ) -> None:
        def answered(is_sure: bool | None) -> None:
            if is_sure:
                self.begin(act(), group="changing")

        self.app.push_screen(ConfirmDialog(title, about, keep="Change nothing", go_ahead=go_ahead), answered)

    def _look_again(self, mark: str | None = None) -> None:
        self._mark = mark
        self.begin(self.read_again(), group="reading", only=True)


_CHANGES = {
    command.action()
    for command in (
        commands.EndLink,
        commands.ChangeTeam,
        commands.NewCode,
        commands.Deactivate,
        commands.Invite,
        commands.NewLink,
        commands.NewTeam,
    )
}
