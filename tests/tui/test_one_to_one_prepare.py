"""Before a one-to-one: what each of the two finds on its page, and where it leads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from one_to_one_stage import BO, RING, SAM, Two, at_prepare, flat, type_in, without_notes
from reflect.domain.actions.action import Evidence, EvidenceKind
from reflect.domain.supervision.agreement import Terms
from reflect.domain.supervision.one_to_one import Kind, MeetingStatus
from reflect.tui.dialogs.read import ReadDialog
from reflect.tui.dialogs.share import ShareDialog
from reflect.tui.dialogs.what_goes import WhatGoesDialog
from reflect.tui.screens.action import ActionPage
from reflect.tui.screens.agreement import AgreementPage
from reflect.tui.screens.one_to_one import OneToOnePage
from reflect.tui.screens.record import RecordPage
from reflect.tui.screens.share_several import ShareSeveralPage
from reflect.tui.screens.shared import SharedPage
from reflect.tui.screens.with_person import WithPersonPage
from reflect.tui.screens.working_notes import WorkingNotesPage
from reflect.tui.widgets.choices import Choices
from waiting import press, settle, wait_for

TERMS = Terms(
    stage="employer-england",
    start=date(2026, 2, 2),
    review=date(2027, 2, 2),
    every_days=28,
    minutes=90,
    working_notes=True,
)


def agree(two: Two, terms: Terms = TERMS) -> None:
    with two.signed_in(SAM) as sam, two.signed_in(BO) as bo:
        agreement = sam.agreements.draw_up(BO, terms)
        sam.agreements.sign(agreement.id)
        bo.agreements.sign(agreement.id)


async def test_what_one_marked_for_it_is_theirs_alone_to_see_and_is_shared_from_here(two: Two) -> None:
    with two.signed_in(BO) as bo:
        answer = bo.reflecting.add_answer("child-m", "ask-about-a-day", text="Not always.", scale=None)
        bo.sharing.prepare({answer.id: None})
    async with two.at(SAM) as pilot:
        await at_prepare(pilot)
        assert "Do I always ask a child" not in flat(pilot)
    async with two.at(BO) as pilot:
        await at_prepare(pilot)
        assert "Prepared by you, not shared: only you see it" in flat(pilot)
        await press(pilot, "home", "enter")
        assert isinstance(pilot.app.screen, ShareDialog)
        await press(pilot, "s")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, WithPersonPage), "the page again")
        await settle(pilot)
        assert f"Shared with {SAM} Do I always ask a child" in await without_notes(pilot)
        await press(pilot, "home", "enter")
        assert isinstance(pilot.app.screen, ReadDialog)
        assert "Not always. Not opened yet." in flat(pilot)
    async with two.at(SAM) as pilot:
        await at_prepare(pilot)
        await press(pilot, "home", "enter")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, SharedPage), "what was shared")


async def test_previous_actions_come_first_then_what_is_shared_then_the_topics_of_both(two: Two) -> None:
    two.agreed_action()
    two.shared()
    two.begun()
    for name, shared in ((SAM, "Shared with you"), (BO, f"Shared with {SAM}")):
        async with two.at(name, (120, 40)) as pilot:
            await at_prepare(pilot)
            told = flat(pilot)
            parts = ("Previous actions", RING, shared, "Do I always", "Agenda", "The visit", "Between you")
            places = [told.index(part) for part in parts]
            assert places == sorted(places)


async def test_several_answers_can_be_chosen_to_be_shared_with_whom_this_page_is_about(two: Two) -> None:
    with two.signed_in(SAM) as sam:
        sam.people.invite("Ada Cover", "Nurse")
        sam.links.add("Ada Cover", BO)
    with two.signed_in(BO) as bo:
        bo.reflecting.add_answer("child-m", "ask-about-a-day", text="Not always.", scale=None)
        prepared = bo.reflecting.add_answer("child-m", "missed-visits", text="I rang.", scale=None)
        bo.sharing.prepare({prepared.id: None})
        two.stage.workspace.clock.go_on(minutes=1)
        bo.reflecting.add_answer("child-m", "ask-about-a-day", text="Yes.", scale=None)
    async with two.at(BO) as pilot:
        await at_prepare(pilot)
        await press(pilot, "s")
        assert isinstance(pilot.app.screen, ShareSeveralPage)
        assert "Sam Supervisor would read what is marked" in flat(pilot)
        assert "I rang." in flat(pilot)  # the one that was prepared comes first
        await press(pilot, "space", "down", "space")
        assert "2 of 3 answers marked" in flat(pilot)
        await press(pilot, "s")
        assert isinstance(pilot.app.screen, WhatGoesDialog)
        await press(pilot, "s")
        await settle(pilot)
        assert isinstance(pilot.app.screen, WithPersonPage)
    with two.signed_in(SAM) as sam:
        assert len(sam.one_to_ones.prepare(BO).shares) == 2
    async with two.at(SAM) as pilot:
        await at_prepare(pilot)
        await press(pilot, "s")
        assert isinstance(pilot.app.screen, WithPersonPage)


async def test_the_agreement_and_what_is_due_follow_from_what_the_two_signed(two: Two) -> None:
    async with two.at(BO) as pilot:
        await at_prepare(pilot)
        assert "There is no agreement yet" in flat(pilot)
    agree(two, replace(TERMS, review=date(2026, 3, 1)))
    async with two.at(BO) as pilot:
        await at_prepare(pilot)
        assert "The agreement is to be reviewed (since Sunday 1 March 2026)" in flat(pilot)
        assert "By how often you meet, the next is due by Monday 2 March 2026." in flat(pilot)
        await press(pilot, "d")
        assert "Monday 2 March 2026" in flat(pilot)
        await press(pilot, "ctrl+s")
        assert "Planned for today, scheduled." in flat(pilot)
        await press(pilot, "end", "enter")
        assert isinstance(pilot.app.screen, AgreementPage)


async def test_the_number_of_working_notes_stands_on_the_page_of_whom_they_are_about(two: Two) -> None:
    agree(two)
    with two.signed_in(SAM) as sam:
        sam.working_notes.add(BO, "Ask again in May.")
    async with two.at(BO) as pilot:
        await at_prepare(pilot)
        assert "1 working note about you: you can ask to see it" in flat(pilot)
        assert "Ask again" not in flat(pilot)
        await press(pilot, "end", "enter")
        assert isinstance(pilot.app.screen, WorkingNotesPage)
        await press(pilot, "s", "escape")
        await at_prepare(pilot)
        assert "1 working note about you: asked for, or handed over to you" in await without_notes(pilot)
    with two.signed_in(SAM) as sam:
        sam.working_notes.add(BO, "Ask again in June.")
    async with two.at(BO) as pilot:
        await at_prepare(pilot)
        assert "2 working notes about you: you can ask to see 1 more" in flat(pilot)


async def test_an_action_whose_recheck_has_come_is_looked_at_again(two: Two) -> None:
    action = two.agreed_action()
    today = two.stage.workspace.clock.today()
    with two.signed_in(BO) as bo, two.signed_in(SAM) as sam:
        bo.acting.done(action.id, evidence=Evidence(EvidenceKind.RECORD, "It is in the file.", today))
        sam.acting.confirm(action.id, "The child is seen.")
        two.stage.workspace.clock.go_on(days=120)
    async with two.at(BO) as pilot:
        await at_prepare(pilot)
        assert f"To look at again: has it lasted? G green look again 31 May {RING}" in flat(pilot)
        await press(pilot, "home", "enter")
        assert isinstance(pilot.app.screen, ActionPage)


async def test_a_day_that_is_none_is_refused_in_the_dialog_and_nothing_is_planned(two: Two) -> None:
    async with two.at(SAM) as pilot:
        await at_prepare(pilot)
        await press(pilot, "d", "ctrl+s")
        assert "No day was given" in flat(pilot)
        await type_in(pilot, "someday")
        await press(pilot, "ctrl+s")
        assert "is not a date that is understood here" in flat(pilot)
        await press(pilot, "escape", "right", "enter")
        assert isinstance(pilot.app.screen, WithPersonPage)
        assert pilot.app.screen.query_one(Choices).option_count > 0
    with two.signed_in(SAM) as sam:
        assert sam.one_to_ones.all() == ()
        assert sam.one_to_ones.prepare(BO).next_day is None


async def test_what_is_got_ready_for_the_next_does_not_go_into_a_record_that_waits_for_a_signature(
    two: Two,
) -> None:
    meeting = two.begun()
    with two.signed_in(SAM) as sam:
        sam.one_to_ones.sign(meeting)
    async with two.at(BO) as pilot:
        await at_prepare(pilot)
        assert "n Topic" not in flat(pilot)
        await press(pilot, "d", *"in 4 weeks", "ctrl+s")
        assert "Planned for Monday 30 March 2026" in flat(pilot)
        await press(pilot, "n", *"Nights", "ctrl+s", "end", "up")
        assert "The record of Monday 2 March 2026 waits for you to sign not agreed by the supervisee" in flat(
            pilot
        )
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, RecordPage)
        await press(pilot, *"zz")
    with two.signed_in(SAM) as sam:
        assert sam.one_to_ones.one(meeting).signed_by == (sam.person.id,)
        assert [topic.text for topic in two.record(SAM).topics] == ["Nights"]


async def test_one_that_came_up_begins_beside_the_one_that_is_planned(two: Two) -> None:
    planned = two.planned()
    async with two.at(SAM) as pilot:
        await at_prepare(pilot)
        await press(pilot, "h")
        assert "It is planned for Monday 9 March 2026, and begins now." in flat(pilot)
        await press(pilot, "shift+tab", "enter", "down", "enter")
        assert "It is set down as ad hoc; the one planned for Monday 9 March 2026 stays." in flat(pilot)
        await press(pilot, "tab", *"By phone", "ctrl+s")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, OneToOnePage), "the parts")
        await settle(pilot)
    with two.signed_in(BO) as bo:
        came_up, stays = bo.one_to_ones.prepare(SAM).meeting, bo.one_to_ones.one(planned)
    assert came_up is not None
    assert (came_up.kind, came_up.status) == (Kind.AD_HOC, MeetingStatus.HELD)
    assert came_up.facts.place == "By phone"
    assert (stays.kind, stays.status) == (Kind.SCHEDULED, MeetingStatus.PLANNED)


async def test_one_can_go_on_with_the_record_that_waits_for_a_signature_or_begin_another(two: Two) -> None:
    first = two.begun()
    with two.signed_in(SAM) as sam:
        sam.one_to_ones.end(first)
        sam.one_to_ones.sign(first)
    async with two.at(SAM) as pilot:
        await at_prepare(pilot)
        assert "h Go on o Begin another" in flat(pilot)
        await press(pilot, "h")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, OneToOnePage), "the record as it was left")
        await press(pilot, "escape", "o")
        assert "This one is set down as ad hoc; that of Monday 2 March 2026 still waits" in flat(pilot)
        await press(pilot, *"By phone", "ctrl+s")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, OneToOnePage), "the parts")
        await settle(pilot)
    with two.signed_in(BO) as bo:
        prepared, waits = bo.one_to_ones.prepare(SAM), bo.one_to_ones.one(first)
    assert prepared.meeting is not None
    assert (prepared.meeting.kind, prepared.meeting.facts.place) == (Kind.AD_HOC, "By phone")
    assert [one.id for one in prepared.unsigned] == [first]
    assert len(waits.signed_by) == 1


async def test_each_day_says_what_it_is_for_and_whose_signature_is_missing_where_there_is_little_room(
    two: Two,
) -> None:
    two.agreed_action("Bring a leaflet")
    done = two.agreed_action()
    meeting = two.begun()
    with two.signed_in(BO) as bo:
        bo.acting.note(two.agreed_action("Write it down").id, "Begun.")
        today = two.stage.workspace.clock.today()
        bo.acting.done(done.id, evidence=Evidence(EvidenceKind.RECORD, "It is in the file.", today))
        for action in bo.one_to_ones.one(meeting).unanswered:
            bo.acting.note(action.id, "Spoken of.")
        bo.one_to_ones.sign(meeting)
        bo.one_to_ones.plan(SAM, date(2026, 3, 30))
    async with two.at(BO) as pilot:
        await at_prepare(pilot)
        assert "by 22 Mar Bring a leaflet" in flat(pilot)
        assert f"done 2 Mar {RING}" in flat(pilot)
        await press(pilot, "end")
        assert f"The record of 2 Mar 2026 is to be signed by {SAM}" in flat(pilot)
