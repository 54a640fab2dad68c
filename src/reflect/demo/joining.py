"""Everybody of a made-up service brought into its workspace at once: at its door, with keys of their own, in teams and
in links."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from reflect.demo.caseload import Somebody, Supervised
from reflect.demo.holding import SupervisedPair
from reflect.demo.ids import id_at
from reflect.demo.people import EVERYBODY_SAYS
from reflect.domain.links import Link, Team
from reflect.domain.people import CircleKind, Person, Standing
from reflect.services.links import pair_circles
from reflect.vault.entered import own_wraps
from reflect.vault.header import Entry
from reflect.vault.header_file import held
from reflect.vault.keys import KeyPairs, make_keys
from reflect.vault.sealing import new_circle_key, wrap_circle_key

if TYPE_CHECKING:
    from pathlib import Path

    from reflect.demo.organisation import Colleague, MadeUpLink, Organisation
    from reflect.storage.store import Store, Transaction
    from reflect.vault.entered import Entered


@dataclass(frozen=True, slots=True)
class Joined:
    """Everybody by their number, the ids of the teams, by whom each was supervised, and every two of a link."""

    somebody: tuple[Somebody, ...]
    teams: tuple[str, ...]
    links: Mapping[int, tuple[Supervised, ...]] = field(repr=False)
    pairs: tuple[SupervisedPair, ...] = field(repr=False)


def join_all(folder: Path, store: Store, first: Entered, service: Organisation) -> Joined:
    """Brings everybody in but the `first`, who has set the workspace up. Those who left have their keys in the record
    of people, and no way in any more. Raises NotSaved."""
    keys = (first.keys, *(make_keys(str(uuid.uuid4())) for _ in service.colleagues[1:]))
    _at_the_door(folder, first, service, keys)
    with store.writing() as transaction:
        somebody = tuple(
            _joined(transaction, one, pair, is_new=number > 0)
            for number, (one, pair) in enumerate(zip(service.colleagues, keys, strict=True))
        )
        teams = tuple(_team(transaction, service, number, somebody) for number in range(len(service.teams)))
        links: dict[int, tuple[Supervised, ...]] = {}
        pairs = []
        for place, link in enumerate(service.links):
            made, pair = _linked(transaction, (place, len(service.links)), link, keys, somebody)
            links[link.supervisee] = (*links.get(link.supervisee, ()), made)
            pairs.append(pair)
    return Joined(somebody, teams, links, tuple(pairs))


def at(day: date, hour: int = 9) -> datetime:
    """A moment of a day."""
    return datetime.combine(day, time(hour), UTC)


def _at_the_door(folder: Path, first: Entered, service: Organisation, keys: tuple[KeyPairs, ...]) -> None:
    with held(folder) as door:
        header = door.header
        entries = list(header.people)
        for one, pair in zip(service.colleagues[1:], keys[1:], strict=True):
            wraps = None
            if one.left is None:
                wraps, _ = own_wraps(header, pair, first.workspace_key, EVERYBODY_SAYS, at(one.arrived))
            entries.append(Entry(pair.person_id, one.character.name, _standing(one), wraps))
        door.write(replace(header, people=tuple(entries)))


def _joined(transaction: Transaction, one: Colleague, keys: KeyPairs, *, is_new: bool) -> Somebody:
    public, came = keys.public, at(one.arrived)
    if is_new:
        person = Person(
            keys.person_id, one.character.name, one.character.profession, _standing(one), False, came
        )
        transaction.people.add(person, read_key=public.read, sign_key=public.sign)
        key = new_circle_key(str(uuid.uuid4()))
        transaction.circles.open(key.circle_id, CircleKind.MINE, came)
        transaction.circles.admit(key.circle_id, keys.person_id, wrap_circle_key(public.read, key), came)
    ((circle, wrapped),) = transaction.circles.of(keys.person_id, CircleKind.MINE)
    return Somebody(keys.person_id, keys.secret(), circle, wrapped)


def _team(
    transaction: Transaction, service: Organisation, number: int, somebody: tuple[Somebody, ...]
) -> str:
    """A team with everybody in it from the day on which they came; who left is in it no longer."""
    made_up = service.teams[number]
    began = min(service.colleagues[one].arrived for one in made_up.members)
    team = Team(id=str(uuid.uuid4()), name=made_up.name, lead=somebody[made_up.lead].id, made=at(began))
    transaction.teams.add(team)
    for place, member in enumerate(made_up.members):
        one, person = service.colleagues[member], somebody[member].id
        transaction.teams.admit(team.id, person, at(one.arrived) + timedelta(minutes=place))
        if one.left is not None:
            transaction.teams.dismiss(team.id, person, at(one.left, 8))
    return team.id


def _linked(
    transaction: Transaction,
    place: tuple[int, int],
    made_up: MadeUpLink,
    keys: tuple[KeyPairs, ...],
    somebody: tuple[Somebody, ...],
) -> tuple[Supervised, SupervisedPair]:
    supervisor, supervisee = somebody[made_up.supervisor], somebody[made_up.supervisee]
    link = Link(id_at(*place), supervisor.id, supervisee.id, made_up.since)
    transaction.links.add(link)
    pair_circles.open_circles(transaction, keys[made_up.supervisee], link, at=at(made_up.since))
    actions = transaction.links.circle_for(link.id, pair_circles.ACTIONS)
    made = transaction.links.one(link.id)
    if actions is None or made is None or made.circle is None:
        raise RuntimeError("a link without its circles")
    wrapped = transaction.circles.wrapped_for(actions[0], supervisee.id)
    words = transaction.circles.wrapped_for(made.circle, supervisee.id)
    holders = [transaction.people.one(one.id) for one in (supervisor, supervisee)]
    if wrapped is None or words is None or holders[0] is None or holders[1] is None:
        raise RuntimeError("a circle without its members")
    ended = None if made_up.ended is None else at(made_up.ended, 8)
    if ended is not None:
        transaction.links.end(link.id, ended)
        transaction.circles.close(made.circle, ended)
        transaction.circles.dismiss(made.circle, supervisor.id)
        transaction.circles.close(actions[0], ended)
    people = (holders[0].person, holders[1].person)
    return (
        Supervised(supervisor.id, made_up.since, ended, actions[0], wrapped),
        SupervisedPair(*place, made, people, (supervisor, supervisee), words, made_up.ended),
    )


def _standing(one: Colleague) -> Standing:
    return Standing.ACTIVE if one.left is None else Standing.INACTIVE
