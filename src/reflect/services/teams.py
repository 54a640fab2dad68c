"""Teams, as somebody: who is in which, and who leads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect.domain.links import Team
from reflect.domain.people import Colleague, has_left
from reflect.domain.telling import NoticeKind
from reflect.errors import NotFound, WrongUse
from reflect.services.drawer import new_id
from reflect.services.links import endings
from reflect.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reflect.clock import Clock
    from reflect.services.people import People
    from reflect.storage.store import Store

NAME_LIMIT = 60


class Teams:
    """An administrator makes teams and says who is in them; everybody sees those that they are in or lead."""

    def __init__(self, store: Store, people: People, person_id: str, clock: Clock) -> None:
        self._store = store
        self._people = people
        self._person_id = person_id
        self._clock = clock

    def all(self) -> tuple[Team, ...]:
        """The teams that this person may know of, by name: an administrator of all, everybody of their own."""
        with self._store.reading() as transaction:
            holder = transaction.people.one(self._person_id)
            teams = transaction.teams.all()
        if holder is not None and holder.person.administrator:
            return teams
        return tuple(team for team in teams if team.holds(self._person_id))

    def one(self, name: str) -> Team:
        """A team that this person may know of, by its name in any case. Raises NotFound."""
        wanted = clean_line(name).casefold()
        for team in self.all():
            if team.name.casefold() == wanted:
                return team
        raise NotFound("There is no team of this name.", "`reflect team list` shows those that you may see.")

    def add(self, name: str, lead: str, members: Sequence[str] = ()) -> Team:
        """Makes a team; people are given by name, and all of them are told. Raises NotPermitted unless called by an
        administrator, NotFound, and WrongUse where the name is taken or somebody has left."""
        self._people.must_administer("make teams")
        now = self._clock.now()
        team = Team(
            id=new_id(),
            name=clean_line(name, limit=NAME_LIMIT),
            lead=self._here(lead).id,
            made=now,
            members=tuple(dict.fromkeys(self._here(member).id for member in members)),
        )
        if not team.name:
            raise WrongUse("A team needs a name.", "Give it after `team add`.")
        with self._store.writing() as transaction:
            if any(other.name.casefold() == team.name.casefold() for other in transaction.teams.all()):
                raise WrongUse("There is a team of this name already.", "Nothing was changed.")
            transaction.teams.add(team)
            if team.lead != self._person_id:
                endings.tell(transaction, team.lead, NoticeKind.TEAM_LEAD, at=now, team=team.id)
            for person_id in team.members:
                if person_id not in (self._person_id, team.lead):
                    endings.tell(
                        transaction, person_id, NoticeKind.TEAM_JOINED, at=now, team=team.id, about=person_id
                    )
        return team

    def change_members(self, name: str, *, add: Sequence[str] = (), remove: Sequence[str] = ()) -> Team:
        """Brings people into a team and takes others out, by name; they and the lead are told. Who is in it already,
        or is not, stays so. Raises as `add`."""
        self._people.must_administer("change teams")
        team, now = self.one(name), self._clock.now()
        coming = [self._here(person).id for person in add]
        going = [self._people.person(person).id for person in remove]
        with self._store.writing() as transaction:
            found = next((other for other in transaction.teams.all() if other.id == team.id), team)
            changes = [
                (one, NoticeKind.TEAM_JOINED) for one in dict.fromkeys(coming) if one not in found.members
            ]
            changes += [(one, NoticeKind.TEAM_LEFT) for one in dict.fromkeys(going) if one in found.members]
            for person_id, kind in changes:
                if kind is NoticeKind.TEAM_JOINED:
                    transaction.teams.admit(team.id, person_id, now)
                else:
                    transaction.teams.dismiss(team.id, person_id, now)
                for reader in dict.fromkeys((person_id, team.lead)):
                    if reader != self._person_id:
                        endings.tell(transaction, reader, kind, at=now, team=team.id, about=person_id)
        return self.one(team.name)

    def change_lead(self, name: str, lead: str) -> Team:
        """Gives a team another lead, by name; both and its members are told. Raises as `add`, and WrongUse for who
        leads it already."""
        self._people.must_administer("change teams")
        team, now = self.one(name), self._clock.now()
        coming = self._here(lead).id
        with self._store.writing() as transaction:
            found = next((other for other in transaction.teams.all() if other.id == team.id), team)
            if found.lead == coming:
                raise WrongUse("This person leads the team already.", "Nothing was changed.")
            transaction.teams.change_lead(team.id, coming, now)
            told = dict.fromkeys(found.members, NoticeKind.TEAM_LED)
            told |= {found.lead: NoticeKind.TEAM_LEAD_LEFT, coming: NoticeKind.TEAM_LEAD}
            for reader, kind in told.items():
                if reader != self._person_id:
                    endings.tell(transaction, reader, kind, at=now, team=team.id)
        return self.one(team.name)

    def _here(self, name: str) -> Colleague:
        person = self._people.person(name)
        if has_left(person):
            raise WrongUse(f"{person.name} has left the workspace.", "Nothing was changed.")
        return person
