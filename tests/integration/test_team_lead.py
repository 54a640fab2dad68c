"""A team gets another lead: an administrator says who, and everybody whom it concerns is told what is so now."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from clocks import StoppedClock
from reflect.errors import NotFound, NotPermitted, WrongUse
from reflect.services.practice import Practice

SignIn = Callable[..., Practice]
ADMIN, SAM, BO, ALEX = "Robin Example", "Sam Supervisor", "Bo Practitioner", "Alex Another"


@pytest.fixture
def team(signed_in: SignIn) -> dict[str, Practice]:
    """The team North, led by Sam, with Bo in it; Alex is in no team."""
    practices = {name: signed_in(name) for name in (ADMIN, SAM, BO, ALEX)}
    practices[ADMIN].teams.add("North", SAM, [BO])
    for practice in practices.values():
        practice.telling.told([notice.id for notice in practice.telling.waiting()])
    return practices


def words_for(practice: Practice) -> list[str]:
    return [notice.words for notice in practice.telling.waiting()]


def test_the_new_lead_the_old_one_and_the_members_are_told(team: dict[str, Practice]) -> None:
    changed = team[ADMIN].teams.change_lead("north", ALEX)
    assert (changed.lead, changed.members) == (team[ALEX].person.id, (team[BO].person.id,))
    assert team[ALEX].teams.one("North") == changed
    assert [words_for(team[name]) for name in (ALEX, SAM, BO, ADMIN)] == [
        ["You lead the team North."],
        ["You no longer lead the team North: Alex Another does."],
        ["Alex Another leads your team North now."],
        [],
    ]
    with pytest.raises(NotFound):
        team[SAM].teams.one("North")


def test_only_what_is_still_so_is_told(team: dict[str, Practice], clock: StoppedClock) -> None:
    team[ADMIN].teams.change_lead("North", ALEX)
    clock.go_on(hours=1)
    team[ADMIN].teams.change_lead("North", SAM)
    assert words_for(team[SAM]) == ["You lead the team North."]
    assert words_for(team[ALEX]) == ["You no longer lead the team North: Sam Supervisor does."]


def test_a_member_who_becomes_its_lead_is_told_that_and_nothing_else(team: dict[str, Practice]) -> None:
    team[ADMIN].teams.change_lead("North", BO)
    assert words_for(team[BO]) == ["You lead the team North."]


def test_a_lead_who_has_left_is_followed_by_somebody_who_is_here(team: dict[str, Practice]) -> None:
    for name in (SAM, ALEX, BO):
        team[name].close()
    team[ADMIN].people.deactivate(SAM)
    with pytest.raises(WrongUse, match="has left"):
        team[ADMIN].teams.change_lead("North", SAM)
    assert team[ADMIN].teams.change_lead("North", BO).lead == team[BO].person.id


def test_nobody_else_may_and_nothing_happens_twice(team: dict[str, Practice]) -> None:
    for name in (SAM, BO, ALEX):
        with pytest.raises(NotPermitted, match="administrator"):
            team[name].teams.change_lead("North", ALEX)
    with pytest.raises(WrongUse, match="leads the team already"):
        team[ADMIN].teams.change_lead("North", SAM)
    with pytest.raises(NotFound):
        team[ADMIN].teams.change_lead("South", SAM)
    with pytest.raises(NotFound):
        team[ADMIN].teams.change_lead("North", "Nobody")
    assert words_for(team[ALEX]) == []
