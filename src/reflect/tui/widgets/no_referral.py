"""A quiet line under everything that is written: what this place is not, and where the local procedure is."""

from __future__ import annotations

from textual import events
from textual.widgets import Static

from reflect.tui.sitting_commands import LocalProcedure
from reflect.tui.words import plain


class NoReferral(Static):
    """Says that this is no referral and no case record; a click does what the key does."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    NoReferral {
        width: 100%;
        height: auto;
        margin-top: 1;
    }
    .-low NoReferral, .-middling NoReferral {
        margin-top: 0;
    }
    """

    def on_resize(self) -> None:
        """On one line where that is possible. The key is named as this person has it."""
        way = f"{self.app.get_key_display(LocalProcedure.binding())} {LocalProcedure.label}"
        words = f"This is no referral and no case record. {way}"
        if len(words) > self.size.width:
            words = f"No referral and no case record. {way}"
        self.update(plain(words, "$text-muted"))

    async def on_click(self, event: events.Click) -> None:
        """Shows the local procedure."""
        event.stop()
        await self.run_action(f"screen.{LocalProcedure.action()}")
