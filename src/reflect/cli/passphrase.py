"""`reflect passphrase`: change it, get back in with recovery words, put new words in place of lost ones, and what the
keychain may remember."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reflect.cli.door import door_of
from reflect.cli.echo import tell
from reflect.cli.recovery import RecoveryFile, hand_over, reserved
from reflect.cli.secret_files import read_secret_file
from reflect.vault import keychain

noun = typer.Typer(rich_markup_mode=None, no_args_is_help=True)
NewFile = Annotated[
    Path | None, typer.Option("--new-passphrase-file", metavar="FILE", help="A file with the new passphrase.")
]


def add_to(root: typer.Typer) -> None:
    """Make the noun known."""
    root.add_typer(noun, name="passphrase", help="Your passphrase, and your recovery words.")


@noun.command("change")
def change(context: typer.Context, new_passphrase_file: NewFile = None) -> None:
    """Change your passphrase."""
    door = door_of(context)
    workspace = door.workspace()
    name = door.who(workspace)
    old = door.passphrase(workspace, name)
    practice = workspace.sign_in(name, old)
    try:
        new = door.new_passphrase(new_passphrase_file, "--new-passphrase-file")
        practice.change_passphrase(old, new)
        person = practice.person.name
    finally:
        practice.close()
    remembered = keychain.remembered(workspace.folder)
    if remembered and remembered[0] == person:
        keychain.remember(workspace.folder, person, new)
    tell("Your passphrase is changed. Your recovery words are the same as before.")


@noun.command("recover")
def recover(
    context: typer.Context,
    words_file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A file that holds your recovery words.")
    ] = None,
    new_passphrase_file: NewFile = None,
) -> None:
    """Set a new passphrase with your recovery words."""
    door = door_of(context)
    workspace = door.workspace()
    name = door.who(workspace)
    if words_file is not None:
        words = read_secret_file(words_file, "--words-file")
    else:
        words = door.line(None, "Your recovery words", "--words-file")
    new = door.new_passphrase(new_passphrase_file, "--new-passphrase-file")
    practice = workspace.recover(name=name, words=words, passphrase=new)
    practice.close()
    tell(f"Welcome back, {name}. The new passphrase is set; nothing that you wrote is lost.")


@noun.command("words")
def words(context: typer.Context, recovery_file: RecoveryFile = None) -> None:
    """Get new recovery words in place of lost ones. The old ones open nothing from then on."""
    door = door_of(context)
    workspace = door.workspace()
    name = door.who(workspace)
    passphrase = door.passphrase(workspace, name)
    practice = workspace.sign_in(name, passphrase)
    try:
        with reserved(recovery_file) as keep:
            fresh = practice.renew_recovery_words(passphrase)
            keep(fresh)
    finally:
        practice.close()
    tell("Your recovery words are new. The ones that you had before open nothing any more.")
    hand_over(fresh, recovery_file)


@noun.command("remember")
def remember(context: typer.Context) -> None:
    """Let this computer's keychain remember your passphrase for this workspace."""
    door = door_of(context)
    workspace = door.workspace()
    name = door.who(workspace)
    passphrase = door.passphrase(workspace, name)
    practice = workspace.sign_in(name, passphrase)
    person = practice.person.name
    practice.close()
    keychain.remember(workspace.folder, person, passphrase)
    tell("The keychain remembers your passphrase. Who can use your account on this computer can now come in.")


@noun.command("forget")
def forget(context: typer.Context) -> None:
    """Take your passphrase out of this computer's keychain."""
    keychain.forget(door_of(context).workspace().folder)
    tell("The keychain no longer holds a passphrase for this workspace.")
