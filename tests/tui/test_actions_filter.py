"""The filter of one's own actions: what it asks for, what it shows, and what it says of that."""

from __future__ import annotations

from datetime import date

import pytest

from acting_stage import ASK, BRING, READ, RING, act_in_every_group, at_actions, in_order, practice_of
from reflect.domain.actions.wanted import Wanted, Whose
from reflect.tui.dialogs.filter_actions import FilterActionsDialog
from reflect.tui.screens.actions import ActionsPage
from reflect.tui.widgets.day_field import DayField
from stage import Stage, fill, submit
from waiting import press, words_of


@pytest.fixture
def acted(stage: Stage) -> Stage:
    act_in_every_group(stage)
    return stage


async def test_a_filter_by_words_theme_level_status_letter_and_what_is_overdue(acted: Stage) -> None:
    async with acted.open((100, 40)) as pilot:
        await at_actions(pilot)
        await press(pilot, "f")
        await fill(pilot, words="father")
        await submit(pilot, "show")
        assert "Only words: father" in words_of(pilot)
        assert RING in words_of(pilot)
        assert BRING not in words_of(pilot)
        for field, value, shown, hidden in (
            ("theme", "neglect", ASK, RING),
            ("level", "team", READ, RING),
            ("status", "proposed", BRING, RING),
            ("letter", "amber", ASK, RING),
            ("due", "overdue", RING, ASK),
        ):
            await press(pilot, "x", "f")
            await fill(pilot, **{field: value})
            await submit(pilot, "show")
            assert shown in words_of(pilot)
            assert hidden not in words_of(pilot)
        await press(pilot, "f")
        await fill(pilot, words="[/] nowhere")
        await submit(pilot, "show")
        assert "No action is like that. x shows all of them again." in words_of(pilot)
        assert "enter Open" not in words_of(pilot)
        await press(pilot, "x")
        assert in_order(pilot, RING, ASK)


async def test_words_that_are_typed_at_once_stand_in_the_filter(acted: Stage) -> None:
    async with acted.open((80, 24)) as pilot:
        await at_actions(pilot)
        await press(pilot, "f", *"father", "enter")
        assert "Only words: father" in words_of(pilot)


async def test_what_is_due_before_a_day_as_people_write_it_and_as_the_command_line_finds_it(
    acted: Stage,
) -> None:
    async with acted.open((100, 40)) as pilot:
        await at_actions(pilot)
        await press(pilot, "f")
        dialog = pilot.app.screen
        assert isinstance(dialog, FilterActionsDialog)
        await fill(pilot, due_before_words="soonish")
        await submit(pilot, "show")
        assert pilot.app.screen is dialog
        assert "soonish" in words_of(pilot)
        assert pilot.app.focused is dialog.query_one("#due-before-words")
        await fill(pilot, due_before_words="2/5/26")
        assert "That is Saturday 2 May 2026." in words_of(pilot)
        await submit(pilot, "due-before-words")
        assert "Only due before 2 May 2026" in words_of(pilot)
        page = pilot.app.screen
        assert isinstance(page, ActionsPage)
        assert page._listing is not None
        rows = {page._listing.id_at(row) for row in range(len(page._listing))} - {None}
        practice = practice_of(acted)
        wanted = Wanted(due_before=date(2026, 5, 2), whose=Whose.MINE)
        assert rows == {action.id for action in practice.actions.listed(wanted)}
        assert 0 < len(rows) < len(practice.actions.arranged())
        practice.close()
        await press(pilot, "f")
        assert pilot.app.screen.query_one("#due-before", DayField).day == date(2026, 5, 2)
