"""`reflect doctor`: whole, or one line for each fault."""

from __future__ import annotations

import sys
from pathlib import Path

from command_line import CommandLine


def test_a_whole_workspace_has_no_faults(clementine: CommandLine) -> None:
    signed_in = list(clementine.who)
    clementine.who = []
    assert clementine("doctor").out == "no faults found\n"
    clementine.who = signed_in
    deep = clementine("doctor", "--deep")
    assert (deep.code, deep.out) == (0, "no faults found\n")


def test_looking_deep_needs_a_sign_in(clementine: CommandLine) -> None:
    clementine.who = []
    assert clementine("--no-input", "doctor", "--deep").code == 2


def test_a_missing_or_shortened_file_is_a_line_and_a_failure(clementine: CommandLine) -> None:
    file = clementine.folder / "reflect.db"
    content = file.read_bytes()
    file.write_bytes(content[:-1000])
    shortened = clementine("doctor", "--deep")
    assert shortened.code == 1
    assert "reflect.db is cut short" in shortened.out
    assert "Copy the workspace folder" in shortened.err
    file.unlink()
    missing = clementine("doctor")
    assert missing.code == 1
    assert "reflect.db is missing" in missing.out


def test_a_file_that_others_may_read_is_a_fault(clementine: CommandLine) -> None:
    if sys.platform != "win32":
        (clementine.folder / "reflect.db").chmod(0o644)
    said = clementine("doctor")
    assert (said.code, "reflect.db" in said.out) == ((1, True) if sys.platform != "win32" else (0, False))


def test_one_changed_byte_is_noticed(clementine: CommandLine) -> None:
    file: Path = clementine.folder / "reflect.db"
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    said = clementine("doctor", "--deep")
    assert said.code == 1
    assert "no faults" not in said.out


def test_a_header_that_is_cut_short_is_said_in_a_sentence(clementine: CommandLine) -> None:
    for copy in clementine.folder.glob("reflect.header*"):
        copy.write_bytes(copy.read_bytes()[:40])
    said = clementine("doctor")
    assert said.code == 1
    assert "Traceback" not in said.err
    assert said.out + said.err
