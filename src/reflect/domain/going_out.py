"""Answers that are about to leave the workspace, with what was taken away from their sittings: what would go along,
how each bank wants to be handled, and which lines could identify somebody.

The check is a reminder, never a clearance: what it leaves unmarked can still be recognised, by a combination of
small things.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from reflect.domain.banks import Handling
from reflect.domain.reflection import Answer, Reflection, Steps, joined

if TYPE_CHECKING:
    from reflect.domain.identifiers import Identifier


@dataclass(frozen=True, slots=True)
class TakenAway:
    """What somebody takes away from one sitting; its id is that of the sitting. `moment` (aware UTC) is when the
    sitting ended, or began where it goes on."""

    id: str
    bank: str
    bank_title: str
    moment: datetime
    text: str

    @classmethod
    def of(cls, sitting: Reflection) -> TakenAway:
        """What was taken away from a sitting."""
        moment = sitting.finished or sitting.started
        return cls(sitting.id, sitting.bank, sitting.bank_title, moment, sitting.take_away)


Piece = Answer | TakenAway


@dataclass(frozen=True, slots=True)
class BankGoingOut:
    """One bank among those answered. `handling` is None where nobody can say any more how open it was."""

    id: str
    title: str
    answers: int
    handling: Handling | None


@dataclass(frozen=True, slots=True)
class GoingOut:
    """Somebody's answers on their way out. `handling` is by bank id, `models` holds the names of reflective models
    by id, `masked` counts the places at which something was left out."""

    owner: str
    as_at: date
    answers: tuple[Answer, ...]
    handling: Mapping[str, Handling]
    models: Mapping[str, str]
    include_local: bool = False
    masked: int = 0
    taken_away: tuple[TakenAway, ...] = ()

    def question_stays(self, answer: Answer) -> bool:
        """Whether the wording of the question stays behind: its bank is for this place only, or gone, so that its
        label is not known any more."""
        label = self.handling.get(answer.asked.bank)
        return not self.include_local and label in (None, Handling.LOCAL_ONLY)

    @property
    def questions_that_stay(self) -> int:
        """At how many answers the question stays behind."""
        return sum(self.question_stays(answer) for answer in self.answers)

    @property
    def banks(self) -> tuple[BankGoingOut, ...]:
        """The banks that something was written about, in the order in which they first appear."""
        counts: dict[str, int] = {}
        titles: dict[str, str] = {}
        for answer in self.answers:
            counts[answer.asked.bank] = counts.get(answer.asked.bank, 0) + 1
            titles.setdefault(answer.asked.bank, answer.asked.bank_title)
        for taken in self.taken_away:
            counts.setdefault(taken.bank, 0)
            titles.setdefault(taken.bank, taken.bank_title)
        return tuple(BankGoingOut(id_, titles[id_], counts[id_], self.handling.get(id_)) for id_ in counts)

    @property
    def characters(self) -> int:
        """How long all passages are together."""
        return sum(len(words) for piece in self.pieces for words in _passages(piece))

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All that goes out, newest first: what was taken away from a sitting stands before its answers."""
        left = sorted(self.taken_away, key=lambda taken: taken.moment, reverse=True)
        with_answers = {answer.reflection for answer in self.answers}
        pieces: list[Piece] = []
        for answer in self.answers:
            before = [
                taken
                for taken in left
                if taken.id == answer.reflection
                or (taken.id not in with_answers and taken.moment > answer.created)
            ]
            pieces += [*before, answer]
            left = [taken for taken in left if taken not in before] if before else left
        return (*pieces, *left)


@dataclass(frozen=True, slots=True)
class DoubtfulLine:
    """One line (or more, where what was found goes over its end) of the `passage`th passage of a piece: its place
    there from `start` up to `end`, its words, and what was found, with places in the passage."""

    piece: Piece
    passage: int
    start: int
    end: int
    words: str
    found: tuple[Identifier, ...]

    @property
    def moment(self) -> datetime:
        """When it was written, aware UTC."""
        return self.piece.created if isinstance(self.piece, Answer) else self.piece.moment

    @property
    def bank_title(self) -> str:
        """What it was written about."""
        return self.piece.asked.bank_title if isinstance(self.piece, Answer) else self.piece.bank_title

    @property
    def kinds(self) -> tuple[str, ...]:
        """What was found, in words, each once."""
        return tuple(dict.fromkeys(one.kind.value for one in self.found))

    @property
    def found_words(self) -> tuple[str, ...]:
        """The words that were found, as they stand."""
        return tuple(self.words[one.start - self.start : one.end - self.start] for one in self.found)


def doubtful_lines(going_out: GoingOut, local_words: Collection[str] = ()) -> tuple[DoubtfulLine, ...]:
    """Every line in which something could identify somebody, in the order in which they go out; the words put aside
    under other models too."""
    return tuple(
        line
        for piece in going_out.pieces
        for number, words in enumerate(_passages(piece))
        for line in _lines_of(piece, number, words, local_words)
    )


def masked(going_out: GoingOut, lines: Iterable[DoubtfulLine]) -> GoingOut:
    """The same with a kind in brackets, such as `[name]`, in place of what was found in these lines."""
    marks: dict[str, dict[int, list[Identifier]]] = {}
    count = 0
    for line in lines:
        marks.setdefault(line.piece.id, {}).setdefault(line.passage, []).extend(line.found)
        count += len(line.found)

    def left_out(piece: Piece) -> list[str]:
        found = marks.get(piece.id, {})
        return [_without(words, found.get(number, [])) for number, words in enumerate(_passages(piece))]

    return replace(
        going_out,
        answers=tuple(
            _with_passages(answer, left_out(answer)) if answer.id in marks else answer
            for answer in going_out.answers
        ),
        taken_away=tuple(
            replace(taken, text="".join(left_out(taken))) if taken.id in marks else taken
            for taken in going_out.taken_away
        ),
        masked=going_out.masked + count,
    )


def _passages(piece: Piece) -> list[str]:
    """All that the person wrote in a piece; in an answer its text or its steps, then what was put aside."""
    if isinstance(piece, TakenAway):
        return [piece.text]
    own = [piece.text] if piece.steps is None else [words for _, words in piece.steps]
    return own + [words for _, steps in piece.aside for _, words in steps]


def _with_passages(answer: Answer, passages: list[str]) -> Answer:
    left = iter(passages)
    if answer.steps is None:
        own = replace(answer, text=next(left))
    else:
        steps = tuple((title, next(left)) for title, _ in answer.steps)
        own = replace(answer, steps=steps, text=joined(steps))
    aside: list[tuple[str, Steps]] = []
    for model, written in answer.aside:
        aside.append((model, tuple((title, next(left)) for title, _ in written)))
    return replace(own, aside=tuple(aside))


def _lines_of(piece: Piece, number: int, words: str, local_words: Collection[str]) -> Iterable[DoubtfulLine]:
    # Its rules take a moment to load, and signing in does not wait for them.
    from reflect.domain.identifiers import find_identifiers

    by_line: dict[int, list[Identifier]] = {}
    for found in find_identifiers(words, local_words=local_words):
        by_line.setdefault(words.rfind("\n", 0, found.start) + 1, []).append(found)
    for start, several in sorted(by_line.items()):
        end = words.find("\n", several[-1].end)
        end = len(words) if end < 0 else end
        yield DoubtfulLine(piece, number, start, end, words[start:end], tuple(several))


def _without(words: str, found: list[Identifier]) -> str:
    from reflect.domain.identifiers import IdentifierKind

    for one in sorted(found, key=lambda one: one.start, reverse=True):
        kind = "local word" if one.kind is IdentifierKind.LOCAL else one.kind.value
        words = f"{words[: one.start]}[{kind}]{words[one.end :]}"
    return words
