"""Whatever people do with their actions, in whatever order: the sums are what the marks add up to, and the marks what
the actions say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from acting_together_at_random import TogetherAtRandom
from clocks import StoppedClock
from pairs import ADMIN, ALEX, BO, LENA, SAM, Team
from reflect.services.practice import Practice
from reflect.storage.figures import moves_of, sums_of


def assert_kept(house: Team) -> None:
    """The kept sums are those that the marks add up to when counted anew."""
    with house.admin._store.reading() as transaction:
        marks = list(transaction.figures.every_mark())
        kept = dict(transaction.figures.every_sum())
        moved, moves = transaction.figures.every_move(), moves_of(marks)
    assert kept == Counter(one for each in marks for one in sums_of(each))
    assert all(amount > 0 for amount in kept.values())
    assert all(moved[which] >= day for which, day in moves.items())


@pytest.mark.parametrize(
    ("seed", "steps"),
    [(1, 150), *(pytest.param(seed, 700, marks=pytest.mark.trial) for seed in range(2, 12))],
)
def test_the_kept_sums_are_always_those_that_are_counted_anew(
    signed_in: Callable[..., Practice], clock: StoppedClock, seed: int, steps: int
) -> None:
    house = Team(signed_in, clock)
    random = TogetherAtRandom(house, clock, seed)
    for _ in range(steps // 25):
        random.act(25)
        assert_kept(house)
        for practice in house.everybody.values():
            assert practice.examine() == (), (practice.person.name, random.taken)
    needed = {"propose", "agree", "carry", "done", "list", "change_team"}
    assert needed <= random.taken.keys() or steps < 500, random.taken
    with house.admin._store.reading() as transaction:
        marks = list(transaction.figures.every_mark())
    assert len({stored.team for stored in marks}) > 1 or steps < 500
    assert {stored.listed for stored in marks} == {False, True}
    assert set(house.everybody) == {ADMIN, SAM, BO, ALEX, LENA}
