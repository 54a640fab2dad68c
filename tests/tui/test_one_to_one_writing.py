"""Two voices: what one writes is saved on every way out, and the other one sees it and cannot change it."""

from __future__ import annotations

from datetime import date

import pytest
from textual.widgets import Select, TextArea

from one_to_one_stage import (
    BO,
    LEAFLET,
    RING,
    SAM,
    SHARED,
    Two,
    at_parts,
    at_prepare,
    flat,
    go_to_part,
    hand_back,
    hand_over,
    see_anew,
    type_in,
    without_notes,
    write,
)
from reflect.domain.actions.action import Status
from reflect.domain.actions.wanted import Wanted
from reflect.domain.people import CircleKind
from reflect.domain.supervision.entry import RECORD_SECTIONS, Section
from reflect.tui.dialogs.topic import TopicDialog
from reflect.tui.screens.action import ActionPage
from reflect.tui.screens.one_to_one import OneToOnePage
from reflect.tui.screens.record import RecordPage
from reflect.tui.screens.shared import SharedPage
from reflect.tui.screens.with_person import WithPersonPage
from reflect.tui.widgets.answer_editor import AnswerEditor
from stage import fill
from waiting import press, settle, wait_for


async def test_every_part_can_be_written_in_and_is_there_for_the_other(two: Two) -> None:
    two.begun()
    async with two.at(BO) as pilot:
        await at_parts(pilot)
        for place, section in enumerate(RECORD_SECTIONS):
            assert f"Part {place + 1} of 10 · {section.words}" in flat(pilot)
            await type_in(pilot, f"part {place}")
            await press(pilot, "ctrl+n")
        assert isinstance(pilot.app.screen, RecordPage)
    record = two.record(SAM)
    for place, section in enumerate(RECORD_SECTIONS):
        about = record.topics[0].id if section is Section.AGENDA else None
        assert two.said(BO, section, about) == [f"part {place}"], section


@pytest.mark.parametrize("way", [("escape",), ("ctrl+n",), ("ctrl+f",), ("ctrl+b",), ("ctrl+q",)])
async def test_what_was_typed_at_the_last_moment_is_saved_on_every_way_out(
    two: Two, way: tuple[str, ...]
) -> None:
    two.begun()
    async with two.at(BO) as pilot:
        await at_parts(pilot)
        await go_to_part(pilot, Section.LEARNING)
        for key in "to the last word":
            pilot.app.simulate_key(key)
        await press(pilot, *way)
        await settle(pilot)
    assert two.said(BO, Section.LEARNING) == ["to the last word"]


async def test_the_others_words_are_seen_as_they_grow_and_cannot_be_changed(two: Two) -> None:
    meeting = two.begun()
    async with two.at(SAM) as pilot:
        await at_parts(pilot)
        await go_to_part(pilot, Section.WELLBEING)
        await type_in(pilot, "mine")
        with two.signed_in(BO) as bo:
            entry = bo.one_to_ones.add(meeting, Section.WELLBEING, "Not so well [/]")
            await see_anew(pilot)
            assert f"{BO}'s comment: to read Not so well [/]" in flat(pilot)
            bo.one_to_ones.change(meeting, entry.id, before=entry.text, after="Better now")
        await see_anew(pilot)
        assert f"{BO}'s comment: to read Better now" in flat(pilot)
        editors = pilot.app.screen.query(TextArea)
        assert [editor.text for editor in editors] == ["mine"]
    assert two.said(BO, Section.WELLBEING) == ["Better now"]


async def test_an_empty_box_takes_the_words_out_and_new_ones_can_follow(two: Two) -> None:
    two.begun()
    async with two.at(SAM) as pilot:
        await at_parts(pilot)
        await go_to_part(pilot, Section.OTHER)
        await write(pilot, "no")
        await press(pilot, "backspace", "backspace", "ctrl+s")
        assert two.said(SAM, Section.OTHER) == []
        await type_in(pilot, "yes")
        await press(pilot, "ctrl+s")
    assert two.said(SAM, Section.OTHER) == ["yes"]


async def test_previous_actions_shares_and_topics_open_with_enter(two: Two) -> None:
    two.agreed_action(RING)
    two.agreed_action(LEAFLET)
    two.shared()
    two.begun()
    async with two.at(SAM) as pilot:
        await at_parts(pilot)
        assert "2 previous actions have not been spoken of" in flat(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ActionPage)
        assert RING in flat(pilot) or LEAFLET in flat(pilot)
        await press(pilot, "escape", "ctrl+n", "shift+tab", "down", "enter")
        assert "A topic of" in flat(pilot)
        await press(pilot, "escape", "ctrl+n", "enter")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, SharedPage), "what was shared")
        await settle(pilot)
        assert " ".join(SHARED.split()) in flat(pilot)


async def test_notes_stand_under_the_topic_that_is_marked(two: Two) -> None:
    two.begun()
    async with two.at(SAM) as pilot:
        await at_parts(pilot)
        await press(pilot, "ctrl+n")
        await type_in(pilot, "first")
        await press(pilot, "ctrl+down")
        assert "first" not in flat(pilot)
        await type_in(pilot, "second")
        await press(pilot, "ctrl+up")
        assert f"{SAM}'s note: write here first" in flat(pilot)
    first, second = two.record(BO).topics
    assert (two.said(SAM, Section.AGENDA, first.id), two.said(SAM, Section.AGENDA, second.id)) == (
        ["first"],
        ["second"],
    )


async def test_a_topic_is_changed_and_taken_away_by_whose_it_is_alone(two: Two) -> None:
    two.begun()
    async with two.at(BO) as pilot:
        await at_prepare(pilot)
        await press(pilot, "home", "enter")
        assert f"A topic of {SAM}" in flat(pilot)
        await press(pilot, "escape", "down", "enter")
        await type_in(pilot, " grew")
        await press(pilot, "ctrl+s")
        assert "My caseload [/] grew" in await without_notes(pilot)
        await press(pilot, "enter", "ctrl+u", "ctrl+s")
        assert isinstance(pilot.app.screen, WithPersonPage)
    assert [topic.text for topic in two.record().topics] == ["The visit on the 3rd"]


async def test_the_first_persons_words_cannot_be_changed_by_the_second_at_the_same_keyboard(two: Two) -> None:
    two.begun()
    async with two.at(SAM) as pilot:
        await at_parts(pilot)
        await go_to_part(pilot, Section.DISAGREEMENT)
        await write(pilot, "I see a risk")
        await hand_over(pilot)
        await write(pilot, "I do not")
        await press(pilot, "ctrl+n")
        await write(pilot, "We ask Ada")
        await hand_back(pilot)
        assert f"{BO}'s comment: to read We ask Ada" in await without_notes(pilot)
        await write(pilot, "Agreed")
    assert two.said(SAM, Section.DISAGREEMENT) == ["I see a risk"]
    assert two.said(BO, Section.DISAGREEMENT) == ["I do not"]
    assert two.said(BO, Section.DISAGREEMENT_ANSWERED) == ["We ask Ada"]
    assert two.said(SAM, Section.DISAGREEMENT_ANSWERED) == ["Agreed"]


@pytest.mark.parametrize("key", ["ctrl+t", "f11"])
async def test_words_in_a_dialog_are_put_aside_for_their_author_alone_when_the_program_locks(
    two: Two, key: str
) -> None:
    two.begun()
    async with two.at(BO) as pilot:
        await at_parts(pilot)
        await press(pilot, key)
        await type_in(pilot, "half a thought")
        await press(pilot, "ctrl+l")
    with two.signed_in(BO) as bo, two.signed_in(SAM) as sam:
        (mine,) = bo.actions.listed(Wanted())
        assert (mine.what, mine.status, mine.circle) == ("half a thought", Status.PROPOSED, CircleKind.MINE)
        assert sam.actions.listed(Wanted()) == ()
        assert len(sam.one_to_ones.all()[0].topics) == 2


async def test_an_action_is_agreed_with_all_that_was_typed_and_for_whoever_does_it(two: Two) -> None:
    two.begun()
    async with two.at(BO) as pilot:
        await at_parts(pilot)
        await press(pilot, "f11")
        await fill(pilot, due_words="in 3 weeks", supporter="The named nurse")
        pilot.app.screen.query_one("#owner", Select).value = two.record().supervisor
        pilot.app.screen.query_one("#what", AnswerEditor).focus()
        await type_in(pilot, "Ring the hub")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, OneToOnePage)
    with two.signed_in(SAM) as sam:
        (action,) = sam.actions.of_pair(two.link)
    record = two.record()
    assert (action.what, action.supporter, action.due) == (
        "Ring the hub",
        "The named nurse",
        date(2026, 3, 23),
    )
    assert [one.owner for one in record.agreed_actions] == [record.supervisor]


async def test_a_strength_to_keep_is_agreed_without_a_day_and_what_is_to_be_done_is_not(two: Two) -> None:
    two.begun()
    async with two.at(BO) as pilot:
        await at_parts(pilot)
        await press(pilot, "f11")
        await type_in(pilot, "Ringing before the visit")
        await press(pilot, "ctrl+s")
        assert "It is not said by when." in await without_notes(pilot)
        assert two.record().agreed_actions == ()
        pilot.app.screen.query_one("#kind", Select).focus()
        await press(pilot, "enter", "down", "enter", "ctrl+s")
        assert isinstance(pilot.app.screen, OneToOnePage)
    (strength,) = two.record().agreed_actions
    assert (strength.what, strength.due, strength.status) == ("Ringing before the visit", None, Status.AGREED)


@pytest.mark.parametrize("who", [SAM, BO])
async def test_what_may_identify_somebody_is_said_while_either_writes(two: Two, who: str) -> None:
    two.begun()
    async with two.at(who) as pilot:
        await at_parts(pilot)
        await type_in(pilot, "Mrs Jones rang")
        await wait_for(pilot, lambda: "identify" in flat(pilot), "the reminder")
        await press(pilot, "ctrl+n")
        assert "identify" not in flat(pilot)


async def test_what_may_identify_somebody_is_said_while_writing_a_topic(two: Two) -> None:
    two.begun()
    async with two.at(SAM) as pilot:
        await at_parts(pilot)
        await press(pilot, "ctrl+t")
        assert isinstance(pilot.app.screen, TopicDialog)
        await type_in(pilot, "Mrs Jones rang")
        await wait_for(pilot, lambda: "May identify" in flat(pilot), "the reminder")
