"""A command whose passphrase stands in a file derives its key while the command line is still being read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import CommandLine
from reflect.cli.head_start import begin
from reflect.vault.derivation import DEMO, Derivation


def typed(person: CommandLine, *words: str) -> list[str]:
    return ["--workspace", str(person.folder), *person.who, *words]


def test_a_program_of_its_own_signs_in_with_a_head_start_and_says_the_same(robin: CommandLine) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "reflect", *typed(robin, "action", "list", "--json")],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stdout) == (0, robin("action", "list", "--json").out)


def test_a_key_that_was_begun_is_the_key_that_is_asked_for_and_given_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    derived: list[str] = []
    really = Derivation._derived

    def counted(self: Derivation, passphrase: str) -> bytes:
        derived.append(passphrase)
        return really(self, passphrase)

    monkeypatch.setattr(Derivation, "_derived", counted)
    one = Derivation(DEMO, b"s" * 16)
    one.expect("four quiet green boats")
    assert one.key("four quiet green boats") == really(one, "four quiet green boats")
    assert derived == ["four quiet green boats"]
    one.expect("four quiet green boats")
    assert one.key("another passphrase") == really(one, "another passphrase")
    assert Derivation(DEMO, b"t" * 16).key("four quiet green boats") != really(one, "four quiet green boats")


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
