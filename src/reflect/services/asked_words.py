"""How a question, frozen as somebody answered it, is written down, and read back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reflect.domain.banks import Shape
from reflect.domain.reflection import Asked


def asked_written(asked: Asked) -> dict[str, Any]:
    """A question as plain text, numbers and lists."""
    return {
        "bank": asked.bank,
        "bank_title": asked.bank_title,
        "bank_version": asked.bank_version,
        "bank_hash": asked.bank_hash,
        "question": asked.question,
        "wording": asked.wording,
        "parts": list(asked.parts),
        "shape": asked.shape.value,
        "themes": list(asked.themes),
        "context": list(asked.context),
    }


def asked_read(said: Mapping[str, Any]) -> Asked:
    """A question as it was written down, whatever stands beside it in `said`."""
    return Asked(
        bank=said["bank"],
        bank_title=said["bank_title"],
        bank_version=said["bank_version"],
        bank_hash=said["bank_hash"],
        question=said["question"],
        wording=said["wording"],
        parts=tuple(said["parts"]),
        shape=Shape(said["shape"]),
        themes=tuple(said["themes"]),
        context=tuple(said["context"]),
    )
