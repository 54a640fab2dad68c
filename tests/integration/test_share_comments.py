"""Comments of a supervisor on what was shared: both read them, nobody else does, and they go with the share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from clocks import StoppedClock
from reflect.domain.sharing import ShareComment
from reflect.errors import DamagedFile, NotFound, NotPermitted, WrongUse
from reflect.services.practice import Practice
from reflect.services.sharing import words
from reflect.storage.driver import connect
from reflect.storage.store import FILE_NAME
from reflect.vault import door
from reflect.workspace import Workspace

SignIn = Callable[..., Practice]
PASSPHRASE = "a lantern by the canal"
ADMIN, SAM, BO, ALEX = "Robin Example", "Sam Supervisor", "Bo Practitioner", "Alex Another"


class Pair:
    """Sam supervises Bo, who shared an answer; Alex supervises Robin, who administers."""

    def __init__(self, workspace: Workspace, signed_in: SignIn, clock: StoppedClock) -> None:
        self.workspace, self.clock = workspace, clock
        self.admin, self.sam, self.bo, self.alex = (signed_in(name) for name in (ADMIN, SAM, BO, ALEX))
        self.link = self.admin.links.add(SAM, BO)
        self.admin.links.add(ALEX, ADMIN)
        self.share = self.shared("I rang too late.")

    def shared(self, text: str) -> str:
        answer = self.bo.reflecting.add_answer("child-s", "what-probably-means", text=text, scale=None)
        return self.bo.sharing.share(self.bo.sharing.preview(answer.id))[0].id

    def execute(self, statement: str, *values: object) -> list[tuple[object, ...]]:
        key = door.enter(self.workspace.folder, name=ADMIN, passphrase=PASSPHRASE, clock=self.clock)
        connection = connect(self.workspace.folder / FILE_NAME, key.workspace_key)
        try:
            return list(connection.execute(statement, values).fetchall())
        finally:
            connection.close()


@pytest.fixture
def pair(workspace: Workspace, signed_in: SignIn, clock: StoppedClock) -> Pair:
    return Pair(workspace, signed_in, clock)


def test_both_read_what_the_supervisor_wrote_the_earliest_first(pair: Pair) -> None:
    first = pair.sam.sharing.comment(pair.share, "What would have helped?\n")
    pair.clock.go_on(days=1)
    second = pair.sam.sharing.comment(pair.share[:8], "Let us talk of it.")
    assert [(one.by, one.text) for one in (first, second)] == [
        (pair.sam.person.id, "What would have helped?"),
        (pair.sam.person.id, "Let us talk of it."),
    ]
    assert pair.bo.sharing.comments(pair.share[:8]) == (first, second)
    assert pair.sam.sharing.comments(pair.share) == (first, second)
    assert (pair.bo.examine(), pair.sam.examine()) == ((), ())


def test_who_comments_has_opened_it(pair: Pair) -> None:
    pair.sam.sharing.comment(pair.share, "Thank you.")
    assert pair.bo.sharing.one(pair.share).opened == pair.clock.now()
    before = pair.clock.now()
    pair.clock.go_on(days=1)
    pair.sam.sharing.comment(pair.share, "And again.")
    assert pair.bo.sharing.one(pair.share).opened == before


def test_a_comment_says_something(pair: Pair) -> None:
    with pytest.raises(WrongUse, match="says nothing"):
        pair.sam.sharing.comment(pair.share, " \n")
    assert pair.bo.sharing.one(pair.share).opened is None


def test_one_does_not_comment_on_what_one_shared_oneself(pair: Pair) -> None:
    with pytest.raises(NotPermitted, match="your supervisor comments"):
        pair.bo.sharing.comment(pair.share, "So there.")
    assert pair.bo.sharing.comments(pair.share) == ()


def test_nobody_else_reads_or_writes_one_or_learns_that_there_is_any(pair: Pair) -> None:
    pair.sam.sharing.comment(pair.share, "What would have helped?")
    for who in (pair.admin, pair.alex):
        with pytest.raises(NotFound, match="There is no share with this id"):
            who.sharing.comments(pair.share)
        with pytest.raises(NotFound, match="There is no share with this id"):
            who.sharing.comment(pair.share, "Mine.")


def test_they_go_when_the_share_is_withdrawn(pair: Pair) -> None:
    other = pair.shared("Another.")
    pair.sam.sharing.comment(pair.share, "What would have helped?")
    kept = pair.sam.sharing.comment(other, "This stays.")
    pair.bo.sharing.withdraw(pair.share)
    assert pair.bo.sharing.comments(pair.share) == ()
    with pytest.raises(NotFound):
        pair.sam.sharing.comments(pair.share)
    assert pair.execute("SELECT share_id FROM pair_share_comment") == [(other,)]
    assert pair.bo.sharing.comments(other) == (kept,)


def test_after_the_end_of_the_link_the_owner_reads_them_and_the_supervisor_does_not(pair: Pair) -> None:
    said = pair.sam.sharing.comment(pair.share, "What would have helped?")
    pair.admin.links.end(pair.link.id)
    assert pair.bo.sharing.comments(pair.share) == (said,)
    for attempt in (
        lambda: pair.sam.sharing.comments(pair.share),
        lambda: pair.sam.sharing.comment(pair.share, "x"),
    ):
        with pytest.raises(NotPermitted, match="You do not supervise Bo Practitioner any more"):
            attempt()


def test_one_that_the_other_wrote_in_the_supervisors_name_is_noticed(pair: Pair) -> None:
    pair.sam.sharing.comment(pair.share, "What would have helped?")
    keys = door.enter(pair.workspace.folder, name=BO, passphrase=PASSPHRASE, clock=pair.clock).keys
    key = pair.bo.links.pair_key(pair.link.id)
    ((id_,),) = pair.execute("SELECT id FROM pair_share_comment")
    forged = ShareComment(pair.sam.person.id, "All is well.", pair.clock.now())
    sealed = words.seal_comment(key, keys, pair.share, str(id_), forged)
    pair.execute("UPDATE pair_share_comment SET sealed = ?", sealed)
    for who in (pair.bo, pair.sam):
        with pytest.raises(DamagedFile, match="not what its author wrote"):
            who.sharing.comments(pair.share)
        assert who.examine()


def test_one_that_was_moved_to_another_share_does_not_open(pair: Pair) -> None:
    other = pair.shared("Another.")
    pair.sam.sharing.comment(pair.share, "What would have helped?")
    pair.execute("UPDATE pair_share_comment SET share_id = ?", other)
    with pytest.raises(DamagedFile):
        pair.bo.sharing.comments(other)


def test_whoever_shared_is_told_once_until_they_know(pair: Pair) -> None:
    def told() -> list[str]:
        waiting = pair.bo.telling.waiting()
        pair.bo.telling.told([notice.id for notice in waiting])
        return [notice.words for notice in waiting if "comment" in notice.words]

    pair.sam.sharing.comment(pair.share, "What would have helped?")
    pair.sam.sharing.comment(pair.share, "And who?")
    name = pair.sam.person.name
    assert told() == [f"{name} has written a comment on something that you shared with them."]
    assert told() == []
    pair.sam.sharing.comment(pair.share, "Let us talk of it.")
    assert len(told()) == 1
    assert not any("comment" in notice.words for notice in pair.sam.telling.waiting())
