"""`doctor --deep` finds nothing after whatever several people do with actions that they show to each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from acting_together_at_random import SharingAtRandom
from clocks import StoppedClock
from pairs import ALEX, DUE, WHAT, Team
from reflect.domain.people import CircleKind
from reflect.services.practice import Practice
from reflect.settings import load_settings, save_settings
from reflect.workspace import Workspace

SignIn = Callable[..., Practice]


def much(workspace: Workspace, signed_in: SignIn, clock: StoppedClock, times: int) -> Counter[str]:
    """What five people did in so many steps, in a workplace that looks again after three days; nothing is wrong with
    any of it for anybody, and each action is one person's."""
    house = Team(signed_in, clock)
    save_settings(workspace.folder, replace(load_settings(workspace.folder), recheck_days=3))
    at_random = SharingAtRandom(house, clock, seed=times)
    shown = house.bo.acting.propose(what=WHAT, due=DUE, agree=True)
    house.bo.acting.show_to(shown.id, CircleKind.PAIR)
    handed_over = house.lena.acting.hand_over(house.listed().id, ALEX, "Leaves")
    at_random.ids += [shown.id, handed_over.id]
    at_random.act(times)
    circles = set()
    owned: list[str] = []
    for practice in house.everybody.values():
        assert practice.examine() == (), practice.person.name
        arranged = practice.actions.arranged()
        own = practice.actions.some([entry.id for entry in arranged.index.entries()])
        assert {action.owner for action in own} <= {practice.person.id}
        owned += [action.id for action in own]
        circles |= {action.circle for action in own}
    assert len(owned) == len(set(owned))
    assert set(at_random.ids) <= set(owned)
    assert CircleKind.TEAM in circles
    return at_random.taken


def test_nothing_is_found_after_many_steps_of_several_people(
    workspace: Workspace, signed_in: SignIn, clock: StoppedClock
) -> None:
    taken = much(workspace, signed_in, clock, 200)
    assert taken.total() > 40


@pytest.mark.trial
def test_nothing_is_found_after_thousands_of_steps_of_several_people(
    workspace: Workspace, signed_in: SignIn, clock: StoppedClock
) -> None:
    taken = much(workspace, signed_in, clock, 2_000)
    assert taken.total() > 300
