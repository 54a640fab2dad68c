"""Themes of our own, dark and light, each also with stronger contrast. Every pair of text and ground reaches 4.5:1,
with stronger contrast 7:1; a test computes them."""

from __future__ import annotations

from textual.theme import Theme

DARK = "reflect-dark"
LIGHT = "reflect-light"
_STRONGER = "-high-contrast"


def _variables(
    *,
    muted: str,
    primary: str,
    ground: str,
    panel: str,
    warning: str,
    error: str,
    good: str,
    selection: str = "35%",
) -> dict[str, str]:
    return {
        "text-muted": muted,
        "text-disabled": muted,
        "text-primary": primary,
        "text-secondary": muted,
        "text-accent": primary,
        "text-warning": warning,
        "text-error": error,
        "text-success": good,
        "foreground-muted": muted,
        "foreground-disabled": muted,
        "block-cursor-foreground": ground,
        "block-cursor-background": primary,
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": panel,
        "block-cursor-blurred-text-style": "none",
        "block-hover-background": panel,
        "input-cursor-foreground": ground,
        "input-cursor-background": primary,
        "input-selection-background": f"{primary} {selection}",
        "screen-selection-background": f"{primary} {selection}",
        "border": primary,
        "border-blurred": muted,
        "button-foreground": primary,
        "button-color-foreground": ground,
        "button-focus-text-style": "bold",
        "scrollbar": muted,
        "scrollbar-hover": primary,
        "scrollbar-active": primary,
        "scrollbar-background": panel,
        "scrollbar-background-hover": panel,
        "scrollbar-background-active": panel,
        "scrollbar-corner-color": panel,
    }


REFLECT_DARK = Theme(
    name=DARK,
    dark=True,
    primary="#8fc7c0",
    secondary="#a7b3ba",
    accent="#e3c48d",
    foreground="#e4e8e6",
    background="#12181b",
    surface="#182024",
    panel="#222c31",
    success="#9fce9a",
    warning="#e6c07b",
    error="#f0a08f",
    variables=_variables(
        muted="#a3b1b5",
        primary="#8fc7c0",
        ground="#12181b",
        panel="#222c31",
        warning="#e6c07b",
        error="#f0a08f",
        good="#9fce9a",
    ),
)

REFLECT_LIGHT = Theme(
    name=LIGHT,
    dark=False,
    primary="#1f5f5b",
    secondary="#4a565a",
    accent="#7a4d0b",
    foreground="#1d2528",
    background="#faf8f3",
    surface="#f3f0e8",
    panel="#e7e3d8",
    success="#2a5f2c",
    warning="#744a05",
    error="#94301f",
    variables=_variables(
        muted="#525c5f",
        primary="#1f5f5b",
        ground="#faf8f3",
        panel="#e7e3d8",
        warning="#744a05",
        error="#94301f",
        good="#2a5f2c",
    ),
)


STRONGER_DARK = Theme(
    name=DARK + _STRONGER,
    dark=True,
    primary="#a8efe6",
    secondary="#d3dde0",
    accent="#ffdf9e",
    foreground="#ffffff",
    background="#000000",
    surface="#0b0f11",
    panel="#171d20",
    success="#b9f2b1",
    warning="#ffd98a",
    error="#ffbcae",
    variables=_variables(
        muted="#d3dde0",
        primary="#a8efe6",
        ground="#000000",
        panel="#171d20",
        warning="#ffd98a",
        error="#ffbcae",
        good="#b9f2b1",
        selection="20%",
    ),
)

STRONGER_LIGHT = Theme(
    name=LIGHT + _STRONGER,
    dark=False,
    primary="#083c39",
    secondary="#2c3437",
    accent="#4f3000",
    foreground="#000000",
    background="#ffffff",
    surface="#f8f8f6",
    panel="#f5f5f2",
    success="#0f3d17",
    warning="#4f3000",
    error="#6b170a",
    variables=_variables(
        muted="#2c3437",
        primary="#083c39",
        ground="#ffffff",
        panel="#f5f5f2",
        warning="#4f3000",
        error="#6b170a",
        good="#0f3d17",
        selection="20%",
    ),
)

THEMES = (REFLECT_DARK, REFLECT_LIGHT, STRONGER_DARK, STRONGER_LIGHT)


def theme_named(name: str, *, high_contrast: bool = False) -> str:
    """Textual's name for the theme that the settings call `dark` or `light`."""
    return (LIGHT if name == "light" else DARK) + (_STRONGER if high_contrast else "")


def the_other(theme: str) -> str:
    """Light for dark and dark for light, with the same contrast."""
    return theme_named("light" if theme.startswith(DARK) else "dark", high_contrast=theme.endswith(_STRONGER))
