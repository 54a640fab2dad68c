"""The end of a sitting: what was answered and what was left out, what I take away, and thank you."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static, TextArea
from textual.widgets.option_list import Option

from reflect.domain.reflection import Reflection, Sitting
from reflect.errors import ReflectError
from reflect.tui import sitting_commands as commands
from reflect.tui.acting.commands import WriteAction
from reflect.tui.autosave import Autosave, Draft, Kept
from reflect.tui.comes_from import ComesFrom, from_answers
from reflect.tui.commands import GoToMyReflections
from reflect.tui.dialogs.leaving import leave
from reflect.tui.dialogs.procedure import ProcedureDialog
from reflect.tui.dialogs.write_action import write_action
from reflect.tui.in_order import drained
from reflect.tui.labels import handling_words
from reflect.tui.marking import Marking
from reflect.tui.screen import Page
from reflect.tui.summary_words import state_words, summary_words, thanks_words
from reflect.tui.widgets.answer_editor import AnswerEditor
from reflect.tui.widgets.ask_to_be_counted import AskToBeCounted
from reflect.tui.widgets.choices import Choices
from reflect.tui.widgets.no_referral import NoReferral
from reflect.tui.widgets.progress_strip import ProgressStrip
from reflect.tui.words import plain


class FinishPage(Page):
    """The summary leads back to any question; what is taken away saves itself like an answer."""

    PLACE = "Summary"
    AUTO_FOCUS = ""
    CSS_PATH = "finish.tcss"
    PAGE_COMMANDS = (
        commands.FinishSitting,
        commands.Stop,
        commands.BackToToday,
        WriteAction,
        commands.LocalProcedure,
        commands.SaveNow,
    )

    def __init__(self, reflection: str) -> None:
        super().__init__()
        self._reflection_id = reflection
        self._reflection: Reflection | None = None
        self._stored = ""
        self._wordings: dict[str, str] = {}
        self._answers: tuple[ComesFrom, ...] = ()
        self._keeper: Autosave | None = None
        self._marking = Marking(self)

    def compose_body(self) -> ComposeResult:
        """The summary, and behind it the thanks."""
        with Vertical(id="summary"):
            yield ProgressStrip()
            yield Static(id="summary-words")
            yield Choices(id="summary-questions")
            yield AnswerEditor(id="take-away")
            yield NoReferral()
        yield Static(id="thanks")
        yield AskToBeCounted()

    def on_mount(self) -> None:
        """What the text is for."""
        self.query_one("#take-away", AnswerEditor).border_title = plain("What I take away")

    def on_unmount(self) -> None:
        """What is saved is saved."""
        self._marking.close()
        if self._keeper is not None:
            self._keeper.close()

    async def read_again(self) -> None:
        """The sitting as it stands; once read, the page itself knows best what was typed."""
        if self._keeper is not None:
            return
        try:
            sitting = await self.desk.read(lambda practice: practice.reflecting.resume(self._reflection_id))
        except ReflectError as error:
            self.house.say_fault(error)
            self.dismiss()
            return
        self._show(sitting)

    def _show(self, sitting: Sitting) -> None:
        reflection = self._reflection = sitting.reflection
        wordings = {id_: answer.asked.wording for id_, answer in sitting.answers.items()}
        mark = ""
        try:
            bank = self.desk.practice.banks.bank(reflection.bank)
        except ReflectError:  # a bank that is gone: the answers keep their questions
            pass
        else:
            mark = handling_words(bank.handling)
            wordings = {question.id: question.text for question in bank.questions} | wordings
        self.head(place=reflection.bank_title, mark=mark)
        answers = (sitting.answers[id_] for id_ in reflection.questions if id_ in sitting.answers)
        self._answers = from_answers(answers)
        self._stored = reflection.take_away
        self._keeper = Autosave(
            Draft(reflection.take_away),
            reflection.updated if reflection.take_away else None,
            save=self._save,
            replaced=self._replaced,
            tell=lambda _state: self._show_saved(),
        )
        editor = self.query_one("#take-away", AnswerEditor)
        editor.show_text(reflection.take_away)
        self._marking.changed(self.query_one("#take-away", AnswerEditor))
        self.query_one(ProgressStrip).show_place("Summary")
        self.query_one("#summary-words", Static).update(
            Content(summary_words(reflection, gone=len(sitting.gone)))
        )
        self._wordings = wordings
        self._list_questions()
        self._show_saved()
        self.set_focus(editor)
        self.refresh_bindings()

    def on_resize(self) -> None:
        """Lines are as long as the page is wide."""
        self._list_questions()

    def _list_questions(self) -> None:
        reflection, choices = self._reflection, self.query_one(Choices)
        if reflection is None:
            return
        width = max(choices.scrollable_content_region.width - 2, 20)
        options = []
        for id_ in reflection.questions:
            words = plain(" ".join(self._wordings.get(id_, id_).split()))
            line = Content.assemble(state_words(reflection, id_).ljust(11), words)
            options.append(Option(line.truncate(width, ellipsis=True), id=id_))
        choices.fill(options)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """First the summary's commands; after the end, only the way on."""
        is_done = self.has_class("-done")
        if action == commands.BackToToday.action():
            return is_done
        if action == commands.FinishSitting.action():
            return self._reflection is not None and self._reflection.finished is None and not is_done
        if action in (commands.SaveNow.action(), commands.LocalProcedure.action()):
            return not is_done
        return super().check_action(action, parameters)

    # What I take away

    async def _save(self, draft: Draft) -> Kept:
        before = self._stored
        changed = await self.desk.write(
            lambda practice: practice.reflecting.save_take_away(
                self._reflection_id, draft.text, based_on=before
            )
        )
        self._stored = changed.take_away
        return Kept(Draft(changed.take_away), changed.updated)

    def _replaced(self, draft: Draft) -> None:
        if self.is_attached:
            self.query_one("#take-away", AnswerEditor).show_text(draft.text)

    def _show_saved(self) -> None:
        if self._keeper is not None and self.is_attached:
            self.query_one(ProgressStrip).show_saved(self._keeper.state, self.house.workspace.clock.today())

    @on(TextArea.Changed)
    def _changed(self) -> None:
        self._take_up()
        self._marking.changed(self.query_one("#take-away", AnswerEditor))

    def _take_up(self) -> None:
        if self._keeper is not None and self.is_attached:
            self._keeper.change(Draft(self.query_one("#take-away", AnswerEditor).words))

    async def save_unsaved(self) -> None:
        """Saves what is not saved yet. Raises ReflectError if that cannot be."""
        await drained(self.query_one("#take-away", AnswerEditor))
        self._take_up()
        if self._keeper is not None and not await self._keeper.now() and self._keeper.state.error is not None:
            raise self._keeper.state.error

    def action_save_now(self) -> None:
        """Saves at once; the strip says so."""
        self._take_up()
        if self._keeper is not None:
            self.begin(self._keeper.now())

    # Going on

    @on(OptionList.OptionSelected)
    def _back_to_question(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        question = event.option.id or ""
        self.begin(leave(self, lambda: self._go_to(question)), group="leaving", only=True)

    def _go_to(self, question: str) -> None:
        from reflect.tui.screens.reflect import ReflectPage

        self.app.switch_screen(ReflectPage(reflection=self._reflection_id, question=question))

    def action_finish_sitting(self) -> None:
        """Keeps what is taken away, ends the sitting and says thank you."""
        self.begin(self._finish(), group="leaving", only=True)

    async def _finish(self) -> None:
        await self.save_unsaved()
        words, before = self._keeper.draft.text if self._keeper else "", self._stored
        finished = self._reflection = await self.desk.write(
            lambda practice: practice.reflecting.finish(self._reflection_id, words, based_on=before)
        )
        self._stored = finished.take_away
        key = self.app.get_key_display(GoToMyReflections.binding())
        thanks = thanks_words(
            finished,
            written=words,
            where=f"{GoToMyReflections.label} ({key})",
            write=self.app.get_key_display(WriteAction.binding()),
        )
        self.query_one("#thanks", Static).update(thanks)
        self.set_focus(None)
        self.add_class("-done")
        self.refresh_bindings()
        await self._ask_to_be_counted()

    async def _ask_to_be_counted(self) -> None:
        preferences = await self.desk.read(lambda practice: practice.coming_back.preferences())
        if preferences.counted is None and self.is_attached:
            # Asked once, whatever comes of it: the answer is no until somebody says yes.
            await self.desk.write(lambda practice: practice.coming_back.be_counted(False))
            self.add_class("-asking")
            self.query_one(AskToBeCounted).ask()

    @on(AskToBeCounted.Answered)
    def _answered(self, event: AskToBeCounted.Answered) -> None:
        event.stop()
        self.begin(self._be_counted(event.wanted), group="leaving", only=True)

    async def _be_counted(self, wanted: bool) -> None:
        if wanted:
            await self.desk.write(lambda practice: practice.coming_back.be_counted(True))
        # The app goes: a page that goes ends its own work.
        self.app.call_later(self.house.go_home)

    def action_stop(self) -> None:
        """Saves; the sitting waits at its end."""
        self.begin(leave(self, self.dismiss), group="leaving", only=True)

    async def action_back_to_today(self) -> None:
        """To the first page."""
        await self.house.go_home()

    def action_write_action(self) -> None:
        """One thing to do, or a strength to keep, from one of the answers."""
        write_action(self, self._answers)

    def action_local_procedure(self) -> None:
        """What to do about a current concern."""
        self.app.push_screen(ProcedureDialog(self.house.settings))
