"""Wherever a record or an agreement is shown, it says that it is not agreed until both have signed: to the two of
it, and to a former supervisor who keeps a copy of what they signed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from actions_out import ROBIN, SAM
from reflect.cli.agreement import card_lines as agreement_card_lines
from reflect.cli.supervision.agreement_lines import agreement_lines
from reflect.cli.supervision.lines import YOUR_COPY, card_lines, meeting_lines
from reflect.cli.supervision.preparing import prepared_lines
from reflect.domain.actions.rules import Rules
from reflect.domain.supervision.agreement import Agreement
from reflect.domain.supervision.one_to_one import NOT_AGREED, OneToOne
from reflect.domain.supervision.prepared import Prepared
from reflect.reports.agreements_json import agreement_json
from reflect.reports.one_to_ones_json import one_to_one_json, record_json
from reflect.reports.supervision_documents import Kind
from reflect.tui.one_to_ones import agreement_words
from reflect.tui.one_to_ones import words as list_words
from reflect.tui.supervision import preparing, words
from supervision_out import BOTH, agreement_out, record, record_out
from supervision_reader import seen

TODAY = date(2026, 11, 20)
Said = Iterator[tuple[str, str]]


def prepared(**facts: Any) -> Prepared:
    """What the two have before them, with nothing in it but what is given."""
    nothing = Prepared("link", "Robin Example", False, None, (), (), None, False, (), None, 0)
    return replace(nothing, **facts)


def views_of_a_record(one: OneToOne) -> Said:
    """Every way in which a record is told of, by its name."""
    yield "reflect supervision list", " ".join(card_lines(one, SAM))
    yield "reflect supervision list --json", json.dumps(one_to_one_json(one))
    yield "reflect supervision show", " ".join(meeting_lines(one))
    yield "reflect supervision show --json", json.dumps(record_json(one))
    for kind in Kind:
        yield (
            f"reflect supervision export --format {kind}",
            seen(record_out(*one.signed_by, record=one), kind),
        )
    yield "a line of One-to-ones", list_words.record_row(one, 80, SAM, TODAY).plain
    yield "below that line", list_words.record_told(one, SAM).plain
    yield "the record", words.standing_words(one).plain
    if not one.copy and not one.agreed:
        shown = prepared(meeting=one)
        waiting = prepared(unsigned=(one,))
        yield "reflect supervision prepare", " ".join(prepared_lines(shown, TODAY))
        yield "reflect supervision prepare, below", " ".join(prepared_lines(waiting, TODAY))
        yield "reflect with NAME", preparing.meeting_words(shown, TODAY).plain
        yield "reflect with NAME, between you", _rows(waiting)


def views_of_an_agreement(one: Agreement) -> Said:
    """The same of an agreement."""
    yield "reflect agreement list", " ".join(agreement_card_lines(one))
    yield "reflect agreement show", " ".join(agreement_lines(one, (), TODAY))
    yield "reflect agreement show --json", json.dumps(agreement_json(one))
    for kind in Kind:
        yield (
            f"reflect agreement export --format {kind}",
            seen(agreement_out(*one.signed_by, agreement=one), kind),
        )
    yield "the page of the agreement", agreement_words.stands(one, SAM, TODAY).plain


def _rows(shown: Prepared) -> str:
    found = preparing.Preparing(shown, (), Rules())
    return " ".join(str(option.prompt) for option in preparing.rows(found, 100, TODAY))


def says_so(told: str) -> bool:
    """Whether the words stand there, however the lines are broken."""
    return NOT_AGREED in " ".join(told.lower().split())


@pytest.mark.parametrize("copy", [False, True], ids=["for the two", "a copy"])
@pytest.mark.parametrize("who", [(), (SAM,), (ROBIN,)], ids=["nobody", "the supervisor", "the supervisee"])
def test_every_view_of_a_record_says_that_it_is_not_agreed(who: tuple[str, ...], copy: bool) -> None:
    views = dict(views_of_a_record(record(*who, copy=copy)))
    assert {name: told for name, told in views.items() if not says_so(told)} == {}


@pytest.mark.parametrize("copy", [False, True], ids=["for the two", "a copy"])
@pytest.mark.parametrize("who", [(), (SAM,), (ROBIN,)], ids=["nobody", "the supervisor", "the supervisee"])
def test_every_view_of_an_agreement_says_that_it_is_not_agreed(who: tuple[str, ...], copy: bool) -> None:
    views = dict(views_of_an_agreement(replace(agreement_out(*who).agreement, copy=copy)))
    assert {name: told for name, told in views.items() if not says_so(told)} == {}


@pytest.mark.parametrize(
    "views",
    [
        lambda: views_of_a_record(record(*BOTH)),
        lambda: views_of_an_agreement(agreement_out(*BOTH).agreement),
    ],
    ids=["record", "agreement"],
)
def test_none_says_it_any_more_once_both_have_signed(views: Callable[[], Said]) -> None:
    assert [name for name, told in views() if says_so(told)] == []


def test_a_copy_is_called_one_beside_that() -> None:
    told = " ".join(" ".join(card_lines(record(SAM, copy=True), SAM)).split())
    assert YOUR_COPY in told
    assert f"{NOT_AGREED} (signed by Sam Example only)" in told
