"""A signed record that was edited behind the program's back, with the pair's key in hand, is found; and what is
shown of it is what was signed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from clocks import StoppedClock
from records_by_key import WORDS, House
from reflect.errors import DamagedFile
from reflect.services.sealed_json import open_json, seal_json
from reflect.services.supervision import examining, signed_words
from reflect.workspace import Workspace
from two_people import BO, SignIn


@pytest.fixture
def house(workspace: Workspace, signed_in: SignIn, clock: StoppedClock) -> House:
    return House(workspace, signed_in, clock)


def own_entry_after(house: House) -> None:
    """Bo rewrites an entry of their own in the locked record, signed as it should be."""
    house.put_entry(house.entry(BO, "Never said.", record=house.meeting), BO)


def entry_gone(house: House) -> None:
    house.execute("DELETE FROM pair_entry WHERE id = ?", house.note)


def one_byte(house: House) -> None:
    ((body,),) = house.execute("SELECT body FROM pair_record WHERE id = ?", house.meeting)
    changed = body[:40] + bytes([body[40] ^ 1]) + body[41:]
    house.execute("UPDATE pair_record SET body = ? WHERE id = ?", changed, house.meeting)


def one_word(house: House) -> None:
    def change(body: dict[str, Any]) -> None:
        body["entries"][0]["text"] = "Something else"

    house.put_body(change)


def facts(house: House) -> None:
    house.put_head(house.meeting, lambda head: head["facts"].update(place="Elsewhere"))


def discussed(house: House) -> None:
    house.put_head(house.meeting, lambda head: head.update(discussed=[]))


def named_actions(house: House) -> None:
    house.put_head(house.meeting, lambda head: head.update(actions=[]))


def day_in_clear(house: House) -> None:
    house.execute("UPDATE pair_record SET held = '2026-02-02' WHERE id = ?", house.meeting)


def state_in_clear(house: House) -> None:
    house.execute("UPDATE pair_record SET status = 'cancelled' WHERE id = ?", house.meeting)


def unsigned(house: House) -> None:
    house.execute("DELETE FROM pair_signature WHERE record_id = ?", house.meeting)
    house.execute("UPDATE pair_record SET body = NULL WHERE id = ?", house.meeting)


def half_unsigned(house: House) -> None:
    house.execute("DELETE FROM pair_signature WHERE person_id = ?", house.sam.person.id)


def signed_for_the_other(house: House) -> None:
    """Bo makes another body and signs it in both names."""
    keys, at = house.enter(BO).keys, house.clock.now()
    ((sealed,),) = house.execute("SELECT body FROM pair_record WHERE id = ?", house.meeting)
    body = dict(signed_words.open_body(house.pair_key(), house.meeting, sealed))
    body["facts"] = {**body["facts"], "place": "Elsewhere"}
    house.put_body(lambda said: said.update(body))
    house.put_head(house.meeting, lambda head: head["facts"].update(place="Elsewhere"))
    for practice in (house.sam, house.bo):
        signed = replace(signed_words.sign_body(keys, body, at), by=practice.person.id)
        sealed = signed_words.seal_signature(house.pair_key(), house.meeting, signed)
        house.execute(
            "UPDATE pair_signature SET sealed = ? WHERE record_id = ? AND person_id = ?",
            sealed, house.meeting, practice.person.id,
        )  # fmt: skip


def moment_of_signing(house: House) -> None:
    house.execute(
        "UPDATE pair_signature SET at = '2026-01-01 00:00:00.000000' WHERE record_id = ?", house.meeting
    )


def other_record_s_signature(house: House) -> None:
    for practice in (house.sam, house.bo):
        place = f"pair_signature/{{}}/{practice.person.id}"
        ((sealed,),) = house.execute(
            "SELECT sealed FROM pair_signature WHERE record_id = ? AND person_id = ?",
            house.agreement, practice.person.id,
        )  # fmt: skip
        said = open_json(house.pair_key(), place.format(house.agreement), sealed)
        house.execute(
            "UPDATE pair_signature SET sealed = ? WHERE record_id = ? AND person_id = ?",
            seal_json(house.pair_key(), place.format(house.meeting), said), house.meeting, practice.person.id,
        )  # fmt: skip


def own_copy_gone(house: House) -> None:
    house.execute("DELETE FROM mine_record WHERE id = ?", house.meeting)


MEDDLING = (
    own_entry_after, entry_gone, one_byte, one_word, facts, discussed, named_actions, day_in_clear, state_in_clear,
    unsigned,
    half_unsigned, signed_for_the_other, moment_of_signing, other_record_s_signature, own_copy_gone,
)  # fmt: skip


@pytest.mark.parametrize("meddle", MEDDLING, ids=lambda meddle: meddle.__name__)
def test_a_signed_record_that_was_edited_behind_the_program_s_back_is_found(
    house: House, meddle: Callable[[House], None]
) -> None:
    meddle(house)
    for practice in (house.sam, house.bo):
        faults = [fault for fault in practice.examine() if house.meeting[:8] in fault]
        assert faults, meddle.__name__
        assert not [word for word in WORDS if any(word in fault for fault in faults)]


@pytest.mark.parametrize(
    "meddle",
    [own_entry_after, entry_gone, facts, discussed, named_actions],
    ids=lambda meddle: meddle.__name__,
)
def test_without_the_body_made_anew_these_edits_would_pass(
    house: House, meddle: Callable[[House], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examining, "_differs", lambda record, live: False)
    meddle(house)
    assert house.bo.examine() == ()


def test_without_the_signatures_a_body_in_both_names_would_pass(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed_for_the_other(house)
    monkeypatch.setattr(signed_words, "check_signatures", lambda body, signed, sign_keys: None)
    monkeypatch.setattr(examining._Held, "faults_beside", lambda self, name, record: ())
    assert house.bo.examine() == ()
    assert house.bo.one_to_ones.one(house.meeting).facts.place == "Elsewhere"


def test_what_is_shown_of_a_locked_record_is_what_was_signed(house: House) -> None:
    before = house.bo.one_to_ones.one(house.meeting)
    facts(house)
    own_entry_after(house)
    assert house.bo.one_to_ones.one(house.meeting) == before
    one_word(house)
    with pytest.raises(DamagedFile, match="not what was signed"):
        house.sam.one_to_ones.one(house.meeting)
