"""`reflect doctor`: whether everything is whole."""

from __future__ import annotations

from typing import Annotated

import typer

from reflect.cli.door import door_of
from reflect.cli.echo import echo, tell


def add_to(root: typer.Typer) -> None:
    """Make the noun known."""
    root.command("doctor", help="Look for faults in the workspace's files.")(doctor)


def doctor(
    context: typer.Context,
    deep: Annotated[
        bool, typer.Option("--deep", help="Sign in, and look at every page of the file and all your words.")
    ] = False,
) -> None:
    """Look for faults: one line each and exit 1, or `no faults found`."""
    door = door_of(context)
    workspace = door.workspace()
    workspace.people()
    faults = list(workspace.examine())
    if deep and not faults:
        with door.signed_in() as practice:
            faults += practice.examine()
    for fault in faults:
        echo(fault)
    if faults:
        tell("Nothing was changed. Copy the workspace folder before anything else is tried.")
        raise typer.Exit(1)
    echo("no faults found")
    if not deep:
        tell("Only what can be seen without a key was looked at. For all of it: reflect doctor --deep")
