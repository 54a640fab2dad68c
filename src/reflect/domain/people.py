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
class Person:
    """Somebody in the workspace. An administrator invites and deactivates, and reads nothing of others."""

    id: str
    name: str
    profession: str
    standing: Standing
    administrator: bool
    since: datetime


class CircleKind(StrEnum):
    """Who may read: one person, a practitioner with their supervisor, or a team."""

    MINE = "mine"
    PAIR = "pair"
    TEAM = "team"
