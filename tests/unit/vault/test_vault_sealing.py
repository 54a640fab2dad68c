"""Words open for their circle, in their place, unchanged; and for nobody else, nowhere else, not otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect.errors import DamagedFile
from reflect.vault.keys import keys_from, make_keys
from reflect.vault.sealing import (
    new_circle_key,
    new_team_circle,
    open_as_lead,
    seal_to_team,
    unwrap,
    unwrap_circle_key,
    unwrap_team_circle,
    wrap_circle_key,
    wrap_for,
    wrap_team_circle,
)

PLACE = "answers/7/words"
SECRET = b"what I did not ask"
A_KEY_THAT_IS_THE_SAME_FOR_ALL = bytes(32)  # the point of order one: its shared secret is known to everybody


def every_change_of_one_byte(sealed: bytes) -> list[bytes]:
    changed = [sealed[:at] + bytes([sealed[at] ^ 0x01]) + sealed[at + 1 :] for at in range(len(sealed))]
    return [*changed, sealed[:-1], sealed + b"\0", sealed[1:], b"", sealed[:20]]


@given(words=st.binary(max_size=5000), place=st.text(max_size=40), circle=st.text(max_size=40))
def test_what_is_sealed_for_a_circle_opens_with_its_key(words: bytes, place: str, circle: str) -> None:
    key = new_circle_key(circle)
    sealed = key.seal(words, place=place)
    assert key.open(sealed, place=place) == words
    assert len(words) < 8 or words not in sealed


@given(secret=st.binary(max_size=500), purpose=st.text(max_size=40))
def test_what_is_wrapped_for_a_person_opens_with_their_keys(secret: bytes, purpose: str) -> None:
    keys = make_keys("p1")
    assert unwrap(keys, wrap_for(keys.public.read, secret, purpose=purpose), purpose=purpose) == secret


@given(words=st.binary(max_size=500), place=st.text(max_size=40))
def test_what_members_seal_to_their_team_opens_for_its_lead(words: bytes, place: str) -> None:
    team = new_team_circle("t1")
    assert open_as_lead(team, seal_to_team(team.public, words, place=place), place=place) == words


def test_the_same_words_never_look_the_same() -> None:
    key, keys = new_circle_key("c1"), make_keys("p1")
    assert len({key.seal(SECRET, place=PLACE) for _ in range(50)}) == 50
    assert len({wrap_for(keys.public.read, SECRET, purpose="x") for _ in range(50)}) == 50


@pytest.mark.parametrize("elsewhere", ["answers/8/words", "answers/7/why", "shares/7/words", ""])
def test_words_moved_to_another_place_do_not_open(elsewhere: str) -> None:
    key, team = new_circle_key("c1"), new_team_circle("t1")
    with pytest.raises(DamagedFile):
        key.open(key.seal(SECRET, place=PLACE), place=elsewhere)
    with pytest.raises(DamagedFile):
        team.open(seal_to_team(team.public, SECRET, place=PLACE), place=elsewhere)


def test_circle_and_place_cannot_be_run_together_to_read_as_another() -> None:
    keys = make_keys("p1")
    key = new_circle_key("c1")
    sealed = key.seal(SECRET, place="2/words")
    wrapped = wrap_circle_key(keys.public.read, key)
    assert unwrap_circle_key(keys, "c1", wrapped).open(sealed, place="2/words") == SECRET
    same_key = unwrap(keys, wrapped, purpose="circle key c1")
    as_another = wrap_for(keys.public.read, same_key, purpose="circle key c12")
    with pytest.raises(DamagedFile):
        unwrap_circle_key(keys, "c12", as_another).open(sealed, place="/words")


def test_words_do_not_open_with_another_circles_key() -> None:
    sealed = new_circle_key("c1").seal(SECRET, place=PLACE)
    with pytest.raises(DamagedFile):
        new_circle_key("c1").open(sealed, place=PLACE)
    team, other = new_team_circle("t1"), new_team_circle("t1")
    with pytest.raises(DamagedFile):
        other.open(seal_to_team(team.public, SECRET, place=PLACE), place=PLACE)


def test_any_changed_byte_keeps_words_closed() -> None:
    key, keys, team = new_circle_key("c1"), make_keys("p1"), new_team_circle("t1")
    for sealed in every_change_of_one_byte(key.seal(SECRET, place=PLACE)):
        with pytest.raises(DamagedFile):
            key.open(sealed, place=PLACE)
    for sealed in every_change_of_one_byte(wrap_for(keys.public.read, SECRET, purpose="x")):
        with pytest.raises(DamagedFile):
            unwrap(keys, sealed, purpose="x")
    for sealed in every_change_of_one_byte(seal_to_team(team.public, SECRET, place=PLACE)):
        with pytest.raises(DamagedFile):
            team.open(sealed, place=PLACE)


def test_a_circle_key_is_handed_to_one_reader_for_one_circle() -> None:
    priya, sam, key = make_keys("priya"), make_keys("sam"), new_circle_key("pair-1")
    sealed = key.seal(SECRET, place=PLACE)
    wrapped = wrap_circle_key(priya.public.read, key)
    assert unwrap_circle_key(priya, "pair-1", wrapped).open(sealed, place=PLACE) == SECRET
    with pytest.raises(DamagedFile):
        unwrap_circle_key(sam, "pair-1", wrapped)
    with pytest.raises(DamagedFile):
        unwrap_circle_key(priya, "pair-2", wrapped)


def test_a_team_passes_to_its_next_lead_and_not_to_others() -> None:
    first, following, member = make_keys("1"), make_keys("2"), make_keys("3")
    team = new_team_circle("team-1")
    sealed = seal_to_team(team.public, SECRET, place=PLACE)
    held = unwrap_team_circle(first, "team-1", wrap_team_circle(first.public.read, team))
    handed_on = wrap_team_circle(following.public.read, held)
    assert unwrap_team_circle(following, "team-1", handed_on).open(sealed, place=PLACE) == SECRET
    assert held.public == team.public
    for keys, circle in ((member, "team-1"), (following, "team-2")):
        with pytest.raises(DamagedFile):
            unwrap_team_circle(keys, circle, handed_on)


@pytest.mark.parametrize("reader", [A_KEY_THAT_IS_THE_SAME_FOR_ALL, b"short", b""])
def test_nothing_is_sealed_to_a_key_that_would_open_for_everybody(reader: bytes) -> None:
    with pytest.raises(DamagedFile):
        wrap_for(reader, SECRET, purpose="x")
    with pytest.raises(DamagedFile):
        seal_to_team(reader, SECRET, place=PLACE)


def test_keys_come_back_from_their_secret_and_from_nothing_else() -> None:
    keys = make_keys("p1")
    assert keys_from("p1", keys.secret()).public == keys.public
    for wrong in (b"", keys.secret()[:-1], keys.secret() + b"\0"):
        with pytest.raises(DamagedFile):
            keys_from("p1", wrong)


def test_nothing_that_can_be_printed_shows_a_key() -> None:
    keys, team = make_keys("p1"), new_team_circle("t1")
    circle = unwrap_circle_key(keys, "c1", wrap_for(keys.public.read, b"K" * 32, purpose="circle key c1"))
    said = f"{keys!r} {keys} {circle!r} {circle} {team!r} {team}"
    assert (
        said
        == "KeyPairs('p1') KeyPairs('p1') CircleKey('c1') CircleKey('c1') TeamCircle('t1') TeamCircle('t1')"
    )


def test_a_refusal_tells_neither_words_nor_keys_nor_reasons() -> None:
    key = new_circle_key("c1")
    sealed = key.seal(SECRET, place=PLACE)
    said = set()
    for wrong, place in ((sealed, "elsewhere"), (sealed[:-1] + b"x", PLACE), (b"", PLACE)):
        with pytest.raises(DamagedFile) as refused:
            key.open(wrong, place=place)
        said.add(str(refused.value))
        assert refused.value.__cause__ is None
    assert len(said) == 1
    assert SECRET.decode() not in said.pop()
