"""A working note is its author's: straight at the file, with the workspace's key and all of one's own."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from a_day import HandClock
from open_file import Value, in_files, keys_of, pages, read_with, spellings, values

from reflect.domain.supervision.agreement import Terms
from reflect.errors import DamagedFile
from reflect.services.practice import Practice
from reflect.services.supervision import note_words
from reflect.storage.driver import connect
from reflect.storage.store import FILE_NAME, Store
from reflect.vault import door
from reflect.vault.door import Entered
from reflect.vault.sealing import unwrap
from reflect.workspace import Workspace

PASSPHRASE = "brindlewhistle farrowmint"
ADMIN, SUPERVISOR, COLLEAGUE, SUPERVISEE = "Ada", "Sam", "Cleo", "Ann"
KEPT, GIVEN, WHY = "quillomarsh", "tanderwick", "yarrowmelt"
NOTHING: dict[str, set[str]] = {KEPT: set(), GIVEN: set(), WHY: set()}


class House:
    """Sam supervises Ann, kept one note for a reason and handed one over; Cleo supervises Ada, who administers."""

    def __init__(self, folder: Path, clock: HandClock) -> None:
        self.workspace, self.clock = Workspace(folder, clock), clock
        ada, _ = self.workspace.create(name=ADMIN, profession="", passphrase=PASSPHRASE, demo=True)
        self.people = {ADMIN: ada}
        for name in (SUPERVISOR, COLLEAGUE, SUPERVISEE):
            code = ada.people.invite(name, "Nurse")
            self.people[name], _ = self.workspace.join(code=code, passphrase=PASSPHRASE)
        self.link = ada.links.add(SUPERVISOR, SUPERVISEE)
        self.other = ada.links.add(COLLEAGUE, ADMIN)
        ada.links.pair_key(self.other.id)
        self.sam, self.ann = self.people[SUPERVISOR], self.people[SUPERVISEE]
        self.ann.links.pair_key(self.link.id)
        today = clock.today()
        terms = Terms("none", today, today + timedelta(days=365), 28, 60, working_notes=True)
        drawn = self.sam.agreements.draw_up(SUPERVISEE, terms)
        for who in (self.sam, self.ann):
            who.agreements.sign(drawn.id)
        self.note = self.write(f"The {KEPT} week")
        self.sam.working_notes.keep(self.note, f"The {WHY} appeal")
        self.given = self.write(f"The {GIVEN} visit")
        self.sam.working_notes.hand_over(self.given)

    def write(self, text: str, meeting: str | None = None) -> str:
        return self.sam.working_notes.add(SUPERVISEE, text, meeting).id

    def enter(self, name: str) -> Entered:
        return door.enter(self.workspace.folder, name=name, passphrase=PASSPHRASE, clock=self.clock)

    def held(self, table: str = "") -> list[Value]:
        found = values(self.workspace.folder, self.enter(ADMIN).workspace_key)
        return [value for value in found if not table or value.table == table]

    def opened_by(self, name: str) -> dict[str, set[str]]:
        """For each word the columns in which this person reads it, by whatever key of theirs and as it is."""
        held, person = self.held(), self.enter(name)
        keys = keys_of(person, held)
        found: dict[str, set[str]] = {word: set() for word in NOTHING}
        for value in held:
            said = [value.bytes]
            if isinstance(value.held, bytes):
                said += [words for key in keys.values() for words in read_with(key, value.bytes)]
                said += unwrapped(person, value.held, held)
            for word, columns in found.items():
                if any(spelt in one for spelt in spellings(word).values() for one in said):
                    columns.add(f"{value.table}.{value.column}")
        return found

    def sealed(self, column: str = "sealed", table: str = "working_note") -> bytes:
        (found,) = [value.bytes for value in self.held(table) if value.column == column]
        return found

    def pieces_of(self, sealed: bytes) -> int:
        """How many pieces of something sealed stand anywhere in the file or its log."""
        key = self.enter(ADMIN).workspace_key
        whole = b"\x00".join(pages(self.workspace.folder, key))
        return sum(sealed[at : at + 48] in whole for at in range(0, len(sealed) - 48, 48))

    def execute(self, statement: str, *bound: object) -> None:
        connection = connect(self.workspace.folder / FILE_NAME, self.enter(ADMIN).workspace_key)
        try:
            connection.execute(statement, bound)
        finally:
            connection.close()


def unwrapped(person: Entered, sealed: bytes, held: list[Value]) -> list[bytes]:
    """What was closed for somebody's public key as a note, whichever note it may be."""
    ids = {value.held for value in held if (value.table, value.column) == ("pair_note", "id")}
    found = []
    for id_ in ids:
        try:
            found.append(unwrap(person.keys, sealed, purpose=f"pair_note/{id_}/sealed"))
        except DamagedFile:
            continue
    return found


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path / "w", HandClock())


@pytest.mark.parametrize("name", [ADMIN, COLLEAGUE])
def test_nobody_else_opens_one_with_all_keys_that_they_have(house: House, name: str) -> None:
    assert house.opened_by(name) == NOTHING


def test_the_supervisee_opens_what_was_handed_over_and_nothing_else(house: House) -> None:
    assert house.opened_by(SUPERVISEE) == {**NOTHING, GIVEN: {"pair_note.sealed"}}


def test_the_same_attack_with_the_authors_keys_finds_every_word(house: House) -> None:
    assert house.opened_by(SUPERVISOR) == {
        KEPT: {"working_note.sealed"}, WHY: {"working_note.sealed"}, GIVEN: {"pair_note.sealed"},
    }  # fmt: skip


def test_a_former_supervisor_opens_their_own_and_no_more_what_was_handed_over(house: House) -> None:
    house.people[ADMIN].links.end(house.link.id)
    own = {"working_note.sealed"}
    assert house.opened_by(SUPERVISOR) == {KEPT: own, WHY: own, GIVEN: set()}
    house.sam.working_notes.hand_over(house.note)
    assert house.opened_by(SUPERVISOR) == NOTHING
    given = {"pair_note.sealed"}
    assert house.opened_by(SUPERVISEE) == {KEPT: given, WHY: given, GIVEN: given}
    for name in (ADMIN, COLLEAGUE):
        assert house.opened_by(name) == NOTHING


def test_nothing_stands_in_clear_but_whose_they_are_and_by_which_link(house: House) -> None:
    assert in_files([house.workspace.folder], NOTHING) == []
    held = [*house.held("working_note"), *house.held("pair_note")]
    clear = {(value.table, value.column) for value in held if not isinstance(value.held, bytes)}
    assert clear == {
        (table, column)
        for table in ("working_note", "pair_note")
        for column in ("circle_id", "id", "link_id")
    }


def test_whether_a_note_was_asked_for_cannot_be_told_by_others(house: House) -> None:
    before = house.sealed("asked")
    house.ann.working_notes.ask(SUPERVISOR)
    assert house.sealed("asked") != before
    assert len(house.sealed("asked")) == len(before)
    given, request = [value.bytes for value in house.held("pair_note") if value.column == "sealed"]
    assert len(given) == len(request)
    for name in (ADMIN, COLLEAGUE, SUPERVISEE):
        with pytest.raises(DamagedFile):
            unwrap(house.enter(name).keys, house.sealed("asked"), purpose=f"working_note/{house.note}/asked")
    asked = {note.id: note.asked for note in house.sam.working_notes.mine()}
    assert asked == {house.note: house.clock.now(), house.given: None}


def delete(house: House) -> None:
    house.sam.working_notes.delete(house.note)


def hand_over(house: House) -> None:
    house.sam.working_notes.hand_over(house.note)


def memory_aid(house: House) -> None:
    house.clock.turn(days=15)
    house.workspace.sign_in(SUPERVISOR, PASSPHRASE).close()


@pytest.mark.parametrize("way", [delete, hand_over, memory_aid], ids=lambda way: way.__name__)
def test_what_was_deleted_is_in_no_page_and_not_in_the_log(
    house: House, way: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*, forgetting: bool) -> int:
        if way is memory_aid:
            house.sam.working_notes.delete(house.note)
            meeting = house.sam.one_to_ones.plan(SUPERVISEE, house.clock.today()).id
            house.sam.one_to_ones.begin(meeting)
            house.note = house.write("a memory aid " * 40, meeting)
            for who in (house.sam, house.ann):
                who.one_to_ones.sign(meeting)
        sealed = house.sealed()
        assert house.pieces_of(sealed) > 0
        if not forgetting:
            monkeypatch.setattr(Store, "forget_log", lambda self: None)
        assert callable(way)
        way(house)
        assert house.held("working_note") == []
        return house.pieces_of(sealed)

    assert gone(forgetting=True) == 0
    house.note = house.write(f"The {KEPT} week, once more " * 10)
    assert gone(forgetting=False) > 0


def forged_by_the_supervisee(house: House, said: str) -> bytes:
    """A note in the supervisor's name, sealed with the pair's key by the supervisee."""
    entered, key = house.enter(SUPERVISEE), house.ann.links.pair_key(house.link.id)
    words = note_words.NoteWords(house.link.id, said, house.clock.now())
    given = note_words.Given(house.given, words, house.clock.now())
    return note_words.seal_given(entered.keys, house.link, given, note_words.for_pair(key))


def noticed(house: House, *practices: Practice) -> None:
    for practice in practices:
        assert any("note" in fault or "handed over" in fault for fault in practice.examine())


def test_a_note_that_the_supervisee_wrote_in_the_supervisors_name_is_noticed(house: House) -> None:
    house.execute("UPDATE pair_note SET sealed = ?", forged_by_the_supervisee(house, "All is well."))
    for read in (house.sam.working_notes.mine, house.ann.working_notes.about_me):
        with pytest.raises(DamagedFile, match="changed from outside"):
            read()
    noticed(house, house.sam, house.ann)


def test_a_request_that_somebody_else_made_in_the_supervisees_name_is_noticed(house: House) -> None:
    said = note_words.asked_by(house.enter(ADMIN).keys, house.link, house.note, house.clock.now())
    author = house.enter(SUPERVISOR).keys.public.read
    house.execute("UPDATE working_note SET asked = ?", note_words.seal_asked(author, house.note, said))
    with pytest.raises(DamagedFile, match="changed from outside"):
        house.sam.working_notes.mine()
    noticed(house, house.sam)


@pytest.mark.parametrize("of_its_author", [True, False])
def test_a_note_that_was_moved_to_another_link_is_noticed(house: House, of_its_author: bool) -> None:
    another = house.people[ADMIN].links.add(SUPERVISOR, COLLEAGUE) if of_its_author else house.other
    house.execute("UPDATE working_note SET link_id = ?", another.id)
    with pytest.raises(DamagedFile):
        house.sam.working_notes.mine()
    noticed(house, house.sam)
    assert house.people[COLLEAGUE].working_notes.mine() == ()
