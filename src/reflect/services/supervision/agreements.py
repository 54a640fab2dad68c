"""Agreements as somebody: drawn up, written and signed by the two of a link, and by nobody else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from reflect.domain.supervision.agreement import Agreement, Terms
from reflect.domain.supervision.days import AgreementDates
from reflect.domain.supervision.entry import Section
from reflect.domain.supervision.merging import merged_terms
from reflect.domain.supervision.rhythm import Rhythm
from reflect.errors import WrongUse
from reflect.services.drawer import new_id
from reflect.services.supervision import days, writing
from reflect.services.supervision.entry_words import entry_read, entry_written
from reflect.services.supervision.meetings import in_body, names_of
from reflect.services.supervision.moments import moment_read, moment_written
from reflect.services.supervision.pair_file import must_be_open
from reflect.services.supervision.record_words import AgreementHead, terms_read, terms_written
from reflect.services.supervision.signed_words import Body, not_signed, of_whom
from reflect.text import clean, clean_line

if TYPE_CHECKING:
    from datetime import datetime

    from reflect.clock import Clock
    from reflect.domain.links import Link
    from reflect.domain.supervision.cadence import Cadence
    from reflect.services.supervision.copies import Copy
    from reflect.services.supervision.pair_file import PairFile, Record
    from reflect.services.supervision.places import Places
    from reflect.storage.store import Store

ONE_S_OWN = (Section.WANTS, Section.OFFERS)
LONGEST_MINUTES, LONGEST_DAYS = 24 * 60, 3660


class _Desk(NamedTuple):
    """One agreement on the desk, within a transaction that may write."""

    file: PairFile[AgreementHead]
    record: Record[AgreementHead]
    now: datetime

    def shown(self) -> Agreement:
        return shown(self.file, self.file.record(self.record.id))


class Agreements:
    """The agreements of one person, on either side. An id may be given by a beginning of it. Everything raises
    NotFound for what is not there or not theirs, NotPermitted with the reason where a link has ended, WrongUse for a
    step that is not possible now, DamagedFile for what was changed from outside; writes raise NotSaved."""

    def __init__(
        self, store: Store, places: Places, clock: Clock, cadences: Callable[[], Iterable[Cadence]]
    ) -> None:
        self._store = store
        self._places = places
        self._clock = clock
        self._cadences = cadences

    def current(self, name: str) -> Agreement | None:
        """The latest with somebody of this name, signed or not; None where there is none. Of a former supervisee this
        person's own copy of the last that they signed."""
        return next(iter(self.all(name)), None)

    def all(self, name: str | None = None) -> tuple[Agreement, ...]:
        """Every one, or those with somebody of this name, the latest first."""
        with self._store.reading() as transaction:
            found = []
            for link in self._places.readable(transaction, name):
                file = self._places.file(transaction, link, AgreementHead)
                found += [shown(file, record) for record in file.records()]
            names = {holder.person.id: holder.person.name for holder in transaction.people.all()}
            found += [
                _agreement(link, names, copy.body, copy, copy.voided, copy=True)
                for link, copy in self._places.copies(transaction, AgreementHead.KIND, name)
            ]
        return tuple(sorted(found, key=_newest, reverse=True))

    def draw_up(self, name: str, terms: Terms) -> Agreement:
        """A new one with somebody, the first or at a review. Raises WrongUse while one is not signed by both."""
        kept = _cleaned(terms)
        with self._store.reading() as transaction:
            link = self._places.with_somebody(transaction, name)
        self._places.make_key(link)
        with self._store.writing() as transaction:
            link = self._places.with_somebody(transaction, name)
            file = self._places.file(transaction, link, AgreementHead, writing=True)
            if any(not record.locked for record in file.records()):
                raise WrongUse(
                    "There is an agreement between you that is not signed by both yet.",
                    "Nothing was changed. Change that one, and sign it.",
                )
            record_id = new_id()
            now = self._clock.now()
            file.add(record_id, AgreementHead(kept, now, rhythm=self._rhythm(kept)), now)
            return shown(file, file.record(record_id))

    def set_terms(self, id: str, before: Terms, after: Terms) -> Agreement:
        """Changes its terms from `before`, as they were read, to `after`. What somebody else changed meanwhile stays,
        and of a text both wordings; raises ChangedMeanwhile, and changes nothing, where both gave a date, a number or
        a choice anew."""
        wanted = _cleaned(after)
        with self._at(id) as desk:
            head = desk.record.head
            terms = merged_terms(head.terms, before, wanted)
            if terms != head.terms:
                _check(terms)
                desk.file.change(
                    desk.record, replace(head, terms=terms, rhythm=self._rhythm(terms)), desk.now
                )
            return desk.shown()

    def write(self, id: str, section: Section, *, before: str, after: str) -> Agreement:
        """Changes what one wants or offers oneself from `before`, as it was read, to `after`. What another window wrote
        meanwhile is kept beside it."""
        if section not in ONE_S_OWN:
            raise WrongUse("This is no part of an agreement.", "Nothing was changed.")
        with self._at(id) as desk:
            must_be_open(desk.record)
            entries, me = desk.file.entries([desk.record.id]), self._places.me
            stood = next(
                (kept for kept in entries if (kept.entry.author, kept.entry.section) == (me, section)), None
            )
            if stood is not None:
                kept = writing.changed(stood, before, after, desk.now)
            elif clean(after).strip():
                kept = writing.new(
                    desk.record.id, entries, section, me, writing.needed(after), None, desk.now
                )
            else:
                return desk.shown()
            if kept is not stood:
                desk.file.write(desk.record, kept, desk.now)
            return desk.shown()

    def sign(self, id: str) -> Agreement:
        """Signs it as it stands, or as the other one has signed it. Once both have, it is locked."""
        with self._at(id) as desk:
            record = desk.record
            must_be_open(record)
            if record.head.rhythm is None and not record.signed:  # drawn up with an earlier version
                record = replace(record, head=replace(record.head, rhythm=self._rhythm(record.head.terms)))
            desk.file.sign(record, body_of(desk.file, record), desk.now)
            return desk.shown()

    def dates(self) -> tuple[AgreementDates, ...]:
        """Of those whose team this person leads: days and states, and no words. The next review first."""
        with self._store.reading() as transaction:
            return days.of_agreements(transaction, self._places.me)

    def _rhythm(self, terms: Terms) -> Rhythm:
        return Rhythm.of(terms, self._cadences())

    @contextmanager
    def _at(self, id: str) -> Iterator[_Desk]:
        with self._store.writing() as transaction:
            link, record_id = self._places.found(transaction, AgreementHead.KIND, id)
            file = self._places.file(transaction, link, AgreementHead, writing=True)
            yield _Desk(file, file.record(record_id), self._clock.now())


def body_of(file: PairFile[AgreementHead], record: Record[AgreementHead]) -> dict[str, Any]:
    """An agreement as it stands: what somebody would sign."""
    return {
        **of_whom(AgreementHead.KIND, record.id, file.key.circle_id, file.link),
        "terms": terms_written(record.head.terms),
        "made": moment_written(record.head.made),
        "entries": [entry_written(kept) for kept in in_body(file.entries([record.id]))],
    }


def shown(file: PairFile[AgreementHead], record: Record[AgreementHead]) -> Agreement:
    """An agreement as it was signed; as it stands where nobody has signed."""
    body = record.body if record.body is not None else body_of(file, record)
    return _agreement(file.link, file.names, body, record, record.head.voided)


def _agreement(
    link: Link,
    names: dict[str, str],
    body: Body,
    record: Record[AgreementHead] | Copy,
    voided: Sequence[Any],
    *,
    copy: bool = False,
) -> Agreement:
    try:
        return Agreement(
            id=record.id,
            link=link.id,
            supervisor=link.supervisor,
            supervisee=link.supervisee,
            names=names_of(link, names),
            terms=terms_read(body["terms"]),
            entries=tuple(entry_read(said) for said in body["entries"]),
            signatures=tuple(one.told for one in record.signed),
            voided=tuple(voided),
            made=moment_read(body["made"]),
            copy=copy,
        )
    except (KeyError, ValueError, TypeError):
        raise not_signed() from None


def _newest(agreement: Agreement) -> tuple[Any, ...]:
    return not agreement.agreed, agreement.made, agreement.terms.start, agreement.id


def _cleaned(terms: Terms) -> Terms:
    kept = replace(
        terms,
        stage=clean_line(terms.stage),
        interruptions=clean(terms.interruptions).strip(),
        cancellation=clean(terms.cancellation).strip(),
        kept_where=clean(terms.kept_where).strip(),
        readers=clean(terms.readers).strip(),
        disagreement=clean(terms.disagreement).strip(),
    )
    _check(kept)
    return kept


def _check(terms: Terms) -> None:
    if not 1 <= terms.every_days <= LONGEST_DAYS or not 1 <= terms.minutes <= LONGEST_MINUTES:
        raise WrongUse("How often and how long you meet are whole days and minutes.", "Nothing was changed.")
    if terms.review <= terms.start:
        raise WrongUse("The review of an agreement comes after its start.", "Nothing was changed.")
