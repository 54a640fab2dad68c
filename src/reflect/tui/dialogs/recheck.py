"""The re-check of an action: its question asked again, the old answer beside the new one, and whether it has lasted."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Label, Select, Static

from reflect.domain.actions.action import Action, RecheckResult, Status
from reflect.domain.banks import Question, Shape
from reflect.domain.dates import day_of, said
from reflect.errors import ReflectError, WrongUse
from reflect.tui.dialogs.form import FormDialog
from reflect.tui.widgets.answer_editor import AnswerEditor
from reflect.tui.widgets.day_field import DayField
from reflect.tui.widgets.question_card import question_words
from reflect.tui.widgets.scale import HOW_OFTEN, ONLY_ROLE, ScaleRow
from reflect.tui.widgets.written import said_words
from reflect.tui.words import lines, plain

if TYPE_CHECKING:
    from reflect.domain.reflection import Scale
    from reflect.services.actions.lists import Trace

_RESULTS = {
    RecheckResult.SUSTAINED: "It has lasted",
    RecheckResult.PARTLY: "It has lasted in part",
    RecheckResult.NOT: "It has not lasted",
}
_AGAIN = {
    RecheckResult.PARTLY: "Look at it again by when?",
    RecheckResult.NOT: "It is on its way again: by when?",
}
_NO_ANSWER = "You have not answered this question before."


class RecheckDialog(FormDialog[Action]):
    """The new answer may stay empty; what the re-check found may not. Whoever is not the owner reads the question, and
    answers nothing."""

    TITLE = "Has it lasted?"
    STARTS_WITH = "#now, #result"
    CSS_PATH = ["form.tcss", "recheck.tcss"]

    def __init__(self, trace: Trace, today: date) -> None:
        super().__init__()
        self._trace = trace
        self._today = today

    def compose_body(self) -> ComposeResult:
        """The action, its question with then and now, and the three results."""
        action = self._trace.action
        yield Static(plain(action.what, "bold"), classes="about")
        question = self._question
        if action.origin is not None and action.origin.question:
            words, parts = (question.text, question.parts) if question else (action.origin.wording, ())
            yield Static(question_words(words, parts), id="question")
            if self._is_own:
                yield from self._then_and_now(question)
        yield Label("What do you find?")
        results = [(words, result.value) for result, words in _RESULTS.items()]
        yield Select(results, prompt="Please choose", compact=True, id="result")
        yield DayField("", self._today, id="again", is_later=True)
        yield AnswerEditor(id="impact")
        yield from self.end_of_form("Keep it")

    def _then_and_now(self, question: Question | None) -> ComposeResult:
        with Container(id="sides"):
            with VerticalScroll(id="then"):
                yield Static(self._then())
            with Vertical(id="new"):
                if question is not None:
                    is_audit = question.shape is Shape.SELF_AUDIT
                    yield ScaleRow(HOW_OFTEN if is_audit else ONLY_ROLE, id="scale")
                    yield AnswerEditor(id="now")
                else:
                    yield Static("This question is asked no more in its bank.", classes="said")

    def on_mount(self) -> None:
        """Titles, and no day before it is needed."""
        self.query_one("#impact", AnswerEditor).border_title = plain(
            "What difference did it make, and for whom? (may stay empty)"
        )
        for editor in self.query("#now").results(AnswerEditor):
            editor.border_title = plain("Your answer now (may stay empty)")
        self.query_one("#again").display = False

    @property
    def _is_own(self) -> bool:
        """Whether the action is theirs who look: nobody answers a question for somebody else."""
        return self._trace.action.owner == self.desk.practice.person.id

    @property
    def _question(self) -> Question | None:
        origin = self._trace.action.origin
        if origin is None or not origin.question:
            return None
        try:
            return self.desk.practice.banks.bank(origin.bank).question(origin.question)
        except ReflectError:  # a bank that is gone: the action keeps its words
            return None

    def _then(self) -> Content:
        answers = [
            lines(
                Content.styled(f"Then, on {said(day_of(answer.created))}", "bold $primary"),
                plain(answer.asked.wording, "$text-muted") if self._trace.bank_moved_on else Content(""),
                said_words(answer),
            )
            for answer in reversed(self._trace.answers)
        ]
        return Content("\n\n").join(answers) if answers else Content(_NO_ANSWER)

    @property
    def _result(self) -> RecheckResult | None:
        value = self.query_one("#result", Select).value
        return None if value == Select.NULL else RecheckResult(str(value))

    @on(Select.Changed, "#result")
    def _other_result(self) -> None:
        again = self.query_one("#again", DayField)
        again.display = self._result in _AGAIN
        if self._result in _AGAIN:
            again.label = _AGAIN[self._result]

    async def keep(self) -> Action:
        """The new answer and what was found, in one act."""
        id_, result = self._trace.action.id, self._result
        if result is None:
            raise WrongUse("It is not said yet whether it has lasted.", "Please choose one of the three.")
        field, needed = self.query_one("#again", DayField), "What has not lasted is taken up again by a day."
        again = field.needed(needed, "“Friday” or “in 6 weeks”") if result in _AGAIN else None
        impact = self.query_one("#impact", AnswerEditor).words
        question, text, scale = self._asked, self._answer_now, self._scale
        return await self.desk.write(
            lambda practice: practice.looking_again.keep(
                id_, result, impact, again, question=question, text=text, scale=scale
            )
        )

    async def put_aside(self, words: str) -> None:
        """An answer stays an answer, in a sitting that waits to be gone on with."""
        question, text, scale = self._asked, self._answer_now, self._scale
        if question is not None and text.strip():
            await self.desk.write(lambda practice: practice.looking_again.put_aside(question, text, scale))
            words = self.typed_besides("now")
        if words:
            await super().put_aside(words)

    @property
    def _asked(self) -> tuple[str, str] | None:
        """The bank and the question that can be answered here."""
        origin, question = self._trace.action.origin, self._question
        if origin is None or question is None or not self._is_own:
            return None
        return origin.bank, question.id

    @property
    def _answer_now(self) -> str:
        return self.query_one("#now", AnswerEditor).words if self._asked else ""

    @property
    def _scale(self) -> Scale | None:
        return self.query_one("#scale", ScaleRow).value if self._asked else None


def looked_again(action: Action) -> str:
    """What is said after a re-check."""
    if action.status is Status.EMBEDDED:
        return "It has lasted: the action is embedded."
    if action.recheck_due is not None:
        return f"It lasted in part. Its next re-check is on {said(action.recheck_due)}."
    return f"It is on its way again, until {said(action.due)}." if action.due else "It is on its way again."
