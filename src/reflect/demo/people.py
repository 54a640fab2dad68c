"""The people of the demo: names that nobody has, and the parts they play."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

TEAM = "Example Team (made up)"
EVERYBODY_SAYS = "demo"
MOST_PEOPLE = 500

_FIRST = (
    "Juniper",
    "Basil",
    "Clementine",
    "Digby",
    "Ottoline",
    "Rufus",
    "Saffron",
    "Monty",
    "Tansy",
    "Barnaby",
    "Marigold",
    "Wilf",
    "Hazel",
    "Percy",
    "Bramble",
    "Olive",
    "Fern",
    "Quill",
    "Poppy",
    "Alder",
)
_LAST = (
    "Teapot",
    "Umbrella",
    "Lampshade",
    "Biscuit",
    "Doorbell",
    "Mitten",
    "Crumpet",
    "Button",
    "Kettle",
    "Slipper",
    "Marmalade",
    "Thimble",
    "Pillowcase",
    "Toastrack",
    "Wheelbarrow",
    "Bobbin",
    "Candlewick",
    "Jampot",
    "Paperclip",
    "Hatstand",
)
_TEAMS = ("Harbour", "Lantern", "Meadow", "Orchard", "Bridge", "Mill", "Quarry", "Willow", "Beacon", "Ferry")
_SIDES = ("", "North ", "South ", "East ", "West ", "Upper ")
_PROFESSIONS = (
    "Social worker",
    "Health visitor",
    "Family support worker",
    "Midwife",
    "Teacher or school staff",
    "Nurse",
    "Police officer",
    "Youth worker",
)


class Role(StrEnum):
    """A part in the team. The lead has set the workspace up and looks after it."""

    PRACTITIONER = "practitioner"
    SUPERVISOR = "supervisor"
    LEAD = "lead"


@dataclass(frozen=True, slots=True)
class Character:
    """Somebody made up."""

    name: str
    profession: str
    role: Role


def characters(count: int) -> tuple[Character, ...]:
    """The team: a lead first, then a supervisor for every six, the others practitioners."""
    return tuple(_character(number) for number in range(count))


def who_plays(team: tuple[Character, ...], role: Role) -> Character:
    """The first of the team in this role; in a team too small for it, the last one of all."""
    return next((character for character in team if character.role is role), team[-1])


def character(number: int, role: Role) -> Character:
    """The one with this number, counted from 0, in a part that was chosen for them."""
    turn, place = divmod(number, len(_FIRST))
    name = f"{_FIRST[place]} {_LAST[(place + 7 * turn) % len(_LAST)]}"
    if turn >= len(_LAST):  # all pairs of names are taken
        name += f"-{_LAST[(place + 7 * turn + turn // len(_LAST)) % len(_LAST)]}"
    if role is Role.LEAD:
        return Character(name, "Manager", role)
    if role is Role.SUPERVISOR:
        return Character(name, "Social worker", role)
    return Character(name, _PROFESSIONS[(number - 2) % len(_PROFESSIONS)], role)


def team_name(number: int) -> str:
    """The name of the team with this number, counted from 0."""
    if number == 0:
        return TEAM
    side, place = divmod(number - 1, len(_TEAMS))
    return f"{_SIDES[side]}{_TEAMS[place]} Team (made up)"


def _character(number: int) -> Character:
    if number == 0:
        return character(number, Role.LEAD)
    return character(number, Role.SUPERVISOR if number % 7 == 1 else Role.PRACTITIONER)
