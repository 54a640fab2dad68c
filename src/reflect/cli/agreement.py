"""`reflect agreement`: what two people have agreed about their one-to-ones, signed by both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from reflect.cli.actions.asking import words_of
from reflect.cli.door import door_of
from reflect.cli.echo import echo, echo_json, echo_lines, in_columns, safe, tell
from reflect.cli.layout import cut, padded
from reflect.cli.paging import page_of
from reflect.cli.supervision.agreement_lines import agreement_lines, not_said_lines
from reflect.cli.supervision.export import (
    Force,
    Format,
    Out,
    Preview,
    check_ways,
    kind_meant,
    take_out,
)
from reflect.cli.supervision.options import SHORT_ID, AsJson, MaybeName, Name
from reflect.cli.supervision.signing import by_own_hand
from reflect.cli.supervision.standing import tell_voided
from reflect.cli.supervision.terms import (
    Cancellation,
    Disagreement,
    Every,
    Interruptions,
    KeptWhere,
    Minutes,
    Readers,
    Review,
    Stage,
    Start,
    TermsSaid,
    WorkingNotes,
    new_terms,
)
from reflect.domain.dates import said, said_short
from reflect.domain.supervision.entry import Section
from reflect.errors import NotFound, WrongUse

if TYPE_CHECKING:
    from reflect.domain.supervision.agreement import Agreement
    from reflect.domain.supervision.cadence import Cadence
    from reflect.services.practice import Practice

noun = typer.Typer(rich_markup_mode=None, no_args_is_help=True)


def add_to(root: typer.Typer) -> None:
    """Make the noun known."""
    root.add_typer(noun, name="agreement", help="What two people agree about their one-to-ones.")


@noun.command("list")
def list_agreements(context: typer.Context, name: MaybeName = None, json: AsJson = False) -> None:
    """List your agreements, those of earlier years too."""
    from reflect.reports.agreements_json import agreement_json

    door = door_of(context)
    with door.signed_in() as practice:
        agreements = practice.agreements.all(name)
    if json:
        echo_json([agreement_json(one) for one in agreements])
        return
    if not agreements:
        tell("There is no agreement. Draw one up: reflect agreement draw-up NAME")
    echo_lines((line for one in agreements for line in card_lines(one)), page_of(door))


@noun.command("show")
def show(context: typer.Context, name: Name, json: AsJson = False) -> None:
    """Show the agreement with somebody, signed or not. For the two of it."""
    from reflect.reports.agreements_json import agreement_json

    door = door_of(context)
    with door.signed_in() as practice:
        agreement = _current(practice, name)
        cadences = practice.cadences
    if json:
        echo_json(agreement_json(agreement))
        return
    echo_lines(agreement_lines(agreement, cadences, door.clock.today()), page_of(door))


@noun.command("stages")
def stages(context: typer.Context, json: AsJson = False) -> None:
    """List the career stages that one can start from.

    Each says how often and how long, and who says so.
    """
    door = door_of(context)
    with door.signed_in() as practice:
        cadences = practice.cadences
    if json:
        from reflect.reports.cadences_json import cadence_json

        echo_json([cadence_json(one) for one in cadences])
        return
    echo_lines((line for one in cadences for line in _stage_lines(one)), page_of(door))


@noun.command("draw-up")
def draw_up(
    context: typer.Context,
    name: Name,
    stage: Stage = None,
    start: Start = None,
    review: Review = None,
    every: Every = None,
    minutes: Minutes = None,
    interruptions: Interruptions = None,
    cancellation: Cancellation = None,
    kept_where: KeptWhere = None,
    readers: Readers = None,
    working_notes: WorkingNotes = None,
    disagreement: Disagreement = None,
) -> None:
    """Draw up an agreement, or a new one at its review.

    Either of the two may; both sign. How often and how long is what the career stage begins with, unless you say
    otherwise.
    """
    door = door_of(context)
    told = TermsSaid(
        stage, start, review, every, minutes, interruptions, cancellation, kept_where, readers, working_notes,
        disagreement,
    )  # fmt: skip
    with door.signed_in() as practice:
        terms = new_terms(door, told, practice.cadences)
        agreement = practice.agreements.draw_up(name, terms)
    _tell(agreement)
    tell(
        "Each of you says what you want and what you bring: reflect agreement write NAME --wants or --offers"
    )
    echo(agreement.id)


@noun.command("change")
def change(
    context: typer.Context,
    name: Name,
    stage: Stage = None,
    start: Start = None,
    review: Review = None,
    every: Every = None,
    minutes: Minutes = None,
    interruptions: Interruptions = None,
    cancellation: Cancellation = None,
    kept_where: KeptWhere = None,
    readers: Readers = None,
    working_notes: WorkingNotes = None,
    disagreement: Disagreement = None,
) -> None:
    """Change the terms, until both have signed.

    Either of the two may. A signature that was there no longer counts then.
    """
    door = door_of(context)
    told = TermsSaid(
        stage, start, review, every, minutes, interruptions, cancellation, kept_where, readers, working_notes,
        disagreement,
    )  # fmt: skip
    with door.signed_in() as practice:
        before = _current(practice, name)
        changes = told.changes(door, practice.cadences)
        if not changes:
            raise WrongUse(
                "Nothing was said to change.", "Give one of the terms: reflect agreement change --help"
            )
        after = practice.agreements.set_terms(before.id, before.terms, replace(before.terms, **changes))
    tell("Changed.")
    tell_voided(before, after)
    _tell(after)


@noun.command("write")
def write(
    context: typer.Context,
    name: Name,
    wants: Annotated[bool, typer.Option("--wants", help="What you want from supervision.")] = False,
    offers: Annotated[bool, typer.Option("--offers", help="What you bring to it.")] = False,
) -> None:
    """Say what you want from supervision, or bring to it.

    Each of the two for themselves, from standard input; nobody but you can change it.
    """
    door = door_of(context)
    if wants == offers:
        raise WrongUse("It was not said which of the two it is.", "Give --wants or --offers.")
    section = Section.WANTS if wants else Section.OFFERS
    with door.signed_in() as practice:
        before = _current(practice, name)
        me = practice.person.id
        stood = before.wants(me) if wants else before.offers(me)
        after = practice.agreements.write(
            before.id, section, before=stood, after=words_of(door, section.words)
        )
    tell(f"Kept under “{section.words}”, as yours.")
    tell_voided(before, after)


@noun.command("export")
def export(
    context: typer.Context,
    name: Name,
    format: Format = "md",
    out: Out = None,
    force: Force = False,
    preview: Preview = False,
) -> None:
    """Take the agreement with somebody out of the workspace.

    For the two of it. Every page says that it is not agreed until both have signed.
    """
    door = door_of(context)
    kind = kind_meant(format)
    if not preview:
        check_ways(kind, out, force=force)
    with door.signed_in() as practice:
        going_out = practice.taking_records_out.agreement(_current(practice, name).id)
        take_out(practice, going_out, kind, out, force=force, preview=preview)


@noun.command("sign")
def sign(context: typer.Context, name: Name) -> None:
    """Sign the agreement with somebody as it stands.

    Each of the two signs for themselves, with the passphrase that they sign in with. Once both have, a review
    makes a new one.
    """
    door = door_of(context)
    with door.signed_in() as practice:
        agreement = _current(practice, name)
        for line in not_said_lines(agreement):
            tell(line)
        by_own_hand(door, practice)
        signed = practice.agreements.sign(agreement.id)
        me = practice.person.id
    terms = signed.terms
    tell(
        f"{signed.name(me)} has signed: the agreement of {signed.name(signed.supervisor)} with "
        f"{signed.name(signed.supervisee)} from {said(terms.start)}, to be reviewed on {said(terms.review)}: every "
        f"{terms.every_days} days, {terms.minutes} minutes."
    )
    tell(
        "Both have signed."
        if signed.agreed
        else f"It is still {signed.label}. A change before the second signature makes yours void."
    )


def _current(practice: Practice, name: str) -> Agreement:
    """The latest agreement with somebody. Raises NotFound."""
    agreement = practice.agreements.current(name)
    if agreement is None:
        raise NotFound(
            "There is no agreement with this person.",
            "Draw one up: reflect agreement draw-up NAME --stage STAGE",
        )
    return agreement


def _tell(agreement: Agreement) -> None:
    if agreement.label:
        tell(f"{agreement.label[:1].upper()}{agreement.label[1:]}.")


def card_lines(agreement: Agreement) -> Iterator[str]:
    """One agreement as lines of a list, with how it stands."""
    names = f"{agreement.name(agreement.supervisor)} supervises {agreement.name(agreement.supervisee)}"
    start = padded(said_short(agreement.terms.start), 11)
    yield safe(f"{agreement.id[:SHORT_ID]}  {start}  {cut(names, 57)}")
    standing = agreement.label or f"signed by both, to be reviewed on {said_short(agreement.terms.review)}"
    yield from in_columns(f"{standing}{', your copy' if agreement.copy else ''}", indent=" " * 10)


def _stage_lines(cadence: Cadence) -> Iterator[str]:
    yield from in_columns(f"{cadence.id}: {cadence.title}")
    for step in cadence.steps:
        until = f", up to day {step.until_day}" if step.until_day else ""
        yield f"    every {step.every_days} days, {step.minutes} minutes{until}"
    for words in (cadence.basis, cadence.note):
        yield from in_columns(words, indent="    ") if words else ()
