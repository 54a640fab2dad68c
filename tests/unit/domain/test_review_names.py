"""How a review is named where nobody sees which bank it stands in."""

from __future__ import annotations

import pytest

from reflect.domain.banks import review_named


@pytest.mark.parametrize(
    ("review", "named"),
    [
        ("S", "Review S, West Sussex 2017/18"),
        ("John", "Review John, West Sussex 2017/18"),
        ("Child S", "Child S"),
        ("Thirteen Serious Case Reviews", "Thirteen Serious Case Reviews"),
        ("", ""),
    ],
)
def test_a_letter_or_a_single_word_is_named_with_its_bank(review: str, named: str) -> None:
    assert review_named(review, "West Sussex 2017/18: seven reviews") == named
