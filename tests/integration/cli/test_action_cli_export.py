"""`reflect action export`: every kind of document, what is said before it leaves, and what is refused."""

from __future__ import annotations

import json
import os
import re
import stat
from pathlib import Path

import pytest

from command_line import CommandLine, Said, widest
from own_actions import agreed, done, moved, proposed
from own_bank import ASKS, own_bank
from reflect.settings import Settings, save_settings

KINDS = ("json", "csv", "xlsx", "ics", "md", "html")
PHONE = "07700 900123"
SECRET = "saxifrage submarine"


def exported(person: CommandLine, kind: str, folder: Path, *options: str) -> tuple[Said, bytes]:
    """What a command said, and the file that it wrote."""
    out = folder / f"mine.{kind}"
    said = person("action", "export", "--format", kind, "--out", str(out), "--force", *options)
    assert said.code == 0, said.err
    return said, out.read_bytes()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_goes_to_a_private_file_or_through_a_pipe(
    robin: CommandLine, tmp_path: Path, kind: str
) -> None:
    agreed(robin, what="Ring the school")
    said, content = exported(robin, kind, tmp_path)
    assert said.out == ""
    assert content
    assert "1 action of Robin Example goes out" in said.err
    assert "not encrypted" in said.err
    assert "a reminder, never a clearance" in " ".join(said.err.split())
    assert widest(said.err) <= 80
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / f"mine.{kind}").stat().st_mode) == 0o600
    if kind != "xlsx":
        assert b"Ring the school" in content
        assert robin("action", "export", "--format", kind).out.encode().split() == content.split()


def test_lines_of_json_are_what_the_list_shows_and_json_is_usual(robin: CommandLine) -> None:
    done(robin)
    agreed(robin, due="Friday")
    proposed(robin)
    lines = robin("action", "export").out.splitlines()
    assert [json.loads(line) for line in lines] == robin("action", "list", "--json").json


def test_an_export_is_narrowed_like_a_list_and_shows_an_earlier_day(robin: CommandLine) -> None:
    agreed(robin, "--theme", "neglect", due="Friday", what="Ring the school")
    action = agreed(robin, "--level", "team", due="1 June", what="Ask about fathers")
    robin.clock.go_on(days=10)
    moved(robin, "start", action)
    for options in (
        ["--overdue"],
        ["--theme", "neglect"],
        ["--level", "team"],
        ["--status", "agreed"],
        ["--rag", "red"],
        ["--search", "fathers"],
        ["--due-before", "1 May"],
        ["--limit", "1"],
        ["--as-at", "2 March"],
        ["--mine"],
        ["--listed"],
    ):
        listed = robin("action", "list", "--json", *options).json
        lines = robin("action", "export", *options).out.splitlines()
        assert [json.loads(line) for line in lines] == listed
    assert robin("action", "export", "--rag", "yellow").code == 2


def test_a_reminder_counts_and_a_preview_shows_and_writes_nothing(robin: CommandLine, tmp_path: Path) -> None:
    action = agreed(robin, what=f"Ring {PHONE}\nand ask about sleep")
    moved(robin, "note", action, stdin="Waited at the old mill.")
    save_settings(robin.folder, Settings(local_words=("Old Mill",)))
    said = robin("action", "export", "--format", "csv")
    assert "2 lines may identify somebody" in said.err
    assert "--preview" in said.err
    assert PHONE not in said.err
    out = tmp_path / "mine.csv"
    preview = robin("action", "export", "--format", "csv", "--out", str(out), "--preview")
    assert (preview.code, preview.out) == (0, "")
    assert not out.exists()
    assert "1 action of Robin Example would go out as csv." in preview.err
    assert f"Ring {PHONE}" in preview.err
    assert "found: old mill" in preview.err
    assert "about sleep" not in preview.err
    assert "Nothing was written." in preview.err


def test_the_questions_of_a_local_bank_stay_here_but_for_lines_that_are_signed(
    robin: CommandLine, tmp_path: Path
) -> None:
    robin("bank", "add", str(own_bank(tmp_path)))
    agreed(robin, "--origin", "our-own/asking-fathers")
    said, content = exported(robin, "md", tmp_path)
    assert ASKS not in content.decode().replace("\\", "")
    assert "--include-local" in said.err
    along, content = exported(robin, "md", tmp_path, "--include-local")
    assert ASKS in content.decode().replace("\\", "")
    assert "--include-local" not in along.err
    signed, content = exported(robin, "json", tmp_path)
    assert ASKS in content.decode()
    assert "Keep the file here." in " ".join(signed.err.split())


def test_nothing_is_written_over_unasked_and_nothing_of_others_goes_out(
    clementine: CommandLine, tmp_path: Path
) -> None:
    agreed(clementine, what=SECRET)
    out = tmp_path / "mine.csv"
    out.write_text("keep me", encoding="utf-8")
    assert clementine("action", "export", "--format", "csv", "--out", str(out)).code == 2
    assert out.read_text(encoding="utf-8") == "keep me"
    assert clementine("action", "export", "--out", str(tmp_path / "no" / "where")).code == 2
    assert clementine("action", "export", "--format", "pdf").code == 2
    clementine.as_somebody("Juniper Teapot", "demo", tmp_path / "lead")
    for kind in KINDS:
        said, content = exported(clementine, kind, tmp_path)
        assert SECRET.encode() not in content
        assert re.match(r"\d+ actions? of Juniper Teapot go", said.err)
