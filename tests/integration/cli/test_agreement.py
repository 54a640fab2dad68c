"""`reflect agreement`: what two people agree about their one-to-ones, drawn up, written by both and signed by both."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_line import CommandLine
from promised import promised
from two_on_the_command_line import ADMIN, SUPERVISEE, SUPERVISOR, TwoPeople

LABEL = "not agreed by the supervisee"


@pytest.fixture
def two(reflect: CommandLine, tmp_path: Path) -> TwoPeople:
    return TwoPeople(reflect, tmp_path)


def test_it_starts_from_a_career_stage_with_its_source(two: TwoPeople) -> None:
    two.done(SUPERVISEE, "agreement", "draw-up", SUPERVISOR, "--stage", "social-worker")
    one = two.done(SUPERVISOR, "agreement", "show", SUPERVISEE, "--json").json
    assert (one["stage"], one["every_days"], one["minutes"]) == ("social-worker", 28, 90)
    assert (one["start"], one["review"], one["working_notes"]) == ("2026-03-02", "2027-03-02", False)
    stages = two.done(SUPERVISOR, "agreement", "stages", "--json").json
    assert {"social-worker", "newly-qualified-social-worker"} <= {stage["id"] for stage in stages}
    assert all(set(stage) == promised("## `reflect agreement stages --json`") for stage in stages)
    assert "every 7 days, 90 minutes, up to day 42" in two.done(SUPERVISOR, "agreement", "stages").out


def test_the_terms_are_those_that_were_said(two: TwoPeople) -> None:
    terms = {
        "--start": "1 April", "--review": "1 October", "--every": "21", "--minutes": "60", "--readers": "The two of us",
        "--kept-where": "Here", "--interruptions": "A child at risk", "--cancellation": "A new day at once",
        "--disagreement": "We ask the lead",
    }  # fmt: skip
    said = [word for pair in terms.items() for word in pair]
    two.done(
        SUPERVISOR, "agreement", "draw-up", SUPERVISEE, "--stage", "Social worker", *said, "--working-notes"
    )
    one = two.done(SUPERVISEE, "agreement", "show", SUPERVISOR, "--json").json
    assert (one["start"], one["review"], one["every_days"], one["minutes"], one["working_notes"]) == (
        "2026-04-01", "2026-10-01", 21, 60, True,
    )  # fmt: skip
    shown = two.done(SUPERVISEE, "agreement", "show", SUPERVISOR).out
    for words in (
        "The two of us",
        "A child at risk",
        "A new day at once",
        "We ask the lead",
        "can ask to see them",
    ):
        assert words in " ".join(shown.split())


def test_a_stage_is_needed_and_one_that_is_not_known_names_the_nearest(two: TwoPeople) -> None:
    code, said = two.refused(SUPERVISOR, "agreement", "draw-up", SUPERVISEE)
    assert (code, "--stage" in said, "social-worker" in said) == (2, True, True)
    code, said = two.refused(SUPERVISOR, "agreement", "draw-up", SUPERVISEE, "--stage", "social-workers")
    assert (code, "did you mean `social-worker`?" in said) == (2, True)
    assert two.done(SUPERVISOR, "agreement", "list", "--json").json == []


def test_each_says_for_themselves_what_they_want_and_bring(two: TwoPeople) -> None:
    two.done(SUPERVISOR, "agreement", "draw-up", SUPERVISEE, "--stage", "social-worker")
    assert two.refused(SUPERVISEE, "agreement", "write", SUPERVISOR, stdin="x")[0] == 2
    for name, other in ((SUPERVISOR, SUPERVISEE), (SUPERVISEE, SUPERVISOR)):
        for option in ("wants", "offers"):
            two.done(name, "agreement", "write", other, f"--{option}", stdin=f"{option} of {name.split()[0]}")
    two.done(SUPERVISEE, "agreement", "write", SUPERVISOR, "--wants", stdin="Time to think")
    one = two.done(SUPERVISOR, "agreement", "show", SUPERVISEE, "--json").json
    assert {said["by"]: said["text"] for said in one["wants"]} == {
        SUPERVISOR: "wants of Basil", SUPERVISEE: "Time to think",
    }  # fmt: skip
    assert {said["text"] for said in one["offers"]} == {"offers of Basil", "offers of Clementine"}
    assert "Time to think" in two.done(SUPERVISOR, "agreement", "show", SUPERVISEE).out


def test_both_sign_and_until_then_every_view_says_so(two: TwoPeople) -> None:
    two.done(SUPERVISOR, "agreement", "draw-up", SUPERVISEE, "--stage", "social-worker")
    views = [("list",), ("list", "--json"), ("show", SUPERVISEE), ("show", SUPERVISEE, "--json")]

    def saying_so() -> list[bool]:
        return [LABEL in two.done(SUPERVISOR, "agreement", *view).out for view in views]

    assert all(saying_so())
    said = two.told(SUPERVISOR, "agreement", "sign", SUPERVISEE)
    assert f"{SUPERVISOR} has signed: the agreement of {SUPERVISOR} with {SUPERVISEE}" in said
    assert f"{LABEL} (signed by {SUPERVISOR} only)" in said
    assert all(saying_so())
    two.clock.go_on(minutes=1)
    assert "Both have signed" in two.told(SUPERVISEE, "agreement", "sign", SUPERVISOR)
    assert not any(saying_so())
    one = two.done(SUPERVISEE, "agreement", "show", SUPERVISOR, "--json").json
    assert (one["signed_by"], one["agreed"]) == ([SUPERVISOR, SUPERVISEE], True)


def test_a_change_after_one_signature_makes_it_void_and_says_so(two: TwoPeople) -> None:
    two.done(SUPERVISOR, "agreement", "draw-up", SUPERVISEE, "--stage", "social-worker")
    two.done(SUPERVISOR, "agreement", "sign", SUPERVISEE)
    assert two.refused(SUPERVISEE, "agreement", "change", SUPERVISOR)[0] == 2
    said = two.told(SUPERVISEE, "agreement", "change", SUPERVISOR, "--minutes", "60")
    assert f"The signature of {SUPERVISOR} no longer counts" in said
    one = two.done(SUPERVISOR, "agreement", "show", SUPERVISEE, "--json").json
    assert (one["signed_by"], one["minutes"], len(one["voided"])) == ([], 60, 1)


def test_once_both_have_signed_nothing_changes_and_a_review_makes_a_new_one(two: TwoPeople) -> None:
    two.agreement()
    assert two.refused(SUPERVISOR, "agreement", "change", SUPERVISEE, "--minutes", "60")[0] == 2
    assert two.refused(SUPERVISOR, "agreement", "write", SUPERVISEE, "--wants", stdin="More")[0] == 2
    two.clock.go_on(days=366)
    assert "to be reviewed" in two.done(SUPERVISEE, "supervision", "prepare", SUPERVISOR).out
    assert "to be reviewed now" in two.done(SUPERVISEE, "agreement", "show", SUPERVISOR).out
    two.done(SUPERVISEE, "agreement", "draw-up", SUPERVISOR, "--stage", "social-worker")
    assert [one["agreed"] for one in two.done(SUPERVISEE, "agreement", "list", "--json").json] == [
        False,
        True,
    ]
    assert two.refused(SUPERVISEE, "agreement", "draw-up", SUPERVISOR, "--stage", "social-worker")[0] == 2


def test_nobody_else_learns_that_there_is_one(two: TwoPeople) -> None:
    assert two.refused(SUPERVISOR, "agreement", "show", SUPERVISEE)[0] == 4
    before = two.refused(ADMIN, "agreement", "show", SUPERVISEE)
    two.agreement()
    assert two.refused(ADMIN, "agreement", "show", SUPERVISEE) == before
    assert before[0] == 4
    assert two.done(ADMIN, "agreement", "list", "--json").json == []


def test_the_json_has_the_promised_keys(two: TwoPeople) -> None:
    two.agreement()
    keys = promised("## `reflect agreement list --json`")
    (listed,) = two.done(SUPERVISOR, "agreement", "list", "--json").json
    assert set(listed) == keys
    assert two.done(SUPERVISEE, "agreement", "show", SUPERVISOR, "--json").json == listed


def test_what_it_does_not_say_is_named_before_somebody_signs_and_keeps_nobody_from_signing(
    two: TwoPeople,
) -> None:
    two.done(
        SUPERVISOR, "agreement", "draw-up", SUPERVISEE, "--stage", "social-worker", "--readers", "The two of us",
        "--interruptions", "Only a child at risk now",
    )  # fmt: skip
    two.done(SUPERVISEE, "agreement", "write", SUPERVISOR, "--wants", stdin="Time")
    missing = (
        "Not said yet: cancelling, where records are kept, how disagreement is handled, what "
        f"{SUPERVISOR} wants from supervision, what each brings to it."
    )
    assert missing in " ".join(two.done(SUPERVISEE, "agreement", "show", SUPERVISOR).out.split())
    for name, other in ((SUPERVISOR, SUPERVISEE), (SUPERVISEE, SUPERVISOR)):
        told = two.told(name, "agreement", "sign", other)
        assert told.index("Not said yet: cancelling") < told.index("has signed")
    assert "Both have signed" in told
    assert "Not said yet" not in two.done(SUPERVISEE, "agreement", "show", SUPERVISOR).out
