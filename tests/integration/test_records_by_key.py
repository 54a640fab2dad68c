"""What records of supervision hold by keys: looked at in the open database itself, with the workspace's key and all of
one's own, past every service."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from clocks import StoppedClock
from reflect.domain.supervision.entry import Entry, Section
from reflect.errors import DamagedFile, NotFound, NotPermitted
from reflect.services.sealed_json import open_json, seal_json
from reflect.services.supervision import examining, signed_words
from reflect.services.supervision.entry_words import KeptEntry, seal_entry
from reflect.storage.driver import connect
from reflect.storage.store import FILE_NAME
from reflect.vault import door
from reflect.vault.door import Entered
from reflect.vault.sealing import CircleKey, unwrap_circle_key, wrap_for
from reflect.workspace import Workspace
from two_people import ADMIN, ALEX, BO, SAM, TERMS, SignIn, TwoPeople

PASSPHRASE = "a lantern by the canal"
WORDS = ("quillomarsh", "tanderwick", "yarrowmelt", "harrowfen", "bristlecombe", "oakenshaw")
TOPIC, NOTE, SHARED, LATER, WANTS, PLACE = WORDS


class House(TwoPeople):
    """The two with one record that both signed and a topic for the next; Alex leads Bo's team and supervises Robin."""

    def __init__(self, workspace: Workspace, signed_in: SignIn, clock: StoppedClock) -> None:
        super().__init__(signed_in)
        self.workspace, self.clock = workspace, clock
        self.people = {ADMIN: self.admin, SAM: self.sam, BO: self.bo, ALEX: self.alex}
        self.admin.teams.add("North", ALEX, [BO])
        self.admin.links.pair_key(self.admin.links.add(ALEX, ADMIN).id)
        self.circle = self.bo.links.pair_key(self.link.id).circle_id
        self.meeting = self.begun()
        self.bo.one_to_ones.add(self.meeting, Section.AGENDA, TOPIC)
        self.note = self.sam.one_to_ones.add(self.meeting, Section.REFLECTION, NOTE).id
        self.bo.one_to_ones.discuss(self.meeting, self.shared(SHARED))
        facts = self.bo.one_to_ones.one(self.meeting).facts
        self.bo.one_to_ones.set_facts(self.meeting, facts, replace(facts, place=PLACE))
        self.sam.one_to_ones.sign(self.meeting)
        self.bo.one_to_ones.sign(self.meeting)
        self.sam.one_to_ones.add_addendum(self.meeting, LATER)
        self.agreement = self.agreed().id
        self.next = self.planned()
        self.topic = self.bo.one_to_ones.add(self.next, Section.AGENDA, WANTS).id

    def enter(self, name: str) -> Entered:
        return door.enter(self.workspace.folder, name=name, passphrase=PASSPHRASE, clock=self.clock)

    def execute(self, statement: str, *values: Any) -> list[Any]:
        connection = connect(self.workspace.folder / FILE_NAME, self.enter(ADMIN).workspace_key)
        try:
            return list(connection.execute(statement, values).fetchall())
        finally:
            connection.close()

    def keys_of(self, name: str) -> list[CircleKey]:
        """Every circle key in the file that this person's keys open, each tried as the key of every circle."""
        keys, opened = self.enter(name).keys, []
        circles = [id_ for (id_,) in self.execute("SELECT id FROM circle")]
        for (wrapped,) in self.execute("SELECT wrapped_key FROM circle_member"):
            for circle in circles:
                try:
                    opened.append(unwrap_circle_key(keys, circle, wrapped))
                except DamagedFile:
                    continue
        return opened

    def read_by(self, name: str) -> set[str]:
        """The words that somebody reads in the tables of records, with every key that they have."""
        said = [
            bytes(str(row), "utf-8") for table in TABLES for row in self.execute(f"SELECT * FROM {table}")
        ]
        for key in self.keys_of(name):
            for place, sealed in self.places():
                try:
                    said.append(key.open(sealed, place=place))
                except DamagedFile:
                    continue
        keys = self.enter(name).keys
        for record, sealed in self.execute("SELECT id, sealed FROM mine_record"):
            for practice in self.people.values():
                try:
                    said.append(keys.unwrap(sealed, purpose=f"own copy {record} {practice.person.id}"))
                except DamagedFile:
                    continue
        return {word for word in WORDS if any(word.encode() in one for one in said)}

    def places(self) -> list[tuple[str, bytes]]:
        """Every sealed value of a pair's records, with the place for which it was sealed."""
        found = []
        for id_, sealed, body in self.execute("SELECT id, sealed, body FROM pair_record"):
            found += [(f"pair_record/{id_}/sealed", sealed)]
            found += [(f"pair_record/{id_}/body", body)] if body else []
        for record, id_, sealed in self.execute("SELECT record_id, id, sealed FROM pair_entry"):
            found.append((f"pair_entry/{record}/{id_}", sealed))
        for record, person, sealed in self.execute("SELECT record_id, person_id, sealed FROM pair_signature"):
            found.append((f"pair_signature/{record}/{person}", sealed))
        return found

    def pair_key(self) -> CircleKey:
        """The pair's key in the hands of one of the two."""
        return self.bo.links.pair_key(self.link.id)

    def put_head(self, record: str, change: Callable[[dict[str, Any]], None]) -> None:
        """Changes what a record says, with the pair's key."""
        ((sealed,),) = self.execute("SELECT sealed FROM pair_record WHERE id = ?", record)
        place = f"pair_record/{record}/sealed"
        said = open_json(self.pair_key(), place, sealed)
        change(said)
        fresh = seal_json(self.pair_key(), place, said)
        self.execute("UPDATE pair_record SET sealed = ? WHERE id = ?", fresh, record)

    def put_body(self, change: Callable[[dict[str, Any]], None]) -> None:
        """Changes what was signed, with the pair's key."""
        ((sealed,),) = self.execute("SELECT body FROM pair_record WHERE id = ?", self.meeting)
        body = dict(signed_words.open_body(self.pair_key(), self.meeting, sealed))
        change(body)
        fresh = signed_words.seal_body(self.pair_key(), self.meeting, body)
        self.execute("UPDATE pair_record SET body = ? WHERE id = ?", fresh, self.meeting)

    def put_entry(self, kept: KeptEntry, by: str, *, record: str | None = None) -> None:
        """Puts an entry there, signed with somebody's keys and sealed with the pair's."""
        signed = kept.signed(self.enter(by).keys, self.circle)
        self.execute(
            "INSERT OR REPLACE INTO pair_entry VALUES (?, ?, ?, ?)",
            self.circle, record or kept.record, kept.entry.id, seal_entry(self.pair_key(), signed),
        )  # fmt: skip

    def entry(self, author: str, text: str, *, id_: str = "feedbeef", record: str | None = None) -> KeptEntry:
        """An entry as somebody's program would make it."""
        now = self.clock.now()
        said = Entry(id_, Section.REFLECTION, self.people[author].person.id, text, now, now)
        return KeptEntry(said, record or self.next, 9)


TABLES = ("pair_record", "pair_entry", "pair_signature", "mine_record")


@pytest.fixture
def house(workspace: Workspace, signed_in: SignIn, clock: StoppedClock) -> House:
    return House(workspace, signed_in, clock)


def test_the_two_of_a_pair_open_every_word_and_nobody_else_any(house: House) -> None:
    assert house.read_by(SAM) == house.read_by(BO) == set(WORDS)
    assert house.read_by(ADMIN) == house.read_by(ALEX) == set()
    assert house.sam.examine() == house.bo.examine() == ()


def test_in_clear_are_ids_states_and_days(house: House) -> None:
    clear: dict[str, set[str]] = {}
    for table in TABLES:
        columns = [row[1] for row in house.execute(f"PRAGMA table_info({table})")]
        for row in house.execute(f"SELECT * FROM {table}"):
            clear.setdefault(table, set()).update(
                name
                for name, value in zip(columns, row, strict=True)
                if value is not None and not isinstance(value, bytes)
            )
    assert clear == {
        "pair_record": {"circle_id", "id", "kind", "status", "planned", "held"},
        "pair_entry": {"circle_id", "record_id", "id"},
        "pair_signature": {"circle_id", "record_id", "person_id", "at"},
        "mine_record": {"circle_id", "id"},
    }


def test_after_the_end_a_former_supervisor_opens_their_copies_and_nothing_else(house: House) -> None:
    house.admin.links.end(house.link.id)
    assert house.read_by(SAM) == set(WORDS) - {WANTS}
    assert house.circle not in {key.circle_id for key in house.keys_of(SAM)}
    assert house.read_by(BO) == set(WORDS)
    with pytest.raises(NotPermitted):
        house.sam.one_to_ones.one(house.next)


@pytest.mark.parametrize(("author", "by"), [(SAM, BO), (BO, SAM), (ADMIN, BO), (ALEX, ALEX)])
def test_nobody_writes_in_the_other_s_name_with_the_pair_s_key(house: House, author: str, by: str) -> None:
    house.put_entry(house.entry(author, "I agree with all of it."), by)
    for practice in (house.sam, house.bo):
        with pytest.raises(DamagedFile, match="not what its author wrote"):
            practice.one_to_ones.one(house.next)
        assert (
            f"the one-to-one {house.next[:8]}: something in it is not what its author wrote"
            in practice.examine()
        )


def test_what_the_other_wrote_is_not_changed_nor_moved_to_another_record(house: House) -> None:
    (sealed,) = house.execute("SELECT sealed FROM pair_entry WHERE id = ?", house.note)[0]
    said = open_json(house.pair_key(), f"pair_entry/{house.meeting}/{house.note}", sealed)
    moved = seal_json(house.pair_key(), f"pair_entry/{house.next}/{house.note}", said)
    house.execute("INSERT INTO pair_entry VALUES (?, ?, ?, ?)", house.circle, house.next, house.note, moved)
    with pytest.raises(DamagedFile):
        house.bo.one_to_ones.one(house.next)
    house.execute("DELETE FROM pair_entry WHERE record_id = ? AND id = ?", house.next, house.note)
    said["said"]["text"] = "Something else"
    changed = seal_json(house.pair_key(), f"pair_entry/{house.meeting}/{house.note}", said)
    house.execute("UPDATE pair_entry SET sealed = ? WHERE id = ?", changed, house.note)
    assert any(house.meeting[:8] in fault for fault in house.sam.examine())


def own_entry_after(house: House) -> None:
    """Bo rewrites an entry of their own in the locked record, signed as it should be."""
    house.put_entry(house.entry(BO, "Never said.", record=house.meeting), BO)


def entry_gone(house: House) -> None:
    house.execute("DELETE FROM pair_entry WHERE id = ?", house.note)


def one_byte(house: House) -> None:
    ((body,),) = house.execute("SELECT body FROM pair_record WHERE id = ?", house.meeting)
    changed = body[:40] + bytes([body[40] ^ 1]) + body[41:]
    house.execute("UPDATE pair_record SET body = ? WHERE id = ?", changed, house.meeting)


def one_word(house: House) -> None:
    def change(body: dict[str, Any]) -> None:
        body["entries"][0]["text"] = "Something else"

    house.put_body(change)


def facts(house: House) -> None:
    house.put_head(house.meeting, lambda head: head["facts"].update(place="Elsewhere"))


def discussed(house: House) -> None:
    house.put_head(house.meeting, lambda head: head.update(discussed=[]))


def day_in_clear(house: House) -> None:
    house.execute("UPDATE pair_record SET held = '2026-02-02' WHERE id = ?", house.meeting)


def state_in_clear(house: House) -> None:
    house.execute("UPDATE pair_record SET status = 'cancelled' WHERE id = ?", house.meeting)


def unsigned(house: House) -> None:
    house.execute("DELETE FROM pair_signature WHERE record_id = ?", house.meeting)
    house.execute("UPDATE pair_record SET body = NULL WHERE id = ?", house.meeting)


def half_unsigned(house: House) -> None:
    house.execute("DELETE FROM pair_signature WHERE person_id = ?", house.sam.person.id)


def signed_for_the_other(house: House) -> None:
    """Bo makes another body and signs it in both names."""
    keys, at = house.enter(BO).keys, house.clock.now()
    ((sealed,),) = house.execute("SELECT body FROM pair_record WHERE id = ?", house.meeting)
    body = dict(signed_words.open_body(house.pair_key(), house.meeting, sealed))
    body["facts"] = {**body["facts"], "place": "Elsewhere"}
    house.put_body(lambda said: said.update(body))
    house.put_head(house.meeting, lambda head: head["facts"].update(place="Elsewhere"))
    for practice in (house.sam, house.bo):
        signed = replace(signed_words.sign_body(keys, body, at), by=practice.person.id)
        sealed = signed_words.seal_signature(house.pair_key(), house.meeting, signed)
        house.execute(
            "UPDATE pair_signature SET sealed = ? WHERE record_id = ? AND person_id = ?",
            sealed, house.meeting, practice.person.id,
        )  # fmt: skip


def moment_of_signing(house: House) -> None:
    house.execute(
        "UPDATE pair_signature SET at = '2026-01-01 00:00:00.000000' WHERE record_id = ?", house.meeting
    )


def other_record_s_signature(house: House) -> None:
    for practice in (house.sam, house.bo):
        place = f"pair_signature/{{}}/{practice.person.id}"
        ((sealed,),) = house.execute(
            "SELECT sealed FROM pair_signature WHERE record_id = ? AND person_id = ?",
            house.agreement, practice.person.id,
        )  # fmt: skip
        said = open_json(house.pair_key(), place.format(house.agreement), sealed)
        house.execute(
            "UPDATE pair_signature SET sealed = ? WHERE record_id = ? AND person_id = ?",
            seal_json(house.pair_key(), place.format(house.meeting), said), house.meeting, practice.person.id,
        )  # fmt: skip


def own_copy_gone(house: House) -> None:
    house.execute("DELETE FROM mine_record WHERE id = ?", house.meeting)


MEDDLING = (
    own_entry_after, entry_gone, one_byte, one_word, facts, discussed, day_in_clear, state_in_clear, unsigned,
    half_unsigned, signed_for_the_other, moment_of_signing, other_record_s_signature, own_copy_gone,
)  # fmt: skip


@pytest.mark.parametrize("meddle", MEDDLING, ids=lambda meddle: meddle.__name__)
def test_a_signed_record_that_was_edited_behind_the_program_s_back_is_found(
    house: House, meddle: Callable[[House], None]
) -> None:
    meddle(house)
    for practice in (house.sam, house.bo):
        faults = [fault for fault in practice.examine() if house.meeting[:8] in fault]
        assert faults, meddle.__name__
        assert not [word for word in WORDS if any(word in fault for fault in faults)]


@pytest.mark.parametrize(
    "meddle", [own_entry_after, entry_gone, facts, discussed], ids=lambda meddle: meddle.__name__
)
def test_without_the_body_made_anew_these_edits_would_pass(
    house: House, meddle: Callable[[House], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examining, "_differs", lambda record, live: False)
    meddle(house)
    assert house.bo.examine() == ()


def test_without_the_signatures_a_body_in_both_names_would_pass(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed_for_the_other(house)
    monkeypatch.setattr(signed_words, "check_signatures", lambda body, signed, sign_keys: None)
    monkeypatch.setattr(examining._Held, "faults_beside", lambda self, name, record: ())
    assert house.bo.examine() == ()
    assert house.bo.one_to_ones.one(house.meeting).facts.place == "Elsewhere"


def test_what_is_shown_of_a_locked_record_is_what_was_signed(house: House) -> None:
    before = house.bo.one_to_ones.one(house.meeting)
    facts(house)
    own_entry_after(house)
    assert house.bo.one_to_ones.one(house.meeting) == before
    one_word(house)
    with pytest.raises(DamagedFile, match="not what was signed"):
        house.sam.one_to_ones.one(house.meeting)


def test_a_copy_says_nothing_but_what_was_signed(house: House) -> None:
    sam = house.sam.person.id
    keys, record = house.enter(SAM).keys, house.meeting
    ((sealed,),) = house.execute(
        "SELECT sealed FROM mine_record WHERE id = ? AND circle_id IN "
        "(SELECT circle_id FROM circle_member WHERE person_id = ?)",
        record, sam,
    )  # fmt: skip
    said = json.loads(keys.unwrap(sealed, purpose=f"own copy {record} {sam}"))
    house.admin.links.end(house.link.id)
    forged: list[dict[str, Any]] = [
        {**said, "body": {**said["body"], "type": "ad-hoc"}},
        {**said, "signed": []},
        {**said, "signed": [one for one in said["signed"] if one[0] != sam]},
        {**said, "after": [{**said["after"][0], "said": {**said["after"][0]["said"], "text": "Other"}}]},
    ]
    for one in forged:
        planted = wrap_for(keys.public.read, json.dumps(one).encode(), purpose=f"own copy {record} {sam}")
        house.execute(
            "UPDATE mine_record SET sealed = ? WHERE id = ? AND circle_id IN "
            "(SELECT circle_id FROM circle_member WHERE person_id = ?)",
            planted, record, sam,
        )  # fmt: skip
        with pytest.raises(DamagedFile):
            house.sam.one_to_ones.all()
        assert f"your own copy of the record {record[:8]} is not what was signed" in house.sam.examine()


def test_an_agreement_that_was_edited_is_found_too(house: House) -> None:
    house.put_head(house.agreement, lambda head: head["terms"].update(working_notes=True))
    assert f"the agreement {house.agreement[:8]}: it is not what was signed" in house.sam.examine()
    assert not house.sam.agreements.all()[0].terms.working_notes
    house.put_head(house.agreement, lambda head: head["terms"].update(working_notes=False))
    assert house.sam.examine() == ()
    assert TERMS.working_notes is False


def test_one_that_is_asked_for_by_its_id_is_not_even_there_for_others(house: House) -> None:
    for practice in (house.admin, house.alex):
        with pytest.raises(NotFound):
            practice.one_to_ones.one(house.meeting)
