"""When somebody leaves, the workspace's key changes: nobody who stays is locked out, whoever left is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reflect.domain.people import Standing
from reflect.errors import DamagedFile, Locked, NotFound, ReflectError, WrongUse
from reflect.vault import door, header_file
from reflect.vault.door import Entered


def readers(*people: Entered) -> dict[str, bytes]:
    return {person.person_id: person.keys.public.read for person in people}


@pytest.fixture
def ann(folder: Path, sam: Entered, clock: Any) -> Entered:
    _, code = door.invite(folder, sam, name="Ann Lee", clock=clock)
    return door.join(folder, code=code, passphrase="demo", clock=clock)[0]


def enter(folder: Path, name: str, clock: Any) -> Entered:
    return door.enter(folder, name=name, passphrase="demo", clock=clock)


def test_those_who_stay_get_the_new_key_and_who_leaves_does_not(
    folder: Path, priya: Entered, sam: Entered, ann: Entered, clock: Any
) -> None:
    before = (folder / "reflect.header").read_bytes()
    key = door.begin_new_workspace_key(folder, priya, readers=readers(priya, ann), leaving=sam.person_id)
    after = door.finish_new_workspace_key(folder, priya)
    assert key == after.workspace_key != priya.workspace_key
    for name in ("Priya Shah", "Ann Lee"):
        assert enter(folder, name, clock).workspace_key == key
        assert enter(folder, name, clock).pending_workspace_key is None
    assert ("Sam Jones", Standing.INACTIVE) in door.people_at(folder)
    with pytest.raises(Locked):
        enter(folder, "Sam Jones", clock)

    kept_by_sam = folder.parent / "kept by sam"
    kept_by_sam.mkdir()
    (kept_by_sam / "reflect.header").write_bytes(before)
    assert enter(kept_by_sam, "Sam Jones", clock).workspace_key == priya.workspace_key != key


def test_nothing_of_who_left_stays_in_either_copy_and_their_keys_open_no_new_wrap(
    folder: Path, priya: Entered, sam: Entered, clock: Any
) -> None:
    old = header_file.read(folder).header.entry(sam.person_id)
    door.begin_new_workspace_key(folder, priya, readers=readers(priya), leaving=sam.person_id)
    during = header_file.read(folder).header
    door.finish_new_workspace_key(folder, priya)
    new = header_file.read(folder).header
    assert old is not None
    assert old.wraps is not None
    for name in ("reflect.header", "reflect.header.bak"):
        assert sam.keys.public.read not in (folder / name).read_bytes()
    gone = new.entry(sam.person_id)
    assert gone is not None
    assert (gone.wraps, gone.invitation) == (None, None)
    for header in (during, new):
        mine = header.entry(priya.person_id)
        assert mine is not None
        assert mine.wraps is not None
        for wrap in filter(None, (mine.wraps.workspace_key, mine.wraps.pending)):
            for person in (priya, sam):
                purpose = f"workspace key {header.workspace_id} for {person.person_id}"
                with pytest.raises(DamagedFile):
                    sam.keys.unwrap(wrap, purpose=purpose)


def test_after_a_crash_everyone_who_stays_can_open_with_either_key(
    folder: Path, priya: Entered, sam: Entered, ann: Entered, clock: Any
) -> None:
    key = door.begin_new_workspace_key(folder, priya, readers=readers(priya, ann), leaving=sam.person_id)
    for name in ("Priya Shah", "Ann Lee"):
        back = enter(folder, name, clock)
        assert (back.workspace_key, back.pending_workspace_key) == (priya.workspace_key, key)
    leaving = enter(folder, "Sam Jones", clock)
    assert (leaving.workspace_key, leaving.pending_workspace_key) == (priya.workspace_key, None)


def test_a_crash_after_the_database_changed_is_finished_by_whoever_comes_next(
    folder: Path, priya: Entered, sam: Entered, ann: Entered, clock: Any
) -> None:
    key = door.begin_new_workspace_key(folder, priya, readers=readers(priya, ann), leaving=sam.person_id)
    settled = door.settle_workspace_key(folder, enter(folder, "Ann Lee", clock), "pending")
    assert (settled.workspace_key, settled.pending_workspace_key) == (key, None)
    assert enter(folder, "Priya Shah", clock).workspace_key == key
    assert ("Sam Jones", Standing.INACTIVE) in door.people_at(folder)


def test_a_crash_before_the_database_changed_leaves_all_as_it_was(
    folder: Path, priya: Entered, sam: Entered, clock: Any
) -> None:
    door.begin_new_workspace_key(folder, priya, readers=readers(priya), leaving=sam.person_id)
    settled = door.settle_workspace_key(folder, enter(folder, "Priya Shah", clock), "current")
    assert (settled.workspace_key, settled.pending_workspace_key) == (priya.workspace_key, None)
    assert enter(folder, "Sam Jones", clock).workspace_key == priya.workspace_key
    assert not header_file.read(folder).header.changing
    with pytest.raises(Locked):
        door.finish_new_workspace_key(folder, settled)


def test_settling_when_nothing_is_pending_changes_nothing(folder: Path, priya: Entered) -> None:
    before = (folder / "reflect.header").read_bytes()
    assert door.settle_workspace_key(folder, priya, "current") == priya
    assert (folder / "reflect.header").read_bytes() == before


def test_a_passphrase_changed_during_a_change_of_key_keeps_both_keys(
    folder: Path, priya: Entered, sam: Entered, clock: Any
) -> None:
    key = door.begin_new_workspace_key(folder, priya, readers=readers(priya), leaving=sam.person_id)
    door.change_passphrase(folder, name="Priya Shah", old="demo", new="tulip", clock=clock)
    back = door.enter(folder, name="Priya Shah", passphrase="tulip", clock=clock)
    assert (back.workspace_key, back.pending_workspace_key) == (priya.workspace_key, key)


def test_open_invitations_end_and_none_is_made_while_the_key_changes(
    folder: Path, priya: Entered, sam: Entered, clock: Any
) -> None:
    _, code = door.invite(folder, priya, name="Ann Lee", clock=clock)
    door.begin_new_workspace_key(folder, priya, readers=readers(priya), leaving=sam.person_id)
    for attempt in (
        lambda: door.invite(folder, priya, name="Bo Chan", clock=clock),
        lambda: door.join(folder, code=code, passphrase="demo", clock=clock),
        lambda: door.begin_new_workspace_key(folder, priya, readers=readers(priya), leaving=None),
    ):
        with pytest.raises(Locked):
            attempt()
    after = door.finish_new_workspace_key(folder, priya)
    with pytest.raises(NotFound):
        door.join(folder, code=code, passphrase="demo", clock=clock)
    _, code = door.invite(folder, after, name="Ann Lee", clock=clock)
    ann, _ = door.join(folder, code=code, passphrase="demo", clock=clock)
    assert ann.workspace_key == after.workspace_key


def test_the_key_can_be_changed_while_everyone_stays(
    folder: Path, priya: Entered, sam: Entered, clock: Any
) -> None:
    key = door.begin_new_workspace_key(folder, sam, readers=readers(priya, sam), leaving=None)
    door.finish_new_workspace_key(folder, sam)
    assert {enter(folder, name, clock).workspace_key for name in ("Priya Shah", "Sam Jones")} == {key}


def test_somebody_who_left_can_be_invited_as_somebody_new(
    folder: Path, priya: Entered, sam: Entered, clock: Any
) -> None:
    door.begin_new_workspace_key(folder, priya, readers=readers(priya), leaving=sam.person_id)
    after = door.finish_new_workspace_key(folder, priya)
    person_id, code = door.invite(folder, after, name="Sam Jones", clock=clock)
    assert person_id != sam.person_id
    door.join(folder, code=code, passphrase="demo", clock=clock)
    assert enter(folder, "Sam Jones", clock).person_id == person_id


def test_nobody_who_stays_is_forgotten_and_nobody_else_gets_the_key(
    folder: Path, priya: Entered, sam: Entered, ann: Entered
) -> None:
    before = (folder / "reflect.header").read_bytes()
    stranger = {"stranger": ann.keys.public.read}
    wrong: list[tuple[Entered, dict[str, bytes], str | None, type[ReflectError]]] = [
        (priya, readers(priya), sam.person_id, WrongUse),
        (priya, readers(priya, sam, ann), sam.person_id, WrongUse),
        (priya, readers(priya, ann) | stranger, sam.person_id, WrongUse),
        (sam, readers(priya, ann), sam.person_id, WrongUse),
        (priya, readers(priya, sam, ann), "nobody", NotFound),
    ]
    for by, given, leaving, error in wrong:
        with pytest.raises(error):
            door.begin_new_workspace_key(folder, by, readers=given, leaving=leaving)
    assert (folder / "reflect.header").read_bytes() == before


def test_the_new_key_is_wrapped_for_the_keys_given_not_for_those_in_the_header(
    folder: Path, priya: Entered, sam: Entered, ann: Entered, clock: Any
) -> None:
    trusted = readers(priya) | {ann.person_id: priya.keys.public.read}
    door.begin_new_workspace_key(folder, priya, readers=trusted, leaving=sam.person_id)
    with pytest.raises(DamagedFile):  # her header entry still has her own key; the wrap does not follow it
        enter(folder, "Ann Lee", clock)
