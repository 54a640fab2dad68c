"""`reflect ask`: a sitting as plain prompts, here from a pipe."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from command_line import CommandLine
from reflect.workspace import Workspace


@pytest.fixture
def questions(reflect: CommandLine) -> list[dict[str, Any]]:
    """The questions of the Child D bank that are meant for Robin, in their order."""
    return [
        question
        for question in reflect("bank", "show", "child-d", "--json").json["questions"]
        if question["audience"] == "all" or "health-visitor" in question["audience"]
    ]


def typed(question: dict[str, Any], *lines: str, scale: str = "2") -> str:
    """What somebody types to answer a question: for a self-audit a point of the scale comes first."""
    first = [scale] if question["shape"] == "self-audit" else []
    return "".join(f"{line}\n" for line in (*first, *lines))


def written(reflect: CommandLine) -> dict[str, tuple[str | None, str]]:
    """What is kept, by question."""
    answers = reflect("answer", "list", "--json").json
    return {answer["question"]: (answer["scale"], answer["text"]) for answer in answers}


def test_every_question_is_asked_and_every_answer_kept(
    robin: CommandLine, questions: list[dict[str, Any]]
) -> None:
    pipe = "".join(typed(question, f"about {question['id']}", "") for question in questions)
    said = robin("ask", "child-d", stdin=pipe + "what I take away\n\n")
    assert said.code == 0, said.err
    assert said.out == ""
    kept = written(robin)
    assert {id_: text for id_, (_, text) in kept.items()} == {
        question["id"]: f"about {question['id']}" for question in questions
    }
    audits = [question["id"] for question in questions if question["shape"] == "self-audit"]
    assert {kept[id_][0] for id_ in audits} == {"usually"}
    for question in questions:
        assert question["text"].split(" ", 3)[2] in said.err
    with_robin = Workspace(robin.folder, robin.clock).sign_in(None, "a lantern by the canal")
    (sitting,) = with_robin.reflecting.reflections()
    with_robin.close()
    assert sitting.take_away == "what I take away"
    assert sitting.finished is not None


def test_lines_up_to_an_empty_one_are_one_answer(robin: CommandLine, questions: list[dict[str, Any]]) -> None:
    robin("ask", "child-d", stdin=typed(questions[0], "one", "  two", "three", ""))
    assert written(robin)[questions[0]["id"]][1] == "one\n  two\nthree"


def test_what_is_stopped_goes_on_where_it_was(robin: CommandLine, questions: list[dict[str, Any]]) -> None:
    stopped = robin("ask", "child-d", stdin=typed(questions[0], "first", "") + ".stop\nnever asked for\n")
    assert stopped.code == 0
    assert set(written(robin)) == {questions[0]["id"]}
    robin("ask", "child-d", stdin=typed(questions[1], "second", ""))
    assert {id_: text for id_, (_, text) in written(robin).items()} == {
        questions[0]["id"]: "first",
        questions[1]["id"]: "second",
    }


def test_the_end_of_the_input_keeps_the_words_before_it(
    robin: CommandLine, questions: list[dict[str, Any]]
) -> None:
    said = robin("ask", "child-d", stdin=typed(questions[0], "cut off").rstrip("\n"))
    assert said.code == 0
    assert written(robin)[questions[0]["id"]][1] == "cut off"


def test_skip_leaves_a_question_and_back_returns_to_it(
    robin: CommandLine, questions: list[dict[str, Any]]
) -> None:
    pipe = ".skip\n" + ".back\n" + typed(questions[0], "after all", "") + typed(questions[1], "next", "")
    robin("ask", "child-d", stdin=pipe)
    assert {id_: text for id_, (_, text) in written(robin).items()} == {
        questions[0]["id"]: "after all",
        questions[1]["id"]: "next",
    }


def test_a_command_keeps_what_was_typed_before_it(
    robin: CommandLine, questions: list[dict[str, Any]]
) -> None:
    for command in (".skip", ".back", ".stop"):
        robin("ask", "child-d", questions[2]["id"], stdin=typed(questions[2], command[1:], command))
        assert written(robin)[questions[2]["id"]][1].endswith(command[1:])


def test_an_answer_that_is_there_is_shown_and_added_to_never_lost(
    robin: CommandLine, questions: list[dict[str, Any]]
) -> None:
    id_ = questions[0]["id"]
    robin("ask", "child-d", id_, stdin=typed(questions[0], "first words", ""))
    again = robin("ask", "child-d", id_, stdin="\n" * 2)
    assert "first words" in again.err
    assert written(robin)[id_][1] == "first words"
    robin("ask", "child-d", id_, stdin=typed(questions[0], "and more", "", scale="rarely"))
    assert written(robin)[id_][1] == "first words\nand more"


def test_the_scale_is_given_by_number_or_by_words(
    robin: CommandLine, questions: list[dict[str, Any]]
) -> None:
    audits = [question for question in questions if question["shape"] == "self-audit"]
    for question, said in zip(audits, ("1", "Not in my role", "not-in-my-role", "RARELY"), strict=False):
        robin("ask", "child-d", question["id"], stdin=typed(question, "", scale=said))
    kept = written(robin)
    expected = ["always", "not-in-my-role", "not-in-my-role", "rarely"]
    assert [kept[question["id"]][0] for question in audits[:4]] == expected[: len(audits)]


def test_any_question_may_not_be_in_my_role(robin: CommandLine, questions: list[dict[str, Any]]) -> None:
    for question in questions[:3]:
        robin("ask", "child-d", question["id"], stdin=".not-in-my-role\n")
    assert set(written(robin).values()) == {("not-in-my-role", "")}


def test_words_in_place_of_the_scale_end_a_pipe_and_nothing_is_taken_for_another(
    robin: CommandLine, questions: list[dict[str, Any]]
) -> None:
    at = next(number for number, question in enumerate(questions) if question["shape"] == "self-audit")
    pipe = "".join(typed(question, "kept", "") for question in questions[:at])
    said = robin("ask", "child-d", stdin=pipe + "I forgot the scale\n\n")
    assert said.code == 2
    assert "1 to 5" in said.err
    assert set(written(robin)) == {question["id"] for question in questions[:at]}


def test_asking_begins_at_the_question_that_is_named(
    robin: CommandLine, questions: list[dict[str, Any]]
) -> None:
    robin("ask", "child-d", questions[3]["id"], stdin=typed(questions[3], "here", ""))
    assert set(written(robin)) == {questions[3]["id"]}


@pytest.mark.parametrize("words", [["child-x"], ["child-d", "nothing"]])
def test_what_is_unknown_is_not_found_before_anybody_signs_in(
    robin: CommandLine, words: list[str], tmp_path: Path
) -> None:
    robin.who = ["--passphrase-file", str(tmp_path / "there is none")]
    assert robin("ask", *words).code == 4


def test_content_note_handling_and_local_procedure_come_first(
    clementine: CommandLine,
) -> None:
    said = clementine("ask", "child-s", stdin=".stop\n")
    assert "Handling: professionals-only." in said.err
    assert "This bank speaks of serious harm to a baby" in said.err
    assert "ring the duty desk" in said.err
    assert "no referral and no case" in said.err


def test_what_is_taken_away_line_by_line_goes_on_after_a_stop(
    robin: CommandLine, questions: list[dict[str, Any]]
) -> None:
    skipped = ".skip\n" * len(questions)
    robin("ask", "child-d", stdin=f"{skipped}ring first\nthen write\n.stop\n")
    said = robin("ask", "child-d", stdin="and ask\n\n")
    assert "then write" in said.err
    with_robin = Workspace(robin.folder, robin.clock).sign_in(None, "a lantern by the canal")
    (sitting,) = with_robin.reflecting.reflections()
    with_robin.close()
    assert sitting.take_away == "ring first\nthen write\nand ask"
    assert sitting.finished is not None
