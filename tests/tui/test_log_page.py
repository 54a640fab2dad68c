"""The log of a team in the app, by keys alone: for its lead, told apart, filtered, as at any day."""

from __future__ import annotations

from datetime import date

import pytest

from log_stage import ANN, BEA, LEE, MORGAN, RING, North, without_notes
from one_to_one_stage import flat, type_in
from reflect.domain.figures.listed_log import LogWanted
from reflect.tui.dialogs.as_at import AsAtDialog, PeriodDialog
from reflect.tui.log.as_it_stood import AsItStoodPage
from reflect.tui.log.figures_page import FiguresPage
from reflect.tui.log.filter_log import FilterLogDialog
from reflect.tui.log.log_page import LogPage
from reflect.tui.screens.action import ActionPage
from reflect.tui.screens.today import TodayPage
from stage import Stage, fill, submit
from waiting import press, text_of


@pytest.fixture
def north(stage: Stage) -> North:
    return North(stage)


async def test_g_tells_it_apart_in_every_way_with_exact_counts(north: North) -> None:
    async with north.at(LEE, (100, 40)) as pilot:
        await press(pilot, "2")
        for wanted in (
            ("By letter", "R red · 3", "A amber · 1", "G green · 2"),
            ("By status", "Agreed · 3", "In progress · 1", "Confirmed · 2"),
            ("By theme", "Fathers and partners · 3", "Professional curiosity · 2", "No theme · 1"),
            ("By level", "Practitioner · 5", "Team · 1"),
            ("By review", "Child M · 5", "No review · 1"),
            ("By owner", f"{ANN} · 3", "Bea B · 1", "Dot D · 1"),
            ("By what comes next", "Overdue · 3"),
        ):
            await press(pilot, "g")
            said = flat(pilot)
            assert [words for words in wanted if words not in said] == []


async def test_s_sorts_it_by_day_by_the_latest_change_and_by_what_was_left_alone_longest(
    north: North,
) -> None:
    with north.signed_in(LEE) as lee:
        (overdue, *_) = lee.overseeing.log().groups
        first, second, third = (one.owner for one in lee.overseeing.shown(lee.overseeing.log(), overdue.ids))
        lee.acting.note(overdue.ids[1], "It moves")
        names = lee.overseeing.names()
    by_day = [names[one].split()[0] for one in (first, second, third)]
    moved = [by_day[1], by_day[0], by_day[2]]
    async with north.at(LEE, (100, 40)) as pilot:
        await press(pilot, "2")
        for said, expected in (
            ("the soonest day first", by_day),
            ("the latest change first", moved),
            ("what was left alone longest first", [by_day[0], by_day[2], by_day[1]]),
            ("the soonest day first", by_day),
        ):
            assert f"By what comes next, {said}" in flat(pilot)
            rows = flat(pilot).split("Overdue · 3")[1].split("·")[0]
            assert sorted(expected, key=rows.index) == expected
            await press(pilot, "s")


async def test_the_filter_says_what_it_shows_and_x_ends_it(north: North) -> None:
    async with north.at(LEE, (100, 40)) as pilot:
        await press(pilot, "2", "f")
        dialog = pilot.app.screen
        assert isinstance(dialog, FilterLogDialog)
        assert pilot.app.focused is dialog.query_one("#due")
        ann = next(id_ for words, id_ in dialog._owners if words.plain == ANN)
        await fill(pilot, owner=ann, due="overdue")
        await submit(pilot, "show")
        said = flat(pilot)
        assert f"Only overdue · owner: {ANN}" in said
        assert "1 listed: R red 1" in said
        assert "Bea B" not in said
        await press(pilot, "f")
        await fill(pilot, letter="blue")
        await press(pilot, "ctrl+s")
        assert "No listed action is like that. x shows the whole log again." in flat(pilot)
        await press(pilot, "x")
        assert "6 listed" in flat(pilot)


async def test_the_filter_takes_days_as_people_write_them_and_says_them_back(north: North) -> None:
    async with north.at(LEE) as pilot:
        await press(pilot, "2", "f")
        assert isinstance(pilot.app.screen, FilterLogDialog)
        await fill(pilot, due_before_words="2 May 2026", agreed_from_words="2/3/26")
        dialog = pilot.app.screen
        assert [said.content for said in dialog.query(".said")][:2] == [
            "That is Saturday 2 May 2026.",
            "That is Monday 2 March 2026.",
        ]
        await fill(pilot, agreed_until_words="1 March 2026")
        await press(pilot, "ctrl+s")
        assert "It would end before it begins. Write the earlier day first." in flat(pilot)
        await fill(pilot, agreed_until_words="soonish")
        await press(pilot, "ctrl+s")
        assert "soonish" in flat(pilot)
        assert isinstance(pilot.app.screen, FilterLogDialog)
        await fill(pilot, agreed_until_words="today")
        await press(pilot, "ctrl+s")
        said = flat(pilot)
        assert "Only due before 2 May 2026 · agreed from 2 Mar 2026 until 29 May 2026" in said
    with north.signed_in(LEE) as lee:
        asked = LogWanted(due_before=date(2026, 5, 2), since=date(2026, 3, 2), until=north.clock.today())
        found = lee.overseeing.log(wanted=asked).count
        assert 0 < found < 6
        assert f"{found} listed" in said


async def test_from_an_action_a_lead_adds_a_note_and_escalates_and_comes_back_to_it(north: North) -> None:
    async with north.at(LEE, (100, 40)) as pilot:
        await press(pilot, "2", "down", "enter")
        assert isinstance(pilot.app.screen, ActionPage)
        assert f"Owner: {BEA}" in flat(pilot)
        await press(pilot, "n")
        await type_in(pilot, "I asked.")
        await press(pilot, "ctrl+s")
        await press(pilot, "x")
        await type_in(pilot, "Alone.")
        await press(pilot, "ctrl+s")
        await without_notes(pilot)
        assert "I asked." in flat(pilot)
        assert "stage 1" in flat(pilot)
        await press(pilot, "escape")
        page = pilot.app.screen
        assert isinstance(page, LogPage)
        await press(pilot, "enter")
        assert f"Owner: {BEA}" in flat(pilot)


async def test_as_at_a_past_day_it_is_read_and_not_changed(north: North) -> None:
    async with north.at(LEE, (100, 40)) as pilot:
        await press(pilot, "2", "d")
        assert isinstance(pilot.app.screen, AsAtDialog)
        await fill(pilot, as_at_words="3 March 2026")
        await press(pilot, "ctrl+s")
        said = flat(pilot)
        assert "As at Tuesday 3 March 2026, as it stood then: not to be changed." in said
        assert "as at 3 Mar 2026" in said
        assert "6 listed: G green 6" in said
        await press(pilot, "end", "home", "enter")
        assert isinstance(pilot.app.screen, AsItStoodPage)
        said = flat(pilot)
        assert "What had happened" in said
        assert "As at Tuesday 3 March 2026" in said
        for offered in ("Note", "Escalate", "Hand over"):
            assert offered not in text_of(pilot).splitlines()[-1]
        await press(pilot, "n", "x", "y")
        assert isinstance(pilot.app.screen, AsItStoodPage)
        await press(pilot, "escape", "n")
        assert "6 listed: R red 3" in flat(pilot)
        await press(pilot, "d")
        await fill(pilot, as_at_words="1 January 2027")
        await press(pilot, "ctrl+s")
        assert "That is no day that has come." in flat(pilot)


async def test_before_anything_was_listed_the_log_is_empty_and_says_how_it_fills(north: North) -> None:
    async with north.at(LEE) as pilot:
        await press(pilot, "2", "d")
        await fill(pilot, as_at_words="1 January 2026")
        await press(pilot, "ctrl+s")
        assert "Nothing is on this log yet." in flat(pilot)
        assert "Open" not in text_of(pilot).splitlines()[-1]
        await press(pilot, "enter", "g")
        assert isinstance(pilot.app.screen, LogPage)


async def test_who_leads_several_teams_chooses_one(north: North) -> None:
    north.add_south()
    async with north.at(LEE) as pilot:
        assert "You lead North and South [/]" in flat(pilot)
        await press(pilot, "2")
        assert "Log of North and South [/]" in flat(pilot)
        await press(pilot, "w", "end", "enter")
        assert "Log of South [/]" in flat(pilot)
        assert "Nothing is on this log yet." in flat(pilot)
        await press(pilot, "w", "up", "enter")
        assert "6 listed" in flat(pilot)


async def test_k_says_the_whole_key_in_words(north: North) -> None:
    async with north.at(LEE) as pilot:
        await press(pilot, "2", "k")
        assert "R red: overdue, not started by half-time" in flat(pilot)
        assert "B blue: embedded: a re-check found that it lasted" in flat(pilot)


async def test_who_leads_no_more_is_told_so_and_sees_nothing_of_it(north: North) -> None:
    async with north.at(LEE) as pilot:
        with north.signed_in(LEE) as lee:
            lee.teams.change_lead("North", MORGAN)
        await press(pilot, "2")
        assert isinstance(pilot.app.screen, TodayPage)
        assert "You lead no team." in flat(pilot)
        await without_notes(pilot)
        assert RING not in text_of(pilot)


@pytest.mark.parametrize(("keys", "dialog"), [(("2", "d"), AsAtDialog), (("4", "c"), PeriodDialog)])
async def test_a_day_that_was_typed_is_left_without_a_question(
    north: North, keys: tuple[str, ...], dialog: type[AsAtDialog | PeriodDialog]
) -> None:
    async with north.at(LEE) as pilot:
        await press(pilot, *keys)
        assert isinstance(pilot.app.screen, dialog)
        await type_in(pilot, "1 May 2026")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, LogPage | FiguresPage)
        assert "Drop what you typed?" not in flat(pilot)
