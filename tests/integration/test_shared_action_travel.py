"""Lines of actions that others see: they come in where they are here already, and show nothing to anybody."""

from __future__ import annotations

import pytest

from action_lines import lines_of
from clocks import StoppedClock
from pairs import DUE, WHAT, SignIn, Team, kinds
from reflect.domain.people import CircleKind
from reflect.errors import WrongUse
from reflect.services.practice import Practice


@pytest.fixture
def team(signed_in: SignIn, clock: StoppedClock) -> Team:
    return Team(signed_in, clock)


def refused(practice: Practice, lines: list[str]) -> str:
    with pytest.raises(WrongUse) as refusal:
        practice.action_travel.take_in(lines)
    assert refusal.value.next_step == "Nothing was taken in, and nothing was changed."
    return refusal.value.what


def lines(team: Team, practice: Practice, *ids: str) -> list[str]:
    return lines_of(practice, team.clock, list(ids))


def test_ones_own_that_are_here_stay_as_they_are_whoever_sees_them(team: Team) -> None:
    agreed, listed = team.agreed(by=team.sam), team.listed()
    earlier = lines(team, team.bo, agreed.id, listed.id)
    team.sam.acting.note(agreed.id, "Since then")
    taken = team.bo.action_travel.take_in(earlier)
    assert (taken.new, taken.longer, taken.unchanged) == (0, 0, 2)
    assert kinds(team.bo, agreed) == ["proposed", "agreed", "noted"]
    assert team.bo.examine() == ()


def test_those_of_others_are_refused(team: Team) -> None:
    agreed, listed = team.agreed(), team.listed()
    for who, action in ((team.sam, agreed), (team.sam, listed), (team.lena, listed)):
        assert "Line 1 cannot be taken in: it belongs to somebody else" in refused(
            who, lines(team, who, action.id)
        )


def test_one_that_others_saw_and_that_is_not_here_any_more_does_not_come_back_alone(team: Team) -> None:
    action = team.agreed()
    kept = lines(team, team.bo, action.id)
    with team.bo._record.writing() as book:
        place, found = book.the(action.id)
        place.drawer.remove(found.action.id)
    assert "it was shown to others" in refused(team.bo, kept)


def test_lines_do_not_show_what_is_ones_own(team: Team) -> None:
    action = team.bo.acting.propose(what=WHAT, due=DUE)
    alone = lines(team, team.bo, action.id)
    team.bo.acting.show_to(action.id, CircleKind.PAIR)
    shown = lines(team, team.bo, action.id)
    assert team.bo.action_travel.take_in(alone).unchanged == 1
    team.bo.acting.show_to(action.id, CircleKind.MINE)
    assert team.bo.action_travel.take_in(shown).unchanged == 1
    with team.bo._record.writing() as book:
        book.own.remove(action.id)
    assert "it was shown to others" in refused(team.bo, shown)
    assert team.bo.action_travel.take_in(alone).new == 1


def test_a_history_that_is_longer_than_where_others_see_it_is_refused(team: Team) -> None:
    action = team.agreed()
    team.bo.acting.note(action.id, "More")
    longer = lines(team, team.bo, action.id)
    with team.bo._record.writing() as book:
        place, _ = book.the(action.id)
        events = place.drawer.events(action.id)
        place.drawer.remove(action.id)
        place.drawer.add([(events[:2], 2, None)])
    assert "its history is longer than here" in refused(team.bo, longer)
