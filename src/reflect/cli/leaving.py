"""What a person is told and asked before their words leave the workspace."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from reflect.cli.echo import prompt, tell
from reflect.domain.dates import day_of, said
from reflect.domain.going_out import DoubtfulLine, doubtful_lines, masked
from reflect.errors import ReflectError
from reflect.reports.pages import all_counted, counted, label_words

if TYPE_CHECKING:
    from reflect.domain.going_out import GoingOut

REMINDER = (
    "This is a reminder, never a clearance: taking names out is not anonymity. Could somebody be recognised by a "
    "combination of what is left?"
)
# Where nobody waits at a terminal, looking through more than this would hold other programs up for long.
MOST_CHARACTERS_UNASKED = 1_000_000


def tell_preview(going_out: GoingOut, local_words: Collection[str], kind: str) -> None:
    """Say what would go out, and line by line what could identify somebody."""
    tell(f"{all_counted(going_out)} would go out as {kind}.")
    _tell_banks(going_out)
    lines = doubtful_lines(going_out, local_words)
    for line in lines:
        _tell_line(line)
    tell(f"{how_many(lines)} {REMINDER}")
    tell("Nothing was written.")


def looked_through(
    going_out: GoingOut, local_words: Collection[str], *, ask: bool, checked: bool
) -> GoingOut:
    """What may go out. With `ask`, each line with something in it is shown, to keep or to mask; otherwise a reminder
    is told, unless the person said that they had `checked`. Raises ReflectError where they stop."""
    tell(f"Going out, all of it by {going_out.owner}: {all_counted(going_out)}.")
    _tell_banks(going_out)
    if checked:
        return going_out
    if not ask and going_out.characters > MOST_CHARACTERS_UNASKED:
        tell(f"So much was not looked through; --preview does it, line by line. {REMINDER}")
        return going_out
    lines = doubtful_lines(going_out, local_words)
    if not ask:
        see = " See them with --preview, or export at a terminal to mask them." if lines else ""
        tell(f"{how_many(lines)}{see} {REMINDER}")
        return going_out
    to_mask = asked_to_mask(lines)
    tell(REMINDER)
    return masked(going_out, to_mask)


def asked_to_mask(lines: Sequence[DoubtfulLine]) -> list[DoubtfulLine]:
    """The lines to mask, as the person says at a terminal. Raises ReflectError where they stop."""
    to_mask: list[DoubtfulLine] = []
    for number, line in enumerate(lines, 1):
        tell(f"Line {number} of {len(lines)}")
        _tell_line(line)
        said_so = _choice()
        if said_so == "s":
            raise ReflectError("Stopped: nothing was written.", "Your answers are as they were.")
        if said_so in ("m", "M"):
            to_mask.append(line)
        if said_so == "M":
            return to_mask + list(lines[number:])
        if said_so == "K":
            return to_mask
    return to_mask


def _choice() -> str:
    while True:
        prompt("[k]eep, [m]ask or [s]top? (K or M: all the rest too) ")
        typed = sys.stdin.readline()
        if not typed:
            raise EOFError
        word = typed.strip()
        if word in ("K", "M"):
            return word
        if word[:1].casefold() in ("k", "m", "s"):
            return word[0].casefold()


def _tell_banks(going_out: GoingOut) -> None:
    for bank in going_out.banks:
        tell(f"{bank.title} ({bank.id}): {counted(bank.answers)}, {label_words(bank.handling)}", indent="  ")
    if stay := going_out.questions_that_stay:
        tell(
            f"At {counted(stay)} the question stays behind, since its bank is for this place only or not here any "
            "more. --include-local takes it along."
        )


def _tell_line(line: DoubtfulLine) -> None:
    tell(f"{said(day_of(line.moment))}, {line.bank_title}: {', '.join(line.kinds)}")
    tell(line.words, indent="    ")
    tell(f"found: {' · '.join(line.found_words)}", indent="    ")


def how_many(lines: Sequence[DoubtfulLine]) -> str:
    """How many lines may identify somebody, in words."""
    if not lines:
        return "Nothing was found that looks like a name, a number or an address."
    kinds = Counter(one.kind.value for line in lines for one in line.found)
    several = ", ".join(f"{kind} {count}" for kind, count in kinds.items())
    return f"{len(lines)} line{'' if len(lines) == 1 else 's'} may identify somebody ({several})."
