"""Taking a record, an agenda or an agreement out of the workspace: what goes along with it, and the labels of banks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from reflect.domain.supervision.going_out import AgendaOut, AgreementOut, RecordOut
from reflect.errors import NotFound, WrongUse

if TYPE_CHECKING:
    from reflect.banks.shelf import BankShelf
    from reflect.clock import Clock
    from reflect.domain.actions.action import Action
    from reflect.domain.actions.rules import Rules
    from reflect.domain.supervision.agreement import Agreement
    from reflect.domain.supervision.cadence import Cadence
    from reflect.domain.supervision.one_to_one import OneToOne
    from reflect.services.actions.lists import ActionLists
    from reflect.services.supervision.agreements import Agreements
    from reflect.services.supervision.one_to_ones import OneToOnes


class TakingRecordsOut:
    """For each of the two: what they can read of it is what goes out."""

    def __init__(
        self,
        one_to_ones: OneToOnes,
        agreements: Agreements,
        actions: ActionLists,
        shelf: BankShelf,
        rules: Callable[[], Rules],
        cadences: Callable[[], Iterable[Cadence]],
        clock: Clock,
    ) -> None:
        self._one_to_ones = one_to_ones
        self._agreements = agreements
        self._actions = actions
        self._shelf = shelf
        self._rules = rules
        self._cadences = cadences
        self._clock = clock

    def record(self, id: str, *, include_local: bool = False) -> RecordOut:
        """The record of a one-to-one. Raises NotFound, NotPermitted."""
        record = self._one_to_ones.one(id)
        agreement = self._agreement_of(record)
        stage = self._cadence(agreement.terms.stage) if agreement else None
        return RecordOut(
            record=record,
            today=self._clock.today(),
            cadence=stage.title if stage else "",
            readers=agreement.terms.readers if agreement else "",
            known=self._known(record),
            handling=self._shelf.labels(share.bank for share in record.shared if share.bank),
            rules=self._rules(),
            include_local=include_local,
        )

    def agenda(self, name: str, *, include_local: bool = False) -> AgendaOut:
        """The agenda of the next one-to-one with somebody, by name. Raises NotFound, NotPermitted, and WrongUse while
        none is planned."""
        prepared = self._one_to_ones.prepare(name)
        if prepared.meeting is None or prepared.later_held:
            raise WrongUse(f"No one-to-one with {prepared.name} is planned.", "Please plan it first.")
        return AgendaOut(
            record=prepared.meeting,
            today=self._clock.today(),
            previous=prepared.previous,
            rechecks=prepared.rechecks,
            shares=prepared.shares,
            agreement_due=prepared.agreement_due,
            readers=prepared.agreement.terms.readers if prepared.agreement else "",
            handling=self._shelf.labels(card.asked.bank for card in prepared.shares),
            rules=self._rules(),
            include_local=include_local,
        )

    def agreement(self, id: str) -> AgreementOut:
        """An agreement, by its whole id. Raises NotFound."""
        found = next((one for one in self._agreements.all() if one.id == id), None)
        if found is None:
            raise NotFound(
                "There is no agreement with this id.", "The page One-to-ones leads to those of yours."
            )
        return AgreementOut(found, self._clock.today(), self._cadence(found.terms.stage))

    def _agreement_of(self, record: OneToOne) -> Agreement | None:
        """The latest of the two that both have signed, or else the latest at all."""
        both = [one for one in self._agreements.all() if one.link == record.link]
        signed = [one for one in both if one.agreed]
        return max(signed or both, key=lambda one: (one.terms.start, one.id), default=None)

    def _cadence(self, stage: str) -> Cadence | None:
        return next((cadence for cadence in self._cadences() if cadence.id == stage), None)

    def _known(self, record: OneToOne) -> tuple[Action, ...]:
        if record.copy:
            return ()
        wanted = {action.id for action in record.actions}
        return tuple(action for action in self._actions.of_pair(record.link) if action.id in wanted)
