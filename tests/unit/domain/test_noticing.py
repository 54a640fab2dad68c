"""Quiet questions beside a text: when one speaks, where, and when it stays silent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect.domain.noticing import Noticed, Pattern, Prompt, notice, phrases


def prompt(
    id_: str = "a-prompt",
    *,
    any: str,
    near: str = "",
    then: str = "",
    within: int = 0,
    unless: str = "",
    unless_within: int | None = None,
    whole_text: bool = False,
    at_least: int = 0,
) -> Prompt:
    """A prompt whose phrases are given as plain text, separated by commas."""
    pattern = Pattern(
        phrases(any.split(",")),
        phrases(near.split(",")),
        phrases(then.split(",")),
        within,
        phrases(unless.split(",")),
        unless_within,
        whole_text,
        at_least,
    )
    return Prompt(id_, "Who else?", ("a-bank", "a-finding"), pattern)


def places(text: str, one: Prompt) -> list[str]:
    return [text[found.start : found.end] for found in notice((one,), text) if found.start is not None]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("It was PROBABLY so.", "PROBABLY"),
        ("Probably.", "Probably"),
        ("probable, improbably", None),
        ("It went on, no further\u00a0action.", "no further\u00a0action"),
        ("There is no further. Action is needed.", None),
        ("the re\u0301sume\u0301 says so", "re\u0301sume\u0301"),
    ],
)
def test_whole_words_and_phrases_are_noticed_in_any_case_and_with_any_accents(
    text: str, place: str | None
) -> None:
    found = places(text, prompt(any="probably,no further action,résumé"))
    assert found == ([place] if place else [])


def test_each_prompt_speaks_once_at_its_first_place_and_in_the_order_given() -> None:
    likely, nobody = prompt("likely", any="likely"), prompt("nobody", any="nobody")
    text = "Nobody thought it likely. Nobody, likely."
    assert notice((likely, nobody), text) == (Noticed(likely, 18, 24), Noticed(nobody, 0, 6))


def test_a_prompt_may_want_company_within_some_words_on_either_side() -> None:
    historical = prompt(any="historical", near="alcohol,drinking", within=3)
    assert places("It is historical, the alcohol.", historical) == ["historical, the alcohol"]
    assert places("Drinking that is historical.", historical) == ["Drinking that is historical"]
    assert places("Alcohol was one two three historical", historical) == []
    assert places("historical one two three alcohol", historical) == []
    assert places("historical. Then historical alcohol", historical) == [
        "historical. Then historical alcohol"
    ]


def test_or_company_that_must_come_after_it() -> None:
    says = prompt(any="mum", then="said,told me", within=2)
    assert places("I said to mum. Mum then told me", says) == ["Mum then told me"]
    assert places("I said mum knows all of it", says) == []


def test_other_words_keep_it_quiet_anywhere_or_only_close_by() -> None:
    anywhere = prompt(any="no action", unless="escalated")
    close = prompt(any="likely", unless="exactly", unless_within=2)
    assert places("No action. " + "So it was. " * 50 + "I escalated.", anywhere) == []
    assert places("likely, exactly so", close) == []
    assert places("exactly one two likely", close) == ["likely"]
    assert places("exactly likely; and so on it went, likely", close) == ["likely"]


def test_a_prompt_on_the_whole_text_has_no_place_and_waits_for_enough_words() -> None:
    mother = prompt(any="mum", unless="dad", whole_text=True, at_least=5)
    assert notice((mother,), "mum was not there") == ()
    assert notice((mother,), "mum was not there today") == (Noticed(mother, None, None),)
    assert notice((mother,), "mum was not there, dad was") == ()
    assert notice((mother,), "nobody was there at all today") == ()


def test_nothing_is_noticed_in_nothing() -> None:
    assert notice((prompt(any="likely"),), "") == ()
    assert notice((prompt(any=" ,-"),), "likely - so") == ()
    assert notice((), "likely") == ()


EVERY_KIND = (
    prompt("near", any="a,a b,ss", near="b,c", within=2, unless="d", unless_within=1),
    prompt("then", any="a", then="b", within=1),
    prompt("whole", any="a,c", unless="d", whole_text=True, at_least=3),
)


@given(
    st.lists(st.sampled_from(["a", "B", "c ", "d", " ", ". ", "\n", "ß", "e\u0301", "ﷺ", "İ", "'s "])).map(
        "".join
    )
)
def test_a_place_lies_inside_the_text_and_no_prompt_speaks_twice(text: str) -> None:
    found = notice(EVERY_KIND, text)
    assert len({each.prompt.id for each in found}) == len(found)
    for each in found:
        whole = each.prompt.pattern.whole_text
        assert whole or (each.start is not None and 0 <= each.start < (each.end or 0) <= len(text))


@pytest.mark.parametrize("again", ["a ", "a b ", "d a ", "ss", " ", "a. "])
def test_a_very_long_text_is_read_to_its_end(again: str) -> None:
    text = again * (100_000 // len(again))
    assert len(notice(EVERY_KIND, text)) <= len(EVERY_KIND)
