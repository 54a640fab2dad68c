"""Signing the record of a one-to-one, and what is added to it after both have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from reflect.cli.actions.asking import words_of
from reflect.cli.asking import ask_passphrase
from reflect.cli.door import Door, door_of
from reflect.cli.echo import tell
from reflect.cli.supervision.options import SHORT_ID, MeetingId
from reflect.domain.dates import said
from reflect.vault import keychain

if TYPE_CHECKING:
    from reflect.domain.supervision.one_to_one import OneToOne
    from reflect.services.practice import Practice


def sign(context: typer.Context, meeting_id: MeetingId) -> None:
    """Sign the record of a one-to-one as it stands.

    Each of the two signs for themselves, with the passphrase that they sign in with. Once both have, nothing in it
    changes any more. Nobody can sign before every previous action was updated, carried, escalated or closed.
    """
    door = door_of(context)
    with door.signed_in() as practice:
        by_own_hand(door, practice)
        signed = practice.one_to_ones.sign(meeting_id)
        me = practice.person.id
    tell(f"{signed.name(me)} has signed: {what_is_signed(signed)}.")
    if signed.agreed:
        tell(
            "Both have signed: it is locked. What is to be put right later is an addendum: "
            f"reflect supervision addendum {signed.id[:SHORT_ID]}"
        )
    else:
        tell(f"It is still {signed.label}. A change before the second signature makes yours void.")


def addendum(context: typer.Context, meeting_id: MeetingId) -> None:
    """Add to a record that both have signed.

    Either of the two may, from standard input, in their own name. What is added stays as it is.
    """
    door = door_of(context)
    with door.signed_in() as practice:
        meeting = practice.one_to_ones.one(meeting_id)
        words = words_of(door, "What is to be added?")
        meeting = practice.one_to_ones.add_addendum(meeting.id, words)
    tell(f"Added to the one-to-one of {said(meeting.facts.day)}. Both of you read it.")


def by_own_hand(door: Door, practice: Practice) -> None:
    """Sees to it that whoever signs has given their passphrase now: one that a keychain remembers is asked for.
    Raises WrongUse naming the option where nobody can be asked, WrongPassphrase and Waiting."""
    name = practice.person.name
    remembered = keychain.remembered(door.workspace().folder)
    if door.passphrase_file is None and remembered is not None and remembered[0] == name:
        given = ask_passphrase(
            f"To sign, the passphrase of {name}", "--passphrase-file", no_input=door.no_input
        )
        practice.confirm_passphrase(given)


def what_is_signed(meeting: OneToOne) -> str:
    """A record in a sentence: whose, of which day, and how much stands in it."""
    other = f"{meeting.name(meeting.supervisor)} with {meeting.name(meeting.supervisee)}"
    parts = (
        (len(meeting.entries), "note", "notes"),
        (len(meeting.previous), "previous action", "previous actions"),
        (len(meeting.agreed_actions), "action agreed", "actions agreed"),
        (len(meeting.shared), "share discussed", "shares discussed"),
    )
    counted = ", ".join(f"{number} {one if number == 1 else many}" for number, one, many in parts)
    return f"the one-to-one of {said(meeting.facts.day)}, {other}, as it stands: {counted}"
