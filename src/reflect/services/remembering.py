"""Remembering: finding one's own words again, what one said then and now, and bringing earlier wordings back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise
from threading import Lock
from typing import TYPE_CHECKING, overload

from reflect.domain.finding_words import Wanted, excerpt
from reflect.domain.folding import folded
from reflect.domain.reflection import FREE, Answer, AnswerCard, joined
from reflect.domain.versions import Version, begun
from reflect.errors import NotFound
from reflect.services import sittings
from reflect.services.own_answers import the_answer
from reflect.services.saving import Said, saved_over, words_under

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

    def around(self, width: int) -> str:
        """The same in at most so many characters."""
        return excerpt(self.text, self.wanted, width)


class Found(Sequence[FoundAnswer]):
    """What a search found, newest first; each is made when it is asked for, so that ten thousand cost nothing."""

    def __init__(self, shelf: Shelf, places: Sequence[int], wanted: Wanted) -> None:
        self._shelf = shelf
        self._places = places
        self._wanted = wanted

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, place: int) -> FoundAnswer: ...

    @overload
    def __getitem__(self, place: slice) -> Found: ...

    def __getitem__(self, place: int | slice) -> FoundAnswer | Found:
        if isinstance(place, slice):
            return Found(self._shelf, self._places[place], self._wanted)
        card, text = self._shelf.texts[self._places[place]]
        return FoundAnswer(card, text, self._wanted)


@dataclass(frozen=True, slots=True)
class Shelf:
    """All texts in memory, newest first: as they are compared, and as they are. `seals` tells by an answer's id
    whether it was saved again since."""

    compared: tuple[str, ...] = ()
    texts: tuple[tuple[AnswerCard, str], ...] = ()
    seals: Mapping[str, int] = field(default_factory=dict)
    changes: int = -1

    def others(self, seals: Mapping[str, int]) -> list[str]:
        """The ids of the answers that are not here as they are now."""
        return [id_ for id_, seal in seals.items() if self.seals.get(id_) != seal]

    def with_texts(
        self, fresh: Sequence[tuple[AnswerCard, str]], seals: Mapping[str, int], changes: int
    ) -> Shelf:
        """The shelf with these texts new or in the place of older ones, and without those that are gone."""
        same = {id_ for id_, seal in seals.items() if self.seals.get(id_) == seal}
        kept = [
            (card, text, compared)
            for (card, text), compared in zip(self.texts, self.compared, strict=True)
            if card.id in same
        ]
        kept += [(card, text, folded(text)) for card, text in fresh]
        kept.sort(key=lambda row: (row[0].created, row[0].id), reverse=True)
        return Shelf(
            compared=tuple(compared for _, _, compared in kept),
            texts=tuple((card, text) for card, text, _ in kept),
            seals=seals,
            changes=changes,
        )


@dataclass(frozen=True, slots=True)
class ThenAndNow:
    """Somebody's answers to one question, oldest first: all, or `of` them those from the place `first` on (counted
    from 0). `reworded` holds the ids of the answers at which the question was asked in other words than before,
    `revised` those at which only its bank was another version."""

    answers: tuple[Answer, ...]
    reworded: frozenset[str]
    revised: frozenset[str] = frozenset()
    first: int = 0
    of: int = 0


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
    ) -> Sequence[FoundAnswer]:
        """The answers in which all words and "phrases" stand, newest first; nothing for no words. Accents and
        case do not matter."""
        wanted = Wanted.read(words)
        shelf = self._read_shelf()
        places = wanted.among(shelf.compared)
        if bank is not None or theme is not None or since is not None:
            places = [
                place
                for place in places
                for card in [shelf.texts[place][0]]
                if bank in (None, card.asked.bank)
                and (theme is None or theme in card.asked.themes + card.asked.context)
                and (since is None or card.created.astimezone().date() >= since)
            ]
        return Found(shelf, places, wanted) if places else ()

    def then_and_now(
        self, bank: str, question: str, *, most: int | None = None, before: int | None = None
    ) -> ThenAndNow:
        """The answers to one question side by side in time, and where its wording changed: all, or at most so many
        of the latest, or of the latest before the place `before` (counted from 0)."""
        with self._drawer.reading() as drawer:
            answered = [
                card for card in drawer.reflection_cards() if card.bank == bank and question in card.answered
            ]
            answered.sort(key=lambda card: (card.started, card.id))
            end = len(answered) if before is None else max(0, min(before, len(answered)))
            first = 0 if most is None else max(end - most, 0)
            # The one before the first is opened as well, to see whether its words were others.
            heads = drawer.heads_of([card.id for card in answered[max(first - 1, 0) : end]])
            found = drawer.answers([head.answer_ids[question] for head in heads])
        answers = tuple(sorted(found.values(), key=lambda answer: (answer.created, answer.id)))
        reworded = {now.id for then, now in pairwise(answers) if _words(then) != _words(now)}
        revised = {
            now.id for then, now in pairwise(answers) if then.asked.bank_version != now.asked.bank_version
        }
        return ThenAndNow(
            answers=answers[1:] if first else answers,
            reworded=frozenset(reworded),
            revised=frozenset(revised - reworded),
            first=first,
            of=len(answered),
        )

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
            # Free words that were put aside would make room for those brought back: they are kept as well.
            free = joined(words_under(before, FREE))
            for text in dict.fromkeys((free, before.text)):
                if text.strip() and text != version.text:
                    drawer.keep_version(before.id, text, stored[1].since, now)
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
                    seals = drawer.seals()
                    texts = drawer.texts(self._shelf.others(seals))
                self._shelf = self._shelf.with_texts(texts, seals, changes)
            return self._shelf


def _words(answer: Answer) -> tuple[object, ...]:
    return answer.asked.wording, answer.asked.parts, answer.asked.shape
