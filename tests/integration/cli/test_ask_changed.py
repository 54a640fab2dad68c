"""`reflect ask` after a bank has changed: what is gone is passed over, and what was answered stands as it was asked."""

from __future__ import annotations

from pathlib import Path

from changing_bank import BANK, FIRST, GONE, KEPT, REUSED, REWORDED, SECOND, add, write
from command_line import CommandLine
from reflect.services.practice import Practice
from reflect.workspace import Workspace


def signed_in(robin: CommandLine) -> Practice:
    return Workspace(robin.folder, robin.clock).sign_in(None, "a lantern by the canal")


def begun(robin: CommandLine, folder: Path, *answered: str) -> None:
    practice = signed_in(robin)
    add(practice, folder, 1, FIRST)
    sitting = practice.reflecting.begin(BANK).reflection.id
    for question in answered:
        practice.reflecting.save_answer(sitting, question, text="Then.", scale=None, revision=0)
    practice.close()


def test_what_is_gone_is_passed_over_and_said(robin: CommandLine, tmp_path: Path) -> None:
    begun(robin, tmp_path, KEPT)
    assert robin("bank", "add", str(write(tmp_path, 2, SECOND)), "--yes").code == 0
    said = robin("ask", BANK, stdin=".skip\n.skip\n.back\n.back\nNow.\n\n.stop\n")
    assert said.code == 0, said.err
    told = " ".join(said.err.split())
    assert "No longer in the bank, and so left out: 1 of the questions that this began with." in told
    assert f"3 of 3. {SECOND[REUSED][0]}" in told
    assert FIRST[GONE][0] not in told
    practice = signed_in(robin)
    kept = {one.asked.question: one.text for one in practice.reflecting.whole_answers()}
    practice.close()
    assert kept == {KEPT: "Then.\nNow."}


def test_an_answered_question_is_asked_in_the_words_of_then(robin: CommandLine, tmp_path: Path) -> None:
    begun(robin, tmp_path, REWORDED, GONE)
    robin("bank", "add", str(write(tmp_path, 2, SECOND)), "--yes")
    said = robin("ask", BANK, stdin=".skip\nMore.\n\nAlso.\n\n.stop\n")
    told = " ".join(said.err.split())
    assert f"2 of 4. {FIRST[REWORDED][0]} - {FIRST[REWORDED][2]}" in told
    assert "This is how it was asked when you answered; the bank has changed since." in told
    assert f"3 of 4. {FIRST[GONE][0]}" in told
    assert SECOND[REWORDED][0] not in told
    practice = signed_in(robin)
    kept = {one.asked.wording: one.text for one in practice.reflecting.whole_answers()}
    practice.close()
    assert kept == {FIRST[REWORDED][0]: "Then.\nMore.", FIRST[GONE][0]: "Then.\nAlso."}
