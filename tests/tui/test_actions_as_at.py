"""One's own actions as at a past day: the list as it stood then, to be read and not changed."""

from __future__ import annotations

import asyncio
from datetime import date
from threading import Event

import pytest
from textual.pilot import Pilot

from acting_stage import ASK, DROPPED, READ, RING, VISIT, act_in_every_group, in_days, practice_of
from looking import out_of_reach
from reflect.domain.actions.wanted import Wanted, Whose
from reflect.tui.acting.asked import Asked
from reflect.tui.acting.order import By, Order, listing
from reflect.tui.dialogs.as_at import AsAtDialog
from reflect.tui.log.as_it_stood import AsItStoodPage
from reflect.tui.screens.action import ActionPage
from reflect.tui.screens.actions import ActionsPage
from reflect.tui.widgets.action_list import ActionList
from stage import Stage, fill, submit
from waiting import press, pump, settle, text_of, unframed, words_of

CHANGED = "Ring both parents"
PAST = "As at Tuesday 3 March 2026, as it stood then: not to be changed."


@pytest.fixture
def acted(stage: Stage) -> Stage:
    """Begun on 2 March 2026 with three actions, of which one was left undone on that day; now it is 11 April."""
    act_in_every_group(stage)
    return stage


async def as_at(pilot: Pilot[None], day: str = "3 March 2026") -> None:
    """From the page of actions to a day."""
    await press(pilot, "d")
    assert isinstance(pilot.app.screen, AsAtDialog)
    await fill(pilot, as_at_words=day)
    await press(pilot, "ctrl+s")


async def test_the_list_stands_as_it_stood_and_says_so(acted: Stage) -> None:
    async with acted.open((120, 40)) as pilot:
        await press(pilot, "a")
        await as_at(pilot)
        said = words_of(pilot)
        assert PAST in said
        assert "as at 3 Mar 2026" in text_of(pilot).splitlines()[0]
        assert "1 waiting, 1 later, 1 done." in said
        assert all(what in said for what in (RING, VISIT, DROPPED))
        assert not any(what in said for what in (ASK, READ))
        assert "G green due 1 Apr 2026" in said
        assert "at the end of each month" not in said


async def test_nothing_of_the_past_is_changed_and_one_key_leads_back(acted: Stage) -> None:
    async with acted.open((120, 40)) as pilot:
        await press(pilot, "a")
        await as_at(pilot)
        assert "n New" not in words_of(pilot)
        assert "i Take in" not in words_of(pilot)
        await press(pilot, "end", "home", "enter")
        assert isinstance(pilot.app.screen, AsItStoodPage)
        assert "reflect · Actions" in words_of(pilot)
        assert "as at 3 Mar 2026" in words_of(pilot)
        await press(pilot, "escape")
        assert PAST in words_of(pilot)
        await press(pilot, "n")
        said = words_of(pilot)
        assert PAST not in said
        assert "1 overdue, 1 due soon" in said
        assert "at the end of each month" in said
        await press(pilot, "home", "enter")
        assert isinstance(pilot.app.screen, ActionPage)


async def test_it_is_narrowed_and_told_apart_as_it_stood(acted: Stage) -> None:
    async with acted.open((120, 40)) as pilot:
        await press(pilot, "a")
        await as_at(pilot)
        for field, value, shown, hidden in (
            ("words", "father", RING, VISIT),
            ("status", "agreed", RING, VISIT),
            ("letter", "grey", DROPPED, RING),
        ):
            await press(pilot, "f")
            await fill(pilot, **{field: value})
            await submit(pilot, "show")
            assert shown in words_of(pilot)
            assert hidden not in words_of(pilot)
            await press(pilot, "x")
        await press(pilot, "g")
        assert "Fathers and partners · 1" in words_of(pilot)


async def test_before_the_first_it_says_so_and_a_day_to_come_is_refused(acted: Stage) -> None:
    async with acted.open((120, 40)) as pilot:
        await press(pilot, "a")
        await as_at(pilot, "1 January 2026")
        assert "There were no actions yet. n shows how it stands now." in words_of(pilot)
        await as_at(pilot, "1 January 2027")
        assert "That is no day that has come." in unframed(pilot)
        await fill(pilot, as_at_words="today")
        await press(pilot, "ctrl+s")
        assert "1 overdue, 1 due soon" in words_of(pilot)


async def test_what_is_taken_out_is_what_is_shown(acted: Stage) -> None:
    async with acted.open((120, 40)) as pilot:
        await press(pilot, "a")
        await as_at(pilot)
        await press(pilot, "e")
        assert "3 actions of Robin Example as at Tuesday 3 March 2026" in unframed(pilot)


async def test_the_foot_of_a_low_page_names_what_matters_most(acted: Stage) -> None:
    async with acted.open((80, 24)) as pilot:
        await press(pilot, "a")
        foot = text_of(pilot).splitlines()[-1]
        assert all(
            key in foot for key in ("enter Open", "n New", "f Filter", "g Group", "esc Back", "f1 Help")
        )
        await as_at(pilot)
        foot = text_of(pilot).splitlines()[-1]
        assert all(key in foot for key in ("enter Open", "n Now", "esc Back", "f1 Help"))
        assert await out_of_reach(pilot) == []


def test_how_it_stood_is_read_again_only_after_something_was_written(acted: Stage) -> None:
    practice = practice_of(acted)
    day = in_days(acted, -39)
    first = practice.actions.as_it_stood(Whose.MINE, day)
    assert practice.actions.as_it_stood(Whose.MINE, day) is first
    assert practice.actions.as_it_stood(Whose.MINE, in_days(acted, 0)) is not first
    practice.acting.propose(what="Another one")
    assert len(practice.actions.as_it_stood(Whose.MINE, day)) == len(first) == 3
    practice.close()


async def test_what_was_still_being_read_of_now_does_not_stand_in_what_was_then(acted: Stage) -> None:
    practice = practice_of(acted)
    rung = next(action for action in practice.actions.listed(Wanted()) if action.what == RING)
    practice.acting.edit(rung.id, what=CHANGED)
    practice.close()
    async with acted.open((120, 40)) as pilot:
        await press(pilot, "a")
        page = pilot.app.screen
        assert isinstance(page, ActionsPage)
        listed, go_on = page.query_one(ActionList), Event()
        now = await page.desk.read(Asked().everything)
        then = await page.desk.read(Asked(as_at=date(2026, 3, 3)).everything)
        waits = asyncio.ensure_future(page.desk.read(lambda practice: go_on.wait(20)))
        listed.show_listing(listing(now, By.NEXT, Order.DAY, Wanted()), 1, anew=True)
        await pump(pilot)
        assert CHANGED not in words_of(pilot)
        listed.show_listing(listing(then, By.NEXT, Order.DAY, Wanted()), 1, anew=False, stood=then.stood)
        go_on.set()
        await waits
        await settle(pilot)
        assert RING in words_of(pilot)
        assert CHANGED not in words_of(pilot)
