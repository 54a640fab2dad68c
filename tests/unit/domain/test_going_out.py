"""What leaves: questions that stay behind, and lines that could identify somebody, kept or masked one by one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from going_out import ANSWER, ASKED, MOMENT, STEPPED, TAKEN, going_out
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
    (line,) = doubtful_lines(going_out(answer))
    assert line.words == f"Then I rang {PHONE}, near {POSTCODE}."
    assert line.kinds == ("phone number", "postcode")
    assert line.found_words == (PHONE, POSTCODE)


def test_steps_and_what_was_put_aside_are_looked_through_too() -> None:
    answer = replace(
        STEPPED,
        steps=(("What?", f"Rang {PHONE}."), ("So what?", "Nothing.")),
        aside=(("free", (("", f"Went to {POSTCODE}."),)),),
    )
    assert [line.words for line in doubtful_lines(going_out(answer))] == [
        f"Rang {PHONE}.",
        f"Went to {POSTCODE}.",
    ]
    assert [line.words for line in doubtful_lines(going_out(answer), ["nothing"])][1] == "Nothing."


def test_only_the_lines_that_somebody_chose_are_masked() -> None:
    answer = replace(
        STEPPED,
        steps=(("What?", f"Rang {PHONE}.\nRang {PHONE} again."), ("So what?", "Harbour Estate, late.")),
        aside=(("free", (("", f"Went to {POSTCODE}."),)),),
    )
    before = going_out(ANSWER, answer)
    lines = doubtful_lines(before, ["harbour estate"])
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


def test_what_was_taken_away_stands_before_the_answers_of_its_sitting_wherever_these_stand() -> None:
    later = replace(ANSWER, id="a3", reflection="r3", created=MOMENT + timedelta(days=9))
    earlier = replace(ANSWER, id="a0", reflection="r0", created=MOMENT - timedelta(days=9))
    alone = replace(TAKEN, id="r2", moment=MOMENT + timedelta(days=5))
    oldest = replace(TAKEN, id="r9", moment=MOMENT - timedelta(days=20))
    leaving = going_out(later, ANSWER, STEPPED, earlier, taken_away=(oldest, TAKEN, alone))
    assert [piece.id for piece in leaving.pieces] == ["a3", "r2", "r1", "a1", "a2", "a0", "r9"]


def test_what_was_taken_away_is_looked_through_and_masked_like_an_answer() -> None:
    taken = replace(TAKEN, text=f"Ring first.\nAlways {PHONE}.")
    before = going_out(ANSWER, taken_away=(taken,))
    (line,) = doubtful_lines(before)
    assert (line.words, line.kinds) == (f"Always {PHONE}.", ("phone number",))
    assert (line.moment, line.bank_title) == (MOMENT, "Child S")
    after = masked(before, [line])
    assert after.taken_away[0].text == "Ring first.\nAlways [phone number]."
    assert after.masked == 1
    assert after.answers == before.answers
    assert after.characters > len(ANSWER.text)


def test_a_sitting_without_an_answer_takes_the_label_of_its_bank_along() -> None:
    taken = replace(TAKEN, id="r2", bank="ours", bank_title="Ours")
    known = {"child-s": Handling.PROFESSIONALS_ONLY, "ours": Handling.LOCAL_ONLY}
    leaving = going_out(ANSWER, taken_away=(taken,), handling=known)
    assert [(bank.id, bank.answers) for bank in leaving.banks] == [("child-s", 1), ("ours", 0)]
    assert strictest(bank.handling for bank in leaving.banks if bank.handling) is Handling.LOCAL_ONLY
