"""What is listed in a part of a one-to-one (previous actions, the agenda, what was shared), and what each row says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from reflect.domain.dates import day_of, said_short
from reflect.domain.sharing import ShareCard
from reflect.domain.supervision.entry import Section
from reflect.domain.supervision.one_to_one import OneToOne
from reflect.tui.supervision.words import action_state
from reflect.tui.words import columns, plain

IN_GENERAL = "in-general"
_ROOMY = 70


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing that a part speaks of. `about` is its id; None for the part in general. On the right stands what it is
    to know of it in a few `words`."""

    about: str | None
    title: str
    right: tuple[tuple[str, int], ...] = ()

    @property
    def key(self) -> str:
        """What names its row."""
        return self.about or IN_GENERAL


def things(record: OneToOne, section: Section, shares: Sequence[ShareCard] = ()) -> tuple[Thing, ...]:
    """What is listed in a part; nothing where a part is one text. `shares` are those that could be discussed."""
    if section is Section.AGENDA:
        return tuple(
            Thing(topic.id, topic.text, ((record.name(topic.author), 20),)) for topic in record.topics
        )
    found: tuple[Thing, ...] = ()
    if section is Section.PREVIOUS_ACTIONS:
        found = tuple(
            Thing(
                action.id,
                action.what,
                (
                    (f"by {said_short(action.due)}" if action.due else "no day", 16),
                    (action_state(action), 11),
                ),
            )
            for action in record.previous
        )
    elif section is Section.SHARED:
        discussed = {share.id: share.question for share in record.shared}
        others = {card.id: card for card in shares if card.id not in discussed}
        found = (
            *(Thing(id_, f"[x] {question}", (("discussed", 13),)) for id_, question in discussed.items()),
            *(
                Thing(
                    card.id,
                    f"[ ] {card.asked.wording}",
                    ((f"shared {said_short(day_of(card.shared))}", 20),),
                )
                for card in others.values()
            ),
        )
    if found or section in (Section.PREVIOUS_ACTIONS, Section.SHARED):
        return (*found, Thing(None, "In general")) if found else ()
    return ()


def row(thing: Thing, width: int) -> Content:
    """One line: what it is, and on the right what is to know of it, as far as there is room."""
    title = plain(" ".join(thing.title.split()))
    right = thing.right if width >= _ROOMY else thing.right[-1:]
    return columns(width, title, *right) if right else columns(width, title)
