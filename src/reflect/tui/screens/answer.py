"""One answer, to be changed; the question stays as it was asked."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from reflect.domain.reflection import Answer
from reflect.errors import ReflectError
from reflect.tui import places
from reflect.tui import sitting_commands as commands
from reflect.tui import writing_commands as writing
from reflect.tui.acting.commands import WriteAction
from reflect.tui.autosave import Draft
from reflect.tui.coming_back_commands import ThenAndNow
from reflect.tui.commands import GoBack
from reflect.tui.dialogs.leaving import leave
from reflect.tui.labels import handling_words
from reflect.tui.open_answer import OpenAnswer
from reflect.tui.sharing.commands import ShareThisAnswer
from reflect.tui.sharing.steps import offer_to_share
from reflect.tui.widgets.answer_box import AnswerBox
from reflect.tui.widgets.no_referral import NoReferral
from reflect.tui.widgets.progress_strip import ProgressStrip, day
from reflect.tui.widgets.question_card import QuestionCard
from reflect.tui.widgets.quiet_questions import QuietQuestions
from reflect.tui.writing_page import WritingPage


class AnswerPage(WritingPage):
    """The same editor and the same autosave as while reflecting."""

    PLACE = "My reflections"
    CSS_PATH = "answer.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-too-narrow"), (60, "-narrow"), (80, "-usual"), (100, "-wide")]
    PAGE_COMMANDS = (
        writing.NextStep,
        writing.PreviousStep,
        GoBack,
        writing.ConsiderQuestion,
        ThenAndNow,
        WriteAction,
        writing.ChooseModel,
        writing.EarlierWordings,
        ShareThisAnswer,
        commands.LocalProcedure,
        commands.SaveNow,
    )

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self._answer = answer
        self._open: OpenAnswer | None = None

    def compose_body(self) -> ComposeResult:
        """The question as it was asked, and the answer."""
        yield ProgressStrip()
        yield QuestionCard()
        with Container(id="writing"):
            yield AnswerBox()
            yield QuietQuestions()
        yield NoReferral()

    def on_mount(self) -> None:
        """Everything is known already."""
        answer = self._answer
        self.head(place=answer.asked.bank_title, mark=self._handling())
        self._open = OpenAnswer(
            answer, self.desk, told=lambda _state: self._show_saved(), replaced=self._replaced
        )
        self.query_one(QuietQuestions).resting = dict.fromkeys((1, 2), self.hint_at_models)
        box = self.query_one(AnswerBox)
        box.show(answer.asked.shape, self._open.keeper.draft, self.models)
        self.query_one(ProgressStrip).show_place(f"Written {day(answer.created.astimezone().date())}")
        self.query_one(QuestionCard).show(answer.asked.wording, answer.asked.parts)
        self._show_saved()
        self.words_shown()
        self.set_focus(box.editor)

    def _handling(self) -> str:
        try:
            return handling_words(self.desk.practice.banks.bank(self._answer.asked.bank).handling)
        except ReflectError:  # a bank that is gone
            return ""

    @property
    def on_screen(self) -> OpenAnswer | None:
        """The answer."""
        return self._open

    def on_unmount(self) -> None:
        """What is saved is saved."""
        self.look_no_more()
        if self._open is not None:
            self._open.keeper.close()

    def _replaced(self, draft: Draft) -> None:
        if self.is_attached:
            self.query_one(AnswerBox).replace(draft)

    def _show_saved(self) -> None:
        if self._open is not None and self.is_attached:
            state = self._open.keeper.state
            self.query_one(ProgressStrip).show_saved(state, self.house.workspace.clock.today())

    @on(AnswerBox.Changed)
    def _changed(self) -> None:
        self.take_up()
        self.words_changed()

    async def save_unsaved(self) -> None:
        """Saves what is not saved yet. Raises ReflectError if that cannot be."""
        await self.query_one(AnswerBox).has_all_keys()
        self.take_up()
        keeper = self._open.keeper if self._open else None
        if keeper is not None and not await keeper.now() and keeper.state.error is not None:
            raise keeper.state.error

    def action_save_now(self) -> None:
        """Saves at once; the strip says so."""
        self.take_up()
        if self._open is not None:
            self.begin(self._open.keeper.now())

    async def action_go_back(self) -> None:
        """Saves, and goes back to the reflection."""
        self.begin(leave(self, self.dismiss), group="leaving", only=True)

    async def action_then_and_now(self) -> None:
        """All answers to this question, this one as it stands now."""
        if await self.house.has_saved_everything():
            asked = self._answer.asked
            await self.app.push_screen(places.then_and_now(asked.bank, asked.question))

    async def action_share_this_answer(self) -> None:
        """Who sees this answer as it stands now, and what of it."""
        if await self.house.has_saved_everything():
            self.begin(offer_to_share(self, self._answer.id), group="opening", only=True)
