"""What is agreed with others is marked as it stands, and the sums of a team always are what its marks add up to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from clocks import StoppedClock
from pairs import ALEX, BO, DUE, LENA, SAM, Team
from reflect.domain.actions.action import (
    Action,
    CarryChoice,
    Evidence,
    EvidenceKind,
    Level,
    RecheckResult,
    Status,
)
from reflect.domain.figures.cells import By, Cell
from reflect.domain.figures.measures import Measure
from reflect.domain.people import CircleKind
from reflect.services.practice import Practice
from reflect.storage.figures import StoredMark, moves_of, sums_of

FINDING = "child-s/fathers-left-out"


@pytest.fixture
def house(signed_in: Callable[..., Practice], clock: StoppedClock) -> Team:
    return Team(signed_in, clock)


def mark(house: Team, action: Action) -> StoredMark | None:
    with house.admin._store.reading() as transaction:
        return transaction.figures.mark(action.id)


def counted(house: Team, team: str = "") -> dict[Measure, dict[str, int]]:
    """How many of each person stand in each measure as a whole."""
    with house.admin._store.reading() as transaction:
        cells = transaction.figures.counted(team or house.team.id)
    return {cell.measure: behind for cell, behind in cells.items() if cell.by is By.WHOLE}


def listed(house: Team) -> dict[Measure, int]:
    """The exact counts of what is listed, as a whole."""
    with house.admin._store.reading() as transaction:
        cells = transaction.figures.listed_counts(house.team.id)
    assert_sound(house)
    return {cell.measure: amount for cell, amount in cells.items() if cell.by is By.WHOLE}


def assert_sound(house: Team) -> None:
    with house.admin._store.reading() as transaction:
        marks = list(transaction.figures.every_mark())
        assert dict(transaction.figures.every_sum()) == Counter(
            one for each in marks for one in sums_of(each)
        )
        assert transaction.figures.every_move() == moves_of(marks)


def test_only_what_is_agreed_with_others_is_marked(house: Team) -> None:
    proposed = house.bo.acting.propose(what="Not agreed", due=DUE, pair=house.link.id)
    alone = house.bo.acting.propose(what="Alone", due=DUE, agree=True)
    agreed = house.agreed()
    assert mark(house, proposed) is mark(house, alone) is None
    assert mark(house, agreed) is not None
    bo = house.bo.person.id
    assert counted(house) == {Measure.AGREED: {bo: 1}, Measure.OPEN: {bo: 1}}
    assert listed(house) == {}
    house.bo.acting.agree(proposed.id)
    house.bo.acting.show_to(alone.id, CircleKind.PAIR)
    assert counted(house)[Measure.OPEN] == {bo: 3}


def test_whose_it_is_counts_and_not_who_wrote_it(house: Team) -> None:
    own = house.agreed(by=house.bo, owner=house.sam)
    assert mark(house, own) is None
    house.admin.teams.add("South", LENA, [SAM])
    house.sam.acting.note(own.id, "Later")
    found = mark(house, own)
    assert found is not None
    assert (found.mark.person, found.listed) == (house.sam.person.id, False)
    assert counted(house) == {}


def test_each_step_moves_it_from_one_number_to_the_next(house: Team) -> None:
    bo, action = house.bo.person.id, house.listed()
    stands: list[dict[Measure, int]] = [listed(house)]
    house.bo.acting.carry(action.id, why="Ill", due=DUE + timedelta(days=9), choice=CarryChoice.NEW_DATE)
    house.bo.acting.escalate(action.id, "No answer")
    stands.append(listed(house))
    house.bo.acting.done(action.id, evidence=house.seen())
    stands.append(listed(house))
    house.sam.acting.confirm(action.id, impact="Fathers come")
    stands.append(listed(house))
    house.clock.go_on(days=120)
    house.bo.acting.recheck(action.id, RecheckResult.SUSTAINED)
    stands.append(listed(house))
    agreed, carried = {Measure.AGREED: 1}, {Measure.CARRIED: 1, Measure.ESCALATED: 1}
    impact = {Measure.IMPACT: 1}
    assert stands == [
        agreed | {Measure.OPEN: 1},
        agreed | {Measure.OPEN: 1} | carried,
        agreed | {Measure.AWAITING: 1} | carried,
        agreed | {Measure.CONFIRMED: 1} | carried | impact,
        agreed | {Measure.EMBEDDED: 1} | carried | impact,
    ]
    assert counted(house) == {measure: {bo: amount} for measure, amount in listed(house).items()}


def test_a_mark_holds_what_the_log_needs_and_codes_only(house: Team) -> None:
    action = house.bo.acting.propose(
        what="Zzwords", due=DUE, agree=True, pair=house.link.id, origin=FINDING,
        themes=["fathers-and-partners", "local:zztheirs"],
    )  # fmt: skip
    house.bo.acting.escalate(action.id, "Zzwhy")
    found = mark(house, house.listed(action))
    assert found is not None
    said = found.mark
    assert (said.themes, said.findings) == (("fathers-and-partners",), (FINDING,))
    assert (said.due, said.stage, found.next_day, found.listed) == (DUE, 1, date(2026, 3, 4), True)
    with house.admin._store.reading() as transaction:
        assert transaction.figures.last_moved(house.team.id) == {FINDING: house.clock.today()}
        counts = transaction.figures.listed_counts(house.team.id)
    assert (
        counts[Cell(Measure.ESCALATED, By.STAGE, "1")] == counts[Cell(Measure.OPEN, By.FINDING, FINDING)] == 1
    )
    assert "zz" not in repr(found).casefold()


def test_no_word_of_an_action_stands_in_clear_in_any_table(house: Team) -> None:
    seen = Evidence(EvidenceKind.RECORD, "zzseen", house.clock.today())
    action = house.bo.acting.propose(
        what="zzwhat", know="zzknow", supporter="zzsupporter", due=DUE, agree=True, pair=house.link.id,
        themes=["child-daily-life", "local:zztheme"], origin=FINDING,
    ).id  # fmt: skip
    house.bo.acting.show_to(action, CircleKind.TEAM)
    house.bo.acting.note(action, "zznote")
    house.bo.acting.block(action, "zzblocked")
    house.bo.acting.carry(
        action, why="zzwhy", due=DUE + timedelta(9), choice=CarryChoice.SPLIT, second="zzsecond"
    )
    house.lena.acting.escalate(action, "zzescalated")
    house.bo.acting.answered(action, "zzoutcome")
    house.bo.acting.done(action, evidence=seen, impact="zzimpact")
    clear = values_in_clear(house)
    assert not {str(value) for several in clear.values() for value in several if "zz" in str(value)}
    assert clear["figure_mark.themes"] == {"child-daily-life"}
    assert clear["figure_mark.findings"] == clear["finding_moved.finding"] == {FINDING}
    keys = clear["figure_sum.told_key"] - {*Status, *Level, "child-daily-life", FINDING}
    assert keys == {"", "2026-01", "1"}


def values_in_clear(house: Team) -> dict[str, set[object]]:
    """All that stands in the open file and is not sealed, by table and column."""
    found: dict[str, set[object]] = {}
    with house.admin._store.reading() as transaction:
        execute = transaction.figures._execute
        for (table,) in execute("SELECT name FROM sqlite_master WHERE type = 'table'", ()).fetchall():
            columns = [row[1] for row in execute(f"PRAGMA table_info({table})", ()).fetchall()]
            for row in execute(f"SELECT * FROM {table}", ()).fetchall():
                for column, value in zip(columns, row, strict=True):
                    if not isinstance(value, bytes):
                        found.setdefault(f"{table}.{column}", set()).add(value)
    return found


def test_what_is_withdrawn_has_ended_and_what_was_not_agreed_after_all_is_gone(house: Team) -> None:
    bo, action = house.bo.person.id, house.bo.acting.propose(what="It", due=DUE, pair=house.link.id)
    house.bo.acting.agree(action.id)
    house.bo.acting.undo(action.id)
    assert (mark(house, action), counted(house)) == (None, {})
    house.bo.acting.agree(action.id)
    house.bo.acting.withdraw(action.id, "Not needed")
    assert counted(house) == {Measure.AGREED: {bo: 1}, Measure.ENDED: {bo: 1}}
    house.bo.acting.undo(action.id)
    assert counted(house) == {Measure.AGREED: {bo: 1}, Measure.OPEN: {bo: 1}}
    assert_sound(house)


def test_good_practice_is_counted_by_itself(house: Team) -> None:
    house.bo.acting.propose(what="It", due=None, keep=True, agree=True, pair=house.link.id)
    assert counted(house) == {Measure.GOOD_PRACTICE: {house.bo.person.id: 1}}


def test_a_listed_action_that_is_handed_over_counts_for_whom_it_is_given_to(house: Team) -> None:
    action = house.listed()
    house.admin.teams.add("A team before the other", SAM, [ALEX])
    house.lena.acting.hand_over(action.id, ALEX, "Bo leaves")
    found = mark(house, action)
    assert found is not None
    assert (found.mark.person, found.team) == (house.alex.person.id, house.team.id)
    assert counted(house)[Measure.OPEN] == {house.alex.person.id: 1}
    assert listed(house) == {Measure.AGREED: 1, Measure.OPEN: 1}


def test_between_two_links_it_stays_as_it_was_and_goes_on_with_the_next(house: Team) -> None:
    action = house.agreed()
    house.admin.links.end(house.link.id)
    house.bo.acting.start(action.id)
    house.bo.acting.done(action.id, evidence=house.seen())
    found = mark(house, action)
    assert found is not None
    assert found.mark.status.value == "agreed"
    assert house.bo.examine() == ()
    house.admin.links.add(ALEX, BO)
    house.again(BO)
    assert counted(house) == {
        Measure.AGREED: {house.bo.person.id: 1}, Measure.AWAITING: {house.bo.person.id: 1},
    }  # fmt: skip
    assert_sound(house)
    assert house.alex.examine() == house.again(BO).examine() == ()


def test_who_comes_into_a_team_later_is_counted_from_their_next_sign_in(house: Team) -> None:
    house.admin.teams.change_members("North", remove=[BO])
    before = [house.agreed() for _ in range(3)]
    assert [mark(house, action) for action in before] == [None] * 3
    house.admin.teams.change_members("North", add=[BO])
    assert house.bo.examine() != ()
    again = house.again(BO)
    assert counted(house)[Measure.OPEN] == {house.bo.person.id: 3}
    assert again.examine() == ()
    assert_sound(house)


def test_signing_in_writes_nothing_where_nothing_is_missing(house: Team) -> None:
    house.agreed()
    house.bo.acting.propose(what="Not agreed", due=DUE, pair=house.link.id)
    house.again(BO)  # the first sign-in of a week freezes its figures
    before = house.admin._store.changes()
    house.again(BO)
    assert house.admin._store.changes() == before


def test_what_somebody_agreed_stays_with_its_team_wherever_they_go(house: Team) -> None:
    action = house.agreed()
    house.admin.teams.change_members("North", remove=[BO])
    house.bo.acting.note(action.id, "More")
    assert counted(house)[Measure.OPEN] == {house.bo.person.id: 1}
    south = house.admin.teams.add("South", LENA, [BO])
    house.bo.acting.note(action.id, "More")
    house.agreed(what="Agreed in the new team")
    assert counted(house)[Measure.OPEN] == {house.bo.person.id: 1}
    assert counted(house, south.id)[Measure.OPEN] == {house.bo.person.id: 1}
    assert_sound(house)
