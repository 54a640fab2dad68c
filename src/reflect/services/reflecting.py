"""Reflecting: one person's sittings and answers, for their eyes alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from reflect.domain import briefing
from reflect.domain.reflection import (
    Answer,
    AnswerCard,
    Asked,
    Reflection,
    ReflectionCard,
    Scale,
    Sitting,
    Steps,
)
from reflect.domain.versions import begun, on_change
from reflect.errors import NotFound, WrongUse
from reflect.services import sittings
from reflect.services.asked_now import AskedNow
from reflect.services.being_counted import count_sitting, forget_sitting
from reflect.services.drawer import Drawer, new_id
from reflect.services.own_answers import the_answer
from reflect.services.own_words import Head
from reflect.services.saving import Said, said_anew, saved_over
from reflect.text import clean

if TYPE_CHECKING:
    from reflect.banks.catalogue import Catalogue
    from reflect.domain.people import Person
    from reflect.storage.store import Transaction


class Reflecting:
    """What a practitioner does with the banks. Every method may be called by the owner only: what it reads and
    writes is sealed with a key that nobody else has. Writes raise NotSaved when the disk refuses them."""

    def __init__(self, drawer: Drawer, person: Person, banks: Catalogue) -> None:
        self._drawer = drawer
        self._person = person
        self._banks = banks
        self._now = AskedNow(banks)

    def reflections(self, *, bank: str | None = None) -> tuple[Reflection, ...]:
        """All sittings, or those with one bank; newest first."""
        with self._drawer.reading() as drawer:
            found = [self._now.shown(head) for head in drawer.heads()]
        wanted = (sitting for sitting in found if bank is None or sitting.bank == bank)
        return tuple(sorted(wanted, key=lambda sitting: sitting.started, reverse=True))

    def reflection_cards(self) -> tuple[ReflectionCard, ...]:
        """All sittings as a list shows them, newest first; what was written in them stays sealed."""
        with self._drawer.reading() as drawer:
            found = drawer.reflection_cards()
        return tuple(sorted(found, key=lambda card: card.started, reverse=True))

    def unfinished(self) -> tuple[Reflection, ...]:
        """The sittings that wait to be gone on with; the one last touched first."""
        with self._drawer.reading() as drawer:
            waiting = [self._now.shown(head) for head in drawer.unfinished()]
        return tuple(sorted(waiting, key=lambda sitting: sitting.updated, reverse=True))

    def begin(self, bank: str, question: str | None = None) -> Sitting:
        """Goes on with the unfinished sitting with a bank, or begins one; at `question` if one is named. Raises
        NotFound for an unknown bank or question."""
        going = next((sitting for sitting in self.unfinished() if sitting.bank == bank), None)
        if going is None:
            return self.begin_anew(bank, question)
        if question is not None:
            self._asked(bank, question)
            self._change(going.id, lambda head: sittings.at_question(head.reflection, question))
        return self.resume(going.id)

    def begin_anew(
        self, bank: str, question: str | None = None, *, questions: Sequence[str] | None = None
    ) -> Sitting:
        """Begins a sitting with the questions of a bank that are meant for this person, or only with `questions`,
        in their order. Raises NotFound, and WrongUse when `questions` names none."""
        chosen = self._banks.bank(bank)
        meant = sittings.questions_for(chosen, self._person.profession) if questions is None else questions
        if not meant and questions is not None:
            raise WrongUse("A sitting needs a question.", "Choose at least one.")
        for id_ in questions or ():
            self._asked(bank, id_)
        fresh = sittings.begun(new_id(), chosen, meant, self._drawer.now())
        if question is not None:
            self._asked(bank, question)
            fresh = sittings.at_question(fresh, question)
        with self._drawer.writing() as drawer:
            drawer.put_head(fresh, {})
        return Sitting(fresh, {})

    def a_few(self, bank: str) -> briefing.Offer:
        """The questions of a bank for a short sitting: those meant for this person (all, where none is), and which
        up to three are suggested. Raises NotFound."""
        chosen = self._banks.bank(bank)
        meant = sittings.questions_for(chosen, self._person.profession)
        with self._drawer.reading() as drawer:
            seen = drawer.seen()
        return briefing.offered(
            [question for question in chosen.questions if not meant or question.id in meant],
            {one.question: one.last for one in seen.values() if one.bank == bank},
        )

    def resume(self, reflection: str) -> Sitting:
        """A sitting with all its answers, at the place where it was left. Questions that are gone from their bank
        meanwhile are passed over, unless they were answered. Raises NotFound."""
        with self._drawer.reading() as drawer:
            head = drawer.head(reflection)
            answers = drawer.answers(head.answer_ids.values())
        kept = {question: answers[id_] for question, id_ in head.answer_ids.items() if id_ in answers}
        return Sitting(self._now.shown(head), kept, self._now.gone(head))

    def go_to(self, reflection: str, position: int) -> Reflection:
        """Remembers at which question the person is, counted from 0, so that the sitting resumes there."""
        return self._change(
            reflection, lambda head: sittings.at(head.reflection, self._now.place_in_store(head, position))
        )

    def skip(self, reflection: str, question: str) -> Reflection:
        """Goes one question on, and remembers that this one was left out for now."""
        return self._change(reflection, lambda head: sittings.past(head.reflection, question))

    def save_take_away(self, reflection: str, text: str, *, based_on: str = "") -> Reflection:
        """Keeps what the person takes away from a sitting. `based_on` is the stored text that they started from; if
        another window changed it meanwhile, both texts are in what comes back. Raises InvalidText, NotSaved."""
        words = clean(text)
        return self._change(reflection, lambda head: sittings.taking_away(head.reflection, words, based_on))

    def finish(self, reflection: str, take_away: str, *, based_on: str = "") -> Reflection:
        """Ends a sitting with what the person takes away; `based_on` as for `save_take_away`. Raises InvalidText,
        NotSaved."""
        words, now = clean(take_away), self._drawer.now()
        with self._drawer.writing() as drawer:
            head = drawer.head(reflection)
            taken = sittings.taking_away(head.reflection, words, based_on)
            finished = replace(taken, finished=head.reflection.finished or now, updated=now)
            drawer.put_head(finished, head.answer_ids)
            if head.reflection.finished is None:
                count_sitting(drawer, self._person.id, finished.bank, self._drawer.today())
        return self._now.shown(Head(finished, head.answer_ids))

    def delete_reflection(self, reflection: str) -> None:
        """Deletes a sitting and its answers for good: gone from the file and from its log."""
        with self._drawer.writing() as drawer:
            head = drawer.head(reflection)
            drawer.delete_answers(head.answer_ids.values())
            drawer.delete_head(reflection)
            forget_sitting(drawer, self._person.id, head.reflection)
        self._drawer.forget_log()

    def save_answer(
        self,
        reflection: str,
        question: str,
        *,
        text: str,
        scale: Scale | None,
        revision: int,
        model: str | None = None,
        steps: Steps | None = None,
        based_on: Answer | None = None,
    ) -> Answer:
        """Saves an answer as typed so far; it is on the disk when this returns. `revision` is that of the answer
        which the text is based on, 0 when there was none. With a reflective model, its `steps` hold the words
        instead of `text`; changing the model puts what was written under the other aside. If another window
        saved meanwhile, the answer that comes back has what either changed of `based_on`, the answer as it was read
        (without it, every line of both). Raises NotFound, InvalidText, NotSaved."""
        said = Said.cleaned(text, scale, model, steps)
        with self._drawer.writing() as drawer:
            head = drawer.head(reflection)
            stored = drawer.answer_with_trail(head.answer_ids.get(question))
            now = self._drawer.now()
            if stored is None:
                asked = self._asked(head.reflection.bank, question)
                answer, trail = said_anew(new_id(), reflection, asked, said, now), begun(now)
            else:
                before, trail = stored
                answer = saved_over(before, said, revision, now, based_on)
                if answer is before:
                    return before
                trail, wordings = on_change(trail, before.text, answer.text, now)
                for wording, stood_from in wordings:
                    drawer.keep_version(answer.id, wording, stood_from, now)
            drawer.put_answer(answer, trail)
            drawer.saw(answer)
            drawer.put_head(
                sittings.with_answer(head.reflection, answer), {**head.answer_ids, question: answer.id}
            )
        return answer

    def edit_answer(
        self,
        answer_id: str,
        *,
        text: str,
        scale: Scale | None,
        revision: int,
        model: str | None = None,
        steps: Steps | None = None,
        based_on: Answer | None = None,
    ) -> Answer:
        """Changes an answer of any sitting; the question stays as it was asked. Otherwise as `save_answer`."""
        stored = self.answer(answer_id)
        return self.save_answer(
            stored.reflection,
            stored.asked.question,
            text=text,
            scale=scale,
            revision=revision,
            model=model,
            steps=steps,
            based_on=based_on,
        )

    def add_answer(
        self,
        bank: str,
        question: str,
        *,
        text: str,
        scale: Scale | None,
        within: Transaction | None = None,
    ) -> Answer:
        """A finished sitting of a single question; part of the transaction `within`, if there is one. Raises NotFound,
        InvalidText and NotSaved."""
        asked, now = self._asked(bank, question), self._drawer.now()
        sitting = sittings.begun(new_id(), self._banks.bank(bank), [question], now)
        answer = said_anew(new_id(), sitting.id, asked, Said.cleaned(text, scale, None, None), now)
        done = replace(sittings.with_answer(sitting, answer), position=1, finished=now)
        with self._drawer.writing(within) as drawer:
            drawer.put_answer(answer, begun(now))
            drawer.saw(answer)
            drawer.put_head(done, {question: answer.id})
            count_sitting(drawer, self._person.id, bank, self._drawer.today())
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
        with self._drawer.reading() as drawer:
            cards = drawer.cards()
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
        with self._drawer.reading() as drawer:
            found = drawer.answers(order)
        return tuple(found[id_] for id_ in order if id_ in found)

    def taken_away(self, answers: Iterable[Answer]) -> dict[str, str]:
        """What was taken away from the sittings of these answers, by id of the sitting."""
        with self._drawer.reading() as drawer:
            heads = drawer.heads_of({answer.reflection for answer in answers})
        return {head.reflection.id: head.reflection.take_away for head in heads}

    def answer(self, answer_id: str) -> Answer:
        """One answer, by its id or by the beginning of it. Raises NotFound, and WrongUse when several begin so."""
        with self._drawer.reading() as drawer:
            return the_answer(drawer, answer_id)

    def delete_answer(self, answer_id: str) -> None:
        """Deletes an answer for good: gone from the file and from its log. Raises NotFound."""
        with self._drawer.writing() as drawer:
            answer = the_answer(drawer, answer_id)
            head = drawer.head(answer.reflection)
            drawer.delete_answers([answer.id])
            left = {question: id_ for question, id_ in head.answer_ids.items() if id_ != answer.id}
            drawer.put_head(sittings.without_answer(head.reflection, answer.asked.question), left)
        self._drawer.forget_log()

    def _change(self, reflection: str, step: Callable[[Head], Reflection]) -> Reflection:
        return self._now.shown(self._drawer.change(reflection, step))

    def _asked(self, bank: str, question: str) -> Asked:
        chosen = self._banks.bank(bank)
        found = chosen.question(question)
        if found is None:
            raise NotFound(
                f"The bank {chosen.id} has no question with this id.",
                f"`reflect bank show {chosen.id}` lists them.",
            )
        return Asked.of(chosen, found)
