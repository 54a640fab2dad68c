"""One reflection to read: each question as it was asked with its answer, and what was taken away."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable
from contextlib import suppress

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reflect.domain.reflection import Answer, Sitting, State
from reflect.errors import NotFound, ReflectError
from reflect.tui import places
from reflect.tui import sitting_commands as commands
from reflect.tui.coming_back_commands import ThenAndNow
from reflect.tui.commands import GoBack
from reflect.tui.dialogs.confirm import ConfirmDialog
from reflect.tui.labels import handling_words
from reflect.tui.screen import Page
from reflect.tui.sharing.commands import ShareAnswer, ShareSeveral
from reflect.tui.sharing.steps import offer_to_share
from reflect.tui.widgets.progress_strip import day
from reflect.tui.widgets.written import Written, written_answer, written_take_away
from reflect.tui.words import counted, plain

_FOR_GOOD = "It is gone for good then, from the file and from its log. Nobody can bring it back."


class SittingPage(Page):
    """What was written in one sitting. The arrows go from piece to piece; Enter changes the marked one."""

    PLACE = "My reflections"
    CSS_PATH = "sitting.tcss"
    BINDINGS = [
        Binding("up", "step(-1)", "Up", show=False, priority=True),
        Binding("down", "step(1)", "Down", show=False, priority=True),
    ]
    PAGE_COMMANDS = (
        commands.ChangeAnswer,
        ShareAnswer,
        ShareSeveral,
        commands.GoOnWithSitting,
        commands.DeleteAnswer,
        ThenAndNow,
        commands.DeleteReflection,
        GoBack,
    )

    def __init__(self, reflection: str) -> None:
        super().__init__()
        self._reflection_id = reflection
        self._sitting: Sitting | None = None
        self._is_deleted = False

    def compose_body(self) -> ComposeResult:
        """When it was, and all that was said."""
        yield Static(id="sitting-when", classes="quiet")
        yield VerticalScroll(id="written", can_focus=False)

    async def read_again(self) -> None:
        """The sitting as it is now; gone, if it was deleted elsewhere."""
        if self._is_deleted:
            return
        try:
            sitting = await self.desk.read(lambda practice: practice.reflecting.resume(self._reflection_id))
        except NotFound as error:
            if not self._is_deleted:
                self.house.say_fault(error)
                self.dismiss()
            return
        await self._show(sitting)

    async def _show(self, sitting: Sitting) -> None:
        self._sitting, reflection = sitting, sitting.reflection
        mark = ""
        with suppress(ReflectError):  # a bank that is gone
            mark = handling_words(self.desk.practice.banks.bank(reflection.bank).handling)
        self.head(place=reflection.bank_title, mark=mark)
        answers = [sitting.answers[id_] for id_ in reflection.questions if id_ in sitting.answers]
        answers = [answer for answer in answers if not answer.is_empty]
        state = "finished" if reflection.finished else "not finished"
        when = f"{day(reflection.started.astimezone().date())} · {counted(len(answers), 'answer')} · {state}"
        self.query_one("#sitting-when", Static).update(Content(when))
        marked = self._place
        async with self.batch():
            body = self.query_one("#written", VerticalScroll)
            await body.remove_children()
            pieces = [written_answer(answer) for answer in answers]
            await body.mount_all([*pieces, written_take_away(reflection.take_away), *_left_out(sitting)])
        self._mark(marked)
        self.refresh_bindings()

    # Marking

    @property
    def _pieces(self) -> list[Written]:
        return list(self.query(Written))

    @property
    def _marked(self) -> Written | None:
        return self.focused if isinstance(self.focused, Written) else None

    @property
    def _place(self) -> int:
        marked = self._marked
        return self._pieces.index(marked) if marked is not None else 0

    def _mark(self, place: int) -> None:
        if pieces := self._pieces:
            self.set_focus(pieces[max(0, min(place, len(pieces) - 1))])

    def action_step(self, by: int) -> None:
        """Scrolls within a piece that is longer than the window, then goes on to the next."""
        body, marked = self.query_one("#written", VerticalScroll), self._marked
        if marked is not None:
            top, bottom = body.region.y, body.region.bottom
            if by > 0 and marked.region.bottom > bottom:
                body.scroll_down(animate=False)
                return
            if by < 0 and marked.region.y < top:
                body.scroll_up(animate=False)
                return
        self._mark(self._place + by)

    def on_descendant_focus(self) -> None:
        """What can be deleted depends on what is marked."""
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done with what is marked."""
        if action in (commands.DeleteAnswer.action(), ThenAndNow.action(), ShareAnswer.action()):
            return self._marked is not None and self._marked.answer is not None
        if action == ShareSeveral.action():
            return any(piece.answer is not None for piece in self._pieces)
        if action == commands.GoOnWithSitting.action():
            return self._sitting is not None and self._sitting.reflection.finished is None
        if action == commands.ChangeAnswer.action():
            return self._marked is not None
        return super().check_action(action, parameters)

    # Changing and deleting

    def action_change_answer(self) -> None:
        """The marked answer in an editor; what was taken away, on its page."""
        from reflect.tui.screens.answer import AnswerPage
        from reflect.tui.screens.finish import FinishPage

        marked = self._marked
        if marked is not None and marked.answer is not None:
            self.app.push_screen(AnswerPage(marked.answer))
        elif marked is not None:
            self.app.push_screen(FinishPage(self._reflection_id))

    def action_then_and_now(self) -> None:
        """All answers to the question of the marked one."""
        if self._marked is not None and self._marked.answer is not None:
            asked = self._marked.answer.asked
            self.app.push_screen(places.then_and_now(asked.bank, asked.question))

    def action_share_answer(self) -> None:
        """Who sees the marked answer, and what of it."""
        if self._marked is not None and self._marked.answer is not None:
            self.begin(offer_to_share(self, self._marked.answer.id), group="opening", only=True)

    def action_share_several(self) -> None:
        """All answers of this reflection, to be chosen from."""
        ids = [piece.answer.id for piece in self._pieces if piece.answer is not None]
        self.app.push_screen(places.share_several(ids, are_marked=True))

    def on_click(self) -> None:
        """A click marks, as everywhere; Enter or the foot line then act."""
        self.refresh_bindings()

    def action_go_on_with_sitting(self) -> None:
        """Where it was left."""
        self.app.push_screen(places.resume(self._reflection_id))

    def action_delete_answer(self) -> None:
        """Asks first."""
        marked = self._marked
        if marked is not None and marked.answer is not None:
            answer = marked.answer
            words = f"Your answer to “{answer.asked.wording}”\n\n{_FOR_GOOD}{_copies_stay([answer])}"
            self._ask("Delete this answer?", words, lambda: self._delete_answer(answer.id))

    async def _delete_answer(self, answer_id: str) -> None:
        await self.desk.write(lambda practice: practice.reflecting.delete_answer(answer_id))
        self.say("The answer is gone for good.")
        self.begin(self.read_again(), group="reading", only=True)

    def action_delete_reflection(self) -> None:
        """Asks first."""
        copies = _copies_stay(self._sitting.answers.values()) if self._sitting else ""
        words = f"The whole reflection, with all its answers and what you take away. {_FOR_GOOD}{copies}"
        self._ask("Delete this reflection?", words, self._delete_reflection)

    async def _delete_reflection(self) -> None:
        self._is_deleted = True
        try:
            await self.desk.write(lambda practice: practice.reflecting.delete_reflection(self._reflection_id))
        except ReflectError:
            self._is_deleted = False
            raise
        self.say("The reflection is gone for good.")
        self.dismiss()

    def _ask(self, title: str, words: str, delete: Callable[[], Coroutine[object, object, None]]) -> None:
        def answered(is_sure: bool | None) -> None:
            if is_sure:
                self.begin(delete(), group="deleting", only=True)

        self.app.push_screen(
            ConfirmDialog(title, words, keep="Keep it", go_ahead="Delete for good"), answered
        )


def _copies_stay(answers: Iterable[Answer]) -> str:
    shared = any(answer.state is State.SHARED for answer in answers)
    return (
        " The copy that you shared stays: to take it back too, do that first, with Share." if shared else ""
    )


def _left_out(sitting: Sitting) -> list[Static]:
    skipped = len(sitting.reflection.skipped)
    total, answered = len(sitting.reflection.questions), len(sitting.reflection.answered)
    without = total - answered - skipped
    told = [f"{counted(skipped, 'question').capitalize()} skipped."] if skipped else []
    told += [f"{counted(without, 'question').capitalize()} without an answer."] if without > 0 else []
    return [Static(plain(" ".join(told)), classes="quiet")] if told else []
