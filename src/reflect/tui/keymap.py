"""Other keys for commands, as the settings name them: `change-theme = "f8"`. What cannot be is said, and not obeyed."""

from __future__ import annotations

import difflib
import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from textual.keys import Keys, key_to_character

from reflect import tui
from reflect.errors import WrongUse
from reflect.text import clean_line
from reflect.tui.commands import Command, all_commands
from reflect.tui.screen import Dialog, Page

# These write, move or mark in a text: a command that also acts while somebody types may not take them.
KEYS_OF_THE_EDITOR = frozenset({f"ctrl+{letter}" for letter in "acdekuvwxyz"} | {"f6", "f7"})
_MODIFIERS = frozenset({"ctrl", "shift", "alt", "super", "meta", "hyper"})
_NAMED = frozenset(
    name
    for key in Keys
    for name in [key.value]
    if "+" not in name and not name.startswith(("<", "scroll", "ctrl-", "return"))
) | {"space", "slash", "question_mark", "comma", "full_stop", "minus", "plus"}


@dataclass(frozen=True, slots=True)
class Keymap:
    """Keys by the ids of commands, as Textual wants them, and what is wrong with those that are left out."""

    keys: Mapping[str, str]
    faults: tuple[WrongUse, ...]


def read_keymap(said: Mapping[str, str]) -> Keymap:
    """The keys that the settings give to commands. A key that cannot be is left out, with a fault that names the
    nearest known command or key, or the command that has the key already."""
    if not said:
        return Keymap({}, ())
    known = known_commands()
    keys: dict[str, str] = {}
    faults: list[WrongUse] = []
    for id_, key in said.items():
        try:
            keys[id_] = _checked(known, id_, key)
        except WrongUse as fault:
            faults.append(fault)
    faults.extend(_clashes(known, keys))
    return Keymap(keys, tuple(faults))


def known_commands() -> dict[str, type[Command]]:
    """Every command by its id, those of pages that nobody has opened yet too."""
    # A command is known once its module is loaded.
    for module in pkgutil.walk_packages(tui.__path__, f"{tui.__name__}."):
        if module.name.endswith("commands"):
            importlib.import_module(module.name)
    return {command.id(): command for command in all_commands()}


def _checked(known: Mapping[str, type[Command]], id_: str, said: str) -> str:
    """The key as Textual names it. Raises WrongUse."""
    if id_ not in known:
        near = difflib.get_close_matches(id_, known, n=1, cutoff=0.5)
        hint = f"Did you mean {near[0]}?" if near else "The settings page of the app names them all."
        raise WrongUse(f"keys: there is no command {clean_line(id_, limit=40)}.", hint)
    *modifiers, base = said.strip().split("+") if len(said.strip()) > 1 else [said.strip()]
    base = base if len(base) == 1 and not modifiers else base.lower()
    if len(base) != 1 and base not in _NAMED:
        near = difflib.get_close_matches(base, _NAMED, n=1, cutoff=0.5)
        hint = f"Did you mean {near[0]}?" if near else "Keys are such as f8, ctrl+t, home or b."
        raise WrongUse(f"keys: {id_} cannot have the key {clean_line(said, limit=40)}.", hint)
    for modifier in modifiers:
        if modifier.lower() not in _MODIFIERS:
            near = difflib.get_close_matches(modifier.lower(), _MODIFIERS, n=1, cutoff=0.3)
            raise WrongUse(
                f"keys: {id_} cannot have the key {clean_line(said, limit=40)}.",
                f"Did you mean {near[0] if near else 'ctrl'}+{base}?",
            )
    key = "+".join((*(modifier.lower() for modifier in modifiers), base))
    if known[id_].while_typing and (key in KEYS_OF_THE_EDITOR or key_to_character(key) is not None):
        raise WrongUse(
            f"keys: {id_} also acts while somebody types, and {clean_line(said, limit=40)} writes or moves there.",
            "Give it a function key, or ctrl with b, f, g, l, n, o, p, q, r, s or t.",
        )
    return key


def _clashes(known: Mapping[str, type[Command]], keys: dict[str, str]) -> Iterator[WrongUse]:
    """Takes out each key that another command has already in the same place."""
    together = _commands_together()
    for id_, key in list(keys.items()):
        if key in known[id_].key.split(","):
            continue
        others = (
            other
            for other, command in known.items()
            if other != id_
            and key in keys.get(other, command.key).split(",")
            and any(known[id_] in place and command in place for place in together)
        )
        if other := next(others, None):
            del keys[id_]
            yield WrongUse(
                f"keys: {id_} cannot have the key {key}: {other} has it.", "Give one of them another key."
            )


def _commands_together() -> list[set[type[Command]]]:
    """For the app and for every page and dialog, the commands that can be given there. Those of the app that act
    while somebody types take their keys from every page."""
    everywhere = {command for command in all_commands() if command.of_app}
    always = {command for command in everywhere if command.while_typing}
    places = [everywhere]
    for room in ("screens", "dialogs", "log"):
        package = importlib.import_module(f"{tui.__name__}.{room}")
        for module in pkgutil.iter_modules(package.__path__):
            for thing in vars(importlib.import_module(f"{package.__name__}.{module.name}")).values():
                if isinstance(thing, type) and issubclass(thing, Page | Dialog):
                    own = {
                        command for kind in thing.__mro__ for command in vars(kind).get("PAGE_COMMANDS", ())
                    }
                    places.append(own | always)
    return places
