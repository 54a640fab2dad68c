"""The list of actions: groups with their numbers, other orders, a filter, how they went over time; and Today."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from acting_stage import (
    ASK,
    BRING,
    DROPPED,
    FIND,
    NURSE,
    READ,
    RING,
    VISIT,
    act_in_every_group,
    at_actions,
    in_days,
    in_order,
    practice_of,
    without_notes,
)
from looking import out_of_reach, too_faint
from reflect.tui.acting.over_time import KINDS, blocks, numbers_of
from reflect.tui.screens.action import ActionPage
from reflect.tui.screens.actions import ActionsPage
from reflect.tui.widgets.action_list import ActionList
from reflect.tui.widgets.grouped_list import GroupedList
from stage import Stage
from waiting import press, resize, settle, text_of, words_of

SIZES = [
    ((60, 18), (72, 20), "light"),
    ((80, 24), (100, 30), "dark"),
    ((120, 40), (160, 50), "light"),
]
COUNTS = "1 overdue, 1 due soon, 2 waiting, 1 later, 1 proposed, 1 kept going, 1 done."


@pytest.fixture
def acted(stage: Stage) -> Stage:
    act_in_every_group(stage)
    return stage


@pytest.mark.parametrize(("size", "other", "theme"), SIZES, ids=["60x18", "80x24", "120x40"])
async def test_the_pages_say_their_words_can_be_read_and_reached(
    acted: Stage,
    golden: Callable[[str, str], None],
    size: tuple[int, int],
    other: tuple[int, int],
    theme: str,
) -> None:
    acted.workspace.use_theme(theme)

    async def look(name: str, *wanted: str) -> None:
        said = await without_notes(pilot)
        for words in wanted:
            assert words in said, f"{name} does not say {words!r}"
        golden(f"{name}-{size[0]}x{size[1]}", text_of(pilot))
        assert (name, too_faint(pilot)) == (name, [])
        for now in (other, size):
            await resize(pilot, *now)
            assert (name, now, await out_of_reach(pilot)) == (name, now, [])

    async with acted.open(size) as pilot:
        await look("today-due", "Due", "1 Apr 2026", RING, "Enter opens this action")
        await at_actions(pilot)
        await look("actions", COUNTS, "Overdue · 1", RING)
        for key, name, wanted in (
            ("f", "actions-filter", ("Which actions?", "Due before")),
            (
                "o",
                "actions-over-time",
                ("What was taken up again counts as it goes now. Good practice", "April 2026: 4 open, 1"),
            ),
            ("n", "actions-write", ("What will you do?", "By when?")),
        ):
            await press(pilot, key)
            await look(name, *wanted)
            await press(pilot, "escape")
        await press(pilot, "home", "enter")
        await look("action", RING, "R red · in progress", "It was due 10 days ago.", "only you")
        for key, name, wanted in (
            ("c", "action-carry", ("What got in the way, or changed?", "A new date")),
            ("d", "action-done", ("What shows it?", "Of which day?")),
            ("i", "action-trace", ("Review", "Child M", "Finding")),
            ("x", "action-escalate", ("Escalate: stage 1 of 4", "the practitioner in the other service")),
            ("h", "action-not-achieved", ("no blame comes with it",)),
            (
                "e",
                "action-edit",
                ("Who helps (if somebody does)",)
                + (("As it is: Fathers and partners",) if size[1] > 24 else ("What will you do?",)),
            ),
            ("p", "action-who-sees", ("Your answers are never shown with it.",)),
        ):
            await press(pilot, key)
            await look(name, *wanted)
            await press(pilot, "escape")


async def test_groups_stand_in_their_order_and_titles_are_passed_over(acted: Stage) -> None:
    async with acted.open((120, 60)) as pilot:
        await at_actions(pilot)
        groups = ("Overdue", RING, "Due soon", ASK, "Waiting", VISIT, READ, "Later", FIND, "Proposed", BRING)
        assert in_order(pilot, COUNTS, *groups, "Kept going", NURSE, "Done", DROPPED)
        assert "carried once" in words_of(pilot)
        listed = pilot.app.screen.query_one(GroupedList)
        seen = []
        for _ in range(9):
            seen.append(pilot.app.screen.query_one(ActionList).marked)
            await press(pilot, "down")
        assert len(set(seen)) == 8
        assert None not in seen
        await press(pilot, "home", "up")
        assert listed.mark == 1
        await press(pilot, "end", "enter")
        assert isinstance(pilot.app.screen, ActionPage)
        assert DROPPED in words_of(pilot)


async def test_other_groups_and_another_order(acted: Stage) -> None:
    async with acted.open((120, 60)) as pilot:
        await at_actions(pilot)
        await press(pilot, "g")
        assert in_order(pilot, "By theme, the soonest day first", "Fathers and partners · 2", RING, FIND)
        assert in_order(pilot, "Neglect", ASK, "No theme · 3", BRING)
        await press(pilot, "g")
        assert in_order(pilot, "By level", "Practitioner · 7", RING, ASK, "Team · 1", READ)
        await press(pilot, "g", "s")
        assert in_order(pilot, "All together, the latest change first", RING, VISIT)
        await press(pilot, "s")
        assert in_order(pilot, "All together, the soonest day first", VISIT, RING, ASK, READ)


async def test_the_numbers_beside_the_plot_are_those_of_the_plot(acted: Stage) -> None:
    practice = practice_of(acted)
    months = practice.actions.over_time()
    practice.close()
    top = max(number for kind in KINDS for number in numbers_of(months, kind))
    async with acted.open((100, 40)) as pilot:
        await at_actions(pilot)
        page = text_of(pilot)
        await press(pilot, "o")
        told = re.findall(r": (\d+) open, (\d+) done, (\d+) embedded", text_of(pilot))
        assert len(told) == len(months) == 12
        for place, kind in enumerate(KINDS):
            in_words = [int(month[place]) for month in reversed(told)]
            assert in_words == numbers_of(months, kind)
            (line,) = re.findall(
                rf"{kind.capitalize()} +(\S+)  now (\d+), at first (\d+), at most (\d+)", page
            )
            drawn, now, first, most = line
            assert drawn == blocks(in_words, top)
            assert (int(now), int(first), int(most)) == (in_words[-1], in_words[0], max(in_words))
    assert "█" in page


def test_columns_are_as_high_as_their_share_and_nothing_is_a_dot() -> None:
    assert blocks([0, 1, 4, 8], 8) == "·▁▄█"
    assert blocks([1, 1000], 1000) == "▁█"
    assert blocks([0, 0], 0) == "··"


async def test_more_than_five_open_is_one_quiet_line(stage: Stage) -> None:
    practice = practice_of(stage)
    for number in range(5):
        practice.acting.propose(what=f"Step {number}", due=in_days(stage, 20), agree=True)
    practice.acting.propose(what="A strength to keep is nothing to do", keep=True, agree=True)
    practice.close()
    async with stage.open() as pilot:
        await at_actions(pilot)
        assert "a lot to keep in mind" not in words_of(pilot)
    practice = practice_of(stage)
    practice.acting.propose(what="Step 5", due=in_days(stage, 20), agree=True)
    practice.close()
    async with stage.open() as pilot:
        await at_actions(pilot)
        assert "6 are open. That is a lot to keep in mind: some may wait, or go." in words_of(pilot)


async def test_without_any_the_page_says_what_to_do_and_today_says_nothing(
    stage: Stage, golden: Callable[[str, str], None]
) -> None:
    async with stage.open() as pilot:
        assert "Due" not in words_of(pilot).split()
        await press(pilot, "a")
        said = words_of(pilot)
        assert "There are no actions yet." in said
        assert "Press n to write the first one." in said
        assert "g Group" not in said
        golden("actions-empty-80x24", text_of(pilot))


async def test_today_shows_three_that_are_due_and_how_many_more(stage: Stage) -> None:
    practice = practice_of(stage)
    for number in range(5):
        practice.acting.propose(what=f"Step {number}", due=in_days(stage, number + 1), agree=True)
    practice.close()
    async with stage.open() as pilot:
        said = words_of(pilot)
        assert "Step 2" in said
        assert "Step 3" not in said
        assert "and 2 more" in said
        await press(pilot, "down", "down", "down", "enter")
        assert isinstance(pilot.app.screen, ActionsPage)
        await press(pilot, "t", "home", "enter")
        assert isinstance(pilot.app.screen, ActionPage)
        assert "Step 0" in words_of(pilot)


async def test_today_asks_for_the_evidence_that_was_promised(stage: Stage) -> None:
    practice = practice_of(stage)
    done = practice.acting.propose(what=RING, due=in_days(stage, 30), agree=True).id
    practice.acting.done(done, evidence_by=in_days(stage, 7))
    practice.close()
    for days, words in (
        (6, ""),
        (1, "Evidence is to follow by Monday"),
        (1, "Evidence was to follow by Monday"),
    ):
        stage.workspace.clock.go_on(days=days)
        async with stage.open() as pilot:
            await press(pilot, "home")
            assert (RING in words_of(pilot)) is bool(words)
            assert words in words_of(pilot)


async def test_the_mouse_opens_an_action_and_a_title_does_nothing(acted: Stage) -> None:
    async with acted.open() as pilot:
        await at_actions(pilot)
        await pilot.click(GroupedList, offset=(5, 0))
        await settle(pilot)
        assert isinstance(pilot.app.screen, ActionsPage)
        await pilot.click(GroupedList, offset=(5, 1))
        await settle(pilot)
        assert isinstance(pilot.app.screen, ActionPage)
