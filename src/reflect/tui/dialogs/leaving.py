"""Leaving a page on which something was typed."""

from __future__ import annotations

from reflect.errors import ReflectError
from reflect.tui.dialogs.confirm import ConfirmDialog
from reflect.tui.screen import Page


async def stays(page: Page) -> bool:
    """Saves what was typed on a page. Only if that fails, asks whether to stay; True means that they do."""
    try:
        await page.save_unsaved()
    except ReflectError as error:
        leaves = await page.app.push_screen_wait(
            ConfirmDialog(
                "The last words are not saved",
                f"{error}\n\nIf you go on now, what you typed since the last save is lost.",
                keep="Stay here",
                go_ahead="Go without them",
            )
        )
        return not leaves
    return False
