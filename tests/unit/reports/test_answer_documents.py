"""A person's answers as documents: whose and what they are, how to handle them, and every word as it was."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from going_out import ANSWER, ASKED, EVIL, STEPPED, TAKEN, going_out, hostile, owned_words
from reflect.domain.banks import Handling
from reflect.reports.answer_documents import Kind, written
from reflect.reports.pages import QUESTION_STAYS, QUESTION_UNKNOWN, UNKNOWN_HANDLING


def document(*answers: object, **facts: object) -> str:
    return written(going_out(*answers, **facts), "md").decode("utf-8")


def test_the_front_says_whose_it_is_when_that_a_court_may_ask_and_how_to_handle_it() -> None:
    front = document(ANSWER).split("## ")[0]
    assert front.startswith("# Reflections of Robin Example\n")
    assert "1 answer from Monday 2 March 2026, written out on Monday 9 March 2026." in front
    assert "They are not a case record. A court or an inquiry can require them" in front
    assert "**Handling: for professionals only.**" in front


def test_each_answer_names_its_question_its_bank_its_scale_and_its_handling() -> None:
    text = document(ANSWER)
    assert "## Monday 2 March 2026: Child S\n\n*Handling: for professionals only*" in text
    assert "**Do I always speak with both parents?**" in text
    assert "- At the first visit?" in text
    assert "How often: not in my role" in text
    assert "One line.\\\nAnother." in text
    assert "Bank child-s, version 3; question both-parents; answered Monday 2 March 2026" in text


def test_steps_have_headings_and_what_was_put_aside_is_there_under_its_model() -> None:
    text = document(STEPPED)
    assert "Model: What? So what? Now what?" in text
    assert "### What?\n\nIt rained." in text
    assert "### So what?" in text
    assert text.count("It rained.") == 1
    assert "model: Free writing\n\nWritten freely first." in text
    assert "#### Feelings\n\nUneasy." in text


@pytest.mark.parametrize(
    ("handling", "instead"),
    [({"child-s": Handling.LOCAL_ONLY}, QUESTION_STAYS), ({}, QUESTION_UNKNOWN)],
)
@pytest.mark.parametrize("kind", [Kind.MD, Kind.HTML, Kind.JSON])
def test_the_question_of_a_local_bank_stays_behind_unless_it_is_asked_for(
    kind: Kind, handling: dict[str, Handling], instead: str
) -> None:
    without = written(going_out(ANSWER, handling=handling), kind).decode("utf-8")
    along = written(going_out(ANSWER, handling=handling, include_local=True), kind).decode("utf-8")
    assert ASKED.wording not in without
    assert ASKED.wording in along
    if kind is Kind.JSON:
        assert json.loads(without)[0]["wording"] is None
    else:
        assert instead in without
        assert ASKED.parts[0] not in without
        assert "Another." in without


def test_an_answer_to_a_bank_that_is_gone_is_handled_with_care() -> None:
    text = document(ANSWER, handling={})
    assert UNKNOWN_HANDLING in text
    assert "**Handling: for this place only.**" in text


def test_a_public_answer_does_not_hide_a_stricter_one() -> None:
    other = replace(ANSWER, asked=replace(ASKED, bank="baby-e", bank_title="Baby E"))
    labels = {"child-s": Handling.PROFESSIONALS_ONLY, "baby-e": Handling.PUBLIC}
    front = document(other, ANSWER, handling=labels).split("## ")[0]
    assert "**Handling: for professionals only.**" in front
    assert "Baby E (baby-e): 1 answer, public" in front


def test_nothing_written_yet_is_a_document_too() -> None:
    for kind in Kind:
        assert written(going_out(), kind)
    assert "0 answers" in document()


def test_what_was_masked_is_counted_on_the_front() -> None:
    assert "2 places that could have identified somebody were replaced" in document(ANSWER, masked=2)


def test_hostile_words_stay_words_wherever_they_stand() -> None:
    html = MarkdownIt("gfm-like").render(written(hostile(), "md").decode("utf-8"))
    tags = {piece.split(">")[0].split(" ")[0].strip("/") for piece in html.split("<")[1:]}
    assert tags <= {"h1", "h2", "h3", "h4", "p", "strong", "em", "ul", "li", "br"}
    assert (html.count("<h1>"), html.count("<h2>")) == (1, 3)
    assert "alert(1)" in html


def test_no_word_of_any_answer_is_lost_in_data_for_programs() -> None:
    leaving = hostile()
    data = json.loads(written(leaving, "json"))
    said: set[str] = set()

    def gather(value: object) -> None:
        if isinstance(value, str):
            said.update(value.split())
        elif isinstance(value, dict):
            for key, held in value.items():
                gather(key)
                gather(held)
        elif isinstance(value, list):
            for held in value:
                gather(held)

    gather(data)
    assert owned_words(*leaving.answers) <= said
    assert EVIL[0] in data[0]["text"]


def test_the_data_is_the_same_for_every_program() -> None:
    assert json.loads(written(going_out(ANSWER, STEPPED), "json")) == [
        {
            "id": "a1",
            "reflection": "r1",
            "bank": "child-s",
            "bank_version": 3,
            "handling": "professionals-only",
            "question": "both-parents",
            "wording": "Do I always speak with both parents?",
            "shape": "self-audit",
            "scale": "not-in-my-role",
            "text": "One line.\nAnother.",
            "model": "free",
            "steps": None,
            "aside": [],
            "state": "private",
            "created": "2026-03-02T12:00:00Z",
            "updated": "2026-03-02T12:00:00Z",
            "take_away": None,
        },
        {
            "id": "a2",
            "reflection": "r1",
            "bank": "child-s",
            "bank_version": 3,
            "handling": "professionals-only",
            "question": "both-parents",
            "wording": "Do I always speak with both parents?",
            "shape": "self-audit",
            "scale": None,
            "text": "It rained.",
            "model": "what",
            "steps": {"What?": "It rained.", "So what?": ""},
            "aside": [
                {"model": "free", "text": "Written freely first.", "steps": None},
                {"model": "gibbs", "text": "Uneasy.", "steps": {"Feelings": "Uneasy."}},
            ],
            "state": "private",
            "created": "2026-03-02T12:00:00Z",
            "updated": "2026-03-02T12:00:00Z",
            "take_away": None,
        },
    ]


def test_what_was_taken_away_stands_under_a_heading_of_its_own_and_is_counted_on_the_front() -> None:
    text = document(ANSWER, STEPPED, taken_away=(TAKEN,))
    assert "2 answers and what was taken away from 1 sitting from Monday 2 March 2026" in text
    headed = text.split("## Monday 2 March 2026: Child S")[1]
    assert "*Handling: for professionals only*" in headed
    assert "**What I take away**\n\nRing first." in headed
    assert "Then write." in headed


def test_each_answer_names_what_was_taken_away_from_its_sitting() -> None:
    other = replace(ANSWER, id="a9", reflection="r9")
    data = json.loads(written(going_out(ANSWER, other, taken_away=(TAKEN,)), "json"))
    assert [answer["take_away"] for answer in data] == ["Ring first.\nThen write.", None]
