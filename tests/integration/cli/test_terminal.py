"""At a terminal: what is asked, what is not shown, and a page at a time."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pytest

from command_line import CommandLine, Said
from own_bank import own_bank

Start = Callable[..., "pexpect.spawn[str]"]


@pytest.fixture
def at_terminal(tmp_path: Path) -> Iterator[Start]:
    """Starts the program as somebody sitting at a terminal of 80 by 24."""
    started: list[pexpect.spawn[str]] = []

    def start(*words: str) -> pexpect.spawn[str]:
        child = pexpect.spawn(
            sys.executable,
            ["-m", "reflect", *words],
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


def test_the_passphrase_is_asked_for_and_never_shown(clementine: CommandLine, at_terminal: Start) -> None:
    child = at_terminal("--workspace", str(clementine.folder), "answer", "list", "--since", "today")
    child.expect("Who are you")
    child.sendline("3")
    child.expect("Passphrase of Clementine Lampshade: ")
    child.sendline("demo")
    child.expect("No answers yet")
    assert "demo" not in child.before
    assert ended(child) == 0


def test_a_passphrase_can_be_typed_while_the_words_come_through_a_pipe(
    robin: CommandLine, at_terminal: Start
) -> None:
    command = f"echo words | {sys.executable} -m reflect --workspace '{robin.folder}' answer add child-d"
    child = at_terminal("--version")
    child.expect(pexpect.EOF)
    child = pexpect.spawn("sh", ["-c", f"{command} checking-reported-drinking"], encoding="utf-8", timeout=30)
    child.expect("Passphrase of Robin Example: ")
    child.sendline("a lantern by the canal")
    child.expect("Saved. Only you can read it.")
    assert ended(child) == 0
    assert robin("answer", "list", "--json").json[0]["text"] == "words"


def test_no_input_never_asks_even_at_a_terminal(robin: CommandLine, at_terminal: Start) -> None:
    child = at_terminal("--workspace", str(robin.folder), "--no-input", "answer", "list")
    child.expect("--passphrase-file")
    assert ended(child) == 2


def test_what_is_typed_is_kept_line_by_line(robin: CommandLine, at_terminal: Start) -> None:
    words = ["--workspace", str(robin.folder), *robin.who]
    child = at_terminal(*words, "ask", "child-d", "checking-reported-drinking")
    child.expect("How often")
    child.sendline("very often")
    child.expect("That is no point of the scale")
    child.sendline("3")
    child.expect("The last time I did not")
    child.expect("> ")
    child.sendline("the first line")
    child.expect("> ")
    child.sendintr()
    child.expect("Stopped. What was saved before is kept.")
    assert ended(child) == 1
    (answer,) = robin("answer", "list", "--json").json
    assert (answer["scale"], answer["text"]) == ("sometimes", "the first line")


def test_a_long_list_comes_a_page_at_a_time(at_terminal: Start) -> None:
    child = at_terminal("bank", "show", "child-s")
    child.expect("Enter for more, q to stop: ")
    assert 20 <= child.before.count("\n") <= 24
    child.sendline("")
    child.expect("Enter for more, q to stop: ")
    child.sendline("q")
    assert ended(child) == 0
    assert "RESOURCES" not in child.before


def test_the_demo_opens_as_the_person_in_the_role(at_terminal: Start, tmp_path: Path) -> None:
    child = at_terminal("demo", str(tmp_path / "team"), "--people", "2", "--years", "1", "--as", "lead")
    child.expect("Juniper Teapot")
    child.send("\x11")
    assert ended(child) == 0


def test_the_app_opens_at_the_question_that_is_named(robin: CommandLine, at_terminal: Start) -> None:
    where = ["--workspace", str(robin.folder), *robin.who]
    child = at_terminal(*where, "on", "child-d", "checking-reported-drinking")
    child.expect("Do I compare what a parent tells")
    child.send("\x11")
    assert ended(child) == 0


def test_deleting_asks_first_and_no_changes_nothing(clementine: CommandLine, at_terminal: Start) -> None:
    answers = clementine("answer", "list", "--json").json
    words = ["--workspace", str(clementine.folder), *clementine.who]
    child = at_terminal(*words, "answer", "delete", answers[0]["id"])
    child.expect(r"for good\? \(yes or no\): ")
    child.sendline("no")
    child.expect("Nothing was changed.")
    assert ended(child) == 2
    assert clementine("answer", "list", "--json").json == answers


def test_a_keychain_remembers_a_passphrase_for_those_who_ask(
    robin: CommandLine, program: Callable[..., Said], tmp_path: Path
) -> None:
    keychain = {
        "PYTHON_KEYRING_BACKEND": "keychain_on_disk.KeychainOnDisk",
        "PYTHONPATH": str(Path(__file__).parent),
        "TEST_KEYCHAIN": str(tmp_path / "keychain"),
    }
    where = ["--no-input", "--workspace", str(robin.folder)]
    assert program(*where, "answer", "list", **keychain).code == 2
    assert program(*where, *robin.who, "passphrase", "remember", **keychain).code == 0
    assert program(*where, "answer", "list", "--json", **keychain).json == []
    assert program(*where, "passphrase", "forget", **keychain).code == 0
    assert program(*where, "answer", "list", **keychain).code == 2


def test_before_an_export_each_line_that_could_identify_somebody_is_kept_or_masked(
    robin: CommandLine, at_terminal: Start, tmp_path: Path
) -> None:
    lines = "Rang 07700 900123.\nA quiet day.\nRang 07700 900456.\nWent to SW1A 1AA.\nRang 07700 900789."
    robin("answer", "add", "child-d", "checking-reported-drinking", stdin=lines)
    out = tmp_path / "mine.md"
    words = ["--workspace", str(robin.folder), *robin.who, "answer", "export", "--out", str(out)]
    child = at_terminal(*words)
    child.expect("Line 1 of 4")
    child.expect("Rang 07700 900123.")
    child.expect(r"\[k\]eep, \[m\]ask or \[s\]top")
    child.sendline("k")
    child.expect("Line 2 of 4")
    child.sendline("perhaps")
    child.expect(r"\[s\]top")
    child.sendline("m")
    child.expect("Went to SW1A 1AA.")
    child.sendline("M")
    child.expect("not encrypted")
    assert ended(child) == 0
    written = out.read_text(encoding="utf-8").replace("\\", "")
    assert "Rang 07700 900123." in written
    assert written.count("Rang [phone number].") == 2
    assert "Went to [postcode]." in written
    assert "3 places that could have identified somebody were replaced" in written


def test_stopping_before_an_export_writes_nothing(
    robin: CommandLine, at_terminal: Start, tmp_path: Path
) -> None:
    robin("answer", "add", "child-d", "checking-reported-drinking", stdin="Rang 07700 900123.")
    out = tmp_path / "mine.md"
    words = ["--workspace", str(robin.folder), *robin.who, "answer", "export", "--out", str(out)]
    child = at_terminal(*words)
    child.expect(r"\[s\]top")
    child.sendline("s")
    child.expect("Stopped: nothing was written.")
    assert ended(child) == 1
    assert not out.exists()
    assert ended(at_terminal(*words, "--checked")) == 0
    assert out.exists()


def test_a_word_document_is_not_poured_over_a_terminal(robin: CommandLine, at_terminal: Start) -> None:
    child = at_terminal("--workspace", str(robin.folder), *robin.who, "answer", "export", "--format", "docx")
    child.expect("--out FILE")
    assert ended(child) == 2


def test_a_newer_bank_replaces_the_older_only_on_yes(
    robin: CommandLine, at_terminal: Start, tmp_path: Path
) -> None:
    robin("bank", "add", str(own_bank(tmp_path)))
    newer = own_bank(tmp_path, version=2, asks="What do I ask fathers?")
    words = ["--workspace", str(robin.folder), *robin.who, "bank", "add", str(newer)]
    child = at_terminal(*words)
    child.expect("now: What do I ask fathers")
    child.expect("Replace version 1 by version 2")
    child.sendline("no")
    assert ended(child) == 2
    assert robin("bank", "show", "our-own", "--json").json["version"] == 1
    child = at_terminal(*words)
    child.expect("Replace version 1 by version 2")
    child.sendline("yes")
    assert ended(child) == 0
    assert robin("bank", "show", "our-own", "--json").json["version"] == 2
