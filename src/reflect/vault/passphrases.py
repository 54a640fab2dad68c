"""Whether a passphrase may be used: long enough, and not one of those that everybody tries first."""

from __future__ import annotations

import re

from reflect.errors import WeakPassphrase
from reflect.vault.common_passphrases import COMMON, KEYBOARD_ROWS
from reflect.vault.derivation import normalised

SHORTEST = 8
LONGEST = 1000
_MASKS = tuple(str.maketrans("@4013$57", f"aao{one}esst") for one in "il")
_RUN = 4  # this many neighbours in a row make a run


def check_passphrase(words: str, *, name: str | None = None) -> None:
    """Raises WeakPassphrase for fewer than 8 characters, for what many people choose, for runs and repeats,
    and for the person's own `name`; there are no rules about which characters to use."""
    passphrase = normalised(words)
    if len(passphrase) < SHORTEST:
        raise _weak(f"A passphrase needs at least {SHORTEST} characters.")
    if len(passphrase) > LONGEST:
        raise _weak(f"A passphrase can have at most {LONGEST:,} characters.")
    told = _letters_and_digits(passphrase) or passphrase
    core = told.strip("0123456789")
    if COMMON & {told, core, *_unmasked(passphrase)} or (told.isdigit() and len(told) <= SHORTEST):
        raise _weak("This passphrase is one of those that are tried first.")
    if _repeats(told) or _runs(told):
        raise _weak("This passphrase is a repeat or a run of neighbouring keys.")
    if name is not None and core in _forms_of(name):
        raise _weak("This passphrase is made from your name.")


def _weak(what: str) -> WeakPassphrase:
    return WeakPassphrase(
        what, "Three or four words that nobody would put together are easy to keep in mind."
    )


def _letters_and_digits(passphrase: str) -> str:
    return re.sub(r"[\W_]+", "", passphrase.casefold())


def _unmasked(passphrase: str) -> set[str]:
    """What `P@ssw0rd!` stands for."""
    start = re.sub(r"[\W\d_]+$", "", passphrase.casefold())
    core = re.sub(r"^[\W\d_]+", "", start)
    return {_letters_and_digits(part.translate(mask)) for part in (start, core) for mask in _MASKS}


def _repeats(told: str) -> bool:
    """Whether it is one short piece again and again, like `abcabcabc`, or hardly more than one character."""
    if len(set(told)) <= 2:
        return True
    return any(
        told == (told[:size] * len(told))[: len(told)] for size in range(1, min(4, len(told) // 2) + 1)
    )


def _runs(told: str) -> bool:
    """Whether it is nothing but runs along the alphabet, the digits or a row of keys, like `qwert12345`."""
    left = told
    while left:
        length = max(_run_at_start(row, left) for row in KEYBOARD_ROWS)
        if length < min(_RUN, len(told)):
            return False
        left = left[length:]
    return True


def _run_at_start(row: str, told: str) -> int:
    length = 0
    while length < len(told) and told[: length + 1] in row:
        length += 1
    return length


def _forms_of(name: str) -> set[str]:
    parts = [part for part in map(_letters_and_digits, normalised(name).split()) if part]
    return {*parts, "".join(parts), "".join(reversed(parts))}
