"""Sharing with a supervisor: a copy of exactly what was previewed, and nothing that is not shared."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from clocks import StoppedClock
from reflect.domain.reflection import Answer, Scale, State
from reflect.errors import NotFound, NotPermitted, WrongUse
from reflect.services.practice import Practice
from reflect.workspace import Workspace

SignIn = Callable[..., Practice]
ADMIN, SAM, BO, ALEX = "Robin Example", "Sam Supervisor", "Bo Practitioner", "Alex Another"
THREE = "I rang too late.\n\nI did not ask who else knew.\nNext time I ask first."


class Team:
    """Sam supervises Bo; Robin administers; Alex is somebody else. Bo has one answer of three lines."""

    def __init__(self, signed_in: SignIn) -> None:
        self.admin, self.sam, self.bo, self.alex = (signed_in(name) for name in (ADMIN, SAM, BO, ALEX))
        self.link = self.admin.links.add(SAM, BO)
        self.answer = self.write(THREE).id

    def write(self, text: str, scale: Scale | None = Scale.RARELY) -> Answer:
        return self.bo.reflecting.add_answer("child-s", "what-probably-means", text=text, scale=scale)

    def state(self) -> State:
        return self.bo.reflecting.answer(self.answer).state

    def share(self, lines: str | None = None) -> str:
        return self.bo.sharing.share(self.bo.sharing.preview(self.answer, lines))[0].id


@pytest.fixture
def team(signed_in: SignIn) -> Team:
    return Team(signed_in)


def test_a_supervisor_reads_the_whole_answer_with_the_question_as_it_was_asked(team: Team) -> None:
    shared = team.share()
    (card,) = team.sam.sharing.received()
    read = team.sam.sharing.open(shared)
    asked = team.bo.reflecting.answer(team.answer).asked
    assert (card.id, card.asked, card.whole, card.supervisee) == (shared, asked, True, team.bo.person.id)
    assert (read.card, read.text, read.scale) == (card, THREE, Scale.RARELY)
    assert team.state() is State.SHARED
    assert [card.state for card in team.bo.reflecting.answers()] == [State.SHARED]


def test_of_marked_lines_nothing_else_goes_and_what_stays_is_an_ellipsis(team: Team) -> None:
    preview = team.bo.sharing.preview(team.answer, "1, 3")
    assert [(line.number, line.goes) for line in preview.lines] == [
        (1, True), (None, False), (2, False), (3, True),
    ]  # fmt: skip
    assert (preview.text, preview.whole) == ("I rang too late.\n…\nNext time I ask first.", False)
    (shared,) = team.bo.sharing.share(preview)
    read = team.sam.sharing.open(shared.id)
    assert (read.text, read.scale, read.card.whole) == (preview.text, None, False)


def test_the_preview_says_to_whom_and_what_the_check_finds(team: Team) -> None:
    preview = team.bo.sharing.preview(team.write("I met Mrs Jones\nat home").id)
    assert (preview.supervisor_name, preview.cover_until) == (SAM, None)
    assert [line.found_words for line in preview.doubtful] == [("Jones",)]
    masked = preview.without(preview.doubtful, BO, date(2026, 3, 2))
    assert (masked.text, masked.masked) == ("I met Mrs [name]\nat home", 1)
    (shared,) = team.bo.sharing.share(masked)
    assert team.sam.sharing.open(shared.id).text == masked.text
    assert team.sam.sharing.received()[0].asked == preview.going.asked


def test_words_put_aside_under_another_model_do_not_go_and_headings_do(team: Team) -> None:
    sitting = team.bo.reflecting.begin("child-s").reflection
    asked = sitting.questions[0]
    first = team.bo.reflecting.save_answer(
        sitting.id,
        asked,
        text="",
        scale=None,
        revision=0,
        model="gibbs",
        steps=(("Feelings", "aside words"),),
    )
    said = team.bo.reflecting.save_answer(
        sitting.id, asked, text="", scale=None, revision=first.revision, model="what", steps=(
            ("What", "one\ntwo"), ("So what", ""), ("Now what", "three"),
        ),
    )  # fmt: skip
    assert said.aside
    assert team.bo.sharing.preview(said.id).going.aside == ()
    assert team.bo.sharing.preview(said.id).text == "What\none\ntwo\n\nNow what\nthree"
    assert team.bo.sharing.preview(said.id, "3").text == "…\nNow what\nthree"
    assert team.bo.sharing.preview(said.id, "1-2").text == "What\none\ntwo\n…"


@pytest.mark.parametrize("lines", ["", "0", "4", "2-5", "3-1", "one", "1;2", "1,,2"])
def test_lines_that_are_not_there_share_nothing(team: Team, lines: str) -> None:
    with pytest.raises(WrongUse):
        team.bo.sharing.preview(team.answer, lines)
    assert team.sam.sharing.received() == ()


def test_later_edits_stay_private_until_they_are_shared_again(team: Team, clock: StoppedClock) -> None:
    first = team.share()
    stored = team.bo.reflecting.answer(team.answer)
    team.bo.reflecting.edit_answer(stored.id, text="second thoughts", scale=None, revision=stored.revision)
    assert team.state() is State.SHARED
    assert team.sam.sharing.open(first).text == THREE
    clock.go_on(minutes=1)
    again = team.share()
    assert team.sam.sharing.open(again).text == "second thoughts"
    assert [share.id for share in team.bo.sharing.mine()] == [again, first]


def test_sharing_does_not_disturb_a_window_in_which_the_answer_is_edited(team: Team) -> None:
    stored = team.bo.reflecting.answer(team.answer)
    team.share()
    saved = team.bo.reflecting.edit_answer(
        stored.id, text="typed meanwhile", scale=None, revision=stored.revision
    )
    assert (saved.text, saved.state) == ("typed meanwhile", State.SHARED)


def test_the_practitioner_sees_when_it_was_opened_and_a_list_does_not_open_it(
    team: Team, clock: StoppedClock
) -> None:
    shared = team.share()
    team.sam.sharing.received()
    assert team.bo.sharing.one(shared).opened is None
    clock.go_on(days=1)
    opened = clock.now()
    team.sam.sharing.open(shared)
    clock.go_on(days=1)
    team.sam.sharing.open(shared[:8])
    assert team.bo.sharing.one(shared[:8]).opened == opened


def test_what_is_withdrawn_is_gone_for_the_supervisor_and_remembered_by_its_owner(
    team: Team, clock: StoppedClock
) -> None:
    shared = team.share()
    team.sam.sharing.open(shared)
    withdrawn = team.bo.sharing.withdraw(shared)
    assert team.sam.sharing.received() == ()
    with pytest.raises(NotFound, match="no share with this id"):
        team.sam.sharing.open(shared)
    (kept,) = team.bo.sharing.mine()
    assert kept == withdrawn
    assert (kept.text, kept.withdrawn, kept.opened) == ("", clock.now(), clock.now())
    assert team.state() is State.PRIVATE
    with pytest.raises(WrongUse, match="withdrawn already"):
        team.bo.sharing.withdraw(shared)


def test_an_answer_shared_twice_is_shared_until_both_are_withdrawn(team: Team) -> None:
    one, two = team.share("1"), team.share("2")
    team.bo.sharing.withdraw(one)
    assert team.state() is State.SHARED
    assert [share.id for share in team.bo.sharing.of_answers(team.answer)] == [two]
    team.bo.sharing.withdraw(two)
    assert team.state() is State.PRIVATE


def test_deleting_the_answer_leaves_the_share_to_be_withdrawn(team: Team) -> None:
    shared = team.share()
    team.bo.reflecting.delete_answer(team.answer)
    assert team.sam.sharing.open(shared).text == THREE
    assert (team.bo.examine(), team.sam.examine()) == ((), ())
    team.bo.sharing.withdraw(shared)
    assert team.sam.sharing.received() == ()


def test_prepared_is_seen_by_its_owner_alone(team: Team) -> None:
    def seen_by_others() -> list[object]:
        return [
            (
                who.sharing.received(),
                who.sharing.mine(),
                who.links.all(),
                who.telling.waiting(),
                who.examine(),
            )
            for who in (team.sam, team.admin, team.alex)
        ]

    before = seen_by_others()
    team.bo.sharing.prepare({team.answer[:8]: None})
    assert team.state() is State.PREPARED
    assert [card.id for card in team.bo.sharing.prepared()] == [team.answer]
    assert seen_by_others() == before
    team.bo.sharing.unprepare(team.answer)
    assert (team.state(), team.bo.sharing.prepared()) == (State.PRIVATE, ())


def test_a_prepared_answer_that_is_shared_is_not_prepared_any_more(team: Team) -> None:
    team.bo.sharing.prepare({team.answer: None})
    team.share()
    assert (team.state(), team.bo.sharing.prepared()) == (State.SHARED, ())
    with pytest.raises(WrongUse, match="shared already"):
        team.bo.sharing.prepare({team.answer: None})
    team.bo.sharing.unprepare(team.answer)
    assert team.state() is State.SHARED


def test_nobody_else_finds_that_a_share_exists(team: Team) -> None:
    team.admin.links.add(ALEX, ADMIN)
    shared = team.share()
    for who in (team.admin, team.alex):
        assert (who.sharing.received(), who.sharing.mine()) == ((), ())
        for attempt in (who.sharing.open, who.sharing.one, who.sharing.withdraw):
            with pytest.raises(NotFound, match="There is no share with this id"):
                attempt(shared)
        with pytest.raises(NotFound):
            who.sharing.preview(team.answer, to=team.link.id)
    for attempt in (team.sam.sharing.one, team.sam.sharing.withdraw):
        with pytest.raises(NotFound):
            attempt(shared)
    assert team.sam.sharing.open(shared).text == THREE


def test_after_the_end_of_a_link_the_reason_is_said_and_nothing_is_read_or_shared(team: Team) -> None:
    shared = team.share()
    preview = team.bo.sharing.preview(team.answer)
    team.admin.links.end(team.link.id)
    with pytest.raises(NotPermitted, match="You do not supervise Bo Practitioner any more"):
        team.sam.sharing.open(shared)
    assert team.sam.sharing.received() == ()
    for attempt in (
        lambda: team.bo.sharing.share(preview),
        lambda: team.bo.sharing.preview(team.answer),
        lambda: team.bo.sharing.preview(team.answer, to=SAM),
    ):
        with pytest.raises(NotPermitted, match="does not supervise you any more"):
            attempt()
    (mine,) = team.bo.sharing.mine()
    assert mine.text == THREE
    assert team.bo.sharing.withdraw(shared).withdrawn is not None


def test_cover_is_said_and_its_last_day_closes_what_was_shared(team: Team, clock: StoppedClock) -> None:
    team.admin.links.end(team.link.id)
    team.admin.links.add(ALEX, BO, date(2026, 3, 4))
    preview = team.bo.sharing.preview(team.answer)
    assert (preview.supervisor_name, preview.cover_until) == (ALEX, date(2026, 3, 4))
    (shared,) = team.bo.sharing.share(preview)
    clock.go_on(days=3)
    with pytest.raises(NotPermitted, match="the link ended on"):
        team.alex.sharing.open(shared.id)


def test_with_several_supervisors_one_must_be_named(team: Team) -> None:
    team.admin.links.add(ALEX, BO)
    with pytest.raises(WrongUse, match=f"{SAM}.*{ALEX}|{ALEX}.*{SAM}"):
        team.bo.sharing.preview(team.answer)
    team.bo.sharing.share(team.bo.sharing.preview(team.answer, to=ALEX.upper()))
    assert (len(team.alex.sharing.received()), team.sam.sharing.received()) == (1, ())
    with pytest.raises(NotFound, match="Nobody of this name"):
        team.bo.sharing.preview(team.answer, to=ADMIN)


def test_without_a_supervisor_there_is_nobody_to_share_with(team: Team) -> None:
    said = team.alex.reflecting.add_answer("child-s", "what-probably-means", text="mine", scale=None)
    with pytest.raises(NotPermitted, match="Nobody supervises you"):
        team.alex.sharing.preview(said.id)
    team.alex.sharing.prepare({said.id: None})
    assert len(team.alex.sharing.prepared()) == 1


def test_several_are_shared_all_or_none(team: Team) -> None:
    other = team.write("another").id
    previews = [team.bo.sharing.preview(id_) for id_ in (team.answer, other)]
    team.bo.reflecting.delete_answer(other)
    with pytest.raises(NotFound):
        team.bo.sharing.share(*previews)
    assert (team.sam.sharing.received(), team.state()) == ((), State.PRIVATE)


def test_a_supervisor_cannot_share_in_the_name_of_the_person_they_supervise(team: Team) -> None:
    preview = team.bo.sharing.preview(team.answer)
    with pytest.raises(NotFound, match="no such supervision link"):
        team.sam.sharing.share(preview)


def test_another_window_sees_what_was_shared_and_withdrawn(team: Team, workspace: Workspace) -> None:
    other = workspace.sign_in(SAM, "a lantern by the canal")
    shared = team.share()
    assert other.sharing.open(shared).text == THREE
    team.bo.sharing.withdraw(shared)
    with pytest.raises(NotFound):
        other.sharing.open(shared)
    other.close()
