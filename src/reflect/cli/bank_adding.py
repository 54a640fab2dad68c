"""`reflect bank add` and `remove`: banks of one's own, checked first, and replaced only knowingly."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reflect.cli.asking import confirmed
from reflect.cli.choosing import BankId
from reflect.cli.door import door_of
from reflect.cli.echo import echo, tell
from reflect.domain.banks import Handling
from reflect.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reflect.banks.shelf import Addition, Changes
    from reflect.domain.banks import Bank

Yes = Annotated[bool, typer.Option("--yes", help="Do not ask first.")]
_HANDLING = {
    Handling.PUBLIC: "Its label is public.",
    Handling.PROFESSIONALS_ONLY: "Its label is professionals-only: every page and every export carries it.",
    Handling.LOCAL_ONLY: "Its label is local-only: exports leave its questions out unless you say otherwise.",
}


def add(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file of the bank.")],
    yes: Yes = False,
) -> None:
    """Add a bank from a file to your workspace, or a newer version of one, whose changes are shown first."""
    door = door_of(context)
    with door.signed_in() as practice:
        addition = practice.bank_shelf.check(file)
        _tell_bank(addition)
        if addition.replaces is not None and addition.changes is not None:
            _tell_changes(addition.replaces, addition.bank, addition.changes)
            confirmed(
                f"Replace version {addition.replaces.version} by version {addition.bank.version}?",
                yes=yes,
                no_input=door.no_input,
            )
        practice.bank_shelf.add(addition)
    if addition.replaces is None:
        tell(f"Added. Begin with: reflect ask {addition.bank.id}")
    else:
        tell("Replaced. Answers keep the words that they answered; the older version is kept aside.")
    echo(addition.bank.id)


def remove(context: typer.Context, bank_id: BankId, yes: Yes = False) -> None:
    """Take away a bank that somebody added here. Answers keep the words that they answered."""
    door = door_of(context)
    with door.signed_in() as practice:
        if practice.bank_shelf.holds(bank_id):
            confirmed(f"Take the bank {bank_id} away?", yes=yes, no_input=door.no_input)
        practice.bank_shelf.remove(bank_id)
        workspace = door.workspace()
    tell("Taken away. Answers keep the words that they answered; its file is kept aside.")
    try:
        shipped = workspace.catalogue().bank(bank_id)
    except NotFound:
        return
    tell(f"The version that comes with reflect is there again: {shipped.title}, version {shipped.version}.")


def _tell_bank(addition: Addition) -> None:
    bank = addition.bank
    tell(
        f"{bank.title} ({bank.id}), version {bank.version}: {len(bank.questions)} questions, "
        f"{len(bank.findings)} findings. {_HANDLING[bank.handling]}"
    )


def _tell_changes(older: Bank, newer: Bank, changes: Changes) -> None:
    """What a newer version changes, with the words before and after."""
    tell(f"It replaces version {older.version}:")
    _tell_some("New question", changes.new_questions, _question(newer))
    _tell_some("Question that goes", changes.gone_questions, _question(older))
    for id_ in changes.reworded_questions:
        tell(f"Question in other words: {id_}", indent="  ")
        tell(f"before: {_question(older)(id_)}", indent="    ")
        tell(f"now: {_question(newer)(id_)}", indent="    ")
    _tell_some("New finding", changes.new_findings, _finding(newer))
    _tell_some("Finding that goes", changes.gone_findings, _finding(older))
    _tell_some("Finding in other words", changes.reworded_findings, _finding(newer))
    if newer.handling is not older.handling:
        tell(f"Label: {newer.handling.value} instead of {older.handling.value}", indent="  ")
    if not any(
        (
            changes.new_questions,
            changes.gone_questions,
            changes.reworded_questions,
            changes.new_findings,
            changes.gone_findings,
            changes.reworded_findings,
        )
    ):
        tell("The same questions and findings; something else about it is new.", indent="  ")


def _tell_some(what: str, ids: Iterable[str], words: Callable[[str], str]) -> None:
    for id_ in ids:
        tell(f"{what}: {id_}: {words(id_)}", indent="  ")


def _question(bank: Bank) -> Callable[[str], str]:
    def words(id_: str) -> str:
        found = bank.question(id_)
        return " ".join((found.text, *found.parts)) if found else ""

    return words


def _finding(bank: Bank) -> Callable[[str], str]:
    def words(id_: str) -> str:
        found = bank.finding(id_)
        return found.text if found else ""

    return words
