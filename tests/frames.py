"""Frames that nobody can see are not drawn: an app without a terminal draws once it has come to rest."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from weakref import WeakSet

import pytest
from textual.screen import Screen

_draw_at_once = Screen._compositor_refresh
_waiting: WeakSet[Screen[object]] = WeakSet()


def _draw_later(screen: Screen[object]) -> None:
    if screen is not screen.app.screen:
        _draw_at_once(screen)
        return
    # What has to be drawn is known to the compositor until it is drawn.
    screen._dirty_widgets.clear()
    screen.app._update_mouse_over(screen)
    _waiting.add(screen)


def draw(screen: Screen[object]) -> None:
    """Draws what waits to be drawn."""
    if screen in _waiting:
        _waiting.discard(screen)
        _draw_at_once(screen)


@contextmanager
def drawn_at_rest() -> Iterator[None]:
    """From here on apps draw when a test has waited until nothing more happens."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Screen, "_compositor_refresh", _draw_later)
        yield
