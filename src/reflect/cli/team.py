"""`reflect team`: the teams, who leads them and who is in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from reflect.cli.door import door_of
from reflect.cli.echo import echo, echo_json, in_columns, tell
from reflect.cli.link import AsJson
from reflect.errors import WrongUse

if TYPE_CHECKING:
    from reflect.domain.links import Team

noun = typer.Typer(rich_markup_mode=None, no_args_is_help=True)
Name = Annotated[str, typer.Argument(metavar="NAME", help="The name of the team.")]


def add_to(root: typer.Typer) -> None:
    """Make the noun known."""
    root.add_typer(noun, name="team", help="Teams, who leads them and who is in them.")


@noun.command("add")
def add_team(
    context: typer.Context,
    name: Name,
    lead: Annotated[str, typer.Option(metavar="NAME", help="Who leads it.")],
    member: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Who is in it; may be given several times.")
    ] = None,
) -> None:
    """Make a team. Its lead and its members are told."""
    with door_of(context).signed_in() as practice:
        team = practice.teams.add(name, lead, member or [])
        leader = practice.people.names()[team.lead]
    tell(f"{leader} leads the team {team.name}, which has {_counted(len(team.members))}. They are told.")


@noun.command("member")
def change_members(
    context: typer.Context,
    name: Name,
    add: Annotated[
        list[str] | None,
        typer.Option("--add", metavar="PERSON", help="Who comes in; several times for more."),
    ] = None,
    remove: Annotated[
        list[str] | None, typer.Option("--remove", metavar="PERSON", help="Who is in it no longer.")
    ] = None,
) -> None:
    """Change who is in a team. They and its lead are told."""
    if not add and not remove:
        raise WrongUse("Nobody was named.", "Give --add PERSON or --remove PERSON.")
    with door_of(context).signed_in() as practice:
        team = practice.teams.change_members(name, add=add or [], remove=remove or [])
    tell(f"The team {team.name} has {_counted(len(team.members))}.")


@noun.command("lead")
def change_lead(
    context: typer.Context,
    name: Name,
    to: Annotated[str, typer.Option("--to", metavar="PERSON", help="Who leads it from now on.")],
) -> None:
    """Give a team another lead. Both of them and its members are told."""
    with door_of(context).signed_in() as practice:
        team = practice.teams.change_lead(name, to)
        leader = practice.people.names()[team.lead]
    tell(f"{leader} leads the team {team.name} now. Everybody in it is told.")


@noun.command("list")
def list_teams(context: typer.Context, json: AsJson = False) -> None:
    """List the teams that you may know of: an administrator all, others their own."""
    with door_of(context).signed_in() as practice:
        teams, names = practice.teams.all(), practice.people.names()
    if json:
        echo_json(
            [
                {
                    "id": team.id,
                    "name": team.name,
                    "lead": names[team.lead],
                    "members": _members(team, names),
                }
                for team in teams
            ]
        )
        return
    for team in teams:
        for line in in_columns(f"{team.name}, led by {names[team.lead]}"):
            echo(line)
        for line in in_columns(", ".join(_members(team, names)) or "nobody yet", indent="  "):
            echo(line)
    if not teams:
        tell("There are no teams to see.")


def _members(team: Team, names: Mapping[str, str]) -> list[str]:
    return sorted((names[person] for person in team.members), key=str.casefold)


def _counted(members: int) -> str:
    return f"{members} member{'' if members == 1 else 's'}"
