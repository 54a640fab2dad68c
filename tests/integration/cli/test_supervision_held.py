"""`reflect supervision` while a one-to-one is held, until both have signed it and after."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_line import CommandLine
from two_on_the_command_line import SUPERVISEE, SUPERVISOR, TwoPeople

LABEL = "not agreed by the supervisee"


@pytest.fixture
def two(reflect: CommandLine, tmp_path: Path) -> TwoPeople:
    return TwoPeople(reflect, tmp_path)


def test_both_voices_stand_side_by_side(two: TwoPeople) -> None:
    meeting = two.begun()
    two.note(SUPERVISOR, meeting, "We thought about sleep")
    two.note(SUPERVISEE, meeting, "I want to ask sooner")
    for name in (SUPERVISOR, SUPERVISEE):
        entries = two.record(name, meeting)["entries"]
        assert [(one["by"], one["section"], one["text"]) for one in entries] == [
            (SUPERVISOR, "reflective-discussion", "We thought about sleep"),
            (SUPERVISEE, "reflective-discussion", "I want to ask sooner"),
        ]
        shown = two.done(name, "supervision", "show", meeting).out
        assert (
            shown.index("REFLECTIVE DISCUSSION")
            < shown.index("We thought about sleep")
            < shown.index("I want to")
        )


def test_nobody_changes_what_the_other_wrote(two: TwoPeople) -> None:
    meeting = two.begun()
    entry = two.note(SUPERVISOR, meeting, "We thought about sleep")
    code, said = two.refused(SUPERVISEE, "supervision", "change", meeting, entry, stdin="They said nothing")
    assert (code, f"{SUPERVISOR} wrote this" in said) == (3, True)
    two.done(SUPERVISOR, "supervision", "change", meeting, entry[:8], stdin="We thought about nights")
    assert [one["text"] for one in two.record(SUPERVISEE, meeting)["entries"]] == ["We thought about nights"]
    two.done(SUPERVISOR, "supervision", "change", meeting, entry, "--delete")
    assert two.record(SUPERVISEE, meeting)["entries"] == []


def test_a_part_that_is_not_known_names_the_nearest(two: TwoPeople) -> None:
    meeting = two.begun()
    code, said = two.refused(
        SUPERVISOR, "supervision", "note", meeting, "--section", "wellbeing-and-work", stdin="x"
    )
    assert (code, "did you mean `wellbeing-and-workload`?" in said) == (2, True)
    two.note(SUPERVISOR, meeting, "Tired", "Wellbeing and workload")
    assert two.record(SUPERVISOR, meeting)["entries"][0]["section"] == "wellbeing-and-workload"


def test_a_note_can_be_about_a_topic(two: TwoPeople) -> None:
    meeting = two.planned("today")
    topic = two.topic(SUPERVISEE, "Night visits")
    two.done(SUPERVISEE, "supervision", "begin", meeting, "--place", "by video")
    two.note(SUPERVISOR, meeting, "Two this month", "agenda", "--about", topic[:8])
    note = two.record(SUPERVISEE, meeting)["entries"][-1]
    assert (note["about"], note["text"]) == (topic, "Two this month")
    shown = two.done(SUPERVISEE, "supervision", "show", meeting).out
    assert shown.index("Night visits") < shown.index("Two this month")
    assert "by video" in shown
    assert (
        two.refused(
            SUPERVISOR, "supervision", "note", meeting, "--section", "agenda", "--about", "ffff", stdin="x"
        )[0]
        == 2
    )


def test_words_are_needed_and_come_on_standard_input(two: TwoPeople) -> None:
    meeting = two.begun()
    for words in (
        ("note", meeting, "--section", "other"),
        ("action", meeting, "--due", "tomorrow"),
    ):
        code, said = two.refused(SUPERVISOR, "supervision", *words)
        assert (code, "standard input" in said) == (2, True)


def test_a_share_that_was_discussed_is_part_of_the_record_and_stays_once_both_have_signed(
    two: TwoPeople,
) -> None:
    words = ("answer", "add", "child-s", "what-probably-means")
    answer = two.done(SUPERVISEE, *words, stdin="I rang too late").out.strip()
    share = two.done(SUPERVISEE, "share", "add", answer, "--yes").out.strip()
    meeting = two.begun()
    two.done(SUPERVISOR, "supervision", "discuss", meeting, share[:8])
    assert [one["text"] for one in two.record(SUPERVISEE, meeting)["shared"]] == ["I rang too late"]
    two.done(SUPERVISEE, "supervision", "leave-out", meeting, share[:8])
    assert two.record(SUPERVISEE, meeting)["shared"] == []
    two.done(SUPERVISEE, "supervision", "discuss", meeting, share)
    for name in (SUPERVISOR, SUPERVISEE):
        assert "1 share discussed" in two.told(name, "supervision", "sign", meeting)
    assert two.refused(SUPERVISEE, "share", "withdraw", share)[0] == 3


def test_an_action_is_agreed_on_the_spot_and_asked_for_the_next_time(two: TwoPeople) -> None:
    meeting = two.begun()
    words = ("supervision", "action", meeting, "--due", "in 3 weeks", "--know", "Two records name both")
    action = two.done(SUPERVISOR, *words, stdin="Ask both parents").out.strip()
    own = ("supervision", "action", meeting, "--due", "in 1 week", "--owner", SUPERVISOR)
    two.done(SUPERVISEE, *own, stdin="Find cover for the visit")
    (first, second) = two.record(SUPERVISEE, meeting)["actions"]
    assert (first["id"], first["what"], first["owner"], first["due"], first["previous"]) == (
        action, "Ask both parents", SUPERVISEE, "2026-03-23", False,
    )  # fmt: skip
    assert second["owner"] == SUPERVISOR
    for name in (SUPERVISOR, SUPERVISEE):
        two.done(name, "supervision", "sign", meeting)

    two.clock.go_on(days=28)
    later = two.begun()
    code, said = two.refused(SUPERVISOR, "supervision", "sign", later)
    assert (code, "2" in said) == (2, True)
    two.done(SUPERVISEE, "action", "note", action, stdin="Asked at five visits")
    for one in (action, second["id"]):
        two.done(
            SUPERVISEE if one == action else SUPERVISOR,
            "action",
            "carry",
            one,
            "--due",
            "in 2 weeks",
            stdin="Leave",
        )
    assert "has signed" in two.told(SUPERVISOR, "supervision", "sign", later)


def test_one_that_has_not_begun_is_not_signed(two: TwoPeople) -> None:
    assert two.refused(SUPERVISOR, "supervision", "sign", two.planned())[0] == 2


def test_each_signs_with_their_own_passphrase_and_is_told_what(two: TwoPeople, tmp_path: Path) -> None:
    meeting = two.begun()
    two.note(SUPERVISOR, meeting, "We thought about sleep")
    said = two.told(SUPERVISOR, "supervision", "sign", meeting)
    two.clock.go_on(minutes=1)
    assert f"{SUPERVISOR} has signed: the one-to-one of Monday 2 March 2026" in said
    assert "1 note, 0 previous actions" in said
    assert f"{LABEL} (signed by {SUPERVISOR} only)" in said
    assert "it is locked" in two.told(SUPERVISEE, "supervision", "sign", meeting)
    one = two.record(SUPERVISEE, meeting)
    assert (one["signed_by"], one["agreed"], bool(one["locked"])) == ([SUPERVISOR, SUPERVISEE], True, True)


def test_a_wrong_passphrase_signs_nothing(two: TwoPeople, reflect: CommandLine, tmp_path: Path) -> None:
    meeting = two.begun()
    wrong = reflect.as_somebody(SUPERVISEE, "not mine", tmp_path / "wrong")("supervision", "sign", meeting)
    assert (wrong.code, wrong.out) == (5, "")
    two.clock.go_on(seconds=5)
    assert two.record(SUPERVISOR, meeting)["signed_by"] == []


def test_a_change_after_one_signature_makes_it_void_and_says_so(two: TwoPeople) -> None:
    meeting = two.begun()
    two.done(SUPERVISOR, "supervision", "sign", meeting)
    words = ("supervision", "note", meeting, "--section", "other")
    assert f"The signature of {SUPERVISOR} no longer counts" in two.told(
        SUPERVISEE, *words, stdin="One more thing"
    )
    one = two.record(SUPERVISOR, meeting)
    assert (one["signed_by"], [(gone["signed_by"], gone["changed_by"]) for gone in one["voided"]]) == (
        [], [(SUPERVISOR, SUPERVISEE)],
    )  # fmt: skip
    assert "no longer counts" in two.done(SUPERVISOR, "supervision", "show", meeting).out


def test_what_is_signed_by_both_is_locked_and_takes_addenda_only(two: TwoPeople) -> None:
    meeting = two.signed()
    for words in (
        ("note", meeting, "--section", "other"),
        ("put", meeting, "--place", "elsewhere"),
        ("action", meeting, "--due", "tomorrow"),
        ("replan", meeting, "--on", "tomorrow"),
        ("cancel", meeting, "--reason", "unwell", "--new", "tomorrow"),
        ("sign", meeting),
    ):
        assert two.refused(SUPERVISOR, "supervision", *words, stdin="x")[0] == 2, words
    two.done(SUPERVISEE, "supervision", "addendum", meeting, stdin="The visit was on the 4th")
    one = two.record(SUPERVISOR, meeting)
    assert [(added["by"], added["text"]) for added in one["addenda"]] == [
        (SUPERVISEE, "The visit was on the 4th")
    ]
    assert one["agreed"] is True
    assert "The visit was on the 4th" in two.done(SUPERVISOR, "supervision", "show", meeting).out


def test_no_addendum_before_both_have_signed(two: TwoPeople) -> None:
    assert two.refused(SUPERVISOR, "supervision", "addendum", two.begun(), stdin="x")[0] == 2


def test_every_view_says_that_it_is_not_agreed_until_both_have_signed(two: TwoPeople) -> None:
    meeting = two.begun()
    two.note(SUPERVISOR, meeting, "We thought about sleep")
    views = [
        ("list",), ("list", "--json"), ("show", meeting), ("show", meeting, "--json"),
        *(("export", meeting, "--format", kind) for kind in ("md", "html", "json")),
    ]  # fmt: skip

    def saying_so() -> list[tuple[str, ...]]:
        return [
            view
            for view in views
            for name in (SUPERVISOR, SUPERVISEE)
            if LABEL in two.done(name, "supervision", *view).out
        ] + [
            ("prepare",)
            for name, other in ((SUPERVISOR, SUPERVISEE), (SUPERVISEE, SUPERVISOR))
            if LABEL in two.done(name, "supervision", "prepare", other).out
        ]

    both = [view for view in (*views, ("prepare",)) for _ in range(2)]
    assert saying_so() == both
    two.done(SUPERVISOR, "supervision", "sign", meeting)
    assert saying_so() == both
    two.done(SUPERVISEE, "supervision", "sign", meeting)
    assert saying_so() == []


def test_what_is_due_says_that_an_older_record_is_not_agreed(two: TwoPeople) -> None:
    older = two.begun()
    two.done(SUPERVISOR, "supervision", "end", older)
    two.begun()
    for name, other in ((SUPERVISOR, SUPERVISEE), (SUPERVISEE, SUPERVISOR)):
        shown = " ".join(two.done(name, "supervision", "prepare", other).out.split())
        assert f"The record of Monday 2 March 2026 is {LABEL}: reflect supervision sign {older[:8]}" in shown


def test_the_day_of_the_next_is_set_at_the_end_and_put_right_later(two: TwoPeople) -> None:
    meeting = two.begun()
    two.clock.go_on(minutes=70)
    two.done(SUPERVISOR, "supervision", "end", meeting, "--next", "30 March")
    one = two.record(SUPERVISEE, meeting)
    assert (one["started"], one["ended"], one["next"]) == (
        "2026-03-02T09:30:00Z", "2026-03-02T10:40:00Z", "2026-03-30",
    )  # fmt: skip
    two.done(SUPERVISEE, "supervision", "put", meeting, "--next", "31 March", "--place", "Room 4")
    assert (two.record(SUPERVISOR, meeting)["next"], two.record(SUPERVISOR, meeting)["place"]) == (
        "2026-03-31",
        "Room 4",
    )
    assert two.refused(SUPERVISOR, "supervision", "put", meeting)[0] == 2


def test_when_it_was_held_is_put_right(two: TwoPeople) -> None:
    meeting = two.begun()
    two.done(SUPERVISOR, "supervision", "end", meeting)
    put = (SUPERVISEE, "supervision", "put", meeting)
    two.done(*put, "--started", "8:15", "--ended", "9.20 am")
    one = two.record(SUPERVISOR, meeting)
    assert (one["started"], one["ended"]) == ("2026-03-02T08:15:00Z", "2026-03-02T09:20:00Z")
    two.done(*put, "--on", "27/2/26", "--ended", "9:30")
    one = two.record(SUPERVISOR, meeting)
    assert (one["started"], one["ended"]) == ("2026-02-27T08:15:00Z", "2026-02-27T09:30:00Z")
    assert two.refused(*put, "--started", "soon")[0] == 2
    assert "ended before it began" in two.refused(*put, "--ended", "8:00")[1]


def test_who_helps_with_an_action_is_said_on_the_spot(two: TwoPeople) -> None:
    meeting = two.begun()
    agreed = two.done(
        SUPERVISOR, "supervision", "action", meeting, "--due", "in 2 weeks", "--supporter", "the school nurse",
        stdin="Ring the school",
    ).out.strip()  # fmt: skip
    shown = two.done(SUPERVISEE, "action", "show", agreed).out
    assert "the school nurse" in shown


def test_good_practice_is_agreed_on_the_spot_without_a_day_and_what_is_to_be_done_is_not(
    two: TwoPeople,
) -> None:
    meeting = two.begun()
    code, said = two.refused(SUPERVISOR, "supervision", "action", meeting, stdin="Ring the school")
    assert (code, "--due" in said) == (2, True)
    strength = two.done(
        SUPERVISOR, "supervision", "action", meeting, "--keep", stdin="Ringing before the visit"
    ).out.strip()
    (agreed,) = two.record(SUPERVISEE, meeting)["actions"]
    assert (agreed["id"], agreed["due"], agreed["status"]) == (strength, None, "agreed")


def test_one_that_was_begun_by_mistake_needs_no_new_day(two: TwoPeople) -> None:
    meeting = two.done(
        SUPERVISEE, "supervision", "plan", SUPERVISOR, "--on", "today", "--ad-hoc"
    ).out.split()[-1]
    assert "--new" in two.refused(SUPERVISOR, "supervision", "cancel", meeting, "--reason", "a mistake")[1]
    two.done(SUPERVISOR, "supervision", "begin", meeting)
    two.done(SUPERVISOR, "supervision", "cancel", meeting, "--reason", "a mistake")
    (one,) = two.listed(SUPERVISEE)
    assert (one["status"], one["cancelled_reason"], one["started"]) == ("cancelled", "a mistake", None)
