"""A record of supervision in the open database, in the hands of somebody with the workspace's key and keys of their
own, past every service."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from clocks import StoppedClock
from file_by_key import FileByKey
from reflect.domain.supervision.entry import Entry, Section
from reflect.errors import DamagedFile
from reflect.services.sealed_json import open_json, seal_json
from reflect.services.supervision import signed_words
from reflect.services.supervision.entry_words import KeptEntry, seal_entry
from reflect.vault.sealing import CircleKey
from reflect.workspace import Workspace
from two_people import ADMIN, ALEX, BO, SAM, SignIn, TwoPeople

WORDS = ("quillomarsh", "tanderwick", "yarrowmelt", "harrowfen", "bristlecombe", "oakenshaw")
TOPIC, NOTE, SHARED, LATER, WANTS, PLACE = WORDS


class House(TwoPeople, FileByKey):
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
        self.sam.one_to_ones.agree_action(self.meeting, what="Ring first", due=date(2026, 4, 1))
        self.sam.one_to_ones.sign(self.meeting)
        self.bo.one_to_ones.sign(self.meeting)
        self.sam.one_to_ones.add_addendum(self.meeting, LATER)
        self.agreement = self.agreed().id
        self.next = self.planned()
        self.topic = self.bo.one_to_ones.add(self.next, Section.AGENDA, WANTS).id

    def read_by(self, name: str) -> set[str]:
        """The words that somebody reads in the tables of records, with every key that they have."""
        said = [
            bytes(str(row), "utf-8") for table in TABLES for row in self.execute(f"SELECT * FROM {table}")
        ]
        for key in self.opened_by(name).values():
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


TABLES = ("pair_record", "one_to_one_day", "pair_entry", "pair_signature", "mine_record")
