"""Actions: what is late and what is near first, what is over last."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from reflect.domain.actions.action import Action
from reflect.domain.actions.rules import USUAL, Rules
from reflect.domain.actions.wanted import Wanted, Whose
from reflect.domain.dates import said_short
from reflect.tui import places
from reflect.tui.acting import above, commands
from reflect.tui.acting import words as action_words
from reflect.tui.acting.asked import Asked
from reflect.tui.acting.filter import wanted_words
from reflect.tui.acting.order import By, Listing, Themes, after
from reflect.tui.acting.over_time import plot
from reflect.tui.commands import Command, GoBack, GoToActions
from reflect.tui.dialogs.as_at import ask_as_at
from reflect.tui.dialogs.export_actions import ExportActionsDialog
from reflect.tui.dialogs.filter_actions import FilterActionsDialog
from reflect.tui.dialogs.over_time import OverTimeDialog
from reflect.tui.dialogs.take_in import TakeInDialog
from reflect.tui.dialogs.write_action import write_action
from reflect.tui.log.as_it_stood import AsItStoodPage
from reflect.tui.log.commands import AsAt, BackToNow
from reflect.tui.screen import Page
from reflect.tui.widgets.action_list import ActionList

if TYPE_CHECKING:
    from reflect.services.actions.lists import Arranged
    from reflect.services.actions.months import Month
    from reflect.services.actions.travel import TakenIn
    from reflect.services.practice import Practice

_AT_ONCE = 250


class ActionsPage(Page):
    """In sections, filtered, one's own and those of others; how many there are costs nothing."""

    PLACE = "Actions"
    CSS_PATH = "actions.tcss"
    OWN_COMMAND = GoToActions
    PAGE_COMMANDS = (
        commands.OpenAction,
        commands.NewAction,
        BackToNow,
        commands.FilterActions,
        commands.ShowAllActions,
        commands.OfWhom,
        commands.GroupActions,
        commands.SortActions,
        AsAt,
        commands.ActionsOverTime,
        commands.TakeActionsOut,
        commands.TakeActionsIn,
        GoBack,
    )

    def __init__(self) -> None:
        super().__init__()
        self._everything: Arranged | None = None
        self._listing: Listing | None = None
        self._asked = Asked()
        self._choices: tuple[Whose, ...] = (Whose.MINE,)
        self._names: dict[str, str] = {}
        self._themes: tuple[Arranged, Themes] | None = None
        self._months: tuple[Month, ...] = ()
        self._rules: Rules = USUAL

    def compose_body(self) -> ComposeResult:
        """How many there are, the list, and how they went over time."""
        yield Static("Reading…", id="counts")
        yield Static(id="order", classes="quiet")
        yield ActionList(self._row, id="actions")
        yield Static(id="plot")

    def on_mount(self) -> None:
        """Whose page it is."""
        self._say_day()

    # Reading

    async def read_again(self) -> None:
        """All of them; one may have taken a step."""
        self._choices, self._names = await self.desk.read(
            lambda practice: (practice.actions.whose(), practice.actions.names())
        )
        if self._asked.whose not in self._choices:
            self._asked = replace(self._asked, whose=Whose.MINE)
        await self._arrange(anew=True)
        self._months = await self.desk.read(lambda practice: practice.actions.over_time())
        self._show_plot()
        self.refresh_bindings()

    async def _arrange(self, *, anew: bool = False) -> None:
        asked, label = self._asked, self.desk.practice.banks.vocabulary.label
        self.set_class(not asked.is_own or self._is_past, "-without-plot")
        if asked.takes_time:
            self.query_one("#order", Static).update("Looking…")
        everything, rules = await self.desk.read(
            lambda practice: (asked.everything(practice), practice.rules.on(asked.as_at))
        )
        themes = await self._themes_of_each(everything) if asked.by is By.THEME else None
        marked, near = self.query_one(ActionList).marked, self.query_one(ActionList).mark

        def arrange(practice: Practice) -> tuple[Listing, int]:
            listed = asked.listing(practice, everything, rules=rules, themes=themes, label=label)
            return listed, listed.row_of(marked, near)

        listed, row = await self.desk.read(arrange)
        if asked != self._asked:
            return
        self._everything, self._listing, self._rules = everything, listed, rules
        self.query_one(ActionList).show_listing(listed, row, anew=anew, stood=everything.stood)
        self._tell()

    async def _themes_of_each(self, everything: Arranged) -> Themes:
        if everything.stood is not None:
            return {id_: action.themes for id_, action in everything.stood.items()}
        if self._themes is None or self._themes[0] is not everything:
            known: dict[str, tuple[str, ...]] = {}
            for first in range(0, len(everything), _AT_ONCE):
                places_ = range(first, min(first + _AT_ONCE, len(everything)))
                ids = [everything.index.id_at(place) for place in places_]
                known.update(await self.desk.read(partial(_themes, ids)))
            self._themes = everything, known
        return self._themes[1]

    def _say_day(self) -> None:
        day = self._asked.as_at
        self.head(mark=f"as at {said_short(day)}" if day else self.desk.practice.person.name)

    def _tell(self) -> None:
        self._say_day()
        vocabulary = self.desk.practice.banks.vocabulary
        counts = above.counts(self._asked, self._everything, self._choices, self._key)
        order = above.order(self._asked, self._everything, self._listing, vocabulary, self._key)
        self.query_one("#counts", Static).update(counts)
        self.query_one("#order", Static).update(order)
        self._show_plot()
        self.refresh_bindings()

    def _show_plot(self) -> None:
        is_of_own = self._has_any and self._asked.is_own and bool(self._months)
        self.query_one("#plot", Static).update(plot(self._months) if is_of_own else "")

    def _key(self, command: type[Command]) -> str:
        return self.app.get_key_display(command.binding())

    def _row(self, action: Action, width: int) -> Content:
        owner = "" if self._asked.is_own else self._names.get(action.owner, "")
        day = self._asked.as_at or self.house.workspace.clock.today()
        return action_words.row(action, width, day, self._rules, owner)

    @property
    def _is_past(self) -> bool:
        return self._asked.as_at is not None

    @property
    def _has_any(self) -> bool:
        return self._everything is not None and len(self._everything) > 0

    @property
    def _has_rows(self) -> bool:
        return self._listing is not None and len(self._listing) > 0

    # What can be done

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing to open, to order or to filter is offered where there is nothing, and nothing of the past is
        changed."""
        if action == commands.OpenAction.action():
            return self._has_rows
        if action == commands.TakeActionsOut.action():
            return self._has_rows and self.house.documents is not None
        if action == commands.ShowAllActions.action():
            return self._asked.is_filtered
        if action == BackToNow.action():
            return self._is_past
        if action in (commands.NewAction.action(), commands.TakeActionsIn.action()):
            return not self._is_past
        if action == AsAt.action():
            return self._has_any or self._is_past
        if action in (
            commands.FilterActions.action(),
            commands.GroupActions.action(),
            commands.SortActions.action(),
        ):
            return self._has_any
        if action == commands.ActionsOverTime.action():
            return self._has_any and self._asked.is_own and not self._is_past and bool(self._months)
        if action == commands.OfWhom.action():
            return len(self._choices) > 1
        return super().check_action(action, parameters)

    @on(ActionList.Opened)
    def action_open_action(self) -> None:
        """The marked action, or how it stood."""
        listed, day = self.query_one(ActionList), self._asked.as_at
        marked = listed.marked
        if marked is None:
            return
        if day is None:
            self.app.push_screen(places.action(marked))
        elif stood := listed.held(marked):
            self.app.push_screen(AsItStoodPage(stood, day, place=self.PLACE))

    def action_new_action(self) -> None:
        """What, by when, and how one will know."""
        write_action(self)

    def action_group_actions(self) -> None:
        """Other sections."""
        self._ask(replace(self._asked, by=after(self._asked.by)))

    def action_sort_actions(self) -> None:
        """Another order."""
        self._ask(replace(self._asked, order=after(self._asked.order)))

    def action_of_whom(self) -> None:
        """The actions of others, and one's own again after them."""
        at = (self._choices.index(self._asked.whose) + 1) % len(self._choices)
        self._themes = None
        self._asked = replace(self._asked, whose=self._choices[at])
        self.begin(self._arrange(anew=True), group="reading", only=True)

    def action_filter_actions(self) -> None:
        """Asks which actions to show."""
        vocabulary = self.desk.practice.banks.vocabulary
        self.app.push_screen(FilterActionsDialog(self._asked.filter, vocabulary), self._filter)

    def action_show_all_actions(self) -> None:
        """Ends the filter."""
        self._filter(Wanted())

    def _filter(self, wanted: Wanted | None) -> None:
        if wanted is not None:
            self._ask(replace(self._asked, filter=wanted))

    def action_as_at(self) -> None:
        """Asks for the day."""
        ask_as_at(self, self._asked.as_at, self._go_to)

    def action_back_to_now(self) -> None:
        """Today again."""
        self._go_to(None)

    def _go_to(self, day: date | None) -> None:
        self._asked = replace(self._asked, as_at=day)
        self.begin(self.read_again(), group="reading", only=True)

    def _ask(self, asked: Asked) -> None:
        self._asked = asked
        self.begin(self._arrange(), group="reading", only=True)

    def action_actions_over_time(self) -> None:
        """Every number of the plot."""
        self.app.push_screen(OverTimeDialog(self._months))

    def action_take_actions_out(self) -> None:
        """What the page shows."""
        asked, vocabulary = self._asked, self.desk.practice.banks.vocabulary
        only = wanted_words(asked.filter, vocabulary) if asked.is_filtered else None
        self.app.push_screen(ExportActionsDialog(asked.wanted, only))

    def action_take_actions_in(self) -> None:
        """Asks for a file."""

        def taken_in(taken: TakenIn | None) -> None:
            if taken is not None:
                self.say(f"Actions taken in: {taken.words}.")

        self.app.push_screen(TakeInDialog(), taken_in)


def _themes(ids: list[str], practice: Practice) -> dict[str, tuple[str, ...]]:
    return {action.id: action.themes for action in practice.actions.some(ids)}
