"""`reflect supervision` before a one-to-one is held: planned, moved, cancelled, prepared, seen by the two of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_line import CommandLine
from own_actions import WHAT
from promised import promised
from two_on_the_command_line import ADMIN, SUPERVISEE, SUPERVISOR, TwoPeople


@pytest.fixture
def two(reflect: CommandLine, tmp_path: Path) -> TwoPeople:
    return TwoPeople(reflect, tmp_path)


@pytest.mark.parametrize("by", [SUPERVISOR, SUPERVISEE])
def test_either_of_the_two_plans_and_both_see_it(two: TwoPeople, by: str) -> None:
    meeting = two.planned("next Monday", by=by)
    for name in (SUPERVISOR, SUPERVISEE):
        (one,) = two.listed(name)
        assert (one["id"], one["status"], one["kind"]) == (meeting, "planned", "scheduled")
        assert (one["supervisor"], one["supervisee"], one["planned"]) == (
            SUPERVISOR,
            SUPERVISEE,
            "2026-03-09",
        )
        assert meeting[:8] in two.done(name, "supervision", "list").out


def test_what_is_missing_is_named_where_nobody_can_be_asked(two: TwoPeople) -> None:
    for words, option in (
        (("plan", SUPERVISEE), "--on"),
        (("cancel", "abcd1234"), "--reason"),
        (("cancel", "abcd1234", "--reason", "unwell"), "--new"),
        (("note", "abcd1234"), "--section"),
        (("action", "abcd1234"), "--due"),
    ):
        code, said = two.refused(SUPERVISOR, "supervision", *words)
        assert (code, option in said) == (2, True), words
    assert two.listed(SUPERVISOR) == []


def test_one_is_moved_to_another_day(two: TwoPeople) -> None:
    meeting = two.planned()
    said = two.told(SUPERVISEE, "supervision", "replan", meeting[:8], "--on", "16/3/26")
    assert "It was planned for Monday 9 March 2026." in said
    assert said.endswith("Planned, scheduled, Monday 16 March 2026.")
    assert [one["planned"] for one in two.listed(SUPERVISOR)] == ["2026-03-16"]


def test_what_was_held_is_named_by_the_day_on_which_it_was_held_not_by_that_of_the_plan(
    two: TwoPeople,
) -> None:
    meeting = two.planned("2026-03-09")
    held = "Held, scheduled, Monday 2 March 2026."
    for words in (
        ("begin", meeting),
        ("put", meeting, "--place", "Room 2"),
        ("end", meeting),
    ):
        said = two.told(SUPERVISOR, "supervision", *words)
        assert held in said, said
        assert "9 March" not in said


def test_one_that_is_cancelled_has_a_reason_and_a_new_day(two: TwoPeople) -> None:
    meeting = two.planned()
    said = two.done(
        SUPERVISEE, "supervision", "cancel", meeting, "--reason", "-", "--new", "12 March", stdin="unwell"
    )
    new = said.out.strip()
    found = {one["id"]: one for one in two.listed(SUPERVISOR)}
    assert set(found) == {meeting, new}
    assert (found[meeting]["status"], found[meeting]["cancelled_reason"]) == ("cancelled", "unwell")
    assert (found[new]["status"], found[new]["planned"]) == ("planned", "2026-03-12")
    assert "Cancelled because: unwell" in two.done(SUPERVISOR, "supervision", "show", meeting).out


def test_the_new_day_may_be_given_as_on_too(two: TwoPeople) -> None:
    meeting = two.planned()
    two.done(SUPERVISOR, "supervision", "cancel", meeting, "--reason", "leave", "--on", "2026-03-20")
    assert sorted(one["planned"] for one in two.listed(SUPERVISOR)) == ["2026-03-09", "2026-03-20"]


def test_one_that_came_up_is_held_beside_the_one_that_is_planned(two: TwoPeople) -> None:
    two.planned()
    assert two.refused(SUPERVISEE, "supervision", "plan", SUPERVISOR, "--on", "10 March")[0] == 2
    two.planned("10 March", "--ad-hoc")
    assert sorted(one["kind"] for one in two.listed(SUPERVISEE)) == ["ad-hoc", "scheduled"]
    assert [one["planned"] for one in two.done(SUPERVISEE, "supervision", "next", "--json").json] == [
        "2026-03-09", "2026-03-10",
    ]  # fmt: skip


def test_each_sees_at_once_what_the_other_puts_on_the_agenda(two: TwoPeople) -> None:
    code, said = two.refused(SUPERVISEE, "supervision", "topic", SUPERVISOR, stdin="Night visits")
    assert (code, "supervision plan" in said) == (2, True)
    meeting = two.planned()
    two.topic(SUPERVISEE, "Night visits")
    two.topic(SUPERVISOR, "Leave in April")
    for name, other in ((SUPERVISOR, SUPERVISEE), (SUPERVISEE, SUPERVISOR)):
        (one,) = two.listed(name)
        assert [(topic["by"], topic["text"]) for topic in one["agenda"]] == [
            (SUPERVISEE, "Night visits"), (SUPERVISOR, "Leave in April"),
        ]  # fmt: skip
        prepared = two.done(name, "supervision", "prepare", other).out
        assert meeting[:8] in prepared
        assert f"{SUPERVISEE}: Night visits" in prepared


def test_a_topic_for_the_next_does_not_go_into_a_record_that_waits_for_a_signature(two: TwoPeople) -> None:
    waiting = two.begun()
    during = two.topic(SUPERVISEE, "While it is held")
    two.done(SUPERVISOR, "supervision", "end", waiting)
    two.done(SUPERVISOR, "supervision", "sign", waiting)
    assert two.refused(SUPERVISEE, "supervision", "topic", SUPERVISOR, stdin="For the next")[0] == 2
    after = two.planned("in 4 weeks")
    two.topic(SUPERVISEE, "For the next")
    assert [one["id"] for one in two.record(SUPERVISEE, waiting)["entries"]] == [during]
    assert [one["text"] for one in two.record(SUPERVISEE, after)["agenda"]] == ["For the next"]
    assert two.record(SUPERVISEE, waiting)["signed_by"] == [SUPERVISOR]


def test_to_prepare_previous_actions_come_first_and_then_what_was_shared(two: TwoPeople) -> None:
    meeting = two.begun()
    action = two.done(
        SUPERVISOR, "supervision", "action", meeting, "--due", "in 3 weeks", stdin=WHAT
    ).out.strip()
    for name in (SUPERVISOR, SUPERVISEE):
        two.done(name, "supervision", "sign", meeting)
    two.planned("in 4 weeks")
    words = ("answer", "add", "child-s", "what-probably-means")
    answer = two.done(SUPERVISEE, *words, stdin="I rang too late").out.strip()
    share = two.done(SUPERVISEE, "share", "add", answer, "--yes").out.strip()
    prepared = two.done(SUPERVISOR, "supervision", "prepare", SUPERVISEE).out
    order = [
        prepared.index(words)
        for words in ("PREVIOUS ACTIONS", action[:8], "SHARED", share[:8], "AGENDA", "DUE")
    ]
    assert order == sorted(order)
    assert "There is no agreement yet" in prepared


def test_when_the_next_is_due_follows_from_the_agreement(two: TwoPeople) -> None:
    two.agreement()
    two.signed()
    (due,) = two.done(SUPERVISOR, "supervision", "due", "--json").json
    assert (due["person"], due["supervises_me"], due["held"], due["planned"], due["by"], due["overdue"]) == (
        SUPERVISEE, False, "2026-03-02", None, "2026-03-30", False,
    )  # fmt: skip
    assert "Monday 30 March 2026" in two.told(SUPERVISOR, "supervision", "next", SUPERVISEE)
    two.clock.go_on(days=40)
    (due,) = two.done(SUPERVISEE, "supervision", "due", "--json").json
    assert (due["person"], due["supervises_me"], due["overdue"]) == (SUPERVISOR, True, True)
    assert "overdue: due by 30 Mar 2026" in two.done(SUPERVISOR, "supervision", "due").out


def test_nobody_else_learns_that_there_is_one(two: TwoPeople) -> None:
    meeting = two.planned()
    two.done(ADMIN, "supervision", "list")  # what there is to be told is told
    assert two.listed(ADMIN) == []
    for words in (("show", "{}"), ("sign", "{}"), ("begin", "{}"), ("export", "{}"), ("addendum", "{}")):
        known, unknown = (
            two.refused(ADMIN, "supervision", *(word.format(id_) for word in words), stdin="x")
            for id_ in (meeting, "abcd1234")
        )
        assert known == unknown
        assert known[0] == 4
    assert two.refused(ADMIN, "supervision", "prepare", SUPERVISEE)[0] == 4
    assert two.refused(ADMIN, "supervision", "plan", SUPERVISEE, "--on", "tomorrow")[0] == 4


def test_the_json_has_the_promised_keys(two: TwoPeople) -> None:
    two.agreement()
    meeting = two.signed()
    two.planned("in 4 weeks")
    keys = promised("## `reflect supervision list --json`")
    assert {
        "id", "supervisor", "supervisee", "kind", "status", "planned", "started", "ended", "next",
        "cancelled_reason", "agenda", "actions", "signed_by", "agreed", "locked",
    } <= keys  # fmt: skip
    assert all(set(one) == keys for one in two.listed(SUPERVISOR))
    assert set(two.record(SUPERVISOR, meeting)) == keys | promised("## `reflect supervision show ID --json`")
    (due,) = two.done(SUPERVISOR, "supervision", "due", "--json").json
    assert set(due) == promised("## `reflect supervision due --json`")
    audit = two.done(SUPERVISOR, "supervision", "audit", SUPERVISEE, "--json").json
    assert set(audit) == promised("## `reflect supervision audit NAME --json`")


def test_who_may_do_what_is_said_in_the_help(reflect: CommandLine) -> None:
    for verb in ("plan", "cancel", "begin", "note", "change", "discuss", "action", "end", "sign", "addendum"):
        said = " ".join(reflect("supervision", verb, "--help").out.split())
        assert "of the two" in said or "its author only" in said, verb
    assert "for the supervisor" in reflect("supervision", "working", "add", "--help").out
    assert "who leads it" in reflect("supervision", "dates", "--help").out


def test_a_list_says_in_whole_words_what_became_of_each(two: TwoPeople) -> None:
    two.signed()
    two.planned("today", "--ad-hoc")
    listed = two.done(SUPERVISEE, "supervision", "list").out
    assert f"agreed by both          {SUPERVISOR}, your supervisor" in listed
    assert "planned, ad hoc" in listed
    assert "…" not in listed
