"""`reflect action` between two people and with a team: shown, listed, moved on by each, handed over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from clocks import StoppedClock
from command_line import CommandLine, Said, widest
from pairs import ALEX, BO, LENA, SAM, WHAT, SignIn, Team
from reflect.domain.dates import said as in_words

PASSPHRASE = "a lantern by the canal"
As = Callable[..., Said]


@pytest.fixture
def team(signed_in: SignIn, clock: StoppedClock) -> Team:
    return Team(signed_in, clock)


@pytest.fixture
def said(reflect: CommandLine, team: Team, tmp_path: Path) -> As:
    """Carries out a command as the person who is named first."""

    def carry_out(name: str, *words: str, stdin: str = "") -> Said:
        return reflect.as_somebody(name, PASSPHRASE, tmp_path / "passphrase")(*words, stdin=stdin)

    return carry_out


def ids(said: Said) -> list[str]:
    return [one["id"] for one in said.json]


def test_what_is_shown_is_said_word_for_word_before_it_goes(team: Team, said: As) -> None:
    action = team.bo.acting.propose(what="Ring Mrs Jones", due=team.clock.today()).id
    team.bo.acting.note(action, "I hesitate")
    shown = said(BO, "action", "show-to", action[:8], "pair", "--yes")
    assert (shown.code, shown.out) == (0, "")
    assert f"{action[:8]} is shown to {SAM}, with all that was written in it:" in shown.err
    assert "  Ring Mrs Jones\n" in shown.err
    assert ": Jones\n" in shown.err
    assert "  I hesitate\n" in shown.err
    assert widest(shown.err) <= 80
    assert ids(said(SAM, "action", "list", "--json")) == [action]


def test_an_action_is_shown_to_nobody_before_its_owner_says_yes(team: Team, said: As) -> None:
    """It does not go back once it is agreed."""
    action = team.agreed().id
    unasked = said(BO, "--no-input", "action", "show-to", action, "team")
    assert unasked.code == 2
    assert "Give it with --yes." in unasked.err
    assert ids(said(LENA, "action", "list", "--listed", "--json")) == []
    assert said(BO, "--no-input", "action", "show-to", action, "team", "--yes").code == 0
    assert ids(said(LENA, "action", "list", "--listed", "--json")) == [action]


def test_what_cannot_be_shown_so_says_why(team: Team, said: As) -> None:
    action = team.agreed().id
    back = said(BO, "action", "show-to", action, "mine")
    assert (back.code, back.out) == (3, "")
    assert "others rely on it" in " ".join(back.err.split())
    assert said(ALEX, "action", "show-to", action, "pair").code == 4
    assert said(BO, "action", "show-to", action, "pair").code == 2
    assert said(BO, "action", "show-to", action, "team", "--team", "South").code == 4


def test_lists_ask_for_ones_own_for_those_of_supervisees_or_for_what_is_listed(team: Team, said: As) -> None:
    theirs, listed = team.agreed().id, team.listed().id
    own = team.sam.acting.propose(what="Read the file", due=team.clock.today()).id
    assert set(ids(said(SAM, "action", "list", "--json"))) == {theirs, listed, own}
    assert ids(said(SAM, "action", "list", "--mine", "--json")) == [own]
    assert set(ids(said(SAM, "action", "list", "--supervisees", "--json"))) == {theirs, listed}
    for name in (BO, SAM, LENA):
        assert ids(said(name, "action", "list", "--listed", "--json")) == [listed]
    lines = said(SAM, "action", "list")
    assert f"{BO}: {WHAT}" in lines.out
    assert f"{SAM}:" not in lines.out
    assert widest(lines.out) <= 80


def test_json_says_whose_it_is_and_who_sees_it_and_nothing_of_the_answer_behind_it(
    team: Team, said: As
) -> None:
    answer = team.bo.reflecting.add_answer("child-s", "what-probably-means", text="I did not ask", scale=None)
    action = team.bo.acting.propose(what=WHAT, due=team.clock.today(), origin=answer.id, pair=team.link.id).id
    own, theirs = (said(name, "action", "show", action, "--json").json for name in (BO, SAM))
    assert (theirs["owner"], theirs["circle"], theirs["answer"]) == (BO, "pair", None)
    assert own == {**theirs, "answer": answer.id}
    assert said(SAM, "action", "trace", action, "--json").json["answers"] == []
    assert len(said(BO, "action", "trace", action, "--json").json["answers"]) == 1


def test_each_takes_the_steps_that_are_theirs_and_is_told_before_words_are_asked_for(
    team: Team, said: As
) -> None:
    action = team.listed().id
    for name, verb, code in (
        (LENA, "start", 3),
        (BO, "start", 0),
        (LENA, "block", 3),
        (LENA, "escalate", 0),
        (BO, "done", 0),
        (BO, "confirm", 3),
        (LENA, "confirm", 3),
        (SAM, "confirm", 0),
    ):
        assert said(name, "action", verb, action, stdin="Six records of ten").code == code, (name, verb)
    history = said(LENA, "action", "show", action).out
    assert f"{LENA}: escalated to" in " ".join(history.split())
    assert f"Confirmed by {SAM}." in " ".join(history.split())


def test_what_both_said_of_the_difference_is_shown_traced_and_given_to_other_programs(
    team: Team, said: As
) -> None:
    action = team.agreed().id
    said(BO, "action", "done", action, stdin="Six records of ten\n---\nFathers come")
    said(SAM, "action", "confirm", action, "--impact", stdin="One of them spoke")
    whole = said(BO, "action", "show", action, "--json").json
    assert [(one["by"], one["text"]) for one in whole["impacts"]] == [
        (BO, "Fathers come"),
        (SAM, "One of them spoke"),
    ]
    assert whole["impact"] == "One of them spoke"
    on = in_words(team.clock.today())
    for verb, heading in (("show", "Impact:"), ("trace", "IMPACT")):
        both = f"{heading}\n  {BO}, {on}: Fathers come\n  {SAM}, {on}: One of them spoke\n"
        assert both in said(SAM, "action", verb, action).out


def test_a_supervisor_looks_again_with_the_question_and_without_the_answers(team: Team, said: As) -> None:
    answer = team.bo.reflecting.add_answer("child-s", "what-probably-means", text="I did not ask", scale=None)
    due = team.clock.today()
    action = team.bo.acting.propose(what=WHAT, due=due, origin=answer.id, agree=True, pair=team.link.id).id
    said(BO, "action", "done", action, stdin="Six records of ten")
    said(SAM, "action", "confirm", action)
    team.clock.go_on(days=90)
    asked = said(SAM, "action", "recheck", action, "--result", "sustained")
    assert asked.code == 0
    assert f"The question: {answer.asked.wording}" in " ".join(asked.err.split())
    for not_theirs in ("I did not ask", "Then, on", "You have not answered", "answer add"):
        assert not_theirs not in asked.err


def test_a_lead_hands_over_and_says_why(team: Team, said: As) -> None:
    action = team.listed().id
    assert said(BO, "action", "hand-over", action, ALEX, stdin="I am on leave").code == 3
    assert said(LENA, "action", "hand-over", action, ALEX).code == 2
    assert said(LENA, "action", "hand-over", action, "Nobody", stdin="Bo is on leave").code == 4
    handed = said(LENA, "action", "hand-over", action, "alex another", stdin="Bo is on leave")
    assert (handed.code, handed.out) == (0, "")
    assert f"Handed over to {ALEX}." in handed.err
    assert ids(said(ALEX, "action", "list", "--mine", "--json")) == [action]
    assert ids(said(BO, "action", "list", "--mine", "--json")) == []


def test_only_ones_own_go_out_unless_it_is_said_whose(team: Team, said: As, tmp_path: Path) -> None:
    action = team.agreed().id
    assert said(SAM, "action", "export").out == ""
    others = said(SAM, "action", "export", "--supervisees")
    assert f"1 action of {BO} goes out as json." in others.err
    lines = tmp_path / "lines"
    lines.write_text(said(BO, "action", "export").out, encoding="utf-8")
    taken = said(BO, "action", "import", str(lines))
    assert (taken.code, taken.err.strip()) == (0, "Actions taken in: 1 unchanged.")
    lines.write_text(others.out, encoding="utf-8")
    refused = said(SAM, "action", "import", str(lines))
    assert refused.code == 2
    assert "Line 1 cannot be taken in: it belongs to somebody else" in " ".join(refused.err.split())
    team.bo.acting.start(action)
    lines.write_text(said(BO, "action", "export").out, encoding="utf-8")
    assert "1 unchanged" in said(BO, "action", "import", str(lines)).err
