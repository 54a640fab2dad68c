"""What is said before an action is shown to more people: who they are, and everything that goes to them."""

from __future__ import annotations

from dataclasses import dataclass

from reflect.domain.actions.action import Action
from reflect.domain.people import CircleKind


@dataclass(frozen=True, slots=True)
class Showing:
    """An action that is to be shown to a circle. `people` are the names of those who will read it besides who shows it,
    `team` that of the team on whose log it will stand; `words` are all that people wrote in it over time, which goes
    along whole, since every step is signed. `link` and `team_id` say where it goes."""

    action: Action
    circle: CircleKind
    people: tuple[str, ...]
    words: tuple[str, ...]
    team: str | None = None
    link: str | None = None
    team_id: str | None = None
