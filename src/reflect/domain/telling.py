"""What somebody is told about a change that concerns them: who supervises whom, and who is in which team."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reflect.domain.dates import said
from reflect.domain.links import Link, Team


class NoticeKind(StrEnum):
    """What has changed."""

    LINK_MADE = "link-made"
    LINK_ENDED = "link-ended"
    LINK_OVER = "link-over"
    LINK_LEFT = "link-left"
    COMMENTED = "commented"
    NOTE_GIVEN = "note-given"
    TEAM_LEAD = "team-lead"
    TEAM_LED = "team-led"
    TEAM_LEAD_LEFT = "team-lead-left"
    TEAM_JOINED = "team-joined"
    TEAM_LEFT = "team-left"
    FEWER_ENOUGH = "fewer-enough"


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing that a person is to be told. It holds ids only; `about` is whose change it is in a team."""

    id: str
    person: str
    at: datetime
    kind: NoticeKind
    link: str | None = None
    team: str | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class ToTell:
    """A notice in words, for the person whom it concerns."""

    id: str
    at: datetime
    words: str


def link_words(kind: NoticeKind, link: Link, reader: str, names: Mapping[str, str]) -> str:
    """What `reader`, one of the two, is told about a link; `names` are those of people, by id."""
    other = names.get(link.other(reader), "Somebody")
    reads = reader == link.supervisor
    if kind is NoticeKind.LINK_MADE:
        cover = f", as cover up to and including {said(link.until)}" if link.until is not None else ""
        if reads:
            return f"You supervise {other} from {said(link.since)} on{cover}."
        return (
            f"{other} supervises you from {said(link.since)} on{cover}. They read what you choose to share with "
            "them, and nothing else of yours."
        )
    if kind is NoticeKind.COMMENTED:
        return f"{other} has written a comment on something that you shared with them."
    if kind is NoticeKind.NOTE_GIVEN:
        return (
            f"{other} has handed you a working note about you: you read it under Working notes, with {other}."
        )
    ended = f"{'You no longer supervise' if reads else 'You are no longer supervised by'} {other}: "
    if kind is NoticeKind.LINK_LEFT:
        ended += "they have left the workspace."
    elif kind is NoticeKind.LINK_OVER and link.until is not None:
        ended += f"the cover was up to {said(link.until)}."
    else:
        ended += "an administrator ended the link" + (f" on {said(link.last_day)}." if link.last_day else ".")
    if reads:
        return (
            f"{ended} What they shared with you no longer opens for you; what the two of you signed and agreed you can "
            "read as it stood."
        )
    return f"{ended} They read nothing new of yours; what the two of you signed and agreed they can read as it stood."


def team_words(kind: NoticeKind, team: Team, about: str | None, reader: str, names: Mapping[str, str]) -> str:
    """What `reader` is told about a team: of themself, or as its lead of the person `about`. Nothing where it is not
    so any more."""
    lead = names.get(team.lead, "somebody")
    if kind is NoticeKind.TEAM_LEAD:
        return f"You lead the team {team.name}." if reader == team.lead else ""
    if kind is NoticeKind.TEAM_LEAD_LEFT:
        return "" if reader == team.lead else f"You no longer lead the team {team.name}: {lead} does."
    if kind is NoticeKind.TEAM_LED:
        return "" if reader == team.lead else f"{lead} leads your team {team.name} now."
    if kind is NoticeKind.FEWER_ENOUGH:
        return (
            f"Numbers of the team {team.name} are shown from fewer people on than before: somebody has changed the "
            "settings of this workplace. Figures say from how many."
        )
    if about is not None and about != reader:
        is_now = "is now" if kind is NoticeKind.TEAM_JOINED else "is no longer"
        return f"{names.get(about, 'Somebody')} {is_now} in your team {team.name}."
    if kind is NoticeKind.TEAM_JOINED:
        return f"You are now in the team {team.name}, which {lead} leads."
    return f"You are no longer in the team {team.name}."
