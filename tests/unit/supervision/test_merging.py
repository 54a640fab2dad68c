"""Two changes to the same facts or terms at once: no word is lost, and no date is decided by who was later."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect.domain.supervision.agreement import Terms
from reflect.domain.supervision.merging import merged_facts, merged_terms
from reflect.domain.supervision.one_to_one import Facts
from reflect.errors import ChangedMeanwhile, WrongUse

FACTS = Facts(planned=date(2026, 3, 9), place="Room 2")
TERMS = Terms("monthly", date(2026, 3, 2), date(2027, 3, 2), 28, 90)
BEGAN = datetime(2026, 3, 9, 14, 5, tzinfo=UTC)

words = st.sampled_from(["", "quiet", "time to think", "an hour"])
numbers = st.integers(1, 4)


@given(stored=words, before=words, after=words)
def test_of_a_text_that_both_changed_both_wordings_stand(stored: str, before: str, after: str) -> None:
    merged = merged_terms(
        replace(TERMS, readers=stored), replace(TERMS, readers=before), replace(TERMS, readers=after)
    ).readers
    if after == before:
        assert merged == stored
    elif stored == before:
        assert merged == after
    else:
        assert stored in merged
        assert after in merged


@given(stored=numbers, before=numbers, after=numbers)
def test_a_number_that_both_changed_differently_is_asked_about(stored: int, before: int, after: int) -> None:
    given_terms = [replace(TERMS, minutes=minutes) for minutes in (stored, before, after)]
    if after not in (before, stored) and stored != before:
        with pytest.raises(
            ChangedMeanwhile, match=f"How long you meet was changed meanwhile: it is {stored} now"
        ):
            merged_terms(*given_terms)
    else:
        assert merged_terms(*given_terms).minutes == (stored if after == before else after)


@pytest.mark.parametrize(
    ("stored", "after", "said"),
    [
        (
            replace(FACTS, planned=date(2026, 3, 10)),
            replace(FACTS, planned=date(2026, 3, 11)),
            "Tuesday 10 March 2026",
        ),
        (
            replace(FACTS, started=BEGAN),
            replace(FACTS, started=BEGAN.replace(hour=15)),
            r"14:05 \(UTC\) on Monday 9",
        ),
    ],
)
def test_what_stands_is_said_in_words(stored: Facts, after: Facts, said: str) -> None:
    with pytest.raises(ChangedMeanwhile, match=said) as told:
        merged_facts(stored, FACTS, after)
    assert isinstance(told.value, WrongUse)
    assert told.value.exit_code == 2


def test_a_choice_is_asked_about_and_never_made_into_both() -> None:
    yes, no_stage = replace(TERMS, stage="weekly"), replace(TERMS, stage="fortnightly")
    with pytest.raises(ChangedMeanwhile, match="The career stage was changed meanwhile: it is weekly now"):
        merged_terms(yes, TERMS, no_stage)
    cleared = replace(FACTS, next=date(2026, 4, 1))
    with pytest.raises(ChangedMeanwhile, match="it is not set now"):
        merged_facts(FACTS, cleared, replace(FACTS, next=date(2026, 4, 2)))


def test_a_place_stays_on_one_line() -> None:
    merged = merged_facts(replace(FACTS, place="The garden"), FACTS, replace(FACTS, place="By telephone"))
    assert merged.place == "The garden / By telephone"
