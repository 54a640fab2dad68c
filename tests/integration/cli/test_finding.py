"""`reflect answer search` and `history`: one's own words found again, and what was said then and now."""

from __future__ import annotations

from pathlib import Path

import pytest

from clocks import StoppedClock
from command_line import CommandLine, widest
from own_bank import ASKS, own_bank
from reflect.workspace import Workspace

BANK, QUESTION = "child-s", "both-parents-co-sleeping"
PASSPHRASE = "a lantern by the canal"


@pytest.fixture
def found_again(robin: CommandLine, clock: StoppedClock) -> CommandLine:
    """Three answers on three days; the middle one is to another bank."""
    robin("answer", "add", BANK, QUESTION, stdin="At the café I spoke with both parents.")
    clock.go_on(days=1)
    robin("answer", "add", "child-d", "checking-reported-drinking", stdin="Both said no; parents often do.")
    clock.go_on(days=1)
    robin("answer", "add", BANK, QUESTION, "--scale", "rarely", stdin="Nobody at home.")
    return robin


def texts(found: CommandLine, *words: str, stdin: str = "") -> list[str]:
    return [answer["text"] for answer in found("answer", "search", *words, "--json", stdin=stdin).json]


def test_all_words_must_stand_in_an_answer_and_a_phrase_as_it_is(found_again: CommandLine) -> None:
    assert texts(found_again, "BOTH", "parents") == [
        "Both said no; parents often do.",
        "At the café I spoke with both parents.",
    ]
    assert texts(found_again, '"both parents"') == ["At the café I spoke with both parents."]
    assert texts(found_again, "cafe") == ["At the café I spoke with both parents."]
    assert texts(found_again, "submarine") == []


def test_words_may_come_through_a_pipe_so_that_no_shell_remembers_them(found_again: CommandLine) -> None:
    assert texts(found_again, "-", stdin="nobody home\n") == ["Nobody at home."]
    assert found_again("answer", "search", "-", stdin=" \n").code == 2
    assert found_again("answer", "search", '""').code == 2


def test_a_search_is_narrowed_by_bank_theme_and_day(found_again: CommandLine) -> None:
    assert texts(found_again, "both", "--bank", BANK) == ["At the café I spoke with both parents."]
    assert texts(found_again, "both", "--since", "3 March 2026") == ["Both said no; parents often do."]
    assert texts(found_again, "both", "--theme", "fathers-and-partners") == [
        "At the café I spoke with both parents."
    ]
    assert found_again("answer", "search", "both", "--bank", "child-x").code == 4
    assert found_again("answer", "search", "both", "--theme", "escalation").code == 2


def test_what_was_found_is_listed_with_its_question_its_day_and_the_words_around_it(
    found_again: CommandLine,
) -> None:
    said = found_again("answer", "search", "cafe")
    assert said.code == 0
    assert "2 Mar 2026" in said.out
    assert BANK in said.out
    assert "At the café I spoke" in said.out
    assert widest(said.out) <= 80
    nothing = found_again("answer", "search", "submarine")
    assert (nothing.code, nothing.out) == (0, "")
    assert "none of your answers" in nothing.err


def test_nobody_finds_what_somebody_else_wrote(clementine: CommandLine, tmp_path: Path) -> None:
    clementine("answer", "add", BANK, QUESTION, stdin="a purple submarine")
    assert texts(clementine, "submarine") == ["a purple submarine"]
    hers = clementine("answer", "search", "submarine", "--json").json[0]["id"]
    clementine.as_somebody("Juniper Teapot", "demo", tmp_path / "lead")
    assert texts(clementine, "submarine") == []
    assert clementine("answer", "history", hers).code == 4


def test_a_history_holds_all_answers_to_the_question_the_oldest_first(found_again: CommandLine) -> None:
    last = found_again("answer", "list", "--json").json[0]
    told = found_again("answer", "history", last["id"][:8], "--json").json
    assert [answer["text"] for answer in told] == [
        "At the café I spoke with both parents.",
        "Nobody at home.",
    ]
    assert [answer["reworded"] for answer in told] == [False, False]
    shown = found_again("answer", "history", last["id"])
    assert shown.out.index("At the café") < shown.out.index("Rarely") < shown.out.index("Nobody at home.")
    assert widest(shown.out) <= 80


def test_a_history_says_where_the_question_was_asked_in_other_words(
    robin: CommandLine, tmp_path: Path, clock: StoppedClock
) -> None:
    robin("bank", "add", str(own_bank(tmp_path)))
    first = robin("answer", "add", "our-own", "asking-fathers", stdin="Openly.").out.strip()
    clock.go_on(days=1)
    robin("bank", "add", str(own_bank(tmp_path, version=2, asks="What do I ask fathers?")), "--yes")
    robin("answer", "add", "our-own", "asking-fathers", stdin="By listening.")
    told = robin("answer", "history", first, "--json").json
    assert [(answer["wording"], answer["reworded"]) for answer in told] == [
        (ASKS, False),
        ("What do I ask fathers?", True),
    ]
    shown = robin("answer", "history", first).out
    assert shown.index("Openly.") < shown.index("in other words") < shown.index("By listening.")


def test_a_history_has_the_earlier_wordings_of_each_answer(robin: CommandLine, clock: StoppedClock) -> None:
    first = "A first wording, much longer than what came to stand in its place."
    id_ = robin("answer", "add", BANK, QUESTION, stdin=first).out.strip()
    clock.go_on(days=1)
    practice = Workspace(robin.folder, clock).sign_in(None, PASSPHRASE)
    practice.reflecting.edit_answer(id_, text="Short.", scale=None, revision=1)
    practice.close()
    (told,) = robin("answer", "history", id_, "--json").json
    assert told["text"] == "Short."
    assert [(version["text"], version["stood_from"]) for version in told["versions"]] == [
        (first, "2026-03-02T09:30:00Z")
    ]
    shown = robin("answer", "history", id_).out
    assert "Earlier, from Monday 2 March 2026:" in shown
    assert first in " ".join(shown.split())
