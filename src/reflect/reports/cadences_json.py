"""How often one-to-ones are held at each career stage, as JSON for other programs."""

from __future__ import annotations

from typing import Any

from reflect.domain.supervision.cadence import Cadence
from reflect.reports.one_to_ones_json import day_json


def cadence_json(cadence: Cadence) -> dict[str, Any]:
    """One career stage as plain data."""
    return {
        "id": cadence.id,
        "title": cadence.title,
        "steps": [
            {"every_days": step.every_days, "minutes": step.minutes, "until_day": step.until_day}
            for step in cadence.steps
        ],
        "source": cadence.source or None,
        "address": cadence.address or None,
        "checked_on": day_json(cadence.checked_on),
        "note": cadence.note or None,
    }
