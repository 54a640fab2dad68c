"""The list of sittings is kept beside them, so that a long one opens at once; it always says what they say."""

from __future__ import annotations

from collections.abc import Callable

from clocks import StoppedClock
from reflect.domain.reflection import ReflectionCard
from reflect.services import own_pages
from reflect.services.practice import Practice

BANK, FIRST, SECOND = "child-s", "both-parents-co-sleeping", "what-probably-means"
SignIn = Callable[..., Practice]


def as_they_are(practice: Practice) -> tuple[ReflectionCard, ...]:
    return tuple(ReflectionCard.of(one) for one in practice.reflecting.reflections())


def forget_the_list(practice: Practice) -> None:
    """As in a file that an earlier version wrote."""
    from sqlalchemy import delete
    from sqlmodel import col

    from reflect.storage.tables import MinePageRow

    with practice._store.writing() as transaction:
        transaction.mine(practice._own_key.circle_id)._connection.execute(
            delete(MinePageRow).where(col(MinePageRow.name) == own_pages.SITTINGS)
        )


def test_the_list_follows_every_change(signed_in: SignIn, clock: StoppedClock) -> None:
    practice = signed_in()
    reflecting = practice.reflecting
    assert reflecting.reflection_cards() == ()
    older = reflecting.begin(BANK).reflection
    clock.go_on(days=2)
    newer = reflecting.begin_anew("baby-e").reflection
    assert [card.id for card in reflecting.reflection_cards()] == [newer.id, older.id]
    assert reflecting.reflection_cards() == as_they_are(practice)

    answer = reflecting.save_answer(older.id, SECOND, text="Asked.", scale=None, revision=0)
    reflecting.save_answer(older.id, FIRST, text="Here.", scale=None, revision=0)
    card = reflecting.reflection_cards()[1]
    assert (set(card.answered), card.is_finished) == ({FIRST, SECOND}, False)
    reflecting.finish(older.id, "")
    assert reflecting.reflection_cards()[1].is_finished
    reflecting.delete_answer(answer.id)
    assert reflecting.reflection_cards()[1].answered == (FIRST,)
    assert reflecting.reflection_cards() == as_they_are(practice)
    reflecting.delete_reflection(older.id)
    assert [card.id for card in reflecting.reflection_cards()] == [newer.id]
    assert practice.examine() == ()


def test_answered_questions_stand_in_the_order_in_which_they_were_asked(signed_in: SignIn) -> None:
    practice = signed_in()
    sitting = practice.reflecting.begin(BANK).reflection
    first, second, *_ = sitting.questions
    for question in (second, first):
        practice.reflecting.save_answer(sitting.id, question, text="Here.", scale=None, revision=0)
    assert practice.reflecting.reflection_cards()[0].answered == (first, second)


def test_a_file_without_the_list_is_read_sitting_by_sitting_and_gets_one(
    signed_in: SignIn, clock: StoppedClock
) -> None:
    practice = signed_in()
    practice.reflecting.add_answer(BANK, FIRST, text="Once.", scale=None)
    clock.go_on(days=1)
    practice.reflecting.begin(BANK)
    forget_the_list(practice)
    assert practice.reflecting.reflection_cards() == as_they_are(practice)
    practice.reflecting.begin("baby-e")
    assert len(practice.reflecting.reflection_cards()) == 3
    with practice.reflecting._drawer.reading() as drawer:
        assert len(drawer.page(own_pages.SITTINGS)["sittings"]) == 3


def test_the_list_holds_no_word_of_an_answer_that_was_deleted(signed_in: SignIn) -> None:
    practice = signed_in()
    answer = practice.reflecting.add_answer(BANK, FIRST, text="Once.", scale=None)
    practice.reflecting.delete_reflection(answer.reflection)
    with practice.reflecting._drawer.reading() as drawer:
        assert drawer.page(own_pages.SITTINGS) == {"banks": [], "questions": [], "sittings": []}
