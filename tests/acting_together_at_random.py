"""Several people who do with their actions whatever comes to mind, in one team and under changing supervisors."""

from __future__ import annotations

from contextlib import suppress

from acting_at_random import AtRandom
from clocks import StoppedClock
from pairs import ALEX, BO, LENA, SAM, Team
from reflect.domain.people import CircleKind
from reflect.errors import NotFound, NotPermitted, WrongUse

ORIGINS = ("child-s/fathers-left-out", "child-s/safe-sleep-reminders", None)


class TogetherAtRandom(AtRandom):
    """Each step is somebody else's. Actions are agreed by two and listed, handed over; links end and begin, and people
    come into teams and leave them."""

    def __init__(self, house: Team, clock: StoppedClock, seed: int) -> None:
        super().__init__(house.bo, clock, seed, at_once=12)
        self._house = house
        self._people = [house.bo, house.bo, house.sam, house.alex, house.lena]
        house.admin.links.add(SAM, ALEX)
        house.admin.teams.add("South", SAM, [SAM])
        self._all_settle()

    def step(self) -> str:
        practice = self._chance.choice(self._people)
        self.acting, self.lists, self._practice = practice.acting, practice.actions, practice
        try:
            return super().step()
        except NotFound:
            self.refused["not theirs"] += 1
            return "not theirs"

    def _begin(self) -> str:
        links = [*self._practice.links.my_supervisors(), *self._practice.links.my_supervisees()]
        link = self._chance.choice(links) if links and self._chance.random() < 0.8 else None
        begun = self.acting.propose(
            what=self._words(),
            due=self._day(),
            keep=self._chance.random() < 0.15,
            agree=self._chance.random() < 0.6,
            themes=self._chance.sample(("fathers-and-partners", "child-daily-life", "local:ours"), 2),
            origin=self._chance.choice(ORIGINS),
            pair=link.id if link else None,
            owner=self._chance.choice((link.supervisee, link.supervisor)) if link else None,
        )
        self.ids.append(begun.id)
        self.taken["propose"] += 1
        if link and begun.agreed and self._chance.random() < 0.4:
            with suppress(NotPermitted, WrongUse):
                self._do_list(begun.id)
                self.taken["list"] += 1
        return "propose"

    def _do_show(self, action: str) -> object:
        return self.acting.show_to(action, CircleKind.PAIR)

    def _do_list(self, action: str) -> object:
        return self.acting.show_to(action, CircleKind.TEAM)

    def _do_hand_over(self, action: str) -> object:
        return self.acting.hand_over(action, self._chance.choice((BO, ALEX)), "Leaves")

    def _do_end_link(self, action: str) -> object:
        links = self._house.admin.links
        self.taken["end link"] += 1
        for link in links.current():
            if link.supervisee != self._house.admin.person.id and self._chance.random() < 0.2:
                links.end(link.id)
        return self._all_settle()

    def _do_add_link(self, action: str) -> object:
        try:
            return self._house.admin.links.add(*self._chance.choice(((SAM, BO), (LENA, BO), (SAM, ALEX))))
        finally:
            self._all_settle()

    def _do_change_team(self, action: str) -> object:
        name, coming = self._chance.choice(("North", "South")), self._chance.choice((BO, ALEX))
        is_in = self._chance.random() < 0.6
        self._house.admin.teams.change_members(
            name, add=[coming] if is_in else [], remove=[] if is_in else [coming]
        )
        return self._all_settle()

    def _do_change_lead(self, action: str) -> object:
        try:
            return self._house.admin.teams.change_lead("North", self._chance.choice((LENA, SAM)))
        finally:
            self._all_settle()

    def _all_settle(self) -> None:
        """As if everybody signed in again."""
        for practice in (*self._people, *self._people):
            practice.links.settle()
            practice.acting.settle()
            practice.overseeing.settle()


class SharingAtRandom(TogetherAtRandom):
    """The same, and one step in four shows an action to more people, or gives it to somebody else, if anybody may."""

    def step(self) -> str:
        if not self.ids or self._chance.random() > 0.25:
            return super().step()
        name = self._chance.choice(("show", "list", "hand_over"))
        action = self._chance.choice(self.ids[-self._at_once :])
        for practice in self._chance.sample(self._people, len(self._people)):
            self.acting = practice.acting
            try:
                self._steps[name](action)
            except (WrongUse, NotPermitted, NotFound):
                self.refused[name] += 1
            else:
                self.taken[name] += 1
                break
        return name
