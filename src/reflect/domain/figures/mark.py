"""What figures know of an agreed action: dates, states and themes. There is no field for anybody's words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reflect.domain.actions.action import Level, Status


@dataclass(frozen=True, slots=True)
class Mark:
    """An agreed action as figures see it. `person` stands for its owner and names nobody; `findings` are
    `BANK/FINDING`; `stage` is the stage of the ladder that it has reached, 0 for none."""

    id: str
    person: str
    themes: tuple[str, ...]
    level: Level
    findings: tuple[str, ...]
    status: Status
    agreed: date
    due: date | None
    done: date | None
    ended: date | None
    updated: date
    carried: int = 0
    stage: int = 0
    impact: bool = False
    keep: bool = False
