"""What a file audit asks of somebody's supervision, answered from what is on file: with counts and days, never with
anybody's words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reflect.domain.actions.action import Action
from reflect.domain.dates import day_of, said_short
from reflect.domain.supervision.agreement import Agreement
from reflect.domain.supervision.audit import Audit, AuditLine, Finding
from reflect.domain.supervision.cadence import Cadence
from reflect.domain.supervision.entry import Section
from reflect.domain.supervision.intervals import Kept, in_force, kept
from reflect.domain.supervision.one_to_one import MeetingStatus, OneToOne

SIGNED_WITHIN_DAYS = 14
"""A record that both have signed so many days after the one-to-one was held is signed in time."""

MOST_DAYS_NAMED = 3

Answer = tuple[Finding, str]

ON_FILE = "Is a supervision agreement on file?"
SIGNED = "Have both signed the agreement?"
REVIEWED = "Has the agreement been reviewed when it was due?"
INTERVAL = "Were one-to-ones held as often as agreed, or is a reason recorded?"
AGENDA = "Is there an agenda from both?"
PREVIOUS = "Were earlier decisions gone through?"
IN_TIME = "Have both signed the records, and in time?"
WELLBEING = "Were wellbeing and workload discussed?"
LEARNING = "Were learning and development discussed?"
REFLECTION = "Is there evidence of reflective practice?"
ACTIONS = "Do the actions have an owner and a day?"

NONE_DUE = "No one-to-one was due in this time."


@dataclass(frozen=True, slots=True)
class _File:
    agreements: tuple[Agreement, ...]
    held: tuple[OneToOne, ...]
    actions: tuple[Action, ...]
    since: date
    as_at: date
    interval: Kept | None

    @property
    def none_was_due(self) -> bool:
        """Whether no one-to-one was held and none had to be: then none of them can be asked about."""
        found = self.interval
        return found is not None and not (found.held or found.missed or found.excused)


def audit(
    agreements: Iterable[Agreement],
    one_to_ones: Iterable[OneToOne],
    actions: Iterable[Action],
    *,
    supervisor: str,
    supervisee: str,
    since: date,
    as_at: date,
    cadences: Iterable[Cadence],
) -> Audit:
    """The audit of what two people, given by name, have on file with each other, from `since` up to `as_at`."""
    meetings, agreed = tuple(one_to_ones), tuple(agreements)
    file = _File(
        agreements=agreed,
        held=tuple(
            sorted(
                (
                    one
                    for one in meetings
                    if one.status is MeetingStatus.HELD and since <= one.facts.day <= as_at
                ),
                key=lambda one: (one.facts.day, one.id),
            )
        ),
        actions=tuple(one for one in actions if one.agreed is not None and since <= one.agreed <= as_at),
        since=since,
        as_at=as_at,
        interval=kept(agreed, meetings, since=since, as_at=as_at, cadences=tuple(cadences)),
    )
    lines = (AuditLine(question, *answer(file)) for question, answer in _QUESTIONS.items())
    return Audit(supervisor, supervisee, since, as_at, tuple(lines))


def _on_file(file: _File) -> Answer:
    found = _current(file)
    if found is None:
        return Finding.NO, "None is on file."
    holds = f"It holds from {said_short(found.terms.start)}"
    if found.not_said:
        return Finding.PARTLY, f"{holds}, but leaves unsaid: {', '.join(found.not_said)}."
    return Finding.YES, f"{holds}."


def _signed(file: _File) -> Answer:
    found = _current(file)
    if found is None:
        return Finding.NO, "None is on file."
    if found.agreed:
        last = max(signature.at for signature in found.signatures)
        return Finding.YES, f"Both have, by {said_short(day_of(last))}."
    if found.signatures:
        at = said_short(day_of(found.signatures[0].at))
        return Finding.PARTLY, f"One of the two has, on {at}."
    return Finding.NO, "Neither has."


def _reviewed(file: _File) -> Answer:
    found = _current(file)
    if found is None or not found.agreed:
        return Finding.NO, "There is no signed agreement to review."
    review = said_short(found.terms.review)
    if not found.review_is_due(file.as_at):
        return Finding.YES, f"The next review is due on {review}."
    if any(one.made and found.made and one.made > found.made for one in file.agreements):
        return (
            Finding.PARTLY,
            f"It was due on {review}; a new agreement is drawn up, and both have not signed it.",
        )
    return Finding.NO, f"It was due on {review}."


def _interval(file: _File) -> Answer:
    found = file.interval
    if found is None:
        return Finding.NO, f"No agreement says how often. {len(file.held)} held."
    shows = f"{len(found.held)} held; every {found.every_days} days was agreed."
    if file.none_was_due:
        return Finding.NOT_DUE, f"{shows} {NONE_DUE}"
    if found.excused:
        shows += f" Not held with a reason recorded: {found.excused}."
    if found.missed:
        shows += f" Not held, and no reason recorded: {_days(found.missed)}."
    if not found.missed and (found.held or not found.excused):
        return Finding.YES, shows
    if found.missed and len(found.missed) > len(found.held):
        return Finding.NO, shows
    return Finding.PARTLY, shows


def _agenda(file: _File) -> Answer:
    by = [{topic.author for topic in one.topics if topic.text.strip()} for one in file.held]
    both = sum(
        {one.supervisor, one.supervisee} <= authors for one, authors in zip(file.held, by, strict=True)
    )
    one_only = sum(bool(authors) for authors in by) - both
    shows = f"{_of(both, len(by))} with topics of both"
    shows += f", {one_only} with topics of one only." if one_only else "."
    return _finding(len(by), both, one_only), shows


def _previous(file: _File) -> Answer:
    every = sum(len(one.previous) for one in file.held)
    if not every:
        return Finding.YES, "No earlier action was open at any of them."
    left = sum(len(one.unanswered) for one in file.held)
    shows = f"{every - left} of {every} earlier actions were updated, carried, escalated or closed."
    return _finding(every, every - left), shows


def _in_time(file: _File) -> Answer:
    in_time = late = waiting = 0
    never: list[date] = []
    for one in file.held:
        last_day = one.facts.day + timedelta(days=SIGNED_WITHIN_DAYS)
        if one.locked is not None:
            in_time += day_of(one.locked) <= last_day
            late += day_of(one.locked) > last_day
        elif file.as_at <= last_day:
            waiting += 1
        else:
            never.append(one.facts.day)
    shows = f"{_of(in_time, len(file.held))} signed by both within {SIGNED_WITHIN_DAYS} days"
    shows += f", {late} later" if late else ""
    shows += f", {waiting} with time left" if waiting else ""
    shows += f"; not signed by both: held on {_days(never)}." if never else "."
    in_part = late if never else late + waiting
    return _finding(len(file.held) - waiting, in_time, in_part), shows


def _discussed(section: Section) -> Callable[[_File], Answer]:
    def answer(file: _File) -> Answer:
        good = sum(_speaks(one, section) for one in file.held)
        return _finding(len(file.held), good), f"{_of(good, len(file.held))} with something written on it."

    return answer


def _reflection(file: _File) -> Answer:
    written = [_speaks(one, Section.REFLECTION) for one in file.held]
    shared = [bool(one.shared) for one in file.held]
    good = sum(either or other for either, other in zip(written, shared, strict=True))
    shows = (
        f"{_of(good, len(file.held))}: {sum(written)} with a reflective discussion written down, {sum(shared)} with "
        "something shared that was discussed."
    )
    return _finding(len(file.held), good), shows


def _actions(file: _File) -> Answer:
    every = len(file.actions)
    if not every and file.none_was_due:
        return Finding.NOT_DUE, NONE_DUE
    if not every:
        return Finding.NO, "No action was agreed in this time."
    good = sum(bool(one.owner) and one.due is not None for one in file.actions)
    kept = sum(one.keep and one.due is None for one in file.actions)
    without = f"; {kept} {'is' if kept == 1 else 'are'} good practice, which needs no day" if kept else ""
    return _finding(every, good + kept), f"{good} of {every} agreed in this time have both{without}."


def _of_held(answer: Callable[[_File], Answer]) -> Callable[[_File], Answer]:
    """The answer to a question about each one-to-one that was held, and no where none was though one was due."""

    def answered(file: _File) -> Answer:
        if file.none_was_due:
            return Finding.NOT_DUE, NONE_DUE
        return answer(file) if file.held else (Finding.NO, "No one-to-one was held in this time.")

    return answered


_QUESTIONS: dict[str, Callable[[_File], Answer]] = {
    ON_FILE: _on_file,
    SIGNED: _signed,
    REVIEWED: _reviewed,
    INTERVAL: _interval,
    AGENDA: _of_held(_agenda),
    PREVIOUS: _of_held(_previous),
    IN_TIME: _of_held(_in_time),
    WELLBEING: _of_held(_discussed(Section.WELLBEING)),
    LEARNING: _of_held(_discussed(Section.LEARNING)),
    REFLECTION: _of_held(_reflection),
    ACTIONS: _actions,
}

QUESTIONS = tuple(_QUESTIONS)
"""What is asked, in this order."""


def _current(file: _File) -> Agreement | None:
    """The agreement that holds, or the next one where none has begun yet."""
    found = in_force(file.agreements, file.as_at)
    return found or min(file.agreements, key=lambda one: (one.terms.start, one.id), default=None)


def _speaks(one: OneToOne, section: Section) -> bool:
    return any(entry.section is section and entry.text.strip() for entry in one.entries)


def _finding(every: int, good: int, in_part: int = 0) -> Finding:
    """Yes where all are good, no where none is, not even in part."""
    if every > 0 and good == every:
        return Finding.YES
    return Finding.PARTLY if good or in_part else Finding.NO


def _of(number: int, every: int) -> str:
    return f"{number} of {every} held"


def _days(days: Sequence[date]) -> str:
    named = ", ".join(said_short(day) for day in days[:MOST_DAYS_NAMED])
    more = len(days) - MOST_DAYS_NAMED
    return f"{named} and {more} more" if more > 0 else named
