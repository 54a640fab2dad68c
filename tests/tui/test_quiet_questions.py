"""Quiet questions beside a text: after a pause, from a finding, waved away for good, and never in the way."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.geometry import Region
from textual.pilot import Pilot

from looking import out_of_reach, too_faint
from reflect.domain.reflection import Scale
from reflect.tui.dialogs.consider import ConsiderDialog
from reflect.tui.remarks import Attention
from reflect.tui.screens.answer import AnswerPage
from reflect.tui.widgets.quiet_questions import QuietQuestions
from stage import PASSPHRASE, Stage
from waiting import press, text_of, unframed, wait_for, words_of
from writing import OPEN, SELF_AUDIT, SIZES, at, choose_model, editor, on_question, rush, saved, say, stored

BOTH = "I saw mum at home, it was probably fine. "
MEANING = "What exactly does this word mean here, and who said it?"
WHO_ELSE = "Who else is in this child's life?"


def asked(pilot: Pilot[None]) -> str:
    """What stands in the place of the quiet questions."""
    return " ".join(str(pilot.app.screen.query_one(QuietQuestions).content).split())


async def until_asked(pilot: Pilot[None], words: str) -> None:
    await wait_for(pilot, lambda: words in asked(pilot), f"the question {words!r}")


async def until_quiet(pilot: Pilot[None]) -> None:
    await wait_for(pilot, lambda: "?" not in asked(pilot), "the questions to go")


@pytest.fixture
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """The text is looked at sooner, for tests in which neither the pause nor what was asked first matters."""
    monkeypatch.setattr(Attention.__init__, "__defaults__", (0.05,))


def places(pilot: Pilot[None]) -> tuple[Region, tuple[int, int]]:
    return editor(pilot).region, editor(pilot).cursor_location


@pytest.mark.parametrize("size", SIZES)
async def test_a_question_appears_after_a_pause_and_nothing_moves(
    stage: Stage, golden: Callable[[str, str], None], size: tuple[int, int]
) -> None:
    async with stage.open(size, at()) as pilot:
        await on_question(pilot)
        await rush(pilot, *BOTH)
        await saved(pilot)
        before = places(pilot)
        await until_asked(pilot, "What exactly does this word")
        assert places(pilot) == before
        assert pilot.app.focused is editor(pilot)
        assert "f12 Consider" in words_of(pilot) or size == (60, 18)
        assert (WHO_ELSE in words_of(pilot)) == (size == (120, 40))
        golden(f"quiet-question-{size[0]}x{size[1]}", text_of(pilot))
        assert too_faint(pilot) == []
        assert await out_of_reach(pilot) == []


async def test_a_question_goes_when_the_words_go_and_those_shown_stay_in_their_places(stage: Stage) -> None:
    async with stage.open((120, 40), at()) as pilot:
        await on_question(pilot)
        await rush(pilot, *"I saw mum at home today. ")
        await until_asked(pilot, WHO_ELSE)
        await rush(pilot, *"It was probably fine. ")
        await until_asked(pilot, MEANING)
        assert asked(pilot).index(WHO_ELSE) < asked(pilot).index(MEANING)
        await rush(pilot, *"Dad was there.")
        await wait_for(pilot, lambda: WHO_ELSE not in asked(pilot), "the question to go")
        editor(pilot).show_text("")
        await until_quiet(pilot)
        assert "f12" not in text_of(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_each_question_shows_the_finding_that_it_comes_from_and_gives_no_score(
    stage: Stage, golden: Callable[[str, str], None], size: tuple[int, int]
) -> None:
    async with stage.open(size, at()) as pilot:
        await on_question(pilot)
        await rush(pilot, *BOTH)
        await saved(pilot)
        await until_asked(pilot, "What exactly does this word")
        await press(pilot, "f12")
        assert isinstance(pilot.app.screen, ConsiderDialog)
        said = unframed(pilot)
        assert MEANING in said
        assert "You wrote: “probably”" in said
        golden(f"consider-{size[0]}x{size[1]}", text_of(pilot))
        assert too_faint(pilot) == []
        if size != (60, 18):
            assert "Nobody asked Child M what a day at home was like." in said
            assert "Child M (Local review, not yet published) · Page 1, point 1" in said
            assert "It is advice" in said
        await press(pilot, "n")
        assert WHO_ELSE in unframed(pilot)
        assert "You wrote" not in words_of(pilot)
        await press(pilot, "n", "escape")
        assert pilot.app.focused is editor(pilot)
        assert MEANING[:20] in asked(pilot)


@pytest.mark.usefixtures("short_pauses")
async def test_a_question_put_away_does_not_come_back_to_any_answer(stage: Stage) -> None:
    async with stage.open(opening=at()) as pilot:
        await on_question(pilot)
        await say(pilot, "It was probably fine.")
        await until_asked(pilot, MEANING)
        await press(pilot, "f12", "p")
        await until_quiet(pilot)
        await press(pilot, "ctrl+n")
        await say(pilot, "I saw mum at home, he probably fell.")
        await until_asked(pilot, WHO_ELSE)
        assert MEANING not in asked(pilot)
        await press(pilot, "f12")
        assert "The other one" not in text_of(pilot)
    practice = stage.workspace.sign_in(None, PASSPHRASE)
    assert practice.coming_back.preferences().waved_away == {"likely-or-probably"}
    practice.close()


@pytest.mark.usefixtures("short_pauses")
async def test_a_question_whose_finding_is_not_at_hand_is_not_asked(stage: Stage) -> None:
    async with stage.open(opening=at()) as pilot:
        await on_question(pilot)
        await say(pilot, "It ended with no further action. It was probably right.")
        await until_asked(pilot, MEANING)
        assert "Do I agree" not in asked(pilot)
        assert "2 questions" not in asked(pilot)


@pytest.mark.usefixtures("short_pauses")
async def test_the_words_of_all_steps_count_as_one_text(stage: Stage) -> None:
    async with stage.open(opening=at()) as pilot:
        await on_question(pilot)
        await choose_model(pilot, "down")
        await say(pilot, "I saw mum at home today.")
        await press(pilot, "f8")
        await until_asked(pilot, WHO_ELSE)
        await say(pilot, "His father rang.")
        await until_quiet(pilot)


@pytest.mark.usefixtures("short_pauses")
async def test_without_usable_questions_writing_goes_on_as_ever(stage: Stage) -> None:
    (stage.workspace.banks / "prompts.yaml").write_text("format: 1\nprompts: []\n", encoding="utf-8")
    async with stage.open(opening=at()) as pilot:
        await on_question(pilot)
        await say(pilot, "Mrs Jones probably knew.")
        await wait_for(pilot, lambda: "may identify" in text_of(pilot), "the text to be looked at")
        assert "?" not in asked(pilot)
        assert not pilot.app.screen.query("Toast")
    assert stored(stage).text == "Mrs Jones probably knew."


@pytest.mark.usefixtures("short_pauses")
async def test_another_question_starts_with_no_remark_on_the_former(stage: Stage) -> None:
    async with stage.open(opening=at(SELF_AUDIT)) as pilot:
        await on_question(pilot)
        await say(pilot, "It was probably Mrs Jones.")
        await until_asked(pilot, MEANING)
        await press(pilot, "ctrl+n")
        assert MEANING not in asked(pilot)
        assert "identify" not in text_of(pilot)
        await press(pilot, "ctrl+b")
        await until_asked(pilot, MEANING)


@pytest.mark.usefixtures("short_pauses")
async def test_they_stand_beside_an_answer_that_is_changed_later_as_well(
    stage: Stage, golden: Callable[[str, str], None]
) -> None:
    practice = stage.workspace.set_up()
    answer = practice.reflecting.add_answer(
        "child-m", OPEN, text="He probably fell.", scale=Scale.NOT_IN_MY_ROLE
    )
    practice.close()
    async with stage.open((120, 40)) as pilot:
        pilot.app.push_screen(AnswerPage(answer))
        await wait_for(pilot, lambda: bool(pilot.app.screen.query(QuietQuestions)), "the answer")
        await until_asked(pilot, MEANING)
        golden("answer-quiet-question-120x40", text_of(pilot))
        await press(pilot, "f12", "p")
        await until_quiet(pilot)
