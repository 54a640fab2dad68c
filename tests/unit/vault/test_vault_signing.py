"""A signature says: this person, this kind of thing, exactly this value."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect.vault.keys import make_keys
from reflect.vault.signing import canonical, sign, verify

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("abcé", max_size=5), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(value=PLAIN)
def test_what_somebody_signs_is_recognised_as_theirs_only(value: object) -> None:
    keys, other = make_keys("p1"), make_keys("p2")
    signature = sign(keys, "record", value)
    assert len(signature) == 64
    assert verify(keys.public.sign, "record", value, signature)
    assert not verify(other.public.sign, "record", value, signature)
    assert not verify(keys.public.sign, "record", [value], signature)


def test_a_signature_on_one_kind_of_thing_does_not_count_for_another() -> None:
    keys = make_keys("p1")
    signature = sign(keys, "confirmation", {"action": "7"})
    assert not verify(keys.public.sign, "record", {"action": "7"}, signature)
    assert not verify(keys.public.sign, "confirmation", {"action": "8"}, signature)


def test_any_changed_byte_of_a_signature_is_a_no() -> None:
    keys = make_keys("p1")
    signature = sign(keys, "record", "done")
    for at in range(len(signature)):
        changed = signature[:at] + bytes([signature[at] ^ 1]) + signature[at + 1 :]
        assert not verify(keys.public.sign, "record", "done", changed)


@pytest.mark.parametrize("public", [b"", b"short", bytes(33)])
def test_a_malformed_key_or_signature_is_a_no_and_no_fault(public: bytes) -> None:
    keys = make_keys("p1")
    assert not verify(public, "record", "done", sign(keys, "record", "done"))
    assert not verify(keys.public.sign, "record", "done", public)
    assert not verify(keys.public.sign, "record", 0.5, bytes(64))


def test_the_canonical_form_is_fixed() -> None:
    value = {"was": None, "at": "2026-11-20", "n": [1, True, ("é",)], "ß": -5, "quote": 'a"\n'}
    expected = '{"at":"2026-11-20","n":[1,true,["é"]],"quote":"a\\"\\n","was":null,"ß":-5}'
    assert canonical(value) == expected.encode()


def test_order_of_keys_and_composition_of_letters_do_not_matter() -> None:
    decomposed = unicodedata.normalize("NFD", "Zoë")
    assert decomposed != "Zoë"
    assert canonical({"b": 1, "a": decomposed}) == canonical({"a": "Zoë", "b": 1})


@pytest.mark.parametrize(
    "value", [0.5, float("nan"), b"bytes", {1: "a"}, {"a": {2.5}}, object(), [bytearray(2)]]
)
def test_what_two_programs_may_write_differently_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        canonical(value)


def test_what_has_no_one_form_is_refused() -> None:
    deep: object = []
    for _ in range(50):
        deep = [deep]
    for value in (2**53, -(2**53), {"é": 1, "e\u0301": 2}, "\ud800", deep):
        with pytest.raises(ValueError):
            canonical(value)


def test_a_signature_without_a_kind_is_refused() -> None:
    with pytest.raises(ValueError):
        sign(make_keys("p1"), "", "done")
