"""Records, agendas and agreements as documents: what is not agreed says so in every kind of them, every word of both
is there, and words stay words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from actions_out import ROBIN, SAM
from going_out import ASKED, EVIL
from hostile import EVERYTHING
from reflect.domain.banks import Handling
from reflect.domain.supervision.going_out import AgendaOut, AgreementOut, RecordOut, SupervisionOut
from reflect.domain.supervision.one_to_one import NOT_AGREED, MeetingStatus
from reflect.reports.pages import QUESTION_STAYS, QUESTION_UNKNOWN
from reflect.reports.supervision_documents import Kind, written
from reflect.text import UNSAFE
from supervision_out import BOTH, agenda_out, agreement_out, audit, record, record_out
from supervision_reader import opened, seen
from web_reader import read

MAKERS = (record_out, agenda_out, agreement_out)
Maker = Callable[..., SupervisionOut]


def beside_nothing(out: SupervisionOut) -> object:
    """The same without what only leads to it."""
    if isinstance(out, AgendaOut):
        return replace(out, readers="")
    return (
        out.record if isinstance(out, RecordOut) else out.agreement if isinstance(out, AgreementOut) else out
    )


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("make", MAKERS)
def test_every_document_says_that_it_is_not_agreed_until_both_have_signed(kind: Kind, make: Maker) -> None:
    nobody, supervisor, supervisee = (seen(make(*who), kind) for who in ((), (SAM,), (ROBIN,)))
    assert NOT_AGREED in nobody
    assert f"{NOT_AGREED} (signed by Sam Example only)" in supervisor
    assert f"{NOT_AGREED} and the supervisor (signed by Robin Example only)" in supervisee
    assert NOT_AGREED not in seen(make(*BOTH), kind)
    assert NOT_AGREED.encode() not in written(make(*BOTH), kind)


@pytest.mark.parametrize("make", MAKERS)
def test_every_printed_page_says_it_too_with_its_name_and_number(make: Maker) -> None:
    head = [one.text for one in opened(make(SAM)).sections[0].header.paragraphs]
    assert head[0] == f"{NOT_AGREED} (signed by Sam Example only)"
    assert opened(make(*BOTH)).sections[0].header.paragraphs[0].text in (
        "",
        "Handling: for professionals only",
    )
    foot = opened(make(SAM)).sections[0].footer
    assert foot.paragraphs[0].text.startswith("Confidential: ")
    assert [one.get(one.keys()[0]) for one in foot._element.iter() if one.tag.endswith("fldSimple")] == [
        "PAGE",
        "NUMPAGES",
    ]
    page = written(make(SAM), "html").decode()
    every_page = next(one for one in read(page.encode()).all() if one.attributes.get("id") == "every-page")
    assert str(every_page.inside[0]).startswith(f"{NOT_AGREED} (signed by Sam Example only)\n")
    assert 'content: "Page " counter(page) " of " counter(pages)' in page


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("make", MAKERS)
def test_no_word_of_either_is_lost(kind: Kind, make: Maker) -> None:
    given: list[str] = []

    def marked(words: str) -> str:
        given.append(f"zz{len(given)}zz")
        return f"{words}\n{given[-1]}"

    out = make(SAM, words=marked)
    told = seen(out, kind)
    # As data a record is the record alone: what its agreement says stands in the data of the agreement.
    kept = repr(beside_nothing(out) if kind is Kind.JSON else out)
    marks = [mark for mark in given if mark in kept]
    assert len(marks) > 10
    assert [mark for mark in marks if mark not in told] == []


@pytest.mark.parametrize("make", [*MAKERS, lambda words: audit(words)])
def test_hostile_words_stay_words_on_a_web_page_and_in_markdown(make: Maker) -> None:
    out = make(words=lambda words: f"{EVIL[len(words) % len(EVIL)]}\n{words} {EVERYTHING}")
    page = read(written(out, "html"))
    assert {piece.name for piece in page.all()} - {""} <= {
        *(
            "html",
            "head",
            "meta",
            "title",
            "style",
            "body",
            "header",
            "main",
            "h1",
            "h2",
            "h3",
            "p",
            "ul",
            "li",
        ),
        *("dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td"),
    }
    assert {name for piece in page.all() for name in piece.attributes} <= {
        *("lang", "charset", "http-equiv", "content", "name", "id", "class", "aria-hidden", "dir"),
        *("scope", "style", "colspan"),
    }
    html = MarkdownIt("gfm-like").render(written(out, "md").decode())
    tags = {piece.split(">")[0].split(" ")[0].strip("/") for piece in html.split("<")[1:]}
    assert tags <= {"h1", "h2", "h3", "p", "strong", "em", "ul", "li", "br"}
    for kind in ("html", "md", "json"):
        assert not UNSAFE.search(written(out, kind).decode())


@pytest.mark.parametrize("make", [*MAKERS, lambda words: audit(words)])
def test_hostile_words_stay_words_in_a_word_document(make: Maker) -> None:
    words = "\n".join((*EVIL, EVERYTHING))
    out = make(words=lambda _: words)
    document = opened(out)
    acting = r"<w:(fldSimple|fldChar|instrText|hyperlink|object|drawing|pict|altChunk)\b"
    assert not re.search(acting, document.element.xml)
    assert not [one for one in document.part.rels.values() if one.is_external]
    told = seen(out, "docx")
    for line in words.split("\n"):
        assert UNSAFE.sub("�", line) in told


@pytest.mark.parametrize("kind", [Kind.DOCX, Kind.HTML, Kind.MD])
def test_who_may_read_it_stands_on_it(kind: Kind) -> None:
    for make in MAKERS:
        assert "by the agreement of the two: The two of us, and the service manager" in seen(make(), kind)
    assert "for Sam Example and Robin Example. Nothing is written down here about who else" in " ".join(
        seen(record_out(readers=""), kind).split()
    )
    assert "A court or an inquiry can require it." in seen(record_out(), kind)


@pytest.mark.parametrize("kind", [Kind.DOCX, Kind.HTML, Kind.MD])
@pytest.mark.parametrize("make", [record_out, agenda_out])
def test_letters_have_their_key_in_words(kind: Kind, make: Maker) -> None:
    told = seen(make(), kind)
    assert "R red" in told
    assert "Each letter is how the action stands on Friday 20 November 2026." in told
    assert "R red: overdue, not started by half-time, carried forward twice or more, or blocked" in told


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize(
    ("handling", "instead"),
    [({"child-s": Handling.LOCAL_ONLY}, QUESTION_STAYS), ({}, QUESTION_UNKNOWN)],
)
@pytest.mark.parametrize("make", [record_out, agenda_out])
def test_the_question_of_a_local_bank_stays_behind_unless_it_is_asked_for(
    kind: Kind, handling: dict[str, Handling], instead: str, make: Maker
) -> None:
    without, along = (seen(make(handling=handling, include_local=along), kind) for along in (False, True))
    assert ASKED.wording not in without
    assert ASKED.wording in along
    if kind is not Kind.JSON:
        assert instead in without
        assert "Handling: for this place only" in without
    if make is record_out:
        assert "Not the other." in without


@pytest.mark.parametrize("kind", [Kind.DOCX, Kind.HTML, Kind.MD])
def test_who_signed_when_stands_on_it_and_who_has_not_finds_a_line(kind: Kind) -> None:
    told = seen(record_out(SAM), kind)
    assert "Signed with a passphrase on Wednesday 18 November 2026 at " in told
    assert told.count("Signed with a passphrase") == 1
    assert "An earlier signature of Robin Example no longer counts: Sam Example changed something" in told
    assert seen(record_out(*BOTH), kind).count("Signed with a passphrase") == 2


@pytest.mark.parametrize("kind", [Kind.DOCX, Kind.HTML, Kind.MD])
def test_parts_stand_in_the_order_in_which_they_are_gone_through(kind: Kind) -> None:
    told = seen(record_out(*BOTH), kind)
    parts = (
        *(
            "Held on",
            "Previous actions",
            "Done: both were rung",
            "Agenda",
            "What was shared",
            "Wellbeing and",
        ),
        *("Reflective discussion", "Learning and development", "What went well, and why", "Anything else"),
        *("Where we see it differently", "What was done about it", "Actions agreed", "Ask how others"),
        *("Wednesday 16 December 2026", "Signatures", "Added after both had signed", "The day was the 18th."),
    )
    places = [told.index(part) for part in parts]
    assert places == sorted(places)


@pytest.mark.parametrize("kind", [Kind.DOCX, Kind.HTML, Kind.MD])
def test_an_agenda_goes_from_previous_actions_over_what_is_shared_to_the_topics(kind: Kind) -> None:
    told = seen(agenda_out(), kind)
    places = [told.index(part) for part in ("Previous actions", "Shared for it", "Topics")]
    assert places == sorted(places)


def test_what_was_cancelled_says_why_and_what_never_began_has_no_time() -> None:
    facts = replace(record().facts, started=None, ended=None)
    told = seen(
        record_out(
            record=record(status=MeetingStatus.CANCELLED, cancelled_reason="Court that day", facts=facts)
        ),
        "md",
    )
    assert "Why it was cancelled\n" in told
    assert "Court that day" in told
    assert "Time:" not in told


def test_an_audit_says_period_counts_and_what_shows_each_answer() -> None:
    for kind in (Kind.DOCX, Kind.HTML, Kind.MD):
        told = seen(audit(), kind)
        assert "Thursday 20 November 2025 to Friday 20 November 2026" in told
        assert "1 yes, 1 partly, 1 no" in told
        assert all(f"Question {number}?" in told and f"What shows {number}" in told for number in (1, 2, 3))
        assert NOT_AGREED not in told


def test_of_what_was_cancelled_only_that_is_there_which_was_written_for_it() -> None:
    facts = replace(record().facts, started=None, ended=None)
    cancelled = record(status=MeetingStatus.CANCELLED, facts=facts, actions=(), shared=(), entries=())
    told = seen(record_out(record=cancelled), "md")
    assert "Wellbeing" not in told
    assert "Signatures" not in told
    topics = record(status=MeetingStatus.CANCELLED, facts=facts, actions=(), shared=())
    assert "How I weigh history" in seen(record_out(record=topics), "md")


@pytest.mark.parametrize("kind", [Kind.DOCX, Kind.HTML, Kind.MD])
def test_without_letters_there_is_no_key_to_them(kind: Kind) -> None:
    told = seen(record_out(*BOTH, known=()), kind)
    assert "Ask how others weigh history" in told
    assert "etter" not in told
