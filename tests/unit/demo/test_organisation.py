"""A made-up service: who is in which team, who comes and goes, and who supervises whom when."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from reflect.demo.organisation import Organisation, organised
from reflect.demo.people import Role, team_name, who_plays

START, UNTIL = date(2016, 11, 1), date(2026, 11, 1)


@pytest.fixture(scope="module")
def large() -> Organisation:
    return organised(500, 3, START, UNTIL)


@pytest.mark.parametrize("people", [1, 2, 5, 11, 14, 16, 25, 137, 500])
def test_everybody_is_in_one_team_of_about_ten(people: int) -> None:
    service = organised(people, 3, START, UNTIL)
    assert [one for team in service.teams for one in team.members] == list(range(people))
    assert all(len(team.members) in range(8, 14) for team in service.teams) or people < 16
    assert all(
        service.colleagues[one].team == number for number, t in enumerate(service.teams) for one in t.members
    )


def test_each_team_has_a_lead_and_the_first_of_all_leads_two(large: Organisation) -> None:
    leads = [team.lead for team in large.teams]
    assert leads[:2] == [0, 0]
    assert len(set(leads)) == len(leads) - 1
    assert all(large.colleagues[lead].left is None for lead in leads)


def test_people_and_teams_have_names_of_their_own(large: Organisation) -> None:
    assert len({one.character.name for one in large.colleagues}) == 500
    assert len({team_name(number) for number in range(50)}) == 50
    everybody = tuple(one.character for one in large.colleagues)
    assert [who_plays(everybody, role).role for role in Role] == list(Role)


def test_people_come_and_go_over_the_years(large: Organisation) -> None:
    came = [one.arrived for one in large.colleagues]
    left = [one.left for one in large.colleagues if one.left is not None]
    assert START == min(came) < max(came) < UNTIL
    assert 60 < len(left) < 250
    assert all(one.arrived < one.left < UNTIL for one in large.colleagues if one.left is not None)


def test_everybody_but_the_first_is_supervised_by_one_at_a_time_for_as_long_as_they_are_there(
    large: Organisation,
) -> None:
    assert large.links_of(0) == ()
    changed = 0
    for number, one in enumerate(large.colleagues[1:], 1):
        links = large.links_of(number)
        changed += len(links) - 1
        assert links[0].since == one.arrived
        assert links[-1].ended == one.left
        assert all(earlier.ended == later.since for earlier, later in pairwise(links))
        assert all(link.supervisor != number for link in links)
    assert changed > 50
    assert organised(500, 3, START, UNTIL) == large != organised(500, 4, START, UNTIL)


def test_nobody_supervises_more_people_than_somebody_could(large: Organisation) -> None:
    now = Counter(link.supervisor for link in large.links if link.ended is None)
    assert max(now.values()) <= 12
