"""Leaving a page on which something was typed."""

from __future__ import annotations

from collections.abc import Callable

from reflect.errors import ReflectError
from reflect.tui.dialogs.confirm import ConfirmDialog
from reflect.tui.screen import Page


async def leave(page: Page, go: Callable[[], object], stay: Callable[[], object] = lambda: None) -> None:
    """Saves what was typed on a page, then goes. If it cannot be saved, asks first: nothing is lost unasked."""
    try:
        await page.save_unsaved()
    except ReflectError as error:
        dialog = ConfirmDialog(
            "The last words are not saved",
            f"{error}\n\nIf you go on now, what you typed since the last save is lost.",
            keep="Stay here",
            go_ahead="Go without them",
        )

        def answered(goes: bool | None) -> None:
            if goes:
                go()
            else:
                stay()

        page.app.push_screen(dialog, answered)
    else:
        if page.is_current:
            go()
