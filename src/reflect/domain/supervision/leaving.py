"""Before a record, an agenda, an agreement or an audit leaves the workspace: which lines of it could identify somebody.
A reminder, never a clearance."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from reflect.domain.supervision.audit import Audit
from reflect.domain.supervision.going_out import AgendaOut, AgreementOut, RecordOut, SupervisionOut
from reflect.domain.supervision.one_to_one import OneToOne


@dataclass(frozen=True, slots=True)
class DoubtfulText:
    """One line with what was found in it: kinds in words, each once, and the words themselves."""

    words: str
    kinds: tuple[str, ...]
    found_words: tuple[str, ...]


def doubtful_texts(out: SupervisionOut, local_words: Collection[str] = ()) -> tuple[DoubtfulText, ...]:
    """Every line in which something could identify somebody, in the order of what goes out."""
    # Its rules take a moment to load, and only what goes out waits for them.
    from reflect.domain.identifiers import find_identifiers

    lines = (line for text in _texts(out) for line in text.split("\n"))
    return tuple(
        DoubtfulText(
            line,
            tuple(dict.fromkeys(one.kind.value for one in found)),
            tuple(line[one.start : one.end] for one in found),
        )
        for line in lines
        if (found := list(find_identifiers(line, local_words=local_words)))
    )


def questions_that_stay(out: SupervisionOut) -> int:
    """How many questions stay behind, because their bank is for this place only, or not known any more."""
    match out:
        case RecordOut():
            return sum(out.question_stays(share.bank) for share in out.record.shared)
        case AgendaOut():
            return sum(out.question_stays(card.asked.bank) for card in out.shares)
        case AgreementOut() | Audit():
            return 0


def _texts(out: SupervisionOut) -> Iterator[str]:
    match out:
        case RecordOut():
            yield from _of_record(out.record)
        case AgendaOut():
            yield from (action.what for action in (*out.previous, *out.rechecks))
            yield from _of_record(out.record)
        case AgreementOut():
            terms = out.agreement.terms
            yield from (entry.text for entry in out.agreement.entries)
            yield from (terms.interruptions, terms.cancellation, terms.kept_where, terms.readers)
            yield terms.disagreement
        case Audit():
            yield from (line.shows for line in out.lines)


def _of_record(record: OneToOne) -> Iterator[str]:
    yield from (record.cancelled_reason, record.facts.place)
    yield from (entry.text for entry in (*record.entries, *record.addenda))
    for action in record.actions:
        yield from (action.what, *action.happened)
    yield from (share.text for share in record.shared)
