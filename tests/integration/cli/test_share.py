"""`reflect share`, as other programs and people at a terminal meet it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

from command_line import CommandLine, Said, widest
from promised import promised

As = Callable[[str], CommandLine]
ADMIN, SUPERVISOR, OWNER = "Juniper Teapot", "Basil Umbrella", "Clementine Lampshade"
WORDS = "I rang too late.\nI met Mrs Jones at SE1 7PB.\nNext time I ask first.\n"


@pytest.fixture
def signed_in(clementine: CommandLine, tmp_path: Path) -> As:
    """The command line as one of the made-up team, in which Basil supervises Clementine."""

    def somebody(name: str) -> CommandLine:
        return clementine.as_somebody(name, "demo", tmp_path / name.split()[0])

    made = somebody(ADMIN)("link", "add", "--supervisor", SUPERVISOR, "--supervisee", OWNER)
    assert made.code == 0, made.err
    return somebody


def written(signed_in: As, words: str = WORDS) -> str:
    said = signed_in(OWNER)(
        "answer", "add", "child-s", "what-probably-means", "--scale", "rarely", stdin=words
    )
    assert said.code == 0, said.err
    return said.out.strip()


def shared(signed_in: As, *more: str) -> Said:
    said = signed_in(OWNER)("share", "add", *more, "--yes")
    assert said.code == 0, said.err
    return said


def states(signed_in: As) -> dict[str, str]:
    return {one["id"]: one["state"] for one in signed_in(OWNER)("answer", "list", "--json").json}


def test_a_share_is_seen_before_it_goes_and_read_by_the_supervisor(signed_in: As) -> None:
    answer = written(signed_in)
    told = shared(signed_in, answer[:8])
    assert f"{SUPERVISOR} would read this, and nobody else could" in told.err
    for line in ("  1  I rang too late.", "  2  I met Mrs Jones at SE1 7PB.", "Rarely"):
        assert line in told.err
    assert "1 line may identify somebody (name 1, postcode 1)" in told.err
    assert widest(told.err) <= 80
    assert states(signed_in)[answer] == "shared"

    read = signed_in(SUPERVISOR)("share", "show", told.out.strip()[:8])
    assert read.code == 0, read.err
    assert WORDS.strip() in read.out
    assert "Rarely" in read.out
    assert f"Shared with you by {OWNER}" in read.err
    listed = signed_in(OWNER)("share", "list")
    assert "opened" in listed.out
    assert "not opened" not in listed.out
    assert widest(listed.out) <= 80


def test_only_marked_lines_go(signed_in: As) -> None:
    told = shared(signed_in, written(signed_in), "--lines", "1,3")
    assert "Jones" not in told.err
    assert "…" in told.err
    assert "Nothing was found" in told.err
    one = signed_in(SUPERVISOR)("share", "show", told.out.strip(), "--json").json
    assert (one["text"], one["scale"], one["whole"]) == (
        "I rang too late.\n…\nNext time I ask first.", None, False,
    )  # fmt: skip


def test_nothing_goes_unasked_where_nobody_can_be_asked(signed_in: As) -> None:
    answer = written(signed_in)
    said = signed_in(OWNER)("share", "add", answer)
    assert (said.code, said.out) == (2, "")
    assert "--yes" in said.err
    assert states(signed_in)[answer] == "private"
    assert signed_in(SUPERVISOR)("share", "list", "--json").json == []


def test_prepared_is_listed_for_its_owner_alone_and_can_be_taken_back(signed_in: As) -> None:
    answer = written(signed_in)
    assert signed_in(SUPERVISOR)("share", "list").code == 0  # what there is to be told is told
    before = [signed_in(name)("share", "list", "--json") for name in (SUPERVISOR, ADMIN)]
    said = signed_in(OWNER)("share", "add", answer, "--prepare")
    assert (said.code, said.out) == (0, "")
    (listed,) = signed_in(OWNER)("share", "list", "--json").json
    assert (listed["id"], listed["state"], listed["text"]) == (answer, "prepared", None)
    assert "only you see it" in signed_in(OWNER)("share", "list").out
    assert states(signed_in)[answer] == "prepared"
    assert [signed_in(name)("share", "list", "--json") for name in (SUPERVISOR, ADMIN)] == before
    assert signed_in(OWNER)("share", "withdraw", answer[:8]).code == 0
    assert states(signed_in)[answer] == "private"


def test_lines_that_are_chosen_with_the_mark_are_those_that_go(signed_in: As) -> None:
    answer = written(signed_in, "keep this\nsend this\nand this\n")
    marked = signed_in(OWNER)("share", "add", answer, "--lines", "2-3", "--to", SUPERVISOR, "--prepare")
    assert (marked.code, marked.out) == (0, "")
    assert states(signed_in)[answer] == "prepared"
    share = shared(signed_in, answer).out.strip()
    read = signed_in(SUPERVISOR)("share", "show", share, "--json").json
    assert (read["whole"], read["text"]) == (False, "…\nsend this\nand this")


def test_lines_said_when_it_goes_stand_before_those_of_the_mark(signed_in: As) -> None:
    answer = written(signed_in, "keep this\nsend this\nand this\n")
    signed_in(OWNER)("share", "add", answer, "--lines", "2-3", "--prepare")
    share = shared(signed_in, answer, "--lines", "3").out.strip()
    assert signed_in(SUPERVISOR)("share", "show", share, "--json").json["text"] == "…\nand this"


def test_lines_that_are_said_and_empty_let_nothing_go_that_was_meant_to_stay(signed_in: As) -> None:
    answer = written(signed_in, "keep this\nsend this\n")
    signed_in(OWNER)("share", "add", answer, "--lines", "2", "--prepare")
    for lines in ("", f"{answer[:8]}="):
        refused = signed_in(OWNER)("share", "add", answer, "--lines", lines, "--yes")
        assert (refused.code, "These lines were not understood." in refused.err) == (2, True)
    assert signed_in(SUPERVISOR)("share", "list", "--json").json == []


def test_what_is_withdrawn_is_not_found_by_the_supervisor(signed_in: As) -> None:
    share = shared(signed_in, written(signed_in)).out.strip()
    said = signed_in(OWNER)("share", "withdraw", share)
    assert said.code == 0, said.err
    assert f"Withdrawn from {SUPERVISOR}" in said.err
    assert "never opened" in said.err
    assert signed_in(SUPERVISOR)("share", "show", share).code == 4
    (kept,) = signed_in(OWNER)("share", "list", "--json").json
    assert (kept["state"], kept["text"]) == ("withdrawn", None)
    assert "withdrawn from" in signed_in(OWNER)("share", "list").out
    assert signed_in(OWNER)("share", "withdraw", share).code == 2


def test_who_may_not_is_refused_with_the_right_code(signed_in: As) -> None:
    share = shared(signed_in, written(signed_in)).out.strip()
    unknown = signed_in(ADMIN)("share", "show", "abcd1234")
    refused = signed_in(ADMIN)("share", "show", share)
    assert (refused.code, refused.out, refused.err) == (4, "", unknown.err)
    assert signed_in(ADMIN)("share", "withdraw", share).err == unknown.err
    (link,) = signed_in(ADMIN)("link", "list", "--json").json
    signed_in(ADMIN)("link", "end", link["id"])
    over = signed_in(SUPERVISOR)("share", "show", share)
    assert (over.code, over.out) == (3, "")
    assert f"You do not supervise {OWNER} any more" in " ".join(over.err.split())
    again = signed_in(OWNER)("share", "add", written(signed_in), "--yes")
    assert again.code == 3


def test_deleting_an_answer_says_that_its_copy_stays(signed_in: As) -> None:
    answer = written(signed_in)
    share = shared(signed_in, answer).out.strip()
    said = signed_in(OWNER)("answer", "delete", answer, "--yes")
    assert said.code == 0
    assert f"reflect share withdraw {share[:8]}" in " ".join(said.err.split())
    assert signed_in(SUPERVISOR)("share", "show", share).code == 0


@pytest.mark.parametrize(
    "more",
    [
        ("--lines", "9"),
        ("--lines", "x"),
        ("--lines", ""),
        ("--prepare", "--lines", "9"),
        ("--prepare", "--lines", "x"),
        ("--prepare", "--lines", ""),
    ],
)
def test_what_is_not_understood_shares_nothing(signed_in: As, more: tuple[str, ...]) -> None:
    answer = written(signed_in)
    assert signed_in(OWNER)("share", "add", answer, *more, "--yes").code == 2
    assert states(signed_in)[answer] == "private"


def test_each_of_several_answers_goes_with_its_own_lines(signed_in: As) -> None:
    first, second, third = (
        written(signed_in),
        written(signed_in, "one\ntwo\nthree\n"),
        written(signed_in, "all\n"),
    )
    lines = ("--lines", f"{first[:8]}=1,3", "--lines", f"{second}=2")
    told = shared(signed_in, first, second[:8], third, *lines)
    assert "SE1 7PB" not in told.err
    reads = signed_in(SUPERVISOR)
    texts = [reads("share", "show", id_, "--json").json["text"] for id_ in told.out.split()]
    assert texts == ["I rang too late.\n…\nNext time I ask first.", "…\ntwo\n…", "all"]


def test_several_answers_are_prepared_with_the_lines_that_go_when_they_are_shared(signed_in: As) -> None:
    first, second = written(signed_in), written(signed_in, "one\ntwo\n")
    prepared = ("share", "add", first, second, "--prepare")
    assert signed_in(OWNER)(*prepared, "--lines", f"{second}=9").code == 2
    assert set(states(signed_in).values()) & {"prepared"} == set()
    assert signed_in(OWNER)(*prepared, "--lines", f"{second}=1").code == 0
    told = shared(signed_in, first, second)
    assert "I met Mrs Jones at SE1 7PB." in told.err
    assert (" one" in told.err, " two" in told.err) == (True, False)


def test_where_one_of_several_cannot_be_prepared_none_is(signed_in: As) -> None:
    first, second = written(signed_in), written(signed_in, "one\ntwo\n")
    shared(signed_in, second)
    refused = signed_in(OWNER)("share", "add", first, second, "--prepare", "--lines", f"{second}=1")
    assert (refused.code, "shared already" in refused.err) == (2, True)
    assert (states(signed_in)[first], states(signed_in)[second]) == ("private", "shared")


def test_of_several_answers_it_is_said_whose_lines_are_meant_and_they_go_together(signed_in: As) -> None:
    ids = [written(signed_in), written(signed_in, "another\n")]
    for lines in (["1"], ["0f0f0f0f=1"], ["=1"], [f"{ids[0]}=1", f"{ids[0][:8]}=2"]):
        given = [word for one in lines for word in ("--lines", one)]
        refused = signed_in(OWNER)("share", "add", *ids, *given, "--yes")
        assert (refused.code, f"--lines {ids[0][:8]}=1,3-5" in refused.err) == (2, True), lines
    assert len(shared(signed_in, *ids).out.split()) == 2
    assert len(signed_in(SUPERVISOR)("share", "list", "--json").json) == 2


def test_with_several_supervisors_one_is_named(signed_in: As) -> None:
    made = signed_in(ADMIN)(
        "link", "add", "--supervisor", ADMIN, "--supervisee", OWNER, "--until", "in 3 weeks"
    )
    assert made.code == 0, made.err
    answer = written(signed_in)
    unsaid = signed_in(OWNER)("share", "add", answer, "--yes")
    assert unsaid.code == 2
    assert all(words in " ".join(unsaid.err.split()) for words in (ADMIN, SUPERVISOR, "--to"))
    told = shared(signed_in, answer, "--to", ADMIN)
    assert "who covers up to and including" in " ".join(told.err.split())
    assert signed_in(SUPERVISOR)("share", "list", "--json").json == []


def test_the_json_has_the_promised_keys(signed_in: As) -> None:
    answer = written(signed_in)
    share = shared(signed_in, answer).out.strip()
    gone = shared(signed_in, answer).out.strip()
    signed_in(OWNER)("share", "withdraw", gone)
    signed_in(OWNER)("share", "add", written(signed_in), "--prepare")
    keys = promised("## `reflect share list --json`")
    listed = signed_in(OWNER)("share", "list", "--json").json
    received = signed_in(SUPERVISOR)("share", "list", "--json").json
    shown = [signed_in(name)("share", "show", share, "--json").json for name in (OWNER, SUPERVISOR)]
    assert {one["state"] for one in listed} == {"prepared", "shared", "withdrawn"}
    assert all(set(one) == keys for one in (*listed, *received, *shown))
    assert received[0] == {**shown[1], "text": None, "scale": None}
    assert [one["opened"] for one in shown] == [None, None]
    assert signed_in(OWNER)("share", "show", share, "--json").json["opened"] is not None


def test_at_a_terminal_each_doubtful_line_is_asked_for_and_masked(signed_in: As, tmp_path: Path) -> None:
    reflect, answer = signed_in(OWNER), written(signed_in)
    child = pexpect.spawn(
        sys.executable,
        ["-m", "reflect", "--workspace", str(reflect.folder), *reflect.who, "share", "add", answer],
        encoding="utf-8", timeout=30, dimensions=(40, 80),
        env={**os.environ, "HOME": str(tmp_path), "TERM": "xterm"},
    )  # fmt: skip
    child.expect("Line 1 of 1")
    child.expect("eep, ")
    child.sendline("m")
    child.expect("it goes like this")
    child.expect(r"I met Mrs \[name\] at \[postcode\]")
    child.expect(r"yes or no")
    child.sendline("yes")
    child.expect("Shared with Basil Umbrella")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    (received,) = signed_in(SUPERVISOR)("share", "list", "--json").json
    read = signed_in(SUPERVISOR)("share", "show", received["id"], "--json").json
    assert "I met Mrs [name] at [postcode]." in read["text"]
    assert "Jones" not in str(read)
