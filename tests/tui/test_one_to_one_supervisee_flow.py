"""From the plan to the locked record by keys alone, as the supervisee, with the supervisor at the same keyboard."""

from __future__ import annotations

from one_to_one_stage import (
    BO,
    SAM,
    Two,
    add_topic,
    agree,
    at_prepare,
    at_record,
    begin,
    flat,
    go_to_part,
    hand_back,
    hand_over,
    note_on_marked_action,
    plan,
    sign,
    write,
)
from reflect.domain.supervision.entry import Section
from waiting import press


async def test_a_supervisee_from_the_plan_to_a_locked_record_at_one_keyboard(two: Two) -> None:
    two.agreed_action()
    two.shared()
    async with two.at(BO) as pilot:
        await at_prepare(pilot)
        assert "Nothing is planned." in flat(pilot)
        await plan(pilot, "friday")
        assert "Planned for Friday 6 March 2026" in flat(pilot)
        await add_topic(pilot, "My caseload")
        assert "My caseload" in flat(pilot)

        await begin(pilot, "Room 2")
        assert "Part 1 of 10 · Previous actions" in flat(pilot)
        assert "Not agreed by the supervisee" in flat(pilot)
        await note_on_marked_action(pilot, "rang twice")
        assert "not been spoken of" not in flat(pilot)
        await press(pilot, "ctrl+n")
        await write(pilot, "too many")
        await press(pilot, "ctrl+n", "space")
        assert "[x]" in flat(pilot)
        await go_to_part(pilot, Section.WELLBEING)
        await write(pilot, "tired")
        await agree(pilot, "See the nurse", "in 2 weeks")

        await hand_over(pilot)
        assert f"{SAM}'s note: write here" in flat(pilot)
        assert f"{BO}'s comment: to read tired" in flat(pilot)
        await write(pilot, "fewer visits")
        await at_record(pilot)
        await sign(pilot)
        assert two.record(BO).label.endswith(f"(signed by {SAM} only)")
        await hand_back(pilot)
        assert "Not agreed by the supervisee (signed" in flat(pilot)
        await sign(pilot)
        assert "Both have signed: the record is locked, and only addenda follow." in flat(pilot)

    record = two.record()
    assert record.agreed
    assert record.facts.place == "Room 2"
    assert two.said(BO, Section.WELLBEING) == ["tired"]
    assert two.said(SAM, Section.WELLBEING) == ["fewer visits"]
    assert two.said(BO, Section.AGENDA, record.topics[0].id) == ["too many"]
    assert [share.text for share in record.shared] != []
    assert [action.what for action in record.agreed_actions] == ["See the nurse"]
