"""What was typed and not kept when the program locked or ended, as Today lists it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.widgets.option_list import Option

from reflect.domain.actions.action import Action
from reflect.tui.today_rows import heading
from reflect.tui.words import columns, plain

NEXT_STEP = (
    "Enter opens what you had typed when reflect locked or ended. Nobody else sees it: it is a proposal of your own, "
    "until you agree, change or withdraw it."
)


def aside_lines(actions: Sequence[Action], width: int) -> list[Option]:
    """One line each, by its first words; nothing where nothing was put aside."""
    if not actions:
        return []
    rows = [
        Option(columns(width, plain(" ".join(action.what.split()))), id=f"aside:{action.id}")
        for action in actions
    ]
    return [heading("Typed, and not kept yet"), *rows, heading("")]
