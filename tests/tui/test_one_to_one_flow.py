"""From the plan to the locked record by keys alone: as the supervisor, as the supervisee, and both at one keyboard."""

from __future__ import annotations

from one_to_one_stage import (
    BO,
    SAM,
    Two,
    add_topic,
    agree,
    at_parts,
    at_prepare,
    at_record,
    begin,
    flat,
    give_passphrase,
    go_to_part,
    hand_back,
    hand_over,
    note_on_marked_action,
    plan,
    sign,
    type_in,
    without_notes,
    write,
)
from reflect.domain.actions.action import Status
from reflect.domain.supervision.entry import Section
from reflect.domain.supervision.one_to_one import MeetingStatus
from reflect.tui.screens.one_to_one import OneToOnePage
from reflect.tui.screens.record import RecordPage
from waiting import press, settle, wait_for

WRONG = "not this one"


async def test_a_supervisor_from_the_plan_to_a_locked_record_at_one_keyboard(two: Two) -> None:
    two.agreed_action()
    two.shared()
    async with two.at(SAM) as pilot:
        await at_prepare(pilot)
        assert "Nothing is planned." in flat(pilot)
        assert flat(pilot).index("Previous actions") < flat(pilot).index("Shared with you")
        assert "Ring the school nurse" in flat(pilot)

        await plan(pilot, "friday")
        assert "Planned for Friday 6 March 2026" in flat(pilot)
        await add_topic(pilot, "The school")
        assert "The school Sam Supervisor" in flat(pilot)

        await begin(pilot, "Room 2")
        assert "Part 1 of 10 · Previous actions" in flat(pilot)
        assert "Not agreed by the supervisee" in flat(pilot)
        assert "1 previous action has not been spoken of" in flat(pilot)

        await note_on_marked_action(pilot, "rang twice")
        assert isinstance(pilot.app.screen, OneToOnePage)
        assert "not been spoken of" not in flat(pilot)

        await press(pilot, "ctrl+n")
        await write(pilot, "we spoke of it")
        await press(pilot, "ctrl+n", "space")
        assert "[x]" in flat(pilot)
        await go_to_part(pilot, Section.WELLBEING)
        await write(pilot, "tired but well")

        await agree(pilot, "See the nurse", "in 2 weeks")
        assert "Agreed, due Monday 16 March 2026" in flat(pilot)

        await press(pilot, "ctrl+r", "tab", "tab", "tab")
        await type_in(pilot, "10:30")
        await press(pilot, "tab")
        await type_in(pilot, "in 4 weeks")
        await press(pilot, "ctrl+s")

        await hand_over(pilot)
        assert f"{BO}'s comment: write here" in flat(pilot)
        assert f"{SAM}'s note: to read tired but well" in flat(pilot)
        await write(pilot, "more tired than that")
        await at_record(pilot)
        assert "See the nurse" in flat(pilot) or "Room 2" in flat(pilot)
        await sign(pilot)
        assert "Not agreed by the supervisee and the" in flat(pilot)
        assert two.record(BO).label.endswith(f"(signed by {BO} only)")
        await hand_back(pilot)
        await sign(pilot)
        assert "Both have signed: the record is locked, and only addenda follow." in flat(pilot)
        assert "Not agreed" not in flat(pilot)

        await press(pilot, "n")
        await type_in(pilot, "It was the 4th")
        await press(pilot, "ctrl+s")
        assert "It was the 4th" in await without_notes(pilot)

    record = two.record(BO)
    assert record.agreed
    assert (record.facts.place, record.facts.next is not None) == ("Room 2", True)
    assert two.said(SAM, Section.WELLBEING) == ["tired but well"]
    assert two.said(BO, Section.WELLBEING) == ["more tired than that"]
    assert two.said(SAM, Section.AGENDA, record.topics[0].id) == ["we spoke of it"]
    assert [share.text for share in record.shared] != []
    assert [(action.what, action.status) for action in record.agreed_actions] == [
        ("See the nurse", Status.AGREED)
    ]
    assert [entry.text for entry in record.addenda] == ["It was the 4th"]


async def test_a_supervisee_from_their_topic_to_the_second_signature(two: Two) -> None:
    two.planned()
    two.agreed_action()
    async with two.at(BO) as pilot:
        await at_prepare(pilot)
        await add_topic(pilot, "My caseload")
        with two.signed_in(SAM) as sam:
            (meeting,) = sam.one_to_ones.all()
            sam.one_to_ones.begin(meeting.id)
            sam.one_to_ones.add(meeting.id, Section.LEARNING, "The course in May")
            sam.acting.note(meeting.id and sam.one_to_ones.one(meeting.id).previous[0].id, "Looked at")
            sam.one_to_ones.sign(meeting.id)
        await press(pilot, "escape")
        await press(pilot, "1", "enter")
        await at_parts(pilot)
        assert f"Not agreed by the supervisee (signed by {SAM} only)" in flat(pilot)
        await go_to_part(pilot, Section.LEARNING)
        assert f"{SAM}'s note: to read The course in May" in flat(pilot)
        await at_record(pilot)
        await sign(pilot)
        assert "Both have signed" in flat(pilot)
        await press(pilot, "escape")
        await settle(pilot)
        assert not isinstance(pilot.app.screen, OneToOnePage)
    assert two.record().agreed


async def test_a_comment_after_a_signature_makes_it_void_and_says_so(two: Two) -> None:
    meeting = two.begun()
    with two.signed_in(SAM) as sam:
        sam.one_to_ones.sign(meeting)
    async with two.at(BO) as pilot:
        await at_parts(pilot)
        assert "Whatever is changed now makes that signature void." in flat(pilot)
        await go_to_part(pilot, Section.DISAGREEMENT)
        await write(pilot, "I see it otherwise")
        await wait_for(
            pilot,
            lambda: f"{SAM}'s signature no longer counts: {BO} changed the record" in flat(pilot),
            "what became of the signature",
        )
        assert "signed by" not in flat(pilot)
    assert two.record().signed_by == ()


async def test_after_a_wrong_passphrase_three_times_nothing_is_lost_and_both_sign(two: Two) -> None:
    two.begun()
    clock = two.stage.workspace.clock
    async with two.at(SAM) as pilot:
        await at_parts(pilot)
        await go_to_part(pilot, Section.WELLBEING)
        await type_in(pilot, "every word")
        await hand_over(pilot, WRONG)
        assert "That passphrase is not right. Please wait 1 second" in flat(pilot)
        for seconds, wait in ((1, "2 seconds"), (2, "4 seconds")):
            clock.go_on(seconds=seconds)
            await give_passphrase(pilot, WRONG)
            assert f"Please wait {wait}" in flat(pilot)
        await give_passphrase(pilot)
        assert not pilot.app.desk.is_handed_over
        clock.go_on(seconds=4)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, OneToOnePage)
        assert "every word" in flat(pilot)
        await type_in(pilot, " and more")
        await hand_over(pilot)
        assert f"{SAM}'s note: to read every word and more" in flat(pilot)
        await at_record(pilot)
        await sign(pilot)
        await hand_back(pilot)
        await sign(pilot)
        assert "Both have signed" in flat(pilot)
    assert two.said(SAM, Section.WELLBEING) == ["every word and more"]
    assert two.record().agreed


async def test_signing_with_a_wrong_passphrase_signs_nothing(two: Two) -> None:
    two.begun()
    async with two.at(SAM) as pilot:
        await at_parts(pilot)
        await at_record(pilot)
        for seconds in (1, 2, 4):
            await (sign(pilot, WRONG) if seconds == 1 else give_passphrase(pilot, WRONG))
            assert f"Please wait {seconds} second" in flat(pilot)
            two.stage.workspace.clock.go_on(seconds=seconds)
        await give_passphrase(pilot)
        assert isinstance(pilot.app.screen, RecordPage)
        assert f"(signed by {SAM} only)" in flat(pilot)
    assert two.record(BO).label.endswith(f"(signed by {SAM} only)")


async def test_nobody_signs_before_each_previous_action_was_spoken_of(two: Two) -> None:
    two.agreed_action()
    two.begun()
    async with two.at(SAM) as pilot:
        await at_parts(pilot)
        await at_record(pilot)
        assert "1 previous action has not been spoken of" in flat(pilot)
        assert "s Sign" not in flat(pilot)
        await press(pilot, "s")
        assert isinstance(pilot.app.screen, RecordPage)
    assert two.record().signatures == ()


async def test_it_is_planned_for_another_day_and_cancelled_with_a_reason(two: Two) -> None:
    two.planned()
    async with two.at(BO) as pilot:
        await at_prepare(pilot)
        await plan(pilot, "in 2 weeks")
        assert "Planned for Monday 16 March 2026" in flat(pilot)
        await press(pilot, "c")
        await press(pilot, "ctrl+s")
        assert "No new day was given" in flat(pilot)
        await type_in(pilot, "in 3 weeks")
        await press(pilot, "shift+tab")
        await type_in(pilot, "I was in court")
        await press(pilot, "ctrl+s")
        assert "Planned for Monday 23 March 2026" in flat(pilot)
    with two.signed_in(SAM) as sam:
        new, old = sam.one_to_ones.all()
    assert (old.status, old.cancelled_reason) == (MeetingStatus.CANCELLED, "I was in court")
    assert new.status is MeetingStatus.PLANNED


async def test_one_that_was_not_planned_is_begun_as_ad_hoc(two: Two) -> None:
    async with two.at(SAM) as pilot:
        await at_prepare(pilot)
        await press(pilot, "h")
        assert "ad hoc" in flat(pilot)
        await press(pilot, "ctrl+s")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, OneToOnePage), "the parts")
        await settle(pilot)
    assert two.record().kind.words == "ad hoc"
    assert two.record().status is MeetingStatus.HELD


async def test_locking_while_the_keyboard_is_handed_over_closes_both(two: Two) -> None:
    two.begun()
    async with two.at(SAM) as pilot:
        await at_parts(pilot)
        await go_to_part(pilot, Section.WELLBEING)
        await hand_over(pilot)
        first, second = pilot.app.desk._before, pilot.app.desk
        await type_in(pilot, "just typed")
        await press(pilot, "ctrl+l")
    assert first is not None
    assert not first.is_in_use
    assert not second.is_in_use
    assert two.said(BO, Section.WELLBEING) == ["just typed"]


async def test_while_the_keyboard_is_handed_over_nothing_leads_to_what_is_the_first_persons_own(
    two: Two,
) -> None:
    two.begun()
    async with two.at(BO) as pilot:
        await at_parts(pilot)
        await hand_over(pilot)
        await press(pilot, "f3", "f2")
        assert isinstance(pilot.app.screen, OneToOnePage)
        await at_record(pilot)
        await press(pilot, "m", "t", "l", "a", "slash", "1")
        assert isinstance(pilot.app.screen, RecordPage)
        await press(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, OneToOnePage)
        assert not pilot.app.desk.is_handed_over
        assert f"{BO}'s comment: write here" in flat(pilot)
