"""What a file audit asks, answered from the file: each question with a file that earns yes, partly and no."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from on_file import (
    ASKED_OF_BOTH,
    BO,
    PRIVATE,
    SAM,
    START,
    action,
    agreement,
    cancelled,
    entry,
    held,
    previous,
    whole,
)
from reflect.domain.actions.action import Action
from reflect.domain.supervision import auditing
from reflect.domain.supervision.agreement import Agreement
from reflect.domain.supervision.audit import Audit, Finding
from reflect.domain.supervision.cadence import Cadence, Step
from reflect.domain.supervision.entry import Section
from reflect.domain.supervision.intervals import LEEWAY_DAYS
from reflect.domain.supervision.one_to_one import OneToOne, SharedInRecord

AS_AT = date(2026, 5, 31)
DAYS = (date(2026, 3, 30), date(2026, 4, 27), date(2026, 5, 25))
BOTH = agreement(START, SAM, BO)
RISING = Cadence("rising", "New", (Step(7, 60, 14), Step(28, 60)))
YES, PARTLY, NO, NOT_DUE = Finding.YES, Finding.PARTLY, Finding.NO, Finding.NOT_DUE


def audited(
    agreements: Sequence[Agreement] = (BOTH,),
    one_to_ones: Sequence[OneToOne] = (),
    actions: Sequence[Action] = (),
    since: date = START,
) -> Audit:
    return auditing.audit(
        agreements, one_to_ones, actions,
        supervisor="Sam", supervisee="Bo", since=since, as_at=AS_AT, cadences=(RISING,),
    )  # fmt: skip


def asked(
    question: str,
    agreements: Sequence[Agreement],
    one_to_ones: Sequence[OneToOne],
    actions: Sequence[Action] = (),
) -> tuple[Finding, str]:
    found = audited(agreements, one_to_ones, actions)
    line = next(line for line in found.lines if line.question == question)
    return line.answer, line.shows


BARE = replace(agreement(START, SAM, BO, **dict.fromkeys(ASKED_OF_BOTH, "")), entries=())
OVER = agreement(date(2025, 5, 1), SAM, BO)
NEWER = agreement(date(2026, 5, 20))
RISING_TERMS = agreement(START, SAM, BO, stage="rising", every_days=7)
ALL_RISING = [held(START + timedelta(days=day)) for day in (7, 14, 21, 49, 77)]

TABLE: list[tuple[str, Sequence[Agreement], Sequence[OneToOne], Sequence[Action], Finding, str]] = [
    (auditing.ON_FILE, [], [], [], NO, "None is on file."),
    (auditing.ON_FILE, [agreement()], [], [], YES, "It holds from 2 Mar 2026."),
    (auditing.ON_FILE, [BARE], [], [], PARTLY,
     "It holds from 2 Mar 2026, but leaves unsaid: interruptions, cancelling, where records are kept, who may read "
     "them, how disagreement is handled, what each wants from supervision, what each brings to it."),
    (auditing.ON_FILE, [agreement(cancellation=" ")], [], [], PARTLY, "but leaves unsaid: cancelling."),
    (auditing.SIGNED, [], [], [], NO, "None is on file."),
    (auditing.SIGNED, [agreement()], [], [], NO, "Neither has."),
    (auditing.SIGNED, [agreement(START, BO)], [], [], PARTLY, "One of the two has, on 2 Mar 2026."),
    (auditing.SIGNED, [BOTH], [], [], YES, "Both have, by 2 Mar 2026."),
    (auditing.SIGNED, [BOTH, NEWER], [], [], YES, "Both have, by 2 Mar 2026."),
    (auditing.REVIEWED, [agreement()], [], [], NO, "There is no signed agreement to review."),
    (auditing.REVIEWED, [BOTH], [], [], YES, "The next review is due on 2 Mar 2027."),
    (auditing.REVIEWED, [OVER], [], [], NO, "It was due on 1 May 2026."),
    (auditing.REVIEWED, [OVER, NEWER], [], [], PARTLY, "a new agreement is drawn up"),
    (auditing.REVIEWED, [OVER, BOTH], [], [], YES, "The next review is due on 2 Mar 2027."),
    (auditing.INTERVAL, [], [held(DAYS[0])], [], NO, "No agreement says how often. 1 held."),
    (auditing.INTERVAL, [BOTH], [held(day) for day in DAYS], [], YES, "3 held; every 28 days was agreed."),
    (auditing.INTERVAL, [BOTH], [held(DAYS[0]), held(DAYS[1])], [], PARTLY, "no reason recorded: 25 May 2026."),
    (auditing.INTERVAL, [BOTH], [held(DAYS[0])], [], NO, "no reason recorded: 27 Apr 2026, 25 May 2026."),
    (auditing.INTERVAL, [BOTH], [], [], NO, "30 Mar 2026, 27 Apr 2026, 25 May 2026."),
    (auditing.INTERVAL, [BOTH], [held(DAYS[0]), held(DAYS[1]), cancelled(DAYS[2])], [], YES,
     "with a reason recorded: 1."),
    (auditing.INTERVAL, [BOTH], [held(DAYS[0]), held(DAYS[1]), cancelled(DAYS[2], " ")], [], PARTLY, "25 May"),
    (auditing.INTERVAL, [BOTH], [cancelled(day) for day in DAYS], [], PARTLY, "0 held"),
    (auditing.INTERVAL, [BOTH], [held(day + timedelta(days=3)) for day in DAYS[:2]], [], YES, "2 held"),
    (auditing.INTERVAL, [BOTH], [held(DAYS[0] + timedelta(days=4)), held(DAYS[1])], [], PARTLY, "30 Mar 2026"),
    (auditing.INTERVAL, [RISING_TERMS], ALL_RISING, [], YES, "5 held; every 28 days was agreed."),
    (auditing.INTERVAL, [RISING_TERMS], ALL_RISING[2:], [], PARTLY, "9 Mar 2026, 16 Mar 2026."),
    (auditing.INTERVAL, [agreement(AS_AT, SAM, BO)], [], [], NOT_DUE,
     "0 held; every 28 days was agreed. No one-to-one was due in this time."),
    (auditing.AGENDA, [BOTH], [], [], NO, "No one-to-one was held in this time."),
    (auditing.AGENDA, [BOTH], [whole(DAYS[0])], [], YES, "1 of 1 held with topics of both."),
    (auditing.AGENDA, [BOTH], [held(DAYS[0], entry(Section.AGENDA, SAM))], [], PARTLY,
     "0 of 1 held with topics of both, 1 with topics of one only."),
    (auditing.AGENDA, [BOTH], [held(DAYS[0], entry(Section.AGENDA, SAM, "  "))], [], NO, "0 of 1"),
    (auditing.PREVIOUS, [BOTH], [], [], NO, "No one-to-one was held"),
    (auditing.PREVIOUS, [BOTH], [held(DAYS[0])], [], YES, "No earlier action was open"),
    (auditing.PREVIOUS, [BOTH], [held(DAYS[0], actions=previous(("carried",), ()))], [], PARTLY, "1 of 2"),
    (auditing.PREVIOUS, [BOTH], [held(DAYS[0], actions=previous((), ()))], [], NO, "0 of 2"),
    (auditing.PREVIOUS, [BOTH], [held(DAYS[0], actions=previous(("done",)))], [], YES, "1 of 1"),
    (auditing.IN_TIME, [BOTH], [whole(DAYS[0], date(2026, 4, 13))], [], YES, "1 of 1 held signed by both within"),
    (auditing.IN_TIME, [BOTH], [whole(DAYS[0], date(2026, 4, 14))], [], PARTLY, "0 of 1"),
    (auditing.IN_TIME, [BOTH], [held(DAYS[0], signed_on={SAM: DAYS[0]})], [], NO, "held on 30 Mar 2026."),
    (auditing.IN_TIME, [BOTH], [held(DAYS[2])], [], PARTLY, "1 with time left"),
    (auditing.IN_TIME, [BOTH], [whole(DAYS[0]), held(DAYS[2])], [], YES, "1 of 2 held"),
    (auditing.IN_TIME, [BOTH], [held(DAYS[0]), held(DAYS[2])], [], NO, "1 with time left; not signed by both"),
    (auditing.WELLBEING, [BOTH], [whole(DAYS[0]), held(DAYS[1])], [], PARTLY, "1 of 2 held with something"),
    (auditing.WELLBEING, [BOTH], [held(DAYS[1], entry(Section.OTHER, BO))], [], NO, "0 of 1"),
    (auditing.LEARNING, [BOTH], [whole(DAYS[0])], [], YES, "1 of 1"),
    (auditing.LEARNING, [BOTH], [held(DAYS[1], entry(Section.WELLBEING, BO))], [], NO, "0 of 1"),
    (auditing.REFLECTION, [BOTH], [held(DAYS[0])], [], NO, "0 of 1 held: 0 with a reflective discussion"),
    (auditing.REFLECTION, [BOTH], [held(DAYS[0], shared=(SharedInRecord("s", "q", "t", "b"),))], [], YES,
     "1 with something shared"),
    (auditing.ACTIONS, [BOTH], [], [], NO, "No action was agreed in this time."),
    (auditing.ACTIONS, [BOTH], [], [action(AS_AT, agreed=None)], NO, "No action was agreed"),
    (auditing.ACTIONS, [BOTH], [], [action(AS_AT)], YES, "1 of 1"),
    (auditing.ACTIONS, [BOTH], [], [action(AS_AT), action(None)], PARTLY, "1 of 2"),
    (auditing.ACTIONS, [BOTH], [], [action(None)], NO, "0 of 1"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "agreements", "one_to_ones", "actions", "answer", "shows"), TABLE)
def test_each_question_is_answered_with_the_line_that_shows_it(
    question: str,
    agreements: Sequence[Agreement],
    one_to_ones: Sequence[OneToOne],
    actions: Sequence[Action],
    answer: Finding,
    shows: str,
) -> None:
    found, line = asked(question, agreements, one_to_ones, actions)
    assert found is answer, line
    assert shows in line


def test_a_good_file_is_yes_in_every_line_and_says_for_whom_and_when() -> None:
    found = audited(one_to_ones=[whole(day) for day in DAYS], actions=[action(AS_AT)])
    assert [line.question for line in found.lines] == list(auditing.QUESTIONS)
    assert {line.answer for line in found.lines} == {YES}
    assert (found.supervisor, found.supervisee, found.since, found.as_at) == ("Sam", "Bo", START, AS_AT)


def test_where_none_was_due_yet_all_that_is_asked_about_them_has_the_same_answer() -> None:
    lines = audited([agreement(AS_AT - timedelta(days=1), SAM, BO)]).lines
    of_agreement = {auditing.ON_FILE, auditing.SIGNED, auditing.REVIEWED}
    assert {line.question for line in lines if line.answer is YES} == of_agreement
    assert {line.answer for line in lines if line.question not in of_agreement} == {NOT_DUE}
    assert all(auditing.NONE_DUE in line.shows for line in lines if line.answer is NOT_DUE)


def test_what_was_before_the_period_is_not_counted_but_the_interval_begins_with_it() -> None:
    since = date(2026, 4, 1)
    before = audited(one_to_ones=[held(DAYS[0]), whole(DAYS[1]), whole(DAYS[2])], since=since)
    answers = {line.question: (line.answer, line.shows) for line in before.lines}
    assert answers[auditing.INTERVAL] == (YES, "2 held; every 28 days was agreed.")
    assert answers[auditing.WELLBEING][0] is YES
    assert asked(auditing.ACTIONS, [BOTH], [], [action(AS_AT, agreed=START - timedelta(days=1))])[0] is NO


def test_the_page_for_people_says_what_is_asked_in_the_same_words() -> None:
    page = (Path(__file__).parents[3] / "docs" / "self-audit.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1].strip() for line in page.splitlines() if line.startswith("|")]
    assert tuple(rows[2:]) == auditing.QUESTIONS
    assert f"within {auditing.SIGNED_WITHIN_DAYS} days" in page
    assert LEEWAY_DAYS == 3
    assert "three days" in page


days = st.dates(date(2025, 9, 1), date(2026, 8, 1))
files = st.lists(
    st.one_of(
        st.builds(whole, days),
        st.builds(held, days),
        st.builds(cancelled, days, st.sampled_from(["", PRIVATE])),
        days.map(lambda day: held(day, entry(Section.AGENDA, BO), actions=previous((), (PRIVATE,)))),
    ),
    max_size=12,
)
agreed = st.lists(
    st.builds(agreement, days, every_days=st.integers(1, 100), kept_where=st.just(PRIVATE))
    | st.sampled_from([BOTH, OVER, NEWER, RISING_TERMS]),
    max_size=3,
)
acts = st.lists(st.builds(action, st.none() | days, st.none() | days), max_size=4)


@given(agreed, files, acts)
def test_no_line_holds_anybodys_words_and_the_order_of_the_file_is_nothing(
    agreements: list[Agreement], one_to_ones: list[OneToOne], actions: list[Action]
) -> None:
    found = audited(agreements, one_to_ones, actions)
    assert len(found.lines) == len(auditing.QUESTIONS)
    assert not any(PRIVATE in line.shows for line in found.lines)
    other_ids = [replace(one, id=f"{at}") for at, one in enumerate(one_to_ones)]
    assert audited(agreements, other_ids[::-1], actions[::-1]) == found


@given(files)
def test_only_what_happened_in_the_period_counts(one_to_ones: list[OneToOne]) -> None:
    later = [*one_to_ones, held(AS_AT + timedelta(days=1)), cancelled(AS_AT + timedelta(days=1))]
    assert audited(one_to_ones=later) == audited(one_to_ones=one_to_ones)


@given(files, st.sampled_from(DAYS))
def test_one_more_whole_one_to_one_makes_no_answer_about_each_of_them_worse(
    one_to_ones: list[OneToOne], day: date
) -> None:
    rank = {NO: 0, NOT_DUE: 0, PARTLY: 1, YES: 2}
    of_each = {auditing.AGENDA, auditing.PREVIOUS, auditing.IN_TIME, auditing.WELLBEING, auditing.LEARNING}
    before = audited(one_to_ones=one_to_ones).lines
    after = audited(one_to_ones=[*one_to_ones, whole(day)]).lines
    for old, new in zip(before, after, strict=True):
        assert old.question not in of_each or rank[new.answer] >= rank[old.answer]
