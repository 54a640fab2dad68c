"""Inviting somebody: their name and profession go in, a one-time code comes out."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Label, Static

from reflect.tui.dialogs.form import FormDialog
from reflect.tui.widgets.profession import ProfessionChoice

_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Invited:
    """Who was invited, and the code to hand to them."""

    name: str
    code: str


class InviteDialog(FormDialog[Invited]):
    """Answers the code, which nothing shows a second time."""

    TITLE = "Invite somebody"
    CSS_PATH = ["form.tcss", "invite.tcss"]

    def compose_body(self) -> ComposeResult:
        """Name first."""
        yield Static(
            "They get a place of their own here that nobody else can read, not even you.", classes="about"
        )
        yield Label("Their name, as everybody here will see it")
        yield Input(id="name", max_length=_LONGEST_NAME, select_on_focus=False)
        yield Label("Their profession (may stay open)")
        yield ProfessionChoice(id="profession-choice")
        yield from self.end_of_form("Invite")

    @on(Input.Submitted, "#name")
    def to_profession(self, event: Input.Submitted) -> None:
        """From the name to the profession: a name alone is not the end of it."""
        event.prevent_default()
        event.stop()
        self.query_one("#profession").focus()

    async def keep(self) -> Invited:
        """Invites them."""
        name = self.query_one("#name", Input).value
        profession = self.query_one(ProfessionChoice).words
        code = await self.desk.write(lambda practice: practice.people.invite(name, profession))
        return Invited(" ".join(name.split()), code)

    async def put_aside(self, words: str) -> None:
        """A name is quickly typed again: nothing of it is kept."""
