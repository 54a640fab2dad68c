"""Actions: what is late and what is near first, what is over last."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from reflect.domain.actions.action import Action
from reflect.domain.actions.rules import USUAL, Rules
from reflect.domain.actions.wanted import Whose
from reflect.tui import places
from reflect.tui.acting import commands
from reflect.tui.acting import words as action_words
from reflect.tui.acting.filter import ActionFilter
from reflect.tui.acting.order import By, Listing, Order, listing
from reflect.tui.acting.over_time import plot
from reflect.tui.commands import GoBack, GoToActions
from reflect.tui.dialogs.export_actions import ExportActionsDialog
from reflect.tui.dialogs.filter_actions import FilterActionsDialog
from reflect.tui.dialogs.over_time import OverTimeDialog
from reflect.tui.dialogs.take_in import TakeInDialog
from reflect.tui.dialogs.write_action import write_action
from reflect.tui.screen import Page
from reflect.tui.widgets.action_list import ActionList
from reflect.tui.words import lines, plain

if TYPE_CHECKING:
    from reflect.services.actions.index import Month
    from reflect.services.actions.lists import Arranged
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
        commands.FilterActions,
        commands.ShowAllActions,
        commands.OfWhom,
        commands.GroupActions,
        commands.SortActions,
        commands.ActionsOverTime,
        commands.TakeActionsOut,
        commands.TakeActionsIn,
        GoBack,
    )

    def __init__(self) -> None:
        super().__init__()
        self._everything: Arranged | None = None
        self._listing: Listing | None = None
        self._by, self._order, self._wanted = By.NEXT, Order.DAY, ActionFilter()
        self._whose = Whose.MINE
        self._choices: tuple[Whose, ...] = (Whose.MINE,)
        self._names: dict[str, str] = {}
        self._themes: tuple[Arranged, dict[str, tuple[str, ...]]] | None = None
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
        self.head(mark=self.desk.practice.person.name)

    # Reading

    async def read_again(self) -> None:
        """All of them; one may have taken a step."""
        self._choices, self._names = await self.desk.read(
            lambda practice: (practice.actions.whose(), practice.actions.names())
        )
        if self._whose not in self._choices:
            self._whose = Whose.MINE
        await self._arrange(anew=True)
        self._months = await self.desk.read(lambda practice: practice.actions.over_time())
        has_any = self._everything is not None and len(self._everything) > 0 and self._is_own
        self.query_one("#plot", Static).update(plot(self._months) if has_any else "")
        self.refresh_bindings()

    async def _arrange(self, *, anew: bool = False) -> None:
        by, order, wanted, whose = self._by, self._order, self._wanted, self._whose
        self.set_class(not self._is_own, "-of-others")
        if wanted.needs_words or by is By.THEME:
            self.query_one("#order", Static).update("Looking…")
        everything, rules = await self.desk.read(
            lambda practice: (practice.actions.arranged(whose), practice.acting.rules)
        )
        themes = await self._themes_of_each(everything) if by is By.THEME else None
        label = self.desk.practice.banks.vocabulary.label

        marked, near = self.query_one(ActionList).marked, self.query_one(ActionList).mark

        def arrange(practice: Practice) -> tuple[Listing, int]:
            found = practice.actions.found(wanted.of(whose)) if wanted.needs_words else None
            listed = listing(
                everything, by, order, wanted, found=found, themes=themes, rules=rules, label=label
            )
            return listed, listed.row_of(marked, near)

        listed, row = await self.desk.read(arrange)
        if (by, order, wanted, whose) != (self._by, self._order, self._wanted, self._whose):
            return
        self._everything, self._listing, self._rules = everything, listed, rules
        self.query_one(ActionList).show_listing(listed, row, anew=anew)
        self._tell()

    async def _themes_of_each(self, everything: Arranged) -> dict[str, tuple[str, ...]]:
        if self._themes is None or self._themes[0] is not everything:
            known: dict[str, tuple[str, ...]] = {}
            for first in range(0, len(everything), _AT_ONCE):
                places_ = range(first, min(first + _AT_ONCE, len(everything)))
                ids = [everything.index.id_at(place) for place in places_]
                known.update(await self.desk.read(partial(_themes, ids)))
            self._themes = everything, known
        return self._themes[1]

    def _tell(self) -> None:
        self.query_one("#counts", Static).update(self._counts())
        self.query_one("#order", Static).update(self._said_order())
        self.refresh_bindings()

    def _counts(self) -> Content:
        everything = self._everything
        if not self._is_own and everything is not None:
            said = action_words.counts_words(everything.places) or action_words.NOTHING_OF_THEIRS
            return Content(f"{action_words.WHOSE[self._whose]}: {said[:1].lower()}{said[1:]}")
        if everything is None or not len(everything):
            key = self.app.get_key_display(commands.NewAction.binding())
            elsewhere = self.app.get_key_display(commands.WriteAction.binding())
            return Content(
                f"{action_words.NOTHING_YET} ({elsewhere}).\n\nPress {key} to write the first one."
                f"{self._of_others()}"
            )
        return lines(
            Content(action_words.counts_words(everything.places)),
            plain(action_words.many_open_words(everything.open), "$text-muted"),
        )

    def _of_others(self) -> str:
        others = [action_words.WHOSE[whose] for whose in self._choices if whose is not Whose.MINE]
        key = self.app.get_key_display(commands.OfWhom.binding())
        told = " or ".join(words[:1].lower() + words[1:] for words in others)
        return f" {key} shows others: {told}." if told else ""

    def _said_order(self) -> Content:
        if self._everything is None or not len(self._everything):
            return Content("")
        said = Content(f"{self._by.value.capitalize()}, {self._order.value}")
        if self._wanted.is_open or self._listing is None:
            return said
        only = Content.assemble("Only ", self._wanted.said(self.desk.practice.banks.vocabulary))
        if not len(self._listing):
            key = self.app.get_key_display(commands.ShowAllActions.binding())
            return lines(only, Content(f"{action_words.NONE_LIKE_THIS} {key} shows all of them again."))
        return lines(only, said)

    def _row(self, action: Action, width: int) -> Content:
        owner = "" if self._is_own else self._names.get(action.owner, "")
        return action_words.row(action, width, self.house.workspace.clock.today(), self._rules, owner)

    @property
    def _is_own(self) -> bool:
        return self._whose is Whose.MINE

    @property
    def _has_rows(self) -> bool:
        return self._listing is not None and len(self._listing) > 0

    # What can be done

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing to open, to order or to filter is offered where there is nothing."""
        has_any = self._everything is not None and len(self._everything) > 0
        if action == commands.OpenAction.action():
            return self._has_rows
        if action == commands.TakeActionsOut.action():
            return self._has_rows and self.house.documents is not None
        if action == commands.ShowAllActions.action():
            return not self._wanted.is_open
        if action in (
            commands.FilterActions.action(),
            commands.GroupActions.action(),
            commands.SortActions.action(),
        ):
            return has_any
        if action == commands.ActionsOverTime.action():
            return has_any and self._is_own and bool(self._months)
        if action == commands.OfWhom.action():
            return len(self._choices) > 1
        return super().check_action(action, parameters)

    @on(ActionList.Opened)
    def action_open_action(self) -> None:
        """The marked action."""
        if marked := self.query_one(ActionList).marked:
            self.app.push_screen(places.action(marked))

    def action_new_action(self) -> None:
        """What, by when, and how one will know."""
        write_action(self)

    def action_group_actions(self) -> None:
        """Other sections."""
        self._by = self._by.following
        self.begin(self._arrange(), group="reading", only=True)

    def action_sort_actions(self) -> None:
        """Another order."""
        self._order = self._order.following
        self.begin(self._arrange(), group="reading", only=True)

    def action_of_whom(self) -> None:
        """The actions of others, and one's own again after them."""
        self._whose = self._choices[(self._choices.index(self._whose) + 1) % len(self._choices)]
        self._themes = None
        self.begin(self._arrange(anew=True), group="reading", only=True)

    def action_filter_actions(self) -> None:
        """Asks which actions to show."""
        vocabulary = self.desk.practice.banks.vocabulary
        self.app.push_screen(FilterActionsDialog(self._wanted, vocabulary), self._filter)

    def action_show_all_actions(self) -> None:
        """Ends the filter."""
        self._filter(ActionFilter())

    def _filter(self, wanted: ActionFilter | None) -> None:
        if wanted is not None:
            self._wanted = wanted
            self.begin(self._arrange(), group="reading", only=True)

    def action_actions_over_time(self) -> None:
        """Every number of the plot."""
        self.app.push_screen(OverTimeDialog(self._months))

    def action_take_actions_out(self) -> None:
        """What the page shows."""
        wanted = self._wanted
        only = None if wanted.is_open else wanted.said(self.desk.practice.banks.vocabulary)
        self.app.push_screen(ExportActionsDialog(wanted.of(self._whose), only))

    def action_take_actions_in(self) -> None:
        """Asks for a file."""

        def taken_in(taken: TakenIn | None) -> None:
            if taken is not None:
                self.say(f"Actions taken in: {taken.words}.")

        self.app.push_screen(TakeInDialog(), taken_in)


def _themes(ids: list[str], practice: Practice) -> dict[str, tuple[str, ...]]:
    return {action.id: action.themes for action in practice.actions.some(ids)}
