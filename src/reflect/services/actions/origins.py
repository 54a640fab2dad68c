"""Finding what an action comes from: a question, a finding, an answer of one's own, or a one-to-one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reflect.domain.actions.action import Origin
from reflect.domain.actions.origin import from_finding, from_question
from reflect.errors import NotFound, WrongUse

if TYPE_CHECKING:
    from datetime import date

    from reflect.banks.catalogue import Catalogue
    from reflect.services.reflecting import Reflecting


@dataclass(frozen=True, slots=True)
class Found:
    """An origin with its themes, and the private answer behind it, if there is one; or the id of a one-to-one."""

    origin: Origin | None
    themes: tuple[str, ...] = ()
    answer: str | None = None
    record: str | None = None


class ActionOrigins:
    """Looks origins up in the banks, among a person's own answers and among the one-to-ones that they may read:
    `held` is the whole id and the day of one of these."""

    def __init__(
        self, banks: Catalogue, reflecting: Reflecting, held: Callable[[str], tuple[str, date]]
    ) -> None:
        self._banks = banks
        self._reflecting = reflecting
        self._held = held

    def meant(self, words: str) -> Found:
        """What `BANK/QUESTION`, `BANK/FINDING`, the id of an own answer or the id of a one-to-one means. Raises
        NotFound."""
        bank_id, slash, item = words.strip().partition("/")
        if not slash:
            return self._of_id(words.strip())
        bank = self._banks.bank(bank_id)
        if question := from_question(bank, item):
            asked = bank.question(item)
            return Found(question, asked.themes + asked.context if asked else ())
        if finding := from_finding(bank, item):
            told = bank.finding(item)
            return Found(finding, told.themes if told else ())
        raise NotFound(
            f"The bank {bank.id} has no question or finding with this id.",
            f"See them with: reflect bank show {bank.id}",
        )

    def themes(self, said: Sequence[str] | None, found: Found | None) -> list[str]:
        """The themes of an action: those that were said, or those of its origin. Raises WrongUse for an unknown one,
        unless a bank of this place may have brought it (`local:`)."""
        if said is None:
            return list(found.themes) if found else []
        known = self._banks.vocabulary
        for code in said:
            if not code.startswith("local:") and code not in known.themes:
                raise WrongUse("One of these is not a theme.", "See them with: reflect bank show BANK")
        return list(dict.fromkeys(said))

    def _of_id(self, id: str) -> Found:
        try:
            return self._of_answer(id)
        except NotFound as no_answer:
            try:
                return Found(None, record=self._held(id)[0])
            except NotFound:
                raise no_answer from None

    def _of_answer(self, answer_id: str) -> Found:
        answer = self._reflecting.answer(answer_id)
        asked = answer.asked
        try:
            origin = from_question(self._banks.bank(asked.bank), asked.question)
        except NotFound:
            origin = None
        if origin is None or origin.wording != asked.wording:
            findings = origin.findings if origin else ()
            origin = Origin(
                asked.bank, asked.bank_title, asked.bank_version, asked.question, asked.wording, findings
            )
        return Found(origin, asked.themes + asked.context, answer.id)
