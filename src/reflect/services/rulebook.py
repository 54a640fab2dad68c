"""The numbers that a workplace sets for its actions: those of now, and those that held on a day that has passed."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict
from typing import TYPE_CHECKING

from reflect.domain.actions.rules import Rules, Stage
from reflect.errors import DamagedFile, NotSaved, WrongUse

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from reflect.clock import Clock
    from reflect.settings import Settings
    from reflect.storage.store import Store


class Rulebook:
    """The rules of one workspace. A workplace changes them in its settings; what is told as at a past day goes by those
    that held then, so that it stays as it was shown."""

    def __init__(self, store: Store, settings: Callable[[], Settings], clock: Clock) -> None:
        self._store = store
        self._settings = settings
        self._clock = clock

    def now(self) -> Rules:
        """Those of today. Raises WrongUse where the settings cannot be read."""
        return Rules.of(self._settings())

    def on(self, day: date | None) -> Rules:
        """Those at the end of a day, None for today. Raises WrongUse, and DamagedFile where they were changed from
        outside."""
        if day is None or day >= self._clock.today():
            return self.now()
        with self._store.reading() as transaction:
            written = transaction.rules.on(day)
        return self.now() if written is None else rules_read(written)

    def settle(self) -> None:
        """Remembers those of today where they are others than before. A disk that refuses, or settings that cannot be
        read, keep nobody out."""
        if self._store.read_only:
            return
        with suppress(NotSaved, WrongUse):
            today, written = self._clock.today(), rules_written(self.now())
            with self._store.reading() as transaction:
                known = transaction.rules.on(today)
            if known != written:
                with self._store.writing() as transaction:
                    transaction.rules.keep(today, written)


def rules_written(rules: Rules) -> str:
    """Rules as they are kept."""
    return json.dumps(asdict(rules), ensure_ascii=False)


def rules_read(written: str) -> Rules:
    """Rules as they were kept. Raises DamagedFile."""
    try:
        said = json.loads(written)
        return Rules(**{**said, "ladder": tuple(Stage(**stage) for stage in said["ladder"])})
    except (KeyError, TypeError, ValueError):
        raise DamagedFile(
            "The rules for actions of a past day do not say what they should: they were changed from outside.",
            "Nothing of them was used. Tell whoever looks after the workspace.",
        ) from None
