"""What somebody prepared and shared, and what is shared with them: read at once, and said in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from reflect.domain.dates import day_of, said, said_short
from reflect.domain.sharing import Share, ShareCard, ShareComment
from reflect.errors import DamagedFile
from reflect.tui.widgets.question_card import question_words
from reflect.tui.words import counted, lines, plain

if TYPE_CHECKING:
    from reflect.domain.reflection import AnswerCard, Asked, Scale
    from reflect.services.practice import Practice


@dataclass(frozen=True, slots=True)
class Exchange:
    """Newest first, as sharing lists them. `names` are those of people, `comments` how many there are on a share, by
    id. `fault` says what is wrong with what was received, which then is empty."""

    prepared: tuple[AnswerCard, ...]
    shares: tuple[Share, ...]
    received: tuple[ShareCard, ...]
    names: dict[str, str]
    comments: dict[str, int]
    is_supervised: bool
    fault: str = ""

    @property
    def current(self) -> tuple[Share, ...]:
        """What is shared now."""
        return tuple(share for share in self.shares if share.withdrawn is None)

    @property
    def withdrawn(self) -> tuple[Share, ...]:
        """What was taken back."""
        return tuple(share for share in self.shares if share.withdrawn is not None)

    def share(self, share_id: str) -> Share | None:
        """One of one's own."""
        return next((share for share in self.shares if share.id == share_id), None)

    def card(self, share_id: str) -> ShareCard | None:
        """One of those received."""
        return next((card for card in self.received if card.id == share_id), None)

    def answer(self, answer_id: str) -> AnswerCard | None:
        """One that is prepared."""
        return next((card for card in self.prepared if card.id == answer_id), None)


def exchange(practice: Practice) -> Exchange:
    """As it stands now. What is damaged keeps nobody from the rest."""
    fault = ""
    received: tuple[ShareCard, ...] = ()
    shares = practice.sharing.mine()
    try:
        received = practice.sharing.received()
    except DamagedFile as damaged:
        fault = str(damaged)
    ids = [*(share.id for share in shares if share.withdrawn is None), *(card.id for card in received)]
    return Exchange(
        prepared=practice.sharing.prepared(),
        shares=shares,
        received=received,
        names=practice.people.names(),
        comments={id_: len(practice.sharing.comments(id_)) for id_ in ids},
        is_supervised=bool(practice.links.my_supervisors()),
        fault=fault,
    )


def share_row(share: Share, known: Exchange) -> tuple[str, str]:
    """With whom and what, and how it stands."""
    name = known.names.get(share.card.supervisor, "")
    if share.withdrawn is not None:
        standing = f"withdrawn {said_short(day_of(share.withdrawn))}"
    elif how_many := known.comments.get(share.id, 0):
        standing = counted(how_many, "comment")
    else:
        standing = f"opened {said_short(day_of(share.opened))}" if share.opened else "not opened"
    return f"{name}: {share.card.asked.wording}", standing


def share_about(share: Share, known: Exchange) -> str:
    """When it was shared and opened, and whether it can be taken back."""
    name = known.names.get(share.card.supervisor, "")
    opened = (
        f"They opened it on {said(day_of(share.opened))}." if share.opened else "They have not opened it."
    )
    shared = f"Shared with {name} on {said(day_of(share.card.shared))}"
    if share.withdrawn is not None:
        return f"{shared}, and withdrawn on {said(day_of(share.withdrawn))}: the copy is gone. {opened}"
    which = "the whole answer" if share.card.whole else "some lines"
    told = f"{shared}: {which}. {opened}"
    how_many = known.comments.get(share.id, 0)
    if how_many:
        told += (
            f" {counted(how_many, 'comment').capitalize()}: Enter shows {'it' if how_many == 1 else 'them'}."
        )
    if share.discussed_in is not None:
        told += " It belongs to a one-to-one that you both signed, and stays with it."
    return told


def received_row(card: ShareCard, known: Exchange) -> tuple[str, str]:
    """By whom and what, and since when."""
    return f"{known.names.get(card.supervisee, '')}: {card.asked.wording}", said_short(day_of(card.shared))


def received_about(card: ShareCard, known: Exchange) -> str:
    """That opening it is seen."""
    name, how_many = known.names.get(card.supervisee, ""), known.comments.get(card.id, 0)
    commented = f" You wrote {counted(how_many, 'comment')} on it." if how_many else ""
    return (
        f"Shared by {name} on {said(day_of(card.shared))}. {name} sees when you first open it, and can take it back."
        f"{commented}"
    )


def copy_words(asked: Asked, scale: Scale | None, text: str) -> Content:
    """The question as it was asked, and what of the answer goes along; parts of a question end with a blank line, so
    that the answer is not read as one of them."""
    said_ = lines(plain(scale.words, "$text-accent") if scale else plain(""), plain(text))
    between = Content("\n\n" if asked.parts else "\n")
    return between.join((question_words(asked.wording, asked.parts), said_))


def comment_words(comments: tuple[ShareComment, ...], names: dict[str, str], me: str) -> Content:
    """What was written on a share, the earliest first; nothing where nothing was."""
    said_ = [
        lines(
            plain(f"{_by(comment, names, me)}, {said(day_of(comment.at))}", "bold $primary"),
            plain(comment.text),
        )
        for comment in comments
    ]
    return Content("\n\n").join(said_)


def _by(comment: ShareComment, names: dict[str, str], me: str) -> str:
    return "You" if comment.by == me else names.get(comment.by, "")
