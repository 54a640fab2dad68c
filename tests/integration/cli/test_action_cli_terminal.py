"""Actions at a terminal: what is asked, how words end, and what --no-input names instead."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pytest

from command_line import CommandLine
from own_actions import proposed, shown

END = "\x04"
Start = Callable[..., "pexpect.spawn[str]"]


@pytest.fixture
def at_terminal(robin: CommandLine, tmp_path: Path) -> Iterator[Start]:
    """Starts a command as Robin, who sits at a terminal of 80 by 24."""
    started: list[pexpect.spawn[str]] = []

    def start(*words: str, before: tuple[str, ...] = ()) -> pexpect.spawn[str]:
        child = pexpect.spawn(
            sys.executable,
            ["-m", "reflect", *before, "--workspace", str(robin.folder), *robin.who, "action", *words],
            encoding="utf-8",
            timeout=30,
            dimensions=(24, 80),
            env={**os.environ, "HOME": str(tmp_path), "TERM": "xterm"},
        )
        child.delaybeforesend = None
        started.append(child)
        return child

    yield start
    for child in started:
        child.close(force=True)


def ended(child: pexpect.spawn[str]) -> int | None:
    child.expect(pexpect.EOF)
    child.close()
    code: int | None = child.exitstatus
    return code


def test_what_is_to_be_done_is_asked_for(robin: CommandLine, at_terminal: Start) -> None:
    child = at_terminal("add")
    child.expect("What is to be done")
    child.expect("End with control-D")
    child.sendline("Ask both parents")
    child.send(END)
    child.expect("Proposed")
    assert ended(child) == 0
    assert robin("action", "list", "--json").json[0]["what"] == "Ask both parents"


def test_a_missing_day_is_asked_for_and_two_texts_one_after_the_other(
    robin: CommandLine, at_terminal: Start
) -> None:
    action = proposed(robin)
    child = at_terminal("agree", action)
    child.expect("By when: ")
    child.sendline("1 March 2100")
    child.expect("due Monday 1 March 2100")
    assert ended(child) == 0
    assert shown(robin, action)["due"] == "2100-03-01"
    child = at_terminal("done", action)
    child.expect("What shows it")
    child.expect("What difference has it made")
    child.sendline("Ten records")
    child.sendline("---")
    child.sendline("Fathers come")
    child.send(END)
    child.expect("Next: ")
    assert ended(child) == 0
    told = shown(robin, action)
    assert (told["evidence"][0]["text"], told["impact"]) == ("Ten records", "Fathers come")


def test_a_step_that_is_not_possible_is_refused_before_words_are_asked_for(
    robin: CommandLine, at_terminal: Start
) -> None:
    child = at_terminal("block", proposed(robin))
    child.expect("cannot be blocked now")
    assert ended(child) == 2
    assert "in the way" not in str(child.before)


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["add"], "Send them on standard input"),
        (["note"], "Send them on standard input"),
        (["agree"], "--due"),
        (["carry"], "cannot be carried"),
    ],
)
def test_no_input_asks_nothing_and_names_what_is_missing(
    robin: CommandLine, at_terminal: Start, words: list[str], hint: str
) -> None:
    ids = [] if words == ["add"] else [proposed(robin)]
    child = at_terminal(*words, *ids, before=("--no-input",))
    child.expect(hint)
    assert ended(child) == 2


def test_a_workbook_is_not_poured_over_a_terminal(at_terminal: Start) -> None:
    child = at_terminal("export", "--format", "xlsx")
    child.expect("--out FILE")
    assert ended(child) == 2
