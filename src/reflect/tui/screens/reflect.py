"""One question at a time: the question, its finding, an answer that saves itself."""

from __future__ import annotations

from contextlib import suppress
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from reflect.domain.banks import Bank
from reflect.domain.reflection import Sitting
from reflect.errors import ReflectError
from reflect.tui import sitting_commands as commands
from reflect.tui import writing_commands as writing
from reflect.tui.acting.commands import WriteAction
from reflect.tui.autosave import Draft
from reflect.tui.comes_from import ComesFrom, from_question
from reflect.tui.dialogs.leaving import leave
from reflect.tui.labels import handling_words
from reflect.tui.open_sitting import OpenSitting
from reflect.tui.which_sitting import WhichSitting
from reflect.tui.widgets.answer_box import AnswerBox
from reflect.tui.widgets.finding_panel import FindingPanel
from reflect.tui.widgets.no_referral import NoReferral
from reflect.tui.widgets.progress_strip import ProgressStrip
from reflect.tui.widgets.question_card import QuestionCard
from reflect.tui.widgets.quiet_questions import QuietQuestions
from reflect.tui.words import lines, plain
from reflect.tui.writing_page import WritingPage


class ReflectPage(WritingPage):
    """A sitting, with the answer to one question on the screen."""

    PLACE = "Reflect"
    AUTO_FOCUS = ""
    CSS_PATH = "reflect.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-too-narrow"), (60, "-narrow"), (80, "-usual"), (100, "-wide")]
    PAGE_COMMANDS = (
        commands.BeginReading,
        writing.NextStep,
        writing.PreviousStep,
        commands.NextQuestion,
        commands.PreviousQuestion,
        commands.SkipQuestion,
        commands.Stop,
        writing.ConsiderQuestion,
        commands.ShowFinding,
        writing.ChooseModel,
        commands.FinishSitting,
        WriteAction,
        writing.EarlierWordings,
        commands.LocalProcedure,
        commands.SaveNow,
    )
    ALWAYS = (commands.Stop, commands.LocalProcedure)

    def __init__(
        self,
        *,
        bank: str = "",
        question: str | None = None,
        reflection: str | None = None,
        anew: bool = False,
    ) -> None:
        """A sitting with `bank` (the unfinished one unless `anew`), or the sitting `reflection`; at `question` if
        one is named, with the cursor in the text."""
        super().__init__()
        self._which = WhichSitting(bank, question, reflection, anew)
        self._has_read_note = False
        self._sitting: OpenSitting | None = None

    def compose_body(self) -> ComposeResult:
        """The content note, and behind it the sitting."""
        yield Static(id="content-note")
        with Horizontal(id="sitting"):
            with Vertical(id="asking"):
                yield ProgressStrip()
                yield QuestionCard()
                yield AnswerBox()
            yield FindingPanel()
            yield QuietQuestions()
        yield NoReferral()

    def on_mount(self) -> None:
        """Nothing is shown until it is known what."""
        self.add_class("-waiting")
        key = self.app.get_key_display(commands.ShowFinding.binding())
        self.query_one(QuietQuestions).resting = {
            1: f"{key} shows why this is asked, and the finding.",
            2: self.hint_at_models,
        }

    def on_unmount(self) -> None:
        """What is saved is saved; nothing more is begun."""
        self.look_no_more()
        if self._sitting is not None:
            self._sitting.close()

    # Opening

    async def read_again(self) -> None:
        """Opens the sitting, once: after that the page itself knows best what was typed."""
        if self._sitting is not None:
            return
        try:
            if not await self._shows_note_first():
                self._open(await self.desk.write(self._which.begun))
        except ReflectError as error:
            self.house.say_fault(error)
            self.dismiss()

    async def _shows_note_first(self) -> bool:
        if self._has_read_note or self._which.is_known:
            return False
        bank = self.desk.practice.banks.bank(self._which.bank)
        if not bank.content_note or await self.desk.read(self._which.is_under_way):
            return False
        self._say_where(bank.title, bank)
        self.query_one("#content-note", Static).update(
            lines(
                plain(f"{bank.title}\n", "bold"),
                plain(f"{bank.content_note}\n"),
                plain("Enter goes on to the first question. Escape stops here.", "$text-muted"),
            )
        )
        self.set_focus(None)
        self._show(noting=True)
        return True

    def _open(self, sitting: Sitting) -> None:
        bank = None
        with suppress(ReflectError):  # a bank that is gone: the answers keep their questions
            bank = self.desk.practice.banks.bank(sitting.reflection.bank)
        self._sitting = OpenSitting(sitting, bank, self.desk, told=self._show_saved, replaced=self._replaced)
        question = self._which.question
        if self._which.reflection and question in self._sitting.questions:
            self._sitting.position = self._sitting.questions.index(question or "")
        self._say_where(self._sitting.title, bank)
        if self._sitting.asked is None:
            self._to_summary()
            return
        self._show(noting=False)
        self._show_question()
        if question:
            self.set_focus(self.query_one(AnswerBox).editor)

    @property
    def on_screen(self) -> OpenSitting | None:
        """The sitting, at its question."""
        return self._sitting

    @property
    def question_here(self) -> tuple[ComesFrom, ...]:
        """The question on the screen, if its bank still asks it."""
        sitting = self._sitting
        asked = sitting.asked if sitting else None
        return from_question(sitting.bank, asked.id) if sitting and sitting.bank and asked else ()

    def _say_where(self, title: str, bank: Bank | None) -> None:
        self.head(place=title, mark=handling_words(bank.handling) if bank else "")

    def _show(self, *, noting: bool) -> None:
        self.remove_class("-waiting")
        self.set_class(noting, "-noting")
        self.refresh_bindings()

    def action_begin_reading(self) -> None:
        """From the note to the first question."""
        self._has_read_note = True
        self.begin(self.read_again(), group="reading", only=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The note only leads on, back or to the local procedure."""
        is_open = self._sitting is not None
        if action == commands.BeginReading.action():
            return not is_open and self.has_class("-noting")
        if not is_open and any(
            action == command.action() for command in self.PAGE_COMMANDS if command not in self.ALWAYS
        ):
            return False
        return super().check_action(action, parameters)

    # One question

    def _show_question(self) -> None:
        sitting = self._sitting
        asked = sitting.asked if sitting else None
        if sitting is None or asked is None:
            return
        box = self.query_one(AnswerBox)
        box.show(asked.shape, sitting.draft, self.models)
        self.query_one(ProgressStrip).show_place(sitting.place)
        self.set_class(bool(asked.parts), "-in-parts")
        self.query_one(QuestionCard).show(asked.wording, asked.parts)
        self.query_one(FindingPanel).show(asked.wording, asked.parts, sitting.bank, asked.question)
        self._show_saved()
        self.words_shown()
        self.remove_class("-turned")
        self.set_focus(box.starts_with)
        self.refresh_bindings()

    @on(AnswerBox.Changed)
    def _changed(self) -> None:
        # The box is asked afresh: a message may be older than the question that is on the screen.
        self.take_up()
        self.words_changed()

    def _replaced(self, question: str, draft: Draft) -> None:
        asked = self._sitting.asked if self._sitting else None
        if self.is_attached and asked is not None and asked.id == question:
            self.query_one(AnswerBox).replace(draft)

    def _show_saved(self) -> None:
        if self._sitting is None or not self.is_attached:
            return
        of, state = self._sitting.saved
        self.query_one(ProgressStrip).show_saved(state, self.house.workspace.clock.today(), of=of)

    # Moving and leaving

    async def action_next_question(self) -> None:
        """To the next question, or the summary."""
        await self._move(1)

    async def action_previous_question(self) -> None:
        """To the question before."""
        await self._move(-1)

    async def action_skip_question(self) -> None:
        """To the next question; this one is marked as left out if nothing was said."""
        await self._move(1, skipping=True)

    async def _move(self, by: int, *, skipping: bool = False) -> None:
        await self.query_one(AnswerBox).has_all_keys()
        self.take_up()
        sitting = self._sitting
        left = sitting.asked if sitting else None
        if sitting is None or left is None or sitting.position + by < 0:
            return
        if skipping and sitting.draft.is_empty:
            sitting.mark_skipped(left.id)
        sitting.position += by
        if sitting.asked is None:
            self._to_summary(back_to=sitting.position - by)
        else:
            self._show_question()
            self.begin(sitting.keep(left.id))

    async def save_unsaved(self) -> None:
        """Saves every answer that is not saved yet, then the place. Raises ReflectError if an answer cannot be."""
        if self._sitting is not None:
            await self.query_one(AnswerBox).has_all_keys()
            self.take_up()
            await self._sitting.save_all()

    def action_save_now(self) -> None:
        """Saves at once; the strip says so."""
        if self._sitting is not None:
            self.take_up()
            self.begin(self._sitting.save_now())

    def action_stop(self) -> None:
        """Saves and goes back to where one came from. With the finding opened over the answer, closes it first."""
        if self.has_class("-turned") and not self.has_class("-wide"):
            self.action_show_finding()
            return
        self.begin(leave(self, self.dismiss), group="leaving", only=True)

    def action_finish_sitting(self) -> None:
        """To the summary, from any question."""
        self._to_summary()

    def _to_summary(self, *, back_to: int | None = None) -> None:
        self.take_up()
        stay = (lambda: None) if back_to is None else partial(self._stay_at, back_to)
        self.begin(leave(self, self._show_summary, stay), group="leaving", only=True)

    def _show_summary(self) -> None:
        from reflect.tui.screens.finish import FinishPage

        if self._sitting is not None:
            self.app.switch_screen(FinishPage(self._sitting.id))

    def _stay_at(self, position: int) -> None:
        if self._sitting is not None:
            self._sitting.position = position
            self.take_up()

    def action_show_finding(self) -> None:
        """Opens the finding over the answer; on a wide window, where both have room, hides it."""
        is_turned = not self.has_class("-turned")
        self.set_class(is_turned, "-turned")
        opened = is_turned and not self.has_class("-wide")
        self.set_focus(self.query_one(FindingPanel) if opened else self.query_one(AnswerBox).editor)
