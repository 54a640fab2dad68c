"""What a team sets for its workspace: one commented file, `settings.toml`, in the workspace folder."""

from __future__ import annotations

import difflib
import json
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

from reflect.errors import NotSaved, WrongUse
from reflect.paths import write_privately
from reflect.text import clean_line

FILE_NAME = "settings.toml"
THEMES = ("dark", "light")
LOCK_MINUTES = range(1, 241)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a workspace. `lock_after_minutes` counts minutes without use, from 1 to 240."""

    local_procedure: str = ""
    support_line: str = ""
    data_protection_contact: str = ""
    lock_after_minutes: int = 15
    theme: str = "dark"


COMMENTS = {
    "local_procedure": "What to do about a current concern for a child here: who to ring, and where it is written.",
    "support_line": "Support for staff: who to ring when the work has been hard.",
    "data_protection_contact": "Who answers questions on what is kept about people.",
    "lock_after_minutes": "Minutes without use until reflect locks itself, 1 to 240.",
    "theme": "Colours of the screens: dark or light.",
}


def load_settings(folder: Path) -> Settings:
    """The settings of the workspace in `folder`; what the file does not say stays as it comes. Raises WrongUse
    that names the file, the key and the nearest known one."""
    path = folder / FILE_NAME
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError):
        raise WrongUse(
            f"{FILE_NAME} cannot be read as a settings file.",
            "Mend it, or move it away: reflect then starts with its own settings.",
        ) from None
    known = {field.name for field in fields(Settings)}
    for key in said:
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            hint = f"Did you mean {near[0]}?" if near else f"Known are: {', '.join(sorted(known))}."
            raise WrongUse(f"{FILE_NAME} has an unknown setting, {clean_line(key, limit=40)}.", hint)
    return _checked(said)


def save_settings(folder: Path, settings: Settings) -> None:
    """Writes the settings as a file with a comment above each, whole or not at all. Raises WrongUse for a value
    that cannot be one, and NotSaved if the disk refuses."""
    checked = _checked({field.name: getattr(settings, field.name) for field in fields(Settings)})
    lines = ["# Settings of this reflect workspace."]
    for name, comment in COMMENTS.items():
        value = getattr(checked, name)
        written = str(value) if isinstance(value, int) else json.dumps(value, ensure_ascii=False)
        lines += ["", f"# {comment}", f"{name} = {written}"]
    try:
        write_privately(folder / FILE_NAME, ("\n".join(lines) + "\n").encode("utf-8"))
    except OSError:
        raise NotSaved(
            "The settings could not be saved.",
            "Those from before still stand. Check that the disk has room and that you may write to the folder.",
        ) from None


def _checked(said: dict[str, object]) -> Settings:
    usual = Settings()
    words = {
        name: _line(name, said.get(name, ""))
        for name in ("local_procedure", "support_line", "data_protection_contact")
    }
    minutes = said.get("lock_after_minutes", usual.lock_after_minutes)
    if not isinstance(minutes, int) or isinstance(minutes, bool) or minutes not in LOCK_MINUTES:
        raise WrongUse(
            f"{FILE_NAME}: lock_after_minutes is a whole number of minutes from 1 to 240.", "Usual is 15."
        )
    theme = said.get("theme", usual.theme)
    if not isinstance(theme, str) or theme not in THEMES:
        near = difflib.get_close_matches(str(theme), THEMES, n=1, cutoff=0.3)
        raise WrongUse(f"{FILE_NAME}: theme is dark or light.", f"Did you mean {near[0]}?" if near else "")
    return Settings(lock_after_minutes=minutes, theme=theme, **words)


def _line(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise WrongUse(f"{FILE_NAME}: {name} is words in quotation marks.")
    return clean_line(value, limit=400)
