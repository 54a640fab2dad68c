"""What a person is told before their actions leave the workspace."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from reflect.cli.actions.lines import SHORT_ID
from reflect.cli.echo import tell
from reflect.cli.leaving import MOST_CHARACTERS_UNASKED, REMINDER
from reflect.domain.actions.doubtful import DoubtfulWords, doubtful_words, passages
from reflect.reports.pages import label_words

if TYPE_CHECKING:
    from reflect.domain.actions.going_out import ActionsOut

# The signatures of these lines go over every word in them, so that nothing can stay behind.
WITH_EVERY_WORD = "json"


def tell_what_goes_out(out: ActionsOut, local_words: Collection[str], kind: str, *, preview: bool) -> None:
    """Say what goes (with `preview`: would go) out, and how many lines could identify somebody; a preview shows
    them."""
    verb = "would go out" if preview else "go out" if len(out.actions) != 1 else "goes out"
    tell(f"{_counted(len(out.actions))} of {out.owner} {verb} as {kind}.")
    _tell_banks(out, kind)
    if not preview and _characters(out) > MOST_CHARACTERS_UNASKED:
        tell(f"So much was not looked through; --preview does it, line by line. {REMINDER}")
        return
    lines = doubtful_words(out.known, local_words)
    for line in lines if preview else ():
        tell(f"{line.action.id[:SHORT_ID]}: {', '.join(line.kinds)}")
        tell(line.words, indent="    ")
        tell(f"found: {' · '.join(line.found_words)}", indent="    ")
    see = " See them with --preview." if lines and not preview else ""
    tell(f"{_how_many(lines)}{see} {REMINDER}")
    if preview:
        tell("Nothing was written.")


def _tell_banks(out: ActionsOut, kind: str) -> None:
    titles = {action.origin.bank: action.origin.bank_title for action, _ in out.actions if action.origin}
    for id_, title in titles.items():
        tell(f"From {title} ({id_}), {label_words(out.handling.get(id_))}", indent="  ")
    stay = sum(out.origin_stays(action) for action, _ in out.actions)
    if not stay:
        return
    if kind == WITH_EVERY_WORD:
        tell(
            f"With {_counted(stay)} goes the question of a bank that is for this place only or not here any more: "
            "every word is signed. Keep the file here."
        )
    else:
        tell(
            f"At {_counted(stay)} the question stays behind, since its bank is for this place only or not here any "
            "more. --include-local takes it along."
        )


def _characters(out: ActionsOut) -> int:
    return sum(len(words) for _, events in out.known for words in passages(events))


def _counted(number: int) -> str:
    return f"{number} action{'' if number == 1 else 's'}"


def _how_many(lines: Sequence[DoubtfulWords]) -> str:
    if not lines:
        return "Nothing was found that looks like a name, a number or an address."
    kinds = Counter(kind for line in lines for kind in line.kinds)
    several = ", ".join(f"{kind} {count}" for kind, count in kinds.items())
    return f"{len(lines)} line{'' if len(lines) == 1 else 's'} may identify somebody ({several})."
