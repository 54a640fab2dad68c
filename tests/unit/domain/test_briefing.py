"""The few questions after a seven-minute briefing: not the ones answered lately, and from different findings."""

from __future__ import annotations

from datetime import date

from reflect.domain.banks import Grade, Question, Shape
from reflect.domain.briefing import offered

SPRING, SUMMER = date(2026, 3, 1), date(2026, 7, 1)


def question(id_: str, *findings: str) -> Question:
    return Question(
        id=id_,
        text="?",
        why="",
        shape=Shape.OPEN,
        grade=Grade.DERIVED,
        audience=(),
        themes=(),
        context=(),
        findings=findings or (id_,),
        locator="",
    )


def test_three_at_most_are_suggested_and_all_are_offered_in_the_order_of_the_bank() -> None:
    questions = [question(id_) for id_ in "abcde"]
    offer = offered(questions, {})
    assert [one.id for one in offer.questions] == list("abcde")
    assert offer.suggested == ("a", "b", "c")
    assert offered(questions[:1], {}).suggested == ("a",)
    assert offered([], {}).suggested == ()


def test_never_answered_comes_first_then_what_was_answered_longest_ago() -> None:
    questions = [question(id_) for id_ in "abcd"]
    assert offered(questions, {"a": SUMMER, "b": SPRING}).suggested == ("b", "c", "d")
    assert offered(questions, dict.fromkeys("abc", SPRING) | {"a": SUMMER}).suggested == ("b", "c", "d")


def test_each_leads_back_to_another_finding_while_another_waits() -> None:
    questions = [question("a", "x"), question("b", "x"), question("c", "y", "x"), question("d", "z")]
    assert offered(questions, {}).suggested == ("a", "b", "d")
    assert offered(questions, {"a": SUMMER}).suggested == ("b", "c", "d")
    apart = [question("a", "x"), question("b", "x"), question("c", "y"), question("d", "z")]
    assert offered(apart, {}).suggested == ("a", "c", "d")
    assert offered(apart, {"a": SPRING, "d": SUMMER}).suggested == ("b", "c", "d")
