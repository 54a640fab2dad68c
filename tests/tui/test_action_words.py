"""Why an action has its letter, what is asked while one is written, and in which order rows stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from reflect.domain.actions.action import Action, Carry, CarryChoice, Escalation, Level, Status
from reflect.domain.actions.groups import Group
from reflect.domain.actions.rag import Rag, rag
from reflect.domain.actions.rules import USUAL
from reflect.domain.actions.wanted import Wanted
from reflect.services.actions.entry import Entry
from reflect.services.actions.index import ActionIndex
from reflect.services.actions.lists import Arranged
from reflect.tui.acting.letter import why_letter
from reflect.tui.acting.order import By, Listing, Order, listing
from reflect.tui.acting.prompts import AT_FIRST, prompt_for
from reflect.tui.acting.words import carried_words, counts_words, day_briefly, row

TODAY = date(2026, 3, 2)
_NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
_AGREED = Action(
    id=str(UUID(int=1)),
    owner="somebody",
    what="Ask Sam",
    know="",
    level=Level.PRACTITIONER,
    themes=(),
    origin=None,
    keep=False,
    supporter="",
    due=TODAY + timedelta(days=20),
    created=_NOW,
    updated=_NOW,
    updated_on=TODAY,
    status=Status.AGREED,
    agreed=TODAY,
)
_ONCE = Carry(TODAY, "I was ill", CarryChoice.NEW_DATE)


def _asked(answer_by: date) -> Action:
    return replace(_AGREED, escalation=Escalation(1, "the school nurse", date(2025, 12, 1), answer_by))


def days(number: int) -> date:
    return TODAY + timedelta(days=number)


@pytest.mark.parametrize(
    ("action", "letter", "why"),
    [
        (replace(_AGREED, keep=True), None, "Good practice has no letter: it is kept, not chased."),
        (replace(_AGREED, status=Status.PROPOSED), Rag.GREY, "It is proposed."),
        (replace(_AGREED, status=Status.EMBEDDED), Rag.BLUE, "A re-check found that it lasted."),
        (replace(_AGREED, status=Status.CONFIRMED), Rag.GREEN, "It is confirmed."),
        (_AGREED, Rag.GREEN, "It is on its way, with 20 days left and an update in the last 28 days."),
        (replace(_AGREED, due=days(-1)), Rag.RED, "It was due 1 day ago."),
        (replace(_AGREED, status=Status.BLOCKED), Rag.RED, "Something is in the way."),
        (replace(_AGREED, carries=(_ONCE, _ONCE)), Rag.RED, "It was carried twice."),
        (
            replace(_AGREED, agreed=days(-30)),
            Rag.RED,
            "It was not started by half-time, Wednesday 25 February 2026.",
        ),
        (replace(_AGREED, due=days(3)), Rag.AMBER, "It is due in 3 days."),
        (replace(_AGREED, due=TODAY), Rag.AMBER, "It is due today."),
        (replace(_AGREED, carries=(_ONCE,)), Rag.AMBER, "It was carried once."),
        (replace(_AGREED, updated_on=days(-29)), Rag.AMBER, "Nothing was said of it for 29 days."),
        (
            replace(_AGREED, status=Status.DONE, done=days(-2), due=days(-9), carries=(_ONCE, _ONCE)),
            Rag.RED,
            "It was carried twice.",
        ),
        (
            replace(_AGREED, status=Status.DONE, done=days(-2), due=days(3), carries=(_ONCE,)),
            Rag.AMBER,
            "It was carried once.",
        ),
        (
            replace(_AGREED, status=Status.DONE, done=days(-40), updated_on=days(-40), carries=(_ONCE,)),
            Rag.AMBER,
            "It was done 40 days ago and is not confirmed yet. It was carried once.",
        ),
        (replace(_AGREED, status=Status.DONE, done=days(-2)), Rag.GREEN, "It was done in the last 14 days."),
        (
            replace(_AGREED, status=Status.DONE, done=days(-15)),
            Rag.AMBER,
            "It was done 15 days ago and is not confirmed yet.",
        ),
    ],
)
def test_a_letter_says_why_it_is_there(action: Action, letter: Rag | None, why: str) -> None:
    assert rag(action, TODAY, USUAL) is letter
    assert why_letter(action, TODAY, USUAL) == why


def test_prompts_ask_for_something_specific_and_small() -> None:
    assert prompt_for("  ") == AT_FIRST
    assert "somebody see you do" in prompt_for("Improve my recording")
    assert "several things" in prompt_for("Ask Sam and ring Kim and write it down")
    assert "a lot" in prompt_for("word " * 31)
    assert prompt_for("Ask Sam about a day") == "When would you do it next?"


def test_numbers_are_words() -> None:
    assert [carried_words(times) for times in (0, 1, 2, 3)] == [
        "",
        "carried once",
        "carried twice",
        "carried 3 times",
    ]
    places = {group: [0] if group is Group.LATER else [] for group in Group}
    assert counts_words(places) == "Nothing is overdue. 1 later."


def arranged(*actions: Action) -> Arranged:
    index = ActionIndex.of(
        Entry.of(replace(action, id=str(UUID(int=number)))) for number, action in enumerate(actions, 1)
    )
    return Arranged(index, index.grouped(TODAY), TODAY)


def ids(listed: Listing) -> list[int | None]:
    """Each row as the number of its action; None for a title and for an empty line."""
    rows = (listed.id_at(row) for row in range(len(listed)))
    return [UUID(row).int if row else None for row in rows]


def test_rows_are_titles_actions_and_a_line_between() -> None:
    three = arranged(
        _AGREED, replace(_AGREED, due=days(-1)), replace(_AGREED, due=days(-9), level=Level.TEAM)
    )
    listed = listing(three, By.NEXT, Order.DAY, Wanted())
    assert [section.title for section in listed.sections] == ["Overdue", "Later"]
    assert ids(listed) == [None, 3, 2, None, None, 1]
    assert [listed.row_of(str(UUID(int=one)), 0) for one in (1, 2, 3, 4)] == [5, 2, 1, 1]
    assert ids(listing(three, By.NOTHING, Order.DAY, Wanted())) == [3, 2, 1]
    by_level = listing(three, By.LEVEL, Order.DAY, Wanted(level=Level.TEAM))
    assert ids(by_level) == [None, 3]


def test_an_action_with_two_themes_stands_under_both_and_one_without_at_the_end() -> None:
    two = arranged(_AGREED, _AGREED)
    themes = {str(UUID(int=1)): ("neglect", "online")}
    listed = listing(two, By.THEME, Order.DAY, Wanted(), themes=themes, label=str.capitalize)
    assert [section.title for section in listed.sections] == ["Neglect", "Online", "No theme"]
    assert ids(listed) == [None, 1, None, None, 1, None, None, 2]


def test_nothing_found_is_no_row_at_all() -> None:
    listed = listing(arranged(_AGREED), By.NEXT, Order.DAY, Wanted(search="no"), found=frozenset())
    assert len(listed) == 0
    assert listed.row_of(None, 0) == 0


@pytest.mark.parametrize(
    ("action", "words"),
    [
        (replace(_AGREED, due=date(2026, 12, 4)), "by 4 Dec"),
        (replace(_AGREED, due=date(2027, 1, 4)), "by 4 Jan 2027"),
        (replace(_AGREED, due=None), "no date"),
        (replace(_AGREED, status=Status.DONE, done=date(2026, 2, 3)), "done 3 Feb"),
        (replace(_AGREED, status=Status.CONFIRMED, recheck_due=date(2026, 5, 31)), "look again 31 May"),
        (replace(_AGREED, status=Status.CONFIRMED, recheck_due=date(2027, 5, 31)), "again 31 May 2027"),
        (replace(_AGREED, status=Status.DONE, evidence_by=date(2026, 3, 9)), "evidence 9 Mar"),
        (_asked(date(2026, 3, 4)), "answer 4 Mar"),
        (_asked(date(2025, 12, 14)), "reply 14 Dec 2025"),
    ],
)
def test_in_few_letters_a_day_still_says_what_it_is_for(action: Action, words: str) -> None:
    assert day_briefly(action, TODAY) == words


def test_a_row_under_a_title_says_that_its_day_is_that_of_an_answer() -> None:
    assert "4 Mar 2026  answer: Ask Sam" in row(_asked(date(2026, 3, 4)), 78, TODAY, USUAL).plain
    assert "answer 4 Mar 2026" in row(_asked(date(2026, 3, 4)), 120, TODAY, USUAL).plain


def test_under_a_title_of_days_that_are_due_a_row_says_that_it_is_to_be_looked_at_again() -> None:
    late = replace(_AGREED, status=Status.CONFIRMED, recheck_due=date(2025, 11, 3))
    assert "3 Nov 2025  look again: Ask Sam" in row(late, 78, TODAY, USUAL).plain
    assert "3 Nov 2025  Lee: look again: Ask Sam" in row(late, 78, TODAY, USUAL, "Lee").plain
    assert "look again:" not in row(replace(late, status=Status.AGREED), 78, TODAY, USUAL).plain
