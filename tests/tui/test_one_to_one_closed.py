"""What is typed while a record closes to its author, because both have signed it, it was cancelled, or the link has
ended, is put aside for them alone, and they are told where it is."""

from __future__ import annotations

import pytest

from one_to_one_stage import (
    BO,
    SAM,
    Two,
    at_parts,
    flat,
    go_to_part,
    hand_over,
    see_anew,
    type_in,
    until_handed_back,
    without_notes,
)
from reflect.domain.actions.action import Action
from reflect.domain.people import CircleKind
from reflect.domain.supervision.entry import Section
from reflect.tui.screens.one_to_one import PUT_ASIDE, OneToOnePage
from reflect.tui.screens.record import RecordPage
from reflect.tui.widgets.part_of_record import PartOfRecord
from waiting import notes_of, press, settle, wait_for

WORDS = "One more thing that I noticed."


def put_aside(two: Two, name: str) -> list[str]:
    """What waits for somebody, and is nobody else's."""
    with two.signed_in(name) as practice:
        waiting: tuple[Action, ...] = practice.putting_aside.waiting()
    assert {action.circle for action in waiting} <= {CircleKind.MINE}
    return [action.what for action in waiting]


def sign(two: Two, meeting: str) -> None:
    with two.signed_in(BO) as bo, two.signed_in(SAM) as sam:
        bo.one_to_ones.sign(meeting)
        sam.one_to_ones.sign(meeting)


@pytest.mark.parametrize("leads_on", ["looking", "ctrl+f", "escape", "ending"])
async def test_what_is_typed_as_both_sign_is_put_aside_and_it_is_said_where(two: Two, leads_on: str) -> None:
    meeting = two.begun()
    async with two.at(SAM) as pilot:
        await at_parts(pilot)
        await go_to_part(pilot, Section.OTHER)
        sign(two, meeting)
        await type_in(pilot, WORDS)
        if leads_on == "looking":
            await see_anew(pilot)
        elif leads_on == "ending":
            await pilot.app.save_everything()
        else:
            await press(pilot, leads_on)
        await settle(pilot)
        assert "The last words are not saved" not in flat(pilot)
        if leads_on != "ending":
            assert PUT_ASIDE in notes_of(pilot)
        if leads_on in ("looking", "ctrl+f"):
            await wait_for(pilot, lambda: isinstance(pilot.app.screen, RecordPage), "the whole record")
            assert "Addendum" in await without_notes(pilot)
        await pilot.app.save_everything()
    assert put_aside(two, SAM) == [WORDS]
    assert two.said(SAM, Section.OTHER) == []


@pytest.mark.parametrize("name", [SAM, BO])
async def test_what_is_typed_as_the_link_ends_is_put_aside_and_the_page_closes(two: Two, name: str) -> None:
    two.begun()
    async with two.at(name) as pilot:
        await at_parts(pilot)
        await go_to_part(pilot, Section.OTHER)
        with two.signed_in(SAM) as admin:
            admin.links.end(two.link)
        await type_in(pilot, WORDS)
        if name == SAM:
            await see_anew(pilot)
        else:
            await press(pilot, "ctrl+s", "escape")
        await wait_for(pilot, lambda: not isinstance(pilot.app.screen, OneToOnePage), "the page to close")
        assert PUT_ASIDE in notes_of(pilot)
    assert put_aside(two, name) == [WORDS]


async def test_where_the_link_ends_while_the_keyboard_is_handed_over_it_is_kept_for_the_second_person(
    two: Two,
) -> None:
    two.begun()
    async with two.at(SAM) as pilot:
        await at_parts(pilot)
        await go_to_part(pilot, Section.OTHER)
        await hand_over(pilot)
        with two.signed_in(SAM) as admin:
            admin.links.end(two.link)
        await type_in(pilot, WORDS)
        await press(pilot, "escape")
        await until_handed_back(pilot)
        assert not isinstance(pilot.app.screen, OneToOnePage)
        assert pilot.app.desk.practice.person.name == SAM
    assert (put_aside(two, SAM), put_aside(two, BO)) == ([], [WORDS])


async def test_a_page_that_stays_for_words_that_nothing_takes_shows_no_more_of_the_other_one_s(
    two: Two,
) -> None:
    meeting = two.begun()
    with two.signed_in(BO) as bo:
        bo.one_to_ones.add(
            meeting, Section.AGENDA, "I was alone with it.", bo.one_to_ones.one(meeting).topics[0].id
        )
    async with two.at(SAM) as pilot:
        await at_parts(pilot)
        await go_to_part(pilot, Section.AGENDA)
        await press(pilot, "home")
        assert "I was alone with it." in flat(pilot)
        assert "My caseload" in flat(pilot)
        await type_in(pilot, "mine")
        await settle(pilot)
        part = pilot.app.screen.query_one(PartOfRecord)
        part.close()
        await settle(pilot)
        assert "This no longer opens for you." in flat(pilot)
        assert "I was alone with it." not in flat(pilot)
        assert "My caseload" not in flat(pilot)
        assert part.voices.editor.words == "mine"
        await press(pilot, "ctrl+n", "ctrl+b")
        assert "I was alone with it." not in flat(pilot)
