"""What an experienced author of questions would say about a bank: advice, never a reason to refuse it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reflect.banks.draft import Leaf, Part
from reflect.banks.faults import Fault, quoted

LONGEST_QUESTION = 30
LONGEST_FINDING = 60
LONGEST_PANE = 130

# Known to every reader; any other abbreviation is written out once, unless it is the publisher's name.
EVERYBODY_KNOWS = frozenset({"NHS", "NSPCC"})

_HELPING = r"(?:do|did|does|am|is|are|have|has|had|can|could|will|would|shall|should|might)"
_SUBJECT = r"(?:i|we|my|our|it|the|they|you|he|she|there)"
_SECOND_QUESTION = re.compile(
    rf"(?P<before>\w+),? and (?:{_HELPING} {_SUBJECT}\b"
    rf"|(?:how|what|when|where|why|who|which)(?: \w+)?(?: \w+)? {_HELPING} {_SUBJECT}\b)",
    re.IGNORECASE,
)
_ASKING = frozenset({"how", "what", "when", "where", "why", "who", "which", "if", "whether"})
_NEGATED = r"(?:won|can|(?:do|does|did|is|are|was|were|have|has|should|would|could|must)n)['’]t"
_LEADING = re.compile(
    rf"(?:^|[.?!:;] )(?:(?:surely|of course|obviously|{_NEGATED})\b"
    r"|(?:do|should|would|is|are|am|have) (?:i|we|it) not\b)"
    rf"|, (?:{_NEGATED}|surely) (?:i|we|it|they)\b",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(r"\b[A-Z]{3,}(?=s?\b)")
_WRITTEN_OUT = re.compile(r"\(([A-Z]{3,})s?\)")
_ROMAN = re.compile(r"^[IVXLCDM]+$")
_DEATH = re.compile(r"\b(?:death|deaths|died|dies|dying|suicide|killed|infanticide)\b", re.IGNORECASE)


def advice_on(bank: Part, file_stem: str) -> tuple[Fault, ...]:
    """Everything worth telling the author, in the order of the file."""
    advice = [
        *_on_questions(bank),
        *_on_findings(bank),
        *_on_panes(bank),
        *_on_abbreviations(bank),
        *_on_the_content_note(bank),
    ]
    id_ = bank.words("id")
    if id_ and id_ != file_stem:
        advice.append(
            Fault(bank.line_of("id"), f"the id is {quoted(id_)} but the file name is not {id_}.yaml")
        )
    return tuple(sorted(advice))


def _on_questions(bank: Part) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for question in bank.parts("questions"):
        asked = [*_leaf(question, "text"), *question.leaves("parts")]
        for leaf in asked:
            yield from _on_wording(leaf)
        for leaf in asked[:1]:
            words = leaf.text.casefold()
            if words in seen:
                yield Fault(leaf.line, f"the same question as on line {seen[words]}")
            seen.setdefault(words, leaf.line)


def _on_wording(asked: Leaf) -> Iterator[Fault]:
    text = asked.text
    marks = text.count("?")
    if marks == 0:
        yield Fault(asked.line, "a question without a question mark")
    if marks > 1 or _asks_twice(text):
        yield Fault(asked.line, "two questions in one; ask one thing, or list the single ones under `parts`")
    if _LEADING.search(text):
        yield Fault(asked.line, "a leading question; ask so that every answer is as easy to give")
    count = len(text.split())
    if count > LONGEST_QUESTION:
        yield Fault(
            asked.line, f"{count} words long; a question of up to {LONGEST_QUESTION} is easier to hold"
        )


def _asks_twice(text: str) -> bool:
    return any(found["before"].casefold() not in _ASKING for found in _SECOND_QUESTION.finditer(text))


def _on_findings(bank: Part) -> Iterator[Fault]:
    led_to = {id_ for question in bank.parts("questions") for id_ in question.texts("findings")}
    all_read = bank.is_whole("questions") and all(q.is_whole("findings") for q in bank.parts("questions"))
    for finding in bank.parts("findings"):
        id_ = finding.words("id")
        if id_ and all_read and id_ not in led_to:
            yield Fault(finding.line_of("id"), f"no question leads to the finding {quoted(id_)}")
        count = len(finding.words("text").split())
        if count > LONGEST_FINDING:
            yield Fault(
                finding.line_of("text"), f"{count} words long; up to {LONGEST_FINDING} is one learning point"
            )


def _on_panes(bank: Part) -> Iterator[Fault]:
    for pane in bank.parts("panes"):
        count = len(pane.words("text").split())
        if count > LONGEST_PANE:
            yield Fault(
                pane.line_of("text"), f"{count} words long; up to {LONGEST_PANE} can be read in a minute"
            )


def _on_abbreviations(bank: Part) -> Iterator[Fault]:
    said = list(_everything_said(bank))
    named = [leaf for resource in bank.parts("resources") for leaf in _leaf(resource, "title")]
    explained = {word for text in (*said, *named) for word in _WRITTEN_OUT.findall(text.text)}
    explained.update(EVERYBODY_KNOWS, _ABBREVIATION.findall(bank.part("document").words("publisher")))
    told: set[str] = set()
    for text in said:
        for word in _ABBREVIATION.findall(text.text):
            if word not in told and word not in explained and not _ROMAN.match(word):
                told.add(word)
                yield Fault(
                    text.line, f"{quoted(word)} is never written out; say it in full once, with ({word})"
                )


def _on_the_content_note(bank: Part) -> Iterator[Fault]:
    if bank.words("content_note"):
        return
    for finding in bank.parts("findings"):
        if _DEATH.search(finding.words("text")):
            yield Fault(
                bank.line_of("id"), "findings speak of a death; say so beforehand in a `content_note`"
            )
            return


def _everything_said(bank: Part) -> Iterator[Leaf]:
    """The words of the bank itself; titles and publishers of documents are names."""
    yield from _leaf(bank, "content_note")
    yield from _leaf(bank, "summary")
    for pane in bank.parts("panes"):
        yield from _leaf(pane, "title")
        yield from _leaf(pane, "text")
    for finding in bank.parts("findings"):
        yield from _leaf(finding, "text")
        for change in finding.parts("change"):
            yield from _leaf(change, "text")
    for fact in bank.parts("facts"):
        yield from _leaf(fact, "text")
    for question in bank.parts("questions"):
        yield from _leaf(question, "text")
        yield from _leaf(question, "why")
        yield from question.leaves("parts")
        yield from question.leaves("prompts")


def _leaf(part: Part, key: str) -> Iterator[Leaf]:
    found = part.values.get(key)
    if isinstance(found, Leaf):
        yield found
