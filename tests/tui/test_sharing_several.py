"""Several answers shared at once by keys alone, what was shared seen again, and a supervisor's comments on it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

import pytest

from looking import out_of_reach, too_faint
from reflect.domain.reflection import State
from reflect.tui.dialogs.check_lines import CheckLinesDialog
from reflect.tui.dialogs.choose_lines import ChooseLinesDialog
from reflect.tui.dialogs.what_goes import WhatGoesDialog
from reflect.tui.screens.share_several import ShareSeveralPage
from reflect.tui.screens.shares import SharesPage
from reflect.tui.screens.sitting import SittingPage
from stage import Stage, come_in
from waiting import notes_of, press, settle, text_of, unframed, wait_for
from working_together import ADMIN, FIRST, OTHER, PRACTITIONER, SECOND, SUPERVISOR, Writing, at_choice

Golden = Callable[[str, str], None]


@pytest.fixture
def writing(stage: Stage) -> Writing:
    return Writing(stage)


async def test_a_whole_reflection_goes_after_each_doubtful_line_and_a_last_look(writing: Writing) -> None:
    async with writing.stage.closed() as pilot:
        await at_choice(pilot)
        said = unframed(pilot)
        assert (
            f"2 of 2 answers marked. {SUPERVISOR} would read what is marked, and nobody else could." in said
        )
        assert "It goes exactly so:" in said
        assert "Usually We ring on Monday." in said
        await press(pilot, "s")
        assert isinstance(pilot.app.screen, CheckLinesDialog)
        assert writing.received() == set()
        await press(pilot, "m")
        assert isinstance(pilot.app.screen, WhatGoesDialog)
        said = unframed(pilot)
        assert "I met Mrs [name] [/] there." in said
        assert "1 of 2" in said
        await press(pilot, "end")
        await wait_for(
            pilot, lambda: "I write to fathers. Nobody answered." in unframed(pilot), "the end of it"
        )
        assert writing.received() == set()
        await press(pilot, "s")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, SittingPage), "the reflection again")
        await settle(pilot)
        assert f"2 answers shared with {SUPERVISOR}." in notes_of(pilot)
    assert writing.received() == {FIRST.replace("Mrs Jones", "Mrs [name]"), SECOND}
    assert writing.states()["missed-visits"] is State.PRIVATE


async def test_nothing_goes_where_somebody_stops_at_the_last_look(writing: Writing) -> None:
    async with writing.stage.closed() as pilot:
        await at_choice(pilot)
        await press(pilot, "s", "k", "escape")
        assert isinstance(pilot.app.screen, ShareSeveralPage)
        assert "Stopped: nothing was shared." in notes_of(pilot)
    assert (writing.received(), set(writing.states().values())) == (set(), {State.PRIVATE})


async def test_some_lines_of_one_answer_go_and_another_stays(writing: Writing) -> None:
    async with writing.stage.closed() as pilot:
        await at_choice(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ChooseLinesDialog)
        await press(pilot, "down", "space", "escape")
        assert "lines 1,3" in unframed(pilot)
        said = unframed(pilot)
        assert "“…” stands for the other lines: " in said
        assert "We ring on Monday. … Next time I ask first." in said
        assert "Usually" not in said
        await press(pilot, "down", "space")
        said = unframed(pilot)
        assert "It stays with you." in said
        assert "1 of 2 answers marked." in said
        await press(pilot, "s")
        assert isinstance(pilot.app.screen, WhatGoesDialog)
        assert "fathers" not in unframed(pilot)
        await press(pilot, "s")
        await settle(pilot)
    assert writing.received() == {"We ring on Monday.\n…\nNext time I ask first."}


async def test_an_answer_without_a_line_is_not_marked_any_more(writing: Writing) -> None:
    async with writing.stage.closed() as pilot:
        await at_choice(pilot)
        await press(pilot, "down", "enter", "space", "down", "space")
        assert "Without a line the answer stays with you." in unframed(pilot)
        await press(pilot, "escape")
        assert "1 of 2 answers marked." in unframed(pilot)


async def test_answers_are_prepared_and_shared_later_from_the_page_of_what_is_shared(
    writing: Writing,
) -> None:
    async with writing.stage.closed() as pilot:
        await at_choice(pilot)
        await press(pilot, "p")
        await settle(pilot)
        assert "2 answers. Only you see that." in notes_of(pilot)
        assert writing.received() == set()
        await press(pilot, "v")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, SharesPage), "what is shared")
        await settle(pilot)
        assert "Prepared; only you see it" in unframed(pilot)
        await press(pilot, "w")
        assert list(writing.states().values()).count(State.PREPARED) == 1
        await press(pilot, "s")
        assert isinstance(pilot.app.screen, ShareSeveralPage)
        assert "1 of 1 answer marked." in unframed(pilot)
        await press(pilot, "s")
        if isinstance(pilot.app.screen, CheckLinesDialog):
            await press(pilot, "k")
        await press(pilot, "s")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, SharesPage), "what is shared")
        await settle(pilot)
        assert "not opened" in unframed(pilot)
    assert len(writing.received()) == 1


async def test_any_answers_can_be_chosen_from_all_of_them(writing: Writing) -> None:
    async with writing.stage.closed() as pilot:
        await come_in(pilot, PRACTITIONER)
        await press(pilot, "v")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, SharesPage), "what is shared")
        await settle(pilot)
        assert "What you write stays yours alone until you share it" in unframed(pilot)
        await press(pilot, "n")
        await settle(pilot)
        assert "0 of 3 answers marked." in unframed(pilot).replace("no of", "0 of")
        await press(pilot, "s")
        assert isinstance(pilot.app.screen, ShareSeveralPage)
        await press(pilot, "x")
        assert "3 of 3 answers marked." in unframed(pilot)
        await press(pilot, "x", "end", "space", "s")
        assert isinstance(pilot.app.screen, WhatGoesDialog)
        await press(pilot, "s")
        await settle(pilot)
    assert writing.received() == {"Later."}


async def test_what_is_shared_already_is_said_and_not_marked_at_first(writing: Writing) -> None:
    writing.share("speak-to-fathers")
    async with writing.stage.closed() as pilot:
        await at_choice(pilot)
        said = unframed(pilot)
        assert "1 of 2 answers marked." in said
        assert "shared" in said


async def test_without_a_supervisor_answers_can_only_be_prepared(writing: Writing) -> None:
    with closing(writing.sign_in(ADMIN)) as admin:
        admin.links.end(writing.link)
    async with writing.stage.closed() as pilot:
        await at_choice(pilot)
        assert "Nobody supervises you here just now." in unframed(pilot)
        await press(pilot, "s")
        assert isinstance(pilot.app.screen, ShareSeveralPage)
        await press(pilot, "p")
        await settle(pilot)
    assert list(writing.states().values()).count(State.PREPARED) == 2


async def test_another_of_several_supervisors_can_be_chosen(writing: Writing) -> None:
    with closing(writing.sign_in(ADMIN)) as admin:
        admin.links.add(OTHER, PRACTITIONER)
    async with writing.stage.closed() as pilot:
        await at_choice(pilot)
        first = SUPERVISOR if SUPERVISOR in unframed(pilot) else OTHER
        await press(pilot, "t")
        other = OTHER if first == SUPERVISOR else SUPERVISOR
        assert f"{other} would read" in unframed(pilot)
        await press(pilot, "s", "k")
        assert f"{other} would read these copies" in unframed(pilot)


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
async def test_what_the_pages_say_and_that_all_of_it_can_be_reached(
    writing: Writing, golden: Golden, size: tuple[int, int]
) -> None:
    at = f"{size[0]}x{size[1]}"
    writing.share("missed-visits")
    async with writing.stage.closed(size) as pilot:
        await at_choice(pilot)
        assert "2 of 2 answers marked." in unframed(pilot)
        golden(f"share-several-{at}", text_of(pilot))
        assert (await out_of_reach(pilot), too_faint(pilot)) == ([], [])
        await press(pilot, "enter")
        assert "[x] Next time I ask first." in unframed(pilot)
        golden(f"share-lines-{at}", text_of(pilot))
        assert (await out_of_reach(pilot), too_faint(pilot)) == ([], [])
        await press(pilot, "escape", "s", "m")
        assert "1 of 2" in unframed(pilot)
        golden(f"what-goes-{at}", text_of(pilot))
        assert (await out_of_reach(pilot), too_faint(pilot)) == ([], [])
        await press(pilot, "escape", "p")
        await press(pilot, "v")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, SharesPage), "what is shared")
        pilot.app.clear_notifications()
        await settle(pilot)
        assert "You shared" in unframed(pilot)
        golden(f"shares-{at}", text_of(pilot))
        assert (await out_of_reach(pilot), too_faint(pilot)) == ([], [])
