"""Writing an action: one thing to do, or a strength to keep or to share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.widgets import Label, Select, Static

from reflect.domain.actions.action import Action
from reflect.domain.dates import said
from reflect.errors import WrongUse
from reflect.tui.comes_from import ComesFrom
from reflect.tui.commands import GoToActions
from reflect.tui.dialogs.form import FormDialog
from reflect.tui.screen import Page
from reflect.tui.widgets.action_fields import ActionFields
from reflect.tui.words import choice, plain


class WriteActionDialog(FormDialog[Action]):
    """Alone, one agrees it with oneself at once."""

    TITLE = "Write an action"
    STARTS_WITH = "#what"

    def __init__(self, origins: Sequence[ComesFrom], today: date, *, chosen: int | None = 0) -> None:
        """`origins` is empty for an action that comes from nothing that is here; with `chosen` None, none of them is
        taken before somebody chooses."""
        super().__init__()
        self._origins = tuple(origins)
        self._today = today
        self._chosen = chosen if origins else None

    def compose_body(self) -> ComposeResult:
        """Where it comes from, and the fields."""
        if len(self._origins) == 1:
            yield Static(plain(f"From: {self._origins[0].words}", "$text-muted"), id="from", classes="about")
        elif self._origins:
            yield Label("Where does it come from?")
            options = [(choice(one.words), place) for place, one in enumerate(self._origins)]
            value = Select.NULL if self._chosen is None else self._chosen
            yield Select(options, prompt="Please choose", value=value, compact=True, id="origin")
        yield ActionFields(self._today, self.desk.practice.banks.vocabulary)
        yield from self.end_of_form("Agree it")

    def on_mount(self) -> None:
        """The themes of where it comes from."""
        self._inherit()

    @on(Select.Changed, "#origin")
    def _other_origin(self, event: Select.Changed) -> None:
        self._chosen = None if event.value == Select.NULL else int(str(event.value))
        self._inherit()

    def _inherit(self) -> None:
        origin = None if self._chosen is None else self._origins[self._chosen]
        self.query_one(ActionFields).inherit(origin.themes if origin else (), "As there")

    async def keep(self) -> Action:
        """Proposed and agreed in one."""
        fields = self.query_one(ActionFields)
        if self._origins and self._chosen is None:
            raise WrongUse("It is not said where this comes from.", "Please choose it at the top.")
        if fields.is_good_practice or not fields.what.strip():
            due = fields.due
        else:
            due = fields.due_needed("An action is agreed with a date.", "“Friday” or “in 3 weeks”")
        return await self._write(due=due, agree=True)

    async def put_aside(self, words: str) -> None:
        """A proposal, with all that was typed."""
        fields = self.query_one(ActionFields)
        try:
            due = fields.due
        except WrongUse:
            due = None
        action = await self._write(due=due, agree=False, otherwise=words)
        await self.desk.write(lambda practice: practice.putting_aside.remember(action.id))

    async def _write(self, *, due: date | None, agree: bool, otherwise: str = "") -> Action:
        fields = self.query_one(ActionFields)
        what, know, level, themes = fields.what, fields.know, fields.level, fields.themes
        keep, supporter = fields.is_good_practice, fields.supporter
        origin = None if self._chosen is None else self._origins[self._chosen].origin
        return await self.desk.write(
            lambda practice: practice.acting.propose(
                what=what if what.strip() else otherwise,
                know=know,
                due=due,
                level=level,
                themes=themes,
                origin=origin,
                keep=keep,
                supporter=supporter,
                agree=agree,
            )
        )


def write_action(
    page: Page,
    origins: Sequence[ComesFrom] = (),
    *,
    chosen: int | None = 0,
    then: Callable[[], object] = lambda: None,
) -> None:
    """Opens the dialog in front of a page, and says where the action is found; `then` follows once it is kept."""

    def written(action: Action | None) -> None:
        if action is not None:
            key = page.app.get_key_display(GoToActions.binding())
            day = f", due {said(action.due)}" if action.due else ""
            kept = "Kept as good practice" if action.keep else "Agreed"
            page.say(f"{kept}{day}. It is under {GoToActions.label} ({key}).")
            then()

    today = page.house.workspace.clock.today()
    page.app.push_screen(WriteActionDialog(origins, today, chosen=chosen), written)
