"""A command whose passphrase stands in a file derives its key while the command line is still being read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import CommandLine
from reflect.cli.head_start import HEADER, begin
from reflect.vault import header_file
from reflect.vault.derivation import DEMO, STANDARD, Cost, Derivation
from reflect.vault.expecting import expect


def typed(person: CommandLine, *words: str) -> list[str]:
    return ["--workspace", str(person.folder), *person.who, *words]


def test_a_program_of_its_own_signs_in_with_a_head_start_and_says_the_same(robin: CommandLine) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "reflect", *typed(robin, "action", "list", "--json")],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stdout) == (0, robin("action", "list", "--json").out)


@pytest.fixture
def derived(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The passphrases of which a key was derived."""
    found: list[str] = []
    really = Derivation._derived

    def counted(self: Derivation, passphrase: str) -> bytes:
        found.append(passphrase)
        return really(Derivation(DEMO, self.salt), passphrase)

    monkeypatch.setattr(Derivation, "_derived", counted)
    return found


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The passphrases of which a key was begun to be derived ahead."""
    found: list[str] = []
    monkeypatch.setattr(Derivation, "expect", lambda _, passphrase: found.append(passphrase))
    return found


def door_of(folder: Path, *people: tuple[str, Cost]) -> str:
    """As much of the file with the wraps as is looked at."""
    file = folder / HEADER
    wraps = [
        {"name": name, "wraps": {"passphrase": Derivation(cost, b"s" * 16).written()}}
        for name, cost in people
    ]
    gone = {"name": "Sam Lemon", "wraps": None}
    file.write_text(json.dumps({"people": [*wraps, gone]}), encoding="utf-8")
    return str(file)


def test_the_key_is_begun_of_what_the_file_says_and_is_given_once(derived: list[str], tmp_path: Path) -> None:
    assert HEADER == header_file.NAME
    expect(door_of(tmp_path, ("Robin Kettle", STANDARD)), name=None, passphrase="four quiet green boats")
    one = Derivation(STANDARD, b"s" * 16)
    begun = one.key("four quiet green boats")
    assert derived == ["four quiet green boats"]
    assert one.key("four quiet green boats") == begun
    assert derived == ["four quiet green boats"] * 2


def test_another_passphrase_and_another_salt_have_keys_of_their_own(tmp_path: Path) -> None:
    one, other = Derivation(DEMO, b"s" * 16), Derivation(DEMO, b"t" * 16)
    one.expect("four quiet green boats")
    assert one.key("another passphrase") == one.key("another passphrase")
    one.expect("four quiet green boats")
    assert other.key("four quiet green boats") != one.key("four quiet green boats")


def test_of_several_people_the_named_one_is_meant_however_it_is_written(
    begun: list[str], tmp_path: Path
) -> None:
    header = door_of(tmp_path, ("Robin Kettle", STANDARD), ("Alma Spoon", STANDARD))
    expect(header, name=None, passphrase="who is it")
    assert begun == []
    expect(header, name="  alma   SPOON ", passphrase="it is alma")
    assert begun == ["it is alma"]


def test_what_may_be_meant_to_exhaust_the_computer_is_not_begun(begun: list[str], tmp_path: Path) -> None:
    absurd = Cost(memory=2**31, iterations=3, lanes=4)
    expect(door_of(tmp_path, ("Robin Kettle", absurd)), name=None, passphrase="four quiet green boats")
    assert begun == []


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--passphrase-file"],
        ["--passphrase-file", "nowhere.txt", "action", "list"],
        ["--workspace", "nowhere", "--passphrase-file", __file__, "action", "list"],
        ["bank", "list"],
    ],
)
def test_whatever_is_wrong_is_left_for_the_command_to_say(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    begin(words)
    assert capsys.readouterr() == ("", "")


def test_a_wrong_passphrase_is_counted_once_and_waits(robin: CommandLine, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong"
    wrong.write_text("not the right one\n", encoding="utf-8")
    words = ["--workspace", str(robin.folder), "--passphrase-file", str(wrong), "action", "list"]
    ran = subprocess.run(
        [sys.executable, "-m", "reflect", *words], capture_output=True, text=True, timeout=60, check=False
    )
    assert ran.returncode == 5
    assert "You can try again in 1 second." in " ".join(ran.stderr.split())


def test_a_passphrase_from_a_pipe_is_read_once(robin: CommandLine, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    if os.name != "posix":  # only there do files stand for pipes
        return
    os.mkfifo(pipe)
    file = Path(robin.who[robin.who.index("--passphrase-file") + 1])
    words = ["--workspace", str(robin.folder), "--passphrase-file", str(pipe), "action", "list", "--json"]
    with subprocess.Popen(
        [sys.executable, "-m", "reflect", *words], stdout=subprocess.PIPE, text=True
    ) as program:
        pipe.write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
        assert program.communicate(timeout=60)[0] == "[]\n"
    assert program.returncode == 0
