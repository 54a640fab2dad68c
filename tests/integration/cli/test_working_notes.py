"""`reflect supervision working`, and what is said about a share: notes about somebody, and what they see of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_line import CommandLine
from promised import promised
from two_on_the_command_line import ADMIN, SUPERVISEE, SUPERVISOR, TwoPeople

WORDS = "Seems tired on Mondays"
LABEL = f"bout {SUPERVISEE}; {SUPERVISEE} can ask to see it"


@pytest.fixture
def two(reflect: CommandLine, tmp_path: Path) -> TwoPeople:
    found = TwoPeople(reflect, tmp_path)
    found.agreement("--working-notes")
    return found


def kept(two: TwoPeople, *more: str) -> str:
    return two.done(SUPERVISOR, "supervision", "working", "add", SUPERVISEE, *more, stdin=WORDS).out.strip()


def about(two: TwoPeople) -> dict[str, object]:
    (one,) = two.done(SUPERVISEE, "supervision", "working", "about-me", "--json").json
    assert isinstance(one, dict)
    return one


def test_a_note_is_its_authors_and_the_other_sees_that_there_is_one(two: TwoPeople) -> None:
    note = kept(two)
    (listed,) = two.done(SUPERVISOR, "supervision", "working", "list", "--json").json
    assert (listed["id"], listed["about"], listed["text"]) == (note, SUPERVISEE, WORDS)
    assert set(listed) == promised("## `reflect supervision working list --json`")
    assert LABEL in " ".join(two.done(SUPERVISOR, "supervision", "working", "show", note[:8]).out.split())
    assert (about(two)["number"], about(two)["handed_over"]) == (1, [])
    assert set(about(two)) == promised("## `reflect supervision working about-me --json`")
    assert WORDS not in two.done(SUPERVISEE, "supervision", "working", "about-me").out
    assert two.done(SUPERVISEE, "supervision", "working", "list", "--json").json == []
    assert two.refused(SUPERVISEE, "supervision", "working", "show", note)[0] == 4
    assert two.refused(ADMIN, "supervision", "working", "show", note)[0] == 4


def test_without_a_word_about_them_in_the_agreement_none_is_kept(
    reflect: CommandLine, tmp_path: Path
) -> None:
    two = TwoPeople(reflect, tmp_path)
    add = ("supervision", "working", "add")
    assert two.refused(SUPERVISOR, *add, SUPERVISEE, stdin=WORDS)[0] == 3
    two.agreement()
    assert two.refused(SUPERVISOR, *add, SUPERVISEE, stdin=WORDS)[0] == 3
    assert two.refused(SUPERVISEE, *add, SUPERVISOR, stdin=WORDS)[0] == 3


def test_they_ask_and_it_is_handed_over_with_a_record_of_it(two: TwoPeople) -> None:
    note = kept(two)
    two.done(SUPERVISEE, "supervision", "working", "ask", SUPERVISOR)
    assert about(two)["asked"] is not None
    assert "asked to see it" in two.done(SUPERVISOR, "supervision", "working", "show", note).out
    two.done(SUPERVISOR, "supervision", "working", "hand-over", note)
    assert about(two)["handed_over"] == [{"at": "2026-03-02T09:30:00Z", "text": WORDS}]
    assert WORDS in two.done(SUPERVISEE, "supervision", "working", "about-me").out
    assert two.done(SUPERVISOR, "supervision", "working", "show", note, "--json").json["handed_over"]


def test_what_is_prepared_says_how_to_ask_until_all_was_asked_for(two: TwoPeople) -> None:
    def prepared() -> str:
        return " ".join(two.done(SUPERVISEE, "supervision", "prepare", SUPERVISOR).out.split())

    ask = f'reflect supervision working ask "{SUPERVISOR}"'
    kept(two)
    assert f"{SUPERVISOR} keeps about you: 1. You can ask to see it: {ask}" in prepared()
    two.done(SUPERVISEE, "supervision", "working", "ask", SUPERVISOR)
    assert "keeps about you: 1. None is left to ask for: reflect supervision working about-me" in prepared()
    kept(two)
    assert f"keeps about you: 2. You can ask to see 1 more: {ask}" in prepared()
    assert "NAME" not in prepared()


def test_a_note_is_changed_and_deleted_by_its_author_alone(two: TwoPeople) -> None:
    note = kept(two)
    two.done(SUPERVISOR, "supervision", "working", "change", note[:8], stdin="Tired")
    assert two.done(SUPERVISOR, "supervision", "working", "show", note, "--json").json["text"] == "Tired"
    assert two.refused(SUPERVISEE, "supervision", "working", "delete", note, "--yes")[0] == 4
    code, said = two.refused(SUPERVISOR, "supervision", "working", "delete", note)
    assert (code, "--yes" in said) == (2, True)
    two.done(SUPERVISOR, "supervision", "working", "delete", note, "--yes")
    assert about(two)["number"] == 0


def test_a_memory_aid_goes_14_days_after_the_record_is_agreed_unless_there_is_a_reason(
    two: TwoPeople,
) -> None:
    meeting = two.begun()
    gone, stays = kept(two, "--meeting", meeting), kept(two, "--meeting", meeting)
    two.done(SUPERVISOR, "supervision", "working", "keep", stays, stdin="It is asked for in an appeal")
    for name in (SUPERVISOR, SUPERVISEE):
        two.done(name, "supervision", "sign", meeting)
    two.clock.go_on(days=15)
    (left,) = two.done(SUPERVISOR, "supervision", "working", "list", "--json").json
    assert (left["id"], left["kept_because"]) == (stays, "It is asked for in an appeal")
    assert two.refused(SUPERVISOR, "supervision", "working", "show", gone)[0] == 4


def test_what_a_supervisor_says_about_a_share_is_read_by_both(two: TwoPeople) -> None:
    words = ("answer", "add", "child-s", "what-probably-means")
    answer = two.done(SUPERVISEE, *words, stdin="I rang too late").out.strip()
    share = two.done(SUPERVISEE, "share", "add", answer, "--yes").out.strip()
    two.done(SUPERVISOR, "share", "comment", share[:8], stdin="What made it hard?")
    for name in (SUPERVISOR, SUPERVISEE):
        (one,) = two.done(name, "share", "comments", share, "--json").json
        assert (one["by"], one["text"]) == (SUPERVISOR, "What made it hard?")
        assert set(one) == promised("## `reflect share comments ID --json`")
        shown = two.done(name, "share", "show", share).out
        assert shown.index("I rang too late") < shown.index("What made it hard?")
    assert two.refused(ADMIN, "share", "comment", share, stdin="x")[0] == 4
    assert two.refused(ADMIN, "share", "comments", share)[0] == 4
