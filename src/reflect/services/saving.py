"""What becomes of an answer when words are saved over it: pure, with no store behind it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from reflect.domain.keeping_both import changed_together
from reflect.domain.reflection import FREE, Answer, Asked, Scale, Steps, joined
from reflect.text import clean


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says in an answer. `model` None means that of the stored answer."""

    text: str
    scale: Scale | None
    model: str | None
    steps: Steps | None

    @classmethod
    def cleaned(cls, text: str, scale: Scale | None, model: str | None, steps: Steps | None) -> Said:
        """Words as they come from outside, made safe to keep. Raises InvalidText."""
        if steps is None:
            return cls(clean(text), scale, model, None)
        kept = tuple((clean(title), clean(words)) for title, words in steps)
        return cls(clean(joined(kept)), scale, model, kept)


def said_anew(answer_id: str, reflection: str, asked: Asked, said: Said, now: datetime) -> Answer:
    """A first answer."""
    return Answer(
        id=answer_id,
        reflection=reflection,
        asked=asked,
        scale=said.scale,
        text=said.text,
        created=now,
        updated=now,
        revision=1,
        model=said.model or FREE,
        steps=said.steps,
    )


def saved_over(
    stored: Answer, said: Said, revision: int, now: datetime, based_on: Answer | None = None
) -> Answer:
    """The stored answer with what is said now. If that was based on another revision, what either changed of the answer
    that it was `based_on` is kept. The stored answer itself comes back when nothing changed."""
    model = said.model or stored.model
    fresh = stored if model == stored.model else _put_aside(stored, model)
    text, steps = said.text, said.steps
    if revision != stored.revision and model == stored.model:
        if steps is None:
            text = changed_together(stored.text, text, None if based_on is None else based_on.text)
        else:
            steps = _both(stored.steps, steps, None if based_on is None else words_under(based_on, model))
            text = joined(steps)
    changed = replace(
        fresh,
        text=text,
        steps=steps,
        scale=said.scale if revision == stored.revision else said.scale or stored.scale,
    )
    if changed == stored:
        return stored
    return replace(changed, updated=now, revision=stored.revision + 1)


def words_under(answer: Answer, model: str) -> Steps:
    """What was written under a model in this answer: its present words, or those put aside."""
    if model == answer.model:
        return answer.steps if answer.steps is not None else (("", answer.text),)
    return dict(answer.aside).get(model, ())


def _put_aside(stored: Answer, model: str) -> Answer:
    aside = {name: steps for name, steps in stored.aside if name != model}
    if not stored.is_empty and stored.text.strip():
        aside[stored.model] = stored.steps if stored.steps is not None else (("", stored.text),)
    return replace(stored, model=model, aside=tuple(aside.items()))


def _both(stored: Steps | None, fresh: Steps, based_on: Steps | None) -> Steps:
    if stored is None:
        return fresh
    theirs = dict(stored)
    was = None if based_on is None else dict(based_on)
    return tuple(
        (
            title,
            changed_together(theirs.get(title, ""), words, None if was is None else was.get(title, "")),
        )
        for title, words in fresh
    )
