"""Actions that two people of a supervision link keep together."""

from __future__ import annotations

from datetime import timedelta

import pytest

from clocks import StoppedClock
from pairs import ADMIN, ALEX, BO, DUE, SAM, WHAT, Pair, SignIn, kinds, whats
from reflect.domain.actions.action import CarryChoice, Evidence, EvidenceKind, Status
from reflect.domain.actions.wanted import Wanted, Whose
from reflect.domain.people import CircleKind
from reflect.errors import NotFound, NotPermitted, WrongUse


@pytest.fixture
def team(signed_in: SignIn, clock: StoppedClock) -> Pair:
    return Pair(signed_in, clock)


def test_what_is_agreed_between_two_both_read_and_nobody_else(team: Pair) -> None:
    action = team.agreed(by=team.sam)
    assert (action.owner, action.circle, action.status) == (team.bo.person.id, CircleKind.PAIR, Status.AGREED)
    for who in (team.bo, team.sam):
        assert who.actions.action(action.id[:8]) == action
        assert who.actions.of_pair(team.link.id) == (action,)
        assert who.actions.some([action.id]) == (action,)
    for who in (team.admin, team.alex):
        assert who.actions.listed(Wanted()) == ()
        assert who.actions.how_many() == 0
        assert who.actions.histories([action.id]) == {}
        for ask in (who.actions.action, who.actions.history, who.actions.trace, who.acting.start):
            with pytest.raises(NotFound):
                ask(action.id)
        with pytest.raises(NotFound):
            who.actions.of_pair(team.link.id)


def test_both_take_its_steps_and_each_sees_those_of_the_other(team: Pair) -> None:
    action = team.agreed()
    team.sam.acting.note(action.id, "I will ask you about it")
    team.bo.acting.start(action.id)
    assert kinds(team.sam, action) == ["proposed", "agreed", "noted", "started"]
    assert team.bo.actions.history(action.id) == team.sam.actions.history(action.id)
    assert [event.by for event in team.bo.actions.history(action.id)] == [
        team.bo.person.id, team.bo.person.id, team.sam.person.id, team.bo.person.id,
    ]  # fmt: skip


def test_the_owner_does_all_but_confirm_and_the_supervisor_confirms(team: Pair) -> None:
    action = team.done()
    with pytest.raises(NotPermitted, match="Your supervisor confirms this"):
        team.bo.acting.confirm(action.id)
    confirmed = team.sam.acting.confirm(action.id)
    assert (confirmed.confirmed_by, confirmed.confirmed_alone) == (team.sam.person.id, False)
    assert team.bo.actions.action(action.id).status is Status.CONFIRMED


def test_what_the_supervisor_is_to_do_the_supervisee_may_confirm_and_note_but_not_change(team: Pair) -> None:
    action = team.agreed(owner=team.sam)
    assert action.owner == team.sam.person.id
    team.bo.acting.note(action.id, "Thank you")
    with pytest.raises(NotPermitted):
        team.bo.acting.start(action.id)
    seen = Evidence(EvidenceKind.RECORD, "The letter went out", team.clock.today())
    team.sam.acting.done(action.id, evidence=seen)
    with pytest.raises(NotPermitted):
        team.sam.acting.confirm(action.id)
    assert team.bo.acting.confirm(action.id).confirmed_by == team.bo.person.id


def test_one_looks_at_ones_own_at_those_whom_one_supervises_or_at_all(team: Pair) -> None:
    team.agreed(what="Bo asks")
    team.agreed(owner=team.sam, what="Sam asks")
    team.bo.acting.propose(what="Bo alone", due=DUE + timedelta(days=1), agree=True)
    team.sam.acting.propose(what="Sam alone")
    assert whats(team.bo)[2:] == ["Bo alone"]
    assert sorted(whats(team.bo)[:2]) == ["Bo asks", "Sam asks"]
    assert sorted(whats(team.sam)) == ["Bo asks", "Sam alone", "Sam asks"]
    assert whats(team.bo, Wanted(whose=Whose.MINE)) == ["Bo asks", "Bo alone"]
    assert sorted(whats(team.sam, Wanted(whose=Whose.MINE))) == ["Sam alone", "Sam asks"]
    assert whats(team.sam, Wanted(whose=Whose.SUPERVISEES)) == ["Bo asks"]
    assert whats(team.bo, Wanted(whose=Whose.SUPERVISEES)) == []
    assert whats(team.bo, Wanted(whose=Whose.LISTED)) == []
    assert whats(team.bo, Wanted(search="bo", limit=1)) == ["Bo asks"]
    assert team.sam.actions.how_many() == 3


def test_the_pages_of_ones_own_actions_hold_those_that_others_see_too(team: Pair) -> None:
    action = team.agreed(by=team.sam)
    assert [entry.id for entry in team.bo.actions.arranged().index.entries()] == [action.id]
    assert team.bo.actions.arranged().open == 1
    assert len(team.sam.actions.arranged()) == 0
    team.clock.go_on(days=60)
    assert [one.id for one in team.bo.actions.due(5)] == [action.id]


def test_the_list_of_an_earlier_day_is_that_of_what_had_happened_by_then(team: Pair) -> None:
    before = team.clock.today()
    action = team.agreed()
    team.clock.go_on(days=2)
    team.sam.acting.withdraw(action.id, "Not needed")
    for who in (team.bo, team.sam):
        (then,) = who.actions.listed(Wanted(as_at=before))
        assert (then.status, who.actions.action(action.id).status) == (Status.AGREED, Status.WITHDRAWN)


def test_what_was_ones_own_goes_to_the_supervisor_whole_and_leaves_nothing_behind(team: Pair) -> None:
    action = team.bo.acting.propose(what=WHAT, due=DUE)
    team.bo.acting.note(action.id, "I hesitate")
    with pytest.raises(NotFound):
        team.sam.actions.action(action.id)
    showing = team.bo.acting.showing(action.id, CircleKind.PAIR)
    assert (showing.people, showing.words) == ((SAM,), (WHAT, "I hesitate"))
    assert team.bo.actions.action(action.id).circle is CircleKind.MINE
    team.bo.acting.show_to(action.id, CircleKind.PAIR)
    assert kinds(team.sam, action) == ["proposed", "noted", "shown"]
    assert team.sam.acting.agree(action.id).status is Status.AGREED
    with team.bo._record.reading() as book:
        assert book.own.ids() == []
        assert len(book.own.index()) == 0
    assert [*team.bo.examine(), *team.sam.examine()] == []


def test_that_it_came_from_a_private_answer_stays_with_its_owner(team: Pair) -> None:
    answer = team.bo.reflecting.add_answer("child-s", "what-probably-means", text="I did not ask", scale=None)
    team.sam.reflecting.add_answer("child-s", "what-probably-means", text="Nor did I", scale=None)
    shown = team.bo.acting.propose(what=WHAT, due=DUE, origin=answer.id)
    team.bo.acting.show_to(shown.id, CircleKind.PAIR)
    begun = team.bo.acting.propose(what=WHAT, due=DUE, origin=answer.id, pair=team.link.id)
    for action in (shown, begun):
        assert team.bo.actions.answers_behind([action.id]) == {action.id: answer.id}
        trace = team.bo.actions.trace(action.id)
        assert trace.answer is not None
        assert trace.answer.id == answer.id
        assert team.sam.actions.answers_behind([action.id]) == {}
        theirs = team.sam.actions.trace(action.id)
        assert (theirs.answer, theirs.answers) == (None, ())
        assert answer.id not in str(team.sam.actions.history(action.id))
    team.bo.acting.show_to(shown.id, CircleKind.MINE)
    assert team.bo.actions.answers_behind([shown.id]) == {shown.id: answer.id}


def test_a_proposal_can_be_taken_back_until_somebody_else_has_a_part_in_it(team: Pair) -> None:
    action = team.bo.acting.propose(what=WHAT, due=DUE, pair=team.link.id)
    with pytest.raises(NotPermitted, match="Only its owner"):
        team.sam.acting.show_to(action.id, CircleKind.MINE)
    team.bo.acting.show_to(action.id, CircleKind.MINE)
    with pytest.raises(NotFound):
        team.sam.actions.action(action.id)
    assert whats(team.bo, Wanted(whose=Whose.MINE)) == [WHAT]
    team.bo.acting.show_to(action.id, CircleKind.PAIR)
    team.sam.acting.note(action.id, "Shall we?")
    with pytest.raises(NotPermitted, match="has had a part in this action"):
        team.bo.acting.show_to(action.id, CircleKind.MINE)


def test_once_agreed_it_does_not_move_back_and_says_why(team: Pair) -> None:
    with pytest.raises(NotPermitted, match="others rely on it"):
        team.bo.acting.show_to(team.agreed().id, CircleKind.MINE)


def test_whom_it_is_shown_to_is_said_where_there_are_several(team: Pair) -> None:
    other = team.admin.links.add(ALEX, BO)
    team.bo.links.settle()
    action = team.bo.acting.propose(what=WHAT, due=DUE)
    with pytest.raises(WrongUse, match=f"{SAM}, {ALEX}|{ALEX}, {SAM}"):
        team.bo.acting.show_to(action.id, CircleKind.PAIR)
    with pytest.raises(NotFound):
        team.bo.acting.show_to(action.id, CircleKind.PAIR, to="Nobody")
    team.bo.acting.show_to(action.id, CircleKind.PAIR, to="alex another")
    assert team.alex.actions.of_pair(other.id)[0].id == action.id
    assert team.sam.actions.listed(Wanted()) == ()


def test_only_two_who_are_linked_keep_an_action_together(team: Pair) -> None:
    for who in (team.admin, team.alex):
        with pytest.raises(NotFound):
            who.acting.propose(what=WHAT, due=DUE, pair=team.link.id)
    with pytest.raises(WrongUse, match="belongs to one of them"):
        team.bo.acting.propose(what=WHAT, due=DUE, pair=team.link.id, owner=team.alex.person.id)
    with pytest.raises(WrongUse, match="begins with its owner alone"):
        team.bo.acting.propose(what=WHAT, due=DUE, owner=team.sam.person.id)
    assert [*team.bo.actions.listed(Wanted()), *team.sam.actions.listed(Wanted())] == []


def test_the_part_that_is_split_off_is_seen_by_the_same_two(team: Pair) -> None:
    action = team.agreed()
    team.sam.acting.carry(
        action.id, why="Too much", due=DUE + timedelta(days=9), choice=CarryChoice.SPLIT, second="The rest"
    )
    both = team.bo.actions.of_pair(team.link.id)
    assert {(one.what, one.owner, one.circle.value) for one in both} == {
        (WHAT, team.bo.person.id, "pair"), ("The rest", team.bo.person.id, "pair"),
    }  # fmt: skip
    assert [*team.bo.examine(), *team.sam.examine()] == []


def test_each_takes_back_what_they_did_last_and_nobody_what_the_other_did(team: Pair) -> None:
    action = team.agreed()
    team.sam.acting.start(action.id)
    with pytest.raises(NotPermitted, match="Somebody else did this last"):
        team.bo.acting.undo(action.id)
    assert team.sam.acting.undo(action.id).status is Status.AGREED


def test_the_supervisor_reads_to_the_day_the_link_ended_and_the_owner_goes_on(team: Pair) -> None:
    action = team.agreed(by=team.sam)
    team.admin.links.end(team.link.id)
    with pytest.raises(NotPermitted, match="as it stood"):
        team.sam.acting.note(action.id, "Still here")
    with pytest.raises(NotPermitted, match="You do not supervise"):
        team.sam.acting.propose(what=WHAT, due=DUE, pair=team.link.id)
    started = team.bo.acting.start(action.id)
    assert (started.status, started.circle) == (Status.IN_PROGRESS, CircleKind.PAIR)
    assert team.sam.actions.action(action.id).status is Status.AGREED
    assert kinds(team.sam, action) == ["proposed", "agreed"]
    assert kinds(team.bo, action) == ["proposed", "agreed", "started"]
    assert whats(team.bo) == [WHAT]
    assert whats(team.sam, Wanted(whose=Whose.SUPERVISEES)) == []
    assert [*team.bo.examine(), *team.sam.examine()] == []


def test_an_agreed_action_goes_along_to_the_next_supervisor(team: Pair) -> None:
    action, alone = team.agreed(), team.bo.acting.propose(what="Mine", due=DUE, agree=True)
    proposed = team.bo.acting.propose(what="Perhaps", due=DUE, pair=team.link.id)
    team.admin.links.end(team.link.id)
    team.bo.acting.note(action.id, "Between two supervisors")
    link = team.admin.links.add(ALEX, BO)
    assert team.alex.actions.listed(Wanted()) == ()
    bo = team.again(BO)
    assert [one.id for one in team.alex.actions.of_pair(link.id)] == [action.id]
    assert kinds(team.alex, action) == ["proposed", "agreed", "noted"]
    for hidden in (alone, proposed):
        with pytest.raises(NotFound):
            team.alex.actions.action(hidden.id)
    assert sorted(whats(bo)) == sorted([WHAT, "Mine", "Perhaps"])
    bo.acting.show_to(proposed.id, CircleKind.PAIR)
    assert team.alex.acting.agree(proposed.id).status is Status.AGREED
    team.alex.acting.start(action.id)
    assert team.sam.actions.action(action.id).status is Status.AGREED
    assert [*bo.examine(), *team.sam.examine(), *team.alex.examine()] == []


def test_what_a_former_supervisor_was_to_do_stays_theirs_and_the_supervisee_reads_it_as_it_stood(
    team: Pair,
) -> None:
    action = team.agreed(owner=team.sam)
    team.admin.links.end(team.link.id)
    team.sam.acting.start(action.id)
    assert team.sam.actions.action(action.id).status is Status.IN_PROGRESS
    assert team.bo.actions.action(action.id).status is Status.AGREED
    with pytest.raises(NotPermitted):
        team.bo.acting.confirm(action.id)


def test_a_cover_sees_what_is_agreed_with_the_cover_and_nothing_else(team: Pair) -> None:
    team.agreed(what="With Sam")
    cover = team.admin.links.add(ALEX, BO, team.clock.today() + timedelta(days=5))
    bo = team.again(BO)
    bo.acting.propose(what="With Alex", due=DUE, pair=cover.id, agree=True)
    assert whats(team.alex) == ["With Alex"]
    assert whats(team.sam) == ["With Sam"]
    team.clock.go_on(days=9)
    with pytest.raises(NotPermitted):
        bo.acting.propose(what=WHAT, due=DUE, pair=cover.id)
    assert whats(team.alex) == ["With Alex"]
    assert sorted(whats(team.sam)) == ["With Sam"]
    team.again(BO)
    assert sorted(whats(team.sam)) == ["With Alex", "With Sam"]


def test_before_the_supervisee_has_signed_in_there_is_no_key_and_it_is_said(team: Pair) -> None:
    link = team.admin.links.add(ALEX, ADMIN)
    with pytest.raises(NotPermitted, match="has not signed in since the link was made"):
        team.alex.acting.propose(what=WHAT, due=DUE, pair=link.id, owner=team.admin.person.id)
    assert team.alex.actions.of_pair(link.id) == ()
    action = team.admin.acting.propose(what=WHAT, due=DUE, pair=link.id)
    assert team.alex.actions.of_pair(link.id) == (action,)
