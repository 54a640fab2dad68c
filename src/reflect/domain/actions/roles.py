"""Who may do what with an action that others see: its owner, their supervisor, those whom they supervise, and the lead
of a team on whose log it stands. Roles come from links and teams, never from titles."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reflect.domain.actions.event import Event, EventKind
from reflect.domain.people import CircleKind
from reflect.errors import NotPermitted

if TYPE_CHECKING:
    from reflect.domain.links import Link


class Role(StrEnum):
    """What somebody is to the owner of an action. A former supervisor has none."""

    OWNER = "owner"
    SUPERVISOR = "supervisor"
    SUPERVISEE = "supervisee"
    LEAD = "lead"


MAY: Mapping[Role, frozenset[EventKind]] = {
    Role.OWNER: frozenset(EventKind) - {EventKind.CONFIRMED, EventKind.HANDED_OVER},
    Role.SUPERVISOR: frozenset(EventKind),
    Role.SUPERVISEE: frozenset(
        {
            EventKind.PROPOSED,
            EventKind.AGREED,
            EventKind.NOTED,
            EventKind.CONFIRMED,
            EventKind.SHOWN,
            EventKind.UNDONE,
        }
    ),
    Role.LEAD: frozenset({EventKind.NOTED, EventKind.ESCALATED, EventKind.HANDED_OVER, EventKind.UNDONE}),
}
"""What each may do with an action that others see. One that is its owner's alone is all theirs."""


@dataclass(frozen=True, slots=True)
class Relations:
    """Who supervises whom, as pairs of supervisor and supervisee, and who leads each team, all by ids."""

    supervises: frozenset[tuple[str, str]]
    leads: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, links: Iterable[Link], leads: Mapping[str, tuple[str, ...]]) -> Relations:
        """The relations that these links make, with these leads of teams."""
        return cls(frozenset((link.supervisor, link.supervisee) for link in links), leads)

    def roles(self, person: str, owner: str, teams: Collection[str] = ()) -> frozenset[Role]:
        """What a person is to an action of this owner that is listed with these teams."""
        found = {
            Role.OWNER: person == owner,
            Role.SUPERVISOR: (person, owner) in self.supervises,
            Role.SUPERVISEE: (owner, person) in self.supervises,
            Role.LEAD: any(person in self.leads.get(team, ()) for team in teams),
        }
        return frozenset(role for role, is_so in found.items() if is_so)


def may(roles: Collection[Role], kind: EventKind) -> bool:
    """Whether somebody in these roles may do this. An owner who leads their own team has what both have, and still
    does not confirm their own work."""
    if kind is EventKind.CONFIRMED and Role.OWNER in roles:
        return False
    return any(kind in MAY[role] for role in roles)


def check_may(roles: Collection[Role], kind: EventKind) -> None:
    """Raises NotPermitted, with what is possible instead, where somebody in these roles may not do this."""
    if may(roles, kind):
        return
    if kind is EventKind.CONFIRMED and Role.OWNER in roles:
        raise NotPermitted(
            "Your supervisor confirms this, having seen the evidence.", "Bring it to your next one-to-one."
        )
    if not roles:
        raise NotPermitted(
            "You can read this action as it stood, and not change it any more.",
            "It goes on between its owner and those who work with them now.",
        )
    if Role.OWNER in roles:
        raise NotPermitted("This is not its owner's to do.", "Ask your supervisor, or the lead of your team.")
    if Role.LEAD in roles:
        raise NotPermitted(
            "A lead reads, notes, escalates and hands over; the rest is for its owner and their supervisor.",
            "A note can be added.",
        )
    raise NotPermitted("This is for the owner of the action to do.", "A note can be added.")


def owners_of(events: Sequence[Event]) -> tuple[str, ...]:
    """Whose action it has been, one after the other."""
    first = [str(event.data.get("owner") or event.by) for event in events[:1]]
    later = [str(event.data.get("owner")) for event in events if event.kind is EventKind.HANDED_OVER]
    return tuple(dict.fromkeys(first + later))


def stranger_in(events: Sequence[Event], relations: Relations) -> int | None:
    """The place, counted from 0, of the first event that was made by somebody who has never been in a role to make
    it; None if there is none. `relations` are all that there ever were."""
    owner, circle, teams = "", CircleKind.MINE, set[str]()
    for place, event in enumerate(events):
        said = event.data
        if event.kind is EventKind.PROPOSED and place == 0:
            owner = str(said.get("owner") or event.by)
            circle = CircleKind(said.get("circle") or CircleKind.MINE)
        if circle is CircleKind.MINE:
            if event.by != owner:
                return place
        elif not may(relations.roles(event.by, owner, teams), event.kind):
            return place
        if event.kind is EventKind.SHOWN:
            circle = CircleKind(said["circle"])
            if said.get("team"):
                teams.add(str(said["team"]))
        elif event.kind is EventKind.HANDED_OVER:
            owner = str(said["owner"])
    return None
