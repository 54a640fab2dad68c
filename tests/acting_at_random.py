"""Somebody who does with their actions whatever comes to mind: some of it is possible, the rest is refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from clocks import StoppedClock
from reflect.domain.actions.action import CarryChoice, Evidence, EvidenceKind, Level, RecheckResult, Status
from reflect.errors import NotPermitted, WrongUse
from reflect.services.practice import Practice

WORDS = (
    "Ask about an ordinary day",
    "Ring the school nurse",
    "Visit twice",
    "Read the file, all of it",
    "Zoë's idea",
)
USUAL_NEXT: dict[Status, tuple[str, ...]] = {
    Status.PROPOSED: ("agree", "agree", "agree", "edit", "withdraw"),
    Status.AGREED: ("start", "start", "carry", "block", "done", "edit"),
    Status.IN_PROGRESS: ("done", "done", "carry", "escalate", "answered", "block", "not_achieved"),
    Status.BLOCKED: ("unblock", "escalate", "done"),
    Status.DONE: ("confirm", "confirm", "confirm", "add_evidence", "carry"),
    Status.CONFIRMED: ("recheck", "recheck", "recheck", "add_evidence"),
}


class AtRandom:
    """Takes one step after the other, each by chance; the clock goes on between them, and now and then back. `taken`
    counts by name what was possible, `refused` what was not."""

    def __init__(self, practice: Practice, clock: StoppedClock, seed: int, *, at_once: int = 40) -> None:
        self.acting = practice.acting
        self.lists = practice.actions
        self.ids: list[str] = []
        self.taken: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self._clock = clock
        self._chance = Random(seed)
        self._at_once = at_once
        self._steps: dict[str, Callable[[str], object]] = {
            name.removeprefix("_do_"): getattr(self, name) for name in dir(self) if name.startswith("_do_")
        }

    def act(self, times: int) -> None:
        """So many steps."""
        for _ in range(times):
            if self._chance.random() < 0.2:
                self._clock.go_on(days=self._chance.choice((1, 1, 2, 3, 8, 30, -2)), minutes=7)
            self.step()

    def step(self) -> str:
        """One step: what it was."""
        if not self.ids or self._chance.random() < 0.15:
            return self._begin()
        action = self._chance.choice(self.ids[-self._at_once :])
        names = USUAL_NEXT.get(self.lists.action(action).status, ())
        if not names or self._chance.random() < 0.3:
            names = tuple(self._steps)
        name = self._chance.choice(names)
        try:
            self._steps[name](action)
        except (WrongUse, NotPermitted):
            self.refused[name] += 1
        else:
            self.taken[name] += 1
        return name

    def _begin(self) -> str:
        begun = self.acting.propose(
            what=self._words(),
            know=self._chance.choice(("", "They say so")),
            due=self._day() if self._chance.random() < 0.9 else None,
            level=self._chance.choice(tuple(Level)),
            themes=self._chance.sample(("fathers-and-partners", "child-daily-life", "local:ours"), 2),
            keep=self._chance.random() < 0.15,
            supporter=self._chance.choice(("", "Sam")),
        )
        self.ids.append(begun.id)
        self.taken["propose"] += 1
        return "propose"

    def _words(self) -> str:
        return self._chance.choice(WORDS)

    def _day(self) -> date:
        return self._clock.today() + timedelta(days=self._chance.randint(-5, 60))

    def _evidence(self) -> Evidence:
        return Evidence(self._chance.choice(tuple(EvidenceKind)), self._words(), self._clock.today())

    def _do_agree(self, action: str) -> object:
        return self.acting.agree(action, self._chance.choice((None, self._day())))

    def _do_start(self, action: str) -> object:
        return self.acting.start(action)

    def _do_note(self, action: str) -> object:
        return self.acting.note(action, self._words())

    def _do_edit(self, action: str) -> object:
        return self.acting.edit(
            action, what=self._words(), due=self._chance.choice((None, None, self._day()))
        )

    def _do_carry(self, action: str) -> object:
        choice = self._chance.choice(tuple(CarryChoice))
        second = self._words() if choice is CarryChoice.SPLIT else None
        before = set(self.lists.arranged().index.entries()) if second else set()
        done = self.acting.carry(action, why=self._words(), due=self._day(), choice=choice, second=second)
        if second:
            after = {entry.id for entry in self.lists.arranged().index.entries()}
            self.ids += sorted(after - {entry.id for entry in before})
            self.taken["split"] += 1
        return done

    def _do_escalate(self, action: str) -> object:
        return self.acting.escalate(action, self._words())

    def _do_answered(self, action: str) -> object:
        return self.acting.answered(action, self._words())

    def _do_block(self, action: str) -> object:
        return self.acting.block(action, self._words())

    def _do_unblock(self, action: str) -> object:
        return self.acting.unblock(action)

    def _do_done(self, action: str) -> object:
        later = self._chance.random() < 0.4
        evidence, by = (None, self._day()) if later else (self._evidence(), None)
        return self.acting.done(action, evidence=evidence, evidence_by=by)

    def _do_add_evidence(self, action: str) -> object:
        return self.acting.add_evidence(action, self._evidence(), impact="Fathers come")

    def _do_confirm(self, action: str) -> object:
        return self.acting.confirm(action)

    def _do_recheck(self, action: str) -> object:
        return self.acting.recheck(action, self._chance.choice(tuple(RecheckResult)), again=self._day())

    def _do_not_achieved(self, action: str) -> object:
        return self.acting.not_achieved(action, self._words())

    def _do_withdraw(self, action: str) -> object:
        return self.acting.withdraw(action, self._words())

    def _do_undo(self, action: str) -> object:
        return self.acting.undo(action)
