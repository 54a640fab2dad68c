"""`reflect bank add` and `remove`: checked, shown before it replaces anything, and only by somebody signed in."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_line import CommandLine, widest
from own_bank import ASKS, own_bank


def test_a_bank_from_a_file_is_there_at_once_for_everybody(robin: CommandLine, tmp_path: Path) -> None:
    added = robin("bank", "add", str(own_bank(tmp_path)))
    assert (added.code, added.out) == (0, "our-own\n")
    assert "1 questions, 1 findings" in added.err
    assert "local-only" in added.err
    assert widest(added.err) <= 80
    robin.who = []
    assert "our-own" in robin("bank", "list").out
    assert robin("bank", "show", "our-own", "--json").json["questions"][0]["text"] == ASKS


def test_a_file_that_is_no_bank_is_refused_and_nothing_changes(robin: CommandLine, tmp_path: Path) -> None:
    file = own_bank(tmp_path, handling="secret")
    said = robin("bank", "add", str(file), "--yes")
    assert said.code == 1
    assert "our-own.yaml:6:" in said.err
    assert "reflect bank check" in said.err
    assert robin("bank", "add", str(tmp_path / "nothing.yaml")).code == 1
    assert "our-own" not in robin("bank", "list").out


def test_a_newer_version_shows_what_it_changes_and_from_a_pipe_waits_for_yes(
    robin: CommandLine, tmp_path: Path
) -> None:
    robin("bank", "add", str(own_bank(tmp_path)))
    newer = own_bank(tmp_path, version=2, asks="How do I ask fathers what they notice?", handling="public")
    asked = robin("bank", "add", str(newer))
    assert asked.code == 2
    assert "--yes" in asked.err
    assert "It replaces version 1:" in asked.err
    assert "Question in other words: asking-fathers" in asked.err
    assert f"before: {ASKS}" in asked.err
    assert "now: How do I ask fathers what they notice?" in asked.err
    assert "Label: public instead of local-only" in asked.err
    assert robin("bank", "show", "our-own", "--json").json["version"] == 1
    assert robin("bank", "add", str(newer), "--yes").code == 0
    assert robin("bank", "show", "our-own", "--json").json["version"] == 2


def test_new_and_gone_questions_are_named(robin: CommandLine, tmp_path: Path) -> None:
    robin("bank", "add", str(own_bank(tmp_path)))
    said = robin("bank", "add", str(own_bank(tmp_path, version=2, question="listening-to-fathers")), "--yes")
    assert f"New question: listening-to-fathers: {ASKS}" in said.err
    assert f"Question that goes: asking-fathers: {ASKS}" in said.err


def test_the_same_version_again_is_refused(robin: CommandLine, tmp_path: Path) -> None:
    file = own_bank(tmp_path)
    robin("bank", "add", str(file))
    assert robin("bank", "add", str(file), "--yes").code == 1
    other = robin("bank", "add", str(own_bank(tmp_path, asks="What else?")), "--yes")
    assert other.code == 1
    assert "raise its version to 2" in other.err


def test_answers_keep_the_words_that_they_answered(robin: CommandLine, tmp_path: Path) -> None:
    robin("bank", "add", str(own_bank(tmp_path)))
    id_ = robin("answer", "add", "our-own", "asking-fathers", stdin="Openly.").out.strip()
    robin("bank", "add", str(own_bank(tmp_path, version=2, asks="What do I ask?")), "--yes")
    assert robin("answer", "show", id_, "--json").json["wording"] == ASKS
    assert robin("bank", "remove", "our-own", "--yes").code == 0
    shown = robin("answer", "show", id_, "--json").json
    assert (shown["wording"], shown["handling"]) == (ASKS, "local-only")


def test_only_what_somebody_added_can_be_taken_away_and_only_on_yes(
    robin: CommandLine, tmp_path: Path
) -> None:
    assert robin("bank", "remove", "child-s", "--yes").code == 4
    assert robin("bank", "remove", "nothing-here").code == 4
    robin("bank", "add", str(own_bank(tmp_path)))
    asked = robin("bank", "remove", "our-own")
    assert asked.code == 2
    assert "--yes" in asked.err
    removed = robin("bank", "remove", "our-own", "--yes")
    assert (removed.code, removed.out) == (0, "")
    assert "our-own" not in robin("bank", "list").out


@pytest.mark.parametrize("words", [["add", "x.yaml"], ["remove", "our-own"]])
def test_nobody_changes_the_banks_without_signing_in(robin: CommandLine, words: list[str]) -> None:
    robin.who = []
    assert robin("bank", *words, "--yes").code == 2
