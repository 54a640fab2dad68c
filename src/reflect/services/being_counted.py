"""Being counted as having reflected: a row with team, person, bank and day, and only for those who chose it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect.services import own_pages

if TYPE_CHECKING:
    from datetime import date

    from reflect.domain.reflection import Reflection
    from reflect.services.drawer import OpenDrawer


def is_counted(drawer: OpenDrawer) -> bool:
    """Whether the person chose to be counted."""
    said = drawer.page(own_pages.PREFERENCES)
    return said is not None and own_pages.preferences_read(said).counted is True


def count_sitting(drawer: OpenDrawer, person: str, bank: str, day: date) -> None:
    """A sitting with a bank was finished on a day: it counts if the person chose so."""
    if is_counted(drawer):
        _count(drawer, person, bank, day)


def count_in(drawer: OpenDrawer, person: str, today: date) -> None:
    """Somebody chose to be counted from now on: what they finished today, on which they may have been asked, counts."""
    for sitting in _finished(drawer):
        if _day(sitting) == today:
            _count(drawer, person, sitting.bank, today)


def forget_sitting(drawer: OpenDrawer, person: str, gone: Reflection) -> None:
    """A sitting was deleted: unless another one with its bank was finished on its day, nothing is left of it here."""
    day = _day(gone)
    others = _finished(drawer, gone.bank) if day is not None and is_counted(drawer) else []
    if day is not None and all(_day(other) != day for other in others):
        drawer.publications.forget(person, gone.bank, day)


def _count(drawer: OpenDrawer, person: str, bank: str, day: date) -> None:
    """With the team in which the person is; somebody in no team is counted nowhere."""
    team = drawer.figures.team_of(person)
    if team is not None:
        drawer.publications.count_in(team, person, bank, day)


def _finished(drawer: OpenDrawer, bank: str | None = None) -> list[Reflection]:
    cards = (card for card in drawer.reflection_cards() if card.is_finished and bank in (None, card.bank))
    return [head.reflection for head in drawer.heads_of([card.id for card in cards])]


def _day(sitting: Reflection) -> date | None:
    return None if sitting.finished is None else sitting.finished.astimezone().date()
