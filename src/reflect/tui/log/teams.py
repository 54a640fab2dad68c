"""Whose figures and learning somebody is shown first, and which they can choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reflect.services.practice import Practice

NO_TEAM = "You are in no team here yet, and figures are of teams. An administrator makes them."


def teams_of(practice: Practice) -> tuple[str, ...]:
    """The names of the teams that a person leads, then of those that they know of."""
    led = [team.name for team in practice.overseeing.led()]
    return tuple(dict.fromkeys((*led, *(team.name for team in practice.teams.all()))))
