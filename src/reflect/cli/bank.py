"""`reflect bank`: the question banks; looking at them needs no sign-in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reflect.cli import bank_adding
from reflect.cli.choosing import BankId
from reflect.cli.door import door_of
from reflect.cli.echo import echo, echo_json, echo_lines, in_columns, tell
from reflect.cli.layout import WIDTH, padded
from reflect.cli.paging import page_of
from reflect.errors import WrongUse

if TYPE_CHECKING:
    from reflect.domain.banks import Bank, Finding, Question
    from reflect.domain.themes import Vocabulary

noun = typer.Typer(rich_markup_mode=None, no_args_is_help=True)


def add_to(root: typer.Typer) -> None:
    """Make the noun known."""
    root.add_typer(noun, name="bank", help="Question banks: the learning from reviews as questions.")


@noun.command("list")
def list_banks(
    context: typer.Context,
    json: Annotated[bool, typer.Option("--json", help="As one JSON array.")] = False,
) -> None:
    """List the question banks."""
    catalogue = door_of(context).workspace().catalogue()
    for broken in catalogue.broken():
        tell(f"Left out, as it cannot be used: {broken}")
    if json:
        echo_json([_summary(bank) for bank in catalogue.banks()])
        return
    banks = catalogue.banks()
    ids = min(max((len(bank.id) for bank in banks), default=0), 28)
    labels = max((len(bank.handling.value) for bank in banks), default=0)
    for bank in banks:
        title = padded(bank.title, WIDTH - ids - labels - 19)
        count = f"{len(bank.questions)} questions"
        echo(f"{padded(bank.id, ids)}  {title}  {padded(count, 13)}  {bank.handling.value}")


@noun.command("show")
def show_bank(
    context: typer.Context,
    bank_id: BankId,
    json: Annotated[bool, typer.Option("--json", help="As one JSON object, with everything in it.")] = False,
) -> None:
    """Show a whole bank: its summary, findings, facts, questions and resources."""
    from reflect.banks.content import as_dict

    catalogue = door_of(context).workspace().catalogue()
    bank = catalogue.bank(bank_id)
    if json:
        echo_json(as_dict(bank))
    else:
        echo_lines(_whole(bank, catalogue.vocabulary), page_of(door_of(context)))


@noun.command("check")
def check_banks(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="The files of the banks.")],
    against: Annotated[
        Path | None, typer.Option(metavar="OLD", help="The file as it was before: was the version raised?")
    ] = None,
) -> None:
    """Check bank files as an author would want: errors (exit 1) and advice (exit 0)."""
    from reflect.banks.check import Level, check_file

    if against is not None and len(files) != 1:
        raise WrongUse(
            "--against compares one file with the one before it.",
            "Give one FILE together with --against OLD.",
        )
    vocabulary = door_of(context).workspace().catalogue().vocabulary
    wrong = False
    for file in files:
        for notice in check_file(file, vocabulary, against):
            echo(str(notice))
            wrong = wrong or notice.level is Level.ERROR
    if wrong:
        raise typer.Exit(1)


noun.command("add")(bank_adding.add)
noun.command("remove")(bank_adding.remove)


def _summary(bank: Bank) -> dict[str, object]:
    return {
        "id": bank.id,
        "title": bank.title,
        "version": bank.version,
        "language": bank.language,
        "handling": bank.handling.value,
        "document": {
            "publisher": bank.document.publisher,
            "title": bank.document.title,
            "published": bank.document.published,
            "kind": bank.document.kind,
        },
        "reviews": [
            {"id": review.id, "kind": review.kind, "name": review.name, "published": review.published}
            for review in bank.reviews
        ],
        "findings": len(bank.findings),
        "questions": len(bank.questions),
    }


def _whole(bank: Bank, vocabulary: Vocabulary) -> Iterator[str]:
    yield from in_columns(f"{bank.title} ({bank.id}, version {bank.version})")
    yield from in_columns(f"Handling: {bank.handling.value}")
    said = (bank.document.publisher, bank.document.title, bank.document.published)
    yield from in_columns(f"From: {', '.join(part for part in said if part)} ({bank.document.kind})")
    for review in bank.reviews:
        known = {True: "published", False: "not published", None: "publication not stated"}[review.published]
        yield from in_columns(f"Review: {review.name} ({review.kind}; {known})")
    if bank.content_note:
        yield ""
        yield from in_columns(f"Before you read: {bank.content_note}")
    yield ""
    yield from in_columns(bank.summary)
    for number, pane in enumerate(bank.panes, 1):
        yield ""
        yield from in_columns(f"{number}. {pane.title}")
        yield from in_columns(pane.text, indent="  ")
    yield from ("", f"FINDINGS ({len(bank.findings)})")
    for finding in bank.findings:
        yield from _finding(finding, bank)
    yield from ("", f"FACTS ({len(bank.facts)})")
    for fact in bank.facts:
        yield from in_columns(f"- {fact.text} [{fact.locator}]", indent="  ")
    yield from ("", f"QUESTIONS ({len(bank.questions)})")
    for question in bank.questions:
        yield from _question(question, vocabulary)
    yield from ("", f"RESOURCES ({len(bank.resources)})")
    for resource in bank.resources:
        address = f": {resource.address}" if resource.address else ""
        yield from in_columns(f"- {resource.title}{address}", indent="  ")


def _finding(finding: Finding, bank: Bank) -> Iterator[str]:
    review = bank.review(finding.review)
    place = f"{review.name}, {finding.locator}" if review and len(bank.reviews) > 1 else finding.locator
    yield ""
    yield from in_columns(f"{finding.id} ({finding.polarity.value}) [{place}]")
    yield from in_columns(finding.text, indent="  ")
    for change in finding.change:
        yield from in_columns(f"To change, for {change.who}: {change.text}", indent="  ")


def _question(question: Question, vocabulary: Vocabulary) -> Iterator[str]:
    yield ""
    yield from in_columns(
        f"{question.id} ({question.shape.value}, {question.grade.value}) [{question.locator}]"
    )
    yield from in_columns(question.text, indent="  ")
    for part in question.parts:
        yield from in_columns(f"- {part}", indent="    ")
    yield from in_columns(f"Why: {question.why}", indent="  ")
    for hint in question.prompts:
        yield from in_columns(f"To think on: {hint}", indent="  ")
    themes = ", ".join(vocabulary.label(code) for code in (*question.themes, *question.context))
    yield from in_columns(f"Themes: {themes}", indent="  ")
    yield from in_columns(f"Findings: {', '.join(question.findings)}", indent="  ")
