"""One-to-ones before they are held: planned, moved to another day, cancelled, and what is due next."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from reflect.cli.asking import read_standard_input
from reflect.cli.door import door_of
from reflect.cli.echo import echo, echo_json, echo_lines, safe, tell
from reflect.cli.layout import cut, padded
from reflect.cli.paging import page_of
from reflect.cli.supervision.lines import card_lines
from reflect.cli.supervision.options import (
    FROM_STANDARD_INPUT,
    AsJson,
    MaybeName,
    MeetingId,
    Name,
    On,
    day_meant,
)
from reflect.cli.supervision.standing import tell_standing
from reflect.domain.dates import said, said_short
from reflect.domain.supervision.one_to_one import NOT_AGREED, Kind, MeetingStatus
from reflect.errors import NotFound, WrongUse

if TYPE_CHECKING:
    from datetime import date

    from reflect.cli.door import Door
    from reflect.domain.supervision.cadence import Due
    from reflect.domain.supervision.days import MeetingDates
    from reflect.services.practice import Practice

WHICH_DAY = "Which day is it planned for"
_INSTEAD = "On which day does it take place instead"


def plan(
    context: typer.Context,
    name: Name,
    on: On = None,
    ad_hoc: Annotated[
        bool, typer.Option("--ad-hoc", help="One that came up, besides those of the cadence.")
    ] = False,
) -> None:
    """Plan a one-to-one. Either of the two may.

    At a terminal the day is asked for, and the one that you said last time, or that follows from the
    agreement, is offered.
    """
    door = door_of(context)
    day = day_meant(door, on, WHICH_DAY, "--on") if on is not None or not door.may_ask() else None
    with door.signed_in() as practice:
        if day is None:
            day = day_meant(door, None, WHICH_DAY, "--on", lambda: practice.one_to_ones.next_day(name))
        kind = Kind.AD_HOC if ad_hoc else Kind.SCHEDULED
        meeting = practice.one_to_ones.plan(name, day, kind)
    tell_standing(meeting)
    tell("Both of you see it, and can put topics on its agenda: reflect supervision topic NAME")
    echo(meeting.id)


def replan(context: typer.Context, meeting_id: MeetingId, on: On = None) -> None:
    """Move a one-to-one to another day before it is held. Either of the two may."""
    door = door_of(context)
    day = day_meant(door, on, WHICH_DAY, "--on")
    with door.signed_in() as practice:
        before = practice.one_to_ones.one(meeting_id).facts.planned
        moved = practice.one_to_ones.replan(meeting_id, day, before=before)
        tell(f"It was planned for {said(before)}.")
        tell_standing(moved)


def cancel(
    context: typer.Context,
    meeting_id: MeetingId,
    reason: Annotated[
        str | None,
        typer.Option(
            "--reason",
            metavar="TEXT",
            help="Why. With - it is read from standard input, so that it does not stay in your shell's history.",
        ),
    ] = None,
    new: Annotated[
        str | None,
        typer.Option("--new", "--on", metavar="DATE", help="The day on which it takes place instead."),
    ] = None,
) -> None:
    """Cancel a one-to-one, with a reason and a new day. Either of the two may.

    The new one is planned in the same act; its id is printed. One that came up, was begun by mistake and has
    nothing in its record needs no new day.
    """
    door = door_of(context)
    words = _reason(door, reason)
    day = None if new is None else day_meant(door, new, _INSTEAD, "--new")
    with door.signed_in() as practice:
        if day is None and not _is_mistaken(practice, meeting_id):
            day = day_meant(door, None, _INSTEAD, "--new")
        cancelled = practice.one_to_ones.cancel(meeting_id, words, day)
        other = cancelled.supervisee if practice.person.id == cancelled.supervisor else cancelled.supervisor
        fresh = [
            meeting
            for meeting in practice.one_to_ones.all(cancelled.name(other))
            if meeting.status is MeetingStatus.PLANNED and meeting.facts.planned == day
        ]
    tell_standing(cancelled)
    for meeting in fresh[:1]:
        tell_standing(meeting)
        echo(meeting.id)


def due(context: typer.Context, json: AsJson = False) -> None:
    """Show when the next one-to-one of each link is due.

    The day follows from the agreement. What is late comes first.
    """
    door = door_of(context)
    today = door.clock.today()
    with door.signed_in() as practice:
        found = sorted(practice.one_to_ones.due(), key=lambda one: _urgency(one, today))
    if json:
        from reflect.reports.one_to_ones_json import due_json

        echo_json([due_json(one, today) for one in found])
        return
    if not found:
        tell("Nobody supervises you here, and you supervise nobody.")
    echo_lines((line for one in found for line in _due_lines(one, today)), page_of(door))


def next_ones(context: typer.Context, name: MaybeName = None, json: AsJson = False) -> None:
    """Show the one-to-ones that are planned, the soonest first."""
    from reflect.reports.one_to_ones_json import one_to_one_json

    door = door_of(context)
    with door.signed_in() as practice:
        me = practice.person.id
        planned = [one for one in practice.one_to_ones.all(name) if one.status is MeetingStatus.PLANNED]
        planned.sort(key=lambda one: (one.facts.planned, one.id))
        proposed = None if planned or name is None else practice.one_to_ones.next_day(name)
    if json:
        echo_json([one_to_one_json(one) for one in planned])
        return
    echo_lines((line for one in planned for line in card_lines(one, me)), page_of(door))
    if not planned:
        by = f" It could be on {said(proposed)}." if proposed else ""
        tell(f"None is planned.{by} Plan it: reflect supervision plan NAME --on DATE")


def dates(context: typer.Context, json: AsJson = False) -> None:
    """Show dates of your team's one-to-ones: for who leads it.

    A lead sees when they were planned and held, and no words of them.
    """
    from reflect.reports.one_to_ones_json import dates_json

    door = door_of(context)
    with door.signed_in() as practice:
        found = practice.one_to_ones.dates()
    if json:
        echo_json([dates_json(one) for one in found])
        return
    if not found:
        tell("There are no dates to see. Who leads a team sees those of their team here.")
    echo_lines((line for one in found for line in _dates_lines(one)), page_of(door))


def _is_mistaken(practice: Practice, meeting_id: str) -> bool:
    with suppress(NotFound):
        return practice.one_to_ones.one(meeting_id).is_mistaken
    return False


def _reason(door: Door, given: str | None) -> str:
    if given == FROM_STANDARD_INPUT:
        given = read_standard_input()
    words = door.line(given, "Why is it cancelled", "--reason").strip()
    if not words:
        raise WrongUse("--reason is empty.", "Say why, with --reason.")
    return words


def _urgency(one: Due, today: date) -> tuple[bool, date, str]:
    day = one.by or one.planned
    return not one.is_overdue(today), day or today, one.person


def _due_lines(one: Due, today: date) -> Iterator[str]:
    """Two lines: with whom and by when, and the last and the next."""
    role = "supervises you" if one.supervises_me else "you supervise"
    by = f"due by {said_short(one.by)}" if one.by else "no day follows yet"
    late = "overdue: " if one.is_overdue(today) else ""
    yield safe(f"{cut(f'{one.person} ({role})', 44)}: {late}{by}")
    held = f"last held {said_short(one.held)}" if one.held else "none held yet"
    planned = f"planned for {said_short(one.planned)}" if one.planned else "none planned"
    if one.said is not None and not one.planned:
        planned = f"agreed for {said_short(one.said)} and not planned yet"
    yield f"    {held}, {planned}"


def _dates_lines(one: MeetingDates) -> Iterator[str]:
    """Two lines: the day and what became of it, and whose it is."""
    held = f"held {said_short(one.held)}, " if one.held else ""
    agreed = ("agreed by both" if one.agreed else NOT_AGREED) if one.held else one.status.value
    yield safe(f"{padded(said_short(one.planned), 11)}  {held}{agreed}")
    yield safe(f"             {cut(f'{one.supervisor} supervises {one.supervisee}', 67)}")
