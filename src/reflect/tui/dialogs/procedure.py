"""What to do about a current concern, one key away from every question."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reflect.settings import Settings
from reflect.tui.commands import ChangeSettings
from reflect.tui.screen import Dialog
from reflect.tui.sitting_commands import CloseNote
from reflect.tui.words import plain

_FIRST = (
    "If a child may be at risk now, follow your local procedure now. What is written here goes to nobody: it is no "
    "referral and no case record."
)


def _paragraphs(settings: Settings, settings_key: str) -> Iterator[Content]:
    yield plain(_FIRST)
    named = (
        ("A concern about a child", settings.local_procedure),
        ("Support for you", settings.support_line),
        ("What is kept about people", settings.data_protection_contact),
    )
    for heading, words in named:
        if words.strip():
            yield Content.assemble(Content.styled(f"{heading}\n", "bold $primary"), plain(words))
    missing = [heading.lower() for heading, words in named if not words.strip()]
    if missing:
        yield plain(
            f"Nothing is set here yet for: {', '.join(missing)}. Your team's words and numbers can be written down "
            f"under Settings ({settings_key}).",
            "$text-muted",
        )


class ProcedureDialog(Dialog[None]):
    """The local procedure, the support line and the data protection contact, or how to set them."""

    TITLE = "Local procedure"
    CSS_PATH = "procedure.tcss"
    PAGE_COMMANDS = (CloseNote,)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings

    def compose_body(self) -> ComposeResult:
        """The words, scrolling where they are long."""
        key = self.app.get_key_display(ChangeSettings.binding())
        with VerticalScroll(id="procedure-words"):
            yield Static(Content("\n\n").join(_paragraphs(self._settings, key)))

    def action_close_note(self) -> None:
        """Back to where one was."""
        self.dismiss()
