"""Rows of the numbers that the workspace set for its actions, each from a day on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reflect.storage.circle_actions import Execute


class RulesTable:
    """The rules of past days within one transaction, in their written form."""

    def __init__(self, execute: Execute) -> None:
        self._execute = execute

    def on(self, day: date) -> str | None:
        """What held at the end of a day; what was seen first, where that was later. None where none was ever seen."""
        found = self._execute(
            "SELECT rules FROM rules_since WHERE day <= ? ORDER BY day DESC LIMIT 1", (day.isoformat(),)
        )
        row = (
            found.fetchone()
            or self._execute("SELECT rules FROM rules_since ORDER BY day LIMIT 1", ()).fetchone()
        )
        return None if row is None else str(row[0])

    def keep(self, day: date, rules: str) -> None:
        """They hold from this day on."""
        self._execute(
            "INSERT INTO rules_since (day, rules) VALUES (?, ?) "
            "ON CONFLICT (day) DO UPDATE SET rules = excluded.rules",
            (day.isoformat(), rules),
        )
