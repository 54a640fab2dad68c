"""What had been typed and not kept when the program locked or ended: where it waits, and until when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from reflect.domain.actions.action import Status
from reflect.domain.people import CircleKind
from reflect.services.actions.said import WORDS_LIMIT
from reflect.services.practice import Practice

SignIn = Callable[..., Practice]


@pytest.fixture
def practice(signed_in: SignIn) -> Practice:
    return signed_in()


def waiting(practice: Practice) -> list[str]:
    return [action.what for action in practice.putting_aside.waiting()]


def test_it_waits_as_a_proposal_of_ones_own_until_something_is_done_with_it(practice: Practice) -> None:
    assert waiting(practice) == []
    for words in ("half a thought", "and another", "a third"):
        practice.putting_aside.put(words)
    assert waiting(practice) == ["half a thought", "and another", "a third"]
    first, second, _ = practice.putting_aside.waiting()
    assert (first.status, first.circle, first.owner) == (
        Status.PROPOSED,
        CircleKind.MINE,
        practice.person.id,
    )
    practice.acting.withdraw(first.id, "said elsewhere")
    practice.acting.agree(second.id, date(2026, 3, 23))
    assert waiting(practice) == ["a third"]
    practice.putting_aside.put("the last")
    assert waiting(practice) == ["a third", "the last"]
    assert practice.examine() == ()


def test_nothing_of_a_long_text_is_lost(practice: Practice) -> None:
    long = "word " * (WORDS_LIMIT // 2)
    practice.putting_aside.put(long)
    assert "".join("".join(waiting(practice)).split()) == "".join(long.split())
    assert len(waiting(practice)) == 3
