"""What the dialogs have in common that ask which of many things to show: every field may stay open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from rich.console import RenderableType
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Button, Select

from reflect.tui.screen import Dialog

T = TypeVar("T")


class Filtering(Dialog[T], Generic[T]):
    """Answers None when it is closed with nothing changed."""

    def end_of_filter(self) -> ComposeResult:
        """To show what is asked for, or all."""
        with Horizontal(classes="buttons"):
            yield Button("Show", id="show")
            yield Button("Clear", id="clear")

    def chosen(self, which: str) -> str | None:
        """What is chosen in a field, by its id; None for any."""
        value = self.query_one(f"#{which}", Select).value
        return None if value == Select.NULL else str(value)

    def action_close_dialog(self) -> None:
        """Nothing changes."""
        self.dismiss(None)


def one_or_any(
    options: Sequence[tuple[RenderableType, str]], any_: str, value: str | None, id_: str
) -> Select[str]:
    """A field with `value` chosen, or none (`any_` in words) where that is none of the `options`."""
    known = value if value in [code for _, code in options] else None
    return Select(options, prompt=any_, value=known or Select.NULL, compact=True, id=id_)
