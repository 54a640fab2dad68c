"""What leaves: questions that stay behind, and lines that could identify somebody, kept or masked one by one."""

from __future__ import annotations

from dataclasses import replace

from going_out import ANSWER, ASKED, STEPPED, going_out
from reflect.domain.banks import Handling, strictest
from reflect.domain.going_out import doubtful_lines, masked

PHONE, POSTCODE = "07700 900123", "SW1A 1AA"


def test_the_strictest_label_holds() -> None:
    assert strictest([]) is Handling.PUBLIC
    assert strictest([Handling.LOCAL_ONLY, Handling.PUBLIC]) is Handling.LOCAL_ONLY
    assert strictest([Handling.PUBLIC, Handling.PROFESSIONALS_ONLY]) is Handling.PROFESSIONALS_ONLY


def test_questions_stay_behind_for_banks_that_are_local_or_gone() -> None:
    local = replace(ANSWER, asked=replace(ASKED, bank="ours"))
    gone = replace(ANSWER, asked=replace(ASKED, bank="gone"))
    known = {"child-s": Handling.PROFESSIONALS_ONLY, "ours": Handling.LOCAL_ONLY}
    leaving = going_out(ANSWER, local, gone, handling=known)
    assert [leaving.question_stays(answer) for answer in leaving.answers] == [False, True, True]
    assert leaving.questions_that_stay == 2
    assert replace(leaving, include_local=True).questions_that_stay == 0
    assert [(bank.id, bank.answers, bank.handling) for bank in leaving.banks] == [
        ("child-s", 1, Handling.PROFESSIONALS_ONLY),
        ("ours", 1, Handling.LOCAL_ONLY),
        ("gone", 1, None),
    ]


def test_each_line_with_something_in_it_is_named_with_what_was_found() -> None:
    answer = replace(
        ANSWER, text=f"First I listened.\nThen I rang {PHONE}, near {POSTCODE}.\nAt last we spoke."
    )
    (line,) = doubtful_lines((answer,))
    assert line.words == f"Then I rang {PHONE}, near {POSTCODE}."
    assert line.kinds == ("phone number", "postcode")
    assert line.found_words == (PHONE, POSTCODE)


def test_steps_and_what_was_put_aside_are_looked_through_too() -> None:
    answer = replace(
        STEPPED,
        steps=(("What?", f"Rang {PHONE}."), ("So what?", "Nothing.")),
        aside=(("free", (("", f"Went to {POSTCODE}."),)),),
    )
    assert [line.words for line in doubtful_lines((answer,))] == [f"Rang {PHONE}.", f"Went to {POSTCODE}."]
    assert [line.words for line in doubtful_lines((answer,), ["nothing"])][1] == "Nothing."


def test_only_the_lines_that_somebody_chose_are_masked() -> None:
    answer = replace(
        STEPPED,
        steps=(("What?", f"Rang {PHONE}.\nRang {PHONE} again."), ("So what?", "Harbour Estate, late.")),
        aside=(("free", (("", f"Went to {POSTCODE}."),)),),
    )
    before = going_out(ANSWER, answer)
    lines = doubtful_lines(before.answers, ["harbour estate"])
    after = masked(before, [lines[1], lines[2], lines[3]])
    assert after.masked == 3
    assert after.answers[0] == ANSWER
    assert after.answers[1].steps == (
        ("What?", f"Rang {PHONE}.\nRang [phone number] again."),
        ("So what?", "[local word], late."),
    )
    assert after.answers[1].text == f"Rang {PHONE}.\nRang [phone number] again.\n\n[local word], late."
    assert after.answers[1].aside == (("free", (("", "Went to [postcode]."),)),)
    assert masked(before, []) == before
