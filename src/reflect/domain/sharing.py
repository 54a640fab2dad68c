"""Sharing: a copy of what somebody chose to show their supervisor, seen beforehand exactly as it goes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from typing import TYPE_CHECKING

from reflect.domain.going_out import DoubtfulLine, GoingOut, doubtful_lines, masked
from reflect.domain.reflection import Answer, Asked, Scale
from reflect.errors import WrongUse

if TYPE_CHECKING:
    from reflect.domain.banks import Handling

ELLIPSIS = "…"
_CHOICE = re.compile(r"\s*(\d{1,6})\s*(?:[-–]\s*(\d{1,6})\s*)?")


@dataclass(frozen=True, slots=True)
class ShareCard:
    """A share as its reader's list shows it, before it is opened: whose it is, the question as it was asked, and
    whether it is the whole answer. `supervisee` and `supervisor` are ids; `shared` is aware UTC."""

    id: str
    link: str
    supervisee: str
    supervisor: str
    asked: Asked
    whole: bool
    shared: datetime


@dataclass(frozen=True, slots=True)
class SharedWithMe:
    """A share as a supervisor reads it: the text that was sent, and the point of the scale where the whole answer
    was. It knows nothing of the answer that it is a copy of."""

    card: ShareCard
    text: str
    scale: Scale | None


@dataclass(frozen=True, slots=True)
class Share:
    """A share as its owner sees it: from which answer it was taken, and when it was opened or withdrawn (aware UTC).
    One that was withdrawn has no text any more. `discussed_in` is the one-to-one in which it was discussed."""

    card: ShareCard
    text: str
    scale: Scale | None
    answer: str
    opened: datetime | None = None
    withdrawn: datetime | None = None
    discussed_in: str | None = None

    @property
    def id(self) -> str:
        """The id of the share."""
        return self.card.id


@dataclass(frozen=True, slots=True)
class ShareComment:
    """What a supervisor wrote on a share: by whom (an id), and when (aware UTC)."""

    by: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an answer: its number, counted from 1 (None for a heading, an empty line, or one that stands for
    lines that stay), its words, and whether it goes."""

    number: int | None
    words: str
    goes: bool = True


@dataclass(frozen=True, slots=True)
class Preview:
    """Exactly what would go, and to whom. `going` is the answer with nothing but the `text` that goes; `lines` are
    all lines of the answer. `cover_until` is the last day of a link that stands in for somebody else. `handling` is
    the bank's label, None where it is not known. Nobody but the supervisor can read it."""

    going: Answer
    lines: tuple[Line, ...]
    whole: bool
    link: str
    supervisor: str
    supervisor_name: str
    cover_until: date | None
    handling: Handling | None
    doubtful: tuple[DoubtfulLine, ...] = ()
    masked: int = 0

    @property
    def text(self) -> str:
        """The words that go."""
        return self.going.text

    def without(self, lines: Iterable[DoubtfulLine], owner: str, as_at: date) -> Preview:
        """The same with a kind in brackets, such as `[name]`, in place of what was found in these lines."""
        left_out = masked(_going_out((self.going,), owner, as_at), lines)
        return replace(
            self,
            going=left_out.answers[0],
            lines=tuple(Line(None, words) for words in left_out.answers[0].text.split("\n")),
            masked=self.masked + left_out.masked,
        )


def lines_of(answer: Answer) -> tuple[Line, ...]:
    """The lines of an answer, those with words numbered from 1; the steps of a model under their headings. What was
    put aside under other models is not among them."""
    parts = answer.steps if answer.steps is not None else (("", answer.text),)
    lines: list[Line] = []
    number = 0
    for heading, words in parts:
        if not words.strip():
            continue
        if lines:
            lines.append(Line(None, ""))
        if heading:
            lines.append(Line(None, heading))
        for one in words.strip("\n").split("\n"):
            number += bool(one.strip())
            lines.append(Line(number if one.strip() else None, one))
    return tuple(lines)


def marked(lines: Iterable[Line], wanted: Collection[int]) -> tuple[Line, ...]:
    """The lines with these numbers going and the rest staying. A heading goes where something below it does, an
    empty line where the two beside it do."""
    told = [replace(line, goes=line.number in wanted) for line in lines]
    for at, line in enumerate(told):
        if line.number is None and line.words:
            below = []
            for other in told[at + 1 :]:
                if other.number is None and other.words:
                    break
                below.append(other)
            told[at] = replace(line, goes=any(other.goes for other in below))
    return tuple(
        replace(line, goes=0 < at < len(told) - 1 and told[at - 1].goes and told[at + 1].goes)
        if not line.words.strip()
        else line
        for at, line in enumerate(told)
    )


def text_of(lines: Iterable[Line]) -> str:
    """The words of the lines that go, with a line of its own, an ellipsis, wherever something with words stays."""
    said: list[str] = []
    for goes, several in groupby(lines, key=lambda line: line.goes):
        if goes:
            said += [line.words for line in several]
        elif any(line.number is not None for line in several):
            said.append(ELLIPSIS)
    return "\n".join(said)


def read_lines(words: str, last: int) -> frozenset[int]:
    """The lines that somebody chose, such as `1,3-5`, of an answer with `last` lines. Raises WrongUse."""
    chosen: set[int] = set()
    for part in words.split(","):
        found = _CHOICE.fullmatch(part)
        if found is None:
            raise WrongUse("These lines were not understood.", "Name them by number: 1,3-5")
        first, end = int(found[1]), int(found[2] or found[1])
        if not 1 <= first <= end <= last:
            raise WrongUse(
                f"This answer has {last} line{'' if last == 1 else 's'}, numbered from 1.",
                "Nothing was shared. Choose among these, such as 1,3-5.",
            )
        chosen.update(range(first, end + 1))
    return frozenset(chosen)


def going(answer: Answer, lines: str | None) -> tuple[Answer, tuple[Line, ...], bool]:
    """The answer with nothing but the text that goes, all its lines, and whether it is whole: with `lines` None, or
    all of them. Of lines that were chosen the scale stays behind. Raises WrongUse."""
    all_lines = lines_of(answer)
    last = sum(line.number is not None for line in all_lines)
    wanted = None if lines is None else read_lines(lines, last)
    whole = wanted is None or len(wanted) == last
    chosen = all_lines if wanted is None or whole else marked(all_lines, wanted)
    text = text_of(chosen)
    return (
        replace(answer, text=text, steps=None, aside=(), scale=answer.scale if whole else None),
        chosen,
        whole,
    )


def doubts(going: Answer, owner: str, as_at: date, local_words: Collection[str]) -> tuple[DoubtfulLine, ...]:
    """Every line of what goes in which something could identify somebody."""
    return doubtful_lines(_going_out((going,), owner, as_at), local_words)


def _going_out(answers: tuple[Answer, ...], owner: str, as_at: date) -> GoingOut:
    return GoingOut(owner, as_at, answers, handling={}, models={}, include_local=True)
