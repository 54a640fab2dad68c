"""How often one-to-ones are held: data that an agreement starts from, never a constant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reflect.domain.dates import said


@dataclass(frozen=True, slots=True)
class Step:
    """Every so many days, so many minutes; `until_day` is the last day of this step, counted from the start of the
    agreement (None: from then on)."""

    every_days: int
    minutes: int
    until_day: int | None = None


def step_of(steps: Sequence[Step], day: int) -> Step:
    """The one of several steps that holds so many days after the start of the agreement."""
    return next((step for step in steps if step.until_day is None or day <= step.until_day), steps[-1])


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often and how long at one career stage, with the page that says so. `source` is empty for a workplace's own.
    `checked_on` is the day on which somebody read the source, at its `address`; `note` says what a reader should know.
    """

    id: str
    title: str
    steps: tuple[Step, ...]
    source: str = ""
    checked_on: date | None = None
    address: str = ""
    note: str = ""

    @property
    def basis(self) -> str:
        """What it rests on, as it is shown beside it: only what somebody has read at its source is more than a
        starting point."""
        if not self.source:
            return "a starting point"
        if self.checked_on is None:
            return f"a starting point, after: {self.source}"
        return f"{self.source} (checked on {said(self.checked_on)})"

    def step_on(self, day: int) -> Step:
        """The step that holds so many days after the start of the agreement."""
        return step_of(self.steps, day)

    def step_at(self, start: date, today: date) -> Step:
        """The step that holds today for an agreement from `start`."""
        return self.step_on(max(0, (today - start).days))

    def next_after(self, start: date, held: date) -> date:
        """The day by which the next one-to-one is due after one held on `held`."""
        return held + timedelta(days=self.step_at(start, held).every_days)


@dataclass(frozen=True, slots=True)
class Due:
    """When the next one-to-one of a link is due. `person` is the name of the other one of the two; `held` the day of
    the last one, `planned` that of the next if it is planned, `said` what the two said last time of its day, if that is
    still to come. `by` follows from the cadence; None without an agreement and without a one-to-one so far.
    `goes_on` says that the last one is being held still."""

    link: str
    person: str
    supervises_me: bool
    held: date | None
    planned: date | None
    by: date | None
    said: date | None = None
    goes_on: bool = False

    def is_overdue(self, today: date) -> bool:
        """Whether its day has passed and none is planned for today or later."""
        return self.by is not None and self.by < today and (self.planned is None or self.planned < today)
