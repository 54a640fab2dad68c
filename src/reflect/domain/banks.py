"""What a question bank holds: the questions, findings and facts of one briefing.

A *review* looks into a serious case; a *document* tells of one or several reviews. A bank is made
from one document. Each question leads back to a finding, each finding to a place in the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Handling(StrEnum):
    """Who may be shown a bank, from the most open to the strictest; the label stands on every screen and print."""

    PUBLIC = "public"
    PROFESSIONALS_ONLY = "professionals-only"
    LOCAL_ONLY = "local-only"


def strictest(labels: Iterable[Handling]) -> Handling:
    """The strictest of some labels; public where there are none."""
    return max(labels, key=tuple(Handling).index, default=Handling.PUBLIC)


class Polarity(StrEnum):
    """Whether a finding asks for something to be strengthened or shows what went well."""

    STRENGTHEN = "strengthen"
    GOOD_PRACTICE = "good-practice"


class Shape(StrEnum):
    """How a question is answered: how often, in words, or for a team or service."""

    SELF_AUDIT = "self-audit"
    OPEN = "open"
    SERVICE = "service"


class Grade(StrEnum):
    """Where a question comes from: the briefing asks it (adapted), or a finding led to it (derived)."""

    ADAPTED = "adapted"
    DERIVED = "derived"


@dataclass(frozen=True, slots=True)
class Document:
    """The briefing that a bank was made from; `published` is as the document says it, or None."""

    publisher: str | None
    title: str
    published: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Review:
    """A review that the document tells of; `published` is None when the document does not say."""

    id: str
    kind: str
    name: str
    published: bool | None


@dataclass(frozen=True, slots=True)
class Pane:
    """One of the seven one-minute panes of a 7-minute briefing."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """What a finding says needs to change, and for whom (such as `practitioners` or `managers`)."""

    who: str
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One learning point of a review; `review` is None where the document speaks for itself."""

    id: str
    text: str
    polarity: Polarity
    review: str | None
    themes: tuple[str, ...]
    locator: str
    change: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact or figure of the document, exact."""

    text: str
    locator: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question to reflect on. `audience` is empty when it is meant for everyone."""

    id: str
    text: str
    why: str
    shape: Shape
    grade: Grade
    audience: tuple[str, ...]
    themes: tuple[str, ...]
    context: tuple[str, ...]
    findings: tuple[str, ...]
    locator: str
    parts: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()

    def is_for(self, profession: str) -> bool:
        """Whether the question is meant for this profession code (an empty audience is everyone)."""
        return not self.audience or profession in self.audience


@dataclass(frozen=True, slots=True)
class Resource:
    """Somewhere to read on; `address` is None when the document does not print one."""

    title: str
    address: str | None


@dataclass(frozen=True, slots=True)
class Bank:
    """One question bank. `hash` is the SHA-256 (hex) of its content, whatever its layout on disk."""

    id: str
    title: str
    version: int
    language: str
    handling: Handling
    content_note: str | None
    document: Document
    reviews: tuple[Review, ...]
    summary: str
    panes: tuple[Pane, ...]
    findings: tuple[Finding, ...]
    facts: tuple[Fact, ...]
    questions: tuple[Question, ...]
    resources: tuple[Resource, ...]
    hash: str
    format: int = 1
    _questions: Mapping[str, Question] = field(init=False, repr=False, compare=False)
    _findings: Mapping[str, Finding] = field(init=False, repr=False, compare=False)
    _reviews: Mapping[str, Review] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_questions", {question.id: question for question in self.questions})
        object.__setattr__(self, "_findings", {finding.id: finding for finding in self.findings})
        object.__setattr__(self, "_reviews", {review.id: review for review in self.reviews})

    def question(self, question_id: str) -> Question | None:
        """The question with this id, or None."""
        return self._questions.get(question_id)

    def finding(self, finding_id: str) -> Finding | None:
        """The finding with this id, or None."""
        return self._findings.get(finding_id)

    def review(self, review_id: str | None) -> Review | None:
        """The review with this id, or None."""
        return self._reviews.get(review_id) if review_id else None

    def findings_of(self, question: Question) -> tuple[Finding, ...]:
        """The findings that a question leads back to, in the question's order."""
        return tuple(found for id_ in question.findings if (found := self._findings.get(id_)))


def review_named(review: str, bank_title: str) -> str:
    """How a review is named where its bank is not beside it: a letter or a single word, such as `S`, is known to nobody
    without the bank (`Review S, West Sussex 2017/18`)."""
    if not review.strip() or " " in review.strip():
        return review
    return f"Review {review}, {bank_title.split(':')[0]}"
