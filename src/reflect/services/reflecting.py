"""Reflecting: one person's sittings and answers, for their eyes alone."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from reflect.domain.keeping_both import keep_both
from reflect.domain.reflection import Answer, AnswerCard, Asked, Reflection, Scale, Sitting
from reflect.errors import NotFound, WrongUse
from reflect.services import own_words, sittings
from reflect.services.own_words import Head
from reflect.text import clean

if TYPE_CHECKING:
    from reflect.banks.catalogue import Catalogue
    from reflect.clock import Clock
    from reflect.domain.people import Person
    from reflect.storage.mine import MineTables
    from reflect.storage.store import Store, Transaction
    from reflect.vault.sealing import CircleKey

SHORTEST_BEGINNING = 4


class Reflecting:
    """What a practitioner does with the banks. Every method may be called by the owner only: what it reads and
    writes is sealed with a key that nobody else has. Writes raise NotSaved when the disk refuses them."""

    def __init__(self, store: Store, key: CircleKey, person: Person, banks: Catalogue, clock: Clock) -> None:
        self._store = store
        self._key = key
        self._person = person
        self._banks = banks
        self._clock = clock

    def reflections(self, *, bank: str | None = None) -> tuple[Reflection, ...]:
        """All sittings, or those with one bank; newest first."""
        with self._store.reading() as transaction:
            rows = self._mine(transaction).reflections()
        found = (own_words.open_head(self._key, id_, head).reflection for id_, head in rows)
        wanted = (sitting for sitting in found if bank is None or sitting.bank == bank)
        return tuple(sorted(wanted, key=lambda sitting: sitting.started, reverse=True))

    def unfinished(self) -> tuple[Reflection, ...]:
        """The sittings that wait to be gone on with; the one last touched first."""
        waiting = (sitting for sitting in self.reflections() if sitting.finished is None)
        return tuple(sorted(waiting, key=lambda sitting: sitting.updated, reverse=True))

    def begin(self, bank: str, question: str | None = None) -> Sitting:
        """Goes on with the unfinished sitting with a bank, or begins one; at `question` if one is named. Raises
        NotFound for an unknown bank or question."""
        going = next((sitting for sitting in self.unfinished() if sitting.bank == bank), None)
        if going is None:
            return self.begin_anew(bank, question)
        if question is None:
            return self.resume(going.id)
        self._asked(bank, question)
        with self._store.writing() as transaction:
            head = self._head(transaction, going.id)
            self._put(transaction, Head(sittings.at_question(head.reflection, question), head.answer_ids))
        return self.resume(going.id)

    def begin_anew(self, bank: str, question: str | None = None) -> Sitting:
        """Begins a sitting with the questions of a bank that are meant for this person. Raises NotFound."""
        chosen = self._banks.bank(bank)
        fresh = sittings.begun(
            _new_id(), chosen, sittings.questions_for(chosen, self._person.profession), self._clock.now()
        )
        if question is not None:
            self._asked(bank, question)
            fresh = sittings.at_question(fresh, question)
        with self._store.writing() as transaction:
            self._put(transaction, Head(fresh, {}))
        return Sitting(fresh, {})

    def resume(self, reflection: str) -> Sitting:
        """A sitting with all its answers, at the place where it was left. Raises NotFound."""
        with self._store.reading() as transaction:
            head = self._head(transaction, reflection)
            rows = self._mine(transaction).answers(head.answer_ids.values())
        answers = {id_: own_words.open_answer(self._key, id_, card, body) for id_, card, body in rows}
        kept = {question: answers[id_] for question, id_ in head.answer_ids.items() if id_ in answers}
        return Sitting(head.reflection, kept)

    def go_to(self, reflection: str, position: int) -> Reflection:
        """Remembers at which question the person is, counted from 0, so that the sitting resumes there."""
        return self._change(reflection, lambda sitting: sittings.at(sitting, position))

    def skip(self, reflection: str, question: str) -> Reflection:
        """Goes one question on, and remembers that this one was left out for now."""
        return self._change(reflection, lambda sitting: sittings.past(sitting, question))

    def save_take_away(self, reflection: str, text: str) -> Reflection:
        """Keeps what the person takes away from a sitting. Raises InvalidText."""
        words = clean(text)
        return self._change(reflection, lambda sitting: replace(sitting, take_away=words))

    def finish(self, reflection: str, take_away: str) -> Reflection:
        """Ends a sitting with what the person takes away. Raises InvalidText."""
        words, now = clean(take_away), self._clock.now()
        return self._change(
            reflection, lambda sitting: replace(sitting, take_away=words, finished=sitting.finished or now)
        )

    def delete_reflection(self, reflection: str) -> None:
        """Deletes a sitting and its answers for good: gone from the file and from its log."""
        with self._store.writing() as transaction:
            head = self._head(transaction, reflection)
            mine = self._mine(transaction)
            mine.delete_answers(head.answer_ids.values())
            mine.delete_reflection(reflection)
        self._store.forget_log()

    def save_answer(
        self, reflection: str, question: str, *, text: str, scale: Scale | None, revision: int
    ) -> Answer:
        """Saves an answer as typed so far; it is on the disk when this returns. `revision` is that of the answer
        which the text is based on, 0 when there was none. If another window saved meanwhile, both texts are in
        the answer that comes back. Raises NotFound, InvalidText and NotSaved."""
        words = clean(text)
        with self._store.writing() as transaction:
            head = self._head(transaction, reflection)
            stored = self._stored(transaction, head.answer_ids.get(question))
            now = self._clock.now()
            if stored is None:
                asked = self._asked(head.reflection.bank, question)
                answer = Answer(_new_id(), reflection, asked, scale, words, now, now, 1)
            else:
                answer = _saved_over(stored, words, scale, revision, now)
            self._put_answer(transaction, answer)
            sitting = sittings.with_answer(head.reflection, answer)
            self._put(transaction, Head(sitting, {**head.answer_ids, question: answer.id}))
        return answer

    def edit_answer(self, answer_id: str, *, text: str, scale: Scale | None, revision: int) -> Answer:
        """Changes an answer of any sitting; the question stays as it was asked. Otherwise as `save_answer`."""
        stored = self.answer(answer_id)
        return self.save_answer(
            stored.reflection, stored.asked.question, text=text, scale=scale, revision=revision
        )

    def add_answer(self, bank: str, question: str, *, text: str, scale: Scale | None) -> Answer:
        """A finished sitting of a single question. Raises NotFound, InvalidText and NotSaved."""
        asked, words, now = self._asked(bank, question), clean(text), self._clock.now()
        sitting = sittings.begun(_new_id(), self._banks.bank(bank), [question], now)
        answer = Answer(_new_id(), sitting.id, asked, scale, words, now, now, 1)
        done = replace(sittings.with_answer(sitting, answer), position=1, finished=now)
        with self._store.writing() as transaction:
            self._put_answer(transaction, answer)
            self._put(transaction, Head(done, {question: answer.id}))
        return answer

    def answers(
        self,
        *,
        bank: str | None = None,
        question: str | None = None,
        theme: str | None = None,
        since: date | None = None,
    ) -> tuple[AnswerCard, ...]:
        """The answers that say something, newest first, as a list needs them. `since` is the first day."""
        with self._store.reading() as transaction:
            rows = self._mine(transaction).cards()
        cards = (own_words.open_card(self._key, id_, card) for id_, card in rows)
        wanted = (
            card
            for card in cards
            if (card.opening or card.scale)
            and bank in (None, card.asked.bank)
            and question in (None, card.asked.question)
            and (theme is None or theme in card.asked.themes + card.asked.context)
            and (since is None or card.created.astimezone().date() >= since)
        )
        return tuple(sorted(wanted, key=lambda card: (card.created, card.updated, card.id), reverse=True))

    def whole_answers(
        self,
        *,
        bank: str | None = None,
        question: str | None = None,
        theme: str | None = None,
        since: date | None = None,
    ) -> tuple[Answer, ...]:
        """The same answers with all their words, in the same order."""
        order = [card.id for card in self.answers(bank=bank, question=question, theme=theme, since=since)]
        found = {answer.id: answer for answer in self._whole(order)}
        return tuple(found[id_] for id_ in order if id_ in found)

    def answer(self, answer_id: str) -> Answer:
        """One answer, by its id or by the beginning of it. Raises NotFound, and WrongUse when several begin so."""
        with self._store.reading() as transaction:
            ids = self._mine(transaction).answer_ids(answer_id.strip().casefold())
        if len(ids) > 1:
            raise WrongUse(
                "Several answers have an id that begins so.",
                "Give more of the id: `reflect answer list` shows them.",
            )
        if not ids or len(answer_id.strip()) < SHORTEST_BEGINNING:
            raise NotFound(
                "There is no answer with this id.",
                f"`reflect answer list` shows them; {SHORTEST_BEGINNING} characters of an id are enough.",
            )
        return next(iter(self._whole(ids)))

    def delete_answer(self, answer_id: str) -> None:
        """Deletes an answer for good: gone from the file and from its log. Raises NotFound."""
        answer = self.answer(answer_id)
        with self._store.writing() as transaction:
            head = self._head(transaction, answer.reflection)
            self._mine(transaction).delete_answers([answer.id])
            left = {question: id_ for question, id_ in head.answer_ids.items() if id_ != answer.id}
            self._put(
                transaction, Head(sittings.without_answer(head.reflection, answer.asked.question), left)
            )
        self._store.forget_log()

    def _mine(self, transaction: Transaction) -> MineTables:
        return transaction.mine(self._key.circle_id)

    def _head(self, transaction: Transaction, reflection: str) -> Head:
        sealed = self._mine(transaction).reflection(reflection)
        if sealed is None:
            raise NotFound(
                "There is no such sitting any more.", "It may have been deleted in another window."
            )
        return own_words.open_head(self._key, reflection, sealed)

    def _put(self, transaction: Transaction, head: Head) -> None:
        self._mine(transaction).put_reflection(head.reflection.id, own_words.seal_head(self._key, head))

    def _put_answer(self, transaction: Transaction, answer: Answer) -> None:
        self._mine(transaction).put_answer(answer.id, *own_words.seal_answer(self._key, answer))

    def _stored(self, transaction: Transaction, answer_id: str | None) -> Answer | None:
        rows = self._mine(transaction).answers([answer_id]) if answer_id else []
        return own_words.open_answer(self._key, *rows[0]) if rows else None

    def _change(self, reflection: str, step: Callable[[Reflection], Reflection]) -> Reflection:
        with self._store.writing() as transaction:
            head = self._head(transaction, reflection)
            changed = replace(step(head.reflection), updated=self._clock.now())
            self._put(transaction, Head(changed, head.answer_ids))
        return changed

    def _whole(self, ids: Iterable[str]) -> tuple[Answer, ...]:
        with self._store.reading() as transaction:
            rows = self._mine(transaction).answers(list(ids))
        return tuple(own_words.open_answer(self._key, id_, card, body) for id_, card, body in rows)

    def _asked(self, bank: str, question: str) -> Asked:
        chosen = self._banks.bank(bank)
        found = chosen.question(question)
        if found is None:
            raise NotFound(
                f"The bank {chosen.id} has no question with this id.",
                f"`reflect bank show {chosen.id}` lists them.",
            )
        return Asked.of(chosen, found)


def _saved_over(stored: Answer, words: str, scale: Scale | None, revision: int, now: datetime) -> Answer:
    if stored.revision == revision:
        if stored.text == words and stored.scale == scale:
            return stored
        return replace(stored, text=words, scale=scale, updated=now, revision=stored.revision + 1)
    return replace(
        stored,
        text=keep_both(stored.text, words),
        scale=scale or stored.scale,
        updated=now,
        revision=stored.revision + 1,
    )


def _new_id() -> str:
    return str(uuid.uuid4())
