"""Tells somebody who sits here what concerns them and has just happened elsewhere; Today lists it until it is put
away."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from reflect.errors import ReflectError
from reflect.tui.screen import Page

if TYPE_CHECKING:
    from datetime import date

    from reflect.tui.app import ReflectApp

LOOK_AGAIN = 20.0
"""Seconds from one look to the next."""
_STANDS = 15.0


class News:
    """Of one app. What waited before the first look stands on Today, and is not told twice."""

    def __init__(self, app: ReflectApp) -> None:
        self._app = app
        self._known: set[str] | None = None
        self._day: date | None = None

    def look_again(self) -> None:
        """Beside everything else that is done; nobody waits for it."""
        if self._app.is_signed_in and not self._app.desk.is_handed_over:
            self._app.run_worker(self.look(), group="news", exclusive=True, exit_on_error=False)

    async def look(self) -> None:
        """What has come since the last look, at the edge of whatever page is open; that page is read again, since
        what it shows may have ended with a link."""
        with suppress(
            ReflectError
        ):  # whatever is wrong with the store is said where somebody asks it for something
            await self._begin_day()
            waiting = await self._app.desk.read(lambda practice: practice.telling.waiting())
            known, self._known = self._known, {notice.id for notice in waiting}
            if known is None or self._app.desk.is_handed_over:
                return
            fresh = [notice for notice in waiting if notice.id not in known]
            for notice in fresh:
                self._app.notify(notice.words, timeout=_STANDS, markup=False)
            if fresh and isinstance(page := self._app.screen, Page):
                page.begin(page.read_again, group="reading", only=True)

    async def _begin_day(self) -> None:
        """Once a day has begun: what ends with a day does so while the program stays open too. At sign-in it has."""
        today = self._app.workspace.clock.today()
        if self._day not in (None, today):
            await self._app.desk.write_alone(lambda practice: practice.settle())
        self._day = today
