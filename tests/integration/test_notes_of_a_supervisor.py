"""Working notes: a supervisor's own, if the agreement allows; the supervisee sees how many, and can ask for them."""

from __future__ import annotations

import pytest

from clocks import StoppedClock
from keeping_notes import ADMIN, ALEX, BO, PASSPHRASE, SAM, WORDS, Pair, SignIn
from reflect.errors import NotFound, NotPermitted, WrongUse
from reflect.workspace import Workspace


@pytest.fixture
def pair(workspace: Workspace, signed_in: SignIn, clock: StoppedClock) -> Pair:
    pair = Pair(workspace, signed_in, clock)
    pair.agree(working_notes=True)
    return pair


def test_a_note_is_its_authors_and_the_other_sees_that_there_is_one(pair: Pair) -> None:
    note = pair.sam.working_notes.add(BO.upper(), f"{WORDS}\n")
    assert note == pair.sam.working_notes.mine()[0]
    assert (note.about, note.text, note.asked, note.handed_over) == (BO, WORDS, None, None)
    assert note.label == f"about {BO}; {BO} can ask to see it"
    assert pair.sam.working_notes.mine(BO) == (note,)
    assert pair.sam.working_notes.mine(ALEX) == ()
    (seen,) = pair.bo.working_notes.about_me()
    assert (seen.supervisor, seen.number, seen.asked, seen.handed_over) == (SAM, 1, None, ())
    assert pair.bo.one_to_ones.prepare(SAM).notes_about_me == 1
    for who in (pair.admin, pair.sam, pair.bo, pair.alex):
        assert who.examine() == ()


def test_nobody_else_finds_it(pair: Pair) -> None:
    note = pair.note()
    for who in (pair.admin, pair.bo, pair.alex):
        assert who.working_notes.mine() == ()
        for attempt in (who.working_notes.delete, who.working_notes.hand_over):
            with pytest.raises(NotFound, match="no note with this id"):
                attempt(note)
        with pytest.raises(NotFound):
            who.working_notes.change(note, before=WORDS, after="x")
        with pytest.raises(NotFound):
            who.working_notes.keep(note, "because")
    assert pair.alex.working_notes.about_me() == ()
    assert [one.number for one in pair.admin.working_notes.about_me()] == [0]
    assert pair.texts() == [WORDS]


def refused(pair: Pair) -> None:
    with pytest.raises(NotPermitted, match="allows them"):
        pair.note()
    assert (pair.texts(), pair.number()) == ([], 0)


def test_none_is_kept_without_an_agreement_that_allows_it_and_both_have_signed(
    workspace: Workspace, signed_in: SignIn, clock: StoppedClock
) -> None:
    pair = Pair(workspace, signed_in, clock)
    refused(pair)
    pair.agree(working_notes=True, by=(SAM,))
    refused(pair)
    pair.bo.agreements.sign(pair.bo.agreements.all()[0].id)
    assert pair.note()


def test_none_is_kept_where_the_agreement_does_not_allow_it(
    workspace: Workspace, signed_in: SignIn, clock: StoppedClock
) -> None:
    pair = Pair(workspace, signed_in, clock)
    pair.agree(working_notes=False)
    refused(pair)


def test_an_agreement_that_ends_the_permission_stops_new_ones_and_leaves_the_old_to_be_given_or_deleted(
    pair: Pair,
) -> None:
    given, deleted = pair.note("one"), pair.note("two")
    pair.clock.go_on(days=10)
    pair.agree(working_notes=False)
    for attempt in (pair.note, lambda: pair.sam.working_notes.change(given, before="one", after="more")):
        with pytest.raises(NotPermitted, match="allows them"):
            attempt()
    pair.sam.working_notes.delete(deleted)
    pair.sam.working_notes.hand_over(given)
    assert pair.bo.working_notes.about_me()[0].handed_over == ((pair.clock.now(), "one"),)


@pytest.mark.parametrize("name", [SAM, BO, ADMIN, "Nobody"])
def test_a_supervisee_keeps_none_about_anybody(pair: Pair, name: str) -> None:
    with pytest.raises(NotPermitted if name == SAM else NotFound):
        pair.bo.working_notes.add(name, "mine")


def test_a_note_says_something_and_belongs_to_a_one_to_one_of_the_two(pair: Pair) -> None:
    other = pair.alex.one_to_ones.plan(ADMIN, pair.clock.today())
    with pytest.raises(WrongUse, match="says nothing"):
        pair.note(" \n ")
    with pytest.raises(NotFound):
        pair.note(meeting=other.id)
    own = pair.sam.one_to_ones.plan(BO, pair.clock.today())
    assert pair.sam.working_notes.add(BO, WORDS, own.id[:8]).meeting == own.id
    with pytest.raises(NotFound):
        pair.note(meeting=own.id[:2])


def test_keeping_a_note_for_a_one_to_one_does_not_open_what_is_shared_in_it(pair: Pair) -> None:
    answer = pair.bo.reflecting.add_answer("child-s", "what-probably-means", text="mine", scale=None)
    (share,) = pair.bo.sharing.share(pair.bo.sharing.preview(answer.id))
    meeting = pair.held().id
    pair.bo.one_to_ones.discuss(meeting, share.id)
    pair.note(meeting=meeting)
    assert pair.bo.sharing.one(share.id).opened is None


def test_two_windows_of_its_author_keep_both_wordings(pair: Pair) -> None:
    note = pair.note("one")
    pair.sam.working_notes.change(note[:8], before="one", after="one and two")
    kept = pair.sam.working_notes.change(note, before="one", after="one and three")
    assert "one and two" in kept.text
    assert "one and three" in kept.text
    with pytest.raises(WrongUse):
        pair.sam.working_notes.change(note, before=kept.text, after=" ")
    assert pair.texts() == [kept.text]


def test_the_supervisee_asks_and_from_then_on_none_is_deleted_or_changed(pair: Pair) -> None:
    note = pair.note()
    asked = pair.clock.now()
    pair.bo.working_notes.ask(SAM.lower())
    assert pair.sam.working_notes.mine()[0].asked == asked
    assert pair.bo.working_notes.about_me()[0].asked == asked
    with pytest.raises(NotPermitted, match="cannot delete it"):
        pair.sam.working_notes.delete(note)
    with pytest.raises(NotPermitted, match="cannot change it"):
        pair.sam.working_notes.change(note, before=WORDS, after="All is well.")
    assert pair.texts() == [WORDS]


def test_who_asked_asks_again_only_for_what_is_new(pair: Pair) -> None:
    with pytest.raises(WrongUse, match="keeps no notes about you"):
        pair.bo.working_notes.ask(SAM)
    pair.note("one")
    first = pair.clock.now()
    pair.bo.working_notes.ask(SAM)
    with pytest.raises(WrongUse, match="You asked on"):
        pair.bo.working_notes.ask(SAM)
    pair.clock.go_on(days=1)
    pair.note("two")
    pair.bo.working_notes.ask(SAM)
    asked = {note.text: note.asked for note in pair.sam.working_notes.mine()}
    assert asked == {"one": first, "two": pair.clock.now()}
    for who in (pair.sam, pair.admin):
        with pytest.raises(NotFound, match="Nobody of this name"):
            who.working_notes.ask(BO)


def test_what_is_handed_over_is_read_by_the_supervisee_with_the_day_and_stays_as_it_is(pair: Pair) -> None:
    note = pair.note()
    pair.bo.working_notes.ask(SAM)
    asked = pair.clock.now()
    pair.clock.go_on(days=2)
    given = pair.sam.working_notes.hand_over(note[:8])
    assert (given.text, given.asked, given.handed_over) == (WORDS, asked, pair.clock.now())
    assert pair.sam.working_notes.mine() == (given,)
    (seen,) = pair.bo.working_notes.about_me()
    assert (seen.number, seen.asked, seen.handed_over) == (1, asked, ((pair.clock.now(), WORDS),))
    assert pair.bo.one_to_ones.prepare(SAM).notes_about_me == 1
    for attempt in (pair.sam.working_notes.delete, pair.sam.working_notes.hand_over):
        with pytest.raises(NotPermitted, match="was handed over"):
            attempt(note)
    assert (pair.sam.examine(), pair.bo.examine()) == ((), ())


def test_whoever_is_given_notes_is_told_once_until_they_know(pair: Pair) -> None:
    def told() -> list[str]:
        waiting = pair.bo.telling.waiting()
        pair.bo.telling.told([notice.id for notice in waiting])
        return [notice.words for notice in waiting if "working note" in notice.words]

    first, second, third = (pair.note(text) for text in ("first", "second", "third"))
    for note in (first, second):
        pair.sam.working_notes.hand_over(note)
    assert told() == [
        f"{SAM} has handed you a working note about you: you read it under Working notes, with {SAM}."
    ]
    assert told() == []
    pair.admin.links.end(pair.link.id)
    pair.sam.working_notes.hand_over(third)
    assert len(told()) == 1
    assert not any("working note" in notice.words for notice in pair.sam.telling.waiting())


def test_a_memory_aid_goes_at_the_next_sign_in_when_its_14_days_are_over(pair: Pair) -> None:
    meeting = pair.held().id
    pair.note("asked for", meeting)
    pair.bo.working_notes.ask(SAM)
    pair.note("aid", meeting)
    pair.note("no aid")
    pair.sam.working_notes.keep(pair.note("kept", meeting), "There is an appeal.")
    pair.clock.go_on(days=30)
    pair.sign_in_again()
    assert len(pair.texts()) == 4
    pair.both_sign(meeting)
    pair.clock.go_on(days=14)
    pair.sign_in_again()
    assert len(pair.texts()) == 4
    pair.clock.go_on(days=1)
    pair.workspace.sign_in(BO, PASSPHRASE).close()
    assert pair.number() == 4
    pair.sign_in_again()
    assert sorted(pair.texts()) == ["asked for", "kept", "no aid"]
    assert pair.number() == 3


def test_a_reason_is_needed_to_keep_one(pair: Pair) -> None:
    note = pair.note()
    with pytest.raises(WrongUse, match="missing why"):
        pair.sam.working_notes.keep(note, " ")
    assert pair.sam.working_notes.keep(note[:8], "There is an appeal.").kept_because == "There is an appeal."


def test_a_former_supervisor_keeps_their_own_until_they_are_handed_over(pair: Pair) -> None:
    before, after, stays = pair.note("before"), pair.note("after"), pair.note("stays")
    pair.sam.working_notes.hand_over(before)
    pair.admin.links.end(pair.link.id)
    assert sorted(pair.texts()) == ["after", "stays"]
    for attempt in (pair.note, lambda: pair.sam.working_notes.change(stays, before="stays", after="more")):
        with pytest.raises(NotPermitted):
            attempt()
    pair.sam.working_notes.hand_over(after)
    assert pair.texts() == ["stays"]
    with pytest.raises(NotFound):
        pair.sam.working_notes.hand_over(after)
    (seen,) = pair.bo.working_notes.about_me()
    assert (seen.number, [text for _, text in seen.handed_over]) == (3, ["before", "after"])
    assert (pair.sam.examine(), pair.bo.examine()) == ((), ())
    pair.sam.working_notes.delete(stays)
    assert pair.number() == 2


def test_a_former_supervisee_sees_the_number_asks_and_none_is_deleted_then(pair: Pair) -> None:
    note = pair.note()
    pair.admin.links.end(pair.link.id)
    (seen,) = pair.bo.working_notes.about_me()
    assert (seen.supervisor, seen.number, seen.asked) == (SAM, 1, None)
    pair.bo.working_notes.ask(SAM)
    with pytest.raises(WrongUse, match="You asked on"):
        pair.bo.working_notes.ask(SAM)
    assert pair.sam.working_notes.mine()[0].asked == pair.clock.now()
    assert pair.bo.working_notes.about_me()[0].asked == pair.clock.now()
    with pytest.raises(NotPermitted, match="cannot delete it"):
        pair.sam.working_notes.delete(note)


def test_somebody_who_supervised_once_and_keeps_nothing_is_not_listed(pair: Pair) -> None:
    assert len(pair.bo.working_notes.about_me()) == 1
    pair.admin.links.end(pair.link.id)
    assert pair.bo.working_notes.about_me() == ()
