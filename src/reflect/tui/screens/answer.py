"""One answer, to be changed; the question stays as it was asked."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

from reflect.domain.reflection import Answer
from reflect.errors import ReflectError
from reflect.tui import places
from reflect.tui import sitting_commands as commands
from reflect.tui.autosave import Autosave, Draft, Kept
from reflect.tui.coming_back_commands import ThenAndNow
from reflect.tui.commands import GoBack
from reflect.tui.dialogs.leaving import leave
from reflect.tui.dialogs.procedure import ProcedureDialog
from reflect.tui.labels import handling_words
from reflect.tui.screen import Page
from reflect.tui.widgets.answer_box import AnswerBox
from reflect.tui.widgets.no_referral import NoReferral
from reflect.tui.widgets.progress_strip import ProgressStrip, day
from reflect.tui.widgets.question_card import QuestionCard


class AnswerPage(Page):
    """The same editor and the same autosave as while reflecting."""

    PLACE = "My reflections"
    CSS_PATH = "answer.tcss"
    PAGE_COMMANDS = (GoBack, ThenAndNow, commands.LocalProcedure, commands.SaveNow)

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self._answer = answer
        self._revision = answer.revision
        self._keeper: Autosave | None = None

    def compose_body(self) -> ComposeResult:
        """The question as it was asked, and the answer."""
        yield ProgressStrip()
        yield QuestionCard()
        yield AnswerBox()
        yield NoReferral()

    def on_mount(self) -> None:
        """Everything is known already."""
        answer = self._answer
        self.head(place=answer.asked.bank_title, mark=self._handling())
        self._keeper = Autosave(
            Draft(answer.text, answer.scale),
            answer.updated,
            save=self._save,
            replaced=self._replaced,
            tell=lambda _state: self._show_saved(),
        )
        box = self.query_one(AnswerBox)
        box.show(answer.asked.shape, self._keeper.draft)
        self.query_one(ProgressStrip).show_place(f"Written {day(answer.created.astimezone().date())}")
        self.query_one(QuestionCard).show(answer.asked.wording, answer.asked.parts)
        self._show_saved()
        self.set_focus(box.editor)

    def _handling(self) -> str:
        try:
            return handling_words(self.desk.practice.banks.bank(self._answer.asked.bank).handling)
        except ReflectError:  # a bank that is gone
            return ""

    def on_unmount(self) -> None:
        """What is saved is saved."""
        if self._keeper is not None:
            self._keeper.close()

    async def _save(self, draft: Draft) -> Kept:
        based_on = self._revision
        answer = await self.desk.write(
            lambda practice: practice.reflecting.edit_answer(
                self._answer.id, text=draft.text, scale=draft.scale, revision=based_on
            )
        )
        self._revision = answer.revision
        return Kept(Draft(answer.text, answer.scale), answer.updated)

    def _replaced(self, draft: Draft) -> None:
        if self.is_attached:
            self.query_one(AnswerBox).replace(draft)

    def _show_saved(self) -> None:
        if self._keeper is not None and self.is_attached:
            self.query_one(ProgressStrip).show_saved(self._keeper.state, self.house.workspace.clock.today())

    @on(AnswerBox.Changed)
    def _take_up(self) -> None:
        if self._keeper is not None and self.is_attached:
            self._keeper.change(self.query_one(AnswerBox).draft)

    async def save_unsaved(self) -> None:
        """Saves what is not saved yet. Raises ReflectError if that cannot be."""
        await self.query_one(AnswerBox).has_all_keys()
        self._take_up()
        if self._keeper is not None and not await self._keeper.now() and self._keeper.state.error is not None:
            raise self._keeper.state.error

    def action_save_now(self) -> None:
        """Saves at once; the strip says so."""
        self._take_up()
        if self._keeper is not None:
            self.begin(self._keeper.now())

    async def action_go_back(self) -> None:
        """Saves, and goes back to the reflection."""
        self.begin(leave(self, self.dismiss), group="leaving", only=True)

    async def action_then_and_now(self) -> None:
        """All answers to this question, this one as it stands now."""
        if await self.house.has_saved_everything():
            asked = self._answer.asked
            await self.app.push_screen(places.then_and_now(asked.bank, asked.question))

    def action_local_procedure(self) -> None:
        """What to do about a current concern."""
        self.app.push_screen(ProcedureDialog(self.house.settings))
