"""A person's own actions as pages in words, the same for every kind of document: a front that says what this is, the
key to the letters, and an entry for each action with its history. How they are set is for the writers of the kinds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reflect.domain.actions.action import Action, Escalation, Origin, RecheckResult, Status
from reflect.domain.actions.differences import differences
from reflect.domain.actions.event import Event
from reflect.domain.actions.going_out import ActionsOut
from reflect.domain.actions.rag import key_words, rag
from reflect.domain.banks import Handling, review_named, strictest
from reflect.domain.dates import said
from reflect.domain.people import CircleKind
from reflect.reports.action_history import HOW_WE_KNOW, LEVEL, SOMEBODY, SUPPORTER, THEMES, Happened, timeline
from reflect.reports.pages import COURT, Passage, label_words
from reflect.text import shorten

KEY = "What the letters mean"
HISTORY = "History"
DIFFERENCE = "What difference it made"
GOOD_PRACTICE = "Good practice to keep or to share has no letter."
ORIGIN_STAYS = "The question and its findings are left out: their bank is for this place only."
ORIGIN_UNKNOWN = (
    "The question and its findings are left out: their bank is not here any more, and how open it was is not "
    "known."
)
ALONE = "its owner, alone: nobody else could see what shows it"
_HEADING_WIDTH = 90
_SEEN_BY = {
    CircleKind.MINE: "its owner alone",
    CircleKind.PAIR: "its owner and their supervisor",
    CircleKind.TEAM: "the team",
}
_FOUND = {
    RecheckResult.SUSTAINED: "it has lasted",
    RecheckResult.PARTLY: "it has lasted in part",
    RecheckResult.NOT: "it has not lasted",
}
_TIMES = {1: "once", 2: "twice"}


@dataclass(frozen=True, slots=True)
class ActionEntry:
    """One action. `label` is empty where it comes from no bank; `facts` are names with a few words each, `passages`
    what people wrote."""

    heading: str
    label: str
    facts: tuple[tuple[str, str], ...]
    passages: tuple[Passage, ...]
    history: tuple[Happened, ...]


@dataclass(frozen=True, slots=True)
class ActionPages:
    """The whole document. `label` is the strictest of all labels and stands above every page; `key` says what each
    letter means."""

    title: str
    front: tuple[str, ...]
    label: str
    key: tuple[str, ...]
    entries: tuple[ActionEntry, ...]


def action_pages(out: ActionsOut) -> ActionPages:
    """What goes out, in words."""
    return ActionPages(
        title=title(out),
        front=tuple(court_words(out)),
        label=_strictest_label(out),
        key=tuple(key_lines(out)),
        entries=tuple(_entry(action, events, out) for action, events in out.known),
    )


def title(out: ActionsOut) -> str:
    """Whose actions these are."""
    return f"Actions of {out.owner}"


def court_words(out: ActionsOut) -> Iterator[str]:
    """What this is, of which day, that it can be asked for, and what stays behind."""
    as_at = f", as they stood at the end of {said(out.as_at)}" if out.as_at else ""
    yield (
        f"Actions of {out.owner}, with their notes: {counted(len(out.actions))}{as_at}, written out on "
        f"{said(out.today)}. {COURT}"
    )
    if stay := sum(out.origin_stays(action) for action, _ in out.actions):
        yield (
            f"At {counted(stay)} the words of the question and of its findings are left out, since their bank is for "
            "this place only or not here any more."
        )


def key_lines(out: ActionsOut) -> Iterator[str]:
    """What each letter means with the numbers of this workplace."""
    for letter, words in key_words(out.rules):
        yield f"{letter.words}: {words}"
    yield GOOD_PRACTICE


def counted(actions: int) -> str:
    """A number of actions in words."""
    return f"{actions} action{'' if actions == 1 else 's'}"


def _strictest_label(out: ActionsOut) -> str:
    labels = [out.handling.get(action.origin.bank) for action, _ in out.actions if action.origin]
    if not labels:
        return ""
    known = [label for label in labels if label]
    return label_words(strictest(known) if len(known) == len(labels) else Handling.LOCAL_ONLY)


def _entry(action: Action, events: Sequence[Event], out: ActionsOut) -> ActionEntry:
    heading = shorten(action.what, _HEADING_WIDTH)
    whole = () if heading == action.what else (Passage("What is to be done", action.what),)
    origin = action.origin
    return ActionEntry(
        heading=heading,
        label=f"Handling: {label_words(out.handling.get(origin.bank))}" if origin else "",
        facts=tuple((name, words) for name, words in _facts(action, out) if words),
        passages=(*whole, *(one for one in _passages(action, events, out) if one.words.strip())),
        history=tuple(timeline(action, events, out)),
    )


def _facts(action: Action, out: ActionsOut) -> Iterator[tuple[str, str]]:
    letter = rag(action, out.day, out.rules)
    yield "Status", action.status.words
    yield (
        "Letter",
        letter.words if letter else "none, being good practice to keep or to share",
    )
    yield "Owner", out.names.get(action.owner, SOMEBODY)
    yield SUPPORTER, action.supporter
    yield "Agreed", said(action.agreed) if action.agreed else ""
    yield "Due", said(action.due) if action.due else ""
    yield "Started", said(action.started) if action.started else ""
    yield "Carried forward", _TIMES.get(action.carried, f"{action.carried} times") if action.carried else ""
    yield "Escalated", _escalated(action.escalation, out) if action.escalation else ""
    yield "Done", said(action.done) if action.done else ""
    yield "Evidence promised by", said(action.evidence_by) if action.evidence_by else ""
    yield "Confirmed", _confirmed(action, out)
    yield "Re-check", f"from {said(action.recheck_due)} on" if action.recheck_due else ""
    yield "Looked at again", _looked_again(action)
    yield _ended(action.status), said(action.ended) if action.ended else ""
    yield LEVEL, action.level.value
    yield "Seen by", _SEEN_BY[action.circle]
    yield THEMES, out.themes_in_words(action.themes)
    yield "Comes from", _comes_from(action.origin) if action.origin else action.comes_from or ""
    yield "Split off from", action.split_from or ""
    yield "Last changed", said(action.updated_on)
    yield "Id", action.id


def _passages(action: Action, events: Sequence[Event], out: ActionsOut) -> Iterator[Passage]:
    yield Passage(HOW_WE_KNOW, action.know)
    if out.origin_stays(action) and action.origin:
        known = out.handling.get(action.origin.bank)
        yield Passage("Comes from", ORIGIN_STAYS if known else ORIGIN_UNKNOWN)
    elif action.origin:
        yield Passage("The question", action.origin.wording)
        for finding in action.origin.findings:
            yield Passage(
                f"The finding, from {review_named(finding.review, action.origin.bank_title)}", finding.text
            )
    yield Passage("What is in the way", action.blocked_why)
    if action.escalation:
        yield Passage("What came of the escalation", action.escalation.outcome)
    for one in action.evidence:
        yield Passage(f"What shows it: {one.kind.value}, {said(one.on)}", one.text)
    yield from _differences(action, events, out)
    yield Passage("Why it ended", action.ended_why)


def _differences(action: Action, events: Sequence[Event], out: ActionsOut) -> Iterator[Passage]:
    several = differences(events)
    if len(several) < 2:
        yield Passage(DIFFERENCE, action.impact)
        return
    for one in several:
        yield Passage(f"{DIFFERENCE}: {out.names.get(one.by, SOMEBODY)}, {said(one.on)}", one.text)


def _escalated(asked: Escalation, out: ActionsOut) -> str:
    by = f", to be answered by {said(asked.answer_by)}" if asked.answer_by else ""
    late = ", which is late" if asked.is_late(out.day) else ""
    return f"stage {asked.stage}, to {asked.role}, on {said(asked.on)}{by}{late}"


def _confirmed(action: Action, out: ActionsOut) -> str:
    if action.confirmed is None or action.confirmed_by is None:
        return ""
    by = ALONE if action.confirmed_alone else out.names.get(action.confirmed_by, SOMEBODY)
    return f"{said(action.confirmed)}, by {by}"


def _looked_again(action: Action) -> str:
    if action.rechecked is None or action.recheck_result is None:
        return ""
    return f"{said(action.rechecked)}: {_FOUND[action.recheck_result]}"


def _ended(status: Status) -> str:
    return status.words.capitalize()


def _comes_from(origin: Origin) -> str:
    item = f"question {origin.question}" if origin.question else f"finding {origin.findings[0].id}"
    return f"{origin.bank_title} (bank {origin.bank}, version {origin.bank_version}; {item})"
