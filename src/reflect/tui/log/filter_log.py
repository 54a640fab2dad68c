"""Which actions of the log to show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from rich.console import RenderableType
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Input, Label, Select, Static

from reflect.domain.actions.action import Level, Status
from reflect.domain.actions.rag import Rag
from reflect.domain.dates import Looking
from reflect.domain.figures.listed_log import LogWanted
from reflect.domain.themes import Vocabulary
from reflect.errors import WrongUse
from reflect.tui.commands import CloseDialog
from reflect.tui.log import commands
from reflect.tui.screen import Dialog
from reflect.tui.widgets.day_field import DayField
from reflect.tui.words import choice, plain

_OVERDUE = "overdue"
_DUE_BEFORE, _FROM, _UNTIL = "due-before", "agreed-from", "agreed-until"


class FilterLogDialog(Dialog[LogWanted]):
    """Answers None when it is closed with nothing changed."""

    TITLE = "Which listed actions?"
    CSS_PATH = "filter_log.tcss"
    AUTO_FOCUS = ""
    PAGE_COMMANDS = (commands.ShowThese, CloseDialog)

    def __init__(self, wanted: LogWanted, vocabulary: Vocabulary, owners: Mapping[str, str]) -> None:
        """`owners` are the names of those who own a listed action, by their ids."""
        super().__init__()
        self._wanted = wanted
        self._themes = [(choice(theme.label), theme.code) for theme in vocabulary]
        self._owners = [(choice(name), id_) for id_, name in owners.items()]

    def compose_body(self) -> ComposeResult:
        """What a lead looks for first stands first."""
        wanted, today = self._wanted, self.house.workspace.clock.today()
        with VerticalScroll(id="log-filter"):
            yield Label("Due")
            overdue = [(plain("Only what is overdue"), _OVERDUE)]
            yield _select(overdue, "Whenever it is due", _OVERDUE if wanted.overdue else None, "due")
            yield DayField("Due before", today, id=_DUE_BEFORE, day=wanted.due_before, takes_past=True)
            yield Label("Owner")
            yield _select(self._owners, "Anybody", wanted.owner, "owner")
            yield Label("Letter")
            letters = [(plain(letter.words.capitalize()), letter.value) for letter in Rag]
            yield _select(letters, "Any letter", wanted.rag, "letter")
            yield Label("Status")
            statuses = [(plain(one.words.capitalize()), one.value) for one in Status]
            yield _select(statuses, "Any status", wanted.status, "status")
            yield Label("Theme")
            yield _select(self._themes, "Any theme", wanted.theme, "theme")
            yield Label("Level: who has to change something")
            levels = [(plain(one.value.capitalize()), one.value) for one in Level]
            yield _select(levels, "Any level", wanted.level, "level")
            for id_, label, day in (
                (_FROM, "Agreed from", wanted.since),
                (_UNTIL, "Agreed until", wanted.until),
            ):
                yield DayField(label, today, id=id_, day=day, looking=Looking.BACK)
            yield Label("Words")
            yield Input(wanted.search, id="words", max_length=100, select_on_focus=False)
        yield Static(id="problem")
        with Horizontal(classes="buttons"):
            yield Button("Show", id="show")
            yield Button("Clear", id="clear")

    def on_mount(self) -> None:
        """In its first field; the heading above it stays in sight."""
        self.query_one("#due").focus(scroll_visible=False)

    @on(Input.Submitted)
    @on(Button.Pressed, "#show")
    def action_show_these(self) -> None:
        """These actions."""
        try:
            due_before, since, until = (self._day(one) for one in (_DUE_BEFORE, _FROM, _UNTIL))
            if since and until and until < since:
                raise WrongUse("It would end before it begins.", "Write the earlier day first.")
        except WrongUse as error:
            self.query_one("#problem", Static).update(plain(str(error)))
            return
        letter, status, level = self._chosen("letter"), self._chosen("status"), self._chosen("level")
        self.dismiss(
            LogWanted(
                overdue=self._chosen("due") == _OVERDUE,
                rag=Rag(letter) if letter else None,
                status=Status(status) if status else None,
                theme=self._chosen("theme"),
                level=Level(level) if level else None,
                owner=self._chosen("owner"),
                due_before=due_before,
                since=since,
                until=until,
                search=self.query_one("#words", Input).value.strip(),
            )
        )

    @on(Button.Pressed, "#clear")
    def clear(self) -> None:
        """The whole log."""
        self.dismiss(LogWanted())

    def _day(self, which: str) -> date | None:
        return self.query_one(f"#{which}", DayField).day

    def _chosen(self, which: str) -> str | None:
        value = self.query_one(f"#{which}", Select).value
        return None if value == Select.NULL else str(value)

    def action_close_dialog(self) -> None:
        """Nothing changes."""
        self.dismiss(None)


def _select(
    options: Sequence[tuple[RenderableType, str]], any_: str, value: str | None, id_: str
) -> Select[str]:
    known = value is not None and value in [code for _, code in options]
    return Select(options, prompt=any_, value=value if value and known else Select.NULL, compact=True, id=id_)
