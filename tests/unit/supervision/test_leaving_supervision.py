"""Before a record or an agreement leaves: which lines of it could identify somebody, and which questions stay."""

from __future__ import annotations

from datetime import UTC, date, datetime

from reflect.domain.actions.action import Status
from reflect.domain.banks import Handling
from reflect.domain.supervision.agreement import Agreement, Terms
from reflect.domain.supervision.entry import Entry, Section
from reflect.domain.supervision.going_out import AgreementOut, RecordOut
from reflect.domain.supervision.leaving import doubtful_texts, questions_that_stay
from reflect.domain.supervision.one_to_one import (
    ActionInRecord,
    Facts,
    Kind,
    MeetingStatus,
    OneToOne,
    SharedInRecord,
)

DAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
NAMES = (("s", "Sam"), ("b", "Bo"))


ONE = OneToOne(
    id="m", link="l", supervisor="s", supervisee="b", names=NAMES, kind=Kind.SCHEDULED, status=MeetingStatus.HELD,
    facts=Facts(DAY, place="12 High Street, SE1 7PB"),
    entries=(Entry("e", Section.OTHER, "s", "We rang Mrs Jones\nand waited", NOW, NOW),),
    actions=(
        ActionInRecord("a", "Write to jo@example.org", "b", DAY, Status.AGREED, True, ("Noted: Mr Okafor came",)),
    ),
    shared=(SharedInRecord("x", "Do I ask?", "I met Dr Patel", "child-s"),),
    addenda=(Entry("d", Section.ADDENDUM, "b", "It was Ms Long", NOW, NOW),),
)  # fmt: skip


def test_every_line_of_a_record_is_looked_at_and_only_doubtful_ones_are_shown() -> None:
    found = doubtful_texts(RecordOut(ONE, DAY))
    assert [line.words for line in found] == [
        "12 High Street, SE1 7PB", "We rang Mrs Jones", "It was Ms Long", "Write to jo@example.org",
        "Noted: Mr Okafor came", "I met Dr Patel",
    ]  # fmt: skip
    assert {kind for line in found for kind in line.kinds} >= {"name", "postcode"}
    assert "SE1 7PB" in found[0].found_words


def test_words_of_the_workplace_are_found_too() -> None:
    assert doubtful_texts(RecordOut(ONE, DAY), ["waited"])[2].words == "and waited"


def test_the_terms_of_an_agreement_and_what_both_want_are_looked_at() -> None:
    terms = Terms("our-own", DAY, DAY, 28, 60, disagreement="We ask Mrs Jones")
    wants = Entry("e", Section.WANTS, "b", "Time, as with Dr Patel", NOW, NOW)
    agreement = Agreement("g", "l", "s", "b", NAMES, terms, (wants,))
    out = AgreementOut(agreement, DAY)
    assert [line.words for line in doubtful_texts(out)] == ["Time, as with Dr Patel", "We ask Mrs Jones"]
    assert questions_that_stay(out) == 0


def test_questions_of_a_bank_for_this_place_or_no_longer_known_stay() -> None:
    assert questions_that_stay(RecordOut(ONE, DAY, handling={"child-s": Handling.LOCAL_ONLY})) == 1
    assert questions_that_stay(RecordOut(ONE, DAY)) == 1
    assert questions_that_stay(RecordOut(ONE, DAY, handling={"child-s": Handling.PUBLIC})) == 0
    assert questions_that_stay(RecordOut(ONE, DAY, include_local=True)) == 0
