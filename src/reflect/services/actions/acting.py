"""Acting: what somebody means to change, every step of it, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from reflect.domain.actions.action import Action, CarryChoice, Evidence, Level, RecheckResult
from reflect.domain.actions.allowed import check_carried_to, check_possible
from reflect.domain.actions.event import EventKind
from reflect.domain.actions.history import last_act
from reflect.domain.actions.origin import origin_written, record_written
from reflect.domain.people import CircleKind
from reflect.errors import WrongUse
from reflect.services.actions.record import ActionRecord
from reflect.services.actions.said import (
    NAME_LIMIT,
    needed,
    next_stage,
    other_part,
    shown,
    unneeded,
    written,
)
from reflect.services.actions.showing import ActionShowing
from reflect.services.drawer import new_id
from reflect.text import clean_line

if TYPE_CHECKING:
    from reflect.domain.actions.rules import Rules
    from reflect.domain.actions.showing import Showing
    from reflect.domain.working_days import BankHolidays
    from reflect.services.actions.origins import ActionOrigins
    from reflect.storage.store import Transaction


class Acting:
    """A person's actions. An id may be given by a beginning that is its own. Everything raises NotFound for an
    action that is not there, WrongUse for a step that it does not allow now, and NotSaved."""

    def __init__(
        self,
        record: ActionRecord,
        origins: ActionOrigins,
        rules: Callable[[], Rules],
        bank_holidays: BankHolidays,
    ) -> None:
        self._record = record
        self._origins = origins
        self._rules = rules
        self._bank_holidays = bank_holidays
        self._showing = ActionShowing(record)

    @property
    def rules(self) -> Rules:
        """The numbers and the ladder of this workplace."""
        return self._rules()

    def propose(
        self,
        *,
        what: str,
        know: str = "",
        due: date | None = None,
        level: Level = Level.PRACTITIONER,
        themes: Sequence[str] | None = None,
        origin: str | None = None,
        keep: bool = False,
        supporter: str = "",
        agree: bool = False,
        pair: str | None = None,
        owner: str | None = None,
        record: str | None = None,
        within: Transaction | None = None,
    ) -> Action:
        """A new action. `origin` is `BANK/QUESTION`, `BANK/FINDING`, the id of an own answer, whose themes it takes
        unless `themes` says others, or the id of a one-to-one; without it, `record` is the id of that in which it is
        agreed; `keep` is for good practice; `agree` agrees it at once. With `pair`, the id of a link, the two of it see
        it from its beginning, and it belongs to `owner`, one of the two by their id, or to who proposes it. It is part
        of the transaction `within`, if there is one. Raises NotPermitted with the reason where the link has ended."""
        found = self._origins.meant(origin) if origin else None
        said = {
            "what": needed(what, "what is to be done"),
            "know": unneeded(know),
            "due": written(due),
            "level": level.value,
            "themes": self._origins.themes(themes, found),
            "origin": origin_written(found.origin) if found else None,
            **record_written(found.record if found else record),
            "keep": keep,
            "supporter": clean_line(supporter, limit=NAME_LIMIT),
        }
        if pair is not None:
            said["circle"] = CircleKind.PAIR.value
        if owner not in (None, self._record.person):
            said["owner"] = owner
        steps: list[tuple[EventKind, Mapping[str, Any]]] = [(EventKind.PROPOSED, said)]
        if agree:
            steps.append((EventKind.AGREED, {"due": None}))
        answer = found.answer if found and "owner" not in said else None
        return self._record.begin(new_id(), steps, answer=answer, link=pair, within=within)

    def agree(self, action: str, due: date | None = None) -> Action:
        """Agrees a proposed action, by the day it has or by another."""
        return self._step(action, EventKind.AGREED, {"due": written(due)})

    def start(self, action: str) -> Action:
        """Says that an agreed action is on its way."""
        return self._step(action, EventKind.STARTED, {})

    def note(self, action: str, text: str) -> Action:
        """Adds a dated note, which stays as it is."""
        return self._step(action, EventKind.NOTED, {"text": needed(text, "the note")})

    def edit(
        self,
        action: str,
        *,
        what: str | None = None,
        know: str | None = None,
        level: Level | None = None,
        themes: Sequence[str] | None = None,
        supporter: str | None = None,
        due: date | None = None,
        no_due: bool = False,
    ) -> Action:
        """Changes what an action says; None leaves a thing as it is. A day can be changed, or with `no_due` left open,
        until it is agreed; after that the action is carried forward."""
        changes: dict[str, Any] = {}
        if what is not None:
            changes["what"] = needed(what, "what is to be done")
        if know is not None:
            changes["know"] = unneeded(know)
        if level is not None:
            changes["level"] = level.value
        if themes is not None:
            changes["themes"] = self._origins.themes(themes, None)
        if supporter is not None:
            changes["supporter"] = clean_line(supporter, limit=NAME_LIMIT)
        if due is not None or no_due:
            changes["due"] = written(due)
        if not changes:
            raise WrongUse("Nothing was said to change.", "Say what it should be.")
        return self._step(action, EventKind.EDITED, changes)

    def carry(
        self,
        action: str,
        *,
        why: str,
        due: date,
        choice: CarryChoice = CarryChoice.NEW_DATE,
        what: str | None = None,
        second: str | None = None,
    ) -> Action:
        """Carries an action forward to a later day, and says why. Split, `what` is what remains of it and `second`
        becomes an action of its own, by the same day; escalated, it takes the next stage of the ladder too. One that
        is dropped is withdrawn instead."""
        said = {
            "why": needed(why, "why it is carried forward"),
            "choice": choice.value,
            "due": due.isoformat(),
            "what": needed(what, "what remains of it") if what is not None else None,
        }
        if choice is CarryChoice.SPLIT:
            return self._split(action, said, due, needed(second or "", "what the other part is"))

        def steps(standing: Action) -> list[tuple[EventKind, Mapping[str, Any]]]:
            check_carried_to(standing, due)
            carried = (EventKind.CARRIED, said)
            if choice is CarryChoice.ESCALATE:
                return [carried, (EventKind.ESCALATED, self._next_stage(standing, why))]
            return [carried]

        return self._record.write(action, steps)

    def escalate(self, action: str, why: str) -> Action:
        """Takes an action to the next stage of the ladder, which has its working days to answer from today."""
        return self._record.write(
            action, lambda standing: [(EventKind.ESCALATED, self._next_stage(standing, why))]
        )

    def answered(self, action: str, outcome: str) -> Action:
        """Says what came of the stage of the ladder that an action is on."""
        return self._step(action, EventKind.ANSWERED, {"outcome": needed(outcome, "what came of it")})

    def block(self, action: str, why: str) -> Action:
        """Says what is in the way."""
        return self._step(action, EventKind.BLOCKED, {"why": needed(why, "what is in the way")})

    def unblock(self, action: str) -> Action:
        """Says that the way is free again."""
        return self._step(action, EventKind.UNBLOCKED, {})

    def done(
        self,
        action: str,
        *,
        evidence: Evidence | None = None,
        evidence_by: date | None = None,
        impact: str = "",
    ) -> Action:
        """Says that an action is done, with something that shows it or the day by which that follows."""
        return self._step(
            action,
            EventKind.DONE,
            {
                "evidence": shown(evidence),
                "evidence_by": written(evidence_by),
                "impact": unneeded(impact),
            },
        )

    def add_evidence(self, action: str, evidence: Evidence, impact: str = "") -> Action:
        """Adds something that shows that an action was done."""
        said = {"evidence": shown(evidence), "impact": unneeded(impact)}
        return self._step(action, EventKind.EVIDENCED, said)

    def confirm(self, action: str, impact: str = "") -> Action:
        """Says that the evidence was seen. It is the supervisor's; alone, one does it oneself, and it is shown so.
        The re-check follows after the days that the workplace has set."""
        today = self._record.today()
        recheck = date.fromordinal(today.toordinal() + self.rules.recheck_days)
        said = {"impact": unneeded(impact), "recheck_due": recheck.isoformat()}
        return self._step(action, EventKind.CONFIRMED, said)

    def recheck(
        self,
        action: str,
        result: RecheckResult,
        impact: str = "",
        again: date | None = None,
        within: Transaction | None = None,
    ) -> Action:
        """Says whether the change has lasted, from the day of the re-check on. If only in part, it is looked at again
        on the day `again`; if not, the action is on its way again, by that day. It is part of the transaction
        `within`, if there is one."""
        said = {
            "result": result.value,
            "impact": unneeded(impact),
            "next": written(again),
        }
        return self._record.write(action, lambda _: [(EventKind.RECHECKED, said)], within=within)

    def not_achieved(self, action: str, why: str) -> Action:
        """Ends an action that did not happen, with what got in the way."""
        return self._step(action, EventKind.NOT_ACHIEVED, {"why": needed(why, "what got in the way")})

    def withdraw(self, action: str, why: str) -> Action:
        """Ends an action that is no longer meant."""
        return self._step(action, EventKind.WITHDRAWN, {"why": needed(why, "why it is withdrawn")})

    def showing(
        self, action: str, circle: CircleKind, *, to: str | None = None, team: str | None = None
    ) -> Showing:
        """What would go to whom if an action were shown to this circle; nothing is shown by it. `to` names a supervisor
        and `team` a team, where there are several. Raises NotPermitted with the reason where it cannot be."""
        return self._showing.preview(action, circle, to=to, team=team)

    def show_to(
        self, action: str, circle: CircleKind, *, to: str | None = None, team: str | None = None
    ) -> Action:
        """Shows an action to more people, its whole history along with it. Raises as `showing`."""
        return self._showing.show(self.showing(action, circle, to=to, team=team))

    def hand_over(self, action: str, to: str, why: str) -> Action:
        """Gives a listed action to somebody else in the team, by name. It is for the team's lead, or the supervisor of
        its owner. Raises NotPermitted for others."""
        return self._showing.hand_over(action, to, needed(why, "why it is handed over"))

    def can_take_over(self, action: str) -> tuple[str, ...]:
        """The names of those to whom a listed action can be handed over; none for somebody who may not do that."""
        return self._showing.can_take_over(action)

    def may(self, action: str) -> frozenset[EventKind]:
        """The steps that are the person's to take with an action, in whatever state it is."""
        return self._record.may(action)

    def possible(self, action: str, kind: EventKind) -> Action:
        """The action, if the person may do this with it and it allows it now: asked before words are written for it.
        Raises NotPermitted."""
        standing = self._record.check_may(action, kind)
        check_possible(standing, kind)
        return standing

    def settle(self) -> None:
        """Takes actions to those who are to see them now, since a link or the lead of a team has changed."""
        self._record.settle()

    def undo(self, action: str) -> Action:
        """Takes back what was last done with an action; the history keeps both. What set a day is taken back on the
        same day only."""
        today = self._record.today()
        return self._record.write_after(
            action, lambda events, by: [(EventKind.UNDONE, {"events": list(last_act(events, by, today))})]
        )

    def _step(self, action: str, kind: EventKind, said: Mapping[str, Any]) -> Action:
        return self._record.write(action, lambda _: [(kind, said)])

    def _next_stage(self, standing: Action, why: str) -> dict[str, Any]:
        return next_stage(standing, self.rules.ladder, why, self._record.today(), self._bank_holidays)

    def _split(self, action: str, said: Mapping[str, Any], due: date, second: str) -> Action:
        other_id = new_id()

        def other(standing: Action) -> Mapping[str, Any]:
            check_carried_to(standing, due)
            return other_part(standing, second, due.isoformat())

        return self._record.split(action, (EventKind.CARRIED, {**said, "second": other_id}), other_id, other)
