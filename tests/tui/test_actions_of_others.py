"""The list of actions, of those whom somebody supervises and of a team's log."""

from __future__ import annotations

from datetime import timedelta

import pytest
from textual.pilot import Pilot

from acting_stage import at_action, feedback
from one_to_one_stage import BO, RING, SAM, Two
from reflect.domain.people import CircleKind
from reflect.tui.screens.action import ActionPage
from reflect.tui.screens.actions import ActionsPage
from stage import PASSPHRASE, Stage
from waiting import press, settle, words_of

ALONE = "Write it down the same day"
OWN, LISTED = "Book a room for the team", "Ask for both parents"
PRIVATE = "Think about the visit by myself"


@pytest.fixture
def two(stage: Stage) -> Two:
    two = Two(stage)
    two.agreed_action()
    with two.signed_in(SAM) as sam:
        sam.acting.propose(what=OWN, due=stage.workspace.clock.today() + timedelta(days=30), agree=True)
        sam.teams.add("North", lead=SAM, members=[BO])
    with two.signed_in(BO) as bo:
        bo.acting.propose(what=PRIVATE)
        bo.acting.show_to(two.agreed_action(what=LISTED).id, CircleKind.TEAM)
    return two


async def actions_page(pilot: Pilot[None]) -> ActionsPage:
    await settle(pilot)
    await press(pilot, "a")
    await settle(pilot)
    assert isinstance(pilot.app.screen, ActionsPage)
    return pilot.app.screen


async def test_a_supervisor_goes_from_their_own_to_those_of_others_and_back(two: Two) -> None:
    async with two.stage.open(name=SAM) as pilot:
        await actions_page(pilot)
        assert OWN in words_of(pilot)
        assert RING not in words_of(pilot)

        await press(pilot, "w")
        await settle(pilot)
        shown = words_of(pilot)
        assert "Of those whom you supervise: nothing is overdue. 2 later." in shown
        assert f"{BO}: {RING}" in shown
        assert f"{BO}: {LISTED}" in shown
        assert OWN not in shown
        assert PRIVATE not in shown

        await press(pilot, "w")
        await settle(pilot)
        shown = words_of(pilot)
        assert "On the log of a team: nothing is overdue. 1 later." in shown
        assert LISTED in shown
        assert RING not in shown

        await press(pilot, "w")
        await settle(pilot)
        assert OWN in words_of(pilot)


async def test_an_action_of_a_supervisee_opens_from_the_list(two: Two) -> None:
    async with two.stage.open(name=SAM) as pilot:
        await actions_page(pilot)
        await press(pilot, "w")
        await settle(pilot)
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ActionPage)
        assert RING in words_of(pilot) or LISTED in words_of(pilot)


async def test_whoever_sees_no_actions_of_others_is_offered_none(stage: Stage) -> None:
    stage.workspace.set_up(SAM).close()
    async with stage.open(name=SAM) as pilot:
        page = await actions_page(pilot)
        assert "Whose" not in words_of(pilot)
        await press(pilot, "w")
        assert pilot.app.screen is page


async def test_when_a_link_ends_the_list_goes_back_to_ones_own(two: Two) -> None:
    async with two.stage.open(name=SAM) as pilot:
        page = await actions_page(pilot)
        await press(pilot, "w")
        await settle(pilot)
        other = two.stage.workspace.sign_in(SAM, PASSPHRASE)
        other.links.end(two.link)
        other.close()
        assert not page.query_one("#plot").display
        await page.read_again()
        await settle(pilot)
        assert OWN in words_of(pilot)
        assert RING not in words_of(pilot)
        assert page.query_one("#plot").display


async def test_what_an_owner_confirmed_alone_says_so_to_the_other_one(two: Two) -> None:
    with two.signed_in(BO) as bo:
        done = bo.acting.propose(what=ALONE, due=two.stage.workspace.clock.today(), agree=True).id
        bo.acting.done(done, evidence=feedback(two.stage))
        bo.acting.confirm(done)
        bo.acting.show_to(done, CircleKind.PAIR)
    for name, who in ((BO, "by yourself"), (SAM, "by its owner, alone")):
        assert f"Confirmed: Monday 2 March 2026, {who}" in await page_of(two, name, done)


async def test_who_confirmed_an_action_is_named_to_everybody_else(two: Two) -> None:
    done = two.agreed_action().id
    with two.signed_in(BO) as bo:
        bo.acting.done(done, evidence=feedback(two.stage))
    with two.signed_in(SAM) as sam:
        sam.acting.confirm(done)
    for name, who in ((BO, f"by {SAM}"), (SAM, "by you")):
        assert f"Confirmed: Monday 2 March 2026, {who}" in await page_of(two, name, done)


async def test_what_difference_it_made_stands_in_the_words_of_each_and_is_read_before_it_is_confirmed(
    two: Two,
) -> None:
    done = two.agreed_action().id
    with two.signed_in(BO) as bo:
        bo.acting.done(done, evidence=feedback(two.stage), impact="The child's own words are used.")
    async with two.stage.open((100, 36), name=SAM) as pilot:
        await at_action(pilot, done)
        assert "Impact: The child's own words are used." in words_of(pilot)
        await press(pilot, "f")
        assert "Impact, as said before: The child's own words are used." in words_of(pilot)
        await press(pilot, *"Easier to ask", "ctrl+s")
    shown = await page_of(two, BO, done)
    assert f"Impact: {BO}, 2 Mar 2026: The child's own words are used." in shown
    assert f"{SAM}, 2 Mar 2026: Easier to ask" in shown


async def page_of(two: Two, name: str, action: str) -> str:
    """What the page of an action says to somebody."""
    async with two.stage.open((100, 36), name=name) as pilot:
        await at_action(pilot, action)
        return words_of(pilot)


async def test_the_plot_is_there_again_after_an_action_of_somebody_else_was_open(two: Two) -> None:
    async with two.stage.open((100, 40), name=SAM) as pilot:
        await actions_page(pilot)
        assert "now 1, at first 0, at most 1" in words_of(pilot)
        await press(pilot, "w", "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ActionPage)
        await press(pilot, "escape")
        await settle(pilot)
        await press(pilot, "w", "w")
        await settle(pilot)
        assert OWN in words_of(pilot)
        assert "now 1, at first 0, at most 1" in words_of(pilot)
