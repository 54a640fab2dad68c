"""When two people, or two windows, change the facts of a one-to-one or the terms of an agreement at once: what only
one of them changed is taken over, texts that both changed are kept side by side, and a date, a number or a choice that
both changed is asked about."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, datetime
from typing import Any, TypeVar

from reflect.domain.dates import said
from reflect.domain.keeping_both import BETWEEN, changed_together
from reflect.domain.supervision.agreement import Terms
from reflect.domain.supervision.one_to_one import Facts
from reflect.errors import ChangedMeanwhile

_FACTS = {
    "planned": "the day that it is planned for",
    "place": "the place",
    "started": "the time when it began",
    "ended": "the time when it ended",
    "next": "the day of the next one",
}
_TERMS = {
    "stage": "the career stage",
    "start": "the day from which it holds",
    "review": "the day of its review",
    "every_days": "how often you meet",
    "minutes": "how long you meet",
    "interruptions": "what may interrupt",
    "cancellation": "what happens when one is cancelled",
    "kept_where": "where records are kept",
    "readers": "who may read them",
    "working_notes": "whether working notes are allowed",
    "disagreement": "what happens when you disagree",
}
_ONE_LINE = frozenset({"place"})
_OR = " / "
_CHOSEN = frozenset({"stage"})
T = TypeVar("T", Facts, Terms)


def merged_facts(stored: Facts, before: Facts, after: Facts) -> Facts:
    """What stands after somebody changed `before` to `after` while `stored` stands. Raises ChangedMeanwhile."""
    return _merged(stored, before, after, _FACTS)


def merged_terms(stored: Terms, before: Terms, after: Terms) -> Terms:
    """The same for the terms of an agreement."""
    return _merged(stored, before, after, _TERMS)


def _merged(stored: T, before: T, after: T, meaning: dict[str, str]) -> T:
    together: dict[str, Any] = {}
    for field in fields(stored):
        name = field.name
        stands, was, wanted = (getattr(one, name) for one in (stored, before, after))
        together[name] = _one(name, meaning[name], stands, was, wanted)
    return replace(stored, **together)


def _one(name: str, meaning: str, stands: Any, was: Any, wanted: Any) -> Any:
    if wanted in (was, stands):
        return stands
    if stands == was:
        return wanted
    if isinstance(stands, str) and name not in _CHOSEN:
        both = changed_together(stands, wanted, was)
        return _in_one_line(both) if name in _ONE_LINE else both
    raise ChangedMeanwhile(meaning, _shown(stands))


def _in_one_line(both: str) -> str:
    places = [place.strip() for said in both.split(BETWEEN) for place in said.split(_OR)]
    return _OR.join(dict.fromkeys(places))


def _shown(value: Any) -> str:
    if value is None:
        return "not set"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return f"{value:%H:%M} (UTC) on {said(value.date())}"
    return said(value) if isinstance(value, date) else str(value)
