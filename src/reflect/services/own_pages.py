"""Pages about one's own words, kept so that a screen opens at once: how they are written down before sealing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from reflect.domain.preferences import Preferences
from reflect.domain.reflection import ReflectionCard
from reflect.domain.returning import Seen, Wish

UNFINISHED, SITTINGS, SEEN, PREFERENCES = "unfinished", "sittings", "seen", "preferences"
READING, PUT_ASIDE = "reading", "put-aside"
NAMES = (UNFINISHED, SITTINGS, SEEN, PREFERENCES, READING, PUT_ASIDE)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

SeenBefore = dict[tuple[str, str], Seen]


def seen_written(seen: Mapping[tuple[str, str], Seen]) -> list[Any]:
    """The questions answered so far, as they are stored."""
    return [[one.bank, one.question, one.themes, one.last.isoformat(), one.times] for one in seen.values()]


def seen_read(said: Iterable[Any]) -> SeenBefore:
    """The questions answered so far, by bank and question."""
    return {
        (bank, question): Seen(bank, question, tuple(themes), date.fromisoformat(last), times)
        for bank, question, themes, last, times in said
    }


def preferences_written(preferences: Preferences) -> dict[str, Any]:
    """Preferences as they are stored."""
    return {
        "counted": preferences.counted,
        "questions_return": preferences.questions_return,
        "waved_away": sorted(preferences.waved_away),
        "wishes": [
            [
                bank,
                question,
                wish.every_days,
                wish.not_before.isoformat() if wish.not_before else None,
                wish.stopped,
            ]
            for (bank, question), wish in preferences.wishes.items()
        ],
    }


def preferences_read(said: Mapping[str, Any]) -> Preferences:
    """Preferences as they were stored."""
    return Preferences(
        counted=said["counted"],
        questions_return=said["questions_return"],
        waved_away=frozenset(said["waved_away"]),
        wishes={
            (bank, question): Wish(every, date.fromisoformat(day) if day else None, stopped)
            for bank, question, every, day, stopped in said["wishes"]
        },
    )


def cards_written(cards: Iterable[ReflectionCard]) -> dict[str, Any]:
    """Sittings as they are listed: banks and questions are named once, and each sitting points at them."""
    said: dict[str, Any] = {"banks": [], "questions": [], "sittings": []}
    for card in cards:
        _add_card(said, card)
    return said


def with_card(said: dict[str, Any], card: ReflectionCard) -> dict[str, Any]:
    """The list with this card new or in the place of the one with its id; `said` itself is changed. The others are
    left as they are written, so that a long list costs little."""
    said["sittings"] = [other for other in said["sittings"] if other[0] != card.id]
    _add_card(said, card)
    return said


def _add_card(said: dict[str, Any], card: ReflectionCard) -> None:
    said["sittings"].append(
        [
            card.id,
            _place_in(said["banks"], [card.bank, card.bank_title]),
            (card.started - _EPOCH) // _MICROSECOND,
            int(card.is_finished),
            [_place_in(said["questions"], question) for question in card.answered],
        ]
    )


def _place_in(known: list[Any], one: Any) -> int:
    if one not in known:
        known.append(one)
    return known.index(one)


def cards_read(said: Mapping[str, Any]) -> list[ReflectionCard]:
    """Sittings as they were listed."""
    questions = said["questions"]
    return [
        ReflectionCard(
            id_,
            bank,
            title,
            _EPOCH + timedelta(microseconds=started),
            bool(finished),
            tuple([questions[place] for place in answered]),
        )
        for id_, place_of_bank, started, finished, answered in said["sittings"]
        for bank, title in [said["banks"][place_of_bank]]
    ]
