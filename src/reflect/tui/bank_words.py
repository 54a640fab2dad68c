"""A bank's parts as they are read on its page: words of the bank, never markup."""

from __future__ import annotations

from textual.content import Content

from reflect.domain.banks import Bank, Finding, Question
from reflect.domain.themes import Vocabulary
from reflect.tui.labels import (
    audience_words,
    grade_words,
    polarity_words,
    published_words,
    review_words,
    shape_words,
)
from reflect.tui.words import plain

_QUIET = "$text-muted"
_LOUD = "bold $primary"


def summary(bank: Bank) -> Content:
    """The content note first, then what the briefing tells, its panes, and what it was made from."""
    parts: list[Content] = []
    if bank.content_note:
        parts.append(
            Content.assemble(
                Content.styled("Before you read: ", "bold $text-warning"), plain(bank.content_note)
            )
        )
    parts.append(plain(bank.summary))
    parts += [Content.assemble(plain(pane.title, _LOUD), "\n", plain(pane.text)) for pane in bank.panes]
    document = bank.document
    made_from = [
        document.title,
        document.kind,
        *([document.publisher] if document.publisher else []),
        *([published_words(document.published)] if document.published else []),
    ]
    parts.append(Content.assemble(Content.styled("Made from ", _QUIET), plain(", ".join(made_from))))
    reviews = [
        Content.assemble(
            plain(review.name), Content.styled(" · ", _QUIET), plain(review.kind), _state(review.published)
        )
        for review in bank.reviews
    ]
    if reviews:
        parts.append(Content("\n").join([Content.styled("Reviews", _QUIET), *reviews]))
    return _apart(parts)


def _state(published: bool | None) -> Content:
    return Content.styled(" · not yet published", "$text-warning") if published is False else Content("")


def findings(bank: Bank) -> Content:
    """Every finding under its review, with its place in the document."""
    parts: list[Content] = []
    before: str | None = None
    for finding in bank.findings:
        review = review_words(bank, finding)
        heading = Content.assemble(plain(review, _LOUD), "\n\n") if review != before else Content("")
        before = review
        parts.append(Content.assemble(heading, _finding(finding)))
    return _apart(parts) if parts else _none("findings")


def _finding(finding: Finding) -> Content:
    rows = [
        Content.assemble(
            Content.styled(polarity_words(finding.polarity), "bold"),
            Content.styled(" · ", _QUIET),
            plain(finding.locator, _QUIET),
        ),
        plain(finding.text),
    ]
    rows += [
        Content.assemble(
            Content.styled("What needs to change, for ", _QUIET),
            plain(change.who, _QUIET),
            Content.styled(": ", _QUIET),
            plain(change.text),
        )
        for change in finding.change
    ]
    return Content("\n").join(rows)


def facts(bank: Bank) -> Content:
    """Facts and figures, each with its place."""
    parts = [Content.assemble(plain(fact.text), "\n", plain(fact.locator, _QUIET)) for fact in bank.facts]
    return _apart(parts) if parts else _none("facts or figures")


def resources(bank: Bank) -> Content:
    """What to read on, with the address where the briefing prints one."""
    parts = [
        Content.assemble(
            plain(resource.title), "\n", plain(resource.address or "The briefing gives no address.", _QUIET)
        )
        for resource in bank.resources
    ]
    return _apart(parts) if parts else _none("resources")


def question(bank: Bank, asked: Question, vocabulary: Vocabulary) -> Content:
    """A question with its parts, why it is asked, the findings it comes from, and for whom it is."""
    parts = [plain(asked.text, "bold")]
    if asked.parts:
        parts.append(Content("\n").join(Content.assemble("· ", plain(part)) for part in asked.parts))
    parts.append(Content.assemble(Content.styled("Why it is asked  ", _LOUD), plain(asked.why)))
    for finding in bank.findings_of(asked):
        parts.append(
            Content.assemble(
                Content.styled("From  ", _LOUD),
                plain(review_words(bank, finding)),
                Content.styled(" · ", _QUIET),
                plain(finding.locator, _QUIET),
                "\n",
                plain(finding.text),
            )
        )
    themes = ", ".join(vocabulary.label(code) for code in asked.themes + asked.context)
    parts.append(
        Content("\n").join(
            [
                Content.styled(grade_words(asked.grade), _QUIET),
                Content.styled(f"{shape_words(asked.shape)} · for {audience_words(asked)}", _QUIET),
                plain(f"Themes: {themes}", _QUIET),
            ]
        )
    )
    return _apart(parts)


def _apart(parts: list[Content]) -> Content:
    return Content("\n\n").join(parts)


def _none(what: str) -> Content:
    return Content.styled(f"This briefing gives no {what}.", _QUIET)
