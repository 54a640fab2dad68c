"""What a lead is told of one-to-ones: how many were due by what each two agreed, how many were held or cancelled, and
from how many people nothing is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from clocks import StoppedClock
from file_by_key import FileByKey
from pairs import ALEX, BO, LENA, SAM, SignIn, Team
from reflect.domain.figures.team_figures import OneToOneCounts
from reflect.domain.links import Link
from reflect.domain.supervision.agreement import Terms
from reflect.domain.supervision.one_to_one import Kind
from reflect.errors import DamagedFile
from reflect.services.practice import Practice
from reflect.workspace import Workspace

START = date(2026, 3, 2)
NEWLY = "newly-qualified-social-worker"


class Stage(Team, FileByKey):
    """Sam supervises Bo, who is with Alex in the team that Lena leads; nothing is agreed yet."""

    def __init__(self, workspace: Workspace, signed_in: SignIn, clock: StoppedClock) -> None:
        super().__init__(signed_in, clock)
        self.workspace = workspace

    def agree(
        self, every: int = 28, *, start: date | None = None, stage: str = "our-own", signed_by: int = 2
    ) -> str:
        """An agreement of Sam and Bo, and the first signatures on it. Gives its id."""
        return agree(self.sam, self.bo, every, start or self.clock.today(), stage, signed_by)

    def hold(self, on: date | None = None) -> None:
        """A one-to-one of theirs, held today, that was planned for a day."""
        planned = self.sam.one_to_ones.plan(BO, on or self.clock.today(), Kind.AD_HOC)
        self.sam.one_to_ones.begin(planned.id)

    def counts(self, as_at: date | None = None, **period: date) -> OneToOneCounts:
        """What Lena is told of the last year, or of a period, but for who has no supervisor."""
        return replace(self.told(as_at, **period), without_supervisor=0)

    def told(self, as_at: date | None = None, **period: date) -> OneToOneCounts:
        """All that Lena is told of it."""
        (figures,) = self.again(LENA).overseeing.figures(as_at=as_at, **period)
        assert figures.one_to_ones is not None
        return figures.one_to_ones

    def due(self, as_at: date | None = None, **period: date) -> int:
        """How many were due."""
        return self.counts(as_at, **period).due


def agree(
    supervisor: Practice,
    supervisee: Practice,
    every: int,
    start: date,
    stage: str = "our-own",
    signed_by: int = 2,
) -> str:
    terms = Terms(stage, start, start + timedelta(days=365), every, 60)
    agreement = supervisor.agreements.draw_up(supervisee.person.name, terms)
    for practice in (supervisor, supervisee)[:signed_by]:
        practice.agreements.sign(agreement.id)
    return agreement.id


@pytest.fixture
def stage(workspace: Workspace, signed_in: SignIn, clock: StoppedClock) -> Stage:
    return Stage(workspace, signed_in, clock)


def test_what_was_due_stands_beside_what_was_held_and_cancelled(stage: Stage, clock: StoppedClock) -> None:
    stage.agree(14)
    for _ in range(3):
        clock.go_on(days=14)
        stage.hold()
    clock.go_on(days=14)
    planned = stage.sam.one_to_ones.plan(BO, clock.today())
    stage.bo.one_to_ones.cancel(planned.id, "A child at risk", new=clock.today() + timedelta(days=2))
    assert stage.counts() == OneToOneCounts(planned=4, held=3, cancelled=1, due=4)
    clock.go_on(days=2)
    assert stage.counts() == OneToOneCounts(planned=5, held=3, cancelled=1, due=4)


def test_a_pair_that_plans_nothing_is_seen(stage: Stage, clock: StoppedClock) -> None:
    stage.agree(28)
    clock.go_on(days=84)
    assert stage.counts() == OneToOneCounts(due=3)


def test_only_days_of_the_period_that_have_come_are_due(stage: Stage, clock: StoppedClock) -> None:
    stage.agree(28)
    clock.go_on(days=60)
    first, second, third = (START + timedelta(days=days) for days in (28, 56, 84))
    assert stage.due(since=START, until=third) == 2
    assert stage.due(since=first, until=first) == 1
    assert stage.due(since=first + timedelta(days=1), until=second - timedelta(days=1)) == 0
    assert stage.due(first, since=START, until=third) == 1
    assert stage.due(clock.today(), since=START, until=first) == 1


def test_the_steps_of_a_stage_are_gone_through(stage: Stage, clock: StoppedClock) -> None:
    stage.agree(7, stage=NEWLY)
    clock.go_on(days=63)
    assert stage.due() == 8


def test_nothing_is_due_before_both_have_signed_nor_was(stage: Stage, clock: StoppedClock) -> None:
    assert stage.counts() == OneToOneCounts(without_agreement=1)
    agreement = stage.agree(7, signed_by=1)
    clock.go_on(days=20)
    assert stage.counts() == OneToOneCounts(without_agreement=1)
    stage.bo.agreements.sign(agreement)
    assert stage.counts() == OneToOneCounts(due=2)
    assert stage.counts(clock.today() - timedelta(days=1)) == OneToOneCounts(without_agreement=1)


def test_from_somebody_who_is_not_supervised_nothing_is_due_and_nothing_is_missing(stage: Stage) -> None:
    stage.agree()
    assert stage.counts().without_agreement == 0
    stage.admin.links.add(SAM, ALEX)
    assert stage.counts().without_agreement == 1


def test_an_agreement_that_holds_later_is_one(stage: Stage, clock: StoppedClock) -> None:
    stage.agree(7, start=START + timedelta(days=10))
    clock.go_on(days=16)
    assert stage.counts() == OneToOneCounts()
    clock.go_on(days=1)
    assert stage.counts() == OneToOneCounts(due=1)


def test_a_new_agreement_counts_from_its_start_and_the_one_before_until_then(
    stage: Stage, clock: StoppedClock
) -> None:
    stage.agree(14)
    clock.go_on(days=30)
    stage.agree(7, start=clock.today() + timedelta(days=4))
    clock.go_on(days=18)
    assert stage.due() == 2 + 2
    assert stage.due(START + timedelta(days=29)) == 2
    later = START + timedelta(days=28)
    assert stage.due(since=later, until=clock.today()) == 3


def test_what_is_drawn_up_anew_and_not_signed_by_both_changes_nothing(
    stage: Stage, clock: StoppedClock
) -> None:
    stage.agree(14)
    stage.agree(1, signed_by=1)
    clock.go_on(days=28)
    assert stage.due() == 2


def test_nothing_is_due_after_a_link_has_ended(stage: Stage, clock: StoppedClock) -> None:
    stage.agree(7)
    clock.go_on(days=21)
    stage.admin.links.end(stage.link.id)
    assert stage.counts() == OneToOneCounts(due=3)
    clock.go_on(days=30)
    assert stage.counts() == OneToOneCounts(due=3)


def test_on_a_past_day_a_link_that_has_ended_since_held(stage: Stage, clock: StoppedClock) -> None:
    clock.go_on(days=7)
    stage.admin.links.end(stage.link.id)
    assert stage.counts().without_agreement == 0
    assert stage.counts(START).without_agreement == 1
    assert stage.counts(START - timedelta(days=1)).without_agreement == 0


def test_who_has_another_supervisor_and_no_agreement_with_them_is_without(
    stage: Stage, clock: StoppedClock
) -> None:
    stage.agree(7)
    stage.admin.links.end(stage.link.id)
    clock.go_on(days=7)
    stage.admin.links.add(ALEX, BO)
    assert stage.counts() == OneToOneCounts(without_agreement=1)
    assert stage.counts(START - timedelta(days=1)) == OneToOneCounts()


def test_a_cover_needs_no_agreement_and_counts_by_one_that_it_has(stage: Stage, clock: StoppedClock) -> None:
    stage.agree(14)
    cover = stage.admin.links.add(ALEX, BO, until=START + timedelta(days=20))
    stage.bo.links.settle()
    assert stage.counts() == OneToOneCounts()
    agree(stage.alex, stage.bo, 7, START)
    clock.go_on(days=28)
    assert stage.again(BO).links.all() != ()
    assert stage.due() == 2 + 2
    assert ended(stage, cover)
    assert stage.due() == 2 + 2


def ended(stage: Stage, link: Link) -> bool:
    found = stage.admin.links.one(link.id)
    return found.is_over(stage.clock.today())


def test_with_a_cover_alone_the_agreement_of_it_is_asked_for(stage: Stage, clock: StoppedClock) -> None:
    stage.agree(14)
    stage.admin.links.end(stage.link.id)
    clock.go_on(days=1)
    stage.admin.links.add(ALEX, BO, until=clock.today() + timedelta(days=5))
    assert stage.counts().without_agreement == 1
    clock.go_on(days=6)
    assert stage.counts().without_agreement == 0


def test_those_whom_nobody_supervises_are_counted_by_themselves(stage: Stage, clock: StoppedClock) -> None:
    stage.agree(7)
    assert stage.told() == OneToOneCounts(without_supervisor=1)
    stage.admin.links.add(LENA, ALEX)
    assert stage.told() == OneToOneCounts(without_agreement=1)
    clock.go_on(days=1)
    stage.admin.links.end(stage.link.id)
    assert stage.told() == OneToOneCounts(without_agreement=1, without_supervisor=1)
    assert stage.told(clock.today() - timedelta(days=1)) == OneToOneCounts(without_agreement=1)


def test_whoever_leaves_the_team_counts_before_and_not_after(stage: Stage, clock: StoppedClock) -> None:
    stage.agree(7)
    stage.hold()
    clock.go_on(days=21)
    stage.admin.teams.change_members("North", remove=[BO])
    today = clock.today()
    assert stage.counts() == OneToOneCounts()
    before = OneToOneCounts(planned=1, held=1, due=2)
    assert stage.counts(today - timedelta(days=1), since=START, until=today) == before
    clock.go_on(days=9)
    stage.admin.teams.change_members("North", add=[BO])
    assert stage.counts() == OneToOneCounts(planned=1, held=1, due=4)
    assert stage.counts(today + timedelta(days=8)) == OneToOneCounts()
    assert stage.counts(START).held == 1


def test_who_has_left_the_workspace_counted_until_then(stage: Stage, clock: StoppedClock) -> None:
    stage.agree(7)
    clock.go_on(days=14)
    for practice in (stage.sam, stage.bo, stage.alex, stage.lena):
        practice.close()
    stage.admin.people.deactivate(BO)
    assert stage.counts() == OneToOneCounts()
    assert stage.counts(clock.today() - timedelta(days=1)) == OneToOneCounts(due=1)


def test_one_that_was_moved_counts_for_the_day_on_which_it_was_to_be_then(
    stage: Stage, clock: StoppedClock
) -> None:
    first, second = START + timedelta(days=7), START + timedelta(days=40)
    meeting = stage.sam.one_to_ones.plan(BO, first).id
    clock.go_on(days=3)
    stage.bo.one_to_ones.replan(meeting, second, before=first)
    early = {"since": START, "until": START + timedelta(days=10)}
    assert stage.counts(**early).planned == 0
    assert stage.counts(START + timedelta(days=2), **early).planned == 1
    assert stage.counts(since=START, until=second).planned == 1


def test_an_agreement_of_an_earlier_version_counts_as_none(stage: Stage, clock: StoppedClock) -> None:
    agreement = stage.agree(7)
    clock.go_on(days=14)
    stage.execute("UPDATE pair_record SET rhythm = NULL WHERE id = ?", agreement)
    assert stage.counts() == OneToOneCounts(without_agreement=1)
    stage.execute("UPDATE pair_record SET rhythm = 'often' WHERE id = ?", agreement)
    with pytest.raises(DamagedFile, match="how often"):
        stage.counts()
