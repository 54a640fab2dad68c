"""Who reflected: counted are only those who chose it, with person, bank and day, and in the team in which they were."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from clocks import StoppedClock
from pairs import BO, SAM, SignIn, Team
from reflect.domain.figures.measures import Measure
from reflect.domain.supervision.one_to_one import Kind
from reflect.errors import WrongUse
from reflect.services.practice import Practice
from reflect.settings import load_settings, save_settings
from reflect.workspace import Workspace

BANK, OTHER, QUESTION = "child-s", "baby-e", "both-parents-co-sleeping"


@pytest.fixture
def house(signed_in: SignIn, clock: StoppedClock) -> Team:
    return Team(signed_in, clock)


def rows(house: Team) -> list[tuple[str, str, date]]:
    """Person, bank and day of everybody who is counted."""
    with house.admin._store.reading() as transaction:
        found = transaction.publications._execute("SELECT person_id, bank, day FROM reflected", ()).fetchall()
    return [(person, bank, date.fromisoformat(day)) for person, bank, day in found]


def in_clear(practice: Practice) -> list[object]:
    """Every row of the file that is not in a table of somebody's own sealed words."""
    with practice._store.reading() as transaction:
        run = transaction.publications._execute
        tables = run("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name", ()).fetchall()
        return [
            (table, row)
            for (table,) in tables
            if not table.startswith("mine_")
            for row in run(f"SELECT * FROM {table} ORDER BY 1", ()).fetchall()
        ]


def finish(practice: Practice, bank: str = BANK) -> str:
    sitting = practice.reflecting.begin(bank).reflection
    practice.reflecting.finish(sitting.id, "Something of my own.")
    return sitting.id


def test_whoever_did_not_choose_leaves_no_trace_of_having_reflected(house: Team) -> None:
    before = in_clear(house.bo)
    finish(house.bo)
    house.bo.reflecting.add_answer(BANK, QUESTION, text="Mine.", scale=None)
    house.bo.coming_back.be_counted(False)
    finish(house.bo)
    assert in_clear(house.bo) == before


def test_whoever_chose_it_leaves_person_bank_and_day_of_what_they_finish(house: Team) -> None:
    house.bo.coming_back.be_counted(True)
    sitting = finish(house.bo)
    house.clock.go_on(days=1)
    house.bo.reflecting.finish(sitting, "Said in other words.")
    house.bo.reflecting.begin(OTHER)
    today = house.clock.today()
    assert rows(house) == [(house.bo.person.id, BANK, today - timedelta(days=1))]


def test_a_single_answer_is_a_finished_sitting_too(house: Team) -> None:
    house.bo.coming_back.be_counted(True)
    house.bo.reflecting.add_answer(BANK, QUESTION, text="Mine.", scale=None)
    assert rows(house) == [(house.bo.person.id, BANK, house.clock.today())]


def test_choosing_it_counts_what_was_finished_today_and_nothing_before(house: Team) -> None:
    finish(house.bo)
    house.clock.go_on(days=1)
    finish(house.bo, OTHER)
    house.bo.coming_back.be_counted(True)
    assert rows(house) == [(house.bo.person.id, OTHER, house.clock.today())]


def test_taking_it_back_leaves_no_row_and_those_of_others_stay(house: Team) -> None:
    for one in (house.bo, house.alex):
        one.coming_back.be_counted(True)
        finish(one)
    house.bo.coming_back.be_counted(False)
    assert [person for person, _, _ in rows(house)] == [house.alex.person.id]


def test_a_sitting_that_is_deleted_is_not_counted_any_more_unless_another_one_was_finished(
    house: Team,
) -> None:
    house.bo.coming_back.be_counted(True)
    first, second = finish(house.bo), finish(house.bo)
    house.bo.reflecting.delete_reflection(first)
    assert len(rows(house)) == 1
    house.bo.reflecting.delete_reflection(second)
    assert rows(house) == []


def test_somebody_in_no_team_is_counted_nowhere(house: Team) -> None:
    house.sam.coming_back.be_counted(True)
    finish(house.sam)
    assert rows(house) == []


def frozen(house: Team) -> list[str]:
    """The Mondays of the frozen weeks."""
    with house.admin._store.reading() as transaction:
        weeks = transaction.publications._execute("SELECT week FROM figure_week ORDER BY week", ())
        return [week for (week,) in weeks.fetchall()]


def test_the_first_whole_sign_in_of_a_week_freezes_the_weeks_of_ones_teams(house: Team) -> None:
    house.again(SAM)
    assert frozen(house) == []
    house.again(BO)
    house.clock.go_on(days=6)
    house.again(BO)
    assert frozen(house) == ["2026-03-02"]
    house.clock.go_on(days=1)
    house.again(BO)
    assert frozen(house) == ["2026-03-02", "2026-03-09"]


def test_reading_figures_freezes_this_week_and_a_lead_reads_how_many_one_to_ones_there_were(
    house: Team,
) -> None:
    day = house.clock.today()
    house.sam.one_to_ones.plan(BO, day + timedelta(days=1))
    cancelled = house.sam.one_to_ones.plan(BO, day + timedelta(days=2), Kind.AD_HOC)
    house.sam.one_to_ones.cancel(cancelled.id, "Ill", day + timedelta(days=40))
    until = day + timedelta(days=30)
    (led,) = house.lena.overseeing.figures(until=until)
    assert frozen(house) == ["2026-03-02"]
    assert led.one_to_ones is not None
    counts = led.one_to_ones
    assert (counts.planned, counts.held, counts.cancelled) == (2, 0, 1)
    (read,) = house.bo.overseeing.figures("north", until=until)
    assert read.one_to_ones is None
    assert read.cells == led.cells


def test_how_many_people_must_be_behind_a_number_is_a_setting(house: Team, workspace: Workspace) -> None:
    settings = load_settings(workspace.folder)
    assert house.lena.overseeing.figures()[0].people == settings.figures_threshold == 5
    (workspace.folder / "settings.toml").write_text("figures_threshold = 8", encoding="utf-8")
    assert house.lena.overseeing.figures()[0].people == 8
    (workspace.folder / "settings.toml").write_text("figures_threshold = 2", encoding="utf-8")
    with pytest.raises(WrongUse, match="figures_threshold is a whole number of people from 3 to 100"):
        load_settings(workspace.folder)
    save_settings(workspace.folder, settings)


def test_numbers_of_a_week_stand_when_somebody_does_not_want_to_be_counted_any_more(house: Team) -> None:
    house.bo.coming_back.be_counted(True)
    finish(house.bo)
    before = house.lena.overseeing.figures()
    house.bo.coming_back.be_counted(False)
    assert house.lena.overseeing.figures() == before
    assert before[0].value(Measure.REFLECTED) is None
