"""One action: what it says, how it stands and why, what comes next, and its history in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from reflect.domain.actions.action import Action
from reflect.domain.actions.event import Event, EventKind
from reflect.domain.actions.history import last_act
from reflect.domain.actions.rules import Rules
from reflect.domain.actions.told import told
from reflect.domain.dates import said
from reflect.errors import NotFound
from reflect.tui.acting import commands
from reflect.tui.acting.about import about, timeline
from reflect.tui.acting.moves import MOVE_OF, may_escalate, possible_moves
from reflect.tui.acting.steps import StepWords, after_carrying, after_showing, escalating, words_of
from reflect.tui.commands import GoBack
from reflect.tui.dialogs.agree import AgreeDialog
from reflect.tui.dialogs.carry import CarryDialog
from reflect.tui.dialogs.edit_action import EditActionDialog
from reflect.tui.dialogs.form import FormDialog
from reflect.tui.dialogs.hand_action_over import NOBODY_ELSE, HandActionOverDialog
from reflect.tui.dialogs.recheck import RecheckDialog, looked_again
from reflect.tui.dialogs.say import SayDialog
from reflect.tui.dialogs.show_evidence import EvidenceDialog
from reflect.tui.dialogs.show_to import ShowToDialog
from reflect.tui.dialogs.trace import TraceDialog
from reflect.tui.screen import Page
from reflect.tui.widgets.timeline import Timeline
from reflect.tui.words import plain

if TYPE_CHECKING:
    from reflect.services.practice import Practice

_NEEDS = {command.action(): kind for command, kind in MOVE_OF.items()}
_WORDS_A_MINUTE = 200


@dataclass(frozen=True, slots=True)
class _Read:
    action: Action
    events: tuple[Event, ...]
    names: Mapping[str, str]
    rules: Rules
    may: frozenset[EventKind]
    is_left_behind: bool


class ActionPage(Page):
    """Only steps that are possible now are offered."""

    PLACE = "Actions"
    CSS_PATH = "action.tcss"
    PAGE_COMMANDS = (*MOVE_OF, commands.ShowTrace, GoBack)

    def __init__(self, action_id: str, *, of_log: bool = False) -> None:
        super().__init__()
        self._action_id = action_id
        self._read: _Read | None = None
        self._moves: frozenset[EventKind] = frozenset()
        self._is_no_fault = of_log

    def compose_body(self) -> ComposeResult:
        """The action, and below it what happened."""
        yield Static(id="what")
        with VerticalScroll(id="parts"):
            yield Static(id="about")
            yield Static(plain("What happened", "bold $primary"), id="history-title")
            yield Timeline(id="history")

    def on_mount(self) -> None:
        """Whose page it is."""
        self.head(mark=self.desk.practice.person.name)

    async def read_again(self) -> None:
        """As it stands now."""

        def read(practice: Practice) -> _Read:
            action = practice.actions.action(self._action_id)
            events = practice.actions.history(self._action_id)
            may = practice.acting.may(self._action_id)
            left = practice.overseeing.is_left_behind(action)
            return _Read(action, events, practice.actions.names(), practice.acting.rules, may, left)

        try:
            self._show(await self.desk.read(read))
        except NotFound as error:
            # Handed over to somebody whom they do not supervise, or of a team led no more: not theirs to see.
            if not self._is_no_fault:
                self.house.say_fault(error)
            self.dismiss()

    def _show(self, read: _Read) -> None:
        self._read = read
        practice, today = self.desk.practice, self.house.workspace.clock.today()
        me, themes = practice.person.id, practice.banks.vocabulary
        self._moves = possible_moves(read.action, read.events, today, read.rules, me, read.may)
        left = read.is_left_behind
        words = about(
            read.action, today, read.rules, themes, read.names, me, read.events, is_left_behind=left
        )
        self.query_one("#what", Static).update(plain(read.action.what, "bold"))
        self.query_one("#about", Static).update(words)
        self.query_one(Timeline).show(timeline(read.events, read.names))
        self.query_one("#history-title").display = True
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done with this action now."""
        if action in _NEEDS:
            return _NEEDS[action] in self._moves
        if action == commands.ShowTrace.action():
            return self._read is not None
        return super().check_action(action, parameters)

    def reading_minutes(self) -> float:
        """A long history takes its time."""
        return sum(part.words for part in self.query(Timeline)) / _WORDS_A_MINUTE

    # Steps without a word

    def action_start(self) -> None:
        """It is on its way."""
        self._do(lambda practice, id_: practice.acting.start(id_), "It is on its way.")

    def action_unblock(self) -> None:
        """The way is free."""
        self._do(lambda practice, id_: practice.acting.unblock(id_), "The way is free again.")

    def action_undo_last(self) -> None:
        """Takes the last change back, and says which it was."""
        self.begin(self._undo(), group="acting", only=True)

    async def _undo(self) -> None:
        if (read := self._read) is None:
            return
        today = self.house.workspace.clock.today()
        numbers = last_act(read.events, self.desk.practice.person.id, today)
        taken = [event for event in read.events if event.number in numbers]
        words = " ".join(told(event, read.names, read.events) for event in taken)
        await self.desk.write(lambda practice: practice.acting.undo(self._action_id))
        self.say(f"Taken back: {words}")
        await self.read_again()

    def _do(self, act: Callable[[Practice, str], Action], words: str) -> None:
        self.begin(self._done(act, words), group="acting", only=True)

    async def _done(self, act: Callable[[Practice, str], Action], words: str) -> None:
        await self.desk.write(lambda practice: act(practice, self._action_id))
        self.say(words)
        await self.read_again()

    # Steps with a dialog

    def _ask(self, form: Callable[[_Read], FormDialog[Action]], words: Callable[[Action], str]) -> None:
        if self._read is not None:

            def kept(action: Action | None) -> None:
                if action is not None:
                    self.say(words(action))

            self.app.push_screen(form(self._read), kept)

    def _say(self, step: StepWords) -> None:
        def form(read: _Read) -> SayDialog:
            return SayDialog(
                title=step.title,
                about=step.about,
                asked=step.asked,
                keep=step.keep,
                act=lambda practice, words: step.act(practice, read.action.id, words),
            )

        self._ask(form, lambda _: step.told)

    def action_agree(self) -> None:
        """By its day, or by another."""
        today = self.house.workspace.clock.today()
        self._ask(
            lambda read: AgreeDialog(read.action, today),
            lambda action: f"Agreed, due {said(action.due)}." if action.due else "Agreed.",
        )

    def action_finish_action(self) -> None:
        """With what shows it."""
        today = self.house.workspace.clock.today()
        self._ask(lambda read: EvidenceDialog(read.action, today), lambda _: "It is done.")

    def action_add_evidence(self) -> None:
        """Something more that shows it."""
        today = self.house.workspace.clock.today()
        self._ask(lambda read: EvidenceDialog(read.action, today), lambda _: "The evidence is kept.")

    def action_edit_action(self) -> None:
        """Its words."""
        today = self.house.workspace.clock.today()
        self._ask(lambda read: EditActionDialog(read.action, today), lambda _: "It is changed.")

    def action_carry_forward(self) -> None:
        """Why, and what becomes of it."""
        today = self.house.workspace.clock.today()

        def form(read: _Read) -> CarryDialog:
            reached = read.action.escalation.stage if read.action.escalation else 0
            stage = read.rules.ladder[reached] if may_escalate(read.action, read.rules) else None
            return CarryDialog(read.action, today, stage)

        self._ask(form, after_carrying)

    def action_escalate(self) -> None:
        """The next stage, with whom and by when."""
        if self._read is not None:
            today = self.house.workspace.clock.today()
            self._say(escalating(self._read.action, self._read.rules, today))

    def action_confirm_action(self) -> None:
        """The evidence was seen."""
        self._say_of(EventKind.CONFIRMED)

    def action_add_note(self) -> None:
        """A dated note."""
        self._say_of(EventKind.NOTED)

    def action_block(self) -> None:
        """What is in the way."""
        self._say_of(EventKind.BLOCKED)

    def action_say_outcome(self) -> None:
        """What came of the escalation."""
        self._say_of(EventKind.ANSWERED)

    def action_not_achieved(self) -> None:
        """What got in the way."""
        self._say_of(EventKind.NOT_ACHIEVED)

    def action_withdraw(self) -> None:
        """Why it is no longer meant."""
        self._say_of(EventKind.WITHDRAWN)

    def _say_of(self, kind: EventKind) -> None:
        if self._read is not None:
            self._say(words_of(kind, self._read.action))

    def action_show_to(self) -> None:
        """Who can see it."""
        self._ask(lambda read: ShowToDialog(read.action), after_showing)

    def action_hand_action_over(self) -> None:
        """To somebody else in the team."""
        self.begin(self._hand_over(), group="opening", only=True)

    async def _hand_over(self) -> None:
        names = await self.desk.read(lambda practice: practice.acting.can_take_over(self._action_id))
        if not names:
            self.say(NOBODY_ELSE)
            return
        self._ask(lambda read: HandActionOverDialog(read.action, names), self._handed_over)

    def _handed_over(self, _: Action) -> str:
        self._is_no_fault = True
        return "It is handed over."

    # Looking

    def action_look_again(self) -> None:
        """The re-check: the question again, and whether it has lasted."""
        self.begin(self._look_again(), group="opening", only=True)

    async def _look_again(self) -> None:
        trace = await self.desk.read(lambda practice: practice.actions.trace(self._action_id))
        today = self.house.workspace.clock.today()
        self._ask(lambda _: RecheckDialog(trace, today), looked_again)

    def action_show_trace(self) -> None:
        """From the review to the impact."""
        self.begin(self._show_trace(), group="opening", only=True)

    async def _show_trace(self) -> None:
        trace = await self.desk.read(lambda practice: practice.actions.trace(self._action_id))
        await self.app.push_screen(TraceDialog(trace))
