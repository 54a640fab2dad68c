"""The steps of an answer as values: where one is, what is said, and what two windows make of it."""

from __future__ import annotations

from datetime import UTC, datetime

from reflect.domain.banks import Shape
from reflect.domain.keeping_both import BETWEEN
from reflect.domain.models import ReflectiveModel, Step
from reflect.domain.reflection import FREE, Answer, Asked, Scale, Steps
from reflect.tui.autosave import Draft, with_both
from reflect.tui.stepping import Stepping, draft_under
from reflect.tui.widgets.step_guide import guide_words

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
THREE = ReflectiveModel(
    "three", "Three steps", "Nobody", (Step("One", "What?"), Step("Two", "Why?"), Step("Three", "And now?"))
)
MODELS = {"three": THREE}


def answer(text: str, model: str = FREE, steps: Steps | None = None, **aside: Steps) -> Answer:
    asked = Asked("b", "Bank", 1, "", "q", "How?", (), Shape.OPEN, (), ())
    return Answer(
        "a", "r", asked, None, text, NOON, NOON, 1, model=model, steps=steps, aside=(*aside.items(),)
    )


def stepping(*words: str) -> Stepping:
    steps = tuple((step.title, said) for step, said in zip(THREE.steps, words, strict=True))
    found = Stepping.begin(Draft.in_steps("three", steps, None), MODELS)
    assert found is not None
    return found


def test_it_begins_at_the_first_step_without_words_or_at_the_last() -> None:
    assert stepping("a", " ", "c").title == "Two"
    assert stepping("a", "b", "c").prompt == "And now?"
    assert Stepping.begin(Draft("free"), MODELS) is None


def test_it_goes_round_and_says_all_words_together() -> None:
    there = stepping("a", "", "c").saying("b").moved(2)
    assert there.words == "a"
    assert there.moved(-1).words == "c"
    assert there.draft(Scale.ALWAYS) == Draft("a\n\nb\n\nc", Scale.ALWAYS, "three", there.steps)


def test_the_line_of_steps_names_all_of_them_or_the_present_one_and_marks_those_with_words() -> None:
    there = stepping("a", "", "")
    assert guide_words(there, 60).plain == "1 ● One   › 2 ○ Two   3 ○ Three\nWhy?"
    assert guide_words(there, 25).plain == "1 ●   › 2 ○ Two   3 ○\nWhy?"
    assert guide_words(there, 19).plain == "1 ●   › 2 ○   3 ○\nWhy?"


def test_a_model_begins_empty_and_goes_on_where_it_was_put_aside() -> None:
    empty = (("One", ""), ("Two", ""), ("Three", ""))
    assert draft_under(None, THREE, None) == Draft("", None, "three", empty)
    kept = answer("free", three=(("Two", "b"), ("Four", "d")))
    went_on = draft_under(kept, THREE, Scale.RARELY)
    assert went_on.steps == (("One", ""), ("Two", "b"), ("Three", ""), ("Four", "d"))
    assert (went_on.text, went_on.scale) == ("b\n\nd", Scale.RARELY)


def test_words_without_a_heading_stand_in_the_first_step() -> None:
    assert (draft_under(answer("all", "three"), THREE, None).steps or ())[0] == ("One", "all")


def test_free_writing_brings_the_free_words_back() -> None:
    free = ReflectiveModel(FREE, "Free writing", "No model", ())
    kept = answer("a", "three", (("One", "a"),), free=(("", "as it came"),))
    assert draft_under(kept, free, None) == Draft("as it came")


def test_two_windows_are_kept_step_by_step_and_so_is_what_was_typed_since() -> None:
    sent = Draft.in_steps("three", (("One", "mine"), ("Two", "")), None)
    stored = Draft.in_steps("three", (("One", "theirs\nmine"), ("Two", "b")), Scale.ALWAYS)
    since = Draft.in_steps("three", (("One", "mine!"), ("Two", "more")), None)
    both = with_both(sent, stored, since)
    assert both.steps == (("One", "theirs\nmine!"), ("Two", f"b\n\n{BETWEEN}\n\nmore"))
    assert both.scale is Scale.ALWAYS


def test_words_under_a_model_chosen_since_replace_none() -> None:
    since = Draft.in_steps("three", (("One", "new"),), None)
    assert with_both(Draft("a"), Draft("a and b"), since) == since
