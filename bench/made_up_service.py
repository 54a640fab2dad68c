"""Services with as many made-up actions as a measurement asks for: a small one of two teams, or one of fifty; in both
the same person leads two teams, so that there is as much to see."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from reflect.clock import SystemClock
from reflect.demo.people import EVERYBODY_SAYS, Role, who_plays
from reflect.demo.plan import Plan
from reflect.demo.team import make_team
from reflect.workspace import Workspace

PASSPHRASE = EVERYBODY_SAYS
SMALL, LARGE = 20, 500  # people
YEARS = 10


def numbers(usual: tuple[int, ...]) -> tuple[int, ...]:
    """The numbers of actions named on the command line, without their commas, in the place of the usual ones."""
    named = tuple(int(word.replace(",", "")) for word in sys.argv[1:])
    return (*named, *usual[len(named) :])


def make_service(folder: Path, actions: int, people: int) -> tuple[Workspace, str]:
    """The workspace of a service with so many actions up to yesterday, and the name of who leads its first two
    teams. Says on standard error how long it took."""
    began = time.perf_counter()
    plan = Plan(people=people, years=YEARS, seed=1, until=SystemClock().today(), actions=actions)
    lead = who_plays(make_team(folder, plan), Role.LEAD)
    size = sum(file.stat().st_size for file in folder.iterdir()) / 2**20
    took = time.perf_counter() - began
    print(
        f"{actions:,} actions of {people} people made in {took:.0f} s, {size:,.0f} MB",
        file=sys.stderr,
        flush=True,
    )
    return Workspace(folder), lead.name
