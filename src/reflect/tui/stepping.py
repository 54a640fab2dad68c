"""An answer in the steps of a reflective model: which step is being written, and which have words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reflect.domain.models import ReflectiveModel
from reflect.domain.reflection import FREE, Answer, Scale, Steps, joined
from reflect.services.saving import words_under
from reflect.tui.autosave import Draft


@dataclass(frozen=True, slots=True)
class Stepping:
    """The steps with their words, and the place of the one that is written now, counted from 0. `prompts` are by
    title: a step that its model no longer has is kept, without one."""

    model: str
    steps: Steps
    prompts: dict[str, str]
    at: int = 0

    @classmethod
    def begin(cls, draft: Draft, models: dict[str, ReflectiveModel]) -> Stepping | None:
        """The steps of a draft, at the first without words; None for free writing."""
        if not draft.steps:
            return None
        model = models.get(draft.model)
        prompts = {step.title: step.prompt for step in model.steps} if model else {}
        empty = (place for place, (_, words) in enumerate(draft.steps) if not words.strip())
        return cls(draft.model, draft.steps, prompts, next(empty, len(draft.steps) - 1))

    @property
    def title(self) -> str:
        """The title of the step that is written now."""
        return self.steps[self.at][0]

    @property
    def words(self) -> str:
        """What stands in the step that is written now."""
        return self.steps[self.at][1]

    @property
    def prompt(self) -> str:
        """What the step asks."""
        return self.prompts.get(self.title, "")

    def saying(self, words: str) -> Stepping:
        """The same with other words in the step that is written now."""
        if words == self.words:
            return self
        steps = tuple(
            (title, words if at == self.at else said) for at, (title, said) in enumerate(self.steps)
        )
        return replace(self, steps=steps)

    def moved(self, by: int) -> Stepping:
        """At another step; after the last comes the first."""
        return replace(self, at=(self.at + by) % len(self.steps))

    def holding(self, steps: Steps) -> Stepping:
        """The same place with other words in the steps."""
        return replace(self, steps=steps, at=min(self.at, len(steps) - 1))

    def draft(self, scale: Scale | None) -> Draft:
        """What is said."""
        return Draft.in_steps(self.model, self.steps, scale)


def draft_under(answer: Answer | None, model: ReflectiveModel, scale: Scale | None) -> Draft:
    """What a person has to go on with when they choose a model: what they wrote under it before, or empty steps."""
    written = words_under(answer, model.id) if answer else ()
    if model.id == FREE or not model.steps:
        return Draft(joined(written), scale, model.id)
    kept = dict(written)
    titles = dict.fromkeys([step.title for step in model.steps] + [title for title in kept if title])
    first = model.steps[0].title
    if untitled := kept.get("", ""):
        kept[first] = "\n\n".join(words for words in (untitled, kept.get(first, "")) if words)
    return Draft.in_steps(model.id, tuple((title, kept.get(title, "")) for title in titles), scale)
