"""The people of the demo: names that nobody has, and the parts they play."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

TEAM = "Example Team (made up)"
EVERYBODY_SAYS = "demo"
MOST_PEOPLE = 200

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


def _character(number: int) -> Character:
    turn, place = divmod(number, len(_FIRST))
    name = f"{_FIRST[place]} {_LAST[(place + 7 * turn) % len(_LAST)]}"
    if number == 0:
        return Character(name, "Manager", Role.LEAD)
    if number % 7 == 1:
        return Character(name, "Social worker", Role.SUPERVISOR)
    return Character(name, _PROFESSIONS[(number - 2) % len(_PROFESSIONS)], Role.PRACTITIONER)
