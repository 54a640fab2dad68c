"""The numbers that a workplace sets for its actions."""

from __future__ import annotations

from dataclasses import dataclass

from reflect.settings import Settings


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of the escalation ladder: to whom, and how many working days they have to answer."""

    name: str
    role: str
    working_days: int


LADDER = (
    Stage("Practitioner to practitioner", "the practitioner in the other service", 2),
    Stage("Manager to manager", "the line manager in the other service", 3),
    Stage("Between heads of service", "the head of the other service", 5),
    Stage("The partnership", "the safeguarding partnership", 5),
)


@dataclass(frozen=True, slots=True)
class Rules:
    """The days that the letter of an action goes by, unless a workplace sets its own; the days until its re-check,
    and the local ladder."""

    due_soon_days: int = 14
    quiet_days: int = 28
    unconfirmed_days: int = 14
    recheck_days: int = 90
    ladder: tuple[Stage, ...] = LADDER

    @classmethod
    def of(cls, settings: Settings) -> Rules:
        """The rules that a workplace has set."""
        return cls(
            due_soon_days=settings.due_soon_days,
            quiet_days=settings.quiet_days,
            unconfirmed_days=settings.unconfirmed_days,
            recheck_days=settings.recheck_days,
            ladder=tuple(Stage(*stage) for stage in settings.ladder) or LADDER,
        )


USUAL = Rules()
MANY_OPEN = 5
RED_AFTER_CARRIES = 2
