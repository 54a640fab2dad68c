"""Other keys for commands, as a person likes them: an optional file `keys.toml` in the workspace folder.

A line names a command as the help does in its file, such as `lock-now = "f12"`.
"""

from __future__ import annotations

import difflib
import importlib
import pkgutil
import tomllib
from pathlib import Path

from reflect import tui
from reflect.errors import WrongUse
from reflect.text import clean_line
from reflect.tui.commands import known_ids

FILE_NAME = "keys.toml"


def _known_commands() -> frozenset[str]:
    # A command is known once its module is loaded; those of pages that nobody has opened yet are not.
    for module in pkgutil.iter_modules(tui.__path__):
        if module.name.endswith("commands"):
            importlib.import_module(f"{tui.__name__}.{module.name}")
    return known_ids()


def load_keymap(folder: Path) -> dict[str, str]:
    """Keys by command, empty where there is no file. Raises WrongUse naming the nearest known command."""
    path = folder / FILE_NAME
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError):
        raise WrongUse(f"{FILE_NAME} cannot be read.", "The usual keys hold until it is mended.") from None
    known = _known_commands()
    keys: dict[str, str] = {}
    for command, key in said.items():
        if command not in known:
            near = difflib.get_close_matches(command, known, n=1)
            hint = f"Did you mean {near[0]}?" if near else "The usual keys hold."
            raise WrongUse(f"{FILE_NAME} names an unknown command, {clean_line(command, limit=40)}.", hint)
        if not isinstance(key, str) or not key.strip():
            raise WrongUse(f"{FILE_NAME} gives {command} no key.", 'Write one in quotes, such as "f12".')
        keys[command] = key.strip().lower()
    return keys
