"""The library: every bank, and every question of every bank through one filter."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reflect.domain.banks import Bank
from reflect.services.sittings import questions_for
from reflect.tui import places
from reflect.tui.bank_commands import AddBank
from reflect.tui.commands import FilterQuestions, GoBack, GoToLibrary, ShowAllQuestions
from reflect.tui.dialogs.add_bank import AddBankDialog
from reflect.tui.dialogs.filter import FilterDialog
from reflect.tui.labels import handling_words, published_words
from reflect.tui.question_filter import QuestionFilter
from reflect.tui.screen import Page
from reflect.tui.widgets.choices import Choices
from reflect.tui.widgets.filter_line import FilterLine
from reflect.tui.words import counted, lines, plain


class LibraryPage(Page):
    """A list of banks; with a filter, those that have such questions, and how many."""

    PLACE = "Library"
    CSS_PATH = "library.tcss"
    OWN_COMMAND = GoToLibrary
    PAGE_COMMANDS = (FilterQuestions, ShowAllQuestions, AddBank, GoBack)

    def __init__(self) -> None:
        super().__init__()
        self._banks: tuple[Bank, ...] = ()
        self._wanted = QuestionFilter()
        self._just_added: str | None = None

    def compose_body(self) -> ComposeResult:
        """What is shown, the list, and what to do when nothing is found."""
        yield FilterLine(id="filter-line")
        yield Choices(id="banks")
        yield Static(
            "No question is like that. Press a to see all of them again, or f to ask differently.",
            id="nothing",
            classes="quiet",
        )

    async def read_again(self) -> None:
        """The banks are read once from their files, and again when some are added or taken away."""
        self._banks = await self.desk.read(lambda practice: practice.banks.banks())
        self._show()

    def _show(self) -> None:
        found = {bank.id: self._wanted.of(bank) for bank in self._banks}
        shown = [bank for bank in self._banks if found[bank.id]] if not self._wanted.is_open else self._banks
        options: list[Option] = []
        for bank in shown:
            options += [self._option(bank, len(found[bank.id])), Option("", disabled=True)]
        self.query_one(Choices).fill(options[:-1], mark=self._just_added)
        self._just_added = None
        self.query_one(FilterLine).tell(
            self._wanted,
            self.desk.practice.banks.vocabulary,
            shown=sum(len(questions) for questions in found.values()),
            of=sum(len(bank.questions) for bank in self._banks),
        )
        self.set_class(not shown and bool(self._banks), "-nothing")
        self.refresh_bindings()

    def _option(self, bank: Bank, passing: int) -> Option:
        total = counted(len(bank.questions), "question")
        others = len(bank.questions) - len(questions_for(bank, self.desk.practice.person.profession))
        told = f"{total} ({others} for other professions)" if others else total
        how_many = told if self._wanted.is_open else f"{passing} of {total}"
        about = Content.assemble(
            f"{handling_words(bank.handling)} · {how_many} · ",
            plain(bank.document.publisher or bank.document.title),
            Content.assemble(", ", plain(published_words(bank.document.published)))
            if bank.document.published
            else "",
        )
        return Option(lines(plain(bank.title, "bold"), about), id=bank.id)

    @on(OptionList.OptionSelected)
    async def open_bank(self, event: OptionList.OptionSelected) -> None:
        """To the bank, with the same filter."""
        if event.option.id is not None:
            await self.app.push_screen(places.bank(event.option.id, self._wanted))

    def action_filter_questions(self) -> None:
        """Asks which questions to show."""
        dialog = FilterDialog(self._wanted, self._banks, self.desk.practice.banks.vocabulary)
        self.app.push_screen(dialog, self._filter)

    def action_show_all_questions(self) -> None:
        """Ends the filter."""
        self._filter(QuestionFilter())

    def _filter(self, wanted: QuestionFilter | None) -> None:
        if wanted is not None:
            self._wanted = wanted
            self._show()

    def action_add_bank(self) -> None:
        """Asks for the file, and shows what it holds."""
        self.app.push_screen(AddBankDialog(), self._was_added)

    def _was_added(self, bank_id: str | None) -> None:
        if bank_id is not None:
            self._wanted, self._just_added = QuestionFilter(), bank_id
            self.say("The bank is added.")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """All are shown already unless something was asked for."""
        if action == "show_all_questions":
            return not self._wanted.is_open
        return super().check_action(action, parameters)
