"""What two people keep about their one-to-ones, on its way to paper or to a file: as it stands on which day, and with
what beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from reflect.domain.actions.action import Action
from reflect.domain.actions.rules import USUAL, Rules
from reflect.domain.banks import Handling, strictest
from reflect.domain.sharing import ShareCard
from reflect.domain.supervision.agreement import Agreement
from reflect.domain.supervision.audit import Audit
from reflect.domain.supervision.cadence import Cadence
from reflect.domain.supervision.one_to_one import OneToOne


@dataclass(frozen=True, slots=True)
class RecordOut:
    """The record of a one-to-one. `cadence` is the title of the cadence that was agreed, `readers` what the agreement
    says about who may read the record. `known` are its actions as they stand today, as far as they are known: their
    letters are computed from them. `handling` has the labels of banks by id; a bank without one is not known any more,
    and the words of its questions stay behind like those of a bank for this place only, unless `include_local`."""

    record: OneToOne
    today: date
    cadence: str = ""
    readers: str = ""
    known: tuple[Action, ...] = ()
    handling: Mapping[str, Handling] = field(default_factory=dict)
    rules: Rules = USUAL
    include_local: bool = False

    def question_stays(self, bank: str) -> bool:
        """Whether the words of the questions of a bank stay behind."""
        return not self.include_local and self.handling.get(bank) in (None, Handling.LOCAL_ONLY)

    @property
    def label(self) -> str:
        """What stands on every page until both have signed; empty after that."""
        return self.record.label

    @property
    def strictest(self) -> Handling | None:
        """The strictest label of all questions in it; None where no question is."""
        return _strictest(self.handling, (one.bank for one in self.record.shared))


@dataclass(frozen=True, slots=True)
class AgendaOut:
    """The agenda of a one-to-one before it is held: the topics of both, the actions that are open (`previous`) or to be
    looked at again (`rechecks`), and what was shared for it: the questions, never the words of an answer."""

    record: OneToOne
    today: date
    previous: tuple[Action, ...] = ()
    rechecks: tuple[Action, ...] = ()
    shares: tuple[ShareCard, ...] = ()
    agreement_due: bool = False
    readers: str = ""
    handling: Mapping[str, Handling] = field(default_factory=dict)
    rules: Rules = USUAL
    include_local: bool = False

    def question_stays(self, bank: str) -> bool:
        """Whether the words of the questions of a bank stay behind."""
        return not self.include_local and self.handling.get(bank) in (None, Handling.LOCAL_ONLY)

    @property
    def label(self) -> str:
        """What stands on every page until both have signed; empty after that."""
        return self.record.label

    @property
    def strictest(self) -> Handling | None:
        """The strictest label of all questions in it; None where no question is."""
        return _strictest(self.handling, (card.asked.bank for card in self.shares))


@dataclass(frozen=True, slots=True)
class AgreementOut:
    """A supervision agreement; `cadence` is the one that its stage names, None where it is not known any more."""

    agreement: Agreement
    today: date
    cadence: Cadence | None = None

    @property
    def label(self) -> str:
        """What stands on every page until both have signed; empty after that."""
        return self.agreement.label


SupervisionOut = RecordOut | AgendaOut | AgreementOut | Audit


def _strictest(handling: Mapping[str, Handling], banks: Iterable[str]) -> Handling | None:
    """A bank whose label is not known counts as one for this place only."""
    labels = [handling.get(bank, Handling.LOCAL_ONLY) for bank in banks]
    return strictest(labels) if labels else None
