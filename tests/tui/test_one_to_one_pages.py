"""What the pages of a one-to-one say at three sizes; and at six, whether all can be read and reached."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from looking import out_of_reach, too_faint
from one_to_one_stage import (
    BO,
    SAM,
    Two,
    at_parts,
    at_prepare,
    at_record,
    flat,
    go_to_part,
    sign,
    without_notes,
)
from reflect.domain.supervision.entry import Section
from reflect.tui.screens.one_to_one import OneToOnePage
from reflect.tui.screens.with_person import WithPersonPage
from waiting import press, resize, settle, text_of, wait_for

Look = Callable[[str, str], None]
SIZES = [
    ((60, 18), (72, 20), "light"),
    ((80, 24), (100, 30), "dark"),
    ((120, 40), (160, 50), "light"),
]
LONG = "It was a long week, and the meeting on Thursday took more out of me than I had expected. " * 12


@pytest.mark.parametrize(("size", "other", "theme"), SIZES, ids=["60x18", "80x24", "120x40"])
async def test_every_page_says_its_words_can_be_read_and_reached(
    two: Two, golden: Look, size: tuple[int, int], other: tuple[int, int], theme: str
) -> None:
    two.stage.workspace.use_theme(theme)
    two.agreed_action()
    two.shared()
    meeting = two.begun()
    with two.signed_in(SAM) as sam, two.signed_in(BO) as bo:
        sam.one_to_ones.add(meeting, Section.WELLBEING, "Tired, and glad of the new colleague.")
        bo.one_to_ones.add(meeting, Section.WELLBEING, LONG)
        bo.one_to_ones.plan(SAM, two.stage.workspace.clock.today())

    async def look(name: str, pilot: Pilot[None], *wanted: str) -> None:
        said = await without_notes(pilot)
        for words in wanted[: None if size[1] > 18 else 1]:
            assert words in said, f"{name} does not say {words!r}"
        golden(f"one-to-one-{name}-{size[0]}x{size[1]}", text_of(pilot))
        assert (name, too_faint(pilot)) == (name, [])
        for now in (other, size):
            await resize(pilot, *now)
            assert (name, now, await out_of_reach(pilot)) == (name, now, [])

    async with two.at(SAM, size) as pilot:
        await at_prepare(pilot)
        await look("prepare", pilot, "Previous actions", "Shared with you", "There is no agreement yet")
        await at_parts(pilot)
        unsigned = "Not agreed by the supervisee"
        await look("previous-actions", pilot, unsigned, "Ring the school nurse", "not yet")
        await press(pilot, "ctrl+n")
        await look("agenda", pilot, unsigned, "My caseload [/]", f"{SAM}'s note: write here")
        await press(pilot, "ctrl+n", "space")
        await look("shared", pilot, unsigned, "[x]")
        await press(pilot, "ctrl+n")
        await look("wellbeing", pilot, unsigned, "Tired, and glad", "It was a long week")
        for key, name, words in (
            ("f11", "agree", "Who does it?"),
            ("ctrl+r", "when-and-where", "The next one"),
            ("ctrl+o", "hand-over", f"Passphrase of {BO}"),
            ("ctrl+t", "topic", "What do you want to speak about?"),
        ):
            await press(pilot, key)
            await look(name, pilot, words if name != "agree" else "Agree an action")
            await press(pilot, "escape")
            assert isinstance(pilot.app.screen, OneToOnePage)
        await at_record(pilot)
        await look("record", pilot, unsigned, "1 previous action has not been spoken of", "Room 2")


@pytest.mark.parametrize(("size", "other", "theme"), SIZES, ids=["60x18", "80x24", "120x40"])
async def test_a_signed_record_says_who_signed_and_who_added_to_it(
    two: Two, golden: Look, size: tuple[int, int], other: tuple[int, int], theme: str
) -> None:
    two.stage.workspace.use_theme(theme)
    meeting = two.begun()
    with two.signed_in(BO) as bo:
        bo.one_to_ones.add(meeting, Section.DISAGREEMENT, "I would have rung at once.")
        bo.one_to_ones.sign(meeting)
    async with two.at(SAM, size) as pilot:
        await at_parts(pilot)
        await at_record(pilot)
        assert f"Not agreed by the supervisee and the supervisor (signed by {BO} only)" in flat(pilot)
        await press(pilot, "s")
        assert "With your signature it is locked, and only addenda follow." in flat(pilot)
        golden(f"one-to-one-sign-{size[0]}x{size[1]}", text_of(pilot))
        await press(pilot, "escape")
        await sign(pilot)
        await press(pilot, "n")
        assert "The record stays as both of you signed it." in flat(pilot)
        golden(f"one-to-one-addendum-{size[0]}x{size[1]}", await _drawn(pilot))
        await press(pilot, *"It was on Friday", "ctrl+s")
        said = await without_notes(pilot)
        assert "Both have signed: the record is locked" in said
        assert "Not agreed" not in said
        assert "It was on Friday" in said
        golden(f"one-to-one-locked-{size[0]}x{size[1]}", text_of(pilot))
        assert too_faint(pilot) == []
        assert await out_of_reach(pilot) == []


async def _drawn(pilot: Pilot[None]) -> str:
    await without_notes(pilot)
    return text_of(pilot)


async def test_below_ninety_columns_the_two_voices_stand_below_each_other(two: Two) -> None:
    two.begun()
    async with two.at(SAM, (120, 40)) as pilot:
        await at_parts(pilot)
        await go_to_part(pilot, Section.WELLBEING)
        mine, theirs = (pilot.app.screen.query_one(id_) for id_ in ("#mine", "#theirs"))
        assert mine.region.y == theirs.region.y
        assert mine.region.right <= theirs.region.x
        await resize(pilot, 80, 24)
        assert mine.region.x == theirs.region.x
        assert mine.region.bottom <= theirs.region.y


async def test_nothing_can_be_begun_before_it_is_known_what_is_planned() -> None:
    page = WithPersonPage(BO)
    assert page.check_action("begin_one_to_one", ()) is False
    assert page.check_action("cancel_one_to_one", ()) is False


async def test_with_somebody_who_is_not_linked_the_page_says_so_and_closes(two: Two) -> None:
    async with two.stage.open(name=SAM) as pilot:
        pilot.app.push_screen(WithPersonPage("Nobody Here"))
        await wait_for(pilot, lambda: not isinstance(pilot.app.screen, WithPersonPage), "the page to close")
        await settle(pilot)
        assert "Nobody" in flat(pilot)
