"""How actions read in a list: letter and word, day, first words; and how many there are, in a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from textual.content import Content

from reflect.domain.actions.action import Action, Status
from reflect.domain.actions.groups import Group
from reflect.domain.actions.rag import rag
from reflect.domain.actions.rules import MANY_OPEN, Rules
from reflect.domain.actions.wanted import Whose
from reflect.domain.dates import said_short
from reflect.tui.words import columns, plain

NOTHING_YET = (
    "There are no actions yet. An action is one thing that you mean to do, small enough to be seen happening. Write "
    "one here, or from any question, finding or answer"
)
WHOSE = {
    Whose.MINE: "",
    Whose.SUPERVISEES: "Of those whom you supervise",
    Whose.LISTED: "On the log of a team",
}
NOTHING_OF_THEIRS = "There is nothing yet."
NONE_LIKE_THIS = "No action is like that."
_ROOMY = 90
_DAY = 18
_BRIEFLY = {"due": "by", "re-check": "look again"}
_MORE_BRIEFLY = {"re-check": "again", "evidence": "shown", "answer": "reply"}
_FOR = {"re-check": "look again", "evidence": "evidence", "answer": "answer", "done": "done"}
_TIMES = ("", "once", "twice")


def letter_words(action: Action, today: date, rules: Rules) -> str:
    """The letter with its word, such as `A amber`; good practice has no letter."""
    letter = rag(action, today, rules)
    return letter.words if letter else "good"


def carried_words(times: int) -> str:
    """`carried once`, `carried twice`, `carried 3 times`; nothing for never."""
    if not times:
        return ""
    return f"carried {_TIMES[times] if times < len(_TIMES) else f'{times} times'}"


def next_day_words(action: Action) -> tuple[str, str]:
    """What the day of a row is for, and the day: `due`, `4 Dec 2026`. What is over has the day of its end."""
    if action.listed_day is None:
        return "", "no date"
    return (_meaning(action) if action.next_day else action.status.words), said_short(action.listed_day)


def _meaning(action: Action) -> str:
    if action.awaits_answer:
        return "answer"
    return {Status.CONFIRMED: "re-check", Status.DONE: "evidence"}.get(action.status, "due")


def day_briefly(action: Action, today: date) -> str:
    """The same in few letters: `by 4 Dec`, `done 3 Nov`, `look again 3 Nov`; the year where it is another one."""
    meant, day = next_day_words(action)
    day = day.removesuffix(f" {today.year}")
    said = f"{_BRIEFLY.get(meant, meant)} {day}".strip()
    return said if len(said) < _DAY else f"{_MORE_BRIEFLY.get(meant, '')} {day}".strip()


def row(
    action: Action, width: int, today: date, rules: Rules, owner: str = "", *, mixed: bool = False
) -> Content:
    """One line: letter and word, the day, whose it is where that is said, the first words, how often it was carried.
    What the day is for stands there where there is room, and always in a `mixed` list, where no title says it."""
    meant, day = next_day_words(action)
    left = f"{letter_words(action, today, rules):<8}"
    if width >= _ROOMY:
        left += f"{f'{meant} {day}'.strip():<23} "
    else:
        left += f"{day_briefly(action, today):<{_DAY}}" if mixed else f"{day:<12}"
    # A title such as `Due soon` would say of this day what it is not.
    other = f"{_FOR[meant]}: " if meant in _FOR and width < _ROOMY and not mixed else ""
    whose = plain(f"{owner}: {other}" if owner else other)
    words = Content.assemble(left, whose, plain(" ".join(action.what.split())))
    carried = carried_words(action.carried)
    return columns(width, words, (carried, len(carried) + 1)) if carried else columns(width, words)


def counts_words(places: Mapping[Group, Sequence[int]]) -> str:
    """How many there are of each group, in a sentence."""
    numbers = {group: len(places[group]) for group in Group}
    told = [f"{number} {group.value}" for group, number in numbers.items() if number]
    late = "" if numbers[Group.OVERDUE] else "Nothing is overdue. "
    return f"{late}{', '.join(told)}." if told else ""


def many_open_words(number: int) -> str:
    """One quiet line when more are open than one person can well keep in mind."""
    if number <= MANY_OPEN:
        return ""
    return f"{number} are open. That is a lot to keep in mind: some may wait, or go."
