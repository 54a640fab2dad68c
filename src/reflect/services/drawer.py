"""One person's own drawer: their tables together with the key that opens them."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from reflect.domain.reflection import Answer, AnswerCard, Reflection, ReflectionCard
from reflect.domain.returning import Seen
from reflect.domain.versions import Trail, Version
from reflect.errors import NotFound
from reflect.services import own_pages, own_words
from reflect.services.own_words import Head

if TYPE_CHECKING:
    from reflect.clock import Clock
    from reflect.storage.mine import MineTables
    from reflect.storage.store import Store, Transaction
    from reflect.vault.sealing import CircleKey


class OpenDrawer:
    """The drawer within one transaction: what is taken out is opened, what is put in is sealed."""

    def __init__(self, mine: MineTables, key: CircleKey, transaction: Transaction) -> None:
        self.publications, self.figures = transaction.publications, transaction.figures
        self._mine = mine
        self._key = key

    def heads(self) -> list[Head]:
        """All sittings."""
        return [own_words.open_head(self._key, id_, sealed) for id_, sealed in self._mine.reflections()]

    def heads_of(self, ids: Collection[str]) -> list[Head]:
        """The sittings with these ids that are there, in no order."""
        return [
            own_words.open_head(self._key, id_, sealed) for id_, sealed in self._mine.reflections_with(ids)
        ]

    def head(self, reflection: str) -> Head:
        """One sitting. Raises NotFound."""
        sealed = self._mine.reflection(reflection)
        if sealed is None:
            raise NotFound(
                "There is no such sitting any more.", "It may have been deleted in another window."
            )
        return own_words.open_head(self._key, reflection, sealed)

    def unfinished(self) -> list[Head]:
        """The sittings that are not finished."""
        return [self.head(id_) for id_ in self._unfinished_ids()]

    def reflection_cards(self) -> list[ReflectionCard]:
        """All sittings as a list shows them, in no order."""
        noted = self.page(own_pages.SITTINGS)
        if noted is None:
            return [ReflectionCard.of(head.reflection) for head in self.heads()]
        return own_pages.cards_read(noted)

    def put_head(self, sitting: Reflection, answer_ids: dict[str, str]) -> None:
        """Stores a sitting, new or changed."""
        before = self._mine.reflection(sitting.id)
        waiting = self._unfinished_ids()
        card = ReflectionCard.of(sitting)
        if before is None or card != self._card(sitting.id, before):
            self._list(sitting.id, card)
        self._mine.put_reflection(sitting.id, own_words.seal_head(self._key, Head(sitting, answer_ids)))
        self._wait(waiting, sitting.id, sitting.finished is None)

    def cards(self) -> list[AnswerCard]:
        """The cards of all answers."""
        return [own_words.open_card(self._key, id_, sealed) for id_, sealed in self._mine.cards()]

    def answer_ids(self, beginning: str) -> list[str]:
        """The ids of answers that begin so."""
        return self._mine.answer_ids(beginning)

    def answers(self, ids: Collection[str]) -> dict[str, Answer]:
        """The answers with these ids that are there, by id."""
        rows = self._mine.answers(ids)
        return {id_: own_words.open_answer(self._key, id_, card, body) for id_, card, body in rows}

    def seals(self) -> dict[str, int]:
        """For each answer a number that is another one after the answer was saved again."""
        return {id_: hash(sealed) for id_, sealed in self._mine.cards()}

    def texts(self, ids: Collection[str]) -> list[tuple[AnswerCard, str]]:
        """The cards and all words of the answers with these ids."""
        rows = self._mine.answers(ids)
        return [
            (own_words.open_card(self._key, id_, card), own_words.open_text(self._key, id_, body))
            for id_, card, body in rows
        ]

    def answer_with_trail(self, answer_id: str | None) -> tuple[Answer, Trail] | None:
        """An answer together with what is remembered beside it, or None."""
        rows = self._mine.answers([answer_id]) if answer_id else []
        if not rows:
            return None
        id_, card, body = rows[0]
        return own_words.open_answer(self._key, id_, card, body), own_words.open_trail(self._key, id_, body)

    def put_answer(self, answer: Answer, trail: Trail) -> None:
        """Stores an answer, new or changed."""
        self._mine.put_answer(answer.id, *own_words.seal_answer(self._key, answer, trail))

    def delete_answers(self, ids: Collection[str]) -> None:
        """Takes answers and their earlier wordings out."""
        self._mine.delete_answers(ids)

    def delete_head(self, reflection: str) -> None:
        """Takes a sitting out."""
        waiting = self._unfinished_ids()
        self._list(reflection, None)
        self._mine.delete_reflection(reflection)
        self._wait(waiting, reflection, False)

    def versions(self, answer_id: str) -> list[Version]:
        """The earlier wordings of an answer, in no order."""
        rows = self._mine.versions(answer_id)
        return [own_words.open_version(self._key, answer_id, id_, sealed) for id_, sealed in rows]

    def keep_version(self, answer_id: str, text: str, stood_from: datetime, now: datetime) -> None:
        """Keeps an earlier wording."""
        version = Version(new_id(), answer_id, text, stood_from, now)
        self._mine.put_version(version.id, answer_id, own_words.seal_version(self._key, version))

    def page(self, name: str) -> Any:
        """A page by its name, or None."""
        sealed = self._mine.page(name)
        return None if sealed is None else own_words.open_page(self._key, name, sealed)

    def put_page(self, name: str, said: Any) -> None:
        """Stores a page."""
        self._mine.put_page(name, own_words.seal_page(self._key, name, said))

    def seen(self) -> own_pages.SeenBefore:
        """The questions that were answered so far, by bank and question."""
        return own_pages.seen_read(self.page(own_pages.SEEN) or [])

    def saw(self, answer: Answer) -> None:
        """Remembers the day on which a question was answered; an empty answer is none."""
        if answer.is_empty:
            return
        asked, day = answer.asked, answer.created.date()
        seen = self.seen()
        before = seen.get((asked.bank, asked.question))
        if before is None or before.last < day:
            times = before.times + 1 if before else 1
            seen[asked.bank, asked.question] = Seen(asked.bank, asked.question, asked.themes, day, times)
            self.put_page(own_pages.SEEN, own_pages.seen_written(seen))

    def _unfinished_ids(self) -> list[str]:
        noted: list[str] | None = self.page(own_pages.UNFINISHED)
        if noted is None:
            return [head.reflection.id for head in self.heads() if head.reflection.finished is None]
        return noted

    def _card(self, reflection: str, sealed: bytes) -> ReflectionCard:
        return ReflectionCard.of(own_words.open_head(self._key, reflection, sealed).reflection)

    def _list(self, reflection: str, card: ReflectionCard | None) -> None:
        noted = self.page(own_pages.SITTINGS)
        if noted is not None and card is not None:
            self.put_page(own_pages.SITTINGS, own_pages.with_card(noted, card))
            return
        # One that is deleted leaves nothing behind, neither its bank nor its questions: all are written anew.
        others = [other for other in self.reflection_cards() if other.id != reflection]
        listed = others if card is None else [*others, card]
        self.put_page(own_pages.SITTINGS, own_pages.cards_written(listed))

    def _wait(self, waiting: list[str], reflection: str, waits: bool) -> None:
        if waits != (reflection in waiting) or self._mine.page(own_pages.UNFINISHED) is None:
            others = [id_ for id_ in waiting if id_ != reflection]
            self.put_page(own_pages.UNFINISHED, [*others, reflection] if waits else others)


class Drawer:
    """Opens one person's drawer, to read or to write, with the time at hand. Where a method takes `within`, it is part
    of that transaction and ends with it."""

    def __init__(self, store: Store, key: CircleKey, clock: Clock) -> None:
        self._store = store
        self._key = key
        self._clock = clock

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        return self._clock.now()

    def today(self) -> date:
        """The date where the person is."""
        return self._clock.today()

    @contextmanager
    def reading(self, within: Transaction | None = None) -> Iterator[OpenDrawer]:
        """The drawer as it stands at one moment."""
        if within is not None:
            yield self._open(within)
            return
        with self._store.reading() as transaction:
            yield self._open(transaction)

    @contextmanager
    def writing(self, within: Transaction | None = None) -> Iterator[OpenDrawer]:
        """The drawer to be changed; on the disk when this ends, or as it was. Raises NotSaved."""
        if within is not None:
            yield self._open(within)
            return
        with self._store.writing() as transaction:
            yield self._open(transaction)

    def change(self, reflection: str, step: Callable[[Head], Reflection]) -> Head:
        """Takes one step with a sitting and stores it. Raises NotFound."""
        with self.writing() as drawer:
            head = drawer.head(reflection)
            changed = replace(step(head), updated=self.now())
            drawer.put_head(changed, head.answer_ids)
        return Head(changed, head.answer_ids)

    def changes(self) -> int:
        """A number that is another one after anybody has written to the file."""
        return self._store.changes()

    def forget_log(self) -> None:
        """After a deletion: empties the file's log, so that what is gone is gone there too."""
        self._store.forget_log()

    def _open(self, transaction: Transaction) -> OpenDrawer:
        return OpenDrawer(transaction.mine(self._key.circle_id), self._key, transaction)


def new_id() -> str:
    """A random id, which tells nothing of when or in which order."""
    return str(uuid.uuid4())
