"""Today: what is unfinished, and the banks to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reflect.domain.banks import Bank
from reflect.domain.reflection import Reflection
from reflect.tui import places
from reflect.tui.commands import GoToday
from reflect.tui.labels import day_words, handling_words
from reflect.tui.screen import Page
from reflect.tui.widgets.choices import Choices
from reflect.tui.words import columns, counted, plain

if TYPE_CHECKING:
    from reflect.services.practice import Practice

READ_ONLY = "A newer version of reflect made this workspace: here it can be read, but nothing can be changed."
_MOST_UNFINISHED = 5


def _unfinished_and_banks(practice: Practice) -> tuple[tuple[Reflection, ...], tuple[Bank, ...], int]:
    return practice.reflecting.unfinished(), practice.banks.banks(), len(practice.banks.broken())


class TodayPage(Page):
    """One list: what can be gone on with, then the banks in one line each. Enter does the next step."""

    PLACE = "Today"
    CSS_PATH = "today.tcss"
    OWN_COMMAND = GoToday
    CAN_GO_BACK = False

    def __init__(self) -> None:
        super().__init__()
        self._unfinished: tuple[Reflection, ...] = ()
        self._banks: tuple[Bank, ...] = ()

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
        """What is unfinished may have changed."""
        self._unfinished, self._banks, broken = await self.desk.read(_unfinished_and_banks)
        self._show(broken)

    def on_resize(self) -> None:
        """Lines are as long as the page is wide."""
        if self._banks:
            self._show(0)

    def _show(self, broken: int) -> None:
        choices = self.query_one(Choices)
        width = choices.scrollable_content_region.width - 2
        options: list[Option] = []
        if self._unfinished:
            options.append(_heading("Where you left off"))
            options += [self._sitting(sitting, width) for sitting in self._unfinished[:_MOST_UNFINISHED]]
            options.append(_heading(""))
        options.append(_heading("Question banks" if self._unfinished else "Begin with a question bank"))
        options += [_bank(bank, width) for bank in self._banks]
        choices.fill(options)
        self._say_next_step()
        if broken:
            self.say(f"{counted(broken, 'bank')} cannot be used; `reflect bank check` says why.")

    def _sitting(self, sitting: Reflection, width: int) -> Option:
        total = len(sitting.questions)
        at = "at the end" if sitting.at_end else f"question {sitting.position + 1} of {total}"
        today = self.house.workspace.clock.today()
        return Option(
            columns(width, plain(sitting.bank_title), (at, 20), (day_words(sitting.updated, today), 18)),
            id=f"sitting:{sitting.id}",
        )

    @on(OptionList.OptionHighlighted)
    def _say_next_step(self) -> None:
        kind, _, wanted = (self.query_one(Choices).chosen or "").partition(":")
        said = Content("")
        if kind == "sitting":
            sitting = next(sitting for sitting in self._unfinished if sitting.id == wanted)
            said = Content.assemble("Enter goes on with ", plain(sitting.bank_title), ", where you left off.")
        elif kind == "bank":
            bank = next(bank for bank in self._banks if bank.id == wanted)
            said = Content.assemble("Enter opens ", plain(bank.title), ".")
            if not self._unfinished:
                said = Content.assemble(said, " Questions come one at a time; stop whenever you like.")
        self.query_one("#next-step", Static).update(said)

    @on(OptionList.OptionSelected)
    async def _open(self, event: OptionList.OptionSelected) -> None:
        kind, _, wanted = (event.option.id or "").partition(":")
        if kind == "sitting":
            await self.app.push_screen(places.resume(wanted))
        elif kind == "bank":
            await self.app.push_screen(places.bank(wanted))


def _heading(words: str) -> Option:
    return Option(Content.styled(words, "bold $primary"), disabled=True)


def _bank(bank: Bank, width: int) -> Option:
    return Option(
        columns(
            width,
            plain(bank.title),
            (counted(len(bank.questions), "question"), 15),
            (handling_words(bank.handling), 19),
        ),
        id=f"bank:{bank.id}",
    )
