"""The check tells an author all that is wrong, and what could be better, in the order of the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reflect.banks.check import Level, Notice, check_file
from reflect.domain.themes import Vocabulary

Write = Callable[..., Path]


def line_of(words: str, text: str) -> int:
    return text.count("\n", 0, text.index(words)) + 1


def told(path: Path, vocabulary: Vocabulary, against: Path | None = None) -> list[str]:
    return [
        f"{notice.line}: {notice.level}: {notice.words}" for notice in check_file(path, vocabulary, against)
    ]


def test_a_good_bank_says_nothing(small_bank: str, write: Write, vocabulary: Vocabulary) -> None:
    assert check_file(write(small_bank), vocabulary) == ()


def test_a_notice_reads_as_file_line_level_and_words() -> None:
    assert str(Notice("a.yaml", 3, Level.ADVICE, "ask one thing")) == "a.yaml:3: advice: ask one thing"


def test_all_errors_are_found_in_one_go(small_bank: str, write: Write, vocabulary: Vocabulary) -> None:
    changed = (
        small_bank.replace("version: 3", "version: three")
        .replace("    locator: Page 2\n", "")
        .replace("shape: service", "shape: team")
        .replace("findings: [visits-kept-up]", "findings: [visits]")
        .replace("  - title: A leaflet", "  - titel: A leaflet")
    )
    lines = told(write(changed), vocabulary)
    assert [line.split(": ")[1] for line in lines if "no question" not in line] == ["error"] * 5


QUESTION = "text: Do I speak with both parents?"


@pytest.mark.parametrize(
    "question",
    [
        "Do I speak with both parents? Do I write it down?",
        "Do I speak with both parents, and do I write it down?",
        "Do I know the procedure and how do I find it?",
        "What do I know, and what else should I find out?",
    ],
)
def test_two_questions_in_one(small_bank: str, write: Write, vocabulary: Vocabulary, question: str) -> None:
    lines = told(write(small_bank.replace(QUESTION, f'text: "{question}"')), vocabulary)
    assert len(lines) == 1
    assert lines[0].startswith(f"{line_of(QUESTION, small_bank)}: advice: two questions in one")


@pytest.mark.parametrize(
    "question",
    [
        "Don't I speak with both parents?",
        "Shouldn’t I speak with both parents?",
        "Surely I speak with both parents?",
        "Isn't it better to speak with both parents?",
        "Wouldn't I rather ask both?",
        "I speak with both parents, don't I?",
    ],
)
def test_a_leading_question(small_bank: str, write: Write, vocabulary: Vocabulary, question: str) -> None:
    lines = told(write(small_bank.replace(QUESTION, f'text: "{question}"')), vocabulary)
    assert len(lines) == 1
    assert lines[0].startswith(f"{line_of(QUESTION, small_bank)}: advice: a leading question")


@pytest.mark.parametrize(
    "question",
    [
        "When and how do I take a worry further?",
        "Do I ask who lives in the home, and what each of them does for the child?",
        "Do I keep asking when parents don't answer?",
        "How do my colleagues and I share what we know?",
        "When a parent says they can't come, do I ask why?",
        "When did I last see a child and hear how their day had been?",
    ],
)
def test_a_good_question_is_left_alone(
    small_bank: str, write: Write, vocabulary: Vocabulary, question: str
) -> None:
    assert told(write(small_bank.replace(QUESTION, f'text: "{question}"')), vocabulary) == []


def test_the_single_ones_under_parts_are_read_too(
    small_bank: str, write: Write, vocabulary: Vocabulary
) -> None:
    changed = small_bank.replace("- Do I speak with the mother?", "- Surely I speak with the mother")
    expected = str(line_of("- Surely", changed))
    assert [line.split(": ", 1)[0] for line in told(write(changed), vocabulary)] == [expected, expected]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (QUESTION, f"text: Do I {'really ' * 30}ask?", "33 words long"),
        (QUESTION, "text: Speak with both parents", "without a question mark"),
        ("id: small", "id: smaller", "the id is `smaller` but the file name is not smaller.yaml"),
        ("text: Nobody had spoken", "text: The MASH had not spoken", "`MASH` is never written out"),
        ("text: Nobody had spoken", f"text: {'word ' * 61}", "words long; up to 60 is one learning point"),
        ("text: The health visitor kept", "text: No CSC team kept", "`CSC` is never written out"),
    ],
)
def test_advice_names_its_line(
    small_bank: str, write: Write, vocabulary: Vocabulary, before: str, after: str, said: str
) -> None:
    lines = told(write(small_bank.replace(before, after)), vocabulary)
    assert len(lines) == 1
    assert lines[0].startswith(f"{line_of(before, small_bank)}: advice: ")
    assert said in lines[0]


def test_the_same_question_twice(small_bank: str, write: Write, vocabulary: Vocabulary) -> None:
    lines = told(
        write(small_bank.replace(QUESTION, "text: What helped my team to keep visiting?")), vocabulary
    )
    assert len(lines) == 1
    assert f"advice: the same question as on line {line_of(QUESTION, small_bank)}" in lines[0]


def test_a_pane_longer_than_a_minute(small_bank: str, write: Write, vocabulary: Vocabulary) -> None:
    changed = small_bank.replace("Minute 7\n    text: ", "Minute 7\n    text: " + "read " * 130)
    lines = told(write(changed), vocabulary)
    assert lines == [
        f"{line_of('read read', changed)}: advice: 135 words long; up to 130 can be read in a minute"
    ]


def test_a_finding_without_a_question(small_bank: str, write: Write, vocabulary: Vocabulary) -> None:
    changed = small_bank.replace("findings: [visits-kept-up]", "findings: [fathers-left-out]")
    expected = line_of("id: visits-kept-up", small_bank)
    assert told(write(changed), vocabulary) == [
        f"{expected}: advice: no question leads to the finding `visits-kept-up`"
    ]


def test_no_finding_is_called_unasked_where_a_question_cannot_be_read(
    small_bank: str, write: Write, vocabulary: Vocabulary
) -> None:
    changed = small_bank.replace("findings: [visits-kept-up]", "findings: [Visits kept up]")
    levels = [line.split(": ")[1] for line in told(write(changed), vocabulary)]
    assert levels == ["error"]


def test_an_abbreviation_is_fine_once_it_is_written_out(
    small_bank: str, write: Write, vocabulary: Vocabulary
) -> None:
    changed = small_bank.replace(
        "Nobody had spoken", "The multi-agency safeguarding hub (MASH) is known. The MASH had not spoken"
    )
    assert told(write(changed), vocabulary) == []


def test_a_death_wants_a_content_note(small_bank: str, write: Write, vocabulary: Vocabulary) -> None:
    changed = small_bank.replace("content_note: >-\n  This bank speaks of\n  a death.\n", "").replace(
        "Nobody had spoken with", "The baby died before anyone had spoken with"
    )
    assert told(write(changed), vocabulary) == [
        "2: advice: findings speak of a death; say so beforehand in a `content_note`"
    ]


def test_content_that_changed_needs_a_higher_version(
    small_bank: str, write: Write, vocabulary: Vocabulary
) -> None:
    older = write(small_bank, "older.yaml")
    changed = small_bank.replace("both parents?", "each of the parents?")
    assert told(write(changed), vocabulary, older) == [
        "4: error: the content differs from version 3; raise it to 4"
    ]
    assert told(write(changed.replace("version: 3", "version: 4")), vocabulary, older) == []
    assert told(write(small_bank), vocabulary, older) == []
    assert told(write(small_bank.replace("version: 3", "version: 2")), vocabulary, older) == [
        "4: error: version 2 is lower than the older file's 3"
    ]


def test_ids_are_for_ever(small_bank: str, write: Write, vocabulary: Vocabulary) -> None:
    older = write(small_bank, "older.yaml")
    raised = small_bank.replace("version: 3", "version: 4")
    renamed = told(write(raised.replace("id: both-parents-heard", "id: parents")), vocabulary, older)
    assert len(renamed) == 1
    assert "advice: the question `both-parents-heard` is gone" in renamed[0]
    reused = told(write(raised.replace(QUESTION, "text: Am I well rested?")), vocabulary, older)
    assert len(reused) == 1
    assert (
        f"{line_of(QUESTION, small_bank)}: advice: `both-parents-heard` asks something else than before"
        in reused[0]
    )


def test_only_versions_of_one_bank_are_compared(
    small_bank: str, write: Write, vocabulary: Vocabulary
) -> None:
    other = write(small_bank.replace("id: small", "id: other"), "other.yaml")
    assert "only versions of one bank" in told(write(small_bank), vocabulary, other)[0]
    broken = write("nonsense", "broken.yaml")
    notices = check_file(write(small_bank), vocabulary, broken)
    assert [(notice.file, notice.level) for notice in notices] == [(str(broken), Level.ERROR)]


def test_a_file_that_is_not_there_is_a_notice(tmp_path: Path, vocabulary: Vocabulary) -> None:
    notices = check_file(tmp_path / "gone.yaml", vocabulary)
    assert [notice.words for notice in notices] == ["there is no such file"]
