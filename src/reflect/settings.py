"""What a team sets for its workspace: one commented file, `settings.toml`, in the workspace folder.

For one run an option of the command line counts more than the environment, and the environment more than the file.
"""

from __future__ import annotations

import difflib
import json
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from reflect.errors import NotSaved, WrongUse
from reflect.paths import write_privately
from reflect.text import clean_line

FILE_NAME = "settings.toml"
THEMES = ("dark", "light")
LOCK_MINUTES = range(1, 241)
DAYS = range(1, 366)
RECHECK_DAYS = range(1, 731)
WORKING_DAYS = range(1, 61)
PEOPLE = range(3, 101)
MOST_STAGES = 9
LONGEST_LINE = 400
MOST_LOCAL_WORDS, LONGEST_LOCAL_WORD = 500, 60
_YES, _NO = ("true", "yes", "on", "1"), ("false", "no", "off", "0")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a workspace. `lock_after_minutes` counts minutes without use, from 1 to 240; `keys` gives
    commands, by their ids, another key."""

    theme: str = "dark"
    high_contrast: bool = False
    motion: bool = False
    lock_after_minutes: int = 15
    questions_return: bool = True
    local_procedure: str = ""
    support_line: str = ""
    data_protection_contact: str = ""
    local_words: tuple[str, ...] = ()
    due_soon_days: int = 14
    quiet_days: int = 28
    unconfirmed_days: int = 14
    recheck_days: int = 90
    figures_threshold: int = 5
    ladder: tuple[tuple[str, str, int], ...] = ()
    keys: Mapping[str, str] = field(default_factory=dict)


COMMENTS = {
    "theme": "Colours of the screens: dark or light.",
    "high_contrast": "Stronger contrast between words and ground, 7:1 or more: true or false.",
    "motion": "Whether anything on the screens may move by itself: true or false.",
    "lock_after_minutes": "Minutes without use until reflect locks itself, 1 to 240.",
    "questions_return": "Whether questions come back after a time; each person may say otherwise for themselves.",
    "local_procedure": "What to do about a current concern for a child here: who to ring, and where it is written.",
    "support_line": "Support for staff: who to ring when the work has been hard.",
    "data_protection_contact": "Who answers questions on what is kept about people.",
    "local_words": 'Words that would identify somebody here, such as ["Harbour Estate"]: the check marks them.',
    "due_soon_days": "Days before its due date from which an action is amber, 1 to 365.",
    "quiet_days": "Days without an update after which an action is amber, 1 to 365.",
    "unconfirmed_days": "Days after which an action that is done and not confirmed is amber, 1 to 365.",
    "recheck_days": "Days after its confirmation on which an action is looked at again, 1 to 730.",
    "figures_threshold": "People who must be behind a number of a team before it is shown, 3 to 100.",
    "ladder": 'The local escalation ladder: [["Stage", "whom to ask", working days], ...]; empty for the usual one.',
    "keys": 'Other keys for commands, such as change-theme = "f8"; the settings page of the app names them all.',
}
IN_THE_ENVIRONMENT = {
    name: f"REFLECT_{name.upper()}" for name in ("theme", "high_contrast", "motion", "lock_after_minutes")
}


@dataclass(frozen=True, slots=True)
class Told:
    """What was said for this run only: a value for the name of a setting, and the option or variable that said so."""

    values: Mapping[str, tuple[Any, str]] = field(default_factory=dict)

    def over(self, settings: Settings) -> Settings:
        """These settings, but for what was said for this run."""
        return replace(settings, **{name: value for name, (value, _) in self.values.items()})

    def where(self, name: str) -> str | None:
        """What said a setting for this run: `--theme`, `REFLECT_THEME`; None if nothing did."""
        return self.values[name][1] if name in self.values else None


def told_by(environment: Mapping[str, str], **options: str | None) -> Told:
    """What options (by the name of the setting) and the environment say; empty words say nothing. Raises WrongUse
    that names the option or the variable, and the nearest known value."""
    values: dict[str, tuple[Any, str]] = {}
    for name, variable in IN_THE_ENVIRONMENT.items():
        option = options.get(name)
        said, where = (
            (environment.get(variable, ""), variable)
            if option is None
            else (option, f"--{name.replace('_', '-')}")
        )
        if said.strip() or option is not None:
            values[name] = (_CHECKS[name](name, _typed(name, said.strip()), where), where)
    return Told(values)


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
    for key in said:
        if key not in _CHECKS:
            near = difflib.get_close_matches(key, _CHECKS, n=1)
            hint = f"Did you mean {near[0]}?" if near else f"Known are: {', '.join(sorted(_CHECKS))}."
            raise WrongUse(f"{FILE_NAME} has an unknown setting, {clean_line(key, limit=40)}.", hint)
    return _checked(said)


def save_settings(folder: Path, settings: Settings) -> None:
    """Writes the settings as a file with a comment above each, whole or not at all. Raises WrongUse for a value
    that cannot be one, and NotSaved if the disk refuses."""
    checked = _checked({one.name: getattr(settings, one.name) for one in fields(Settings)})
    lines = ["# Settings of this reflect workspace. docs/settings.md says more about each."]
    for name, comment in COMMENTS.items():
        value = getattr(checked, name)
        if name == "keys":
            lines += ["", f"# {comment}", "[keys]"]
            lines += [f"{command} = {_written(key)}" for command, key in value.items()]
        else:
            lines += ["", f"# {comment}", f"{name} = {_written(value)}"]
    try:
        write_privately(folder / FILE_NAME, ("\n".join(lines) + "\n").encode("utf-8"))
    except OSError:
        raise NotSaved(
            "The settings could not be saved.",
            "Those from before still stand. Check that the disk has room and that you may write to the folder.",
        ) from None


def _written(value: object) -> str:
    """A value as TOML; its strings, numbers, lists and truth values are written as in JSON."""
    return json.dumps(value, ensure_ascii=False)


def _checked(said: Mapping[str, Any]) -> Settings:
    return Settings(**{name: _CHECKS[name](name, value, FILE_NAME) for name, value in said.items()})


def _typed(name: str, said: str) -> object:
    """Words of an option or a variable as the kind of value that the setting has, where that can be told."""
    if isinstance(getattr(Settings(), name), bool):
        return {**dict.fromkeys(_YES, True), **dict.fromkeys(_NO, False)}.get(said.casefold(), said)
    return int(said) if name == "lock_after_minutes" and said.isdecimal() else said


def _theme(name: str, value: object, where: str) -> str:
    if isinstance(value, str) and value in THEMES:
        return value
    near = difflib.get_close_matches(str(value)[:40].casefold(), THEMES, n=1, cutoff=0.3)
    raise WrongUse(
        f"{where}: {name} is dark or light.", f"Did you mean {near[0]}?" if near else "Usual is dark."
    )


def _truth(name: str, value: object, where: str) -> bool:
    if isinstance(value, bool):
        return value
    near = difflib.get_close_matches(str(value)[:40].casefold(), (*_YES, *_NO), n=1, cutoff=0.3)
    nearest = ("true" if near[0] in _YES else "false") if near else ""
    raise WrongUse(
        f"{where}: {name} is true or false.", f"Did you mean {nearest}?" if nearest else "Please say one."
    )


def _number_in(allowed: range, unit: str) -> Callable[[str, object, str], int]:
    """The check of a whole number of `unit` in a range; it says the nearest that is allowed."""

    def check(name: str, value: object, where: str) -> int:
        if isinstance(value, int) and not isinstance(value, bool):
            if value in allowed:
                return value
            nearest = min(max(value, allowed.start), allowed.stop - 1)
        else:
            nearest = getattr(Settings(), name)
        raise WrongUse(
            f"{where}: {name} is a whole number of {unit} from {allowed.start} to {allowed.stop - 1}.",
            f"The nearest is {nearest}.",
        )

    return check


def _ladder(name: str, value: object, where: str) -> tuple[tuple[str, str, int], ...]:
    if isinstance(value, list | tuple) and len(value) <= MOST_STAGES:
        stages = [tuple(stage) for stage in value if isinstance(stage, list | tuple) and len(stage) == 3]
        good = [
            (clean_line(stage, limit=LONGEST_LINE), clean_line(whom, limit=LONGEST_LINE), days)
            for stage, whom, days in stages
            if isinstance(stage, str) and isinstance(whom, str) and type(days) is int and days in WORKING_DAYS
        ]
        if len(good) == len(value):
            return tuple(good)
    raise WrongUse(
        f"{where}: {name} is a list of at most {MOST_STAGES} stages: what it is called, whom to ask, and "
        f"{WORKING_DAYS.start} to {WORKING_DAYS.stop - 1} working days.",
        'Write it such as [["Manager to manager", "the other manager", 3]].',
    )


def _line(name: str, value: object, where: str) -> str:
    if not isinstance(value, str):
        raise WrongUse(f"{where}: {name} is words in quotation marks.", 'Write it such as "Ring the desk".')
    return clean_line(value, limit=LONGEST_LINE)


def _words(name: str, value: object, where: str) -> tuple[str, ...]:
    if (
        not isinstance(value, list | tuple)
        or len(value) > MOST_LOCAL_WORDS
        or not all(isinstance(word, str) for word in value)
    ):
        raise WrongUse(
            f"{where}: {name} is a list of words in quotation marks, {MOST_LOCAL_WORDS} at most.",
            'Write it such as ["Harbour Estate", "Hill School"].',
        )
    kept = (clean_line(word, limit=LONGEST_LOCAL_WORD) for word in value)
    return tuple(dict.fromkeys(word for word in kept if word))


def _keys(name: str, value: object, where: str) -> dict[str, str]:
    if not isinstance(value, Mapping):
        raise WrongUse(
            f"{where}: {name} is a table.", 'Write [keys], and below it such as change-theme = "f8".'
        )
    for command, key in value.items():
        if not isinstance(key, str) or not key.strip():
            raise WrongUse(
                f"{where}: the key of {clean_line(str(command), limit=40)} is a word in quotation marks.",
                'Write it such as change-theme = "f8".',
            )
    return {clean_line(command, limit=40): clean_line(key, limit=40) for command, key in value.items()}


_CHECKS: dict[str, Callable[[str, Any, str], Any]] = {
    "theme": _theme,
    "high_contrast": _truth,
    "motion": _truth,
    "lock_after_minutes": _number_in(LOCK_MINUTES, "minutes"),
    "questions_return": _truth,
    "local_procedure": _line,
    "support_line": _line,
    "data_protection_contact": _line,
    "local_words": _words,
    "due_soon_days": _number_in(DAYS, "days"),
    "quiet_days": _number_in(DAYS, "days"),
    "unconfirmed_days": _number_in(DAYS, "days"),
    "recheck_days": _number_in(RECHECK_DAYS, "days"),
    "figures_threshold": _number_in(PEOPLE, "people"),
    "ladder": _ladder,
    "keys": _keys,
}
