"""Then and now: all that somebody answered to one question, side by side in time."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import ScrollableContainer
from textual.content import Content
from textual.widgets import Static

from reflect.domain.banks import Question
from reflect.domain.reflection import Answer
from reflect.errors import ReflectError
from reflect.tui import coming_back_commands as commands
from reflect.tui import places
from reflect.tui.commands import GoBack
from reflect.tui.dialogs.when_it_returns import WhenItReturnsDialog
from reflect.tui.labels import handling_words
from reflect.tui.returning_words import fulfil, outlook_words
from reflect.tui.screen import Page
from reflect.tui.widgets.progress_strip import day
from reflect.tui.widgets.question_card import question_words
from reflect.tui.widgets.written import Written
from reflect.tui.words import counted, lines, plain

if TYPE_CHECKING:
    from reflect.domain.returning import Outlook
    from reflect.services.practice import Practice
    from reflect.services.remembering import ThenAndNow

AT_A_TIME = 6
_NARROWEST, _WIDEST = 36, 72
_MARGINS, _GAP = 5, 2
_READ_IN_A_MINUTE = 200


class ThenAndNowPage(Page):
    """A few answers at a time, the earliest of them first: in columns on a wide window, otherwise below each other.
    Where the question was asked in other words, a line says so."""

    PLACE = "Then and now"
    CSS_PATH = "then_and_now.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-too-narrow"), (60, "-narrow"), (80, "-usual"), (100, "-wide")]
    BINDINGS = [
        Binding("up", "read(-1)", "Up", show=False, priority=True),
        Binding("down", "read(1)", "Down", show=False, priority=True),
        Binding("left", "step(-1)", "The answer before", show=False, priority=True),
        Binding("right", "step(1)", "The next answer", show=False, priority=True),
    ]
    PAGE_COMMANDS = (
        commands.ChangeThen,
        commands.AnswerAgain,
        commands.EarlierAnswers,
        commands.LaterAnswers,
        commands.WhenItReturns,
        GoBack,
    )

    def __init__(self, bank: str, question: str) -> None:
        super().__init__()
        self._bank = bank
        self._question = question
        self._both: ThenAndNow | None = None
        self._outlook: Outlook | None = None
        self._before: int | None = None

    def compose_body(self) -> ComposeResult:
        """The question, how often it was answered and when it may come back, and the answers."""
        yield Static(id="asked")
        yield Static(id="told", classes="quiet")
        yield ScrollableContainer(id="times", can_focus=False)

    async def read_again(self) -> None:
        """The answers in sight; one of them may have been changed, or another one given."""

        def read(practice: Practice) -> tuple[ThenAndNow, Outlook]:
            both = practice.remembering.then_and_now(
                self._bank, self._question, most=AT_A_TIME, before=self._before
            )
            return both, practice.coming_back.outlook(self._bank, self._question)

        both, self._outlook = await self.desk.read(read)
        self._both = both
        await self._show(both)

    async def _show(self, both: ThenAndNow) -> None:
        latest = both.answers[-1].asked if both.answers else None
        title = latest.bank_title if latest else ""
        with suppress(ReflectError):  # a bank that is gone
            bank = self.desk.practice.banks.bank(self._bank)
            title = bank.title
            self.head(mark=handling_words(bank.handling))
        self.head(place=f"{self.PLACE} · {title}" if title else self.PLACE)
        self.query_one("#asked", Static).update(self._question_words(both))
        self.query_one("#told", Static).update(self._told(both))
        place = self._place if self._pieces else 0
        async with self.batch():
            times = self.query_one("#times")
            await times.remove_children()
            await times.mount_all([self._piece(answer, both) for answer in both.answers])
        self._fit_columns()
        self._mark(place)
        self.refresh_bindings()

    def on_resize(self) -> None:
        """As many columns as there is room for; the others are scrolled to."""
        self._fit_columns()

    def _fit_columns(self) -> None:
        pieces = self._pieces
        room = (self.size.width - _MARGINS) // max(len(pieces), 1) - _GAP
        for piece in pieces:
            piece.styles.width = max(_NARROWEST, min(room, _WIDEST)) if self.has_class("-wide") else "100%"

    def _question_words(self, both: ThenAndNow) -> Content:
        """As it was asked at the first answer in sight; later words stand where they begin."""
        if both.answers:
            first = both.answers[0].asked
            return question_words(first.wording, first.parts)
        asked = self._as_asked_now()
        return question_words(asked.text, asked.parts) if asked else Content("")

    def _as_asked_now(self) -> Question | None:
        with suppress(ReflectError):  # a bank that is gone
            return self.desk.practice.banks.bank(self._bank).question(self._question)
        return None

    def _told(self, both: ThenAndNow) -> Content:
        today = self.house.workspace.clock.today()
        when = outlook_words(self._outlook, today) if self._outlook else ""
        if both.of == 0:
            return plain("You have not answered this question yet.")
        if both.of == 1:
            return plain(f"You have answered this once. {when}")
        told = f"{counted(both.of, 'answer')}."
        if len(both.answers) < both.of:
            last = both.first + len(both.answers)
            told = f"Answers {both.first + 1} to {last} of {both.of}, the earliest first."
        return plain(f"{told} {when}")

    def _piece(self, answer: Answer, both: ThenAndNow) -> Written:
        told = [plain(day(answer.created.astimezone().date()), "bold $primary")]
        if answer.id in both.reworded:
            told.append(plain("Here the question was asked in other words:", "bold $text-warning"))
            told.append(question_words(answer.asked.wording, answer.asked.parts))
            told.append(plain("What was said before answers other words.", "$text-warning"))
            told.append(Content(" "))
        elif answer.id in both.revised:
            version = answer.asked.bank_version
            told.append(
                plain(f"From version {version} of the bank; the question is the same.", "$text-muted")
            )
        if answer.scale:
            told.append(plain(answer.scale.words, "$text-accent"))
        if answer.text.strip():
            told.append(plain(answer.text))
        elif not answer.scale:
            told.append(plain("No words.", "$text-muted"))
        piece = Written(lines(*told), answer=answer)
        piece.set_class(answer.id in both.reworded, "-reworded")
        return piece

    # Moving

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
        """To the answer before or after."""
        self._mark(self._place + by)

    def action_read(self, by: int) -> None:
        """In columns, all of them scroll; otherwise within a long answer, then on to the next."""
        times, marked = self.query_one("#times"), self._marked
        below = marked is not None and marked.region.bottom > times.region.bottom
        above = marked is not None and marked.region.y < times.region.y
        if self.has_class("-wide") or (by > 0 and below) or (by < 0 and above):
            times.scroll_relative(y=by, animate=False)
        else:
            self.action_step(by)

    def reading_minutes(self) -> float:
        """As long as the answers in sight take."""
        answers = self._both.answers if self._both else ()
        return sum(len(answer.text.split()) for answer in answers) / _READ_IN_A_MINUTE

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done with the answers that there are."""
        both = self._both
        if action == commands.ChangeThen.action():
            return both is not None and bool(both.answers)
        if action == commands.EarlierAnswers.action():
            return both is not None and both.first > 0
        if action == commands.LaterAnswers.action():
            return both is not None and both.first + len(both.answers) < both.of
        if action == commands.AnswerAgain.action():
            return self._outlook is not None and self._outlook.is_asked
        if action == commands.WhenItReturns.action():
            return self._outlook is not None and self._outlook.is_asked
        return super().check_action(action, parameters)

    def action_earlier_answers(self) -> None:
        """The few before these."""
        if self._both is not None:
            self._look_before(max(self._both.first, min(AT_A_TIME, self._both.of)))

    def action_later_answers(self) -> None:
        """The few after these."""
        if self._both is not None:
            self._look_before(self._both.first + len(self._both.answers) + AT_A_TIME)

    def _look_before(self, place: int) -> None:
        self._before = None if self._both is not None and place >= self._both.of else place
        self.set_focus(None)
        self.begin(self.read_again(), group="reading", only=True)

    # Doing

    def action_change_then(self) -> None:
        """The marked answer in an editor."""
        marked = self._marked
        if marked is not None and marked.answer is not None:
            self.app.push_screen(places.answer(marked.answer))

    def action_answer_again(self) -> None:
        """In the sitting that is open with this bank, unless it has an answer to this question already."""
        self.begin(self._answer_again(), group="opening", only=True)

    async def _answer_again(self) -> None:
        await self.app.push_screen(await places.answer_again(self.desk, self._bank, self._question))

    def action_when_it_returns(self) -> None:
        """What is wished for this question."""
        asked = self._as_asked_now()
        if self._outlook is not None:
            dialog = WhenItReturnsDialog(asked.text if asked else "", self._outlook)
            self.app.push_screen(dialog, self._wish)

    def _wish(self, wish: str | None) -> None:
        if wish is not None:
            self.begin(self._fulfil(wish), group="wishing")

    async def _fulfil(self, wish: str) -> None:
        self.say(await self.desk.write(fulfil(wish, self._bank, self._question)))
        await self.read_again()
