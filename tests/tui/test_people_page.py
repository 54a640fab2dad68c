"""People, teams and links by keys alone: everybody sees what is theirs to see, an administrator changes it."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import closing

import pytest
from textual.pilot import Pilot

from looking import out_of_reach, too_faint
from reflect.domain.people import Standing
from reflect.tui.dialogs.code_once import CodeOnceDialog
from reflect.tui.dialogs.confirm import ConfirmDialog
from reflect.tui.dialogs.link import LinkDialog
from reflect.tui.screens.people import PeoplePage
from stage import PASSPHRASE, Stage, fill
from waiting import notes_of, press, settle, text_of, unframed, wait_for
from working_together import ADMIN, OTHER, PRACTITIONER, SUPERVISOR, Together, at_people, mark

Golden = Callable[[str, str], None]


@pytest.fixture
def together(stage: Stage) -> Together:
    return Together(stage)


def foot_of(pilot: Pilot[None]) -> str:
    return text_of(pilot).splitlines()[-1]


async def test_a_practitioner_sees_their_own_and_can_change_nothing(together: Together) -> None:
    async with together.stage.closed() as pilot:
        await at_people(pilot, PRACTITIONER)
        said = unframed(pilot)
        assert f"{SUPERVISOR} supervises you" in said
        assert "They read what you share with them, and nothing else of yours." in said
        assert f"North, led by {SUPERVISOR}" in said
        assert f"{SUPERVISOR}, Nurse" in said
        assert (OTHER in said, f"{OTHER}, Nurse" in said) == (True, False)
        assert (ADMIN in said, "administrator" in said.partition("Everybody here")[2]) == (True, False)
        assert "Who supervises whom" not in said
        for key in ("i", "n", "g", "e", "c", "d", "w"):
            await press(pilot, key)
            assert isinstance(pilot.app.screen, PeoplePage)
        await mark(pilot, "North")
        assert "In North: you." in unframed(pilot)
        await mark(pilot, OTHER)
        assert f"You see the name of {OTHER}: more is for those who are linked with them" in unframed(pilot)
        assert "is here since" not in unframed(pilot)
        assert not {"Invite", "New", "Change", "End"} & set(foot_of(pilot).split())


async def test_somebody_with_no_links_sees_the_names_of_those_who_are_here(together: Together) -> None:
    with closing(together.sign_in(ADMIN)) as admin:
        admin.people.invite("Newa")
        admin.people.deactivate("Newa")
    async with together.stage.closed() as pilot:
        await at_people(pilot, OTHER)
        said = unframed(pilot)
        assert "Nobody supervises you here just now." in said
        assert PRACTITIONER in said
        assert "Newa" not in said
        assert "North" not in said
        await mark(pilot, PRACTITIONER)
        assert "Supervised by" not in unframed(pilot)


async def test_a_supervisor_sees_whom_they_supervise(together: Together) -> None:
    async with together.stage.closed() as pilot:
        await at_people(pilot, SUPERVISOR)
        await mark(pilot, f"You supervise {PRACTITIONER}")
        assert "You read what they share with you, and nothing else of theirs." in unframed(pilot)
        await mark(pilot, "North, led by you")
        assert f"In North: {PRACTITIONER}." in unframed(pilot)


async def test_an_invitation_shows_its_code_once_and_somebody_joins_with_it(together: Together) -> None:
    async with together.stage.closed() as pilot:
        await at_people(pilot, ADMIN)
        await press(pilot, "i")
        await press(pilot, *"Newa", "enter")
        await fill(pilot, profession="Midwife")
        await press(pilot, "ctrl+s")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, CodeOnceDialog), "the code")
        said = text_of(pilot)
        (code,) = re.findall(r"\b[A-Z0-9]{4}(?:-[A-Z0-9]{4})+\b", said)
        assert "ctrl+n" in unframed(pilot)
        await press(pilot, "enter", "escape")
        assert code in text_of(pilot)
        await press(pilot, "n")
        assert isinstance(pilot.app.screen, PeoplePage)
        assert unframed(pilot).startswith("reflect · People Ada Administrator Newa was invited")
        assert code not in text_of(pilot)
        assert "has not joined yet" in unframed(pilot)

        await press(pilot, "w", "right", "enter")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, CodeOnceDialog), "another code")
        (second,) = re.findall(r"\b[A-Z0-9]{4}(?:-[A-Z0-9]{4})+\b", text_of(pilot))
        assert second != code
    joined, _ = together.stage.workspace.join(code=second, passphrase=PASSPHRASE)
    with closing(joined):
        assert (joined.person.name, joined.person.profession) == ("Newa", "Midwife")


async def test_a_name_that_is_taken_is_said_and_what_was_typed_stays(together: Together) -> None:
    async with together.stage.closed() as pilot:
        await at_people(pilot, ADMIN)
        await press(pilot, "i")
        await fill(pilot, name="alex another")
        await press(pilot, "ctrl+s")
        assert "Somebody of that name is in this workspace already." in unframed(pilot)
        assert "alex another" in text_of(pilot)
        await press(pilot, "escape")
        assert "Drop what you typed?" in unframed(pilot)


async def test_a_link_is_made_with_a_last_day_as_people_say_it(together: Together) -> None:
    async with together.stage.closed() as pilot:
        await at_people(pilot, ADMIN)
        await mark(pilot, PRACTITIONER)
        await press(pilot, "n")
        assert isinstance(pilot.app.screen, LinkDialog)
        assert "You gain nothing to read by it" in unframed(pilot)
        await press(pilot, "ctrl+s")
        assert "The supervisor is not chosen yet." in unframed(pilot)
        await fill(pilot, supervisor=OTHER, until_words="in 3 weeks")
        assert "That is Monday 23 March 2026." in unframed(pilot)
        await press(pilot, "ctrl+s")
        await settle(pilot)
        assert isinstance(pilot.app.screen, PeoplePage)
        assert (
            f"{OTHER} supervises {PRACTITIONER} up to and including Monday 23 March 2026. Both are told."
            in notes_of(pilot)
        )
        assert "Their key is not made yet" in unframed(pilot)
    assert together.told(PRACTITIONER)[0].startswith(f"{OTHER} supervises you from Monday 2 March 2026 on")
    assert together.told(OTHER)[0].startswith(f"You supervise {PRACTITIONER}")


async def test_a_link_that_may_not_be_is_refused_in_words(together: Together) -> None:
    async with together.stage.closed() as pilot:
        await at_people(pilot, ADMIN)
        await press(pilot, "n")
        await fill(pilot, supervisor=OTHER, supervisee=OTHER)
        await press(pilot, "ctrl+s")
        assert "Nobody supervises themself." in unframed(pilot)
        await fill(pilot, supervisor=SUPERVISOR, supervisee=PRACTITIONER, until_words="yesterday")
        await press(pilot, "ctrl+s")
        assert "this day has passed" in unframed(pilot)
        assert isinstance(pilot.app.screen, LinkDialog)


async def test_a_link_ends_only_after_what_follows_was_said(together: Together) -> None:
    async with together.stage.closed() as pilot:
        await at_people(pilot, ADMIN)
        await mark(pilot, f"{SUPERVISOR} supervises {PRACTITIONER}")
        await press(pilot, "e")
        assert isinstance(pilot.app.screen, ConfirmDialog)
        said = unframed(pilot)
        assert f"nothing that {PRACTITIONER} shared opens for {SUPERVISOR}" in said
        assert "Both are told" in said
        await press(pilot, "enter")
        assert together.told(PRACTITIONER) == []
        await press(pilot, "e", "right", "enter")
        await settle(pilot)
        assert f"{SUPERVISOR} no longer supervises {PRACTITIONER}." in notes_of(pilot)
        assert "This ended on Monday 2 March 2026." in unframed(pilot)
        await mark(pilot, f"{SUPERVISOR} supervised {PRACTITIONER}")
        await press(pilot, "e")
        assert isinstance(pilot.app.screen, PeoplePage)
    assert "an administrator ended the link" in together.told(SUPERVISOR)[0]


async def test_who_leaves_is_asked_for_with_what_follows(together: Together) -> None:
    with closing(together.sign_in(ADMIN)) as admin:
        admin.people.invite("Newa")
    async with together.stage.closed() as pilot:
        await at_people(pilot, ADMIN)
        await mark(pilot, f"{SUPERVISOR}, Nurse")
        await press(pilot, "d")
        assert isinstance(pilot.app.screen, ConfirmDialog)
        said = unframed(pilot)
        assert "Invite again afterwards: Newa." in said
        assert f"Their link ends; told of it: {PRACTITIONER}." in said
        assert "North then needs another lead" in said
        await press(pilot, "right", "enter")
        await wait_for(pilot, lambda: "who has left" in text_of(pilot), "the page as it is then")
        assert f"North, led by {SUPERVISOR}, who has left" in unframed(pilot)
        await press(pilot, "home")
        await mark(pilot, "North")
        assert "it needs another lead" in unframed(pilot)
    assert "they have left the workspace" in together.told(PRACTITIONER)[0]
    with closing(together.sign_in(ADMIN)) as admin:
        assert admin.people.person(SUPERVISOR).standing is Standing.INACTIVE


async def test_nobody_is_closed_out_while_somebody_else_has_it_open(together: Together) -> None:
    with closing(together.sign_in(PRACTITIONER)):
        async with together.stage.closed() as pilot:
            await at_people(pilot, ADMIN)
            await mark(pilot, OTHER)
            await press(pilot, "d", "right", "enter")
            await wait_for(pilot, lambda: "Nothing was changed" in unframed(pilot), "the reason")
            await press(pilot, "i")
            assert pilot.app.screen.query("#name")
    with closing(together.sign_in(ADMIN)) as admin:
        assert admin.people.person(OTHER).standing is Standing.ACTIVE


async def test_an_administrator_is_not_offered_to_close_themself_out(together: Together) -> None:
    async with together.stage.closed() as pilot:
        await at_people(pilot, ADMIN)
        await mark(pilot, ADMIN)
        await press(pilot, "d")
        assert isinstance(pilot.app.screen, PeoplePage)


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
async def test_what_the_page_says_and_that_all_of_it_can_be_reached(
    together: Together, golden: Golden, size: tuple[int, int]
) -> None:
    at = f"{size[0]}x{size[1]}"
    async with together.stage.closed(size) as pilot:
        await at_people(pilot, ADMIN)
        await mark(pilot, "North")
        assert f"In North: {PRACTITIONER}." in unframed(pilot)
        golden(f"people-{at}", text_of(pilot))
        assert (await out_of_reach(pilot), too_faint(pilot)) == ([], [])
        await press(pilot, "c")
        assert "Who leads it?" in unframed(pilot)
        golden(f"team-{at}", text_of(pilot))
        assert (await out_of_reach(pilot), too_faint(pilot)) == ([], [])
        await press(pilot, "escape", "n")
        assert "Who supervises" in unframed(pilot)
        golden(f"link-{at}", text_of(pilot))
        assert (await out_of_reach(pilot), too_faint(pilot)) == ([], [])
        await press(pilot, "escape", "i")
        assert "Their profession" in unframed(pilot)
        golden(f"invite-{at}", text_of(pilot))
        assert (await out_of_reach(pilot), too_faint(pilot)) == ([], [])
        await press(pilot, "escape")
        await mark(pilot, f"{SUPERVISOR}, Nurse")
        await press(pilot, "d")
        assert f"Close the workspace to {SUPERVISOR}?" in unframed(pilot)
        golden(f"deactivate-{at}", text_of(pilot))
