"""People who supervise each other, are in a team, and keep actions together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from clocks import StoppedClock
from reflect.domain.actions.action import Action, Evidence, EvidenceKind
from reflect.domain.actions.wanted import Wanted
from reflect.domain.people import CircleKind
from reflect.services.practice import Practice

SignIn = Callable[..., Practice]
ADMIN, SAM, BO, ALEX, LENA = (
    "Robin Example",
    "Sam Supervisor",
    "Bo Practitioner",
    "Alex Another",
    "Lena Lead",
)
WHAT = "Ask both parents"
DUE = date(2026, 4, 13)


class Pair:
    """Sam supervises Bo; Robin administers; Alex is somebody else. Everybody is signed in."""

    def __init__(self, signed_in: SignIn, clock: StoppedClock) -> None:
        self.admin, self.sam, self.bo, self.alex = (signed_in(name) for name in (ADMIN, SAM, BO, ALEX))
        self.link = self.admin.links.add(SAM, BO)
        self.bo.links.settle()
        self.clock = clock
        self._signed_in = signed_in

    @property
    def everybody(self) -> dict[str, Practice]:
        """All who are signed in, by name."""
        return {one.person.name: one for one in vars(self).values() if isinstance(one, Practice)}

    def again(self, name: str) -> Practice:
        """Somebody who signs in once more."""
        return self._signed_in(name)

    def agreed(self, by: Practice | None = None, owner: Practice | None = None, what: str = WHAT) -> Action:
        """An action that the two agreed: Bo's, unless it is said whose."""
        owner = owner or self.bo
        return (by or self.bo).acting.propose(
            what=what, due=DUE, agree=True, pair=self.link.id, owner=owner.person.id
        )

    def seen(self) -> Evidence:
        """Something that shows that an action was done."""
        return Evidence(EvidenceKind.AUDIT, "Six of ten", self.clock.today())

    def done(self) -> Action:
        """An agreed action of Bo's that is done and not confirmed."""
        return self.bo.acting.done(self.agreed().id, evidence=self.seen())


class Team(Pair):
    """The same, and Lena leads a team in which Bo and Alex are."""

    def __init__(self, signed_in: SignIn, clock: StoppedClock) -> None:
        super().__init__(signed_in, clock)
        self.lena = signed_in(LENA)
        self.team = self.admin.teams.add("North", LENA, [BO, ALEX])

    def listed(self, action: Action | None = None) -> Action:
        """An action of Bo's on the log of the team."""
        return self.bo.acting.show_to((action or self.agreed()).id, CircleKind.TEAM)


def whats(practice: Practice, wanted: Wanted | None = None) -> list[str]:
    """What somebody's list says."""
    return [action.what for action in practice.actions.listed(wanted or Wanted())]


def kinds(practice: Practice, action: Action) -> list[str]:
    """What happened to an action, as somebody sees it."""
    return [event.kind.value for event in practice.actions.history(action.id)]
