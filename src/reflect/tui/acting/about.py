"""One action in words: what it says, how it stands, what comes next, and its history as a timeline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from textual.content import Content

from reflect.domain.actions.action import Action, Escalation, Evidence, Status
from reflect.domain.actions.differences import differences
from reflect.domain.actions.event import Event, EventKind
from reflect.domain.actions.rag import Rag, rag
from reflect.domain.actions.rules import Rules
from reflect.domain.actions.told import LASTED, told, what_next
from reflect.domain.dates import said, said_short
from reflect.domain.people import CircleKind
from reflect.domain.themes import Vocabulary
from reflect.tui.acting.letter import why_letter
from reflect.tui.acting.words import carried_words, letter_words
from reflect.tui.words import lines, plain

CIRCLES = {
    CircleKind.MINE: "only you",
    CircleKind.PAIR: "its owner and their supervisor",
    CircleKind.TEAM: "its owner, their supervisor and the lead of the team",
}
_COLOURS = {Rag.GREEN: "$success", Rag.AMBER: "$warning", Rag.RED: "$error", Rag.BLUE: "$primary"}


def about(
    action: Action,
    today: date,
    rules: Rules,
    vocabulary: Vocabulary,
    names: Mapping[str, str],
    reader: str | None = None,
    events: Sequence[Event] = (),
    *,
    is_left_behind: bool = False,
) -> Content:
    """Everything that an action says, each part with its name. `names` are those of people by their ids, `reader` is
    the id of who reads it: whoever else owns or confirmed it is named. Where several people said in its `events` what
    difference it made, the words of each stand there. `is_left_behind` says that its owner has left, so that somebody
    else is to have it."""
    themes = ", ".join(vocabulary.label(code) for code in action.themes)
    origin, left = action.origin, ", who has left" if is_left_behind else ""
    parts: list[tuple[str, str | Content]] = [
        ("Owner", "" if action.owner == reader else names.get(action.owner, "") + left),
        ("Next", what_next(action, today, is_left_behind=is_left_behind)),
        ("By", _by(action)),
        ("How you will know", action.know),
        ("In the way", action.blocked_why if action.status is Status.BLOCKED else ""),
        ("Escalated", _escalated(action.escalation, today) if action.escalation else ""),
        ("Evidence", lines(*(evidence_words(one) for one in action.evidence))),
        ("Evidence follows", f"by {said(action.evidence_by)}" if action.evidence_by else ""),
        ("Impact", impact_words(action, events, names)),
        ("Confirmed", _confirmed(action, names, reader)),
        ("Re-check", _recheck(action)),
        ("Why it ended", action.ended_why),
        ("Supporter", action.supporter),
        ("Level", action.level.value),
        ("Themes", themes),
        ("From", (origin.wording or origin.findings[0].text) if origin else action.comes_from or ""),
        ("Who can see it", CIRCLES[action.circle]),
    ]
    shown = [
        Content.assemble(
            Content.styled(f"{name}: ", "bold"), plain(words) if isinstance(words, str) else words
        )
        for name, words in parts
        if (words if isinstance(words, str) else words.plain)
    ]
    return lines(_standing(action, today, rules), Content("\n").join(shown))


def _standing(action: Action, today: date, rules: Rules) -> Content:
    letter = rag(action, today, rules)
    words = letter_words(action, today, rules) if letter else "Good practice"
    style = f"bold {_COLOURS[letter]}" if letter in _COLOURS else "bold"
    state = f" · {action.status.words}" + (f", {carried_words(action.carried)}" if action.carried else "")
    return Content.assemble((words, style), state, f" · {why_letter(action, today, rules)}")


def impact_words(action: Action, events: Sequence[Event], names: Mapping[str, str]) -> str:
    """What difference it made; where several people said so, each with their name and the day."""
    several = differences(events) if events else ()
    if len(several) < 2:
        return action.impact
    return "\n".join(f"{names.get(one.by, 'somebody')}, {said_short(one.on)}: {one.text}" for one in several)


def _by(action: Action) -> str:
    return said(action.due) if action.due else ""


def _escalated(one: Escalation, today: date) -> str:
    words = f"stage {one.stage}, to {one.role}, on {said(one.on)}"
    if one.outcome:
        return f"{words}. What came of it: {one.outcome}"
    late = " This stage is late." if one.is_late(today) else ""
    return f"{words}; an answer is due by {said(one.answer_by)}.{late}" if one.answer_by else words


def _confirmed(action: Action, names: Mapping[str, str], reader: str | None) -> str:
    if action.confirmed is None:
        return ""
    is_reader = action.confirmed_by == reader
    if action.confirmed_alone:
        who = "by yourself" if is_reader else "by its owner, alone"
    else:
        name = names.get(action.confirmed_by or "")
        who = "by you" if is_reader else f"by {name}" if name else ""
    return ", ".join(filter(None, (said(action.confirmed), who)))


def _recheck(action: Action) -> str:
    told_ = f"on {said(action.recheck_due)}" if action.recheck_due else ""
    if action.rechecked and action.recheck_result:
        last = f"{LASTED[action.recheck_result]}, looked at on {said(action.rechecked)}"
        return f"{last}; again {told_}" if told_ else last
    return told_


def evidence_words(one: Evidence) -> Content:
    """One piece of evidence with its kind and day."""
    return Content.assemble(f"{one.kind.value.capitalize()}, {said_short(one.on)}: ", plain(one.text))


def timeline(events: Sequence[Event], names: Mapping[str, str]) -> list[tuple[str, Content]]:
    """What happened, a day and a sentence each, the latest first; what was taken back stays, and says so."""
    taken_back = {
        number for event in events if event.kind is EventKind.UNDONE for number in event.data["events"]
    }
    return [
        (
            said_short(event.on),
            Content.assemble(
                "(taken back) " if event.number in taken_back else "", plain(told(event, names, events))
            ),
        )
        for event in reversed(events)
    ]
