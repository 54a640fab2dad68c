"""Looking back on a season or a year: for the owner alone, from the list of sittings and what they took away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reflect.domain.dates import day_of
from reflect.domain.season import AnsweredAgain, Period, Season, TakenAway, season_of
from reflect.domain.themes import Axis

if TYPE_CHECKING:
    from reflect.banks.catalogue import Catalogue
    from reflect.services.drawer import Drawer, OpenDrawer

MOST_ANSWERED_AGAIN = 12


@dataclass(frozen=True, slots=True)
class LookedBack:
    """A season with words: what was taken away, latest first, and the latest questions that were answered again,
    each with its wording."""

    season: Season
    taken_away: tuple[TakenAway, ...]
    again: tuple[tuple[AnsweredAgain, str], ...]


class LookingBack:
    """A season or a year in reflection. It never opens an answer whose question its bank still asks."""

    def __init__(self, drawer: Drawer, banks: Catalogue) -> None:
        self._drawer = drawer
        self._banks = banks

    def over(self, period: Period) -> LookedBack:
        """What a period holds."""
        asked = {(bank.id, one.id): one for bank in self._banks.banks() for one in bank.questions}
        with self._drawer.reading() as drawer:
            seen = drawer.seen()

            def themes_of(bank: str, question: str) -> tuple[str, ...]:
                if one := asked.get((bank, question)):
                    return one.themes + one.context
                before = seen.get((bank, question))
                return before.themes if before else ()

            used = {theme for one in asked.values() for theme in one.themes}
            practice = self._banks.vocabulary.codes(Axis.PRACTICE)
            could_be = [code for code in practice if code in used]
            season = season_of(period, drawer.reflection_cards(), themes_of, could_be)
            wordings = {key: one.text for key, one in asked.items()}
            again = tuple(
                (one, wordings.get((one.bank, one.question)) or _wording(drawer, one))
                for one in season.again[:MOST_ANSWERED_AGAIN]
            )
            return LookedBack(season, _taken_away(drawer, season), again)


def _taken_away(drawer: OpenDrawer, season: Season) -> tuple[TakenAway, ...]:
    finished = [card.id for card in season.sittings if card.is_finished]
    words = {head.reflection.id: head.reflection.take_away for head in drawer.heads_of(finished)}
    return tuple(
        TakenAway(card.id, card.bank_title, day_of(card.started), words[card.id])
        for card in reversed(season.sittings)
        if words.get(card.id, "").strip()
    )


def _wording(drawer: OpenDrawer, one: AnsweredAgain) -> str:
    """As it was asked last, when its bank asks it no more."""
    latest = max(
        (
            card
            for card in drawer.reflection_cards()
            if card.bank == one.bank and one.question in card.answered
        ),
        key=lambda card: card.started,
    )
    for head in drawer.heads_of([latest.id]):
        for answer in drawer.answers([head.answer_ids[one.question]]).values():
            return answer.asked.wording
    return one.question
