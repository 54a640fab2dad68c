"""Today: what one should know, what is due or unfinished, what one may want to come back to, and the banks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reflect.domain.actions.action import Action
from reflect.domain.actions.rules import USUAL, Rules
from reflect.domain.actions.told import what_next
from reflect.domain.banks import Bank
from reflect.domain.reflection import Reflection
from reflect.domain.returning import Seen
from reflect.domain.sharing import ShareCard
from reflect.domain.telling import ToTell
from reflect.services.actions.lists import DUE_GROUPS
from reflect.tui import coming_back_commands as commands
from reflect.tui import places
from reflect.tui.acting import words as action_words
from reflect.tui.acting.aside import NEXT_STEP, aside_lines
from reflect.tui.commands import GoToActions, GoToday, GoToOneToOnes, GoToShares
from reflect.tui.dialogs.when_it_returns import WhenItReturnsDialog
from reflect.tui.log.today_lines import lead_command, lead_lines, lead_step
from reflect.tui.one_to_ones.today_lines import Waiting, waiting, waiting_lines
from reflect.tui.returning_words import fulfil
from reflect.tui.screen import Page
from reflect.tui.sharing.words import shared_lines, shared_with
from reflect.tui.today_rows import bank_row, heading, returning_row, sitting_row
from reflect.tui.widgets.choices import Choices
from reflect.tui.words import counted, plain

if TYPE_CHECKING:
    from reflect.services.practice import Practice

READ_ONLY = "A newer version of reflect made this workspace: here it can be read, but nothing can be changed."
_MOST_UNFINISHED = 5
_MOST_DUE = 3


@dataclass(frozen=True, slots=True)
class _Read:
    to_tell: tuple[ToTell, ...] = ()
    unfinished: tuple[Reflection, ...] = ()
    due: tuple[Action, ...] = ()
    due_in_all: int = 0
    rules: Rules = USUAL
    returning: tuple[Seen, ...] = ()
    banks: tuple[Bank, ...] = ()
    broken: int = 0
    shared: tuple[tuple[ShareCard, str], ...] = ()
    shared_fault: str = ""
    led: tuple[str, ...] = ()
    aside: tuple[Action, ...] = ()


def _read(practice: Practice) -> _Read:
    return _Read(
        practice.telling.waiting(),
        practice.reflecting.unfinished(),
        practice.actions.due(_MOST_DUE),
        sum(len(practice.actions.arranged().places[group]) for group in DUE_GROUPS),
        practice.acting.rules,
        practice.coming_back.questions(),
        practice.banks.banks(),
        len(practice.banks.broken()),
        *shared_with(practice),
        tuple(team.name for team in practice.overseeing.led()),
        practice.putting_aside.waiting(),
    )


class TodayPage(Page):
    """One list: changes to know of, actions that are due, what can be gone on with, questions that may come back,
    then the banks in one line each. Enter does the next step."""

    PLACE = "Today"
    CSS_PATH = "today.tcss"
    OWN_COMMAND = GoToday
    CAN_GO_BACK = False
    PAGE_COMMANDS = (commands.ThenAndNow, commands.WhenItReturns, commands.WhetherAnyReturn)

    def __init__(self) -> None:
        super().__init__()
        self._read = _Read()
        self._waiting: tuple[Waiting, ...] = ()

    def compose_body(self) -> ComposeResult:
        """A sentence that says what comes next, and the list."""
        yield Static(id="next-step")
        yield Choices(id="today")

    def on_mount(self) -> None:
        """Whose page it is, and what this person should know before anything else."""
        practice = self.desk.practice
        self.head(mark=practice.person.name)
        for words in (practice.notice, READ_ONLY if practice.read_only else ""):
            if words:
                self.app.notify(words, timeout=15, markup=False)

    async def read_again(self) -> None:
        """What is unfinished may have changed, what is due, and what may come back."""
        self._read = read = await self.desk.read(_read)
        self.house.leads = bool(read.led)
        self._show(read.broken)
        if read.shared_fault:
            self.say(read.shared_fault)
        await self._read_waiting()

    async def _read_waiting(self) -> None:
        """Records are opened one by one for this, so the rest of the page does not wait for it."""
        today = self.house.workspace.clock.today()
        found = await self.desk.read(lambda practice: waiting(practice, today))
        if found != self._waiting:
            self._waiting = found
            self._show(0)

    def on_resize(self) -> None:
        """Lines are as long as the page is wide."""
        if self._read.banks:
            self._show(0)

    def _show(self, broken: int) -> None:
        choices, read = self.query_one(Choices), self._read
        width, today = choices.scrollable_content_region.width - 2, self.house.workspace.clock.today()
        options: list[Option] = [
            *self._told_lines(),
            *shared_lines(read.shared, width),
            *waiting_lines(self._waiting, width),
            *self._due_lines(width),
            *lead_lines(read.led, width, lambda command: self.app.get_key_display(command.binding())),
            *aside_lines(read.aside, width),
        ]
        if read.unfinished:
            options.append(heading("Where you left off"))
            options += [sitting_row(sitting, width, today) for sitting in read.unfinished[:_MOST_UNFINISHED]]
            options.append(heading(""))
        if read.returning:
            options.append(heading("You may want to come back to"))
            options += [returning_row(seen, self._wording(seen), width, today) for seen in read.returning]
            options.append(heading(""))
        has_begun = read.due or read.unfinished or read.returning
        options.append(heading("Question banks" if has_begun else "Begin with a question bank"))
        options += [bank_row(bank, width) for bank in read.banks]
        choices.fill(options)
        self._say_next_step()
        if broken:
            self.say(f"{counted(broken, 'bank')} cannot be used; `reflect bank check` says why.")

    def _told_lines(self) -> list[Option]:
        if not self._read.to_tell:
            return []
        rows = [Option(plain(notice.words), id=f"notice:{notice.id}") for notice in self._read.to_tell]
        return [heading("To let you know"), *rows, heading("")]

    def _due_lines(self, width: int) -> list[Option]:
        if not self._read.due:
            return []
        today = self.house.workspace.clock.today()
        rows = [
            Option(action_words.row(action, width, today, self._read.rules), id=f"action:{action.id}")
            for action in self._read.due
        ]
        if more := self._read.due_in_all - len(self._read.due):
            rows.append(Option(plain(f"and {more} more"), id="actions:"))
        return [heading("Due"), *rows, heading("")]

    def _wording(self, seen: Seen) -> str:
        bank = next((bank for bank in self._read.banks if bank.id == seen.bank), None)
        question = bank.question(seen.question) if bank else None
        return question.text if question else ""

    @property
    def _marked_question(self) -> Seen | None:
        kind, _, wanted = (self.query_one(Choices).chosen or "").partition(":")
        if kind != "question":
            return None
        return next((seen for seen in self._read.returning if f"{seen.bank}/{seen.question}" == wanted), None)

    @on(OptionList.OptionHighlighted)
    def _say_next_step(self) -> None:
        kind, _, wanted = (self.query_one(Choices).chosen or "").partition(":")
        said = Content("")
        if kind == "notice":
            said = Content("Enter puts this away, now that you know of it.")
        elif kind == "share":
            said = Content("Enter opens what is shared with you; who shared it sees when you first did.")
        elif kind == "one-to-one":
            said = plain(self._waiting[int(wanted)].next_step)
        elif kind == "one-to-ones":
            said = Content("Enter shows all with whom you hold one-to-ones.")
        elif kind == "shares":
            said = Content("Enter shows all that is shared with you.")
        elif kind == "action":
            action = next(action for action in self._read.due if action.id == wanted)
            next_step = what_next(action, self.house.workspace.clock.today())
            said = Content.assemble("Enter opens this action. ", plain(next_step))
        elif kind == "aside":
            said = Content(NEXT_STEP)
        elif kind == "actions":
            said = Content("Enter shows all your actions.")
        elif kind == "lead":
            said = Content(lead_step(wanted))
        elif kind == "sitting":
            sitting = next(sitting for sitting in self._read.unfinished if sitting.id == wanted)
            said = Content.assemble("Enter goes on with ", plain(sitting.bank_title), ", where you left off.")
        elif seen := self._marked_question:
            said = Content.assemble("Enter answers this again: ", plain(self._wording(seen)))
        elif kind == "bank":
            bank = next(bank for bank in self._read.banks if bank.id == wanted)
            said = Content.assemble("Enter opens ", plain(bank.title), ".")
            if not self._read.unfinished:
                said = Content.assemble(said, " Questions come one at a time; stop whenever you like.")
        self.query_one("#next-step", Static).update(said)
        self.refresh_bindings()

    @on(OptionList.OptionSelected)
    async def _open(self, event: OptionList.OptionSelected) -> None:
        kind, _, wanted = (event.option.id or "").partition(":")
        if kind == "notice":
            self.begin(self._put_away(wanted), group="telling")
        elif kind == "share":
            await self.app.push_screen(places.shared(wanted))
        elif kind == "one-to-one":
            await self.app.push_screen(self._waiting[int(wanted)].page())
        elif kind == "one-to-ones":
            await self.app.run_action(GoToOneToOnes.action())
        elif kind == "shares":
            await self.app.run_action(GoToShares.action())
        elif kind in ("action", "aside"):
            await self.app.push_screen(places.action(wanted))
        elif kind == "actions":
            await self.app.run_action(GoToActions.action())
        elif kind == "lead":
            await self.app.run_action(lead_command(wanted).action())
        elif kind == "sitting":
            await self.app.push_screen(places.resume(wanted))
        elif seen := self._marked_question:
            self.begin(self._answer_again(seen), group="opening", only=True)
        elif kind == "bank":
            await self.app.push_screen(places.bank(wanted))

    async def _put_away(self, notice: str) -> None:
        await self.desk.write(lambda practice: practice.telling.told([notice]))
        await self.read_again()

    # Questions that come back

    async def _answer_again(self, seen: Seen) -> None:
        await self.app.push_screen(await places.answer_again(self.desk, seen.bank, seen.question))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What belongs to a question is offered where one is marked; the switch for all, always."""
        if action in (commands.ThenAndNow.action(), commands.WhenItReturns.action()):
            return self._marked_question is not None
        return super().check_action(action, parameters)

    def action_then_and_now(self) -> None:
        """All answers to the marked question."""
        if seen := self._marked_question:
            self.app.push_screen(places.then_and_now(seen.bank, seen.question))

    def action_when_it_returns(self) -> None:
        """What is wished for the marked question, or for all."""
        self.begin(self._ask_when(self._marked_question), group="opening", only=True)

    def action_whether_any_return(self) -> None:
        """The rule, and the switch for all of it."""
        self.begin(self._ask_when(None), group="opening", only=True)

    async def _ask_when(self, seen: Seen | None) -> None:
        bank, question = (seen.bank, seen.question) if seen else ("", "")
        outlook = await self.desk.read(lambda practice: practice.coming_back.outlook(bank, question))

        def choose(wish: str | None) -> None:
            if wish is not None:
                self.begin(self._fulfil(wish, bank, question), group="wishing")

        wording = self._wording(seen) if seen else ""
        self.app.push_screen(WhenItReturnsDialog(wording, outlook, of_one=seen is not None), choose)

    async def _fulfil(self, wish: str, bank: str, question: str) -> None:
        self.say(await self.desk.write(fulfil(wish, bank, question)))
        await self.read_again()
