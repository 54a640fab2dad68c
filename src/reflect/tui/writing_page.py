"""What every page has in common on which an answer is written: models, quiet questions, reminders, earlier wordings."""

from __future__ import annotations

from typing import Protocol

from reflect.domain.models import ReflectiveModel
from reflect.domain.reflection import FREE, Answer
from reflect.errors import ReflectError
from reflect.tui import writing_commands as commands
from reflect.tui.autosave import Autosave, Draft
from reflect.tui.comes_from import ComesFrom, from_answers
from reflect.tui.dialogs.choose_model import ChooseModelDialog
from reflect.tui.dialogs.consider import ConsiderDialog
from reflect.tui.dialogs.procedure import ProcedureDialog
from reflect.tui.dialogs.write_action import write_action
from reflect.tui.remarks import Attention, Cited, few, look
from reflect.tui.screen import Page
from reflect.tui.screens.wordings import NOTHING_KEPT, WordingsPage
from reflect.tui.stepping import draft_under
from reflect.tui.widgets.answer_box import AnswerBox
from reflect.tui.widgets.quiet_questions import QuietQuestions


class OnScreen(Protocol):
    """The answer that is on the screen: as the store last gave it, and what keeps it."""

    @property
    def answer(self) -> Answer | None:
        """As the store last gave it; None before the first save."""

    @property
    def keeper(self) -> Autosave | None:
        """What keeps it."""

    def take(self, answer: Answer) -> None:
        """The store holds this now, and what is written from here on is based on it."""


class WritingPage(Page):
    """A page with an `AnswerBox` and `QuietQuestions`. Its own part is `on_screen`, and to call `words_shown` when
    it shows other words and `words_changed` when a person changed them."""

    def __init__(self) -> None:
        super().__init__()
        self._questions: tuple[Cited, ...] = ()
        self._attention = Attention(self._look)
        self._has_told_of_aside = False

    @property
    def on_screen(self) -> OnScreen | None:
        """What is written here, or None while nothing is."""
        raise NotImplementedError

    @property
    def models(self) -> dict[str, ReflectiveModel]:
        """The reflective models; none if their file cannot be used."""
        try:
            return self.desk.practice.banks.models
        except ReflectError:
            return {}

    def action_local_procedure(self) -> None:
        """What to do about a current concern."""
        self.app.push_screen(ProcedureDialog(self.house.settings))

    @property
    def question_here(self) -> tuple[ComesFrom, ...]:
        """What an action comes from while nothing is answered; nothing where there is always an answer."""
        return ()

    def action_write_action(self) -> None:
        """Something to do, from this answer, once it is safe, or from the question."""
        self.begin(self._write_action(), group="writing", only=True)

    async def _write_action(self) -> None:
        if await self._has_saved_this():
            answer = self.on_screen.answer if self.on_screen else None
            write_action(self, from_answers([answer] if answer else []) or self.question_here)

    def take_up(self) -> None:
        """What stands on the screen is what is being said."""
        keeper = self._keeper_here
        if keeper is not None and self.is_attached:
            keeper.change(self.query_one(AnswerBox).draft)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Steps where there are steps, and a question to consider where there is one."""
        if action in (commands.NextStep.action(), commands.PreviousStep.action()):
            return any(box.is_in_steps for box in self.query(AnswerBox))
        if action == commands.ConsiderQuestion.action():
            return bool(self._questions)
        return super().check_action(action, parameters)

    # Looking while somebody writes

    def words_shown(self) -> None:
        """Other words stand here: what was remarked on the former ones goes."""
        self.set_class(self.query_one(AnswerBox).is_in_steps, "-in-steps")
        self._ask(())
        self._attention.changed()

    def words_changed(self) -> None:
        """Somebody is writing."""
        self._attention.changed()

    def look_no_more(self) -> None:
        """The page goes."""
        self._attention.close()

    def _look(self) -> None:
        if self.is_attached and self.on_screen is not None:
            self.begin(self._look_now(), group="looking", only=True)

    async def _look_now(self) -> None:
        box, keeper = self.query_one(AnswerBox), self._keeper_here
        shown, whole = box.editor.text, box.draft.text
        local_words = self.house.settings.local_words
        remarks = await self.desk.read(
            lambda practice: look(
                shown, whole, practice.banks, practice.coming_back.preferences().waved_away, local_words
            )
        )
        if self.is_attached and self._keeper_here is keeper:
            box.editor.mark(shown, remarks.identifiers)
            self._ask(few(remarks.questions, self._questions))

    def _ask(self, questions: tuple[Cited, ...]) -> None:
        if questions != self._questions:
            self._questions = questions
            self.query_one(QuietQuestions).show(questions)
            self.refresh_bindings()

    @property
    def _keeper_here(self) -> Autosave | None:
        return self.on_screen.keeper if self.on_screen else None

    def action_consider_question(self) -> None:
        """The finding behind a quiet question."""
        if self._questions:
            self.app.push_screen(ConsiderDialog(self._questions), self._answered_quiet_question)

    def _answered_quiet_question(self, put_away: str | None) -> None:
        if put_away is not None:
            self.begin(self._put_away(put_away))

    async def _put_away(self, prompt: str) -> None:
        await self.desk.write(lambda practice: practice.coming_back.wave_away(prompt))
        self._ask(tuple(one for one in self._questions if one.prompt.id != prompt))
        self.say("This question does not appear again.")
        self._attention.changed()

    # Reflective models

    def action_choose_model(self) -> None:
        """Free writing or the steps of a model."""
        if self.on_screen is None:
            return
        answer, box = self.on_screen.answer, self.query_one(AnswerBox)
        written = {model for model, _ in answer.aside} if answer else set()
        if box.draft.text.strip():
            written.add(box.draft.model)
        self.app.push_screen(ChooseModelDialog(self.models, box.model, frozenset(written)), self._chose_model)

    def _chose_model(self, model: str | None) -> None:
        if model is not None and model in self.models:
            self.begin(self._write_under(self.models[model]), group="writing", only=True)

    async def _write_under(self, model: ReflectiveModel) -> None:
        box = self.query_one(AnswerBox)
        if model.id == box.model or not await self._has_saved_this() or self.on_screen is None:
            return
        before = box.draft
        box.write(draft_under(self.on_screen.answer, model, before.scale), instead_of=before)
        self.take_up()
        self.words_shown()
        self.set_focus(box.editor)
        self.refresh_bindings()
        if before.text.strip() and not self._has_told_of_aside:
            self._has_told_of_aside = True
            way = "What you wrote freely" if before.model == FREE else "What you wrote in steps"
            self.say(f"{way} is kept, and comes back when you choose that way again.")

    @property
    def hint_at_models(self) -> str:
        """That there are other ways to write than freely."""
        key = self.app.get_key_display(commands.ChooseModel.binding())
        return f"{key} {commands.ChooseModel.label}: write this freely, or in steps."

    async def _has_saved_this(self) -> bool:
        """Saves what is written here until nothing is left to save, also what was typed meanwhile; says so if that
        cannot be, or if the page shows something else by then."""
        keeper = self._keeper_here
        while keeper is not None:
            await self.query_one(AnswerBox).has_all_keys()
            if not self.is_attached or self._keeper_here is not keeper:
                return False
            self.take_up()
            if not keeper.is_unsaved:
                return True
            if not await keeper.now():
                if keeper.state.error is not None:
                    self.say_fault(keeper.state.error)
                return False
        return False

    async def action_next_step(self) -> None:
        """To the next step, once the keys pressed before it have reached the text."""
        await self._step(1)

    async def action_previous_step(self) -> None:
        """To the step before."""
        await self._step(-1)

    async def _step(self, by: int) -> None:
        box = self.query_one(AnswerBox)
        await box.has_all_keys()
        self.take_up()
        box.step(by)
        self.set_focus(box.editor)
        self._attention.changed()

    # Earlier wordings

    def action_earlier_wordings(self) -> None:
        """What stood here before, once what stands here now is safe."""
        self.begin(self._show_wordings(), group="writing", only=True)

    async def _show_wordings(self) -> None:
        if not await self._has_saved_this():
            return
        answer = self.on_screen.answer if self.on_screen else None
        if answer is None:
            self.say(NOTHING_KEPT)
        else:
            await self.app.push_screen(WordingsPage(answer, self._brought_back))

    def _brought_back(self, answer: Answer) -> None:
        if self.on_screen is not None:
            self.on_screen.take(answer)
            self.query_one(AnswerBox).write(Draft.of(answer))
            self.words_shown()
            self.refresh_bindings()
