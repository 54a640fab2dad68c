"""A bank's file becomes a bank, or is refused with file, line and what to change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reflect.banks.content import as_dict
from reflect.banks.loader import load_bank
from reflect.domain.banks import Change, Grade, Handling, Polarity, Shape
from reflect.domain.themes import Vocabulary
from reflect.errors import BankError

Write = Callable[..., Path]


def test_everything_in_the_file_is_in_the_bank(small_bank: str, write: Write, vocabulary: Vocabulary) -> None:
    bank = load_bank(write(small_bank), vocabulary)

    assert (bank.id, bank.title, bank.version, bank.language) == ("small", "A small bank", 3, "en-GB")
    assert bank.handling is Handling.PROFESSIONALS_ONLY
    assert bank.content_note == "This bank speaks of a death."
    assert bank.document.title == "Learning briefing: Child X"
    assert bank.document.published == "2020-01-31"
    assert bank.reviews[0].published is False
    assert len(bank.panes) == 7
    father, visits = bank.findings
    assert father.polarity is Polarity.STRENGTHEN
    assert father.change == (Change("practitioners", "Speak with both parents."),)
    assert (visits.review, visits.change) == (None, ())
    heard, kept = bank.questions
    assert (heard.shape, heard.grade) == (Shape.SELF_AUDIT, Grade.ADAPTED)
    assert heard.audience == ("health-visitor", "midwife")
    assert heard.parts == ("Do I speak with the mother?", "Do I speak with the father?")
    assert heard.prompts == ("Who else is there?",)
    assert bank.findings_of(heard) == (father,)
    assert (kept.shape, kept.audience, kept.context) == (Shape.SERVICE, (), ())
    assert bank.resources[1].address is None


def test_a_review_of_which_nothing_is_said_is_neither_published_nor_not(
    small_bank: str, write: Write, vocabulary: Vocabulary
) -> None:
    silent = load_bank(write(small_bank.replace("    published: false\n", "")), vocabulary)
    assert silent.reviews[0].published is None
    published = load_bank(write(small_bank.replace("published: false", "published: true")), vocabulary)
    assert published.reviews[0].published is True


@pytest.mark.parametrize("key", ["content_note", "reviews", "panes", "facts", "resources"])
def test_what_a_briefing_lacks_may_be_left_out(
    small_bank: str, write: Write, vocabulary: Vocabulary, key: str
) -> None:
    lines, kept = small_bank.replace("    review: child-x\n", "").splitlines(), []
    leaving_out = False
    for line in lines:
        if not line.startswith(" "):
            leaving_out = line.startswith(f"{key}:")
        if not leaving_out:
            kept.append(line)
    bank = load_bank(write("\n".join(kept)), vocabulary)
    assert not getattr(bank, key)
    assert as_dict(bank)[key] == (None if key == "content_note" else [])


SUMMARY = "summary: A baby died. Nobody had asked the father."
THEMES = "[fathers-and-partners, infant-unborn]"
AUDIENCE = "[health-visitor, midwife]"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("locator: Page 2", "locatr: Page 2", "unknown key `locatr` in this fact; did you mean `locator`?"),
        ("address: https", "colour: https", "unknown key `colour` in this resource."),
        ("format: 1", "format: 2", "`format` is `2`; this version of reflect reads format 1"),
        ("id: small", "id: Small Bank", "`id` is `Small Bank`; it should be small letters"),
        ("title: A small", f"title: {'A ' * 40}small", "90 characters long; it should be 60 at most"),
        ("version: 3", "version: 0", "a whole number from 1 to 9999"),
        ("version: 3", "version: 1.5", "a whole number from 1 to 9999"),
        ("version: 3", "version: ٣", "a whole number from 1 to 9999"),
        ("language: en-GB", "language: English", "a language code"),
        ("professionals-only", "professional-only", "did you mean `professionals-only`?"),
        (SUMMARY, "summary:", "`summary` is empty"),
        (SUMMARY, "summary: ~", "`summary` is empty"),
        (SUMMARY, "summary: [a]", "should be text, not a list"),
        (SUMMARY, "summary: {a: b}", "should be text, not further keys"),
        ("published: false", "published: no", "should be `true` or `false`"),
        ("polarity: strengthen", "polarity: bad", "`strengthen` or `good-practice`"),
        ("review: child-x", "review: child-y", "no review `child-y` in this bank; did you mean `child-x`?"),
        (THEMES, "[infant-unborn]", "at least one theme of a finding is a practice code"),
        (THEMES, "[father-and-partners]", "did you mean `fathers-and-partners`?"),
        (THEMES, "[]", "has 0 entries; it should have 1 to 4"),
        (THEMES, "fathers-and-partners", "should be a list, not text"),
        (THEMES, "[local:Buses]", "`local:` and then small letters"),
        ("context: [infant-unborn]", "context: [recording-quality]", "`context` takes context codes"),
        ("context: [infant-unborn]", "context:", "write `[]`, or leave the key out"),
        ("shape: self-audit", "shape: self audit", "did you mean `self-audit`?"),
        (AUDIENCE, "everyone", "should be `all` or a list, not text"),
        (AUDIENCE, "[midwive]", "did you mean `midwife`?"),
        (AUDIENCE, "[nurse, nurse]", "`audience` names `nurse` twice"),
        ("findings: [visits-kept-up]", "findings: [visits-kept]", "did you mean `visits-kept-up`?"),
        ("findings: [visits-kept-up]", "findings: []", "has 0 entries"),
        ("id: what-kept-us-going", "id: visits-kept-up #", "the id `visits-kept-up` is taken"),
        ("text: Do I speak with both parents?", "text: |-\n      Do I\n      ask?", "should be one line"),
        ("https://example.org/guidance", "javascript:alert(1)", "begins with https://"),
        (
            "- who: practitioners\n        text: Speak",
            "- Speak",
            "should have keys (`who`, `text` ...), not text",
        ),
    ],
)
def test_a_fault_is_named_with_its_line(
    small_bank: str, write: Write, vocabulary: Vocabulary, before: str, after: str, said: str
) -> None:
    assert small_bank.count(before) == 1
    changed = small_bank.replace(before, after)
    line = changed.count("\n", 0, small_bank.index(before)) + 1
    with pytest.raises(BankError) as refused:
        load_bank(write(changed), vocabulary)
    assert refused.value.what.startswith(f"small.yaml:{line}: ")
    assert said in refused.value.what


@pytest.mark.parametrize(
    ("gone", "part", "said"),
    [
        ("title: A small bank\n", "format: 1", "this bank has no `title`"),
        ("    locator: Question 1\n", "id: both-parents-heard", "this question has no `locator`"),
        ("    locator: Page 2\n", "text: Seven visits", "this fact has no `locator`"),
        ("  - title: Minute 7\n    text: Read this in a minute.\n", "- title: Minute 1", "panes, not 6"),
    ],
)
def test_what_is_missing_is_named_where_its_part_begins(
    small_bank: str, write: Write, vocabulary: Vocabulary, gone: str, part: str, said: str
) -> None:
    changed = small_bank.replace(gone, "")
    line = changed.count("\n", 0, changed.index(part)) + 1
    with pytest.raises(BankError) as refused:
        load_bank(write(changed), vocabulary)
    assert refused.value.what.startswith(f"small.yaml:{line}: ")
    assert said in refused.value.what


def test_two_findings_cannot_share_an_id(small_bank: str, write: Write, vocabulary: Vocabulary) -> None:
    changed = small_bank.replace("visits-kept-up", "fathers-left-out")
    with pytest.raises(
        BankError, match="the id `fathers-left-out` is taken by a question or finding on line"
    ):
        load_bank(write(changed), vocabulary)


def test_a_bank_may_add_codes_of_its_own(small_bank: str, write: Write, vocabulary: Vocabulary) -> None:
    changed = small_bank.replace("[infant-unborn]", "[local:long-journeys]")
    bank = load_bank(write(changed), vocabulary)
    assert bank.questions[0].context == ("local:long-journeys",)
    assert vocabulary.label("local:long-journeys") == "long journeys"


def test_a_refusal_counts_what_comes_after(small_bank: str, write: Write, vocabulary: Vocabulary) -> None:
    changed = small_bank.replace("version: 3", "version: x").replace("language: en-GB", "language: x")
    with pytest.raises(BankError, match=r"small\.yaml:4: .*more to change after it \(1\)"):
        load_bank(write(changed), vocabulary)


def test_the_hash_is_of_what_is_said_not_of_how_it_is_laid_out(
    small_bank: str, write: Write, vocabulary: Vocabulary
) -> None:
    first = load_bank(write(small_bank), vocabulary)
    relaid = "# a note\n" + small_bank.replace("[fathers-left-out]", "\n      - 'fathers-left-out'")
    relaid = relaid.replace("handling: professionals-only\n", "").replace(
        "version: 3\n", "handling: professionals-only\nversion: 3\n"
    )
    assert load_bank(write(relaid), vocabulary).hash == first.hash
    assert len(first.hash) == 64
    assert (
        load_bank(write(small_bank.replace("both parents?", "each parent?")), vocabulary).hash != first.hash
    )
    assert load_bank(write(small_bank.replace("version: 3", "version: 4")), vocabulary).hash != first.hash


def test_the_hash_stays_the_same_from_release_to_release(
    small_bank: str, write: Write, vocabulary: Vocabulary
) -> None:
    """Answers name the hash of the bank they were given to."""
    bank = load_bank(write(small_bank), vocabulary)
    assert bank.hash == "b0d19ae055bac59c5a08fa2cabb7ae8b104b82d5b9cf23dad15c64fa94ef2470"


def test_as_plain_data_all_keys_are_there(small_bank: str, write: Write, vocabulary: Vocabulary) -> None:
    content = as_dict(load_bank(write(small_bank), vocabulary))
    assert content["version"] == 3
    assert content["reviews"] == [
        {"id": "child-x", "kind": "Serious Case Review", "name": "Child X", "published": False}
    ]
    assert content["findings"][1] == {
        "id": "visits-kept-up",
        "text": "The health visitor kept visiting.",
        "polarity": "good-practice",
        "review": None,
        "themes": ["good-practice"],
        "locator": "Item 2",
        "change": [],
    }
    assert content["questions"][0]["audience"] == ["health-visitor", "midwife"]
    assert content["questions"][1] == {
        "id": "what-kept-us-going",
        "text": "What helped my team to keep visiting?",
        "why": "Visiting went on when it was hard.",
        "shape": "service",
        "grade": "derived",
        "audience": "all",
        "themes": ["good-practice"],
        "context": [],
        "findings": ["visits-kept-up"],
        "locator": "Item 2",
        "parts": [],
        "prompts": [],
    }
    assert content["resources"][1] == {"title": "A leaflet", "address": None}
