"""`reflect person`: who is in the workspace, who is invited, who leaves."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reflect.cli.asking import confirmed
from reflect.cli.door import door_of
from reflect.cli.echo import echo, echo_json, tell
from reflect.cli.init import NewPassphraseFile
from reflect.cli.layout import padded
from reflect.cli.recovery import RecoveryFile, hand_over, reserved
from reflect.cli.secret_files import read_secret_file
from reflect.clock import iso
from reflect.domain.people import Colleague, Person

ONLY_THE_NAME = (
    "Of others you see the name: more is for those who are linked with them, who lead their team, and who administer "
    "the workspace."
)

noun = typer.Typer(rich_markup_mode=None, no_args_is_help=True)
Name = Annotated[str, typer.Argument(metavar="NAME", help="The name of a person in the workspace.")]
AsJson = Annotated[bool, typer.Option("--json", help="As JSON.")]


def add_to(root: typer.Typer) -> None:
    """Make the noun known."""
    root.add_typer(noun, name="person", help="The people who share this workspace.")


@noun.command("list")
def list_people(context: typer.Context, json: AsJson = False) -> None:
    """List the people."""
    with door_of(context).signed_in() as practice:
        people = practice.people.everyone()
    if json:
        echo_json([_as_dict(person) for person in people])
        return
    for person in people:
        echo(_line(person))
    if not all(isinstance(person, Person) for person in people):
        tell(ONLY_THE_NAME)


@noun.command("show")
def show_person(
    context: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="A person's name; otherwise yourself.")
    ] = None,
    json: AsJson = False,
) -> None:
    """Show one person, or yourself."""
    with door_of(context).signed_in() as practice:
        person = practice.people.person(name) if name else practice.person
    if json:
        echo_json(_as_dict(person))
        return
    rows = [("Name", person.name)]
    if isinstance(person, Person):
        rows += [
            ("Profession", person.profession),
            ("Standing", person.standing.value),
            ("Administrator", "yes" if person.administrator else "no"),
            ("Since", iso(person.since)[:10]),
        ]
    else:
        tell(ONLY_THE_NAME)
    for label, words in rows:
        echo(f"{padded(label, 14)} {words}")


@noun.command("invite")
def invite(
    context: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help="The name of whom you invite, as the others are to see it.",
            show_default=False,
        ),
    ],
    profession: Annotated[str, typer.Option(metavar="TEXT", help="Their profession.")] = "",
    code_file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the code to this new file, not to the screen.")
    ] = None,
) -> None:
    """Invite somebody: gives a one-time code with which they join."""
    with door_of(context).signed_in() as practice, reserved(code_file, "--code-file") as keep:
        code = practice.people.invite(name, profession)
        keep([code])
    tell("Hand this one-time code over yourself; whoever has it can join in that name:")
    if code_file is None:
        echo(code)
    else:
        tell(f"It is in {code_file}.")
    tell("They join at this computer with: reflect person join")


@noun.command("deactivate")
def deactivate(
    context: typer.Context,
    name: Name,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False,
) -> None:
    """Close the workspace to somebody who leaves: their key opens nothing new from then on."""
    door = door_of(context)
    with door.signed_in() as practice:
        practice.people.must_administer("deactivate people")  # refused, before somebody is asked
        person = practice.people.person(name)
        confirmed(f"Close the workspace to {person.name}?", yes=yes, no_input=door.no_input)
        practice.people.deactivate(name)
    tell(
        f"{person.name} can no longer sign in, and the workspace has a new key. What they wrote stays sealed."
    )


@noun.command("join")
def join(
    context: typer.Context,
    code_file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A file that holds the one-time code.")
    ] = None,
    passphrase_file: NewPassphraseFile = None,
    recovery_file: RecoveryFile = None,
) -> None:
    """Join with a one-time code, and choose your own passphrase."""
    door = door_of(context)
    workspace = door.workspace()
    workspace.people()
    if code_file is not None:
        code = read_secret_file(code_file, "--code-file")
    else:
        code = door.line(None, "Your one-time code", "--code-file")
    passphrase = door.new_passphrase(passphrase_file or door.passphrase_file, "--passphrase-file")
    with reserved(recovery_file) as keep:
        practice, words = workspace.join(code=code.strip(), passphrase=passphrase)
        name = practice.person.name
        practice.close()
        keep(words)
    tell(f"Welcome, {name}.")
    hand_over(words, recovery_file)


def _line(person: Colleague) -> str:
    if not isinstance(person, Person):
        return person.name
    role = "administrator" if person.administrator else ""
    return (
        f"{padded(person.name, 28)}  {padded(person.profession, 24)}  {padded(person.standing.value, 8)}  {role}"
    ).rstrip()


def _as_dict(person: Colleague) -> dict[str, object]:
    known = person if isinstance(person, Person) else None
    return {
        "id": person.id,
        "name": person.name,
        "profession": known.profession if known else None,
        "standing": known.standing.value if known else None,
        "administrator": known.administrator if known else None,
        "since": iso(known.since) if known else None,
    }
