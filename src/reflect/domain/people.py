"""The people of a workspace."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Standing(StrEnum):
    """Whether somebody can sign in: not yet, now, or no longer."""

    INVITED = "invited"
    ACTIVE = "active"
    INACTIVE = "inactive"


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who shares the workspace, of whom no more than the name may be known."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Person(Colleague):
    """Somebody in the workspace. An administrator invites and deactivates, and reads nothing of others."""

    profession: str
    standing: Standing
    administrator: bool
    since: datetime


def has_left(person: Colleague) -> bool:
    """Whether somebody is known to be no longer here."""
    return isinstance(person, Person) and person.standing is Standing.INACTIVE


def said_as_left(name: str) -> str:
    """The name of somebody who has left, in a line of a list."""
    return f"{name} (has left)"


class CircleKind(StrEnum):
    """Who may read: one person, a practitioner with their supervisor, or a team."""

    MINE = "mine"
    PAIR = "pair"
    TEAM = "team"
