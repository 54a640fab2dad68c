"""A workplace may change the numbers that letters go by. What is told as at a past day goes by those of that day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clocks import StoppedClock
from founded import PASSPHRASE
from pairs import SignIn, Team
from reflect.domain.actions.rag import Rag
from reflect.domain.actions.rules import USUAL, Rules, Stage
from reflect.domain.actions.wanted import Wanted
from reflect.domain.figures.listed_log import LogWanted
from reflect.errors import DamagedFile
from reflect.services.rulebook import rules_read, rules_written
from reflect.settings import FILE_NAME, load_settings, save_settings
from reflect.workspace import Workspace

Set = Callable[..., None]


@pytest.fixture
def settings(workspace: Workspace) -> Set:
    """Changes the file of settings, as somebody with an editor does."""

    def change(**values: Any) -> None:
        save_settings(workspace.folder, replace(load_settings(workspace.folder), **values))

    return change


def test_a_letter_of_a_past_day_stays_when_the_numbers_change(
    signed_in: SignIn, clock: StoppedClock, settings: Set
) -> None:
    team = Team(signed_in, clock)
    team.listed()
    then = clock.today()
    assert team.lena.overseeing.log().letters == ((Rag.GREEN, 1),)

    clock.go_on(days=1)
    settings(due_soon_days=60)
    assert team.lena.overseeing.log().letters == ((Rag.AMBER, 1),)
    assert team.lena.overseeing.log(as_at=then).letters == ((Rag.GREEN, 1),)
    assert team.lena.overseeing.log(wanted=LogWanted(rag=Rag.AMBER), as_at=then).count == 0
    assert team.lena.overseeing.report(as_at=then).rules == USUAL
    assert team.lena.overseeing.report().rules.due_soon_days == 60
    assert len(team.bo.actions.listed(Wanted(rag=Rag.GREEN, as_at=then))) == 1
    assert team.bo.taking_actions_out.prepare(Wanted(as_at=then)).rules == USUAL


def test_the_numbers_that_held_last_on_a_day_are_those_of_the_day(
    signed_in: SignIn, clock: StoppedClock, settings: Set
) -> None:
    lead = Team(signed_in, clock).lena
    then = clock.today()
    settings(quiet_days=10)
    lead.overseeing.log()
    settings(quiet_days=20)
    lead.overseeing.log()
    for few in (25, 30):
        clock.go_on(days=3)
        settings(quiet_days=few)
        signed_in(lead.person.name)
    assert [lead.rules.on(then + timedelta(days=days)).quiet_days for days in (0, 1, 3, 5, 6)] == [
        20,
        20,
        25,
        25,
        30,
    ]


def test_before_anything_was_seen_the_first_numbers_are_taken_to_have_held(
    signed_in: SignIn, clock: StoppedClock, settings: Set
) -> None:
    lead = Team(signed_in, clock).lena
    first = clock.today()
    clock.go_on(days=40)
    settings(quiet_days=10)
    assert lead.rules.on(first - timedelta(days=400)) == USUAL
    assert lead.rules.on(None).quiet_days == 10


def test_a_ladder_of_a_past_day_has_the_stages_that_it_had(
    signed_in: SignIn, clock: StoppedClock, settings: Set
) -> None:
    lead = Team(signed_in, clock).lena
    then = clock.today()
    clock.go_on(days=1)
    settings(ladder=(("Ring the duty desk", "whoever is on duty", 1),))
    signed_in(lead.person.name)
    assert lead.rules.on(then).ladder == USUAL.ladder
    assert lead.rules.now().ladder == (Stage("Ring the duty desk", "whoever is on duty", 1),)


def test_a_look_at_one_s_own_list_goes_by_them_too(
    workspace: Workspace, signed_in: SignIn, clock: StoppedClock, settings: Set
) -> None:
    robin = signed_in()
    robin.acting.propose(what="Ask both parents", due=clock.today() + timedelta(days=20), agree=True)
    then = clock.today()
    clock.go_on(days=1)
    settings(due_soon_days=60)
    glance = workspace.glance(robin.person.name, PASSPHRASE)
    assert glance is not None
    try:
        assert glance.rules_on(then) == USUAL
        assert [len(glance.listed(Wanted(rag=rag, as_at=then))) for rag in (Rag.GREEN, Rag.AMBER)] == [1, 0]
        assert [len(glance.listed(Wanted(rag=rag))) for rag in (Rag.GREEN, Rag.AMBER)] == [0, 1]
    finally:
        glance.close()


def test_settings_that_cannot_be_read_keep_nobody_out(
    workspace: Workspace, signed_in: SignIn, clock: StoppedClock
) -> None:
    robin = signed_in()
    (workspace.folder / FILE_NAME).write_text("due_soon_days = [", encoding="utf-8")
    clock.go_on(days=1)
    assert signed_in(robin.person.name).rules.on(clock.today() - timedelta(days=1)) == USUAL


@given(
    st.builds(
        Rules,
        *(st.integers(1, 365) for _ in range(4)),
        ladder=st.lists(st.builds(Stage, st.text(), st.text(), st.integers(1, 60))).map(tuple),
    )
)
def test_rules_are_read_back_as_they_were_written(rules: Rules) -> None:
    assert rules_read(rules_written(rules)) == rules


@pytest.mark.parametrize("written", ["", "[]", "{}", '{"ladder": 3}', '{"ladder": [], "more": 1}', "\x00"])
def test_rules_that_were_changed_from_outside_are_not_used(written: str) -> None:
    with pytest.raises(DamagedFile):
        rules_read(written)
