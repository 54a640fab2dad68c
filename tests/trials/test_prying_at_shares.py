"""Only the two of a pair read what was shared: straight at the file, with the workspace's key and all of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from a_day import HandClock
from open_file import Value, in_files, keys_of, pages, read_with, spellings, values

from reflect.domain import sharing
from reflect.errors import DamagedFile, NotFound, NotPermitted
from reflect.services.practice import Practice
from reflect.services.sharing import words as share_words
from reflect.storage.driver import connect
from reflect.storage.store import FILE_NAME, Store
from reflect.vault import door
from reflect.vault.door import Entered
from reflect.vault.sealing import CircleKey, unwrap_circle_key
from reflect.workspace import Workspace

PASSPHRASE = "brindlewhistle farrowmint"
ADMIN, SUPERVISOR, COLLEAGUE, OWNER = "Ada", "Sam", "Cleo", "Ann"
SHARED, STAYS, EDITED = "quillomarsh", "tanderwick", "yarrowmelt"
COMMENT = "ospreyvane"


class House:
    """Sam supervises Ann, who shared one of two lines; Cleo supervises Ada; Ada administers."""

    def __init__(self, folder: Path, clock: HandClock) -> None:
        self.workspace, self.clock = Workspace(folder, clock), clock
        ada, _ = self.workspace.create(name=ADMIN, profession="", passphrase=PASSPHRASE, demo=True)
        self.people = {ADMIN: ada}
        for name in (SUPERVISOR, COLLEAGUE, OWNER):
            code = ada.people.invite(name, "Nurse")
            self.people[name], _ = self.workspace.join(code=code, passphrase=PASSPHRASE)
        self.link = ada.links.add(SUPERVISOR, OWNER)
        ada.links.pair_key(ada.links.add(COLLEAGUE, ADMIN).id)
        ann = self.people[OWNER]
        self.circle = ann.links.pair_key(self.link.id).circle_id
        text = f"The {SHARED} visit\nand {STAYS}"
        self.answer = ann.reflecting.add_answer("child-s", "what-probably-means", text=text, scale=None)
        (share,) = ann.sharing.share(ann.sharing.preview(self.answer.id, "1"))
        self.share = share.id
        ann.reflecting.edit_answer(
            self.answer.id, text=f"{text}\nlater {EDITED}", scale=None, revision=self.answer.revision
        )

    def enter(self, name: str) -> Entered:
        return door.enter(self.workspace.folder, name=name, passphrase=PASSPHRASE, clock=self.clock)

    def held(self) -> list[Value]:
        return values(self.workspace.folder, self.enter(ADMIN).workspace_key)

    def opened_by(self, name: str, *more: str) -> dict[str, set[str]]:
        """For each word the columns in which this person reads it, by whatever key of theirs and as it is."""
        held = self.held()
        keys = keys_of(self.enter(name), held)
        found: dict[str, set[str]] = {word: set() for word in (SHARED, STAYS, EDITED, *more)}
        for value in held:
            said = [value.bytes]
            if isinstance(value.held, bytes):
                said += [words for key in keys.values() for words in read_with(key, value.bytes)]
            for word, columns in found.items():
                if any(spelt in one for spelt in spellings(word).values() for one in said):
                    columns.add(f"{value.table}.{value.column}")
        return found

    def execute(self, statement: str, *bound: object) -> None:
        connection = connect(self.workspace.folder / FILE_NAME, self.enter(ADMIN).workspace_key)
        try:
            connection.execute(statement, bound)
        finally:
            connection.close()


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path / "w", HandClock())


PLACE = ("pair_share", "opened")
NOTHING: dict[str, set[str]] = {SHARED: set(), STAYS: set(), EDITED: set()}


@pytest.mark.parametrize("name", [ADMIN, COLLEAGUE])
def test_nobody_else_opens_anything_with_all_keys_that_they_have(house: House, name: str) -> None:
    assert house.opened_by(name) == NOTHING


def test_the_supervisor_opens_the_copy_and_never_the_answer(house: House) -> None:
    assert house.opened_by(SUPERVISOR) == {**NOTHING, SHARED: {"pair_share.sealed"}}


def test_the_same_attack_with_the_owners_keys_finds_every_word(house: House) -> None:
    found = house.opened_by(OWNER)
    assert {"pair_share.sealed", "mine_answer.body"} <= found[SHARED]
    assert all("mine_answer.body" in columns for columns in found.values())


def test_after_the_end_the_former_supervisor_opens_nothing(house: House) -> None:
    house.people[ADMIN].links.end(house.link.id)
    assert house.opened_by(SUPERVISOR) == NOTHING
    with pytest.raises(NotPermitted):
        house.people[SUPERVISOR].sharing.open(house.share)
    assert house.people[OWNER].sharing.one(house.share).text.startswith(f"The {SHARED}")


def test_no_file_holds_a_word_and_what_is_withdrawn_is_in_no_page_and_not_in_the_log(house: House) -> None:
    folder = house.workspace.folder
    assert in_files([folder], [SHARED]) == []
    key = house.enter(ADMIN).workspace_key
    (sealed,) = [
        value.bytes for value in house.held() if value.table == "pair_share" and value.column == "sealed"
    ]
    parts = [sealed[at : at + 48] for at in range(0, len(sealed) - 48, 160)]
    assert sum(part in page for page in pages(folder, key) for part in parts) >= len(parts)
    house.people[OWNER].sharing.withdraw(house.share)
    assert not any(part in page for page in pages(folder, key) for part in parts)
    assert house.opened_by(SUPERVISOR) == NOTHING


def test_nothing_stands_in_clear_but_in_which_circle_a_share_is(house: House) -> None:
    house.people[SUPERVISOR].sharing.open(house.share)
    held = [value for value in house.held() if value.table in ("pair_share", "mine_share")]
    clear = {(value.table, value.column) for value in held if not isinstance(value.held, bytes)}
    assert clear == {
        ("pair_share", "circle_id"), ("pair_share", "id"), ("mine_share", "circle_id"), ("mine_share", "id"),
    }  # fmt: skip


def test_whether_a_share_was_opened_cannot_be_told_by_others(house: House) -> None:
    def opened() -> bytes:
        (found,) = [value.bytes for value in house.held() if (value.table, value.column) == PLACE]
        return found

    before = opened()
    house.people[SUPERVISOR].sharing.open(house.share)
    assert opened() != before
    assert len(opened()) == len(before)
    for name in (ADMIN, COLLEAGUE):
        held = house.held()
        for key in keys_of(house.enter(name), held).values():
            with pytest.raises(DamagedFile):
                share_words.open_opened(CircleKey(house.circle, key), house.share, opened())


def test_nothing_opens_with_a_key_of_another_circle_or_in_another_place(house: House) -> None:
    held = house.held()
    boxes = [value.bytes for value in held if value.table == "pair_share" and isinstance(value.held, bytes)]
    tried = 0
    for name in (ADMIN, COLLEAGUE):
        for key in keys_of(house.enter(name), held).values():
            for box in boxes:
                for place in ("sealed", "opened"):
                    with pytest.raises(DamagedFile):
                        CircleKey(house.circle, key).open(box, place=f"pair_share/{house.share}/{place}")
                    tried += 1
    assert tried >= 2 * 4 * len(boxes)


def pair_key(house: House, name: str) -> CircleKey:
    """The pair's key, taken from the file past every service."""
    keys = house.enter(name).keys
    store = Store.open(house.workspace.folder, house.enter(ADMIN).workspace_key)
    try:
        with store.reading() as transaction:
            wrapped = transaction.circles.wrapped_for(house.circle, keys.person_id)
    finally:
        store.close()
    assert wrapped is not None
    return unwrap_circle_key(keys, house.circle, wrapped)


def test_a_copy_that_the_supervisor_changed_past_the_program_is_noticed_by_both(house: House) -> None:
    key, place = pair_key(house, SUPERVISOR), f"pair_share/{house.share}/sealed"
    (sealed,) = [
        value.bytes for value in house.held() if value.table == "pair_share" and value.column == "sealed"
    ]
    forged = key.open(sealed, place=place).replace(SHARED.encode(), b"invented")
    house.execute("UPDATE pair_share SET sealed = ? WHERE id = ?", key.seal(forged, place=place), house.share)
    with pytest.raises(DamagedFile, match="not what its owner shared"):
        house.people[SUPERVISOR].sharing.open(house.share)
    with pytest.raises(DamagedFile, match="not what its owner shared"):
        house.people[OWNER].sharing.mine()
    assert all(house.people[name].examine() for name in (SUPERVISOR, OWNER))


def test_a_share_that_vanished_without_being_withdrawn_is_noticed(house: House) -> None:
    house.execute("DELETE FROM pair_share")
    assert any("shared" in fault for fault in house.people[OWNER].examine())


def seen_by(practice: Practice, share_id: str) -> list[object]:
    """What somebody sees of shares by every door of theirs."""
    said: list[object] = [practice.sharing.received(), practice.sharing.prepared(), practice.examine()]
    said += [practice.telling.waiting(), practice.links.all()]
    for attempt in (practice.sharing.open, practice.sharing.one, practice.sharing.withdraw):
        try:
            said.append(attempt(share_id))
        except (NotFound, NotPermitted) as refused:
            said.append(str(refused))
    return said


def test_two_worlds_with_and_without_something_prepared_look_the_same_to_everybody_else(house: House) -> None:
    others = [house.people[name] for name in (SUPERVISOR, ADMIN, COLLEAGUE)]
    ann = house.people[OWNER]
    more = ann.reflecting.add_answer("child-s", "what-probably-means", text=STAYS, scale=None)
    rows = [value.table for value in house.held()]
    without = [seen_by(who, more.id) + seen_by(who, house.share) for who in others]
    ann.sharing.prepare({more.id: None})
    assert [card.id for card in ann.sharing.prepared()] == [more.id]
    assert [seen_by(who, more.id) + seen_by(who, house.share) for who in others] == without
    assert [value.table for value in house.held()] == rows


def test_the_trial_notices_a_copy_kept_in_clear(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(share_words, "seal_share", lambda key, keys, share: share.text.encode())
    house = House(tmp_path / "w", HandClock())
    assert house.opened_by(COLLEAGUE)[SHARED] == {"pair_share.sealed"}


def test_the_trial_notices_that_more_goes_than_was_marked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sharing, "going", lambda answer, lines: (answer, (), False))
    house = House(tmp_path / "w", HandClock())
    assert house.opened_by(SUPERVISOR)[STAYS] == {"pair_share.sealed"}


def test_a_comment_is_read_by_the_two_alone_and_goes_with_the_share(house: House) -> None:
    house.people[SUPERVISOR].sharing.comment(house.share, f"What of {COMMENT}?")

    def readers() -> set[str]:
        return {name for name in house.people if house.opened_by(name, COMMENT)[COMMENT]}

    assert readers() == {SUPERVISOR, OWNER}
    assert house.opened_by(SUPERVISOR, COMMENT)[COMMENT] == {"pair_share_comment.sealed"}
    (sealed,) = [
        value.bytes
        for value in house.held()
        if value.table == "pair_share_comment" and value.column == "sealed"
    ]
    house.people[ADMIN].links.end(house.link.id)
    assert readers() == {OWNER}
    house.people[OWNER].sharing.withdraw(house.share)
    assert readers() == set()
    key = house.enter(ADMIN).workspace_key
    assert not any(sealed[:48] in page for page in pages(house.workspace.folder, key))
