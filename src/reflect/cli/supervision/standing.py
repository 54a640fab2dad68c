"""After each step of a one-to-one: how it stands now, and whose signature no longer counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect.cli.echo import tell
from reflect.cli.supervision.lines import status_words
from reflect.cli.supervision.options import SHORT_ID
from reflect.domain.dates import said
from reflect.domain.supervision.one_to_one import MeetingStatus

if TYPE_CHECKING:
    from reflect.domain.supervision.agreement import Agreement
    from reflect.domain.supervision.one_to_one import OneToOne


def tell_standing(meeting: OneToOne) -> None:
    """Says what became of a one-to-one, its day in words, and that it is not agreed until it is."""
    words = status_words(meeting).capitalize()
    tell(f"{meeting.id[:SHORT_ID]}: {words}, {meeting.kind.words}, {said(meeting.facts.day)}.")
    if meeting.status is MeetingStatus.HELD and meeting.label:
        tell(f"{meeting.label[:1].upper()}{meeting.label[1:]}.")


def tell_voided(before: OneToOne | Agreement, after: OneToOne | Agreement) -> None:
    """Says which signatures a change has made void."""
    for voided in after.voided[len(before.voided) :]:
        tell(
            f"The signature of {after.name(voided.signed_by)} no longer counts, because something was changed after "
            "it. They see that, and can sign again."
        )
