"""`doctor --deep` finds what was done to marks and sums behind the program's back, of every team."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from clocks import StoppedClock
from meddling import change
from pairs import LENA, SAM, Team
from reflect.domain.actions.action import Action
from reflect.errors import DamagedFile
from reflect.services.practice import Practice

SUMS = "the figures of the team North are not what its actions add up to"


@pytest.fixture
def house(signed_in: Callable[..., Practice], clock: StoppedClock) -> Team:
    return Team(signed_in, clock)


@pytest.fixture
def action(house: Team) -> Action:
    """One of Bo's on the log of North; another is Sam's, who is in South."""
    house.admin.teams.add("South", LENA, [SAM])
    house.agreed(owner=house.sam)
    listed = house.listed(
        house.bo.acting.propose(
            what="Ask",
            due=house.clock.today(),
            agree=True,
            pair=house.link.id,
            origin="child-s/fathers-left-out",
        )
    )
    assert [one.examine() for one in house.everybody.values()] == [()] * 5
    return listed


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE figure_sum SET amount = amount + 1 WHERE listed = 0 AND measure = 'open' AND told_by = 'theme'",
        "UPDATE figure_sum SET amount = amount + 1 WHERE listed = 1 AND measure = 'agreed' AND told_by = 'status'",
        "DELETE FROM figure_sum WHERE measure = 'agreed' AND told_by = 'quarter' AND listed = 0",
        "INSERT INTO figure_sum SELECT team_id, 0, 'stuck', 'whole', '', person_id, 1 FROM figure_mark WHERE listed",
        "UPDATE figure_sum SET person_id = (SELECT id FROM person WHERE name = 'Alex Another') WHERE listed = 0",
    ],
)
def test_a_changed_sum_is_found_by_everybody(house: Team, action: Action, statement: str) -> None:
    change(house.admin, f"{statement} AND team_id = '{house.team.id}'" if "WHERE" in statement else statement)
    for practice in house.everybody.values():
        assert practice.examine() == (SUMS,), practice.person.name


def test_the_sums_of_teams_that_one_is_not_in_are_looked_at_too(house: Team, action: Action) -> None:
    change(house.admin, "UPDATE figure_sum SET amount = 9 WHERE team_id <> :north", north=house.team.id)
    assert house.alex.examine() == (SUMS.replace("North", "South"),)


def test_a_removed_mark_is_found_by_the_sums_and_by_who_can_open_the_action(
    house: Team, action: Action
) -> None:
    change(house.admin, "DELETE FROM figure_mark WHERE action_id = :id", id=action.id)
    assert house.alex.examine() == (SUMS,)
    lost = f"the action {action.id} is not in the figures of its team"
    for practice in (house.bo, house.sam, house.lena):
        assert practice.examine() == (SUMS, lost)
    assert house.again(LENA).examine() == (SUMS,)


def test_a_mark_that_was_taken_out_of_the_sums_with_it_is_there_again_at_the_next_sign_in(
    house: Team, action: Action
) -> None:
    with house.admin._store.writing() as transaction:
        transaction.figures.remove(action.id)
    assert house.alex.examine() == ()
    assert house.bo.examine() == (f"the action {action.id} is not in the figures of its team",)
    assert house.again(SAM).examine() == house.bo.examine() == ()


@pytest.mark.parametrize(
    ("said", "in_sums"),
    [
        ("status = 'done'", True),
        ("themes = 'child-daily-life'", True),
        ("listed = 0", True),
        ("findings = ''", True),
        ("due = '2027-01-01'", False),
        ("next_day = NULL", False),
        ("updated = '2020-01-01'", False),
    ],
)
def test_a_changed_mark_is_found(house: Team, action: Action, said: str, in_sums: bool) -> None:
    change(house.admin, f"UPDATE figure_mark SET {said} WHERE action_id = :id", id=action.id)
    otherwise = f"the figures do not know the action {action.id} as it is"
    for practice in (house.bo, house.sam, house.lena):
        assert practice.examine() == (*((SUMS,) if in_sums else ()), otherwise)
    assert house.alex.examine() == ((SUMS,) if in_sums else ())


def test_a_finding_that_moved_on_an_earlier_day_than_its_action_is_found(house: Team, action: Action) -> None:
    change(house.admin, "UPDATE finding_moved SET last = '2020-01-01'")
    (found,) = house.alex.examine()
    assert found == "the days on which findings of the team North last moved are not those of its actions"
    change(house.admin, "DELETE FROM finding_moved")
    assert house.alex.examine() == (found,)


def test_the_mark_of_what_was_not_agreed_is_found(house: Team, action: Action) -> None:
    proposed = house.bo.acting.propose(what="Not agreed", due=house.clock.today(), pair=house.link.id)
    change(
        house.admin,
        "UPDATE figure_mark SET action_id = :new WHERE action_id = :id",
        new=proposed.id,
        id=action.id,
    )
    assert f"the figures count the action {proposed.id}, which was not agreed" in house.bo.examine()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE figure_mark SET status = 'zzz'",
        "UPDATE figure_mark SET agreed = 'zzz'",
        "UPDATE figure_sum SET measure = 'zzz' WHERE measure = 'open'",
    ],
)
def test_what_is_no_mark_and_no_sum_is_said_in_words(house: Team, action: Action, statement: str) -> None:
    change(house.admin, statement)
    found = house.bo.examine()
    assert found == ("not all of your figures can be read: bring the folder back from your backup",)
    if "figure_mark" in statement:
        with pytest.raises(DamagedFile, match="changed outside reflect"):
            house.bo.acting.note(action.id, "More")
