"""From a file to a bank: read, drafted, checked against the rules, and only then made."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from reflect.banks.content import content_hash
from reflect.banks.draft import Part, draft
from reflect.banks.faults import Fault, Faults
from reflect.banks.reader import Node, Reading, read_file
from reflect.banks.rules import check_rules
from reflect.banks.schema import BANK, Record
from reflect.domain.banks import (
    Bank,
    Change,
    Document,
    Fact,
    Finding,
    Grade,
    Handling,
    Pane,
    Polarity,
    Question,
    Resource,
    Review,
    Shape,
)
from reflect.domain.themes import Vocabulary
from reflect.errors import BankError


@dataclass(frozen=True, slots=True)
class Drafted:
    """What a file says as far as it could be read, and every fault that keeps it from being used."""

    part: Part | None
    faults: tuple[Fault, ...]


def load_bank(path: Path, vocabulary: Vocabulary) -> Bank:
    """The bank in this file. Raises BankError, which names the file, the line and what to change first."""
    drafted = draft_bank(read_file(path), vocabulary)
    return build_bank(usable(drafted, path))


def draft_bank(reading: Reading, vocabulary: Vocabulary) -> Drafted:
    """The draft of a bank, with all of its faults."""
    faults = Faults(list(reading.faults))
    if reading.root is None:
        return Drafted(None, reading.faults)
    other_format = _other_format(reading.root, vocabulary)
    if other_format:
        return Drafted(None, other_format)
    part = draft(reading.root, BANK, vocabulary, faults)
    check_rules(part, vocabulary, faults)
    return Drafted(part, faults.in_order())


def draft_other(reading: Reading, record: Record) -> Drafted:
    """The draft of a file that goes with the banks, such as the vocabulary."""
    if reading.root is None:
        return Drafted(None, reading.faults)
    faults = Faults(list(reading.faults))
    part = draft(reading.root, record, Vocabulary({}), faults)
    return Drafted(part, faults.in_order())


def usable(drafted: Drafted, path: Path) -> Part:
    """The draft, if nothing is wrong with it. Raises BankError for the first fault in the file."""
    if drafted.part is None or drafted.faults:
        first = drafted.faults[0]
        more = len(drafted.faults) - 1
        words = first.words if first.words.endswith("?") else f"{first.words}."
        others = f" There is more to change after it ({more})." if more else ""
        raise BankError(
            f"{path.name}:{first.line}: {words}{others}",
            "Nothing else is affected. See all of it with: reflect bank check FILE",
        )
    return drafted.part


def build_bank(part: Part) -> Bank:
    """The bank that a draft without faults says."""
    document = part.part("document")
    bank = Bank(
        id=part.words("id"),
        title=part.words("title"),
        version=int(part.words("version")),
        language=part.words("language"),
        handling=Handling(part.words("handling")),
        content_note=part.words_or_none("content_note"),
        document=Document(
            publisher=document.words_or_none("publisher"),
            title=document.words("title"),
            published=document.words_or_none("published"),
            kind=document.words("kind"),
        ),
        reviews=tuple(_review(review) for review in part.parts("reviews")),
        summary=part.words("summary"),
        panes=tuple(Pane(pane.words("title"), pane.words("text")) for pane in part.parts("panes")),
        findings=tuple(_finding(finding) for finding in part.parts("findings")),
        facts=tuple(Fact(fact.words("text"), fact.words("locator")) for fact in part.parts("facts")),
        questions=tuple(_question(question) for question in part.parts("questions")),
        resources=tuple(
            Resource(resource.words("title"), resource.words_or_none("address"))
            for resource in part.parts("resources")
        ),
        hash="",
    )
    return replace(bank, hash=content_hash(bank))


def _other_format(root: Node, vocabulary: Vocabulary) -> tuple[Fault, ...]:
    """A file of another format has one fault: the rest of it cannot be judged."""
    faults = Faults()
    part = draft(root, Record("bank", {"format": BANK.keys["format"]}), vocabulary, faults)
    if part.words("format"):
        return ()
    return tuple(fault for fault in faults.in_order() if "this version of reflect reads" in fault.words)


def _review(part: Part) -> Review:
    published = part.words_or_none("published")
    return Review(
        id=part.words("id"),
        kind=part.words("kind"),
        name=part.words("name"),
        published=None if published is None else published == "true",
    )


def _finding(part: Part) -> Finding:
    return Finding(
        id=part.words("id"),
        text=part.words("text"),
        polarity=Polarity(part.words("polarity")),
        review=part.words_or_none("review"),
        themes=part.texts("themes"),
        locator=part.words("locator"),
        change=tuple(Change(change.words("who"), change.words("text")) for change in part.parts("change")),
    )


def _question(part: Part) -> Question:
    return Question(
        id=part.words("id"),
        text=part.words("text"),
        why=part.words("why"),
        shape=Shape(part.words("shape")),
        grade=Grade(part.words("grade")),
        audience=part.texts("audience"),
        themes=part.texts("themes"),
        context=part.texts("context"),
        findings=part.texts("findings"),
        locator=part.words("locator"),
        parts=part.texts("parts"),
        prompts=part.texts("prompts"),
    )
