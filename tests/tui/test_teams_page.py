"""Teams by keys alone: made, changed and given another lead, and everybody concerned is told."""

from __future__ import annotations

from contextlib import closing

import pytest

from reflect.tui.dialogs.confirm import ConfirmDialog
from reflect.tui.dialogs.team import TeamDialog
from reflect.tui.screens.people import PeoplePage
from stage import Stage, fill
from waiting import press, settle, unframed
from working_together import ADMIN, OTHER, PRACTITIONER, SUPERVISOR, Together, at_people, mark


@pytest.fixture
def together(stage: Stage) -> Together:
    return Together(stage)


def id_of(together: Together, name: str) -> str:
    with closing(together.sign_in(ADMIN)) as admin:
        return admin.people.person(name).id


async def test_a_team_is_made_with_its_lead_and_members(together: Together) -> None:
    async with together.stage.closed() as pilot:
        await at_people(pilot, ADMIN)
        await press(pilot, "g")
        assert isinstance(pilot.app.screen, TeamDialog)
        await press(pilot, *"South")
        await press(pilot, "tab", "tab", "space", "down", "space", "ctrl+s")
        assert "Nobody leads this team yet." in unframed(pilot)
        await fill(pilot, lead=id_of(together, OTHER))
        await press(pilot, "ctrl+s")
        await settle(pilot)
        assert isinstance(pilot.app.screen, PeoplePage)
        assert f"South, led by {OTHER}" in unframed(pilot)
        assert f"In South: you, {OTHER}." in unframed(pilot)
    assert together.told(OTHER) == ["You lead the team South."]


async def test_members_and_the_lead_of_a_team_are_changed(together: Together) -> None:
    async with together.stage.closed() as pilot:
        await at_people(pilot, ADMIN)
        await mark(pilot, "North")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, TeamDialog)
        assert f"[x] {PRACTITIONER}, Nurse" in unframed(pilot)
        await press(pilot, "tab", "down", "space", "down", "space")
        assert "2 of 4" not in unframed(pilot)
        await fill(pilot, lead=id_of(together, PRACTITIONER))
        await press(pilot, "ctrl+s")
        await settle(pilot)
        assert f"North, led by {PRACTITIONER}" in unframed(pilot)
        assert f"In North: {OTHER}." in unframed(pilot)
    assert together.told(SUPERVISOR) == [f"You no longer lead the team North: {PRACTITIONER} does."]
    assert "You lead the team North." in together.told(PRACTITIONER)
    assert "You are no longer in the team North." in together.told(PRACTITIONER)


async def test_marks_are_not_dropped_unasked(together: Together) -> None:
    async with together.stage.closed() as pilot:
        await at_people(pilot, ADMIN)
        await mark(pilot, "North")
        await press(pilot, "c", "tab", "space", "escape")
        assert isinstance(pilot.app.screen, ConfirmDialog)
        await press(pilot, "enter", "space", "escape")
        assert isinstance(pilot.app.screen, PeoplePage)
