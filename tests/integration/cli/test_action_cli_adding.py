"""`reflect action add` and `edit`: what is kept, what is said back, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_line import CommandLine, widest
from hostile import EVERYTHING
from own_actions import WHAT, agreed, moved, proposed, shown

QUESTION = "child-s/both-parents-co-sleeping"
SECRET = "saxifrage submarine"


def test_words_from_standard_input_become_a_proposed_action(robin: CommandLine) -> None:
    said = robin(
        "action", "add", "--due", "in 3 weeks", "--know", "five records", "--level", "team", stdin=f"{WHAT}\n"
    )
    assert said.code == 0
    action = shown(robin, said.out.strip())
    assert (action["what"], action["know"], action["level"]) == (WHAT, "five records", "team")
    assert (action["status"], action["rag"], action["due"]) == ("proposed", "grey", "2026-03-23")
    assert (action["circle"], action["themes"], action["origin"]) == ("mine", [], None)
    assert "Proposed, due Monday 23 March 2026. Only you can read it." in said.err
    assert f"reflect action agree {action['id'][:8]}" in said.err
    assert widest(said.err) <= 80


def test_an_action_comes_from_a_question_a_finding_or_an_answer(robin: CommandLine) -> None:
    bank = robin("bank", "show", "child-s", "--json").json
    question = next(one for one in bank["questions"] if one["id"] == "both-parents-co-sleeping")
    finding = bank["findings"][0]
    answer = robin("answer", "add", *QUESTION.split("/"), stdin="Only the mother.").out.strip()
    from_question = shown(robin, proposed(robin, "--origin", QUESTION))
    assert from_question["origin"] == QUESTION
    assert set(from_question["themes"]) == {*question["themes"], *question["context"]}
    assert (
        shown(robin, proposed(robin, "--origin", f"child-s/{finding['id']}"))["themes"] == finding["themes"]
    )
    from_answer = shown(robin, proposed(robin, "--origin", answer[:8]))
    assert from_answer["origin"] == QUESTION
    assert from_answer["answer"] == answer


def test_themes_that_are_named_count_more_than_those_of_the_origin(robin: CommandLine) -> None:
    action = proposed(
        robin, "--origin", QUESTION, "--theme", "Escalation and challenge", "--theme", "neglect"
    )
    assert shown(robin, action)["themes"] == ["escalation-challenge", "neglect"]


def test_good_practice_needs_no_day_and_has_no_letter(robin: CommandLine) -> None:
    action = proposed(robin, "--keep")
    assert "Good practice" in moved(robin, "agree", action)
    assert (shown(robin, action)["rag"], shown(robin, action)["due"]) == (None, None)
    assert "  keep " in robin("action", "list").out


@pytest.mark.parametrize(
    ("options", "code", "hint"),
    [
        (["--due", "soon"], 2, "in 3 weeks"),
        (["--due", "yesterday"], 2, "Sunday 1 March 2026"),
        (["--level", "teams"], 2, "did you mean `team`?"),
        (["--theme", "escalation"], 2, "escalation-challenge"),
        (["--origin", "child-s/nothing"], 4, "reflect bank show child-s"),
        (["--origin", "child-x/nothing"], 4, "child-s"),
        (["--origin", "ffffffff"], 4, "answer"),
        (["--what"], 2, "reflect action add --help"),
    ],
)
def test_what_is_not_understood_is_named_with_what_is_right(
    robin: CommandLine, options: list[str], code: int, hint: str
) -> None:
    said = robin("action", "add", *options, stdin=SECRET)
    assert (said.code, said.out) == (code, "")
    assert hint.removeprefix("in ") in " ".join(said.err.split())
    assert SECRET not in said.err
    assert robin("action", "list", "--json").json == []


def test_silence_broken_bytes_and_far_too_many_words_are_not_kept(robin: CommandLine) -> None:
    assert robin("action", "add", stdin=" \n").code == 2
    assert "standard input" in " ".join(robin("action", "add").err.split())
    assert robin("action", "add", stdin=b"caf\xe9").code == 2
    assert robin("action", "add", stdin="x" * 10_001).code == 1
    assert robin("action", "list", "--json").json == []


def test_hostile_words_neither_drive_the_terminal_nor_break_the_page(robin: CommandLine) -> None:
    action = agreed(robin, "--know", "a [/] b", what=EVERYTHING)
    moved(robin, "note", action, stdin=EVERYTHING)
    moved(robin, "block", action, stdin=EVERYTHING)
    for words in (
        ["list"],
        ["list", "--json"],
        ["show", action],
        ["trace", action],
        ["show", action, "--json"],
    ):
        said = robin("action", *words)
        assert said.code == 0
        assert not set("\x1b\x07\x08\x9b\u202e\u2066\r") & set(said.out)
        assert "[safeguarding] notes" in " ".join(said.out.split()) or words == ["list"]
        assert widest(said.out) <= 80 or "--json" in words


def test_what_is_edited_is_changed_and_the_rest_stays(robin: CommandLine) -> None:
    action = proposed(robin, "--due", "Friday", "--know", "before", "--theme", "neglect")
    moved(robin, "edit", action, "--what", "--know", "after", "--level", "service", stdin="In other words")
    told = shown(robin, action)
    assert (told["what"], told["know"], told["level"]) == ("In other words", "after", "service")
    assert (told["due"], told["themes"]) == ("2026-03-06", ["neglect"])
    moved(robin, "edit", action, "--due", "12 March", "--theme", "online", "--supporter", "Sam")
    told = shown(robin, action)
    assert (told["due"], told["themes"], told["supporter"]) == ("2026-03-12", ["online"], "Sam")
    moved(robin, "edit", action, "--know", "")
    assert shown(robin, action)["know"] is None
    assert [event["kind"] for event in told["events"]] == ["proposed", "edited", "edited"]


def test_an_agreed_day_is_carried_forward_and_not_edited(robin: CommandLine) -> None:
    action = agreed(robin)
    said = robin("action", "edit", action, "--due", "in 7 weeks")
    assert said.code == 2
    assert "Carry the action forward" in " ".join(said.err.split())
    assert robin("action", "edit", action).code == 2
    assert robin("action", "edit", action, "--what").code == 2
    assert [event["kind"] for event in shown(robin, action)["events"]] == ["proposed", "agreed"]


def test_nobody_sees_or_moves_what_is_somebody_elses(clementine: CommandLine, tmp_path: Path) -> None:
    action = agreed(clementine, what=SECRET)
    clementine.as_somebody("Juniper Teapot", "demo", tmp_path / "lead")
    assert action not in [one["id"] for one in clementine("action", "list", "--json").json]
    for words in (["show"], ["trace"], ["start"], ["undo"], ["note"], ["withdraw"], ["show-to", "pair"]):
        said = clementine("action", words[0], action, *words[1:], stdin="words")
        assert said.code == 4
        assert SECRET not in said.out + said.err
