"""Taking one's own answers out of the workspace, and what one takes away from the sittings: what goes along, with
the label of every bank."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from reflect.domain.dates import day_of
from reflect.domain.going_out import GoingOut, TakenAway
from reflect.errors import BankError

if TYPE_CHECKING:
    from reflect.banks.catalogue import Catalogue
    from reflect.banks.shelf import BankShelf
    from reflect.clock import Clock
    from reflect.domain.people import Person
    from reflect.services.reflecting import Reflecting


class TakingOut:
    """What a person may take out: their own answers, and nobody else's. For the owner only."""

    def __init__(
        self, reflecting: Reflecting, person: Person, banks: Catalogue, shelf: BankShelf, clock: Clock
    ) -> None:
        self._reflecting = reflecting
        self._person = person
        self._banks = banks
        self._shelf = shelf
        self._clock = clock

    def prepare(
        self,
        *,
        bank: str | None = None,
        question: str | None = None,
        theme: str | None = None,
        since: date | None = None,
        include_local: bool = False,
    ) -> GoingOut:
        """The answers that would go out, newest first, and what was taken away from their sittings (without a
        question and theme, also from sittings without an answer). Questions of banks that are for this place only
        stay behind unless `include_local`."""
        answers = self._reflecting.whole_answers(bank=bank, question=question, theme=theme, since=since)
        answered = {answer.reflection for answer in answers}
        every_question = question is None and theme is None
        taken_away = tuple(
            taken
            for taken in map(TakenAway.of, self._reflecting.reflections(bank=bank))
            if taken.text.strip()
            and (
                taken.id in answered or (every_question and (since is None or day_of(taken.moment) >= since))
            )
        )
        banks = [answer.asked.bank for answer in answers] + [taken.bank for taken in taken_away]
        return GoingOut(
            owner=self._person.name,
            as_at=self._clock.today(),
            answers=answers,
            handling=self._shelf.labels(banks),
            models=self._models(),
            include_local=include_local,
            taken_away=taken_away,
        )

    def _models(self) -> dict[str, str]:
        try:
            return {model.id: model.name for model in self._banks.models.values()}
        except BankError:  # without their file the ids are said instead
            return {}
