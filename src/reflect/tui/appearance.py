"""How the app looks and which keys it hears, as the settings say."""

from __future__ import annotations

from textual.app import App

from reflect.errors import WrongUse
from reflect.settings import Settings
from reflect.tui.keymap import read_keymap
from reflect.tui.themes import DARK, THEMES, theme_named


def appear_at_first(app: App[None]) -> None:
    """Dark and still, until the settings are known."""
    for theme in THEMES:
        app.register_theme(theme)
    app.theme = DARK
    app.animation_level = "none"


def appear(app: App[None], settings: Settings) -> tuple[WrongUse, ...]:
    """Colours, contrast, motion and keys hold from now on; what is wrong with a key is answered, and it stays as it
    comes."""
    app.theme = theme_named(settings.theme, high_contrast=settings.high_contrast)
    app.animation_level = "full" if settings.motion else "none"
    keymap = read_keymap(settings.keys)
    app.set_keymap(dict(keymap.keys))
    return keymap.faults
