"""How a share is written down before it is sealed for the pair, and read back: its owner signs every word of it, so
that neither the reader nor anybody else can change one or put one there in the owner's name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from reflect.domain.reflection import Scale
from reflect.domain.sharing import ShareCard, ShareComment, SharedWithMe
from reflect.errors import DamagedFile
from reflect.services.asked_words import asked_read, asked_written
from reflect.services.sealed_json import open_json, seal_json
from reflect.vault import signing

if TYPE_CHECKING:
    from reflect.domain.links import Link
    from reflect.vault.keys import KeyPairs
    from reflect.vault.sealing import CircleKey

SIGNED_AS = "share"
COMMENT_SIGNED_AS = "share comment"
# Longer than any moment: whether a share was opened cannot be told from the length of what is sealed.
_MOMENT_LENGTH = 40


@dataclass(frozen=True, slots=True)
class Kept:
    """What the owner remembers of a share: the answer it came from, its card, and once it is withdrawn when that
    was and when it had been opened."""

    answer: str
    card: ShareCard
    withdrawn: datetime | None = None
    opened: datetime | None = None


def seal_share(key: CircleKey, keys: KeyPairs, share: SharedWithMe) -> bytes:
    """A share, signed by its owner and sealed for the pair."""
    said = {
        "share": share.card.id,
        "circle": key.circle_id,
        "card": _card_written(share.card),
        "text": share.text,
        "scale": share.scale.value if share.scale else None,
    }
    signature = signing.sign(keys, SIGNED_AS, said).hex()
    return seal_json(key, f"pair_share/{share.card.id}/sealed", {"said": said, "signature": signature})


def open_share(key: CircleKey, link: Link, sign_key: bytes, share_id: str, sealed: bytes) -> SharedWithMe:
    """A share of this link, opened; `sign_key` is its owner's. Raises DamagedFile if it is not what they shared."""
    found = open_json(key, f"pair_share/{share_id}/sealed", sealed)
    try:
        said = found["said"]
        signature = bytes.fromhex(found["signature"])
        theirs = signing.verify(sign_key, SIGNED_AS, said, signature)
        card = _card_read(share_id, said["card"])
        scale = Scale(said["scale"]) if said["scale"] else None
        share = SharedWithMe(card, str(said["text"]), scale)
    except (KeyError, ValueError, TypeError):
        raise _not_shared() from None
    place = (said["share"], said["circle"], card.link, card.supervisee, card.supervisor)
    if not theirs or place != (share_id, key.circle_id, link.id, link.supervisee, link.supervisor):
        raise _not_shared()
    return share


def seal_comment(
    key: CircleKey, keys: KeyPairs, share_id: str, comment_id: str, comment: ShareComment
) -> bytes:
    """A comment on a share, signed by its author and sealed for the pair."""
    said = {
        "comment": comment_id,
        "share": share_id,
        "circle": key.circle_id,
        "by": comment.by,
        "text": comment.text,
        "at": _written(comment.at),
    }
    signature = signing.sign(keys, COMMENT_SIGNED_AS, said).hex()
    return seal_json(
        key, f"pair_share_comment/{share_id}/{comment_id}", {"said": said, "signature": signature}
    )


def open_comment(
    key: CircleKey, link: Link, sign_key: bytes, share_id: str, comment_id: str, sealed: bytes
) -> ShareComment:
    """A comment on a share of this link, opened; `sign_key` is that of the supervisor. Raises DamagedFile if it is not
    what they wrote."""
    found = open_json(key, f"pair_share_comment/{share_id}/{comment_id}", sealed)
    try:
        said = found["said"]
        theirs = signing.verify(sign_key, COMMENT_SIGNED_AS, said, bytes.fromhex(found["signature"]))
        comment = ShareComment(said["by"], str(said["text"]), datetime.fromisoformat(said["at"]))
        place = (said["comment"], said["share"], said["circle"], comment.by)
    except (KeyError, ValueError, TypeError):
        raise _not_written() from None
    if not theirs or place != (comment_id, share_id, key.circle_id, link.supervisor):
        raise _not_written()
    return comment


def seal_opened(key: CircleKey, share_id: str, moment: datetime | None) -> bytes:
    """When a share was opened, or that it was not yet: of the same length either way."""
    said = (_written(moment) if moment else "").ljust(_MOMENT_LENGTH)
    return key.seal(said.encode(), place=f"pair_share/{share_id}/opened")


def open_opened(key: CircleKey, share_id: str, sealed: bytes) -> datetime | None:
    """When a share was opened; None where it was not yet. Raises DamagedFile."""
    said = key.open(sealed, place=f"pair_share/{share_id}/opened").decode().strip()
    return _read(said)


def seal_kept(key: CircleKey, kept: Kept) -> bytes:
    """What the owner remembers of a share, sealed for them alone."""
    said = {
        "answer": kept.answer,
        "card": _card_written(kept.card),
        "withdrawn": _written(kept.withdrawn) if kept.withdrawn else None,
        "opened": _written(kept.opened) if kept.opened else None,
    }
    return seal_json(key, f"mine_share/{kept.card.id}", said)


def open_kept(key: CircleKey, share_id: str, sealed: bytes) -> Kept:
    """What the owner remembers of a share, opened. Raises DamagedFile."""
    said = open_json(key, f"mine_share/{share_id}", sealed)
    return Kept(
        said["answer"],
        _card_read(share_id, said["card"]),
        _read(said["withdrawn"] or ""),
        _read(said["opened"] or ""),
    )


def _card_written(card: ShareCard) -> dict[str, Any]:
    return {
        "link": card.link,
        "supervisee": card.supervisee,
        "supervisor": card.supervisor,
        "whole": card.whole,
        "shared": _written(card.shared),
        **asked_written(card.asked),
    }


def _card_read(share_id: str, said: dict[str, Any]) -> ShareCard:
    return ShareCard(
        id=share_id,
        link=said["link"],
        supervisee=said["supervisee"],
        supervisor=said["supervisor"],
        asked=asked_read(said),
        whole=said["whole"],
        shared=datetime.fromisoformat(said["shared"]),
    )


def _not_shared() -> DamagedFile:
    return DamagedFile(
        "A share is not what its owner shared: it was changed from outside.",
        "Nothing of it was used. Tell whoever looks after the workspace.",
    )


def _not_written() -> DamagedFile:
    return DamagedFile(
        "A comment on a share is not what its author wrote: it was changed from outside.",
        "Nothing of it was used. Tell whoever looks after the workspace.",
    )


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()


def _read(written: str) -> datetime | None:
    return datetime.fromisoformat(written) if written else None
