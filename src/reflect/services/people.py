"""The people of a workspace: who is in it, who is invited, and what happens when somebody leaves."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from reflect.domain.people import Colleague, Person, Standing, has_left
from reflect.errors import NotFound, NotPermitted, NotSaved, ReflectError, WorkspaceError, WrongUse
from reflect.services.links import endings
from reflect.text import clean_line
from reflect.vault import door

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reflect.clock import Clock
    from reflect.storage.store import Store, Transaction
    from reflect.vault.door import Entered

PROFESSION_LIMIT = 60


class People:
    """What somebody may know and do about the people of their workspace. An administrator invites and
    deactivates; by neither do they gain a key to anybody's words."""

    def __init__(self, folder: Path, store: Store, entered: Entered, clock: Clock) -> None:
        self._folder = folder
        self._store = store
        self._entered = entered
        self._clock = clock

    def everyone(self) -> tuple[Colleague, ...]:
        """Who is in the workspace, in the order in which they came: a `Person` only where this person may know more
        than the name. Of somebody who left, others are told nothing here."""
        with self._store.reading() as transaction:
            people = [holder.person for holder in transaction.people.all()]
            known = self._known(transaction, people)
        return tuple(
            person if person.id in known else Colleague(person.id, person.name)
            for person in people
            if person.id in known or person.standing is not Standing.INACTIVE
        )

    def names(self) -> dict[str, str]:
        """The name of everybody who is or was here, by their id: it stands beside what they wrote or agreed."""
        with self._store.reading() as transaction:
            return {holder.person.id: holder.person.name for holder in transaction.people.all()}

    def person(self, name: str) -> Colleague:
        """The person of this name, in any case, as `everyone` gives them: somebody who is still here before somebody
        who left. Raises NotFound."""
        wanted = clean_line(name).casefold()
        same = [person for person in self.everyone() if person.name.casefold() == wanted]
        if not same:
            raise NotFound("Nobody of this name is in the workspace.", "`reflect person list` shows who is.")
        return min(same, key=has_left)

    def _known(self, transaction: Transaction, people: Sequence[Person]) -> set[str]:
        """Of whom this person may know more than the name: themself, those they are linked with now, who is in a team
        that they lead; an administrator, of everybody."""
        me, today = self._entered.person_id, self._clock.today()
        if any(person.administrator for person in people if person.id == me):
            return {person.id for person in people}
        linked = {link.other(me) for link in transaction.links.of(me) if not link.is_over(today)}
        led = {member for team in transaction.teams.of(me) if team.lead == me for member in team.members}
        return {me} | linked | led

    def invite(self, name: str, profession: str = "") -> str:
        """Invites somebody and gives the code to hand to them; it works once, within 14 days. Raises
        NotPermitted unless called by an administrator, and WrongUse if the name is taken."""
        self.must_administer("invite people")
        person_id, code = door.invite(self._folder, self._entered, name=name, clock=self._clock)
        invited = Person(
            id=person_id,
            name=clean_line(name),
            profession=clean_line(profession, limit=PROFESSION_LIMIT),
            standing=Standing.INVITED,
            administrator=False,
            since=self._clock.now(),
        )
        with self._store.writing() as transaction:
            if transaction.people.one(person_id) is None:
                transaction.people.add(invited)
        return code

    def deactivate(self, name: str) -> None:
        """Ends somebody's access for good, with a new key for the whole workspace, so that nothing that they
        kept opens anything new. What they wrote for themselves stays sealed. Raises NotPermitted unless called
        by an administrator, and WorkspaceError while others have the workspace open."""
        self.must_administer("deactivate people")
        leaving = self.person(name)
        if leaving.id == self._entered.person_id:
            raise WrongUse("You cannot deactivate yourself.", "Ask another administrator.")
        if has_left(leaving):
            raise WrongUse("This person has left already.", "Nothing was changed.")
        match door.standings_at(self._folder).get(leaving.id):
            case Standing.INVITED:
                door.withdraw_invitation(self._folder, self._entered, leaving.id)
            case Standing.ACTIVE:
                self._change_key(leaving)
        self._settle()

    def settle(self) -> None:
        """Ends what a departure that was cut short left undone in the record of people, and the links whose last
        day is over. A disk that refuses keeps nobody out: it is tried again at the next sign-in."""
        with suppress(NotSaved):
            self._settle()

    def _settle(self) -> None:
        at_door = door.standings_at(self._folder)
        with self._store.reading() as transaction:
            here = [person.person for person in transaction.people.all()]
        gone = [
            person.id
            for person in here
            if (person.standing, at_door.get(person.id))
            in (
                (Standing.ACTIVE, Standing.INACTIVE),
                (Standing.INVITED, Standing.INACTIVE),
                (Standing.INVITED, None),
            )
        ]
        if gone:
            with self._store.writing() as transaction:
                for person_id in gone:
                    transaction.people.deactivated(person_id)
        endings.settle(self._store, self._clock)

    def _change_key(self, leaving: Colleague) -> None:
        at_door = door.standings_at(self._folder)
        with self._store.reading() as transaction:
            staying = [
                holder
                for holder in transaction.people.all()
                if at_door.get(holder.person.id) is Standing.ACTIVE and holder.person.id != leaving.id
            ]
        readers: dict[str, bytes] = {}
        for holder in staying:
            if holder.read_key is None:
                raise WorkspaceError(
                    f"{holder.person.name} has begun to join and is not done.",
                    "Nothing was changed. Ask them to sign in once, then repeat this; or deactivate them first.",
                )
            readers[holder.person.id] = holder.read_key
        fresh = door.begin_new_workspace_key(self._folder, self._entered, readers=readers, leaving=leaving.id)
        try:
            self._store.change_key(fresh)
        except ReflectError:
            door.settle_workspace_key(self._folder, self._entered, "current")
            raise
        self._entered = door.finish_new_workspace_key(self._folder, self._entered)

    def must_administer(self, what: str) -> None:
        """Raises NotPermitted unless called by an administrator; `what` says what only they may do."""
        with self._store.reading() as transaction:
            holder = transaction.people.one(self._entered.person_id)
        if holder is None or not holder.person.administrator:
            raise NotPermitted(
                f"Only an administrator may {what}.", "Nothing was changed. Ask whoever set the workspace up."
            )
