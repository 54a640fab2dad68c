"""Which lines of an answer were shared before: those are marked when it is shared again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from going_out import ANSWER
from reflect.domain.reflection import Answer
from reflect.domain.sharing import Share, ShareCard, lines_of, marked, text_of
from reflect.domain.sharing_again import lines_shared

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
TEXT = "I met Mrs Jones.\nWe rang.\n\nAnna\nNext time I ask first."


def a_share(answer: Answer, lines: set[int] | None, text: str | None = None) -> Share:
    """What was shared of it, as sharing wrote it."""
    all_lines = lines_of(answer)
    chosen = all_lines if lines is None else marked(all_lines, lines)
    card = ShareCard("id", "link", "bo", "sam", answer.asked, lines is None, AT)
    return Share(card, text_of(chosen) if text is None else text, None, answer.id)


@pytest.fixture
def answer() -> Answer:
    return replace(ANSWER, text=TEXT, steps=None, aside=())


@pytest.mark.parametrize("lines", [{1}, {2, 4}, {1, 2, 3}, {3, 4}])
def test_the_lines_that_were_shared_are_known_again(answer: Answer, lines: set[int]) -> None:
    assert lines_shared(answer, a_share(answer, lines)) == lines


def test_of_a_whole_answer_all_are(answer: Answer) -> None:
    assert lines_shared(answer, a_share(answer, None)) is None


def test_a_line_in_which_a_name_was_masked_is_known_and_one_that_was_all_masked_is_held_back(
    answer: Answer,
) -> None:
    masked = a_share(answer, {1, 3}, "I met Mrs [name].\n…\n[name]\n…")
    assert lines_shared(answer, masked) == {1}


def test_what_was_written_since_is_held_back(answer: Answer) -> None:
    share = a_share(answer, {1, 2})
    assert lines_shared(replace(answer, text=f"New.\n{TEXT}\nAnd this."), share) == {2, 3}
    assert lines_shared(replace(answer, text="Other words."), share) == frozenset()
