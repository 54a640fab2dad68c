"""`reflect supervision` and `reflect agreement` as somebody at a terminal meets them: what is missing is asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pexpect
import pytest

from command_line import CommandLine, Said
from two_on_the_command_line import PASSPHRASE, SUPERVISEE, SUPERVISOR, TwoPeople

At = Callable[..., Any]


@pytest.fixture
def two(reflect: CommandLine, tmp_path: Path) -> TwoPeople:
    return TwoPeople(reflect, tmp_path)


@pytest.fixture
def terminal(two: TwoPeople, reflect: CommandLine, tmp_path: Path) -> At:
    """A terminal of eighty columns, with Clementine at it, in which a command has begun."""

    def begin(*words: str) -> Any:
        file = tmp_path / "typed"
        file.write_text(PASSPHRASE, encoding="utf-8")
        who = ("--as", SUPERVISEE, "--passphrase-file", str(file))
        return pexpect.spawn(
            sys.executable,
            ["-m", "reflect", "--workspace", str(reflect.folder), *who, *words],
            encoding="utf-8", timeout=30, dimensions=(40, 80),
            env={**os.environ, "HOME": str(tmp_path), "TERM": "xterm"},
        )  # fmt: skip

    return begin


def ended(child: Any) -> int:
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus is not None
    return int(child.exitstatus)


def test_the_day_that_follows_from_the_agreement_is_offered(two: TwoPeople, terminal: At) -> None:
    two.agreement()
    child = terminal("supervision", "plan", SUPERVISOR)
    child.expect("Which day is it planned for .Enter for")
    child.sendline("")
    child.expect("Planned, scheduled")
    assert ended(child) == 0
    (one,) = two.listed(SUPERVISOR)
    assert one["status"] == "planned"


def test_a_reason_and_a_new_day_are_asked_for(two: TwoPeople, terminal: At) -> None:
    meeting = two.planned("2027-03-09")
    child = terminal("supervision", "cancel", meeting)
    child.expect("Why is it cancelled: ")
    child.sendline("unwell")
    child.expect("On which day does it take place instead: ")
    child.sendline("2027-03-16")
    child.expect("Cancelled, scheduled")
    child.expect("Planned, scheduled, Tuesday 16 March 2027")
    assert ended(child) == 0
    assert {one["cancelled_reason"] for one in two.listed(SUPERVISOR)} == {"unwell", None}


def test_the_career_stage_is_chosen_by_its_number(two: TwoPeople, terminal: At) -> None:
    child = terminal("agreement", "draw-up", SUPERVISOR)
    child.expect("1  Social worker")
    child.expect("Which career stage")
    child.sendline("1")
    child.expect("Not agreed by the supervisee")
    assert ended(child) == 0
    assert two.done(SUPERVISOR, "agreement", "show", SUPERVISEE, "--json").json["stage"] == "social-worker"


def test_words_are_typed_until_the_end_of_input(two: TwoPeople, terminal: At) -> None:
    two.planned("2027-03-09")
    child = terminal("supervision", "topic", SUPERVISOR)
    child.expect("What do you want to talk about")
    child.expect("control-D")
    child.sendline("Night visits")
    child.sendeof()
    child.expect("On the agenda of Tuesday 9 March 2027")
    assert ended(child) == 0
    assert [topic["text"] for topic in two.listed(SUPERVISOR)[0]["agenda"]] == ["Night visits"]


def test_a_passphrase_that_a_keychain_remembers_does_not_sign(
    two: TwoPeople, reflect: CommandLine, program: Callable[..., Said], tmp_path: Path
) -> None:
    chain = {
        "PYTHON_KEYRING_BACKEND": "keychain_on_disk.KeychainOnDisk",
        "PYTHONPATH": str(Path(__file__).parent),
        "TEST_KEYCHAIN": str(tmp_path / "keychain"),
    }
    meeting = two.begun()
    (tmp_path / "own").write_text(PASSPHRASE, encoding="utf-8")
    where = ("--no-input", "--workspace", str(reflect.folder), "--as", SUPERVISEE)
    own = ("--passphrase-file", str(tmp_path / "own"))
    assert program(*where, *own, "passphrase", "remember", **chain).code == 0
    read = program(*where, "supervision", "show", meeting, "--json", **chain)
    assert read.code == 0, read.err
    refused = program(*where, "supervision", "sign", meeting, **chain)
    assert (refused.code, "--passphrase-file" in refused.err) == (2, True)
    assert two.record(SUPERVISOR, meeting)["signed_by"] == []
    assert program(*where, *own, "supervision", "sign", meeting, **chain).code == 0
