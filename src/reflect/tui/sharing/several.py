"""Several answers on their way to a supervisor: which of them, which lines, and the steps until copies are shared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from reflect.domain.dates import day_of, said, said_short
from reflect.domain.reflection import Answer, AnswerCard, State
from reflect.domain.sharing import ELLIPSIS, going
from reflect.domain.sharing_again import choice_kept
from reflect.errors import NotFound
from reflect.tui.labels import handling_words
from reflect.tui.sharing.exchange import copy_words
from reflect.tui.words import columns, lines, plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from reflect.domain.going_out import DoubtfulLine
    from reflect.domain.links import Link
    from reflect.domain.sharing import Preview
    from reflect.services.practice import Practice

_STATES = {State.PREPARED: "prepared", State.SHARED: "shared", State.PRIVATE: ""}


@dataclass(frozen=True, slots=True)
class Offered:
    """The answers to choose from, in their order; by which links somebody supervises their owner, and the names of
    people by id."""

    answers: tuple[Answer | AnswerCard, ...]
    links: tuple[Link, ...]
    names: dict[str, str]


def offered(practice: Practice, ids: Sequence[str] | None) -> Offered:
    """These answers (those that are gone are passed over), or all of them, those that are prepared first, then the
    newest."""
    answers: list[Answer | AnswerCard] = []
    if ids is None:
        cards = practice.reflecting.answers()
        for card in sorted(cards, key=lambda card: card.state is not State.PREPARED):
            is_prepared = card.state is State.PREPARED
            answers.append(practice.reflecting.answer(card.id) if is_prepared else card)
    for id_ in ids or ():
        try:
            answer = practice.reflecting.answer(id_)
        except NotFound:
            continue
        if not answer.is_empty:
            answers.append(answer)
    return Offered(
        tuple(answers),
        practice.links.my_supervisors(),
        practice.people.names(),
    )


def chosen_before(answer: Answer | AnswerCard) -> str | None:
    """The lines that were chosen when an answer was prepared; None for all, empty where none of them is left."""
    return choice_kept(answer) if isinstance(answer, Answer) else None


def row(answer: Answer | AnswerCard, width: int, *, is_marked: bool, wanted: str | None) -> Content:
    """Whether it goes, its question, how much of it, and how it stood before."""
    sign = "[x] " if is_marked else "[ ] "
    if is_marked:
        which = "whole" if wanted is None else f"line{'s' if set(wanted) & set(',-') else ''} {wanted}"
    else:
        which = _STATES[answer.state]
    day = said_short(day_of(answer.created))
    return columns(
        width, Content.assemble(sign, plain(" ".join(answer.asked.wording.split()))), (which, 14), (day, 12)
    )


def as_it_goes(answer: Answer, wanted: str | None, *, is_marked: bool) -> Content:
    """Exactly what would go, as whoever reads it sees it; or that it stays."""
    copy, _, whole = going(answer, wanted)
    told = "It goes exactly so" if is_marked else "It stays with you. Marked, it would go so"
    rest = "" if whole else f"; “{ELLIPSIS}” stands for the other lines"
    return lines(plain(f"{told}{rest}:", "$text-muted"), copy_words(answer.asked, copy.scale, copy.text))


def to_whom(preview: Preview, others: int) -> str:
    """Who would read this, and for how long they cover."""
    cover = f", who covers up to and including {said(preview.cover_until)}," if preview.cover_until else ""
    which = "these copies" if others else "this copy"
    return f"{preview.supervisor_name}{cover} would read {which}, and nobody else could. Later edits stay private."


def all_of(previews: Sequence[Preview]) -> Content:
    """Everything that goes, one after another."""
    several = []
    for at, preview in enumerate(previews):
        asked = preview.going.asked
        label = handling_words(preview.handling) if preview.handling else "no label known"
        several.append(
            lines(
                plain(f"{at + 1} of {len(previews)} · {asked.bank_title} · {label}", "$text-muted"),
                copy_words(asked, preview.going.scale, preview.text),
            )
        )
    return Content("\n\n").join(several)


def without(
    previews: Sequence[Preview], to_mask: Sequence[DoubtfulLine], owner: str, today: date
) -> tuple[Preview, ...]:
    """The same, with what was found in these lines masked."""
    masked = []
    for preview in previews:
        ours = [line for line in to_mask if line.piece.id == preview.going.id]
        masked.append(preview.without(ours, owner, today) if ours else preview)
    return tuple(masked)
