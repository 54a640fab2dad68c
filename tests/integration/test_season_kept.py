"""Looking back: what somebody took away and answered again, read without opening their answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from clocks import StoppedClock
from own_banks import WithOwnBanks
from reflect.domain.season import Period, Span
from reflect.errors import DamagedFile
from reflect.services.practice import Practice

BANK, FIRST = "child-s", "both-parents-co-sleeping"
SignIn = Callable[..., Practice]
SPRING = Period.around(Span.SEASON, date(2026, 3, 2))


def test_a_season_tells_what_was_taken_away_latest_first(signed_in: SignIn, clock: StoppedClock) -> None:
    practice = signed_in()
    for words in ("Ask sooner.", "  ", "Write it down."):
        sitting = practice.reflecting.begin_anew(BANK).reflection
        practice.reflecting.save_answer(sitting.id, FIRST, text="Here.", scale=None, revision=0)
        practice.reflecting.finish(sitting.id, words)
        clock.go_on(days=20)
    practice.reflecting.begin(BANK)

    spring = practice.looking_back.over(SPRING)
    assert [one.words for one in spring.taken_away] == ["Write it down.", "Ask sooner."]
    assert [one.day for one in spring.taken_away] == [date(2026, 4, 11), date(2026, 3, 2)]
    assert (len(spring.season.sittings), spring.season.finished) == (4, 3)
    bank = practice.banks.bank(BANK)
    question = bank.question(FIRST)
    assert question is not None
    assert {one.theme for one in spring.season.touched} == set(question.themes + question.context)
    assert not set(question.themes) & set(spring.season.untouched)
    assert [(one.times, wording) for one, wording in spring.again] == [(3, question.text)]


def test_another_persons_season_is_their_own(signed_in: SignIn) -> None:
    robin, sam = signed_in(), signed_in("Sam Sample")
    robin.reflecting.add_answer(BANK, FIRST, text="Here.", scale=None)
    assert len(robin.looking_back.over(SPRING).season.sittings) == 1
    assert sam.looking_back.over(SPRING).season.sittings == ()


def test_a_question_that_its_bank_asks_no_more_keeps_its_words_and_themes(
    tmp_path: Path, clock: StoppedClock
) -> None:
    workspace = WithOwnBanks(tmp_path, clock)
    practice = workspace.open()
    for text in ("Once.", "Twice."):
        wording = practice.reflecting.add_answer(
            "child-m", "missed-visits", text=text, scale=None
        ).asked.wording
        clock.go_on(days=10)
    practice.close()
    workspace.change_bank("child-m", "id: missed-visits", "id: visits-not-kept")
    practice = workspace.open()
    spring = practice.looking_back.over(SPRING)
    practice.close()
    assert [words for _, words in spring.again] == [wording]
    assert [one.theme for one in spring.season.touched] == ["professional-curiosity"]


def test_no_answer_is_opened_for_it(signed_in: SignIn, clock: StoppedClock) -> None:
    practice = signed_in()
    for text in ("Once.", "Twice."):
        answer = practice.reflecting.add_answer(BANK, FIRST, text=text, scale=None)
        clock.go_on(days=10)
        with practice._store.writing() as transaction:
            transaction.mine(practice._own_key.circle_id).put_answer(answer.id, b"does not open", b"nor this")
    with pytest.raises(DamagedFile):
        practice.reflecting.answer(answer.id)
    assert len(practice.looking_back.over(SPRING).again) == 1
