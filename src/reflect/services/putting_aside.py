"""Words that were typed and not kept when the program locked or ended: nobody but their author sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect.domain.actions.action import Status
from reflect.domain.people import CircleKind
from reflect.services.actions.said import WORDS_LIMIT
from reflect.services.own_pages import PUT_ASIDE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reflect.domain.actions.action import Action
    from reflect.services.actions.acting import Acting
    from reflect.services.actions.book import ActionBook
    from reflect.services.actions.record import ActionRecord
    from reflect.services.drawer import Drawer, OpenDrawer


class PuttingAside:
    """One person's own proposals that hold what they had not kept. Raises NotSaved and InvalidText."""

    def __init__(self, record: ActionRecord, acting: Acting, drawer: Drawer) -> None:
        self._record = record
        self._acting = acting
        self._drawer = drawer

    def put(self, words: str) -> None:
        """Keeps `words` among one's own actions, as a proposal; as several where they are too long for one."""
        parts = [words[start : start + WORDS_LIMIT] for start in range(0, len(words), WORDS_LIMIT)]
        with self._record.writing() as book:
            made = [
                self._acting.propose(what=part, within=book.transaction).id for part in parts if part.strip()
            ]
            self._remember(book, made)

    def remember(self, action: str) -> None:
        """Counts a proposal of one's own, by its id, among what waits."""
        with self._record.writing() as book:
            self._remember(book, [action])

    def waiting(self) -> tuple[Action, ...]:
        """What was put aside and is still a proposal of one's own, the earliest first."""
        with self._record.reading() as book, self._drawer.reading(book.transaction) as drawer:
            return self._waiting(book, drawer)

    def _remember(self, book: ActionBook, ids: Sequence[str]) -> None:
        with self._drawer.writing(book.transaction) as drawer:
            before = [action.id for action in self._waiting(book, drawer)]
            drawer.put_page(PUT_ASIDE, [*before, *ids])

    def _waiting(self, book: ActionBook, drawer: OpenDrawer) -> tuple[Action, ...]:
        ids: list[str] = drawer.page(PUT_ASIDE) or []
        actions = [kept.action for _, kept in book.placed(ids)] if ids else []
        return tuple(
            action
            for action in actions
            if action.status is Status.PROPOSED and action.circle is CircleKind.MINE
        )
