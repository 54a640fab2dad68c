"""`reflect init`: a new workspace, with one person in it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reflect.cli.door import door_of
from reflect.cli.echo import tell
from reflect.cli.recovery import RecoveryFile, hand_over, reserved
from reflect.errors import WorkspaceError

NewPassphraseFile = Annotated[
    Path | None,
    typer.Option("--passphrase-file", metavar="FILE", help="A file that holds the new passphrase."),
]


def add_to(root: typer.Typer) -> None:
    """Make the noun known."""
    root.command("init", help="Make a workspace, with yourself as its first person.")(init)


def init(
    context: typer.Context,
    name: Annotated[
        str | None, typer.Option(metavar="NAME", help="Your name, as others here know you.")
    ] = None,
    profession: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Your profession, such as `social worker`.")
    ] = None,
    passphrase_file: NewPassphraseFile = None,
    recovery_file: RecoveryFile = None,
) -> None:
    """Make a workspace. The recovery words are shown once, or written to a file."""
    door = door_of(context)
    workspace = door.workspace()
    if workspace.exists():
        raise WorkspaceError(
            f"There is a workspace in {workspace.folder} already.",
            "Nothing was changed. Name another folder: reflect --workspace DIR init ...",
        )
    workspace.check_folder()
    who = door.line(name, "Your name", "--name")
    work = door.line(profession, "Your profession", "--profession")
    passphrase = door.new_passphrase(passphrase_file or door.passphrase_file, "--passphrase-file")
    with reserved(recovery_file) as keep:
        practice, words = workspace.create(name=who, profession=work, passphrase=passphrase)
        practice.close()
        keep(words)
    tell(f"The workspace is in {workspace.folder}.")
    hand_over(words, recovery_file)
