"""The five banks that come with reflect cover their briefings, and leave nothing for the check to say."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from reflect.banks.catalogue import Catalogue
from reflect.banks.check import check_file
from reflect.domain.banks import Bank, Grade, Handling, Polarity
from reflect.paths import shipped_banks

# What each briefing asks, teaches and tells, counted by hand: adapted questions, findings, fewest derived questions.
COUNTS = {
    "child-s": (9, 15, 4),
    "child-d": (2, 3, 8),
    "themes-from-scrs": (4, 15, 10),
    "baby-e": (0, None, 12),
    "west-sussex-2017-18": (18, 44, 10),
}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.load(shipped_banks())


@pytest.fixture(params=COUNTS)
def bank(catalogue: Catalogue, request: pytest.FixtureRequest) -> Bank:
    return catalogue.bank(request.param)


def test_there_are_five_and_none_is_broken(catalogue: Catalogue) -> None:
    assert {bank.id for bank in catalogue.banks()} == set(COUNTS)
    assert catalogue.broken() == ()


def test_the_check_has_nothing_to_say(catalogue: Catalogue, bank: Bank) -> None:
    path = shipped_banks() / f"{bank.id}.yaml"
    assert [str(notice) for notice in check_file(path, catalogue.vocabulary)] == []


def test_each_covers_its_briefing(bank: Bank) -> None:
    adapted, findings, fewest_derived = COUNTS[bank.id]
    grades = Counter(question.grade for question in bank.questions)
    assert grades[Grade.ADAPTED] == adapted
    assert grades[Grade.DERIVED] >= fewest_derived
    assert findings is None or len(bank.findings) == findings


def test_every_question_leads_to_a_finding_and_back(bank: Bank) -> None:
    assert all(len(bank.findings_of(question)) == len(question.findings) > 0 for question in bank.questions)
    led_to = {finding.id for question in bank.questions for finding in bank.findings_of(question)}
    assert led_to == {finding.id for finding in bank.findings}


def test_everyone_may_be_asked_something(bank: Bank, catalogue: Catalogue) -> None:
    assert any(not question.audience for question in bank.questions)
    assert all(question.why and question.locator for question in bank.questions)
    codes = [code for question in bank.questions for code in (*question.themes, *question.context)]
    assert all(code in catalogue.vocabulary.themes for code in codes)


def test_what_is_hard_to_read_is_said_beforehand(bank: Bank) -> None:
    assert bank.content_note


def test_child_s(catalogue: Catalogue) -> None:
    bank = catalogue.bank("child-s")
    assert bank.handling is Handling.PROFESSIONALS_ONLY
    assert bank.reviews[0].published is False
    polarity = Counter(finding.polarity for finding in bank.findings)
    assert polarity == {Polarity.GOOD_PRACTICE: 8, Polarity.STRENGTHEN: 7}
    adapted = [question for question in bank.questions if question.grade is Grade.ADAPTED]
    assert [len(question.parts) for question in adapted][2] == 2
    assert len(bank.resources) == 2


def test_child_d(catalogue: Catalogue) -> None:
    bank = catalogue.bank("child-d")
    assert len(bank.panes) == 7
    assert all(finding.change for finding in bank.findings)
    who = {change.who for finding in bank.findings for change in finding.change}
    assert "practitioners" in who
    assert any("managers" in them for them in who)
    facts = " ".join(fact.text for fact in bank.facts).casefold()
    assert re.search(r"\b(?:7|seven)\b", facts)
    assert re.search(r"\b(?:8|eight)\b", facts)
    assert "third" in facts


def test_themes_from_thirteen_reviews(catalogue: Catalogue) -> None:
    bank = catalogue.bank("themes-from-scrs")
    assert len(bank.panes) == 7
    assert bank.document.published == "2021-02-22"
    adapted = [question.locator for question in bank.questions if question.grade is Grade.ADAPTED]
    assert len(set(adapted)) == 4


def test_baby_e(catalogue: Catalogue) -> None:
    bank = catalogue.bank("baby-e")
    assert bank.document.published == "2016-09-06"
    assert len(bank.findings) >= 12


def test_west_sussex(catalogue: Catalogue) -> None:
    bank = catalogue.bank("west-sussex-2017-18")
    assert len(bank.reviews) == 7
    names = {review.id: review.name.split()[-1] for review in bank.reviews}
    findings = Counter(names[finding.review] if finding.review else "" for finding in bank.findings)
    assert findings == {"John": 3, "Key": 4, "A": 3, "Q": 4, "O": 2, "N": 11, "S": 13, "": 4}
