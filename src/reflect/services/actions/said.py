"""What somebody says with a step of an action, as it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reflect.domain.actions.origin import origin_written, record_written
from reflect.domain.working_days import working_days_after
from reflect.errors import WrongUse
from reflect.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from reflect.domain.actions.action import Action, Evidence
    from reflect.domain.actions.rules import Stage
    from reflect.domain.working_days import BankHolidays

WORDS_LIMIT = 10_000
NAME_LIMIT = 120


def needed(words: str, meaning: str) -> str:
    """Words that must not be empty, as they are kept. Raises WrongUse and InvalidText."""
    kept = clean(words, limit=WORDS_LIMIT).strip()
    if not kept:
        raise WrongUse(f"It is missing {meaning}.", "Nothing was changed. Say it in a sentence.")
    return kept


def unneeded(words: str) -> str:
    """Words that may be empty, as they are kept. Raises InvalidText."""
    return clean(words, limit=WORDS_LIMIT).strip()


def written(day: date | None) -> str | None:
    """A day as an event keeps it."""
    return day.isoformat() if day else None


def shown(evidence: Evidence | None) -> dict[str, Any] | None:
    """Something that shows that an action was done, as an event keeps it. Raises WrongUse and InvalidText."""
    if evidence is None:
        return None
    text = needed(evidence.text, "what shows it")
    return {"kind": evidence.kind.value, "text": text, "on": evidence.on.isoformat()}


def next_stage(
    standing: Action, ladder: Sequence[Stage], why: str, today: date, bank_holidays: BankHolidays
) -> dict[str, Any]:
    """What the event says that takes an action to the next stage of the ladder today. Raises WrongUse where there is
    none, and for no reason."""
    reached = standing.escalation.stage if standing.escalation else 0
    if reached >= len(ladder):
        raise WrongUse(
            "This action is on the last stage of the ladder.",
            "Say what came of it, or follow the local procedure.",
        )
    stage = ladder[reached]
    return {
        "stage": reached + 1,
        "role": stage.role,
        "why": needed(why, "why it is escalated"),
        "answer_by": working_days_after(today, stage.working_days, bank_holidays).isoformat(),
    }


def other_part(standing: Action, what: str, due: str) -> dict[str, Any]:
    """What the first event says of the part that is split off from an action."""
    return {
        "what": what,
        "know": "",
        "due": due,
        "level": standing.level.value,
        "themes": list(standing.themes),
        "origin": origin_written(standing.origin),
        "keep": standing.keep,
        "supporter": standing.supporter,
        "split_from": standing.id,
        **record_written(standing.record),
    }
