"""An agreement in words: what both set down, what each of the two said, and who has signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from textual.content import Content

from reflect.domain.dates import day_of, said
from reflect.domain.supervision.agreement import Agreement, Terms
from reflect.domain.supervision.cadence import Cadence
from reflect.tui.supervision.words import sentence
from reflect.tui.words import counted, lines, plain

NOTHING_SAID = "Nothing written yet."
NOT_SET = "not said"
KEPT_WHERE = "In reflect, in our workspace."
READERS = "The two of us. Whoever leads the team sees dates, what was held, and how many were due; no words."
SIGNING = (
    "You sign the agreement as it stands now. Once both of you have signed it is locked, and the next review makes "
    "a new one. If something is changed before that, your signature no longer counts, and both of you see that."
)


def interval_words(days: int) -> str:
    """How often, as people say it: `every week`, `every 4 weeks`, `every 30 days`."""
    if days % 7 == 0:
        return "every week" if days == 7 else f"every {days // 7} weeks"
    return "every day" if days == 1 else f"every {days} days"


def steps_words(cadence: Cadence) -> str:
    """The steps of a career stage: `every week up to week 6, then every 2 weeks up to week 26, then every 4 weeks`."""
    parts = []
    for step in cadence.steps:
        until = step.until_day
        limit = ""
        if until is not None:
            limit = f" up to week {until // 7}" if until % 7 == 0 else f" up to day {until}"
        parts.append(f"{interval_words(step.every_days)}{limit}")
    return ", then ".join(parts)


def how_often(terms: Terms, cadences: Sequence[Cadence]) -> str:
    """How often and how long; with several steps, all of them if the terms follow them."""
    stage = next((one for one in cadences if one.id == terms.stage), None)
    length = counted(terms.minutes, "minute")
    if stage is not None and len(stage.steps) > 1 and stage.steps[0].every_days == terms.every_days:
        return f"{steps_words(stage)}; {length} at first"
    return f"{interval_words(terms.every_days)}, {length}"


def working_notes_words(allowed: bool, supervisor: str, supervisee: str) -> str:
    """Whether working notes are allowed, and what that means."""
    if not allowed:
        return f"not allowed. Nothing about {supervisee} is kept beside the records that both of you read."
    return (
        f"allowed. {supervisor} may keep notes of their own about {supervisee}, who sees how many there are and can "
        "ask to see them."
    )


def stands(agreement: Agreement, me: str, today: date) -> Content:
    """How an agreement stands, and what comes next: the first line of its page."""
    other = agreement.supervisee if me == agreement.supervisor else agreement.supervisor
    label = f"{sentence(agreement.label)}."
    if agreement.copy:
        own = plain("Your own copy of what you signed. It is read, not changed.")
        return own if agreement.agreed else lines(plain(label, "bold"), own)
    if agreement.agreed:
        told = "Signed by both, and locked."
        if agreement.review_is_due(today):
            return plain(f"{told} Its review date has come: a new one is drawn up from it.", "bold")
        return plain(f"{told} To be reviewed on {said(agreement.terms.review)}.")
    told = f"{label} Read it, change what is not right, then sign."
    if me in agreement.signed_by:
        told = f"{label} It waits for {agreement.name(other)}."
    return lines(plain(told, "bold"), *(plain(one) for one in not_said(agreement)))


def not_said(agreement: Agreement) -> tuple[str, ...]:
    """What it usually says and does not yet, in a sentence; nothing where all is said."""
    found = agreement.not_said
    return (f"Not said yet: {', '.join(found)}.",) if found else ()


def signing(agreement: Agreement) -> str:
    """What a signature says, after what the agreement does not say yet."""
    return "\n\n".join((*not_said(agreement), SIGNING))


def in_words(agreement: Agreement, cadences: Sequence[Cadence]) -> Content:
    """All that an agreement says."""
    return Content("\n").join([*_terms(agreement, cadences), *_voices(agreement), *_signatures(agreement)])


def _terms(agreement: Agreement, cadences: Sequence[Cadence]) -> Iterator[Content]:
    terms = agreement.terms
    supervisor, supervisee = agreement.name(agreement.supervisor), agreement.name(agreement.supervisee)
    stage = next((one for one in cadences if one.id == terms.stage), None)
    yield plain(f"{supervisor} supervises {supervisee}.")
    yield Content("")
    yield _fact("How often, how long", how_often(terms, cadences))
    if stage is not None:
        yield plain(f"{stage.title}: {stage.basis}.", "$text-muted")
    yield _fact("From", said(terms.start))
    yield _fact("Reviewed by", said(terms.review))
    yield _fact("Interruptions", terms.interruptions)
    yield _fact("Cancelling", terms.cancellation)
    yield _fact("Where records are kept", terms.kept_where)
    yield _fact("Who may read them", terms.readers)
    yield _fact("Working notes", working_notes_words(terms.working_notes, supervisor, supervisee))
    yield _fact("If we see it differently", terms.disagreement)


def _voices(agreement: Agreement) -> Iterator[Content]:
    both = (agreement.supervisee, agreement.supervisor)
    for verb, said_by in (("wants from supervision", agreement.wants), ("brings to it", agreement.offers)):
        for person in both:
            yield Content("")
            yield plain(f"What {agreement.name(person)} {verb}", "bold $primary")
            words = said_by(person)
            yield plain(words) if words.strip() else plain(NOTHING_SAID, "$text-muted")


def _signatures(agreement: Agreement) -> Iterator[Content]:
    yield Content("")
    yield plain("Signatures", "bold $primary")
    signed = {signature.by: signature.at for signature in agreement.signatures}
    for person in (agreement.supervisor, agreement.supervisee):
        at = signed.get(person)
        yield plain(
            f"{agreement.name(person)}: signed on {said(day_of(at))}"
            if at
            else f"{agreement.name(person)}: not yet"
        )
    for one in agreement.voided:
        if one.signed_by not in signed:
            yield plain(
                f"The signature of {agreement.name(one.signed_by)} no longer counts: {agreement.name(one.changed_by)} "
                f"changed something on {said(day_of(one.at))}."
            )


def _fact(title: str, words: str) -> Content:
    said_words = plain(words) if words.strip() else plain(NOT_SET, "$text-muted")
    return Content.assemble(plain(f"{title}: ", "bold $primary"), said_words)
