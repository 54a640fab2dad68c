"""Actions as pages in words, Markdown and web page: whose, as at when, what the letters mean, and every word."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from markdown_it import MarkdownIt

from actions_out import (
    BEGUN,
    ORIGIN,
    SAM,
    actions_out,
    agreed,
    events_of,
    everything,
    good_practice,
    hostile,
    own_words,
    proposed,
    two_voices,
)
from going_out import EVIL
from reflect.domain.actions.event import EventKind
from reflect.domain.actions.going_out import ActionsOut
from reflect.domain.actions.history import folded
from reflect.domain.actions.rag import key_words
from reflect.domain.actions.rules import Rules
from reflect.domain.banks import Handling
from reflect.reports.action_documents import written
from reflect.reports.action_pages import ORIGIN_STAYS, ORIGIN_UNKNOWN, action_pages
from web_reader import Piece, read

HARMLESS = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "section"),
    *("h1", "h2", "h3", "p", "ul", "ol", "li"),
}
ATTRIBUTES = {
    *("lang", "charset", "http-equiv", "content", "name"),
    *("id", "class", "aria-labelledby", "aria-hidden"),
}
READER = MarkdownIt("gfm-like")


def seen(out: ActionsOut, kind: str) -> str:
    """The words that a reader sees."""
    document = written(out, kind)
    page = (
        document if kind == "html" else READER.render(document.decode("utf-8")).replace("<br />", "").encode()
    )
    return " ".join(
        part for piece in _tree(page, kind).all() for part in piece.inside if isinstance(part, str)
    )


def _tree(page: bytes, kind: str) -> Piece:
    return read(page if kind == "html" else b"<p>" + page + b"</p>")


def facts(out: ActionsOut) -> dict[str, str]:
    """The facts of the first action."""
    return dict(action_pages(out).entries[0].facts)


@pytest.mark.parametrize("kind", ["md", "html"])
def test_the_front_says_whose_they_are_as_at_when_and_that_a_court_may_ask(kind: str) -> None:
    out = actions_out(agreed(), good_practice(), as_at=date(2026, 6, 30))
    text = seen(out, kind)
    assert (
        "Actions of Robin Example, with their notes: 2 actions, as they stood at the end of Tuesday 30 June"
        in text
    )
    assert "written out on Friday 20 November 2026. They are not a case record." in text
    assert "A court or an inquiry can require them" in text


@pytest.mark.parametrize("kind", ["md", "html"])
def test_what_each_letter_means_is_printed_with_the_numbers_of_the_workplace(kind: str) -> None:
    rules = Rules(due_soon_days=11, quiet_days=33)
    text = seen(actions_out(agreed(), rules=rules), kind)
    for letter, words in key_words(rules):
        assert f"{letter.letter} {letter.value}: {words}" in text
    assert "due in less than 11 days" in text
    assert "Good practice to keep or to share has no letter." in text


def test_an_action_says_how_it_stands_with_letter_and_word_and_days_in_words() -> None:
    said = facts(actions_out(everything()))
    known = {
        "Status": "embedded",
        "Letter": "B blue",
        "Owner": "Robin Example",
        "Supporter": "Sam Helper",
        "Due": "Friday 1 May 2026",
        "Carried forward": "once",
        "Confirmed": "Monday 19 January 2026, by its owner, alone: nobody else could see what shows it",
        "Looked at again": "Monday 4 May 2026: it has lasted",
        "Seen by": "its owner alone",
        "Themes": "Fathers and partners",
        "Comes from": "Child S (bank child-s, version 3; question both-parents)",
    }
    assert {name: said[name] for name in known} == known
    assert facts(actions_out(good_practice()))["Letter"].startswith("none, being good practice")


def test_a_late_answer_of_the_ladder_is_said_on_the_day_that_is_looked_at() -> None:
    asked = {"stage": 1, "role": "the nurse", "why": "No answer", "answer_by": "2026-01-09"}
    events = agreed("a1", (EventKind.ESCALATED, asked, BEGUN))
    assert facts(actions_out(events))["Escalated"].endswith("Friday 9 January 2026, which is late")
    assert "late" not in facts(actions_out(events, as_at=date(2026, 1, 9)))["Escalated"]


def test_what_happened_is_told_with_what_was_said_then_and_stands_nowhere_else() -> None:
    begun = proposed(know="Known at first", supporter="Sam Early", level="team", themes=["early-help"])
    changed = {"know": "Known now", "supporter": "", "level": "practitioner", "themes": []}
    events = events_of("a1", (EventKind.PROPOSED, begun, BEGUN), (EventKind.EDITED, changed, BEGUN))
    first, second = action_pages(actions_out(events)).entries[0].history
    assert [(one.heading, one.words) for one in first.more] == [
        ("How we will know", "Known at first"),
        ("Supporter", "Sam Early"),
        ("Level", "team"),
        ("Themes", "early help"),
    ]
    assert (second.on, second.by, second.more) == (BEGUN, "Robin Example", ())
    assert "Known now" in second.sentence


def test_what_was_taken_back_stays_and_who_confirmed_alone_is_said_so() -> None:
    told = [one.sentence for one in action_pages(actions_out(everything())).entries[0].history]
    assert told[10] == "Noted: Written too early."
    assert told[11] == "Taken back: Noted: Written too early."
    assert "alone" in told[14]


@pytest.mark.parametrize(
    ("kind", "heading"),
    [
        (EventKind.BLOCKED, "What is in the way"),
        (EventKind.NOT_ACHIEVED, "Why it ended"),
        (EventKind.WITHDRAWN, "Why it ended"),
    ],
)
def test_what_is_in_the_way_and_why_it_ended_stand_with_the_action(kind: EventKind, heading: str) -> None:
    events = agreed("a1", (kind, {"why": "They moved away"}, BEGUN))
    (entry,) = action_pages(actions_out(events)).entries
    assert [(one.heading, one.words) for one in entry.passages] == [(heading, "They moved away")]


def test_all_that_was_written_stands_with_the_action_below_its_heading() -> None:
    (entry,) = action_pages(actions_out(everything())).entries
    assert entry.heading == "Ring both parents before the visit"
    assert [(one.heading, one.words) for one in entry.passages] == [
        ("How we will know", "Named in each record"),
        ("The question", "Do I always speak with both parents?"),
        ("The finding, from Child S review", "Fathers were not asked."),
        ("What came of the escalation", "They will come"),
        ("What shows it: audit, Friday 1 May 2026", "Nine of ten records"),
        ("What difference it made", "It is usual now"),
    ]


def test_what_each_said_of_the_difference_stands_under_who_said_it_and_when() -> None:
    (entry,) = action_pages(actions_out(two_voices())).entries
    assert [(one.heading, one.words) for one in entry.passages if "difference" in one.heading] == [
        ("What difference it made: Sam Example, Tuesday 3 February 2026", "One spoke"),
        ("What difference it made: Robin Example, Monday 4 May 2026", "It is usual"),
    ]


def test_a_review_that_is_a_letter_is_named_with_its_bank() -> None:
    origin = {
        **ORIGIN,
        "bank_title": "West Sussex 2017/18: seven reviews",
        "findings": [["unseen", "Brothers went unseen.", "S"], ["early", "Nobody asked.", "Baby E"]],
    }
    (entry,) = action_pages(actions_out(agreed(origin=origin))).entries
    assert [one.heading for one in entry.passages if one.heading.startswith("The finding")] == [
        "The finding, from Review S, West Sussex 2017/18",
        "The finding, from Baby E",
    ]


def test_somebody_who_is_not_here_is_said_so() -> None:
    said = action_pages(actions_out(agreed(), names={SAM: "Sam"}))
    assert dict(said.entries[0].facts)["Owner"] == "somebody who is not in this workspace any more"


@pytest.mark.parametrize("kind", ["md", "html"])
def test_no_word_of_any_action_is_lost(kind: str) -> None:
    out = actions_out(everything(), good_practice(), agreed(what=f"Long {'words ' * 60}\n\n    and\tmore"))
    text = seen(out, kind)
    said = {word.strip("();:,.“”") for word in text.split()}
    assert {word for word in own_words(out) if word.strip("();:,.“”") not in said} == set()


def test_every_hostile_word_is_text_in_markdown() -> None:
    html = READER.render(written(hostile(), "md").decode("utf-8"))
    tags = {piece.split(">")[0].split(" ")[0].strip("/") for piece in html.split("<")[1:]}
    assert tags <= {"h1", "h2", "h3", "p", "strong", "em", "ul", "li", "br"}
    assert (html.count("<h1>"), html.count("<h2>")) == (1, len(EVIL))
    text = seen(hostile(), "md")
    for evil in EVIL:
        assert " ".join(evil.split()) in " ".join(text.split())


def test_every_hostile_word_is_text_on_the_web_page_which_fetches_and_runs_nothing() -> None:
    page = read(written(hostile(), "html"))
    assert {piece.name for piece in page.all()} - {""} <= HARMLESS
    assert {name for piece in page.all() for name in piece.attributes} <= ATTRIBUTES
    assert page.texts("title") == page.texts("h1") == [f"Actions of {EVIL[0]}"]
    text = " ".join(seen(hostile(), "html").split())
    for evil in EVIL:
        assert " ".join(evil.split()) in text
    plain = written(actions_out(everything()), "html").decode("utf-8")
    assert "default-src 'none'" in plain
    assert not re.search(r"(?i)src\s*=|href\s*=|url\(|@import|<script|<link|<iframe|http:|https:", plain)


def test_the_web_page_has_headings_in_order_sections_with_names_and_a_label_for_paper() -> None:
    page = read(written(actions_out(everything(), agreed()), "html"))
    levels = [int(piece.name[1]) for piece in page.all() if re.fullmatch("h[1-6]", piece.name)]
    assert (levels[0], levels.count(1), levels.count(2)) == (1, 1, 2)
    assert all(now - before <= 1 for before, now in pairwise(levels))
    sections = [piece.attributes["aria-labelledby"] for piece in page.all() if piece.name == "section"]
    assert sections == ["action-1", "action-2"]
    assert page.texts("p", "label")[0] == "Handling: for professionals only"


@pytest.mark.parametrize("kind", ["md", "html"])
@pytest.mark.parametrize(
    ("handling", "instead"), [({"child-s": Handling.LOCAL_ONLY}, ORIGIN_STAYS), ({}, ORIGIN_UNKNOWN)]
)
def test_the_question_of_a_local_bank_stays_behind_unless_it_is_asked_for(
    kind: str, handling: dict[str, Handling], instead: str
) -> None:
    words = ("Do I always speak with both parents?", "Fathers were not asked.")
    without = seen(actions_out(everything(), handling=handling), kind)
    along = seen(actions_out(everything(), handling=handling, include_local=True), kind)
    assert instead in without
    assert "At 1 action the words of the question" in without
    for one in words:
        assert one not in without
        assert one in along
    assert "Handling: for this place only" in without


def test_the_strictest_label_holds_and_an_action_that_comes_from_nowhere_needs_none() -> None:
    assert action_pages(actions_out(everything(), agreed())).label == "for professionals only"
    assert action_pages(actions_out(agreed())).label == ""
    assert "Handling" not in written(actions_out(agreed()), "md").decode("utf-8")


@pytest.mark.parametrize("kind", ["md", "html"])
def test_a_day_in_the_past_shows_nothing_that_came_later(kind: str) -> None:
    events = agreed("a1", (EventKind.NOTED, {"text": "Said later"}, date(2026, 2, 20)))
    out = replace(actions_out(events, as_at=BEGUN), actions=((folded(events[:2]), events),))
    assert "Said later" not in seen(out, kind)
    assert "G green" in seen(out, kind)


@pytest.mark.parametrize("kind", ["md", "html"])
def test_nothing_yet_is_a_document_too(kind: str) -> None:
    assert "0 actions" in seen(actions_out(), kind)
