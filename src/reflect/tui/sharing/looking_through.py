"""The last look before something is shared: lines that may identify somebody, and what goes exactly as it goes."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING

from reflect.tui.dialogs.check_lines import CheckLinesDialog
from reflect.tui.dialogs.what_goes import WhatGoesDialog
from reflect.tui.sharing.several import without

if TYPE_CHECKING:
    from reflect.domain.going_out import DoubtfulLine
    from reflect.domain.sharing import Preview
    from reflect.tui.screen import Page

Previews = tuple["Preview", ...]
_STOPPED = "Stopped: nothing was shared."


def look_through(
    page: Page,
    previews: Previews,
    share: Callable[[Previews], Coroutine[object, object, object]],
    *,
    was_seen: bool,
) -> None:
    """Asks about each doubtful line, shows what goes, then has it shared. What `was_seen` as it goes is not shown
    again, unless something was masked in it."""
    doubtful = tuple(line for preview in previews for line in preview.doubtful)

    def show(going: Previews) -> None:
        def answered(goes: bool | None) -> None:
            if goes:
                page.begin(share(going), group="sharing")
            else:
                page.say(_STOPPED)

        page.app.push_screen(WhatGoesDialog(going), answered)

    def checked(to_mask: tuple[DoubtfulLine, ...] | None) -> None:
        if to_mask is None:
            page.say(_STOPPED)
        elif was_seen and not to_mask:
            page.begin(share(previews), group="sharing")
        else:
            owner, today = page.desk.practice.person.name, page.house.workspace.clock.today()
            show(without(previews, to_mask, owner, today))

    if doubtful:
        page.app.push_screen(CheckLinesDialog(doubtful), checked)
    else:
        checked(())
