"""How one person's sittings, answers and earlier wordings are written down before they are sealed, and read back.

A sealed answer is in two pieces: a small card, which lists need, and a body with all words.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from reflect.domain.reflection import Answer, AnswerCard, Meant, Reflection, Scale, State, Steps
from reflect.domain.versions import Trail, Version
from reflect.services.asked_words import asked_read, asked_written
from reflect.services.sealed_json import open_json, seal_json
from reflect.text import shorten

if TYPE_CHECKING:
    from reflect.vault.sealing import CircleKey

OPENING_LENGTH = 160


@dataclass(frozen=True, slots=True)
class Head:
    """A sitting as it is stored: the reflection and which answer belongs to which question."""

    reflection: Reflection
    answer_ids: dict[str, str]


def seal_head(key: CircleKey, head: Head) -> bytes:
    """A sitting, sealed for the place where it is stored."""
    sitting = head.reflection
    return seal_json(
        key,
        f"mine_reflection/{sitting.id}/head",
        {
            "bank": sitting.bank,
            "bank_title": sitting.bank_title,
            "bank_version": sitting.bank_version,
            "questions": sitting.questions,
            "position": sitting.position,
            "answered": sorted(sitting.answered),
            "skipped": sorted(sitting.skipped),
            "take_away": sitting.take_away,
            "started": _written(sitting.started),
            "updated": _written(sitting.updated),
            "finished": _written(sitting.finished) if sitting.finished else None,
            "answers": head.answer_ids,
        },
    )


def open_head(key: CircleKey, reflection_id: str, sealed: bytes) -> Head:
    """A sitting, opened. Raises DamagedFile if it is not what was stored there."""
    said = open_json(key, f"mine_reflection/{reflection_id}/head", sealed)
    return Head(
        Reflection(
            id=reflection_id,
            bank=said["bank"],
            bank_title=said["bank_title"],
            bank_version=said["bank_version"],
            questions=tuple(said["questions"]),
            position=said["position"],
            answered=frozenset(said["answered"]),
            skipped=frozenset(said["skipped"]),
            take_away=said["take_away"],
            started=_read(said["started"]),
            updated=_read(said["updated"]),
            finished=_read(said["finished"]) if said["finished"] else None,
        ),
        said["answers"],
    )


def seal_answer(key: CircleKey, answer: Answer, trail: Trail) -> tuple[bytes, bytes]:
    """An answer's card, and its body with the trail, sealed each for its own place."""
    card = {
        "reflection": answer.reflection,
        **asked_written(answer.asked),
        "scale": answer.scale.value if answer.scale else None,
        "state": answer.state.value,
        "opening": shorten(answer.text, OPENING_LENGTH),
        "created": _written(answer.created),
        "updated": _written(answer.updated),
        "revision": answer.revision,
    }
    body: dict[str, Any] = {
        "text": answer.text,
        "model": answer.model,
        "steps": answer.steps,
        "aside": answer.aside,
        "since": _written(trail.since),
        "last_kept": _written(trail.last_kept),
        "longest": trail.longest,
        "longest_since": _written(trail.longest_since) if trail.longest_since else None,
    }
    if answer.meant is not None:
        body["meant"] = {"lines": answer.meant.lines, "supervisor": answer.meant.supervisor}
    return (
        seal_json(key, f"mine_answer/{answer.id}/card", card),
        seal_json(key, f"mine_answer/{answer.id}/body", body),
    )


def open_card(key: CircleKey, answer_id: str, sealed: bytes) -> AnswerCard:
    """An answer's card, opened. Raises DamagedFile."""
    said = open_json(key, f"mine_answer/{answer_id}/card", sealed)
    return AnswerCard(
        id=answer_id,
        reflection=said["reflection"],
        asked=asked_read(said),
        scale=Scale(said["scale"]) if said["scale"] else None,
        state=State(said["state"]),
        opening=said["opening"],
        created=_read(said["created"]),
        updated=_read(said["updated"]),
    )


def open_answer(key: CircleKey, answer_id: str, sealed_card: bytes, sealed_body: bytes) -> Answer:
    """A whole answer, opened. Raises DamagedFile."""
    said = open_json(key, f"mine_answer/{answer_id}/card", sealed_card)
    body = open_json(key, f"mine_answer/{answer_id}/body", sealed_body)
    return Answer(
        id=answer_id,
        reflection=said["reflection"],
        asked=asked_read(said),
        scale=Scale(said["scale"]) if said["scale"] else None,
        text=body["text"],
        created=_read(said["created"]),
        updated=_read(said["updated"]),
        revision=said["revision"],
        state=State(said["state"]),
        model=body["model"],
        steps=None if body["steps"] is None else _steps(body["steps"]),
        aside=tuple((model, _steps(steps)) for model, steps in body["aside"]),
        meant=_meant(body.get("meant")),
    )


def _meant(said: dict[str, Any] | None) -> Meant | None:
    if said is None:
        return None
    return Meant(None if said["lines"] is None else tuple(said["lines"]), said["supervisor"])


def open_trail(key: CircleKey, answer_id: str, sealed_body: bytes) -> Trail:
    """What is remembered beside an answer to know when to keep a wording. Raises DamagedFile."""
    body = open_json(key, f"mine_answer/{answer_id}/body", sealed_body)
    return Trail(
        since=_read(body["since"]),
        last_kept=_read(body["last_kept"]),
        longest=body["longest"],
        longest_since=_read(body["longest_since"]) if body["longest_since"] else None,
    )


def open_text(key: CircleKey, answer_id: str, sealed_body: bytes) -> str:
    """All words of an answer and nothing else of it, for a search. Raises DamagedFile."""
    body = open_json(key, f"mine_answer/{answer_id}/body", sealed_body)
    aside = (words for _, steps in body["aside"] for _, words in steps)
    return "\n\n".join((body["text"], *aside))


def seal_version(key: CircleKey, version: Version) -> bytes:
    """An earlier wording, sealed for its place."""
    said = {"text": version.text, "from": _written(version.stood_from), "kept": _written(version.kept)}
    return seal_json(key, f"mine_version/{version.answer}/{version.id}", said)


def open_version(key: CircleKey, answer_id: str, version_id: str, sealed: bytes) -> Version:
    """An earlier wording, opened. Raises DamagedFile."""
    said = open_json(key, f"mine_version/{answer_id}/{version_id}", sealed)
    return Version(version_id, answer_id, said["text"], _read(said["from"]), _read(said["kept"]))


def seal_page(key: CircleKey, name: str, said: Any) -> bytes:
    """A page about one's own words, sealed for its place."""
    return seal_json(key, f"mine_page/{name}", {"page": said})


def open_page(key: CircleKey, name: str, sealed: bytes) -> Any:
    """A page, opened. Raises DamagedFile."""
    return open_json(key, f"mine_page/{name}", sealed)["page"]


def _steps(said: list[list[str]]) -> Steps:
    return tuple((title, words) for title, words in said)


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()


def _read(written: str) -> datetime:
    return datetime.fromisoformat(written)
