"""`reflect demo`: a made-up team to look around in."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from reflect.cli.app import has_terminal, open_app
from reflect.cli.door import Door, door_of
from reflect.cli.echo import tell, tell_to_copy
from reflect.demo.people import EVERYBODY_SAYS, MOST_PEOPLE, TEAM, Role, who_plays
from reflect.domain.dates import Looking, read_date, said

MOST_YEARS = 20
MOST_ACTIONS = 1_000_000
MANY = 24  # people times years: some seconds of work
LARGE = 24  # people: more than one team
A_YEAR_EACH = 6  # actions of each person a year, where it is not said how many


def add_to(root: typer.Typer) -> None:
    """Make the noun known."""
    root.command("demo", help="Make a made-up team with years of reflections, and look around in it.")(demo)


def demo(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new folder for it.")],
    people: Annotated[int, typer.Option(min=1, max=MOST_PEOPLE, help="How many people.")] = 6,
    years: Annotated[int, typer.Option(min=1, max=MOST_YEARS, help="How many years back.")] = 2,
    seed: Annotated[int, typer.Option(help="Another number makes other years.")] = 1,
    actions: Annotated[
        int | None,
        typer.Option(
            min=1, max=MOST_ACTIONS, help="How many actions: a service of several teams, made in bulk."
        ),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day before which all of it happened; otherwise today."),
    ] = None,
    no_open: Annotated[bool, typer.Option("--no-open", help="Make it, and do not open the app.")] = False,
    role: Annotated[Role, typer.Option("--as", help="Whose app to open.")] = Role.PRACTITIONER,
) -> None:
    """Make a team of made-up people, or several. Everybody's passphrase is `demo`: keep nothing of your own in it."""
    from reflect.demo.organisation import teams_of
    from reflect.demo.plan import Plan
    from reflect.demo.team import make_team

    door, folder = door_of(context), folder.expanduser().absolute()
    today = door.clock.today()
    last = read_date(until, today, Looking.BACK) if until else today
    began = time.monotonic()
    if actions is None and people > LARGE:
        actions = people * years * A_YEAR_EACH
    if people * years > MANY or actions:
        tell("So many people, years or actions take a while; control-C stops and leaves nothing behind.")
    team = make_team(folder, Plan(people=people, years=years, seed=seed, until=last, actions=actions or 0))
    who = who_plays(team, role)
    made = (
        f"{_counted(teams_of(people), 'team')}, {len(team)} people and {actions:,} actions of "
        f"{_counted(years, 'year')} before {said(last)}"
        if actions
        else f"{len(team)} people, their reflections of {_counted(years, 'year')} before {said(last)}, and their "
        "one-to-ones"
    )
    tell(
        f"{TEAM}: {made}, made in {time.monotonic() - began:.1f} s. Everybody's passphrase is: {EVERYBODY_SAYS}"
    )
    if not no_open and not door.no_input and has_terminal():
        open_app(Door(folder=folder, as_name=who.name, clock=door.clock), passphrase=EVERYBODY_SAYS)
    tell("Open it with:")
    tell_to_copy(f'reflect --workspace "{folder}" --as "{who.name}"')


def _counted(number: int, one: str) -> str:
    return f"{number} {one}{'' if number == 1 else 's'}"
