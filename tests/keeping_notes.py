"""A supervisor who keeps working notes about somebody, for the tests of these notes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from clocks import StoppedClock
from reflect.domain.supervision.agreement import Terms
from reflect.domain.supervision.one_to_one import OneToOne
from reflect.services.practice import Practice
from reflect.workspace import Workspace

SignIn = Callable[..., Practice]
PASSPHRASE = "a lantern by the canal"
ADMIN, SAM, BO, ALEX = "Robin Example", "Sam Supervisor", "Bo Practitioner", "Alex Another"
WORDS = "Ask how the week with the twins was."


class Pair:
    """Sam supervises Bo by an agreement; Robin administers; Alex supervises Robin."""

    def __init__(self, workspace: Workspace, signed_in: SignIn, clock: StoppedClock) -> None:
        self.workspace, self.clock = workspace, clock
        self.admin, self.sam, self.bo, self.alex = (signed_in(name) for name in (ADMIN, SAM, BO, ALEX))
        self.link = self.admin.links.add(SAM, BO)
        self.bo.links.pair_key(self.link.id)
        self.admin.links.pair_key(self.admin.links.add(ALEX, ADMIN).id)

    def agree(
        self, *, working_notes: bool, start: date | None = None, by: tuple[str, ...] = (SAM, BO)
    ) -> None:
        first = start or self.clock.today()
        terms = Terms("none", first, first + timedelta(days=365), 28, 60, working_notes=working_notes)
        drawn = self.sam.agreements.draw_up(BO, terms)
        for name, practice in ((SAM, self.sam), (BO, self.bo)):
            if name in by:
                practice.agreements.sign(drawn.id)

    def note(self, text: str = WORDS, meeting: str | None = None) -> str:
        return self.sam.working_notes.add(BO, text, meeting).id

    def held(self) -> OneToOne:
        planned = self.sam.one_to_ones.plan(BO, self.clock.today())
        return self.sam.one_to_ones.begin(planned.id)

    def both_sign(self, meeting: str) -> None:
        for practice in (self.sam, self.bo):
            practice.one_to_ones.sign(meeting)

    def number(self) -> int:
        return sum(one.number for one in self.bo.working_notes.about_me())

    def texts(self) -> list[str]:
        return [note.text for note in self.sam.working_notes.mine()]

    def sign_in_again(self) -> None:
        self.workspace.sign_in(SAM, PASSPHRASE).close()
