"""A supervision agreement as a paper that two people would sign."""

from __future__ import annotations

from collections.abc import Iterator

from reflect.domain.dates import said
from reflect.domain.supervision.agreement import Agreement
from reflect.domain.supervision.cadence import Cadence, Step
from reflect.domain.supervision.entry import Entry, Section
from reflect.domain.supervision.going_out import AgreementOut
from reflect.reports.paper import NOTHING, Block, Facts, Heading, Lines, Paper, Remark
from reflect.reports.paper_parts import COURT, above, confidential, signatures, voices

_NOT_SAID = "Nothing is agreed about this."
_NOTES = (
    "The supervisor may keep working notes. Each is marked as one that {name} can ask to see, and {name} sees how many "
    "there are."
)
_NO_NOTES = "The supervisor keeps no notes of their own about {name}."


def agreement_paper(out: AgreementOut) -> Paper:
    """What goes out, in words; days are those of the place where this runs."""
    agreement = out.agreement
    supervisor, supervisee = agreement.name(agreement.supervisor), agreement.name(agreement.supervisee)
    start = said(agreement.terms.start)
    return Paper(
        title=f"Supervision agreement of {supervisor} and {supervisee}",
        author=supervisor,
        made=out.today,
        above=above(out.label, None),
        foot=f"Confidential: supervision agreement of {supervisor} and {supervisee}, from {start}",
        front=(f"Written out on {said(out.today)}. {COURT}",),
        confidential=confidential(supervisor, supervisee, agreement.terms.readers),
        blocks=tuple(_blocks(out)),
    )


def _blocks(out: AgreementOut) -> Iterator[Block]:
    agreement, terms = out.agreement, out.agreement.terms
    yield Facts(tuple((name, words) for name, words in _facts(out) if words))
    for section in (Section.WANTS, Section.OFFERS):
        yield Heading(_HEADINGS[section])
        yield voices(agreement, _written(agreement, section)) or Remark(NOTHING)
    for heading, words in (
        ("What may interrupt us", terms.interruptions),
        ("When one of us has to cancel", terms.cancellation),
        ("Where records are kept", terms.kept_where),
        ("Who may read them", terms.readers),
        ("When we see something differently", terms.disagreement),
    ):
        yield Heading(heading)
        yield Lines(words) if words.strip() else Remark(_NOT_SAID)
    yield Heading("Working notes")
    notes = _NOTES if terms.working_notes else _NO_NOTES
    yield Lines(notes.format(name=agreement.name(agreement.supervisee)))
    yield from signatures(agreement, "the agreement")


_HEADINGS = {
    Section.WANTS: "What each wants from supervision",
    Section.OFFERS: "What each brings to it",
}


def _facts(out: AgreementOut) -> Iterator[tuple[str, str]]:
    agreement, terms = out.agreement, out.agreement.terms
    yield "Supervisor", agreement.name(agreement.supervisor)
    yield "Supervisee", agreement.name(agreement.supervisee)
    yield "From", said(terms.start)
    yield "Review", said(terms.review) + (", which has come" if agreement.review_is_due(out.today) else "")
    yield "How often", how_often(terms.every_days)
    yield "How long", f"{terms.minutes} minutes"
    if out.cadence is None:
        yield "Career stage", terms.stage
        return
    yield "Career stage", out.cadence.title
    yield "This stage starts from", usual_steps(out.cadence)
    yield "What that rests on", out.cadence.basis
    yield "Its page", out.cadence.address
    yield "To be known about it", out.cadence.note


def how_often(days: int) -> str:
    """A number of days as people say it."""
    if days % 7:
        return "every day" if days == 1 else f"every {days} days"
    weeks = days // 7
    return "every week" if weeks == 1 else f"every {weeks} weeks"


def usual_steps(cadence: Cadence) -> str:
    """How often and how long at a career stage, step by step."""
    return "; ".join(_step(step) for step in cadence.steps)


def _step(step: Step) -> str:
    until = f" up to day {step.until_day}" if step.until_day is not None else ""
    return f"{how_often(step.every_days)}, {step.minutes} minutes{until}"


def _written(agreement: Agreement, section: Section) -> tuple[Entry, ...]:
    return tuple(entry for entry in agreement.entries if entry.section is section)
