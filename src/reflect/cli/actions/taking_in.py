"""`reflect action import`: actions from lines that reflect wrote, all of them or none."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reflect.cli.door import door_of
from reflect.cli.echo import tell

LinesFile = Annotated[
    Path, typer.Argument(metavar="FILE", help="JSON lines, as `action export --format json` writes them.")
]


def import_actions(context: typer.Context, file: LinesFile) -> None:
    """Take in exported actions. What is here already stays as it is, and a second time changes nothing.

    An event whose signature does not hold is refused with its line, and then nothing at all is taken in.
    """
    from reflect.services.actions.travel import lines_of

    lines = lines_of(file)
    with door_of(context).signed_in() as practice:
        taken = practice.action_travel.take_in(lines)
    tell(f"Actions taken in: {taken.words}.")
