"""One bank: what its briefing says, and its questions, each with why it is asked and where it comes from."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.widgets import OptionList, Static, TabbedContent, TabPane
from textual.widgets.option_list import Option

from reflect.domain.banks import Bank
from reflect.domain.briefing import has_seven_panes
from reflect.domain.themes import Vocabulary
from reflect.tui import bank_words, places
from reflect.tui.acting.commands import WriteAction
from reflect.tui.bank_commands import RemoveBank
from reflect.tui.briefing_commands import SevenMinutes
from reflect.tui.comes_from import from_findings, from_question
from reflect.tui.commands import FilterQuestions, GoBack, IntoTab, Reflect, ShowAllQuestions
from reflect.tui.dialogs.confirm import ConfirmDialog
from reflect.tui.dialogs.filter import FilterDialog
from reflect.tui.dialogs.write_action import write_action
from reflect.tui.labels import handling_words
from reflect.tui.question_filter import QuestionFilter
from reflect.tui.screen import Page
from reflect.tui.widgets.choices import Choices
from reflect.tui.widgets.filter_line import FilterLine
from reflect.tui.words import plain

_WORDS_A_MINUTE = 200


class QuestionList(Choices):
    """The questions of a bank; Enter and r reflect on the one that is marked."""

    BINDINGS = [replace(Reflect.binding(), key="enter", action="screen.reflect")]


class BankPage(Page):
    """Tabs: summary (its content note first), questions, findings, facts, resources."""

    CSS_PATH = "bank.tcss"
    PAGE_COMMANDS = (
        Reflect,
        SevenMinutes,
        FilterQuestions,
        ShowAllQuestions,
        WriteAction,
        RemoveBank,
        IntoTab,
        GoBack,
    )

    def __init__(self, bank_id: str, wanted: QuestionFilter) -> None:
        super().__init__()
        self._bank_id = bank_id
        self._wanted = wanted
        self._bank: Bank | None = None
        self._was_added = False
        self._vocabulary = Vocabulary({})

    def compose_body(self) -> ComposeResult:
        """Filled once the bank is read."""
        with TabbedContent(initial="summary" if self._wanted.is_open else "questions"):
            with TabPane("Summary", id="summary"), VerticalScroll():
                yield Static(id="summary-text")
            with TabPane("Questions", id="questions"):
                yield FilterLine(id="filter-line")
                with Container(id="question-parts"):
                    yield QuestionList(id="question-list")
                    with VerticalScroll(id="question-detail"):
                        yield Static(id="question-text")
            with TabPane("Findings", id="findings"), VerticalScroll():
                yield Static(id="findings-text")
            with TabPane("Facts", id="facts"), VerticalScroll():
                yield Static(id="facts-text")
            with TabPane("Resources", id="resources"), VerticalScroll():
                yield Static(id="resources-text")

    async def read_again(self) -> None:
        """A bank does not change while it is open: it is read once."""
        if self._bank is not None:
            return
        bank, self._vocabulary = await self.desk.read(
            lambda practice: (practice.banks.bank(self._bank_id), practice.banks.vocabulary)
        )
        self._bank = bank
        self._was_added = await self.desk.read(lambda practice: practice.bank_shelf.holds(self._bank_id))
        self.head(place=bank.title, mark=handling_words(bank.handling))
        for part, words in (
            ("summary", bank_words.summary(bank)),
            ("findings", bank_words.findings(bank)),
            ("facts", bank_words.facts(bank)),
            ("resources", bank_words.resources(bank)),
        ):
            self.query_one(f"#{part}-text", Static).update(words)
        self._show_questions()
        if not self._wanted.is_open:
            self.query_one(QuestionList).focus()

    def _show_questions(self) -> None:
        bank = self._bank
        if bank is None:
            return
        shown = self._wanted.of(bank)
        self.query_one(QuestionList).fill(
            [Option(plain(question.text), id=question.id) for question in shown]
        )
        self.query_one(FilterLine).tell(
            self._wanted, self._vocabulary, shown=len(shown), of=len(bank.questions)
        )
        if not shown:
            self.query_one("#question-text", Static).update(
                "No question here is like that. Press a to see all of them again, or f to ask differently."
            )
        self.refresh_bindings()

    @on(OptionList.OptionHighlighted)
    def show_question(self, event: OptionList.OptionHighlighted) -> None:
        """Why it is asked, and where it comes from."""
        question = self._bank.question(event.option.id or "") if self._bank else None
        if self._bank is not None and question is not None:
            self.query_one("#question-text", Static).update(
                bank_words.question(self._bank, question, self._vocabulary)
            )
            self.query_one("#question-detail", VerticalScroll).scroll_home(animate=False)

    @on(TabbedContent.TabActivated)
    def other_tab(self) -> None:
        """What can be done depends on the tab."""
        self.refresh_bindings()

    def action_into_tab(self) -> None:
        """Focus goes to the list of questions, or to the text that can be scrolled."""
        pane = self.query_one(TabbedContent).active_pane
        if pane is not None:
            pane.query("QuestionList, VerticalScroll").first().focus()

    @property
    def _tab(self) -> str:
        return self.query_one(TabbedContent).active if self.is_mounted else ""

    @property
    def _on_questions(self) -> bool:
        return self._tab == "questions"

    async def action_reflect(self) -> None:
        """At the question that is marked; from the other tabs, at the bank's first."""
        question = self.query_one(QuestionList).chosen if self._on_questions else None
        await self.app.push_screen(places.reflect_on(self._bank_id, question))

    @on(OptionList.OptionSelected)
    async def reflect_on_clicked(self, event: OptionList.OptionSelected) -> None:
        """A click on the question that is marked already does what Enter does."""
        await self.app.push_screen(places.reflect_on(self._bank_id, event.option.id))

    async def action_seven_minutes(self) -> None:
        """The panes with a clock, then a few questions."""
        await self.app.push_screen(places.seven_minutes(self._bank_id))

    def action_write_action(self) -> None:
        """From the question that is marked, or from one of the findings."""
        if self._bank is None:
            return
        if self._on_questions:
            write_action(self, from_question(self._bank, self.query_one(QuestionList).chosen or ""))
        else:
            findings = from_findings(self._bank)
            write_action(self, findings, chosen=0 if len(findings) == 1 else None)

    def action_remove_bank(self) -> None:
        """Asks first."""
        words = (
            "It goes from the library, and its questions are asked no more. What was answered stays, with the words "
            "that were asked. A version that came with reflect appears again. The file is kept aside in the workspace."
        )
        dialog = ConfirmDialog("Remove this bank?", words, keep="Keep it", go_ahead="Remove it")
        self.app.push_screen(dialog, self._remove)

    def _remove(self, is_sure: bool | None) -> None:
        if is_sure:
            self.begin(self._take_away(), group="removing", only=True)

    async def _take_away(self) -> None:
        await self.desk.write(lambda practice: practice.bank_shelf.remove(self._bank_id))
        self.say("The bank is removed. Answers keep their words.")
        self.dismiss()

    def action_filter_questions(self) -> None:
        """Asks which questions to show."""
        if self._bank is not None:
            self.app.push_screen(FilterDialog(self._wanted, (self._bank,), self._vocabulary), self._filter)

    def action_show_all_questions(self) -> None:
        """Ends the filter."""
        self._filter(QuestionFilter())

    def _filter(self, wanted: QuestionFilter | None) -> None:
        if wanted is not None:
            self._wanted = wanted
            self.query_one(TabbedContent).active = "questions"
            self._show_questions()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """All are shown already unless something was asked for; not every briefing has seven panes."""
        if action == SevenMinutes.action():
            return self._bank is not None and has_seven_panes(self._bank)
        if action == RemoveBank.action():
            return self._was_added
        if action == WriteAction.action():
            return self._bank is not None and self._tab in ("questions", "findings")
        if action == "show_all_questions":
            return self._on_questions and not self._wanted.is_open
        return super().check_action(action, parameters)

    def reading_minutes(self) -> float:
        """The summary and the findings are long texts."""
        if self._bank is None:
            return 0.0
        words = sum(len(finding.text.split()) for finding in self._bank.findings)
        return (len(self._bank.summary.split()) + words) / _WORDS_A_MINUTE
