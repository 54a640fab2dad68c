"""`reflect action list` and `show`: what is to be done, the soonest first, now or as it stood on another day."""

from __future__ import annotations

import pytest

from command_line import CommandLine, widest
from own_actions import WHAT, agreed, done, moved, proposed, shown


@pytest.fixture
def several(robin: CommandLine) -> dict[str, str]:
    """Actions in many states on Monday 20 April 2026, by a word for each."""
    known = {
        "late": agreed(robin, "--theme", "neglect", due="20 March", what="Ring the school"),
        "near": agreed(robin, "--level", "team", due="1 May", what="Ask about fathers"),
        "far": agreed(robin, due="1 December", what="Write the guidance"),
        "blocked": agreed(robin, due="1 November", what="Ask for the list"),
        "done": done(robin),
        "proposed": proposed(robin, what="Perhaps a visit"),
        "kept": agreed(robin, "--keep", due="1 December", what="Keep the weekly call"),
    }
    moved(robin, "block", known["blocked"], stdin="Nobody answers")
    robin.clock.go_on(days=49)
    return known


def kept(person: CommandLine, *options: str) -> list[str]:
    """The ids of a list."""
    said = person("action", "list", *options, "--json")
    assert said.code == 0, said.err
    return [action["id"] for action in said.json]


def test_each_action_is_one_line_with_letter_word_day_and_short_id(
    robin: CommandLine, several: dict[str, str]
) -> None:
    said = robin("action", "list")
    lines = said.out.splitlines()
    assert len(lines) == len(several)
    assert {len(line) for line in lines} == {80}
    late = next(line for line in lines if line.endswith(several["late"][:8]))
    assert late.split() == ["R", "red", "20", "Mar", "2026", "Ring", "the", "school", several["late"][:8]]
    by_id = {line[-8:]: line for line in lines}
    assert "blocked: Ask for the list" in by_id[several["blocked"][:8]]
    assert by_id[several["proposed"][:8]].startswith("- grey ")
    assert lines[:2] == [by_id[several["done"][:8]], late]
    for letter in ("R red:", "A amber:", "- grey:", "keep:"):
        assert letter in said.err
    assert "B blue:" not in said.err
    assert widest(said.err) <= 80


def test_the_day_on_a_line_is_that_on_which_something_is_expected_or_was_done(robin: CommandLine) -> None:
    action = agreed(robin, due="20 March")
    moved(robin, "escalate", action, stdin="No answer")
    assert "4 Mar 2026  answer due: Ask both" in robin("action", "list").out
    moved(robin, "done", action, "--follows", "1 April")
    assert "1 Apr 2026  evidence due: Ask both" in robin("action", "list").out
    moved(robin, "done", action, stdin="Ten records")
    assert "2 Mar 2026  done: Ask both" in robin("action", "list").out
    moved(robin, "confirm", action)
    assert "31 May 2026  re-check: Ask both" in robin("action", "list").out


def test_a_list_is_narrowed_in_every_way_that_was_promised(
    robin: CommandLine, several: dict[str, str]
) -> None:
    assert kept(robin, "--overdue") == [several["late"]]
    assert set(kept(robin, "--due-before", "2 May")) == {
        several["late"],
        several["near"],
        several["done"],
    }
    assert several["near"] not in kept(robin, "--due-before", "1 May 2026")
    assert kept(robin, "--theme", "neglect") == [several["late"]]
    assert kept(robin, "--status", "blocked") == [several["blocked"]]
    assert kept(robin, "--status", "In progress") == []
    assert set(kept(robin, "--rag", "red")) == {several["late"], several["blocked"], several["near"]}
    assert kept(robin, "--level", "TEAM") == [several["near"]]
    assert len(kept(robin, "--mine")) == len(several)
    assert kept(robin, "--supervisees") == kept(robin, "--listed") == []
    assert kept(robin, "--search", "THE school") == [several["late"]]
    assert kept(robin, "--search", "nobody answers") == [several["blocked"]]
    assert kept(robin, "--limit", "2") == kept(robin)[:2]
    assert kept(robin, "--overdue", "--level", "team") == []


def test_words_to_be_searched_for_may_come_on_standard_input(
    robin: CommandLine, several: dict[str, str]
) -> None:
    found = robin("action", "list", "--search", "-", "--json", stdin='"about fathers"\n')
    assert [action["id"] for action in found.json] == [several["near"]]
    assert robin("action", "list", "--search", "-", stdin=" \n").code == 2


@pytest.mark.parametrize(
    ("options", "hint"),
    [
        (["--status", "agred"], "did you mean `agreed`?"),
        (["--rag", "yellow"], "blue, green, amber, red, grey"),
        (["--level", "manager"], "practitioner"),
        (["--theme", "escalation"], "escalation-challenge"),
        (["--due-before", "soon"], "tomorrow"),
        (["--as-at", "2026-03-03"], "has not come yet"),
        (["--as-at", "next Friday"], "has not come yet"),
        (["--limit", "0"], "--limit"),
        (["--mine", "--listed"], "--supervisees"),
        (["--search", ' "" '], "--search"),
    ],
)
def test_a_wrong_filter_is_named_with_what_is_right(
    robin: CommandLine, options: list[str], hint: str
) -> None:
    said = robin("action", "list", *options)
    assert (said.code, said.out) == (2, "")
    assert hint in " ".join(said.err.split())


def test_an_empty_list_says_so_and_is_an_empty_array(robin: CommandLine) -> None:
    assert robin("action", "list", "--json").out == "[]\n"
    none = robin("action", "list")
    assert (none.code, none.out) == (0, "")
    assert "reflect action add" in none.err
    agreed(robin)
    assert "No action is like this" in robin("action", "list", "--overdue").err


def test_an_earlier_day_is_seen_as_it_was(robin: CommandLine) -> None:
    action = agreed(robin, due="20 March", what="Before")
    robin.clock.go_on(days=10)
    moved(robin, "carry", action, "--due", "1 June", stdin="Duty week")
    moved(robin, "edit", action, "--what", stdin="After")
    robin.clock.go_on(days=10)
    done_later = done(robin)
    now = robin("action", "list", "--json").json
    assert {one["id"] for one in now} == {action, done_later}
    then = robin("action", "list", "--as-at", "2 March", "--json")
    assert "As things stood at the end of Monday 2 March 2026." in then.err
    (before,) = then.json
    assert (before["what"], before["due"], before["carried"], before["rag"]) == (
        "Before",
        "2026-03-20",
        0,
        "green",
    )
    assert [event["kind"] for event in before["events"]] == ["proposed", "agreed"]
    assert robin("action", "list", "--as-at", "2026-03-11", "--json").json[0]["rag"] == "amber"
    (carried,) = robin("action", "list", "--as-at", "12 March", "--json").json
    assert (carried["what"], carried["due"], carried["rag"]) == ("After", "2026-06-01", "amber")
    assert "Before" in robin("action", "list", "--as-at", "11 March").out
    assert robin("action", "list", "--as-at", "1 March", "--json").json == []
    assert "no actions on that day" in robin("action", "list", "--as-at", "1 March").err
    assert robin("action", "list", "--as-at", "today", "--json").json == now


def test_what_was_overdue_then_is_asked_as_of_that_day(robin: CommandLine) -> None:
    action = agreed(robin, due="6 March")
    robin.clock.go_on(days=7)
    moved(robin, "done", action, stdin="Ten records")
    assert kept(robin, "--overdue") == []
    assert kept(robin, "--overdue", "--as-at", "8 March") == [action]
    assert kept(robin, "--overdue", "--as-at", "6 March") == []


def test_a_whole_action_is_shown_with_its_history(robin: CommandLine) -> None:
    action = agreed(robin, "--origin", "child-s/both-parents-co-sleeping", "--know", "Five records")
    robin.clock.go_on(days=3)
    moved(robin, "note", action, stdin="A long word: " + "x" * 300)
    said = robin("action", "show", action[:8])
    assert said.code == 0
    assert widest(said.out) <= 80
    spoken = " ".join(said.out.split())
    for words in (action, WHAT, "Five records", "Robin Example", "Child S", "Monday 13 April 2026"):
        assert words in spoken
    assert said.out.index("Monday 2 March 2026") < said.out.index("Thursday 5 March 2026")
    assert shown(robin, action)["id"] == robin("action", "list", "--json").json[0]["id"]
    assert shown(robin, action) == robin("action", "list", "--json").json[0]


def test_wide_letters_keep_the_columns(robin: CommandLine) -> None:
    agreed(robin, what="子どもの声を聞く " * 10)
    agreed(robin, what="👩‍👧 صوت الطفل " * 10)
    for line in robin("action", "list").out.splitlines():
        assert widest(line) == 80
