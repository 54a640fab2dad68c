"""Answers as lines that fit a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reflect.cli.echo import in_columns, safe
from reflect.cli.layout import cut
from reflect.domain.dates import day_of, said, said_short

if TYPE_CHECKING:
    from reflect.domain.reflection import Answer, AnswerCard, Steps
    from reflect.domain.versions import Version

_PUT_ASIDE = "Put aside, written under another model"


def card_lines(card: AnswerCard, words: str | None = None) -> Iterator[str]:
    """Two lines for a list: the question, and the first of the answer or the `words` given."""
    asked = card.asked
    first = f"{card.id[:8]}  {said_short(day_of(card.created)):<11}  {asked.bank}: "
    yield safe(first + cut(asked.wording, 80 - len(first)))
    scale = f"{card.scale.words}. " if card.scale and words is None else ""
    yield safe("          " + cut(scale + (card.opening if words is None else words), 70))


def answer_lines(answer: Answer) -> Iterator[str]:
    """A whole answer with the question as it was asked, and what was put aside under other models."""
    asked = answer.asked
    yield from in_columns(f"{answer.id}")
    yield from in_columns(
        f"{asked.bank_title} ({asked.bank}, version {asked.bank_version}): {asked.question}"
    )
    yield from in_columns(f"{said(day_of(answer.created))}, {answer.state.value}")
    yield ""
    yield from in_columns(asked.wording)
    for part in asked.parts:
        yield from in_columns(f"- {part}", indent="  ")
    yield ""
    yield from words_lines(answer)


def words_lines(answer: Answer) -> Iterator[str]:
    """What was said: how often, the words or the steps, and what was put aside."""
    if answer.scale:
        yield from in_columns(answer.scale.words)
    if answer.steps is not None:
        yield from _step_lines(answer.steps)
    elif answer.text:
        yield from in_columns(answer.text)
    for model, steps in answer.aside:
        yield ""
        yield from in_columns(f"{_PUT_ASIDE} ({model}):")
        yield from _step_lines(steps)


def version_lines(version: Version) -> Iterator[str]:
    """An earlier wording, and since when it stood."""
    yield from in_columns(f"Earlier, from {said(day_of(version.stood_from))}:", indent="  ")
    yield from in_columns(version.text, indent="    ")


def _step_lines(steps: Steps) -> Iterator[str]:
    for title, words in steps:
        if title:
            yield from in_columns(title)
        yield from in_columns(words, indent="  ")
