"""Rows of people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, insert, select, update
from sqlmodel import col

from reflect.domain.people import Person, Standing
from reflect.storage.tables import METADATA, PersonRow

_TABLE = METADATA.tables["person"]
_NAMED = select(_TABLE.c.id, _TABLE.c.name, _TABLE.c.standing).order_by(_TABLE.c.since, _TABLE.c.name)


@dataclass(frozen=True, slots=True)
class Keyholder:
    """A person with the trusted copy of their public keys, as bytes; None until they have joined."""

    person: Person
    read_key: bytes | None
    sign_key: bytes | None


class PersonTable:
    """The people of the workspace, within one transaction: read once, since nobody else can change them in it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._read: tuple[Keyholder, ...] | None = None

    def add(self, person: Person, *, read_key: bytes | None = None, sign_key: bytes | None = None) -> None:
        """A new person, with their public keys if they have made them."""
        self._read = None
        self._connection.execute(
            insert(PersonRow).values(
                id=person.id,
                name=person.name,
                profession=person.profession,
                standing=person.standing.value,
                administrator=person.administrator,
                since=person.since,
                read_key=read_key,
                sign_key=sign_key,
            )
        )

    def joined(self, person_id: str, *, read_key: bytes, sign_key: bytes) -> None:
        """Somebody invited has made their own keys."""
        self._read = None
        self._connection.execute(
            update(PersonRow)
            .where(col(PersonRow.id) == person_id)
            .values(standing=Standing.ACTIVE.value, read_key=read_key, sign_key=sign_key)
        )

    def deactivated(self, person_id: str) -> None:
        """Somebody has left."""
        self._read = None
        self._connection.execute(
            update(PersonRow).where(col(PersonRow.id) == person_id).values(standing=Standing.INACTIVE.value)
        )

    def all(self) -> tuple[Keyholder, ...]:
        """Everybody, in the order in which they came."""
        if self._read is None:
            self._read = self._those(select(_TABLE))
        return self._read

    def named(self) -> dict[str, tuple[str, Standing]]:
        """Everybody's name and standing by their id, for lists that show the names of many."""
        return {id_: (name, Standing(standing)) for id_, name, standing in self._connection.execute(_NAMED)}

    def one(self, person_id: str) -> Keyholder | None:
        """The person with this id, or None."""
        people = self._read
        if people is None:
            people = self._those(select(_TABLE).where(_TABLE.c.id == person_id))
        return next((holder for holder in people if holder.person.id == person_id), None)

    def _those(self, wanted: Select[Any]) -> tuple[Keyholder, ...]:
        rows = self._connection.execute(wanted.order_by(_TABLE.c.since, _TABLE.c.name))
        return tuple(
            Keyholder(
                Person(
                    id=row.id,
                    name=row.name,
                    profession=row.profession,
                    standing=Standing(row.standing),
                    administrator=row.administrator,
                    since=row.since,
                ),
                row.read_key,
                row.sign_key,
            )
            for row in rows
        )
