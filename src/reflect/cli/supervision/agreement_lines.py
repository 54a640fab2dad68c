"""An agreement as lines that fit a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from reflect.cli.echo import in_columns
from reflect.cli.supervision.lines import label_lines, signed_lines
from reflect.domain.dates import said
from reflect.domain.supervision.entry import Section

if TYPE_CHECKING:
    from reflect.domain.supervision.agreement import Agreement
    from reflect.domain.supervision.cadence import Cadence

_NOT_SAID = "not said yet"


def agreement_lines(agreement: Agreement, cadences: Sequence[Cadence], today: date) -> Iterator[str]:
    """The terms, what each of the two wants and brings, and who has signed."""
    terms = agreement.terms
    title = next((one.title for one in cadences if one.id == terms.stage), terms.stage)
    yield agreement.id
    yield from in_columns(
        f"Agreement: {agreement.name(agreement.supervisor)} supervises {agreement.name(agreement.supervisee)}"
    )
    yield from label_lines(agreement)
    yield from not_said_lines(agreement)
    if agreement.agreed and agreement.review_is_due(today):
        yield from in_columns("It is to be reviewed now: reflect agreement draw-up NAME")
    yield ""
    yield from in_columns(f"From {said(terms.start)}; to be reviewed on {said(terms.review)}.")
    yield from in_columns(f"{title}: every {terms.every_days} days, {terms.minutes} minutes.")
    yield from _headed("Interruptions", terms.interruptions)
    yield from _headed("Cancellation", terms.cancellation)
    yield from _headed("Where records are kept", terms.kept_where)
    yield from _headed("Who may read them", terms.readers)
    yield from _headed("Where we disagree", terms.disagreement)
    allowed = "allowed; the supervisee sees their number and can ask to see them"
    yield from _headed("Working notes of the supervisor", allowed if terms.working_notes else "not allowed")
    for section in (Section.WANTS, Section.OFFERS):
        yield from ("", section.words.upper())
        for person in (agreement.supervisor, agreement.supervisee):
            words = agreement.wants(person) if section is Section.WANTS else agreement.offers(person)
            yield from _headed(f"  {agreement.name(person)}", words, indent="    ")
    yield from signed_lines(agreement)


def not_said_lines(agreement: Agreement) -> Iterator[str]:
    """What it usually says and does not yet, until both have signed; nothing where all is said."""
    if not agreement.agreed and agreement.not_said:
        yield from in_columns(f"Not said yet: {', '.join(agreement.not_said)}.")


def _headed(heading: str, words: str, *, indent: str = "  ") -> Iterator[str]:
    yield from in_columns(f"{heading}:")
    yield from in_columns(words or _NOT_SAID, indent=indent)
