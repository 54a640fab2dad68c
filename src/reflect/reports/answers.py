"""A person's own answers as a document: Markdown to read and print, JSON for other programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from reflect.clock import iso
from reflect.domain.banks import Handling
from reflect.domain.dates import day_of, said
from reflect.domain.reflection import Answer
from reflect.reports.markdown import escaped, escaped_line

HANDLING_WORDS = {
    Handling.PUBLIC: "public",
    Handling.PROFESSIONALS_ONLY: "for professionals only",
    Handling.LOCAL_ONLY: "for this place only",
}
# Where a bank is gone nobody can say any more how open it was.
UNKNOWN_HANDLING = "not known any more, so treat it as for professionals only"
COURT = (
    "Private reflections. They are not a case record, and a court or an inquiry can require them: "
    "private does not mean that nobody can ask for them."
)


def answers_json(answers: Sequence[Answer]) -> list[dict[str, Any]]:
    """The answers as plain data, in their order, with the keys that the documentation names."""
    return [
        {
            "id": answer.id,
            "reflection": answer.reflection,
            "bank": answer.asked.bank,
            "bank_version": answer.asked.bank_version,
            "question": answer.asked.question,
            "wording": answer.asked.wording,
            "shape": answer.asked.shape.value,
            "scale": answer.scale.value if answer.scale else None,
            "text": answer.text,
            "model": answer.model,
            "steps": dict(answer.steps) if answer.steps is not None else None,
            "state": answer.state.value,
            "created": iso(answer.created),
            "updated": iso(answer.updated),
        }
        for answer in answers
    ]


def answers_markdown(
    answers: Sequence[Answer], *, owner: str, as_at: date, handling: Mapping[str, Handling]
) -> str:
    """The answers as one Markdown document in their order, the front saying whose and what they are and how to
    handle them. `handling` is by bank id; days are those of the place where this runs."""
    return "\n".join(_lines(answers, owner, as_at, handling)) + "\n"


def _lines(
    answers: Sequence[Answer], owner: str, as_at: date, handling: Mapping[str, Handling]
) -> Iterator[str]:
    yield f"# Reflections of {escaped_line(owner)}"
    yield ""
    count = f"{len(answers)} answer{'' if len(answers) == 1 else 's'}"
    yield f"{count}, as at {said(as_at)}. {COURT}"
    yield ""
    labels = list(dict.fromkeys(_label(answer.asked.bank, handling) for answer in answers))
    if labels:
        yield f"**Handling: {'; '.join(labels)}.** The strictest label holds for the whole."
        yield ""
    for answer in answers:
        yield from _answer(answer, handling)


def _answer(answer: Answer, handling: Mapping[str, Handling]) -> Iterator[str]:
    asked = answer.asked
    yield f"## {said(day_of(answer.created))}: {escaped_line(asked.bank_title)}"
    yield ""
    yield f"**{escaped_line(asked.wording)}**"
    yield ""
    for part in asked.parts:
        yield f"- {escaped_line(part)}"
    if asked.parts:
        yield ""
    if answer.scale is not None:
        yield f"How often: {answer.scale.words.casefold()}"
        yield ""
    if answer.steps is not None:
        for title, words in answer.steps:
            yield f"### {escaped_line(title)}"
            yield ""
            yield from (escaped(words), "")
    elif answer.text.strip():
        yield from (escaped(answer.text), "")
    yield (
        f"*Bank {escaped_line(asked.bank)}, version {asked.bank_version}, question "
        f"{escaped_line(asked.question)}; {answer.state.value}; handling: {_label(asked.bank, handling)}.*"
    )
    yield ""


def _label(bank: str, handling: Mapping[str, Handling]) -> str:
    return HANDLING_WORDS[handling[bank]] if bank in handling else UNKNOWN_HANDLING
