"""How the codes of a bank read on a page: every state is a word, never a colour alone."""

from __future__ import annotations

from datetime import date, datetime

from reflect.domain.banks import Bank, Finding, Grade, Handling, Polarity, Question, Shape
from reflect.domain.professions import PROFESSIONS

_HANDLING = {
    Handling.PUBLIC: "Public",
    Handling.PROFESSIONALS_ONLY: "Professionals only",
    Handling.LOCAL_ONLY: "Local only",
}
_SHAPE = {
    Shape.SELF_AUDIT: "About my own practice: how often",
    Shape.OPEN: "Open: in my own words",
    Shape.SERVICE: "For my team or service",
}
_GRADE = {
    Grade.ADAPTED: "The briefing asks this; the wording is ours.",
    Grade.DERIVED: "Made from this finding; the briefing asks no question here.",
}
_POLARITY = {Polarity.STRENGTHEN: "To strengthen", Polarity.GOOD_PRACTICE: "Good practice"}


def handling_words(handling: Handling) -> str:
    """The handling label: `Public`, `Professionals only`, `Local only`."""
    return _HANDLING[handling]


def shape_words(shape: Shape) -> str:
    """How a question is answered."""
    return _SHAPE[shape]


def grade_words(grade: Grade) -> str:
    """Whether the briefing asks the question or a finding led to it."""
    return _GRADE[grade]


def polarity_words(polarity: Polarity) -> str:
    """Whether a finding asks for something to be strengthened or shows what went well."""
    return _POLARITY[polarity]


def audience_words(question: Question) -> str:
    """For whom a question is meant: `everyone`, or professions."""
    if not question.audience:
        return "everyone"
    return ", ".join(PROFESSIONS.get(code, code.replace("-", " ")).lower() for code in question.audience)


def review_words(bank: Bank, finding: Finding) -> str:
    """The review that a finding comes from, or the document where it speaks for itself."""
    review = bank.review(finding.review)
    if review is None:
        return bank.document.title
    return f"{review.name} ({review.kind}{', not yet published' if review.published is False else ''})"


def published_words(published: str) -> str:
    """When a document was published: a date in words, anything else as the document says it."""
    try:
        day = date.fromisoformat(published)
    except ValueError:
        return published
    return f"{day.day} {day:%B} {day.year}"


def day_words(moment: datetime, today: date) -> str:
    """A day as people say it: `today`, `yesterday`, `3 November`, `3 November 2024`."""
    day = moment.astimezone().date()
    gone = (today - day).days
    if gone == 0:
        return "today"
    if gone == 1:
        return "yesterday"
    return f"{day.day} {day:%B}" + (f" {day.year}" if day.year != today.year else "")
