"""A whole service of several teams, as such places are: people come and go, and who supervises whom changes."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from reflect.demo.luck import Luck
from reflect.demo.people import Character, Role, character, team_name

USUAL_TEAM = 10
_MOST_LEADS_SUPERVISED = 6
_MOST_SUPERVISED = 5
_LEAST_STAY = 150  # days


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of the service, from the day on which they came. `left` is the day on which they went, if they did."""

    character: Character
    team: int
    arrived: date
    left: date | None = None


@dataclass(frozen=True, slots=True)
class MadeUpTeam:
    """A team: its lead and its members by their numbers, those who have left among them."""

    name: str
    lead: int
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MadeUpLink:
    """Who supervises whom, by their numbers. `ended` is the day on which it ended, None while it holds."""

    supervisor: int
    supervisee: int
    since: date
    ended: date | None = None


@dataclass(frozen=True, slots=True)
class Organisation:
    """Everybody in the order of their numbers, the teams, and every link that there ever was."""

    colleagues: tuple[Colleague, ...]
    teams: tuple[MadeUpTeam, ...]
    links: tuple[MadeUpLink, ...]

    def links_of(self, supervisee: int) -> tuple[MadeUpLink, ...]:
        """By whom somebody was supervised, one after the other."""
        return tuple(link for link in self.links if link.supervisee == supervisee)


def organised(people: int, seed: int, start: date, until: date) -> Organisation:
    """A service of so many people in teams of about ten. The first of all leads the first team and the second one;
    leads and supervisors stay, others come and go between `start` and `until`."""
    number = teams_of(people)
    bounds = [people * place // number for place in range(number + 1)]
    everybody: list[Colleague] = []
    for person in range(people):
        team = bisect_right(bounds, person) - 1
        everybody.append(_colleague(person, team, bounds[team], Luck(seed, f"person {person}"), start, until))
    teams, links = [], _links_of_leads([first for team, first in enumerate(bounds[:-1]) if team != 1], start)
    for team, (first, last) in enumerate(pairwise(bounds)):
        lead = 0 if team == 1 else first
        teams.append(MadeUpTeam(team_name(team), lead, tuple(range(first, last))))
        links += _links(everybody, range(first, last), lead, Luck(seed, f"links {team}"), start, until)
    return Organisation(tuple(everybody), tuple(teams), tuple(links))


def teams_of(people: int) -> int:
    """How many teams so many people make."""
    return max(1, round(people / USUAL_TEAM))


def _colleague(person: int, team: int, first: int, luck: Luck, start: date, until: date) -> Colleague:
    place = person - first
    if place == 0 and team != 1:
        return Colleague(character(person, Role.LEAD), team, start)
    if place % (_MOST_SUPERVISED + 1) == (0 if team == 1 else 1):
        return Colleague(character(person, Role.SUPERVISOR), team, start)
    who, days = character(person, Role.PRACTITIONER), (until - start).days
    arrived = start + timedelta(days=0 if luck.chance(0.55) else luck.number(0, days * 2 // 3))
    stays = (until - arrived).days
    if stays > 2 * _LEAST_STAY and luck.chance(0.3):
        return Colleague(who, team, arrived, arrived + timedelta(days=luck.number(_LEAST_STAY, stays - 30)))
    return Colleague(who, team, arrived)


def _links_of_leads(leads: list[int], start: date) -> list[MadeUpLink]:
    """The first of all supervises some leads, these some others each, and so on."""
    return [
        MadeUpLink(leads[(place - 1) // _MOST_LEADS_SUPERVISED], lead, start)
        for place, lead in enumerate(leads)
        if place
    ]


def _links(
    everybody: list[Colleague], members: range, lead: int, luck: Luck, start: date, until: date
) -> list[MadeUpLink]:
    """The lead supervises the supervisors, these the others."""
    supervisors = [person for person in members if everybody[person].character.role is Role.SUPERVISOR]
    found, turn = [], 0
    for person in members:
        one = everybody[person]
        if one.character.role is Role.LEAD:
            continue
        if one.character.role is Role.SUPERVISOR:
            found.append(MadeUpLink(lead, person, start))
            continue
        by = supervisors or [lead]
        now, other = by[turn % len(by)], by[(turn + 1) % len(by)] if len(by) > 1 else lead
        turn += 1
        stays = ((one.left or until) - one.arrived).days
        if other != now and stays > 2 * _LEAST_STAY and luck.chance(0.4):
            changed = one.arrived + timedelta(days=luck.number(_LEAST_STAY, stays - 60))
            found.append(MadeUpLink(now, person, one.arrived, changed))
            found.append(MadeUpLink(other, person, changed, one.left))
        else:
            found.append(MadeUpLink(now, person, one.arrived, one.left))
    return found
