"""`reflect` without a noun, `reflect on` and `reflect with`: the app, where there is a terminal to draw on."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from reflect.cli.choosing import BankId, MaybeQuestionId, question_of
from reflect.cli.documents import WrittenByReports
from reflect.cli.door import Door, door_of
from reflect.cli.echo import on_terminal
from reflect.errors import WrongUse
from reflect.settings import IN_THE_ENVIRONMENT
from reflect.vault import keychain


def add_to(root: typer.Typer) -> None:
    """Make the noun known."""
    root.command("on", help="Open the app at a bank, or at one of its questions.")(on)
    root.command("with", help="Open the app at the one-to-one with somebody.")(with_somebody)


def on(context: typer.Context, bank_id: BankId, question_id: MaybeQuestionId = None) -> None:
    """Open the app at a question, ready to write."""
    door = door_of(context)
    bank = door.workspace().catalogue().bank(bank_id)
    if question_id is not None:
        question_of(bank, question_id)
    open_app(door, bank=bank_id, question=question_id)


def with_somebody(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Whom you supervise, or who supervises you.")],
) -> None:
    """Open the app where the next one-to-one with somebody is prepared, or has begun."""
    open_app(door_of(context), person=name)


def open_app(
    door: Door,
    *,
    bank: str | None = None,
    question: str | None = None,
    person: str | None = None,
    passphrase: str | None = None,
) -> None:
    """Open the app, signed in where a passphrase is known. Raises WrongUse, naming the command to use instead,
    where there is no terminal."""
    instead = f"reflect ask {bank or 'BANK'}" + (f" {question}" if question else "")
    if person is not None:
        instead = "reflect supervision list"
    if door.no_input or not has_terminal():
        what = "--no-input was given" if door.no_input else "this is not a terminal"
        raise WrongUse(
            f"The app cannot open: {what}.",
            f"Use plain prompts instead: {instead} (and see them all with: reflect --help).",
        )
    wanted = (bank, question, person) if bank or person else None
    raise typer.Exit(_run(door, wanted, passphrase))


def has_terminal() -> bool:
    """Whether standard input, output and error are all terminals."""
    return all(on_terminal(stream) for stream in (sys.stdin, sys.stdout, sys.stderr))


def _run(door: Door, wanted: tuple[str | None, str | None, str | None] | None, passphrase: str | None) -> int:
    from reflect.tui import Opening, relay, run

    workspace = door.workspace()
    if theme := door.told.values.get("theme"):
        # A fresh process takes over at a lock: it hears of the option through the environment.
        os.environ[IN_THE_ENVIRONMENT["theme"]] = theme[0]
    name, arguments = door.as_name, None
    if passphrase is not None and name is not None:
        # What was typed would make the demo a second time; the app is to open what has just been made.
        arguments = ["--workspace", str(workspace.folder), "--as", name]
    if passphrase is None and workspace.exists():
        remembered = None if relay.was_locked() else keychain.remembered(workspace.folder)
        if door.passphrase_file is not None:
            name = door.who(workspace)
            passphrase = door.passphrase(workspace, name)
        elif remembered and name in (None, remembered[0]):
            name, passphrase = remembered
    opening = Opening(*wanted) if wanted else None
    return run(
        workspace,
        as_name=name,
        passphrase=passphrase,
        opening=opening,
        documents=WrittenByReports(),
        arguments=arguments,
    )
