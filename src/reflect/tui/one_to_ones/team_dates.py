"""What the lead of a team may see of its supervision: days and states, and nobody's words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content

from reflect.domain.dates import said_short
from reflect.domain.supervision.days import AgreementDates, MeetingDates
from reflect.domain.supervision.one_to_one import MeetingStatus
from reflect.tui.widgets.hanging import POINT
from reflect.tui.words import plain

if TYPE_CHECKING:
    from reflect.services.practice import Practice


@dataclass(frozen=True, slots=True)
class TeamDates:
    """Of those whose team somebody leads: their one-to-ones, the latest day first, and their agreements."""

    meetings: tuple[MeetingDates, ...]
    agreements: tuple[AgreementDates, ...]

    def __bool__(self) -> bool:
        return bool(self.meetings or self.agreements)


def team_dates(practice: Practice) -> TeamDates:
    """Nothing for who leads no team."""
    return TeamDates(practice.one_to_ones.dates(), practice.agreements.dates())


def team_dates_words(dates: TeamDates, today: date) -> Content:
    """For each two of them, by name: their agreement, then their one-to-ones."""
    held = {(one.supervisee, one.supervisor) for one in dates.meetings}
    agreed = {(one.supervisee, one.supervisor) for one in dates.agreements}
    pairs = sorted(held | agreed, key=lambda names: (names[0].casefold(), names[1].casefold()))
    told: list[Content] = []
    for supervisee, supervisor in pairs:
        told.append(plain(f"{supervisee}, supervised by {supervisor}", "bold $primary"))
        both = (supervisee, supervisor)
        told += [
            Content.assemble(POINT, plain(_agreement(one, today)))
            for one in dates.agreements
            if (one.supervisee, one.supervisor) == both
        ]
        told += [
            Content.assemble(POINT, plain(_meeting(one)))
            for one in dates.meetings
            if (one.supervisee, one.supervisor) == both
        ]
        told.append(Content(""))
    return Content("\n").join(told)


def _agreement(one: AgreementDates, today: date) -> str:
    signed = "signed by both" if one.agreed else "not signed by both"
    due = "was to be reviewed by" if one.review < today else "to be reviewed by"
    return f"Agreement from {said_short(one.start)}, {signed}, {due} {said_short(one.review)}"


def _meeting(one: MeetingDates) -> str:
    day = said_short(one.held or one.planned)
    if one.status is MeetingStatus.HELD:
        return f"{day}: held, {'signed by both' if one.agreed else 'not signed by both'}"
    return f"{day}: {one.status.value}"
