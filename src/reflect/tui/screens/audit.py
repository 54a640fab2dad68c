"""The self-audit: what a file audit asks, answered yes, partly, no or not due, with what shows it."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reflect.domain.dates import said
from reflect.domain.supervision.audit import Audit
from reflect.errors import ReflectError
from reflect.tui.commands import GoBack
from reflect.tui.dialogs.export_record import ExportRecordDialog
from reflect.tui.dialogs.since_when import SinceWhenDialog
from reflect.tui.one_to_ones import commands
from reflect.tui.screen import Page
from reflect.tui.widgets.hanging import POINT, Hanging
from reflect.tui.words import plain

_WORDS_A_MINUTE = 200


class AuditPage(Page):
    """For both of the two: they read the same."""

    PLACE = "Self-audit"
    CSS_PATH = "audit.tcss"
    PAGE_COMMANDS = (commands.ChangePeriod, commands.ExportThis, GoBack)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._other = name
        self._since: date | None = None
        self._audit: Audit | None = None

    def compose_body(self) -> ComposeResult:
        """The period, and the questions."""
        yield Static("Reading…", id="period")
        with VerticalScroll(id="audit"):
            yield Hanging(id="audit-lines")

    def on_mount(self) -> None:
        """With whom."""
        self.head(mark=self._other)

    async def read_again(self) -> None:
        """From what is on file now."""
        since = self._since
        try:
            audit = await self.desk.read(lambda practice: practice.auditing.audit(self._other, since))
        except ReflectError as refused:
            self.house.say_fault(refused)
            self.dismiss()
            return
        self._audit = audit
        self.query_one("#period", Static).update(
            plain(
                f"{audit.supervisor} supervises {audit.supervisee}: what is on file from {said(audit.since)} to "
                f"{said(audit.as_at)}. Both of you read the same here."
            )
        )
        self.query_one("#audit-lines", Hanging).update(audit_words(audit))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Once it is answered."""
        if action == commands.ChangePeriod.action():
            return self._audit is not None
        if action == commands.ExportThis.action():
            return self._audit is not None and self.house.documents is not None
        return super().check_action(action, parameters)

    def reading_minutes(self) -> float:
        """It takes its time."""
        return len(audit_words(self._audit).plain.split()) / _WORDS_A_MINUTE if self._audit else 0.0

    def action_change_period(self) -> None:
        """Since another day."""
        if self._audit is None:
            return

        def chosen(since: date | None) -> None:
            if since is not None:
                self._since = since
                self.begin(self.read_again(), group="reading", only=True)

        self.app.push_screen(SinceWhenDialog(self._audit.since, self.house.workspace.clock.today()), chosen)

    def action_export_this(self) -> None:
        """To a file."""
        if self._audit is not None:
            self.app.push_screen(ExportRecordDialog(self._audit))


def audit_words(audit: Audit) -> Content:
    """Each question with its answer as a word, and below it what shows it."""
    told: list[Content] = []
    for line in audit.lines:
        told += [
            Content.assemble(
                plain(line.question, "bold"), " ", plain(line.answer.value.capitalize(), "bold $primary"), "."
            ),
            Content.assemble(POINT, plain(line.shows)),
            Content(""),
        ]
    return Content("\n").join(told)
