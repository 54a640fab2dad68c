"""How an action of the demo goes, from the day on which it was agreed: done, shown to have lasted, carried forward,
stuck, given up. Some themes get stuck more often than others, as they do."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Any

from reflect.demo.fragments_of_actions import (
    EVIDENCE,
    GOOD_PRACTICE,
    IMPACT,
    PROGRESS,
    WHAT_BY_THEME,
    WHY_BLOCKED,
    WHY_CARRIED,
    WHY_ESCALATED,
    WHY_NOT,
    WHY_WITHDRAWN,
)
from reflect.domain.actions.action import CarryChoice, Level, RecheckResult
from reflect.domain.actions.event import EventKind
from reflect.domain.actions.rules import USUAL
from reflect.domain.people import CircleKind

if TYPE_CHECKING:
    from reflect.demo.luck import Luck

_LEVELS, _OF_EACH = tuple(Level), (60, 10, 16, 9, 5)
_MOST_CARRIED = 4
_LASTS = (RecheckResult.SUSTAINED, RecheckResult.PARTLY, RecheckResult.NOT)


class Who(Enum):
    """Who takes a step."""

    OWNER = 1
    SUPERVISOR = 2
    LEAD = 3


@dataclass(frozen=True, slots=True)
class Source:
    """What an action can come from: an origin as an event keeps it, and the themes that it brings."""

    origin: Mapping[str, Any]
    themes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a course: what is done and said, by whom and on which day."""

    kind: EventKind
    said: Mapping[str, Any]
    who: Who
    day: date


def course(
    luck: Luck, source: Source, agreed: date, stuck: frozenset[str], team: str | None
) -> Iterator[Step]:
    """The steps of one action of two people, in their order, on and on until nothing more happens to it. With a `team`
    (its id) it is on that team's log from its first day; `stuck` are the themes that get stuck here."""
    keep = luck.chance(0.05)
    due = agreed + timedelta(days=luck.number(20, 70))
    first = _proposed(luck, source, None if keep else due, keep=keep)
    yield Step(EventKind.PROPOSED, {**first, "circle": CircleKind.PAIR.value}, Who.SUPERVISOR, agreed)
    yield Step(EventKind.AGREED, {"due": None}, Who.SUPERVISOR, agreed)
    if team is not None:
        listed = {"circle": CircleKind.TEAM.value, "team": team}
        yield Step(EventKind.SHOWN, listed, Who.SUPERVISOR, agreed)
    if not keep:
        gets_stuck = luck.chance(0.75 if stuck.intersection(source.themes[:1]) else 0.15)
        yield from _underway(luck, agreed, due, stuck=gets_stuck, listed=team is not None)


def own_course(luck: Luck, source: Source, meant: date) -> Iterator[Step]:
    """The steps of an action that somebody keeps to themself."""
    due = meant + timedelta(days=luck.number(14, 60))
    yield Step(EventKind.PROPOSED, _proposed(luck, source, due, keep=False), Who.OWNER, meant)
    if luck.chance(0.85):
        yield Step(EventKind.AGREED, {"due": None}, Who.OWNER, meant)
        if luck.chance(0.8):
            yield _done(luck, _later(meant, luck, 10, 60))
        else:
            yield Step(
                EventKind.WITHDRAWN, {"why": luck.one_of(WHY_WITHDRAWN)}, Who.OWNER, _later(due, luck, 5, 80)
            )


def given_up(luck: Luck, day: date) -> Step:
    """What is done with an unfinished action whose owner leaves."""
    return Step(EventKind.WITHDRAWN, {"why": luck.one_of(WHY_WITHDRAWN)}, Who.SUPERVISOR, day)


def _underway(luck: Luck, agreed: date, due: date, *, stuck: bool, listed: bool) -> Iterator[Step]:
    day, stage = agreed, 0
    if luck.chance(0.25):
        day = _later(day, luck, 3, 16)
        yield Step(EventKind.STARTED, {}, Who.OWNER, day)
    if luck.chance(0.12):
        day = _later(day, luck, 2, 8)
        yield Step(EventKind.NOTED, {"text": luck.one_of(PROGRESS)}, Who.OWNER, day)
    for carried in range(1, _MOST_CARRIED + 1):
        if not luck.chance(0.85 if stuck else 0.1):
            lasted = yield from _finished(luck, max(day, _later(due, luck, -14, 9)))
            if lasted is None:
                return
            day = due = lasted
            continue
        day = max(day, _later(due, luck, 0, 12))
        if stuck and luck.chance(0.4):
            yield Step(EventKind.BLOCKED, {"why": luck.one_of(WHY_BLOCKED)}, Who.OWNER, day)
            if stage < len(USUAL.ladder) and luck.chance(0.5):
                stage, day = stage + 1, _later(day, luck, 5, 30)
                yield _escalated(luck, stage, Who.LEAD if listed else Who.SUPERVISOR, day)
            day = _later(day, luck, 20, 90)
            yield Step(EventKind.UNBLOCKED, {}, Who.OWNER, day)
        due = day + timedelta(days=luck.number(21, 60))
        said = {
            "why": luck.one_of(WHY_CARRIED),
            "choice": CarryChoice.NEW_DATE.value,
            "due": due.isoformat(),
            "what": None,
        }
        yield Step(EventKind.CARRIED, said, Who.OWNER, day)
        if carried == _MOST_CARRIED or (carried > 1 and luck.chance(0.35)):
            why = luck.one_of(WHY_NOT)
            yield Step(EventKind.NOT_ACHIEVED, {"why": why}, Who.OWNER, _later(due, luck, 1, 90))
            return


def _finished(luck: Luck, day: date) -> Generator[Step, None, date | None]:
    """Done, seen, and looked at again. Returns the new day where it did not last, None where it is over."""
    yield _done(luck, day)
    day = _later(day, luck, 3, 30)
    recheck = day + timedelta(days=USUAL.recheck_days)
    impact = luck.one_of(IMPACT) if luck.chance(0.3) else ""
    yield Step(
        EventKind.CONFIRMED, {"impact": impact, "recheck_due": recheck.isoformat()}, Who.SUPERVISOR, day
    )
    for _ in range(2):
        day = _later(recheck, luck, 0, 35)
        result = luck.weighted(_LASTS, (7, 2, 1))
        again = None if result is RecheckResult.SUSTAINED else day + timedelta(days=42)
        said = {"result": result.value, "impact": "", "next": again.isoformat() if again else None}
        yield Step(EventKind.RECHECKED, said, Who.SUPERVISOR, day)
        if again is None or result is RecheckResult.NOT:
            return again
        recheck = again
    return None


def _proposed(luck: Luck, source: Source, due: date | None, *, keep: bool) -> dict[str, Any]:
    what, know = luck.one_of(WHAT_BY_THEME[source.themes[0]])
    return {
        "what": luck.one_of(GOOD_PRACTICE) if keep else what,
        "know": "" if keep else know,
        "due": due.isoformat() if due else None,
        "level": luck.weighted(_LEVELS, _OF_EACH).value,
        "themes": list(source.themes),
        "origin": source.origin,
        "keep": keep,
        "supporter": "",
    }


def _done(luck: Luck, day: date) -> Step:
    kind, text = luck.one_of(EVIDENCE)
    impact = luck.one_of(IMPACT) if luck.chance(0.4) else ""
    shown = {"kind": kind, "text": text, "on": day.isoformat()}
    return Step(EventKind.DONE, {"evidence": shown, "evidence_by": None, "impact": impact}, Who.OWNER, day)


def _escalated(luck: Luck, stage: int, who: Who, day: date) -> Step:
    rung = USUAL.ladder[stage - 1]
    answer_by = day + timedelta(days=rung.working_days + 2)
    said = {
        "stage": stage,
        "role": rung.role,
        "why": luck.one_of(WHY_ESCALATED),
        "answer_by": answer_by.isoformat(),
    }
    return Step(EventKind.ESCALATED, said, who, day)


def _later(day: date, luck: Luck, least: int, most: int) -> date:
    """A working day so many days later."""
    found = day + timedelta(days=luck.number(least, most))
    return found + timedelta(days=(0, 0, 0, 0, 0, 2, 1)[found.weekday()])
