"""A person's own answers as pages in words, the same for every kind of document: a front that says what this is,
and an entry for each answer and for what was taken away from each sitting. How they are set is for the writers of
the kinds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reflect.domain.banks import Handling, strictest
from reflect.domain.dates import day_of, said
from reflect.domain.going_out import GoingOut, TakenAway
from reflect.domain.reflection import FREE, Answer, Steps

HANDLING_WORDS = {
    Handling.PUBLIC: "public",
    Handling.PROFESSIONALS_ONLY: "for professionals only",
    Handling.LOCAL_ONLY: "for this place only",
}
# Where a bank is gone nobody can say any more how open it was.
UNKNOWN_HANDLING = "not known any more, so treat it as for this place only"
COURT = (
    "They are not a case record. A court or an inquiry can require them: private does not mean that nobody can ask "
    "for them."
)
QUESTION_STAYS = "The question is left out: its bank is for this place only."
QUESTION_UNKNOWN = (
    "The question is left out: its bank is not here any more, and how open it was is not known."
)
HOW_OFTEN = "How often"
TAKEN_AWAY = "What I take away"
PUT_ASIDE = "Put aside, written under another model"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of several lines; `heading` is empty where they have none."""

    heading: str
    words: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer, or what was taken away from a sitting. `question` is None where its wording stays behind;
    `instead` then says why. `aside` has the name of a model and what was written under it."""

    heading: str
    label: str
    question: str | None
    instead: str
    parts: tuple[str, ...]
    how_often: str
    model: str
    passages: tuple[Passage, ...]
    aside: tuple[tuple[str, tuple[Passage, ...]], ...]
    source: str


@dataclass(frozen=True, slots=True)
class Pages:
    """The whole document. `label` is the strictest of all labels and stands above every page."""

    title: str
    front: tuple[str, ...]
    label: str
    banks: tuple[str, ...]
    entries: tuple[Entry, ...]


def pages_of(going_out: GoingOut) -> Pages:
    """What goes out, in words; days are those of the place where this runs."""
    return Pages(
        title=f"Reflections of {going_out.owner}",
        front=tuple(_front(going_out)),
        label=_strictest_label(going_out),
        banks=tuple(
            f"{bank.title} ({bank.id}): {counted(bank.answers)}, {label_words(bank.handling)}"
            for bank in going_out.banks
        ),
        entries=tuple(
            _taken_away(piece, going_out) if isinstance(piece, TakenAway) else _entry(piece, going_out)
            for piece in going_out.pieces
        ),
    )


def label_words(handling: Handling | None) -> str:
    """A handling label in words, also where it is not known."""
    return UNKNOWN_HANDLING if handling is None else HANDLING_WORDS[handling]


def counted(answers: int) -> str:
    """A number of answers in words."""
    return f"{answers} answer{'' if answers == 1 else 's'}"


def all_counted(going_out: GoingOut) -> str:
    """All that goes out, in words."""
    told = counted(len(going_out.answers))
    if sittings := len(going_out.taken_away):
        told += f" and what was taken away from {sittings} sitting{'' if sittings == 1 else 's'}"
    return told


def _front(going_out: GoingOut) -> Iterator[str]:
    moments = [answer.created for answer in going_out.answers]
    days = sorted(day_of(moment) for moment in moments + [taken.moment for taken in going_out.taken_away])
    between = ""
    if days:
        between = f" from {said(days[0])}" + (f" to {said(days[-1])}" if days[0] != days[-1] else "")
    yield (
        f"Private reflections of {going_out.owner}: {all_counted(going_out)}{between}, written out on "
        f"{said(going_out.as_at)}. {COURT}"
    )
    if stay := going_out.questions_that_stay:
        yield (
            f"At {counted(stay)} the question is left out, since its bank is for this place only or not here "
            "any more."
        )
    if places := going_out.masked:
        yield (
            f"{places} {'place' if places == 1 else 'places'} that could have identified somebody "
            f"{'was' if places == 1 else 'were'} replaced by words in square brackets."
        )


def _strictest_label(going_out: GoingOut) -> str:
    labels = [bank.handling for bank in going_out.banks]
    if not labels:
        return ""
    if None in labels:
        return label_words(Handling.LOCAL_ONLY)
    return label_words(strictest(label for label in labels if label))


def _entry(answer: Answer, going_out: GoingOut) -> Entry:
    asked, label = answer.asked, going_out.handling.get(answer.asked.bank)
    stays = going_out.question_stays(answer)
    written = answer.steps if answer.steps is not None else (("", answer.text),)
    return Entry(
        heading=f"{said(day_of(answer.created))}: {asked.bank_title}",
        label=f"Handling: {label_words(label)}",
        question=None if stays else asked.wording,
        instead=(QUESTION_UNKNOWN if label is None else QUESTION_STAYS) if stays else "",
        parts=() if stays else asked.parts,
        how_often=answer.scale.words if answer.scale else "",
        model="" if answer.model == FREE else going_out.models.get(answer.model, answer.model),
        passages=_passages(written),
        aside=tuple(
            (going_out.models.get(model, model), _passages(steps, every=False))
            for model, steps in answer.aside
        ),
        source=(
            f"Bank {asked.bank}, version {asked.bank_version}; question {asked.question}; answered "
            f"{said(day_of(answer.created))}, last changed {said(day_of(answer.updated))}; {answer.state.value}"
        ),
    )


def _taken_away(taken: TakenAway, going_out: GoingOut) -> Entry:
    day = said(day_of(taken.moment))
    return Entry(
        heading=f"{day}: {taken.bank_title}",
        label=f"Handling: {label_words(going_out.handling.get(taken.bank))}",
        question=TAKEN_AWAY,
        instead="",
        parts=(),
        how_often="",
        model="",
        passages=_passages((("", taken.text),)),
        aside=(),
        source=f"Bank {taken.bank}; sitting of {day}",
    )


def _passages(steps: Steps, *, every: bool = True) -> tuple[Passage, ...]:
    """Steps as passages: a heading stays though nothing was written under it, unless not `every`."""
    return tuple(
        Passage(heading, words) for heading, words in steps if words.strip() or (every and heading.strip())
    )
