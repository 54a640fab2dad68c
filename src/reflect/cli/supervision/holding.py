"""A one-to-one while it is held: topics, both voices, what was shared, what is agreed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from reflect.bank_holidays import of_england
from reflect.cli.actions.asking import words_of
from reflect.cli.actions.options import Due, Know, LevelSaid, Supporter, Themes, due_meant, meant
from reflect.cli.actions.standing import tell_standing as tell_action
from reflect.cli.choosing import theme_code
from reflect.cli.door import door_of
from reflect.cli.echo import echo, tell
from reflect.cli.supervision.options import (
    SHORT_ID,
    About,
    InSection,
    MeetingId,
    Name,
    about_meant,
    day_meant,
    one_of,
    section_meant,
)
from reflect.cli.supervision.standing import tell_standing, tell_voided
from reflect.domain.actions.action import Level
from reflect.domain.dates import Looking, read_date, said
from reflect.domain.supervision.entry import Section
from reflect.domain.supervision.hours import on_day, read_time
from reflect.domain.supervision.one_to_one import MeetingStatus
from reflect.errors import NotFound, NotPermitted, WrongUse

if TYPE_CHECKING:
    from datetime import date, datetime

    from reflect.cli.door import Door
    from reflect.domain.supervision.entry import Entry
    from reflect.domain.supervision.one_to_one import OneToOne
    from reflect.services.practice import Practice

ShareId = Annotated[str, typer.Argument(metavar="SHARE", help="The id of a share, or a beginning of it.")]
EntryId = Annotated[
    str, typer.Argument(metavar="ENTRY", help="The id of something that you wrote in it, or a beginning.")
]
Place = Annotated[
    str | None, typer.Option("--place", metavar="TEXT", help="Where or how it is held: a room, by video.")
]
NextOn = Annotated[
    str | None, typer.Option("--next", metavar="DATE", help="The day of the next one, as both agreed.")
]


def topic(context: typer.Context, name: Name) -> None:
    """Put a topic on the agenda, from standard input.

    It is the agenda of the next one-to-one with somebody. Either of the two may; both see it at once.
    """
    door = door_of(context)
    with door.signed_in() as practice:
        meeting = _next_agenda(practice, name)
        if meeting is None:
            raise WrongUse(
                "No one-to-one with this person is planned.",
                "Plan one first: reflect supervision plan NAME --on DATE",
            )
        words = words_of(door, "What do you want to talk about?")
        entry = practice.one_to_ones.add(meeting.id, Section.AGENDA, words)
        tell(f"On the agenda of {said(meeting.facts.planned)}.")
        tell_voided(meeting, practice.one_to_ones.one(meeting.id))
    echo(entry.id)


def begin(context: typer.Context, meeting_id: MeetingId, place: Place = None) -> None:
    """Begin a one-to-one: it is held from now on.

    Either of the two may.
    """
    with door_of(context).signed_in() as practice:
        meeting = practice.one_to_ones.begin(meeting_id, place or "")
        tell_standing(meeting)
        if waiting := len(meeting.unanswered):
            them = "one previous action" if waiting == 1 else f"{waiting} previous actions"
            tell(
                f"Begin with {them}: reflect action note, carry, done ... See them: reflect supervision prepare"
            )


def end(context: typer.Context, meeting_id: MeetingId, next_on: NextOn = None) -> None:
    """End a one-to-one, and say when the next is.

    Either of the two may.
    """
    door = door_of(context)
    day = day_meant(door, next_on, "", "--next") if next_on is not None else None
    with door.signed_in() as practice:
        meeting = practice.one_to_ones.end(meeting_id)
        if day is not None:
            meeting = practice.one_to_ones.set_facts(
                meeting.id, meeting.facts, replace(meeting.facts, next=day)
            )
        tell_standing(meeting)


def put(
    context: typer.Context,
    meeting_id: MeetingId,
    place: Place = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="The day on which it was held.")
    ] = None,
    started: Annotated[
        str | None, typer.Option("--started", metavar="TIME", help="When it began, such as 14:05 or 2.30 pm.")
    ] = None,
    ended: Annotated[
        str | None, typer.Option("--ended", metavar="TIME", help="When it ended, on the same day.")
    ] = None,
    next_on: NextOn = None,
) -> None:
    """Put right where and when it was held, or when the next is.

    Either of the two may, until both have signed. A signature that was there no longer counts then.
    """
    door = door_of(context)
    if all(given is None for given in (place, on, started, ended, next_on)):
        raise WrongUse("Nothing was said to change.", "Give --place, --on, --started, --ended or --next.")
    day = day_meant(door, next_on, "", "--next") if next_on is not None else None
    held = read_date(on, door.clock.today(), Looking.BACK, of_england) if on is not None else None
    with door.signed_in() as practice:
        before = practice.one_to_ones.one(meeting_id)
        facts = replace(
            before.facts,
            place=before.facts.place if place is None else place,
            started=_time(door, started, "--started", held or before.facts.day, before.facts.started),
            ended=_time(door, ended, "--ended", held or before.facts.day, before.facts.ended),
            next=before.facts.next if day is None else day,
        )
        after = practice.one_to_ones.set_facts(before.id, before.facts, facts)
        tell_voided(before, after)
        tell_standing(after)


def note(
    context: typer.Context, meeting_id: MeetingId, section: InSection = None, about: About = None
) -> None:
    """Write in your own voice, from standard input.

    Either of the two may, until both have signed. Both read it; nobody but you can change it.
    """
    door = door_of(context)
    part = section_meant(door.line(section, "In which part", "--section"))
    with door.signed_in() as practice:
        before = practice.one_to_ones.one(meeting_id)
        thing = about_meant(before, about)
        words = words_of(door, f"{part.words}: what do you want to say?")
        entry = practice.one_to_ones.add(before.id, part, words, thing)
        tell(f"Kept under “{part.words}”, as yours.")
        tell_voided(before, practice.one_to_ones.one(before.id))
    echo(entry.id)


def change(
    context: typer.Context,
    meeting_id: MeetingId,
    entry_id: EntryId,
    delete: Annotated[
        bool, typer.Option("--delete", help="Take it out: nothing is read from standard input.")
    ] = False,
) -> None:
    """Change what you wrote, from standard input.

    For its author only. It can be changed until both have signed. A signature that was there no longer counts
    then.
    """
    door = door_of(context)
    with door.signed_in() as practice:
        before = practice.one_to_ones.one(meeting_id)
        entry = _own_entry(before, entry_id, practice.person.id)
        words = "" if delete else words_of(door, "What should it say?")
        practice.one_to_ones.change(before.id, entry.id, before=entry.text, after=words)
        tell("Taken out." if delete else "Changed.")
        tell_voided(before, practice.one_to_ones.one(before.id))


def discuss(context: typer.Context, meeting_id: MeetingId, share_id: ShareId) -> None:
    """Say that a share was discussed.

    Either of the two may. Its words become part of the record. Once both have signed, the share can no longer be
    withdrawn.
    """
    with door_of(context).signed_in() as practice:
        before = practice.one_to_ones.one(meeting_id)
        after = practice.one_to_ones.discuss(before.id, share_id)
        tell(f"Discussed so far: {_several(len(after.shared), 'share')}.")
        tell_voided(before, after)


def leave_out(context: typer.Context, meeting_id: MeetingId, share_id: ShareId) -> None:
    """Take a share out of the record again.

    Either of the two may, until both have signed.
    """
    with door_of(context).signed_in() as practice:
        before = practice.one_to_ones.one(meeting_id)
        named = one_of(
            (share.id for share in before.shared), share_id, "This share is not part of this one-to-one."
        )
        after = practice.one_to_ones.leave_out(before.id, named)
        tell(f"Discussed now: {_several(len(after.shared), 'share')}.")
        tell_voided(before, after)


def action(
    context: typer.Context,
    meeting_id: MeetingId,
    due: Due = None,
    owner: Annotated[
        str | None,
        typer.Option(
            "--owner", metavar="NAME", help="Which of you two it belongs to; usually the supervisee."
        ),
    ] = None,
    origin: Annotated[
        str | None,
        typer.Option(metavar="BANK/QUESTION|BANK/FINDING", help="What it comes from, if not a topic."),
    ] = None,
    theme: Themes = None,
    level: LevelSaid = None,
    know: Know = None,
    keep: Annotated[
        bool, typer.Option("--keep", help="Good practice, to keep or to share. It needs no day.")
    ] = False,
    supporter: Supporter = None,
) -> None:
    """Agree an action in it, from standard input.

    Either of the two may; both see it. It belongs to the supervisee, unless --owner names the supervisor.
    """
    door = door_of(context)
    day = None if keep and due is None else due_meant(door, door.line(due, "By when", "--due"))
    chosen = meant(Level, level, "--level") or Level.PRACTITIONER
    with door.signed_in() as practice:
        before = practice.one_to_ones.one(meeting_id)
        themes = [theme_code(one, practice.banks.vocabulary) for one in theme] if theme else None
        agreed = practice.one_to_ones.agree_action(
            before.id,
            what=words_of(door, "What is to be done? Small and specific is easier to keep."),
            due=day,
            know=know or "",
            owner=owner,
            level=chosen,
            themes=themes,
            origin=origin,
            keep=keep,
            supporter=supporter or "",
        )
        tell_action(door, practice, agreed)
        tell_voided(before, practice.one_to_ones.one(before.id))
    echo(agreed.id)


def _time(door: Door, words: str | None, option: str, day: date, stands: datetime | None) -> datetime | None:
    """The moment that was given with `option`, on this day; where it was not given, that which stands, moved to it."""
    if words is None:
        return None if stands is None else on_day(stands, day)
    moment = read_time(words, day, door.clock.now())
    if moment is None:
        raise WrongUse(f"{option} is empty.", "Give a time of day, such as 14:05.")
    return moment


def _next_agenda(practice: Practice, name: str) -> OneToOne | None:
    """The one-to-one whose agenda is still open: the next that is planned, or else one that is being held. A topic for
    the next never goes into a record that waits for a signature."""
    planned = [one for one in practice.one_to_ones.all(name) if one.status is MeetingStatus.PLANNED]
    if planned:
        return min(planned, key=lambda one: (one.facts.planned, one.id))
    meeting = practice.one_to_ones.prepare(name).meeting
    return meeting if meeting is not None and meeting.facts.ended is None else None


def _own_entry(meeting: OneToOne, beginning: str, me: str) -> Entry:
    """Something that this person wrote. Raises NotFound, and NotPermitted for what the other wrote."""
    wanted = beginning.strip().casefold()
    found = [one for one in meeting.entries if len(wanted) >= 4 and one.id.startswith(wanted)]
    if len(found) > 1:
        raise WrongUse("Several entries begin like this.", "Give more of the id.")
    if not found:
        raise NotFound(
            "There is nothing with this id in this one-to-one.",
            f"See it, with the beginnings of the ids: reflect supervision show {meeting.id[:SHORT_ID]}",
        )
    if found[0].author != me:
        raise NotPermitted(
            f"{meeting.name(found[0].author)} wrote this, and only they can change it.",
            "Write your own beside it: reflect supervision note",
        )
    return found[0]


def _several(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
