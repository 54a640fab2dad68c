"""`reflect answer`: added, listed, shown, deleted and taken out, as their owner only."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from command_line import CommandLine, widest
from reflect.banks.themes import load_vocabulary
from reflect.paths import shipped_banks

BANK, QUESTION = "child-s", "both-parents-co-sleeping"
WORDS = "I spoke with the mother only.\n\nNext time I will ask when both are in."


@pytest.fixture
def question(reflect: CommandLine) -> str:
    """A self-audit question of the Child S bank."""
    questions = reflect("bank", "show", BANK, "--json").json["questions"]
    return next(one["id"] for one in questions if one["shape"] == "self-audit")


def test_words_from_standard_input_become_one_answer(robin: CommandLine, question: str) -> None:
    added = robin("answer", "add", BANK, question, "--scale", "usually", stdin=WORDS + "\n")
    assert added.code == 0, added.err
    listed = robin("answer", "list", "--json").json
    assert [answer["id"] for answer in listed] == [added.out.strip()]
    assert listed[0]["text"] == WORDS
    assert listed[0]["scale"] == "usually"
    assert listed[0]["state"] == "private"
    assert listed[0]["created"] == "2026-03-02T09:30:00Z"
    assert listed[0]["steps"] is None


def test_letters_of_every_script_come_back_as_they_were(robin: CommandLine, question: str) -> None:
    words = "Zażółć 孩子的声音 صوت الطفل 🧡 [/] *not bold* {{x}}"
    robin("answer", "add", BANK, question, stdin=words)
    assert robin("answer", "list", "--json").json[0]["text"] == words
    shown = robin("answer", "show", robin("answer", "list", "--json").json[0]["id"])
    assert words in shown.out
    assert widest(robin("answer", "list").out) <= 80


def test_what_would_drive_a_terminal_is_not_kept_and_not_shown(robin: CommandLine, question: str) -> None:
    robin("answer", "add", BANK, question, stdin="before\x1b]0;owned\x07\x1b[31m\u202eafter\x9b5n\r\nend")
    for words in (["answer", "list"], ["answer", "list", "--json"], ["answer", "export"]):
        said = robin(*words)
        assert said.code == 0
        assert not set("\x1b\x07\u202e\x9b\r") & set(said.out)
        assert "before" in said.out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["nothing-here", "x"], 4),
        ([BANK, "nothing-here"], 4),
        ([BANK, QUESTION, "--scale", "often"], 2),
        ([BANK], 2),
    ],
)
def test_an_answer_to_nothing_known_is_refused(robin: CommandLine, words: list[str], code: int) -> None:
    said = robin("answer", "add", *words, stdin="words")
    assert said.code == code
    assert robin("answer", "list", "--json").json == []


def test_silence_and_broken_bytes_are_not_kept(robin: CommandLine, question: str) -> None:
    assert robin("answer", "add", BANK, question, stdin=" \n").code == 2
    assert robin("answer", "add", BANK, question, stdin=b"caf\xe9").code == 2
    assert robin("answer", "add", BANK, question, stdin="x" * 100_001).code == 1
    assert robin("answer", "list", "--json").json == []


def test_a_list_is_narrowed_by_bank_question_theme_and_day(clementine: CommandLine) -> None:
    everything = clementine("answer", "list", "--json").json
    assert len(everything) > 5
    created = [answer["created"] for answer in everything]
    assert created == sorted(created, reverse=True)
    one = everything[-1]

    def kept(*options: str) -> list[str]:
        return [answer["id"] for answer in clementine("answer", "list", *options, "--json").json]

    assert kept("--bank", one["bank"]) == [a["id"] for a in everything if a["bank"] == one["bank"]]
    assert one["id"] in kept("--bank", one["bank"], "--question", one["question"])
    by_theme = kept("--theme", "escalation-challenge")
    assert 0 < len(by_theme) < len(everything)
    label = load_vocabulary(shipped_banks() / "themes.yaml").label("escalation-challenge")
    assert kept("--theme", label.upper()) == by_theme
    assert kept("--since", "1 January 2026") == [a["id"] for a in everything if a["created"] >= "2026"]
    assert kept("--since", "today") == []


def test_a_day_is_said_back_in_words(clementine: CommandLine) -> None:
    said = clementine("answer", "list", "--since", "last Friday")
    assert said.code == 0
    assert "Since Friday 27 February 2026." in said.err


@pytest.mark.parametrize(
    ("options", "code", "hint"),
    [
        (["--since", "soon"], 2, "3 weeks ago"),
        (["--theme", "escalation"], 2, "escalation-challenge"),
        (["--bank", "child-x"], 4, "child-s"),
        (["--bank", "child-s", "--question", "nothing"], 4, "bank show child-s"),
        (["--limit", "3"], 2, "--help"),
    ],
)
def test_a_wrong_filter_is_named_with_what_is_right(
    clementine: CommandLine, options: list[str], code: int, hint: str
) -> None:
    said = clementine("answer", "list", *options)
    assert said.code == code
    assert hint in said.err
    assert said.out == ""


def test_an_answer_is_shown_by_the_beginning_of_its_id(clementine: CommandLine) -> None:
    answer = clementine("answer", "list", "--json").json[0]
    shown = clementine("answer", "show", answer["id"][:8])
    assert shown.code == 0
    assert answer["id"] in shown.out
    assert widest(shown.out) <= 80
    assert clementine("answer", "show", answer["id"][:8], "--json").json == answer
    assert clementine("answer", "show", "ffffffff-0").code == 4


def test_an_answer_is_deleted_only_on_yes(clementine: CommandLine) -> None:
    answers = clementine("answer", "list", "--json").json
    first = answers[0]["id"]
    asked = clementine("answer", "delete", first)
    assert asked.code == 2
    assert "--yes" in asked.err
    assert clementine("answer", "delete", first[:8], "--yes").code == 0
    assert clementine("answer", "list", "--json").json == answers[1:]
    assert clementine("answer", "delete", first, "--yes").code == 4


def test_an_export_to_a_file_is_private_and_writes_over_nothing(
    clementine: CommandLine, tmp_path: Path
) -> None:
    out = tmp_path / "mine.md"
    said = clementine("answer", "export", "--out", str(out))
    assert (said.code, said.out) == (0, "")
    assert "not encrypted" in said.err
    assert out.read_text(encoding="utf-8").startswith("# Reflections of Clementine Lampshade\n")
    if sys.platform != "win32":
        assert stat.S_IMODE(out.stat().st_mode) == 0o600

    out.write_text("keep me", encoding="utf-8")
    assert clementine("answer", "export", "--out", str(out)).code == 2
    assert out.read_text(encoding="utf-8") == "keep me"
    assert clementine("answer", "export", "--out", str(out), "--force", "--format", "json").code == 0
    assert out.read_text(encoding="utf-8") == clementine("answer", "list", "--json").out
    assert clementine("answer", "export", "--out", str(tmp_path)).code == 2
    assert clementine("answer", "export", "--out", str(tmp_path / "no" / "where")).code == 2


def test_nobody_sees_what_somebody_else_wrote(clementine: CommandLine, tmp_path: Path) -> None:
    hers = clementine("answer", "list", "--json").json
    clementine.as_somebody("Juniper Teapot", "demo", tmp_path / "lead")
    assert {answer["id"] for answer in clementine("answer", "list", "--json").json}.isdisjoint(
        answer["id"] for answer in hers
    )
    for words in (["show"], ["delete", "--yes"]):
        assert clementine("answer", words[0], hers[0]["id"], *words[1:]).code == 4
