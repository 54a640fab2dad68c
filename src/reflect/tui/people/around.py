"""What somebody may know of the people here: who there is, in which teams, and who supervises whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reflect.domain.links import Link, Team
from reflect.domain.people import Colleague, Person, has_left

if TYPE_CHECKING:
    from datetime import date

    from reflect.services.practice import Practice


@dataclass(frozen=True, slots=True)
class Around:
    """As one person sees it on one day: `people` in the order of their names, with those who have left last;
    `links` the earliest first. `names` are those of everybody who is or was here, by id."""

    me: str
    today: date
    people: tuple[Colleague, ...]
    teams: tuple[Team, ...]
    links: tuple[Link, ...]
    names: dict[str, str]

    @property
    def administers(self) -> bool:
        """Whether this person invites, and makes teams and links."""
        me = self.person(self.me)
        return isinstance(me, Person) and me.administrator

    @property
    def own(self) -> tuple[Link, ...]:
        """The links that join this person with somebody now or later; first those by which they are supervised."""
        found = [link for link in self.links if link.joins(self.me) and not link.is_over(self.today)]
        return tuple(sorted(found, key=lambda link: link.supervisor == self.me))

    @property
    def of_others(self) -> tuple[Link, ...]:
        """Other people's links that are not over, by supervisor."""
        found = [link for link in self.links if not link.joins(self.me) and not link.is_over(self.today)]
        return tuple(sorted(found, key=lambda link: (self.name(link.supervisor), self.name(link.supervisee))))

    @property
    def over(self) -> tuple[Link, ...]:
        """The links that have ended, the latest first."""
        found = [link for link in self.links if link.is_over(self.today)]
        return tuple(sorted(found, key=lambda link: link.last_day or link.since, reverse=True))

    @property
    def here(self) -> tuple[Colleague, ...]:
        """Who has not left: those of whom a team can be made, or a link."""
        return tuple(person for person in self.people if not has_left(person))

    def name(self, person_id: str) -> str:
        """What somebody is called."""
        return self.names.get(person_id, "Somebody")

    def person(self, person_id: str) -> Colleague | None:
        """One of the people here, by id."""
        return next((person for person in self.people if person.id == person_id), None)

    def team(self, team_id: str) -> Team | None:
        """One of the teams that may be known of, by id."""
        return next((team for team in self.teams if team.id == team_id), None)

    def link(self, link_id: str) -> Link | None:
        """One of the links that may be known of, by id."""
        return next((link for link in self.links if link.id == link_id), None)

    def has_left(self, person_id: str) -> bool:
        """Whether somebody is no longer in the workspace."""
        person = self.person(person_id)
        return person is None or has_left(person)

    def links_of(self, person_id: str) -> tuple[Link, ...]:
        """Somebody's links that are not over, as far as they may be known of."""
        return tuple(link for link in self.links if link.joins(person_id) and not link.is_over(self.today))


def around(practice: Practice, today: date) -> Around:
    """As it stands now for whoever is signed in."""
    people = sorted(practice.people.everyone(), key=lambda person: (has_left(person), person.name.casefold()))
    names = practice.people.names()
    return Around(practice.person.id, today, tuple(people), practice.teams.all(), practice.links.all(), names)
