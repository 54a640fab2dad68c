"""Format 1 of a question bank, said once.

The draft that is read from a file, its errors, and the JSON Schema that editors use all come from the
descriptions in this module, as do those of the two files beside the banks: the themes and the models.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from reflect.domain.banks import Grade, Handling, Polarity, Shape
from reflect.domain.professions import PROFESSIONS
from reflect.domain.themes import Axis

FORMAT = "1"

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
LOCAL_CODE = rf"local:{SLUG}"


@dataclass(frozen=True, slots=True)
class Words:
    """A text of at most `limit` characters; `paragraphs` when it may hold line breaks."""

    limit: int
    paragraphs: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """A short text of a fixed make, which `made_of` describes to a person."""

    pattern: str
    made_of: str
    limit: int = 60


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few codes."""

    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number from 1."""

    most: int = 9999


@dataclass(frozen=True, slots=True)
class Exactly:
    """The one value that this format has here."""

    value: str


@dataclass(frozen=True, slots=True)
class YesNo:
    """`true` or `false`."""


@dataclass(frozen=True, slots=True)
class ThemeCode:
    """A code of the vocabulary, on one axis or (None) either, or a `local:` code."""

    axis: Axis | None


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list; `all_word` is a word that may stand in its place."""

    of: Words | Pattern | Choice | ThemeCode | Record
    least: int = 0
    most: int = 400
    distinct: bool = False
    all_word: str | None = None


@dataclass(frozen=True, slots=True)
class Key:
    """What belongs under a key; `note` is what an editor shows beside it."""

    kind: Kind
    note: str
    required: bool = True


@dataclass(frozen=True, slots=True)
class Record:
    """A set of keys. `name` is how a person calls it: "this question has no `locator`"."""

    name: str
    keys: Mapping[str, Key]


Kind = Words | Pattern | Choice | Number | Exactly | YesNo | ThemeCode | ListOf | Record

_LINE = Words(400)
_SHORT = Words(60)
_TEXT = Words(2000, paragraphs=True)
_SLUG = Pattern(rf"^{SLUG}$", "small letters, digits and single hyphens, such as both-parents-asked")
_LOCATOR = Key(Words(200), "Where it stands in the document: section, item or page.")
_ONE_TO_FOUR_THEMES = ListOf(ThemeCode(None), least=1, most=4, distinct=True)


def _codes(choices: type[StrEnum]) -> tuple[str, ...]:
    return tuple(choice.value for choice in choices)


DOCUMENT = Record(
    "document",
    {
        "publisher": Key(_LINE, "Who published it, as printed; leave out when not known.", required=False),
        "title": Key(_LINE, "The title as printed."),
        "published": Key(
            _SHORT, 'As exact as the document is: "2016-09-06", or Winter 2017/2018.', required=False
        ),
        "kind": Key(_SHORT, "Such as learning briefing, 7-minute briefing, learning bulletin."),
    },
)

REVIEW = Record(
    "review",
    {
        "id": Key(_SLUG, "Its id in this bank."),
        "kind": Key(_SHORT, "Such as Serious Case Review."),
        "name": Key(_SHORT, "The name that the document gives it."),
        "published": Key(
            YesNo(), "Whether the review is published; leave out when not said.", required=False
        ),
    },
)

PANE = Record(
    "pane",
    {
        "title": Key(_SHORT, "What this minute is about."),
        "text": Key(_TEXT, "At most 130 words, so that it can be read in a minute."),
    },
)

CHANGE = Record(
    "change",
    {
        "who": Key(_SHORT, "For whom, such as practitioners or managers."),
        "text": Key(_TEXT, "What the document says needs to change."),
    },
)

FINDING = Record(
    "finding",
    {
        "id": Key(_SLUG, "An id with a meaning, kept for ever."),
        "text": Key(_TEXT, "One learning point in your own words, at most 60 words."),
        "polarity": Key(Choice(_codes(Polarity)), "What to strengthen, or good practice to keep."),
        "review": Key(
            _SLUG, "The id of its review; leave out where the document speaks for itself.", required=False
        ),
        "themes": Key(_ONE_TO_FOUR_THEMES, "One to four codes, at least one of them a practice code."),
        "locator": _LOCATOR,
        "change": Key(
            ListOf(CHANGE, most=10), "What needs to change, where the document says so.", required=False
        ),
    },
)

FACT = Record("fact", {"text": Key(_LINE, "An exact fact or figure."), "locator": _LOCATOR})

QUESTION = Record(
    "question",
    {
        "id": Key(_SLUG, "An id with a meaning, kept for ever."),
        "text": Key(_LINE, "One question, at most 30 words, that leaves every answer open."),
        "why": Key(_TEXT, "Why it is asked, in a sentence or two."),
        "shape": Key(
            Choice(_codes(Shape)),
            "self-audit (Do I ...?), open (How do I ...?) or service (my team or service).",
        ),
        "grade": Key(Choice(_codes(Grade)), "adapted: the document asks it; derived: made from a finding."),
        "audience": Key(
            ListOf(Choice(tuple(PROFESSIONS)), least=1, most=20, distinct=True, all_word="all"),
            "`all`, or the professions that it is meant for.",
        ),
        "themes": Key(
            ListOf(ThemeCode(Axis.PRACTICE), least=1, most=3, distinct=True), "One to three practice codes."
        ),
        "context": Key(
            ListOf(ThemeCode(Axis.CONTEXT), most=3, distinct=True),
            "Up to three context codes.",
            required=False,
        ),
        "findings": Key(
            ListOf(_SLUG, least=1, most=20, distinct=True), "The ids of the findings it comes from."
        ),
        "locator": _LOCATOR,
        "parts": Key(
            ListOf(_LINE, most=10),
            "The single questions, where `text` is the umbrella over several.",
            required=False,
        ),
        "prompts": Key(ListOf(_LINE, most=3), "Up to three short follow-up prompts.", required=False),
    },
)

RESOURCE = Record(
    "resource",
    {
        "title": Key(_LINE, "What it is called."),
        "address": Key(
            Pattern(r"^https?://[^\s<>\"]+$", "a web address that begins with https://", limit=500),
            "Its web address; leave out when the document prints none.",
            required=False,
        ),
    },
)

BANK = Record(
    "bank",
    {
        "format": Key(Exactly(FORMAT), "The format of this file."),
        "id": Key(_SLUG, "The same as the file name without .yaml."),
        "title": Key(_SHORT, "A short title for lists."),
        "version": Key(Number(), "Raise it by one whenever the content changes."),
        "language": Key(
            Pattern(r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$", "a language code, such as en-GB"), "Such as en-GB."
        ),
        "handling": Key(Choice(_codes(Handling)), "Who may be shown this bank."),
        "content_note": Key(
            _TEXT, "What a reader should know before opening, such as the death of a child.", required=False
        ),
        "document": Key(DOCUMENT, "The briefing that the bank is made from."),
        "reviews": Key(ListOf(REVIEW, most=50), "The reviews that the document tells of.", required=False),
        "summary": Key(_TEXT, "Two to five sentences in your own words."),
        "panes": Key(
            ListOf(PANE, most=50),
            "Seven panes of a minute each; leave out where there are none.",
            required=False,
        ),
        "findings": Key(ListOf(FINDING, least=1), "Every learning point of the document."),
        "facts": Key(ListOf(FACT), "Every figure of the document.", required=False),
        "questions": Key(ListOf(QUESTION, least=1), "Every question, each leading to a finding."),
        "resources": Key(ListOf(RESOURCE), "What the document says to read on.", required=False),
    },
)

_THEMES = ListOf(
    Record(
        "theme",
        {
            "code": Key(_SLUG, "The code."),
            "label": Key(_SHORT, "Its name on screen."),
            "definition": Key(_LINE, "One line."),
        },
    ),
    least=1,
)

VOCABULARY = Record(
    "vocabulary",
    {
        "format": Key(Exactly(FORMAT), "The format of this file."),
        "practice": Key(_THEMES, "How we work."),
        "context": Key(_THEMES, "What the child lives with."),
    },
)

_STEP = Record("step", {"title": Key(_SHORT, "Its name."), "prompt": Key(_LINE, "A plain prompt.")})

MODELS = Record(
    "list of models",
    {
        "format": Key(Exactly(FORMAT), "The format of this file."),
        "models": Key(
            ListOf(
                Record(
                    "model",
                    {
                        "id": Key(_SLUG, "Its id."),
                        "name": Key(_SHORT, "Its name on screen."),
                        "source": Key(_LINE, "Who it comes from."),
                        "steps": Key(ListOf(_STEP, most=12), "Its steps, in order."),
                    },
                ),
                least=1,
            ),
            "Reflective models.",
        ),
    },
)
