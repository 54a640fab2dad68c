"""`reflect answer export`: every kind of document, what goes along and what stays behind, and the reminder before."""

from __future__ import annotations

import io
import json
import os
import re
import stat
import sys
from html import unescape
from pathlib import Path

import docx
import pytest

from command_line import CommandLine, Said, widest
from own_bank import ASKS, own_bank
from reflect.settings import Settings, save_settings
from reflect.workspace import Workspace

BANK, QUESTION = "child-s", "both-parents-co-sleeping"
KINDS = ("md", "json", "html", "docx")
PHONE = "07700 900123"
SECRET = "saxifrage submarine"


def exported(person: CommandLine, kind: str, folder: Path, *options: str) -> tuple[Said, bytes]:
    """What a command said, and the file that it wrote."""
    out = folder / f"mine.{kind}"
    said = person("answer", "export", "--format", kind, "--out", str(out), "--force", *options)
    assert said.code == 0, said.err
    return said, out.read_bytes()


def text_in(kind: str, content: bytes) -> str:
    """The words of a document, whatever its kind."""
    if kind == "docx":
        return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs)
    text = content.decode("utf-8")
    return unescape(re.sub("<[^>]*>", " ", text)) if kind == "html" else text.replace("\\", "")


@pytest.mark.parametrize("kind", KINDS)
def test_every_answer_goes_out_in_every_kind_and_nobody_elses(
    clementine: CommandLine, tmp_path: Path, kind: str
) -> None:
    clementine("answer", "add", BANK, QUESTION, stdin="a phrase of Clementine")
    answers = clementine("answer", "list", "--json").json
    clementine.as_somebody("Juniper Teapot", "demo", tmp_path / "lead")
    clementine("answer", "add", BANK, QUESTION, stdin=SECRET)
    clementine.as_somebody("Clementine Lampshade", "demo", tmp_path / "passphrase")
    said, content = exported(clementine, kind, tmp_path)
    assert len(answers) > 5
    if kind == "json":
        assert json.loads(content) == answers
    else:
        words = set(text_in(kind, content).split())
        assert {word for answer in answers for word in answer["text"].split()} <= words
    assert SECRET.split()[0] not in text_in(kind, content) + said.err
    assert "Juniper" not in text_in(kind, content)


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_for_its_owner_only_and_goes_through_a_pipe_as_it_is(
    clementine: CommandLine, tmp_path: Path, kind: str
) -> None:
    said, content = exported(clementine, kind, tmp_path)
    assert said.out == ""
    assert "not encrypted" in said.err
    assert widest(said.err) <= 80
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / f"mine.{kind}").stat().st_mode) == 0o600
    if kind != "docx":
        assert clementine("answer", "export", "--format", kind).out.encode() == content


@pytest.mark.parametrize("kind", ["md", "html", "docx"])
def test_the_front_says_whose_what_when_and_that_a_court_may_ask(
    clementine: CommandLine, tmp_path: Path, kind: str
) -> None:
    _, content = exported(clementine, kind, tmp_path)
    front = text_in(kind, content)
    for words in (
        "Reflections of Clementine Lampshade",
        "written out on Monday 2 March 2026",
        "not a case record",
        "A court or an inquiry can require them",
        "for professionals only",
    ):
        assert words in front


def test_from_a_pipe_a_reminder_is_said_and_the_document_comes(robin: CommandLine) -> None:
    robin("answer", "add", BANK, QUESTION, stdin=f"I rang {PHONE}.")
    said = robin("answer", "export", "--format", "json")
    assert said.code == 0
    assert PHONE in said.json[0]["text"]
    assert "1 line may identify somebody (phone number 1)" in said.err
    assert "a reminder, never a clearance" in " ".join(said.err.split())
    assert PHONE not in said.err
    assert robin("--no-input", "answer", "export").code == 0
    checked = robin("answer", "export", "--checked")
    assert checked.code == 0
    assert "may identify" not in checked.err


def test_a_preview_says_line_by_line_what_would_go_out_and_writes_nothing(
    robin: CommandLine, tmp_path: Path
) -> None:
    robin(
        "answer", "add", BANK, QUESTION, stdin=f"A quiet day.\nI rang {PHONE}.\nAnd waited at the old mill."
    )
    save_settings(robin.folder, Settings(local_words=("Old Mill",)))
    out = tmp_path / "mine.html"
    said = robin("answer", "export", "--format", "html", "--out", str(out), "--preview")
    assert (said.code, said.out) == (0, "")
    assert not out.exists()
    assert "1 answer would go out as html." in said.err
    assert "Child S (child-s): 1 answer, for professionals only" in said.err
    assert f"I rang {PHONE}." in said.err
    assert "And waited at the old mill." in said.err
    assert "word of the local list" in said.err
    assert "A quiet day" not in said.err
    assert "Nothing was written." in said.err


@pytest.mark.parametrize("kind", KINDS)
def test_the_questions_of_a_local_bank_stay_here_unless_they_are_asked_for(
    robin: CommandLine, tmp_path: Path, kind: str
) -> None:
    robin("bank", "add", str(own_bank(tmp_path)))
    robin("answer", "add", "our-own", "asking-fathers", stdin="Openly.")
    for _ in ("while the bank is here", "after it was taken away"):
        said, content = exported(robin, kind, tmp_path)
        assert ASKS not in text_in(kind, content)
        assert "Openly." in text_in(kind, content)
        assert "--include-local" in said.err
        along, content = exported(robin, kind, tmp_path, "--include-local")
        assert ASKS in text_in(kind, content)
        assert "--include-local" not in along.err
        robin("bank", "remove", "our-own", "--yes")


def test_a_newer_label_does_not_open_what_was_answered_before(robin: CommandLine, tmp_path: Path) -> None:
    robin("bank", "add", str(own_bank(tmp_path)))
    robin("answer", "add", "our-own", "asking-fathers", stdin="Openly.")
    robin("bank", "add", str(own_bank(tmp_path, version=2, handling="public")), "--yes")
    assert robin("answer", "export", "--format", "json").json[0]["handling"] == "local-only"


def test_an_export_is_narrowed_like_a_list(clementine: CommandLine) -> None:
    for options in (["--bank", BANK], ["--theme", "escalation-challenge"], ["--since", "1 January 2026"]):
        listed = clementine("answer", "list", "--json", *options).json
        assert clementine("answer", "export", "--format", "json", *options).json == listed
    assert clementine("answer", "export", "--bank", "child-x").code == 4


def test_without_python_docx_the_other_kinds_still_come(
    clementine: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    said = clementine("answer", "export", "--format", "docx")
    assert (said.code, said.out) == (1, "")
    assert "pip install 'reflect-practice[documents]'" in " ".join(said.err.split())
    assert clementine("answer", "export", "--format", "html").code == 0


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_taken_away_goes_out_with_the_answers_and_is_looked_through(
    robin: CommandLine, tmp_path: Path, kind: str
) -> None:
    with_robin = Workspace(robin.folder, robin.clock).sign_in(None, "a lantern by the canal")
    reflecting = with_robin.reflecting
    sitting = reflecting.begin(BANK).reflection.id
    reflecting.save_answer(sitting, QUESTION, text="One parent only.", scale=None, revision=0)
    reflecting.finish(sitting, f"Always ring {PHONE} first.")
    reflecting.finish(reflecting.begin(BANK).reflection.id, "A thought without an answer.")
    reflecting.finish(reflecting.begin("child-d").reflection.id, "A thought on another bank.")
    with_robin.close()
    said, content = exported(robin, kind, tmp_path)
    assert f"ring {PHONE} first." in text_in(kind, content)
    assert "1 answer and what was taken away from 3 sittings" in " ".join(said.err.split())
    assert "1 line may identify somebody" in said.err
    if kind == "json":
        assert json.loads(content) == robin("answer", "list", "--json").json
        return
    assert "A thought without an answer." in text_in(kind, content)
    _, narrowed = exported(robin, kind, tmp_path, "--bank", BANK)
    assert "A thought on another bank." not in text_in(kind, narrowed)
    _, narrowed = exported(robin, kind, tmp_path, "--question", QUESTION)
    assert "A thought without an answer." not in text_in(kind, narrowed)
    assert "first." in text_in(kind, narrowed)
