"""A person's answers as documents: whose and what they are, how to handle them, and every word as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from markdown_it import MarkdownIt

from reflect.domain.banks import Handling, Shape
from reflect.domain.reflection import Answer, Asked, Scale
from reflect.reports.answers import UNKNOWN_HANDLING, answers_json, answers_markdown

ASKED = Asked(
    bank="child-s",
    bank_title="Child S",
    bank_version=3,
    bank_hash="0" * 64,
    question="both-parents",
    wording="Do I always speak with both parents?",
    parts=("At the first visit?", "Later on?"),
    shape=Shape.SELF_AUDIT,
    themes=("fathers-and-partners",),
    context=(),
)
MOMENT = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
ANSWER = Answer(
    id="a1",
    reflection="r1",
    asked=ASKED,
    scale=Scale.NOT_IN_MY_ROLE,
    text="One line.\nAnother.",
    created=MOMENT,
    updated=MOMENT,
    revision=1,
)


def document(*answers: Answer, owner: str = "Robin Example", **handling: Handling) -> str:
    known = {name.replace("_", "-"): label for name, label in handling.items()}
    return answers_markdown(answers, owner=owner, as_at=date(2026, 3, 9), handling=known)


def test_the_front_says_whose_it_is_that_a_court_may_ask_and_how_to_handle_it() -> None:
    front = document(ANSWER, child_s=Handling.PROFESSIONALS_ONLY).split("## ")[0]
    assert front.startswith("# Reflections of Robin Example\n")
    assert "1 answer, as at Monday 9 March 2026." in front
    assert "a court or an inquiry can require them" in front
    assert "**Handling: for professionals only.**" in front


def test_each_answer_names_its_question_its_bank_and_its_handling() -> None:
    text = document(ANSWER, child_s=Handling.LOCAL_ONLY)
    assert "**Do I always speak with both parents?**" in text
    assert "- At the first visit?" in text
    assert "How often: not in my role" in text
    assert "One line.\\\nAnother." in text
    assert "Bank child-s, version 3, question both-parents; private; handling: for this place only." in text


def test_an_answer_to_a_bank_that_is_gone_is_handled_with_care() -> None:
    assert UNKNOWN_HANDLING in document(ANSWER)


def test_a_public_answer_does_not_hide_a_stricter_one() -> None:
    other = replace(ANSWER, asked=replace(ASKED, bank="baby-e", bank_title="Baby E"))
    front = document(ANSWER, other, child_s=Handling.PROFESSIONALS_ONLY, baby_e=Handling.PUBLIC).split("##")[
        0
    ]
    assert "for professionals only; public" in front


def test_steps_of_a_model_have_headings_of_their_own() -> None:
    stepped = replace(
        ANSWER, model="what", steps=(("What?", "It rained."), ("So what?", "")), text="It rained."
    )
    text = document(stepped)
    assert "### What?\n\nIt rained." in text
    assert text.count("It rained.") == 1


def test_nothing_written_yet_is_a_document_too() -> None:
    assert "0 answers" in document()


def test_hostile_words_stay_words_wherever_they_stand() -> None:
    evil = (
        "# x\n[a](javascript:alert(1)) <script>alert(1)</script> ![p](http://x/y)\n- one\n\n    code\n***\n=="
    )
    answer = replace(ANSWER, text=evil, asked=replace(ASKED, wording=evil, bank_title=evil, parts=(evil,)))
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(document(answer, owner=evil))
    tags = {piece.split(">")[0].split(" ")[0].strip("/") for piece in html.split("<")[1:]}
    assert tags <= {"h1", "h2", "p", "strong", "em", "ul", "li", "br"}
    assert html.count("<h1>") == html.count("<h2>") == 1
    assert "alert(1)" in html


def test_the_data_is_the_same_for_every_program() -> None:
    shared = replace(ANSWER, scale=None, steps=(("What?", "Rain."),), model="what")
    assert answers_json((ANSWER, shared)) == [
        {
            "id": "a1",
            "reflection": "r1",
            "bank": "child-s",
            "bank_version": 3,
            "question": "both-parents",
            "wording": "Do I always speak with both parents?",
            "shape": "self-audit",
            "scale": "not-in-my-role",
            "text": "One line.\nAnother.",
            "model": "free",
            "steps": None,
            "state": "private",
            "created": "2026-03-02T12:00:00Z",
            "updated": "2026-03-02T12:00:00Z",
        },
        {
            "id": "a1",
            "reflection": "r1",
            "bank": "child-s",
            "bank_version": 3,
            "question": "both-parents",
            "wording": "Do I always speak with both parents?",
            "shape": "self-audit",
            "scale": None,
            "text": "One line.\nAnother.",
            "model": "what",
            "steps": {"What?": "Rain."},
            "state": "private",
            "created": "2026-03-02T12:00:00Z",
            "updated": "2026-03-02T12:00:00Z",
        },
    ]
