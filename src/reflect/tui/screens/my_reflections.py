"""What a person has written: their reflections by date, all or on one question bank."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from reflect.domain.dates import day_of, said_short
from reflect.domain.reflection import ReflectionCard
from reflect.tui import places
from reflect.tui import sitting_commands as commands
from reflect.tui.coming_back_commands import ThenAndNow
from reflect.tui.commands import GoBack, GoToMyReflections
from reflect.tui.counting import change_counting
from reflect.tui.counting_commands import ChangeCounting
from reflect.tui.dialogs.choose_bank import ALL_BANKS, ChooseBankDialog
from reflect.tui.dialogs.choose_question import ChooseQuestionDialog
from reflect.tui.screen import Page
from reflect.tui.sharing.commands import ShareSeveral
from reflect.tui.taking_out_commands import TakeOut
from reflect.tui.widgets.long_list import LongList
from reflect.tui.words import counted, plain

_NOTHING_YET = (
    "Nothing is written yet. What you write while reflecting is found here, and only you can read it."
)


class MyReflectionsPage(Page):
    """One line for each reflection, newest first; Enter opens it."""

    PLACE = "My reflections"
    CSS_PATH = "my_reflections.tcss"
    OWN_COMMAND = GoToMyReflections
    PAGE_COMMANDS = (
        commands.OpenReflection,
        commands.FilterByBank,
        ThenAndNow,
        TakeOut,
        ShareSeveral,
        ChangeCounting,
        GoBack,
    )

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[ReflectionCard, ...] = ()
        self._shown: tuple[ReflectionCard, ...] = ()
        self._bank = ""

    def compose_body(self) -> ComposeResult:
        """How many there are, and the list."""
        yield Static("Reading…", id="how-many", classes="quiet")
        yield LongList(self._row, id="reflections")

    def on_mount(self) -> None:
        """Whose page it is."""
        self.head(mark=self.desk.practice.person.name)

    async def read_again(self) -> None:
        """All reflections; one may have been changed or deleted."""
        self._all = await self.desk.read(lambda practice: practice.reflecting.reflection_cards())
        self._show()

    def _show(self) -> None:
        listed = self.query_one(LongList)
        marked = self._marked
        self._shown = tuple(one for one in self._all if self._bank in ("", one.bank))
        place = next(
            (row for row, one in enumerate(self._shown) if marked and one.id == marked.id), listed.mark
        )
        listed.fill(self._shown, place)
        titles = dict(self._banks)
        which = plain(titles.get(self._bank, ALL_BANKS))
        how_many = counted(len(self._shown), "reflection").capitalize()
        words = Content.assemble(which, f" · {how_many}") if self._all else Content(_NOTHING_YET)
        self.query_one("#how-many", Static).update(words)
        self.refresh_bindings()

    def _row(self, row: int, width: int) -> Content:
        one = self._shown[row]
        day = f"{said_short(day_of(one.started)):<11}"
        state = "finished" if one.is_finished else "not finished"
        right = Content(f"{counted(len(one.answered), 'answer'):<13}{state:<12}")
        room = max(width - right.cell_length, 8)
        left = Content.assemble(day, "  ", plain(" ".join(one.bank_title.split())))
        return (
            left.truncate(room - 2, ellipsis=True).pad_right(room - min(left.cell_length, room - 2)) + right
        )

    @property
    def _marked(self) -> ReflectionCard | None:
        row = self.query_one(LongList).mark
        return self._shown[row] if row < len(self._shown) else None

    @property
    def _banks(self) -> tuple[tuple[str, str], ...]:
        return tuple({one.bank: one.bank_title for one in reversed(self._all)}.items())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing to open or to filter is offered where there is nothing."""
        if action == commands.OpenReflection.action():
            return bool(self._shown)
        if action == commands.FilterByBank.action():
            return bool(self._all)
        if action in (ThenAndNow.action(), ShareSeveral.action()):
            return self._marked is not None and bool(self._marked.answered)
        if action == TakeOut.action():
            return bool(self._shown) and self.house.documents is not None
        return super().check_action(action, parameters)

    @on(LongList.Opened)
    def action_open_reflection(self) -> None:
        """The marked reflection, to read."""
        from reflect.tui.screens.sitting import SittingPage

        if marked := self._marked:
            self.app.push_screen(SittingPage(marked.id))

    def action_then_and_now(self) -> None:
        """A question of the marked reflection, over time; asks which if several were answered."""
        marked = self._marked
        if marked is not None and len(marked.answered) == 1:
            self.app.push_screen(places.then_and_now(marked.bank, marked.answered[0]))
        elif marked is not None:
            self.begin(self._ask_which(marked), group="opening", only=True)

    async def _ask_which(self, marked: ReflectionCard) -> None:
        sitting = await self.desk.read(lambda practice: practice.reflecting.resume(marked.id))
        asked = [sitting.answers[id_].asked for id_ in marked.answered if id_ in sitting.answers]

        def show(question: str | None) -> None:
            if question is not None:
                self.app.push_screen(places.then_and_now(marked.bank, question))

        self.app.push_screen(ChooseQuestionDialog([(one.question, one.wording) for one in asked]), show)

    def action_share_several(self) -> None:
        """The answers of the marked reflection, to be chosen from."""
        if marked := self._marked:
            self.begin(self._share(marked), group="opening", only=True)

    async def _share(self, marked: ReflectionCard) -> None:
        sitting = await self.desk.read(lambda practice: practice.reflecting.resume(marked.id))
        answers = [sitting.answers[id_] for id_ in sitting.reflection.questions if id_ in sitting.answers]
        ids = [answer.id for answer in answers if not answer.is_empty]
        await self.app.push_screen(places.share_several(ids, are_marked=True))

    def action_take_out(self) -> None:
        """What is listed, to a file."""
        from reflect.tui.dialogs.export import ExportDialog

        self.app.push_screen(ExportDialog(self._bank or None))

    def action_change_counting(self) -> None:
        """Whether the team's learning may count this person."""
        self.begin(change_counting(self))

    def action_filter_by_bank(self) -> None:
        """One bank, or all of them."""
        self.app.push_screen(ChooseBankDialog(self._banks, self._bank), self._use_bank)

    def _use_bank(self, chosen: str | None) -> None:
        if chosen is not None:
            self._bank = chosen
            self._show()
