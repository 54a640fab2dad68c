"""A person's own answers as JSON for other programs."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from reflect.clock import iso
from reflect.domain.banks import Handling
from reflect.domain.going_out import GoingOut
from reflect.domain.reflection import Answer, Steps, joined
from reflect.domain.versions import Version


def answers_json(
    answers: Sequence[Answer], labels: Mapping[str, Handling], taken_away: Mapping[str, str]
) -> list[dict[str, Any]]:
    """The answers as plain data, in their order, with the keys that the documentation names. `labels` is by id of
    bank, and `taken_away` by id of sitting."""
    return [answer_json(answer, labels, taken_away) for answer in answers]


def answer_json(
    answer: Answer, labels: Mapping[str, Handling], taken_away: Mapping[str, str]
) -> dict[str, Any]:
    """One answer as plain data."""
    label = labels.get(answer.asked.bank)
    return {
        "id": answer.id,
        "reflection": answer.reflection,
        "bank": answer.asked.bank,
        "bank_version": answer.asked.bank_version,
        "handling": label.value if label else None,
        "question": answer.asked.question,
        "wording": answer.asked.wording,
        "shape": answer.asked.shape.value,
        "scale": answer.scale.value if answer.scale else None,
        "text": answer.text,
        "model": answer.model,
        "steps": dict(answer.steps) if answer.steps is not None else None,
        "aside": [_aside(model, steps) for model, steps in answer.aside],
        "state": answer.state.value,
        "created": iso(answer.created),
        "updated": iso(answer.updated),
        "take_away": taken_away.get(answer.reflection) or None,
    }


def going_out_json(going_out: GoingOut) -> list[dict[str, Any]]:
    """What goes out as plain data; the wording is None where the question stays behind."""
    taken_away = {taken.id: taken.text for taken in going_out.taken_away}
    return [
        answer_json(answer, going_out.handling, taken_away)
        | ({"wording": None} if going_out.question_stays(answer) else {})
        for answer in going_out.answers
    ]


def _aside(model: str, steps: Steps) -> dict[str, Any]:
    headed = any(title for title, _ in steps)
    return {"model": model, "text": joined(steps), "steps": dict(steps) if headed else None}


def history_json(
    answers: Sequence[Answer],
    reworded: Collection[str],
    earlier: Mapping[str, Sequence[Version]],
    labels: Mapping[str, Handling],
    taken_away: Mapping[str, str],
) -> list[dict[str, Any]]:
    """Answers to one question, oldest first, each with whether the question was asked in other words than before
    (`reworded` holds their ids) and with its `earlier` wordings, the latest first."""
    return [
        answer_json(answer, labels, taken_away)
        | {
            "reworded": answer.id in reworded,
            "versions": [
                {
                    "id": version.id,
                    "text": version.text,
                    "stood_from": iso(version.stood_from),
                    "kept": iso(version.kept),
                }
                for version in earlier[answer.id]
            ],
        }
        for answer in answers
    ]
