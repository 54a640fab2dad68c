"""Looking at a page as somebody does who has no mouse, or weak eyes."""

from __future__ import annotations

from functools import cache
from typing import Any

from rich.color import ColorTriplet
from rich.style import Style
from textual.pilot import Pilot

from waiting import pump, settle

ENOUGH_CONTRAST = 4.5
PUMPS_UNTIL_SCROLLED = 20


async def out_of_reach(pilot: Pilot[Any]) -> list[str]:
    """The widgets that can take focus and then cannot be seen: no area, or outside of what is shown."""
    screen = pilot.app.screen
    before = screen.focused
    lost = []
    for widget in list(screen.focus_chain):
        widget.focus()
        for _ in range(PUMPS_UNTIL_SCROLLED):
            await pump(pilot)
            region, clip = screen._compositor.visible_widgets.get(widget, (None, None))
            seen = region is not None and clip is not None and region.intersection(clip).area > 0
            if screen.focused is widget and seen:
                break
        else:
            lost.append(repr(widget))
    if before is not None:
        before.focus()
        await settle(pilot)
    return lost


def too_faint(pilot: Pilot[Any], enough: float = ENOUGH_CONTRAST) -> list[str]:
    """The words on the page whose colour stands out too little from what is behind them."""
    faint = []
    for strip in pilot.app.screen._compositor.render_strips():
        for segment in strip:
            if any(character.isalnum() for character in segment.text):
                ratio = contrast(segment.style)
                if ratio < enough:
                    faint.append(f"{segment.text.strip()!r} at {ratio:.1f}")
    return faint


@cache
def contrast(style: Style | None) -> float:
    """The contrast of a style's text and ground as WCAG 2 computes it, from 1 to 21; 1 where a colour is not set."""
    if style is None or style.color is None or style.bgcolor is None:
        return 1.0
    lighter, darker = sorted(
        (_luminance(style.color.get_truecolor()), _luminance(style.bgcolor.get_truecolor()))
    )[::-1]
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: ColorTriplet) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
