"""Shares as JSON for other programs: one's own, what is prepared, and what one may read as a supervisor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reflect.clock import iso
from reflect.domain.reflection import AnswerCard, Asked, Scale
from reflect.domain.sharing import Share, ShareCard, ShareComment, SharedWithMe


def share_json(share: Share, names: Mapping[str, str]) -> dict[str, Any]:
    """One's own share as plain data; `names` are those of people by id."""
    said = _card(share.card, names) | {
        "mine": True,
        "answer": share.answer,
        "opened": iso(share.opened) if share.opened else None,
        "withdrawn": iso(share.withdrawn) if share.withdrawn else None,
    }
    if share.withdrawn is not None:
        return said | {"state": "withdrawn"}
    return said | _words(share.text, share.scale)


def received_json(card: ShareCard, names: Mapping[str, str]) -> dict[str, Any]:
    """What is shared with the reader, not opened by this: it has no words."""
    return _card(card, names)


def opened_json(share: SharedWithMe, names: Mapping[str, str]) -> dict[str, Any]:
    """What is shared with the reader, with its words."""
    return _card(share.card, names) | _words(share.text, share.scale)


def prepared_json(card: AnswerCard, owner: str) -> dict[str, Any]:
    """An answer that is prepared; its id is that of the answer."""
    return _nothing(card.id, card.asked) | {
        "state": "prepared",
        "mine": True,
        "supervisee": owner,
        "answer": card.id,
    }


def comment_json(comment: ShareComment, names: Mapping[str, str]) -> dict[str, Any]:
    """What the supervisor said about a share, as plain data."""
    return {"by": names.get(comment.by), "text": comment.text, "at": iso(comment.at)}


def _card(card: ShareCard, names: Mapping[str, str]) -> dict[str, Any]:
    return _nothing(card.id, card.asked) | {
        "supervisee": names.get(card.supervisee),
        "supervisor": names.get(card.supervisor),
        "whole": card.whole,
        "shared": iso(card.shared),
    }


def _words(text: str, scale: Scale | None) -> dict[str, Any]:
    return {"text": text, "scale": scale.value if scale else None}


def _nothing(id_: str, asked: Asked) -> dict[str, Any]:
    return {
        "id": id_,
        "state": "shared",
        "mine": False,
        "supervisee": None,
        "supervisor": None,
        "answer": None,
        "bank": asked.bank,
        "bank_version": asked.bank_version,
        "question": asked.question,
        "wording": asked.wording,
        "whole": None,
        "scale": None,
        "text": None,
        "shared": None,
        "opened": None,
        "withdrawn": None,
    }
