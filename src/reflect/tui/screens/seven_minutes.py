"""Seven minutes with a bank: its seven panes with a gentle clock, then a few of its questions."""

from __future__ import annotations

from contextlib import suppress

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import OptionList, Static

from reflect.domain.banks import Bank
from reflect.errors import NotSaved
from reflect.tui import briefing_commands as commands
from reflect.tui import places
from reflect.tui.acting.commands import WriteAction
from reflect.tui.briefing_steps import COMMANDS_OF, NOT_ALWAYS, Step
from reflect.tui.briefing_words import note_words
from reflect.tui.comes_from import from_question
from reflect.tui.commands import Command
from reflect.tui.dialogs.procedure import ProcedureDialog
from reflect.tui.dialogs.write_action import write_action
from reflect.tui.gentle_clock import GentleClock
from reflect.tui.labels import handling_words
from reflect.tui.screen import Page
from reflect.tui.sitting_commands import LocalProcedure
from reflect.tui.widgets.few_questions import FewQuestions
from reflect.tui.words import plain

_LOOK_AT_THE_CLOCK = 1.0
_WORDS_A_MINUTE = 200


class SevenMinutesPage(Page):
    """Only the pane at which somebody is is remembered here: what is chosen becomes a sitting like any other, and
    goes on on its page."""

    PLACE = "Seven minutes"
    AUTO_FOCUS = ""
    CSS_PATH = "seven_minutes.tcss"
    PAGE_COMMANDS = (
        commands.BeginBriefing,
        commands.GoOnReading,
        commands.BeginAgain,
        commands.NextPane,
        commands.BeginQuestions,
        commands.ChooseQuestion,
        WriteAction,
        commands.StopTheClock,
        commands.StartTheClock,
        commands.PreviousPane,
        commands.StopBriefing,
        LocalProcedure,
    )

    def __init__(self, bank_id: str) -> None:
        super().__init__()
        self._bank_id = bank_id
        self._bank: Bank | None = None
        self._step = Step.OPENING
        self._pane = 0
        self._stopped_at = 0
        self._clock: GentleClock | None = None
        self._waits_behind = False
        self._is_beginning = False

    def compose_body(self) -> ComposeResult:
        """The note, the panes, the choice: one of them is shown."""
        with VerticalScroll(id="note"):
            yield Static(id="note-words")
        with Vertical(id="reading"):
            with Horizontal(id="pane-place"):
                yield Static(id="pane-number", classes="quiet")
                yield Static(id="minute", classes="quiet")
            yield Static(id="pane-title")
            with VerticalScroll(id="pane"):
                yield Static(id="pane-text")
        with Vertical(id="choosing"):
            yield Static(id="choice-words")
            yield FewQuestions(id="few-questions")

    def on_mount(self) -> None:
        """The clock is looked at every second; its words change three times a minute."""
        self._clock = GentleClock(self.house.seconds)
        self.set_interval(_LOOK_AT_THE_CLOCK, self.look_at_the_clock)
        self._go_to_step(Step.OPENING)

    def on_unmount(self) -> None:
        """No time is counted any more."""
        self._let_time_pass(False)

    async def read_again(self) -> None:
        """The bank, once."""
        if self._bank is not None:
            return
        bank = await self.desk.read(lambda practice: practice.banks.bank(self._bank_id))
        offer = await self.desk.read(lambda practice: practice.reflecting.a_few(self._bank_id))
        self._bank = bank
        place = await self.desk.read(lambda practice: practice.reading_on.place(self._bank_id))
        self._stopped_at = min(place, len(bank.panes))
        self.head(place=f"{bank.title} · {self.PLACE}", mark=handling_words(bank.handling))
        few = self.query_one(FewQuestions)
        few.offer(offer)
        self.query_one("#choice-words", Static).update(plain(few.how_many))
        self.query_one("#note-words", Static).update(
            note_words(
                bank,
                self._stopped_at,
                clock=self._key(commands.StopTheClock),
                turn=self._key(commands.NextPane),
                again=self._key(commands.BeginAgain),
                back=self._key(commands.StopBriefing),
            )
        )
        self._go_to_step(Step.NOTE)

    def _key(self, command: type[Command]) -> str:
        return self.app.get_key_display(command.binding()).split(",")[0].capitalize()

    def _go_to_step(self, step: Step) -> None:
        self._step = step
        for one in Step:
            self.set_class(one is step, one.value)
        shown = {Step.NOTE: "#note", Step.PANES: "#pane", Step.CHOICE: "#few-questions"}.get(step)
        self.set_focus(self.query_one(shown) if shown else None)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what belongs to the step; the clock is either stopped or started."""
        command = NOT_ALWAYS.get(action)
        if command is not None and command not in COMMANDS_OF.get(self._step, ()):
            return False
        if command in (commands.GoOnReading, commands.BeginAgain):
            return self._stopped_at > 0
        if command is commands.BeginBriefing:
            return self._stopped_at == 0
        if command in (commands.StopTheClock, commands.StartTheClock):
            return self._is_running is (command is commands.StopTheClock)
        if command is commands.PreviousPane and self._step is Step.PANES:
            return self._pane > 0
        return super().check_action(action, parameters)

    # The clock

    @property
    def _is_running(self) -> bool:
        return self._clock is not None and self._clock.is_running

    def _let_time_pass(self, passes: bool) -> None:
        """Timed reading is use: the app does not lock in the middle of it."""
        if self._clock is None or passes is self._clock.is_running:
            return
        if passes:
            self._clock.start()
            self.house.idleness.timed_work_begins()
        else:
            self._clock.stop()
            self.house.idleness.timed_work_ends()

    def look_at_the_clock(self) -> None:
        """Says what is left of the minute, and turns the page once it is over."""
        if self._clock is None or self._step is not Step.PANES or not self.is_attached:
            return
        if self._clock.is_running and self._clock.left == 0:
            self.action_next_pane()
        words = plain(self._clock.words)
        minute = self.query_one("#minute", Static)
        if str(minute.content) != words.plain:
            minute.update(words)

    def on_screen_suspend(self) -> None:
        """While something stands in front of the page, its minute waits."""
        self._waits_behind = self._is_running
        self._let_time_pass(False)

    def on_screen_resume(self) -> None:
        """The minute goes on (a handler of the same name in a class above is called as well)."""
        if self._waits_behind:
            self._waits_behind = False
            self.action_start_the_clock()

    def action_stop_the_clock(self) -> None:
        """From now on pages are turned by hand."""
        self._let_time_pass(False)
        self.look_at_the_clock()
        self.refresh_bindings()

    def action_start_the_clock(self) -> None:
        """From now on pages turn by themselves."""
        self._let_time_pass(True)
        self.look_at_the_clock()
        self.refresh_bindings()

    # Reading

    def action_begin_briefing(self) -> None:
        """To the first pane."""
        self._go_to_step(Step.PANES)
        self._let_time_pass(True)
        self._show_pane(0)

    def action_begin_again(self) -> None:
        """To the first pane, wherever somebody stopped."""
        self.action_begin_briefing()

    def action_go_on_reading(self) -> None:
        """To the pane at which somebody stopped, or to the choice that comes after the last."""
        if self._bank is not None and self._stopped_at == len(self._bank.panes):
            self._pane = self._stopped_at - 1
            self._go_to_step(Step.CHOICE)
            return
        self._go_to_step(Step.PANES)
        self._let_time_pass(True)
        self._show_pane(self._stopped_at)

    async def _remember(self, place: int) -> None:
        # Where the disk refuses it, reading is not disturbed: nothing that was written is at stake.
        with suppress(NotSaved):
            await self.desk.write(lambda practice: practice.reading_on.remember(self._bank_id, place))

    def action_next_pane(self) -> None:
        """To the next pane; after the last, to the choice, where no time runs."""
        if self._bank is None:
            return
        if self._pane + 1 < len(self._bank.panes):
            self._show_pane(self._pane + 1)
        else:
            self._let_time_pass(False)
            self._go_to_step(Step.CHOICE)
            self.begin(self._remember(len(self._bank.panes)), group="remembering")

    def action_previous_pane(self) -> None:
        """To the pane before, with a minute of its own."""
        if self._step is Step.CHOICE:
            self._go_to_step(Step.PANES)
            self._show_pane(self._pane)
        else:
            self._show_pane(max(self._pane - 1, 0))

    def _show_pane(self, place: int) -> None:
        if self._bank is None or self._clock is None:
            return
        self._pane = place
        self.begin(self._remember(place), group="remembering")
        self._clock.begin_minute()
        pane = self._bank.panes[place]
        self.query_one("#pane-number", Static).update(f"Pane {place + 1} of {len(self._bank.panes)}")
        self.query_one("#pane-title", Static).update(plain(pane.title, "bold $primary"))
        self.query_one("#pane-text", Static).update(plain(pane.text))
        self.query_one("#pane", VerticalScroll).scroll_home(animate=False)
        self.look_at_the_clock()
        self.refresh_bindings()

    def reading_minutes(self) -> float:
        """With the clock stopped, a pane may take as long as its words do."""
        if self._bank is None or self._step is not Step.PANES:
            return 0.0
        return len(self._bank.panes[self._pane].text.split()) / _WORDS_A_MINUTE

    # Choosing

    def action_choose_question(self) -> None:
        """The marked question is chosen, or left out again."""
        few = self.query_one(FewQuestions)
        if few.chosen is not None:
            self.query_one("#choice-words", Static).update(plain(few.turn(few.chosen)))

    @on(OptionList.OptionSelected)
    def _choose_clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_choose_question()

    def action_begin_questions(self) -> None:
        """A sitting with the chosen questions."""
        taken = self.query_one(FewQuestions).taken
        if not taken:
            self.query_one("#choice-words", Static).update("Please choose at least one question.")
        elif not self._is_beginning:
            self._is_beginning = True
            self.begin(self._begin_sitting(taken), group="beginning")

    async def _begin_sitting(self, questions: list[str]) -> None:
        try:
            sitting = await self.desk.write(
                lambda practice: practice.reflecting.begin_anew(self._bank_id, questions=questions)
            )
        finally:
            self._is_beginning = False
        await self._remember(0)
        self.app.switch_screen(places.resume(sitting.reflection.id))

    def action_write_action(self) -> None:
        """One thing to do, or a strength to share, from the marked question."""
        marked = self.query_one(FewQuestions).chosen
        if self._bank is not None and marked is not None:
            write_action(self, from_question(self._bank, marked))

    # Leaving

    async def action_stop_briefing(self) -> None:
        """Back to where one came from; the pane is remembered."""
        await self.action_go_back()

    def action_local_procedure(self) -> None:
        """What to do about a current concern."""
        self.app.push_screen(ProcedureDialog(self.house.settings))
