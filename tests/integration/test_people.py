"""People come, work side by side, and leave."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reflect.domain.people import Standing
from reflect.errors import (
    Locked,
    NotFound,
    NotPermitted,
    UnsafeFolder,
    Waiting,
    WorkspaceError,
    WrongPassphrase,
    WrongUse,
)
from reflect.services.practice import Practice
from reflect.workspace import Workspace

SignIn = Callable[..., Practice]
PASSPHRASE = "a lantern by the canal"


def test_the_first_person_is_the_administrator_and_holds_the_recovery_words(workspace: Workspace) -> None:
    practice, words = workspace.create(
        name="Robin Example", profession="Health visitor", passphrase=PASSPHRASE, demo=True
    )
    practice.close()
    assert practice.person.administrator
    assert len(words) == 12

    again = workspace.recover(name="Robin Example", words=" ".join(words), passphrase="another canal lantern")
    again.close()
    workspace.sign_in("Robin Example", "another canal lantern").close()
    with pytest.raises(WrongPassphrase):
        workspace.sign_in("Robin Example", PASSPHRASE)


def test_a_second_workspace_in_the_same_folder_is_refused(workspace: Workspace, signed_in: SignIn) -> None:
    signed_in()
    with pytest.raises(WorkspaceError, match="already"):
        workspace.create(name="Sam", profession="", passphrase=PASSPHRASE, demo=True)
    assert [person.name for person in workspace.people()] == ["Robin Example"]


def test_somebody_invited_joins_with_keys_of_their_own(signed_in: SignIn) -> None:
    robin = signed_in()
    sam = signed_in("Sam Sample", "Teacher")
    assert (sam.person.profession, sam.person.administrator) == ("Teacher", False)
    assert [(person.name, person.standing) for person in robin.people.everyone()] == [
        ("Robin Example", Standing.ACTIVE),
        ("Sam Sample", Standing.ACTIVE),
    ]


def test_of_somebody_who_left_only_an_administrator_is_told(workspace: Workspace, signed_in: SignIn) -> None:
    robin = signed_in()
    gone = signed_in("Sam Sample")
    gone.close()
    robin.people.deactivate("Sam Sample")
    assert robin.people.person("Sam Sample").id == gone.person.id
    kim = signed_in("Kim Colleague")
    assert {person.name for person in kim.people.everyone()} == {"Robin Example", "Kim Colleague"}
    with pytest.raises(NotFound, match="Nobody of this name"):
        kim.people.person("Sam Sample")
    assert kim.people.names()[gone.person.id] == "Sam Sample"


def test_a_code_works_once(workspace: Workspace, signed_in: SignIn) -> None:
    code = signed_in().people.invite("Sam Sample")
    workspace.join(code=code, passphrase=PASSPHRASE)[0].close()
    with pytest.raises(NotFound):
        workspace.join(code=code, passphrase=PASSPHRASE)


def test_only_an_administrator_invites_and_deactivates(signed_in: SignIn) -> None:
    signed_in()
    sam = signed_in("Sam Sample")
    with pytest.raises(NotPermitted):
        sam.people.invite("Alex Another")
    with pytest.raises(NotPermitted):
        sam.people.deactivate("Robin Example")


def test_somebody_who_left_signs_in_no_more_and_the_rest_go_on(
    workspace: Workspace, signed_in: SignIn
) -> None:
    robin = signed_in()
    sam = signed_in("Sam Sample")
    sam.close()
    robin.people.deactivate("sam sample")

    assert robin.people.person("Sam Sample").standing is Standing.INACTIVE
    with pytest.raises((Locked, NotFound)):
        workspace.sign_in("Sam Sample", PASSPHRASE)
    robin.close()
    assert signed_in("Robin Example").examine() == ()


def test_nobody_is_deactivated_while_they_have_the_workspace_open(signed_in: SignIn) -> None:
    robin = signed_in()
    sam = signed_in("Sam Sample")
    sam.reflecting.answers()
    with pytest.raises(WorkspaceError, match="open"):
        robin.people.deactivate("Sam Sample")
    assert robin.people.person("Sam Sample").standing is Standing.ACTIVE
    assert sam.reflecting.begin("child-s").reflection.position == 0
    assert robin.examine() == ()


def test_an_invitation_can_be_taken_back(workspace: Workspace, signed_in: SignIn) -> None:
    robin = signed_in()
    code = robin.people.invite("Sam Sample")
    robin.people.deactivate("Sam Sample")
    with pytest.raises(NotFound):
        workspace.join(code=code, passphrase=PASSPHRASE)


def test_nobody_deactivates_themselves(signed_in: SignIn) -> None:
    with pytest.raises(WrongUse, match="yourself"):
        signed_in().people.deactivate("Robin Example")


def test_a_wrong_passphrase_waits_longer_each_time(workspace: Workspace, signed_in: SignIn, clock) -> None:
    signed_in().close()
    waits = []
    for _ in range(4):
        with pytest.raises(WrongPassphrase) as wrong:
            workspace.sign_in(None, "not this one")
        waits.append(wrong.value.wait_seconds)
        with pytest.raises(Waiting):
            workspace.sign_in(None, PASSPHRASE)
        clock.go_on(seconds=wrong.value.wait_seconds)
    assert waits == [1, 2, 4, 8]
    workspace.sign_in(None, PASSPHRASE).close()


def test_a_passphrase_can_be_changed(workspace: Workspace, signed_in: SignIn) -> None:
    robin = signed_in()
    robin.change_passphrase(PASSPHRASE, "the heron stands still")
    robin.close()
    workspace.sign_in(None, "the heron stands still").close()
    with pytest.raises(WrongPassphrase):
        workspace.sign_in(None, PASSPHRASE)


@pytest.mark.parametrize("name", ["OneDrive - Example Council", "Dropbox", "iCloud Drive", "Nextcloud"])
def test_a_synchronised_folder_is_refused_with_the_reason(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name / "reflect"
    with pytest.raises(UnsafeFolder, match="kept in step with other computers"):
        Workspace(folder).create(name="Robin", profession="", passphrase=PASSPHRASE)
    assert not folder.exists()


def test_what_a_start_that_was_cut_short_left_behind_is_cleared_away(workspace: Workspace) -> None:
    half_made = workspace.folder / ".new-a1b2c3"
    half_made.mkdir(parents=True)
    (half_made / "reflect.db").write_bytes(b"half")
    workspace.create(name="Ann Example", profession="nurse", passphrase="four quiet green boats")[0].close()
    assert not half_made.exists()
    assert {path.name for path in workspace.folder.iterdir()} >= {"reflect.db", "reflect.header"}


def test_a_start_that_was_cut_short_can_be_made_again(workspace: Workspace, signed_in: SignIn) -> None:
    workspace.folder.mkdir()
    (workspace.folder / "reflect.db").write_bytes(b"left over")
    practice = signed_in()
    assert practice.examine() == ()


def test_only_the_owner_may_read_the_files(workspace: Workspace, signed_in: SignIn) -> None:
    practice = signed_in()
    practice.reflecting.begin("child-s")
    assert workspace.folder.stat().st_mode & 0o777 == 0o700
    rights = {path.name: path.stat().st_mode & 0o777 for path in workspace.folder.iterdir()}
    assert {"reflect.db", "reflect.db-wal", "reflect.header"} <= rights.keys()
    assert set(rights.values()) == {0o600}, rights
    assert workspace.examine() == ()
