"""Remembering: finding one's own words again, what one said then and now, and bringing earlier wordings back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from threading import Lock
from typing import TYPE_CHECKING

from reflect.domain.finding_words import Wanted, excerpt, folded
from reflect.domain.reflection import FREE, Answer, AnswerCard
from reflect.domain.versions import Version, begun
from reflect.errors import NotFound
from reflect.services import sittings
from reflect.services.reflecting import the_answer
from reflect.services.saving import Said, saved_over

if TYPE_CHECKING:
    from reflect.services.drawer import Drawer


@dataclass(frozen=True, slots=True)
class FoundAnswer:
    """An answer in which the words stand."""

    card: AnswerCard
    text: str
    wanted: Wanted

    @property
    def excerpt(self) -> str:
        """Some of what stands around the first of the words, on one line."""
        return excerpt(self.text, self.wanted)


@dataclass(frozen=True, slots=True)
class Shelf:
    """All texts in memory, newest first: as they are compared, and as they are."""

    compared: tuple[str, ...] = ()
    texts: tuple[tuple[AnswerCard, str], ...] = ()
    changes: int = -1


@dataclass(frozen=True, slots=True)
class ThenAndNow:
    """All of somebody's answers to one question, oldest first. `reworded` holds the ids of the answers at which
    the question was asked in other words than before."""

    answers: tuple[Answer, ...]
    reworded: frozenset[str]


class Remembering:
    """What a practitioner finds again. For the owner only; nothing of it is kept anywhere but in memory."""

    def __init__(self, drawer: Drawer) -> None:
        self._drawer = drawer
        self._shelf = Shelf()
        self._lock = Lock()

    def search(
        self,
        words: str,
        *,
        bank: str | None = None,
        theme: str | None = None,
        since: date | None = None,
    ) -> tuple[FoundAnswer, ...]:
        """The answers in which all words and "phrases" stand, newest first; nothing for no words. Accents and
        case do not matter."""
        wanted = Wanted.read(words)
        shelf = self._read_shelf()
        return tuple(
            FoundAnswer(card, text, wanted)
            for card, text in (shelf.texts[place] for place in wanted.among(shelf.compared))
            if bank in (None, card.asked.bank)
            and (theme is None or theme in card.asked.themes + card.asked.context)
            and (since is None or card.created.astimezone().date() >= since)
        )

    def then_and_now(self, bank: str, question: str) -> ThenAndNow:
        """All answers to one question side by side in time, and where its wording changed."""
        with self._drawer.reading() as drawer:
            ids = [
                head.answer_ids[question]
                for head in drawer.heads()
                if head.reflection.bank == bank and question in head.reflection.answered
            ]
            found = drawer.answers(ids)
        answers = tuple(sorted(found.values(), key=lambda answer: (answer.created, answer.id)))
        reworded = {
            now.id
            for then, now in pairwise(answers)
            if (then.asked.wording, then.asked.parts) != (now.asked.wording, now.asked.parts)
        }
        return ThenAndNow(answers, frozenset(reworded))

    def history(self, answer_id: str) -> ThenAndNow:
        """The same for the question that an answer belongs to. Raises NotFound."""
        with self._drawer.reading() as drawer:
            asked = the_answer(drawer, answer_id).asked
        return self.then_and_now(asked.bank, asked.question)

    def versions(self, answer_id: str) -> tuple[Version, ...]:
        """The earlier wordings of an answer, the latest first. Raises NotFound."""
        with self._drawer.reading() as drawer:
            found = drawer.versions(the_answer(drawer, answer_id).id)
        return tuple(sorted(found, key=lambda version: (version.kept, version.stood_from), reverse=True))

    def bring_back(self, answer_id: str, version_id: str) -> Answer:
        """Puts an earlier wording in the place of the present one, which is kept as a version itself. Raises
        NotFound."""
        with self._drawer.writing() as drawer:
            before = the_answer(drawer, answer_id)
            version = next((kept for kept in drawer.versions(before.id) if kept.id == version_id), None)
            stored = drawer.answer_with_trail(before.id)
            if version is None or stored is None:
                raise NotFound("There is no such earlier wording.", "The present one is as it was.")
            now = self._drawer.now()
            if before.text.strip() and before.text != version.text:
                drawer.keep_version(before.id, before.text, stored[1].since, now)
            said = Said(version.text, before.scale, FREE, None)
            answer = saved_over(before, said, before.revision, now)
            drawer.put_answer(answer, replace(begun(now), last_kept=now))
            head = drawer.head(answer.reflection)
            drawer.put_head(sittings.with_answer(head.reflection, answer), head.answer_ids)
        return answer

    def _read_shelf(self) -> Shelf:
        """Every text, read again only after something was written."""
        with self._lock:
            changes = self._drawer.changes()
            if changes != self._shelf.changes:
                with self._drawer.reading() as drawer:
                    texts = drawer.texts()
                texts.sort(key=lambda pair: (pair[0].created, pair[0].id), reverse=True)
                self._shelf = Shelf(tuple(folded(text) for _, text in texts), tuple(texts), changes)
            return self._shelf
