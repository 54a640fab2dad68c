"""Actions as lines that fit a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from reflect.cli.echo import in_columns
from reflect.cli.layout import WIDTH, padded
from reflect.domain.actions.action import Status
from reflect.domain.actions.rag import Rag, key_words, rag
from reflect.domain.actions.told import told, what_next
from reflect.domain.dates import said, said_short
from reflect.domain.people import CircleKind

if TYPE_CHECKING:
    from reflect.domain.actions.action import Action, Escalation
    from reflect.domain.actions.event import Event
    from reflect.domain.actions.rules import Rules
    from reflect.domain.themes import Vocabulary

SHORT_ID = 8
KEEP = "keep"
_ON_THE_WAY = frozenset({Status.AGREED, Status.IN_PROGRESS})
_SEEN_BY = {
    CircleKind.MINE: "its owner alone",
    CircleKind.PAIR: "its owner and their supervisor",
    CircleKind.TEAM: "its owner, their supervisor and the lead of the team",
}


def card_line(action: Action, today: date, rules: Rules, owner: str = "") -> str:
    """One line for a list: letter and word, the day by which it has its place there, what, short id; with the name of
    its `owner` first, where it is somebody else's."""
    letter = rag(action, today, rules)
    mark = letter.words if letter else f"  {KEEP}"
    day = action.listed_day
    first = f"{mark:<7}  {said_short(day) if day else '':>11}  "
    on_the_way = action.status in _ON_THE_WAY and not action.awaits_answer
    said_of_it = "" if on_the_way else f"{_what_the_day_is(action)}: "
    room = WIDTH - len(first) - SHORT_ID - 2
    whose = f"{owner}: " if owner else ""
    return f"{first}{padded(whose + said_of_it + action.what, room)}  {action.id[:SHORT_ID]}"


def key_lines(letters: Iterable[Rag | None], rules: Rules) -> Iterator[str]:
    """What those letters mean that were shown."""
    shown = set(letters)
    for letter, words in key_words(rules):
        if letter in shown:
            yield f"{letter.words}: {words}"
    if None in shown:
        yield f"{KEEP}: good practice to keep or to share; it has no letter"


def standing_words(action: Action, today: date, rules: Rules) -> str:
    """How an action stands: its letter, its status, and its days in words."""
    day, *more = _days(action)
    words = f"{action.status.words.capitalize()}{day}" + "".join(f", {part}" for part in more)
    letter = rag(action, today, rules)
    mark = letter.words if letter else "Good practice"
    return f"{mark}. {words}."


def action_lines(
    action: Action,
    events: Sequence[Event],
    *,
    names: Mapping[str, str],
    today: date,
    rules: Rules,
    vocabulary: Vocabulary,
    is_left_behind: bool = False,
) -> Iterator[str]:
    """A whole action: what, how it stands, all that belongs to it, and its history as a timeline. `is_left_behind` says
    that its owner has left, so that somebody else is to have it."""
    yield action.id
    yield from in_columns(action.what)
    yield ""
    yield from in_columns(standing_words(action, today, rules))
    yield from in_columns(f"Next: {what_next(action, today, is_left_behind=is_left_behind)}")
    yield ""
    left = ", who has left" if is_left_behind else ""
    yield from in_columns(f"Owner: {names.get(action.owner, action.owner)}{left}")
    if action.supporter:
        yield from in_columns(f"Supporter: {action.supporter}")
    yield from in_columns(f"Level: {action.level.value}; seen by {_SEEN_BY[action.circle]}")
    if action.themes:
        yield from in_columns(f"Themes: {', '.join(vocabulary.label(code) for code in action.themes)}")
    if action.origin:
        yield from in_columns(f"From: {action.origin.bank_title} ({action.origin.short})")
        if action.origin.wording:
            yield from in_columns(action.origin.wording, indent="  ")
    elif action.comes_from:
        yield from in_columns(f"From: {action.comes_from}")
    yield from _headed("How we will know", action.know)
    yield from _headed("In the way", action.blocked_why)
    if action.escalation:
        yield from _headed("Escalated", escalation_words(action.escalation, today))
    yield from _headed("Evidence", *evidence_lines(action))
    yield from _headed("Impact", *impact_lines(action, events, names))
    yield from ("", "HISTORY")
    for day, several in groupby(events, key=lambda event: event.on):
        yield said(day)
        for event in several:
            yield from in_columns(told(event, names, events), indent="  ")


def impact_lines(action: Action, events: Sequence[Event], names: Mapping[str, str]) -> Iterator[str]:
    """What difference it made; where several people said so, each with their name and the day."""
    from reflect.domain.actions.differences import differences

    several = differences(events)
    if len(several) < 2:
        yield action.impact
        return
    for one in several:
        yield f"{names.get(one.by, one.by)}, {said(one.on)}: {one.text}"


def evidence_lines(action: Action) -> Iterator[str]:
    """Each thing that shows that an action was done, with its kind and its day."""
    for one in action.evidence:
        yield f"{said(one.on)}, {one.kind.value}: {one.text}"


def escalation_words(escalation: Escalation, today: date) -> str:
    """The stage of the ladder that an action is on, and what came of it or that it is late."""
    words = f"stage {escalation.stage}, to {escalation.role}, on {said(escalation.on)}"
    if escalation.outcome:
        return f"{words}. What came of it: {escalation.outcome}"
    if escalation.answer_by is None:
        return f"{words}."
    return f"{words}. The answer {'was' if escalation.is_late(today) else 'is'} due by {said(escalation.answer_by)}."


def _headed(heading: str, *passages: str) -> Iterator[str]:
    if any(passages):
        yield f"{heading}:"
    for words in filter(None, passages):
        yield from in_columns(words, indent="  ")


def _what_the_day_is(action: Action) -> str:
    if action.awaits_answer:
        return "answer due"
    if action.status is Status.CONFIRMED:
        return "re-check"
    if action.status is Status.DONE and action.next_day:
        return "evidence due"
    return action.status.words


def _days(action: Action) -> Iterator[str]:
    """The days that matter in the state that an action is in, as they go on after its status."""
    match action.status:
        case Status.DONE:
            yield _on(action.done)
            if action.evidence_by:
                yield f"evidence to follow by {said(action.evidence_by)}"
        case Status.CONFIRMED:
            yield _on(action.confirmed) + (" by its owner alone" if action.confirmed_alone else "")
            if action.recheck_due:
                yield f"to be looked at again on {said(action.recheck_due)}"
        case Status.EMBEDDED | Status.NOT_ACHIEVED | Status.WITHDRAWN:
            yield _on(action.ended)
        case _:
            yield f", due {said(action.due)}" if action.due else ", without a day"
            if action.carried:
                yield f"carried forward {_times(action.carried)}"


def _on(day: date | None) -> str:
    return f" on {said(day)}" if day else ""


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")
