"""What a command is told: passphrases, words on standard input, and small questions on a terminal."""

from __future__ import annotations

import getpass
import os
import sys
import warnings
from collections.abc import Sequence

from reflect.cli.echo import on_terminal, prompt, tell
from reflect.cli.secret_files import decoded
from reflect.errors import WrongUse


def read_standard_input() -> str:
    """All of standard input until its end, as one text; on a terminal until control-D (control-Z on Windows)."""
    if sys.stdin is None:
        return ""
    if on_terminal(sys.stdin):
        tell(f"Write your words. End with control-{'Z and Enter' if os.name == 'nt' else 'D'} on a new line.")
    return decoded(sys.stdin.buffer.read(), "Standard input")


def can_ask() -> bool:
    """Whether there is somebody at a terminal to answer a question."""
    return on_terminal(sys.stdin) and on_terminal(sys.stderr)


def ask_line(question: str, option: str, *, no_input: bool) -> str:
    """One line typed at a terminal. Raises WrongUse naming `option` where nobody may or can be asked."""
    if no_input or not can_ask():
        raise WrongUse(f"{option} is missing, and there is nobody to ask.", f"Give it with {option}.")
    prompt(f"{question}: ")
    typed = sys.stdin.readline()
    if not typed:
        raise EOFError
    return typed.strip()


def ask_choice(question: str, choices: Sequence[str], option: str, *, no_input: bool) -> str:
    """One of several names, by its number or typed in full."""
    if not no_input and can_ask():
        for number, choice in enumerate(choices, 1):
            tell(f"{number}  {choice}")
    typed = ask_line(question, option, no_input=no_input)
    if typed.isascii() and typed.isdigit() and 1 <= int(typed) <= len(choices):
        return choices[int(typed) - 1]
    return typed


def confirmed(question: str, *, yes: bool, no_input: bool) -> None:
    """Go on only after `--yes` or a typed yes. Raises WrongUse otherwise: then nothing has happened."""
    if yes:
        return
    if not ask_line(f"{question} (yes or no)", "--yes", no_input=no_input).casefold().startswith("y"):
        raise WrongUse("Nothing was changed.", "Answer yes, or give --yes, to do it.")


def ask_passphrase(question: str, option: str, *, no_input: bool) -> str:
    """A passphrase typed unseen. Raises WrongUse naming `option` where nobody may or can be asked."""
    if no_input or not _has_keyboard():
        raise WrongUse(
            f"A passphrase is needed, and there is nobody to ask for it: {option} is missing.",
            f"Give {option} FILE; a passphrase never comes as an argument.",
        )
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(f"{question}: ", stream=None)
        except getpass.GetPassWarning as seen:
            raise WrongUse(
                "This terminal would show the passphrase while you type it.", f"Give {option} FILE instead."
            ) from seen


def ask_new_passphrase(option: str, *, no_input: bool) -> str:
    """A new passphrase, typed twice. Raises WrongUse if the two differ."""
    first = ask_passphrase("New passphrase (8 characters or more)", option, no_input=no_input)
    if ask_passphrase("The same again", option, no_input=no_input) != first:
        raise WrongUse("The two passphrases are not the same.", "Nothing was changed. Please try again.")
    return first


def _has_keyboard() -> bool:
    """Whether a passphrase can be typed, though standard input may be a pipe: the terminal is asked itself."""
    if on_terminal(sys.stdin):
        return True
    if not on_terminal(sys.stderr):
        return False
    if os.name == "nt":
        return True
    try:
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return False
    return True
