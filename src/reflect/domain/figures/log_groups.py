"""The log told apart: in which groups a listed action stands, and in which order these come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reflect.domain.actions.action import Level, Status
from reflect.domain.actions.groups import Group
from reflect.domain.actions.rag import Rag
from reflect.domain.actions.rules import USUAL, Rules
from reflect.domain.figures.listed_log import LogBy, LogOrder
from reflect.domain.figures.log_rows import LogRow
from reflect.domain.themes import LOCAL_PREFIX

KEPT = "keep"
NONE = ""
LETTERS = (Rag.RED, Rag.AMBER, Rag.GREEN, Rag.BLUE, Rag.GREY)

_GONE = "Somebody who has left"
_WORDS_OF_NONE = {LogBy.THEME: "No theme", LogBy.REVIEW: "No review"}
_LETTER_WORDS = {
    Rag.RED: "R red",
    Rag.AMBER: "A amber",
    Rag.GREEN: "G green",
    Rag.BLUE: "B blue",
    Rag.GREY: "- grey",
}
_FIXED: Mapping[LogBy, Sequence[tuple[str, str]]] = {
    LogBy.DAY: [(one.value, one.value.capitalize()) for one in Group],
    LogBy.RAG: [*((one.value, _LETTER_WORDS[one]) for one in LETTERS), (KEPT, "Good practice, no letter")],
    LogBy.STATUS: [(one.value, one.words.capitalize()) for one in Status],
    LogBy.LEVEL: [(one.value, one.value.capitalize()) for one in Level],
}


@dataclass(frozen=True, slots=True)
class Known:
    """What people call the things that the log is told apart by: the labels of themes, the reviews that findings
    belong to (`BANK/FINDING` to `BANK/REVIEW`) with their names, and people's names by id, each in their order."""

    themes: Mapping[str, str]
    review_of: Mapping[str, str]
    reviews: Mapping[str, str]
    people: Mapping[str, str]


def keys(row: LogRow, by: LogBy, known: Known, today: date, rules: Rules = USUAL) -> tuple[str, ...]:
    """The groups in which an action stands; one where nothing is known of it is in the group with the empty key."""
    match by:
        case LogBy.DAY:
            return (row.group(today, rules).value,)
        case LogBy.RAG:
            letter = row.letter(today, rules)
            return (letter.value if letter else KEPT,)
        case LogBy.STATUS:
            return (row.mark.status.value,)
        case LogBy.LEVEL:
            return (row.mark.level.value,)
        case LogBy.OWNER:
            return (row.mark.person,)
        case LogBy.THEME:
            return row.mark.themes or (NONE,)
        case LogBy.REVIEW:
            reviews = (known.review_of.get(one, NONE) for one in row.mark.findings)
            return tuple(dict.fromkeys(one for one in reviews if one)) or (NONE,)


def grouped(
    rows: Iterable[LogRow], by: LogBy, order: LogOrder, known: Known, today: date, rules: Rules = USUAL
) -> dict[str, list[LogRow]]:
    """The actions of each group by its key, in their order; groups without any are not there."""
    found: dict[str, list[LogRow]] = {}
    for row in rows:
        for key in keys(row, by, known, today, rules):
            found.setdefault(key, []).append(row)
    for several in found.values():
        several.sort(key=lambda row: row.place(order))
    return found


def in_order(found: Iterable[str], by: LogBy, known: Known) -> list[tuple[str, str]]:
    """These groups as key and words, in the order in which the log shows them; what nothing is known of comes
    last."""
    several = set(found)
    ordered = [(key, words) for key, words in _order(by, known) if key in several]
    others = sorted(several - {key for key, _ in ordered} - {NONE})
    ordered += [(key, _other_words(key, by)) for key in others]
    if NONE in several:
        ordered.append((NONE, _WORDS_OF_NONE.get(by, "")))
    return ordered


def _order(by: LogBy, known: Known) -> Iterable[tuple[str, str]]:
    match by:
        case LogBy.THEME:
            return known.themes.items()
        case LogBy.REVIEW:
            return known.reviews.items()
        case LogBy.OWNER:
            return sorted(known.people.items(), key=lambda one: (one[1].casefold(), one[0]))
    return _FIXED[by]


def _other_words(key: str, by: LogBy) -> str:
    return _GONE if by is LogBy.OWNER else key.removeprefix(LOCAL_PREFIX).replace("-", " ")
