"""The command line as a whole: the global options, and which noun lives where."""

from __future__ import annotations

import os
from collections.abc import Sequence
from copy import copy
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.main import get_command

from reflect import __version__
from reflect.cli.door import Door
from reflect.cli.echo import echo
from reflect.cli.typed_words import looked_over
from reflect.settings import told_by

SUMMARY = """A private place to reflect on the learning from reviews.

Without a noun the app opens. Words that are private never come as arguments: they are asked for, or read
from standard input. Exit codes: 0 done, 1 failed, 2 wrong use, 3 not permitted, 4 not found, 5 locked."""

NOUNS = {
    "init": "init",
    "person": "person",
    "team": "team",
    "link": "link",
    "passphrase": "passphrase",
    "demo": "demo",
    "doctor": "doctor",
    "trust": "trust",
    "bank": "bank",
    "on": "app",
    "with": "app",
    "ask": "ask",
    "answer": "answer",
    "action": "actions.noun",
    "share": "share",
    "agreement": "agreement",
    "supervision": "supervision.noun",
    "log": "log.noun",
}
"""Each noun, and the module that it lives in."""


def noun_and_verb(words: Sequence[str]) -> tuple[str | None, str | None]:
    """The noun of a command as it was typed, and its verb; None where there is none, or no noun that is known."""
    _, noun, verb = looked_over(words)
    return (noun, verb) if noun in NOUNS else (None, None)


@cache
def command_line(noun: str | None = None, verb: str | None = None) -> Any:
    """The command that typer runs. With a `noun` only that one is known to it, and of its verbs only this one if there
    is such a one: a start need not wait for the rest."""
    root = typer.Typer(
        name="reflect",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=True,
        context_settings={"help_option_names": ["--help"], "max_content_width": 80},
    )
    root.callback(invoke_without_command=True, help=SUMMARY)(before_the_noun)
    for module in dict.fromkeys(NOUNS.values()) if noun is None else [NOUNS[noun]]:
        import_module(f"reflect.cli.{module}").add_to(root)
    for group in root.registered_groups:
        group.typer_instance = _narrowed(group.typer_instance, verb)
    return get_command(root)


def _narrowed(noun: typer.Typer | None, verb: str | None) -> typer.Typer | None:
    """A noun with this verb alone; as it is where it has none of this name."""
    if noun is None or verb is None or all(command.name != verb for command in noun.registered_commands):
        return noun
    narrowed = copy(noun)
    narrowed.registered_commands = [command for command in noun.registered_commands if command.name == verb]
    narrowed.registered_groups = []
    return narrowed


def say_version(asked: bool) -> None:
    """Say the version and be done, where that was asked."""
    if asked:
        echo(f"reflect {__version__}")
        raise typer.Exit()


def before_the_noun(
    context: typer.Context,
    workspace: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            envvar="REFLECT_WORKSPACE",
            help="The folder of the workspace; otherwise one in your own data folder.",
        ),
    ] = None,
    as_name: Annotated[
        str | None, typer.Option("--as", metavar="NAME", help="Who you are, where several people share it.")
    ] = None,
    passphrase_file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A file that holds your passphrase and nothing else.")
    ] = None,
    no_input: Annotated[
        bool, typer.Option("--no-input", help="Never ask: fail and name the missing option.")
    ] = False,
    theme: Annotated[
        str | None,
        typer.Option(metavar="dark|light", help="Colours of the app for this time; also REFLECT_THEME."),
    ] = None,
    no_color: Annotated[bool, typer.Option("--no-color", help="No colours, in the app either.")] = False,
    _version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=say_version, help="Say the version.")
    ] = False,
) -> None:
    """Keep the global options for the noun, or open the app where there is none."""
    if no_color:
        os.environ["NO_COLOR"] = "1"
    given = context.find_object(Door) or Door()
    context.obj = Door(
        folder=workspace,
        as_name=as_name,
        passphrase_file=passphrase_file,
        no_input=no_input,
        told=told_by(os.environ, theme=theme),
        clock=given.clock,
    )
    if context.invoked_subcommand is None:
        from reflect.cli import app

        app.open_app(context.obj)
