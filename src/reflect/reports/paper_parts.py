"""Parts that the papers of two people have in common: who may read them, both voices, the letters of actions, and
where both sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from reflect.domain.actions.action import Action
from reflect.domain.actions.rag import key_words, rag
from reflect.domain.actions.rules import Rules
from reflect.domain.banks import Handling
from reflect.domain.dates import said
from reflect.domain.supervision.agreement import Agreement
from reflect.domain.supervision.entry import Entry
from reflect.domain.supervision.one_to_one import OneToOne
from reflect.reports.action_pages import GOOD_PRACTICE
from reflect.reports.pages import label_words
from reflect.reports.paper import (
    Block,
    Bullets,
    Heading,
    Lines,
    Remark,
    SignatureLine,
    Signatures,
    Voice,
    Voices,
    moment_said,
)
from reflect.text import shorten

COURT = "It is not a case record. A court or an inquiry can require it."
SUPERVISOR, SUPERVISEE = "supervisor", "supervisee"
NOT_KNOWN = "not known here"
LONGEST_HEADING = 120


def above(label: str, handling: Handling | None) -> tuple[str, ...]:
    """What stands over every page: that it is not agreed, and how its questions are to be handled."""
    handled = f"Handling: {label_words(handling)}" if handling else ""
    return tuple(line for line in (label, handled) if line)


def confidential(supervisor: str, supervisee: str, readers: str) -> str:
    """Who may read it."""
    if readers.strip():
        return f"Confidential. Who may read it, by the agreement of the two: {readers}"
    return f"Confidential, for {supervisor} and {supervisee}. Nothing is written down here about who else may read it."


def cancelled(record: OneToOne) -> Iterator[Block]:
    """Why it was cancelled, if it was."""
    if record.cancelled_reason:
        yield Heading("Why it was cancelled")
        yield Lines(record.cancelled_reason)


def headed(prefix: str, words: str) -> Iterator[Block]:
    """A heading with somebody's words; long ones are shortened there and stand below it in full."""
    line = " ".join(words.split())
    if len(line) <= LONGEST_HEADING and "\n" not in words.strip():
        yield Heading(f"{prefix}{line}", level=3, theirs=True)
    else:
        yield Heading(f"{prefix}{shorten(line, LONGEST_HEADING // 2)}", level=3, theirs=True)
        yield Lines(words)


def voices(kept: OneToOne | Agreement, entries: Sequence[Entry]) -> Voices | None:
    """What both wrote, side by side; None where neither wrote anything."""
    written = [entry for entry in entries if entry.text.strip()]
    left = tuple(entry.text for entry in written if entry.author == kept.supervisor)
    right = tuple(
        entry.text if entry.author == kept.supervisee else f"{kept.name(entry.author)}: {entry.text}"
        for entry in written
        if entry.author != kept.supervisor
    )
    if not written:
        return None
    return Voices(
        Voice(f"{kept.name(kept.supervisor)}, {SUPERVISOR}", left),
        Voice(f"{kept.name(kept.supervisee)}, {SUPERVISEE}", right),
    )


def letter_words(action: Action, today: date, rules: Rules) -> str:
    """The letter of an action on a day, with its word."""
    letter = rag(action, today, rules)
    return letter.words if letter else "none, being good practice"


def key(today: date, rules: Rules) -> Iterator[Block]:
    """What each letter means, in words."""
    yield Heading("What the letters mean")
    yield Remark(f"Each letter is how the action stands on {said(today)}.", leads=True)
    letters = (f"{letter.words}: {words}" for letter, words in key_words(rules))
    yield Bullets((*letters, GOOD_PRACTICE), together=True)


def signatures(kept: OneToOne | Agreement, what: str) -> Iterator[Block]:
    """When both signed, or where they would on paper; and whose signature was lost to a later change."""
    moments = {signature.by: moment_said(signature.at) for signature in kept.signatures}

    def line(person: str, role: str) -> SignatureLine:
        signed = f"Signed with a passphrase on {moments[person]}" if person in moments else ""
        return SignatureLine(kept.name(person), role, signed)

    yield Heading("Signatures")
    if kept.agreed:
        yield Remark(f"Both have signed {what} as it stands here.", leads=True)
    else:
        yield Remark(f"This is {what} as it stands, {kept.label}.", leads=True)
    yield Signatures((line(kept.supervisor, SUPERVISOR), line(kept.supervisee, SUPERVISEE)))
    if kept.voided:
        yield Bullets(
            tuple(
                f"An earlier signature of {kept.name(one.signed_by)} no longer counts: {kept.name(one.changed_by)} "
                f"changed something after it, on {moment_said(one.at)}."
                for one in kept.voided
            )
        )
