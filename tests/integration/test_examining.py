"""`doctor --deep` finds what was changed behind the program's back, and says nothing of the words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import sqlalchemy as sa

from reflect.services.practice import Practice

SignIn = Callable[..., Practice]
SECRET = "a planted sentence"


@pytest.fixture
def full(signed_in: SignIn) -> Practice:
    """Somebody with answers, an earlier wording and preferences."""
    practice = signed_in()
    for question in ("both-parents-co-sleeping", "what-probably-means"):
        practice.reflecting.add_answer("child-s", question, text=SECRET * 20, scale=None)
    answer = practice.reflecting.answers()[0]
    practice.reflecting.edit_answer(answer.id, text=SECRET, scale=None, revision=1)
    practice.coming_back.wave_away("likely")
    return practice


def test_nothing_is_found_where_nothing_is_wrong(full: Practice) -> None:
    assert full.examine() == ()


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("UPDATE mine_answer SET body = zeroblob(200)", "the answer"),
        ("UPDATE mine_answer SET card = body", "the answer"),
        ("UPDATE mine_reflection SET head = substr(head, 1, 20)", "the sitting"),
        ("UPDATE mine_version SET sealed = zeroblob(80)", "an earlier wording"),
        ("UPDATE mine_page SET sealed = zeroblob(80) WHERE name = 'preferences'", "the page of preferences"),
        ("DELETE FROM mine_reflection", "belongs to no sitting"),
        (
            "DELETE FROM mine_answer WHERE id NOT IN (SELECT answer_id FROM mine_version)",
            "is missing",
        ),
    ],
)
def test_each_change_is_found(full: Practice, change: str, found: str) -> None:
    with full._store._engine.connect() as connection, connection.begin():
        connection.execute(sa.text(change))
    faults = full.examine()
    assert any(found in fault for fault in faults), faults
    assert not any("planted" in fault for fault in faults)


def test_two_answers_that_were_exchanged_are_found(full: Practice) -> None:
    with full._store._engine.connect() as connection, connection.begin():
        (one, card, body), (other, other_card, other_body) = connection.execute(
            sa.text("SELECT id, card, body FROM mine_answer")
        )
        change = sa.text("UPDATE mine_answer SET card = :card, body = :body WHERE id = :id")
        connection.execute(change, {"id": one, "card": other_card, "body": other_body})
        connection.execute(change, {"id": other, "card": card, "body": body})
    assert sum("does not open" in fault for fault in full.examine()) == 2
