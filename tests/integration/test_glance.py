"""A glance signs somebody in as firmly as ever, changes nothing, and leaves to a whole sign-in what it cannot say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from clocks import StoppedClock
from meddling import change
from reflect.domain.actions.wanted import Wanted
from reflect.errors import NotFound, NotSaved, Waiting, WrongPassphrase, WrongUse
from reflect.services.practice import Practice
from reflect.workspace import Workspace

SignIn = Callable[..., Practice]
PASSPHRASE = "a lantern by the canal"


def test_a_wrong_passphrase_and_an_unknown_name_open_nothing(
    workspace: Workspace, signed_in: SignIn, clock: StoppedClock
) -> None:
    signed_in().acting.propose(what="Ask")
    with pytest.raises(NotFound):
        workspace.glance("Nobody", PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        workspace.glance(None, "not this one")
    with pytest.raises(Waiting):
        workspace.glance(None, PASSPHRASE)
    clock.go_on(seconds=1)
    glance = workspace.glance(None, PASSPHRASE)
    assert glance is not None
    assert len(glance.listed(Wanted())) == 1
    glance.close()


@pytest.mark.parametrize("revision", ["0001", "9999"])
def test_a_file_of_another_version_is_left_to_a_whole_sign_in(
    workspace: Workspace, signed_in: SignIn, revision: str
) -> None:
    practice = signed_in()
    change(practice, "UPDATE alembic_version SET version_num = :revision", revision=revision)
    assert workspace.glance(None, PASSPHRASE) is None


def test_somebody_whom_the_file_no_longer_knows_is_left_to_a_whole_sign_in(
    workspace: Workspace, signed_in: SignIn
) -> None:
    practice = signed_in()
    change(practice, "UPDATE person SET standing = 'inactive'")
    assert workspace.glance(None, PASSPHRASE) is None
    change(practice, "UPDATE person SET standing = 'active', sign_key = read_key")
    assert workspace.glance(None, PASSPHRASE) is None


def test_a_glance_cannot_write(workspace: Workspace, signed_in: SignIn) -> None:
    signed_in().acting.propose(what="Ask")
    glance = workspace.glance(None, PASSPHRASE)
    assert glance is not None
    with pytest.raises(NotSaved, match="only be read"):
        glance._store.mine_actions("here").put("action", b"sealed")
    glance.close()


def test_a_glance_sees_one_moment(workspace: Workspace, signed_in: SignIn, clock: StoppedClock) -> None:
    practice = signed_in()
    action = practice.acting.propose(what="Ask", due=clock.today() - timedelta(days=1), agree=True)
    glance = workspace.glance(None, PASSPHRASE)
    assert glance is not None
    assert [one.id for one in glance.listed(Wanted(overdue=True))] == [action.id]
    practice.acting.withdraw(action.id, "no longer meant")
    assert [one.id for one in glance.listed(Wanted(overdue=True))] == [action.id]
    glance.close()


def test_settings_that_cannot_be_read_are_said_and_leave_nothing_open(
    workspace: Workspace, signed_in: SignIn
) -> None:
    robin = signed_in()
    signed_in("Sam Sample").close()
    (workspace.folder / "settings.toml").write_text("recheck_days = never", encoding="utf-8")
    with pytest.raises(WrongUse, match=r"settings\.toml") as said:
        workspace.glance("Robin Example", PASSPHRASE)
    # A connection that is still open would keep the file from being given a new key.
    robin.people.deactivate("Sam Sample")
    assert said.value.next_step
