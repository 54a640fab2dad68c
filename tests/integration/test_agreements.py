"""Agreements: drawn up by either, each says what they want and offer, both sign; a review makes a new one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from clocks import StoppedClock
from reflect.domain.supervision.agreement import Terms
from reflect.domain.supervision.entry import Section, Voided
from reflect.domain.supervision.one_to_one import NOT_AGREED
from reflect.errors import NotFound, NotPermitted, WrongUse
from two_people import ALEX, BO, SAM, TERMS, SignIn, TwoPeople


@pytest.fixture
def two(signed_in: SignIn) -> TwoPeople:
    return TwoPeople(signed_in)


def drawn_up(two: TwoPeople) -> str:
    return two.bo.agreements.draw_up(SAM, TERMS).id


def test_whoever_draws_it_up_both_read_it(two: TwoPeople, clock: StoppedClock) -> None:
    assert two.bo.agreements.current(SAM) is None
    made = two.bo.agreements.draw_up(SAM.upper(), TERMS)
    assert (made.terms, made.made, made.label) == (TERMS, clock.now(), NOT_AGREED)
    assert two.sam.agreements.current(BO) == made
    assert two.sam.agreements.all() == two.bo.agreements.all(SAM) == (made,)
    assert two.bo.one_to_ones.prepare(SAM).agreement_due


def test_each_says_in_their_own_name_what_they_want_and_offer(two: TwoPeople) -> None:
    agreement = drawn_up(two)
    two.bo.agreements.write(agreement, Section.WANTS, before="", after="Time to think.")
    two.sam.agreements.write(agreement, Section.WANTS, before="", after="Hard cases early.")
    both = two.sam.agreements.write(agreement[:8], Section.OFFERS, before="", after="I read it before.")
    bo, sam = two.bo.person.id, two.sam.person.id
    assert (both.wants(bo), both.wants(sam), both.offers(bo), both.offers(sam)) == (
        "Time to think.", "Hard cases early.", "", "I read it before.",
    )  # fmt: skip
    changed = two.bo.agreements.write(
        agreement, Section.WANTS, before="Time to think.", after="An hour to think."
    )
    assert changed.wants(bo) == "An hour to think."
    emptied = two.bo.agreements.write(agreement, Section.WANTS, before="An hour to think.", after="")
    assert (emptied.wants(bo), len(emptied.entries)) == ("", 2)
    with pytest.raises(WrongUse, match="no part of an agreement"):
        two.bo.agreements.write(agreement, Section.AGENDA, before="", after="Words")


def test_both_sign_and_it_is_locked(two: TwoPeople, clock: StoppedClock) -> None:
    agreement = drawn_up(two)
    assert two.bo.agreements.sign(agreement).label == f"{NOT_AGREED} and the supervisor (signed by {BO} only)"
    clock.go_on(days=1)
    locked = two.sam.agreements.sign(agreement)
    assert (locked.agreed, locked.label) == (True, "")
    assert two.bo.agreements.current(SAM) == locked
    for refused in (
        lambda: two.sam.agreements.set_terms(agreement, TERMS, replace(TERMS, minutes=60)),
        lambda: two.sam.agreements.write(agreement, Section.WANTS, before="", after="More"),
        lambda: two.sam.agreements.sign(agreement),
    ):
        with pytest.raises(WrongUse, match="locked"):
            refused()
    assert not two.bo.one_to_ones.prepare(SAM).agreement_due
    assert two.bo.examine() == two.sam.examine() == ()


def test_a_change_after_one_signature_voids_it(two: TwoPeople, clock: StoppedClock) -> None:
    agreement = drawn_up(two)
    bo, sam = two.bo.person.id, two.sam.person.id
    two.bo.agreements.sign(agreement)
    changed = two.sam.agreements.set_terms(agreement, TERMS, replace(TERMS, working_notes=True))
    assert (changed.signatures, changed.voided) == ((), (Voided(bo, sam, clock.now()),))
    two.sam.agreements.sign(agreement)
    changed = two.sam.agreements.write(agreement, Section.OFFERS, before="", after="Tea.")
    assert changed.voided[1:] == (Voided(sam, sam, clock.now()),)
    same = two.bo.agreements.set_terms(agreement, changed.terms, changed.terms)
    assert same == changed
    two.bo.agreements.sign(agreement)
    assert two.sam.agreements.sign(agreement).terms.working_notes


def test_a_review_makes_a_new_one_and_the_old_one_stays(two: TwoPeople, clock: StoppedClock) -> None:
    first = two.agreed()
    clock.go_on(days=365)
    prepared = two.sam.one_to_ones.prepare(BO)
    assert (prepared.agreement, prepared.agreement_due) == (first, True)
    with_new = replace(TERMS, start=date(2027, 3, 2), review=date(2028, 3, 2))
    second = two.bo.agreements.draw_up(SAM, with_new)
    with pytest.raises(WrongUse, match="not signed by both yet"):
        two.sam.agreements.draw_up(BO, with_new)
    assert two.sam.agreements.all() == (second, first)
    assert two.bo.one_to_ones.prepare(SAM).agreement == second
    two.sam.agreements.sign(second.id)
    locked = two.bo.agreements.sign(second.id)
    assert two.sam.agreements.all() == (locked, first)
    assert not two.bo.one_to_ones.prepare(SAM).agreement_due


@pytest.mark.parametrize(
    "terms",
    [
        replace(TERMS, every_days=0),
        replace(TERMS, minutes=0),
        replace(TERMS, minutes=2000),
        replace(TERMS, review=TERMS.start),
    ],
)
def test_numbers_and_days_that_mean_nothing_are_refused(two: TwoPeople, terms: Terms) -> None:
    with pytest.raises(WrongUse):
        two.bo.agreements.draw_up(SAM, terms)
    assert two.bo.agreements.all() == ()


def test_nobody_else_finds_it_and_a_former_supervisor_keeps_what_they_signed(two: TwoPeople) -> None:
    first = two.agreed()
    for practice in (two.admin, two.alex):
        assert practice.agreements.all() == practice.agreements.dates() == ()
        with pytest.raises(NotFound, match="There is no agreement with this id"):
            practice.agreements.sign(first.id)
        with pytest.raises(NotFound):
            practice.agreements.current(BO)
    two.admin.links.end(two.link.id)
    assert two.sam.agreements.current(BO) == replace(first, copy=True)
    assert two.bo.agreements.current(SAM) == first
    for practice, name, reason in (
        (two.sam, BO, "You do not supervise Bo"), (two.bo, SAM, "Sam Supervisor does not supervise you"),
    ):  # fmt: skip
        with pytest.raises(NotPermitted, match=reason):
            practice.agreements.draw_up(name, TERMS)
        with pytest.raises(NotPermitted, match=reason):
            practice.agreements.sign(first.id)


def test_a_later_supervisor_has_an_agreement_of_their_own(two: TwoPeople) -> None:
    first = two.agreed()
    two.admin.links.end(two.link.id)
    two.admin.links.add(ALEX, BO)
    assert two.bo.agreements.current(ALEX) is None
    own = two.bo.agreements.draw_up(ALEX, TERMS)
    assert two.alex.agreements.all() == (own,)
    assert set(two.bo.agreements.all()) == {first, own}
