"""What the list of actions is asked to show: which ones, whose, as at which day, and in which order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from reflect.domain.actions.rules import Rules
from reflect.domain.actions.wanted import Wanted, Whose
from reflect.tui.acting.order import By, Listing, Order, Themes, listing

if TYPE_CHECKING:
    from reflect.services.actions.lists import Arranged
    from reflect.services.practice import Practice


@dataclass(frozen=True, slots=True)
class Asked:
    """`filter` says which of them, and neither whose nor when. `as_at` is a day that has passed, at the end of which
    they are looked at; None for now."""

    by: By = By.NEXT
    order: Order = Order.DAY
    filter: Wanted = field(default_factory=Wanted)
    whose: Whose = Whose.MINE
    as_at: date | None = None

    @property
    def is_own(self) -> bool:
        """Whether they are one's own."""
        return self.whose is Whose.MINE

    @property
    def is_filtered(self) -> bool:
        """Whether something is asked for that not every action passes."""
        return self.filter != Wanted()

    @property
    def takes_time(self) -> bool:
        """Whether actions have to be opened to know which to show, or where."""
        return self._needs_words or self.by is By.THEME or self.as_at is not None

    @property
    def wanted(self) -> Wanted:
        """The same as the services ask it."""
        return replace(self.filter, whose=self.whose, as_at=self.as_at)

    @property
    def _needs_words(self) -> bool:
        return bool(self.filter.search or self.filter.theme)

    def everything(self, practice: Practice) -> Arranged:
        """All of these people's actions, those that the filter leaves out too."""
        if self.as_at is not None:
            return practice.actions.as_it_stood(self.whose, self.as_at)
        return practice.actions.arranged(self.whose)

    def listing(
        self,
        practice: Practice,
        everything: Arranged,
        *,
        rules: Rules,
        themes: Themes | None,
        label: Callable[[str], str],
    ) -> Listing:
        """Those that pass, in their sections; `themes` are those of each, needed only to group by them."""
        found = practice.actions.found(self.wanted) if self._needs_words else None
        return listing(
            everything, self.by, self.order, self.filter, found=found, themes=themes, rules=rules, label=label
        )
