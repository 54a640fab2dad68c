"""The steps of an action while it is on its way, and what is said after each."""

from __future__ import annotations

import pytest

from command_line import CommandLine, widest
from own_actions import agreed, done, moved, proposed, shown

WHY = "Duty week"


def test_an_action_is_agreed_with_a_day_which_is_said_in_words(robin: CommandLine) -> None:
    action = proposed(robin)
    said = robin("action", "agree", action)
    assert (said.code, said.out) == (2, "")
    assert "--due" in said.err
    assert "due Friday 20 March 2026" in moved(robin, "agree", action[:8], "--due", "20 March")
    told = shown(robin, action)
    assert (told["status"], told["agreed"], told["due"], told["rag"]) == (
        "agreed",
        "2026-03-02",
        "2026-03-20",
        "green",
    )


def test_every_step_says_how_it_stands_and_what_comes_next(robin: CommandLine) -> None:
    action = agreed(robin)
    for verb, words, standing in (
        ("start", "", "In progress"),
        ("note", "Spoke with the team", "In progress"),
        ("block", "No room", "Blocked"),
        ("unblock", "", "In progress"),
        ("escalate", "No answer", "In progress"),
        ("withdraw", "Somebody else does it", "Withdrawn"),
    ):
        said = robin("action", verb, action, stdin=words)
        assert (said.code, said.out) == (0, "")
        assert standing in said.err
        assert "Next: " in said.err
        assert widest(said.err) <= 80
        assert len(said.err.splitlines()) <= 6
    assert [event["kind"] for event in shown(robin, action)["events"]][2:] == [
        "started",
        "noted",
        "blocked",
        "unblocked",
        "escalated",
        "withdrawn",
    ]


@pytest.mark.parametrize("verb", ["note", "block", "escalate", "withdraw", "not-achieved", "done"])
def test_a_step_that_needs_words_is_not_taken_without_them(robin: CommandLine, verb: str) -> None:
    action = agreed(robin)
    for words in ("", " \n\n"):
        said = robin("action", verb, action, stdin=words)
        assert said.code == 2
        assert "standard input" in " ".join(said.err.split())
    assert len(shown(robin, action)["events"]) == 2


@pytest.mark.parametrize(
    ("verb", "options"),
    [
        ("agree", []),
        ("unblock", []),
        ("confirm", []),
        ("recheck", ["--result", "sustained"]),
        ("show-to", ["mine"]),
        ("show-to", ["pairs"]),
        ("escalate", ["--outcome"]),
    ],
)
def test_a_step_that_is_not_possible_now_says_why(robin: CommandLine, verb: str, options: list[str]) -> None:
    action = agreed(robin)
    said = robin("action", verb, action, *options, stdin=WHY)
    assert said.code == 2
    assert len(said.err.splitlines()) >= 2
    assert len(shown(robin, action)["events"]) == 2


def test_an_action_is_carried_to_a_later_day_with_its_reason(robin: CommandLine) -> None:
    action = agreed(robin)
    assert "A amber. Agreed, due Monday 1 June 2026, carried forward once." in moved(
        robin, "carry", action, "--due", "1 June", stdin=WHY
    )
    told = shown(robin, action)
    assert (told["due"], told["carried"], told["rag"]) == ("2026-06-01", 1, "amber")
    assert told["events"][-1]["data"]["why"] == WHY


def test_a_split_action_becomes_two_and_the_other_is_named(robin: CommandLine) -> None:
    action = agreed(robin, "--theme", "neglect")
    words = "Too big\n---\nThe first half\n---\nThe second half,\n\n--- in two lines\n"
    said = robin("action", "carry", action, "--due", "1 June", "--split", stdin=words)
    assert said.code == 0, said.err
    first, second = shown(robin, action), shown(robin, said.out.strip())
    assert (first["what"], second["what"]) == ("The first half", "The second half,\n\n--- in two lines")
    assert (first["due"], second["due"], second["status"]) == ("2026-06-01", "2026-06-01", "agreed")
    assert (second["themes"], second["split_from"]) == (["neglect"], action)
    own_line = "Why\n---\nRest\n---\nOther\n---\nwith a line of its own"
    other = robin("action", "carry", action, "--due", "3 June", "--split", stdin=own_line).out.strip()
    assert shown(robin, other)["what"] == "Other\n---\nwith a line of its own"
    for too_few in ("Too big", "Too big\n---\nThe first half", "Too big\r\n---\r\nThe first half\r\n---\r\n"):
        assert robin("action", "carry", action, "--due", "4 June", "--split", stdin=too_few).code == 2
    assert len(robin("action", "list", "--json").json) == 3


def test_one_text_stays_one_whatever_stands_in_it(robin: CommandLine) -> None:
    action = agreed(robin, what="First\n---\nthen")
    moved(robin, "note", action, stdin="Before\n---\nafter\n")
    told = shown(robin, action)
    assert told["what"] == "First\n---\nthen"
    assert told["events"][-1]["data"]["text"] == "Before\n---\nafter"


def test_an_action_is_carried_and_escalated_in_one_step(robin: CommandLine) -> None:
    action = agreed(robin)
    said = moved(robin, "carry", action, "--due", "1 June", "--escalate", stdin=WHY)
    assert "Stage 1 of the ladder" in said
    assert "to answer by Wednesday 4 March 2026" in said
    assert [event["kind"] for event in shown(robin, action)["events"]][2:] == ["carried", "escalated"]
    moved(robin, "undo", action)
    told = shown(robin, action)
    assert (told["carried"], told["escalation"], told["due"]) == (0, None, "2026-04-13")


def test_what_is_dropped_is_withdrawn(robin: CommandLine) -> None:
    action = agreed(robin)
    assert robin("action", "carry", action, "--drop", "--due", "1 June", stdin=WHY).code == 2
    assert robin("action", "carry", action, "--drop").code == 2
    assert "Withdrawn" in moved(robin, "carry", action, "--drop", stdin=WHY)
    told = shown(robin, action)
    assert (told["status"], told["ended_why"], told["rag"]) == ("withdrawn", WHY, "grey")


def test_what_is_done_is_not_dropped_and_what_can_be_done_instead_is_said(robin: CommandLine) -> None:
    action = agreed(robin)
    moved(robin, "done", action, stdin="A child told me")
    refused = robin("action", "carry", action, "--drop", stdin=WHY)
    assert refused.code == 2
    assert "set it down as not achieved" in " ".join(refused.err.split())
    assert "Not achieved" in moved(robin, "not-achieved", action, stdin=WHY)


@pytest.mark.parametrize(
    ("options", "hint"),
    [
        ([], "--due"),
        (["--due", "today"], "here a later day is meant"),
        (["--due", "yesterday"], "Sunday 1 March 2026"),
        (["--due", "1 June", "--split", "--escalate"], "--drop"),
    ],
)
def test_what_is_not_carried_well_stays(robin: CommandLine, options: list[str], hint: str) -> None:
    action = agreed(robin)
    said = robin("action", "carry", action, *options, stdin=WHY)
    assert said.code == 2
    assert hint in " ".join(said.err.split())
    assert shown(robin, action)["carried"] == 0


def test_the_ladder_is_climbed_stage_by_stage_and_its_outcome_kept(robin: CommandLine) -> None:
    action = agreed(robin)
    for stage in range(1, 5):
        assert f"Stage {stage} of the ladder" in moved(robin, "escalate", action, stdin=WHY)
    assert robin("action", "escalate", action, stdin=WHY).code == 2
    moved(robin, "escalate", action, "--outcome", stdin="A meeting was held")
    escalation = shown(robin, action)["escalation"]
    assert (escalation["stage"], escalation["outcome"]) == (4, "A meeting was held")
    assert "A meeting was held" in robin("action", "show", action).out


def test_what_was_last_done_is_taken_back_and_the_history_keeps_both(robin: CommandLine) -> None:
    action = agreed(robin)
    moved(robin, "start", action)
    assert "Taken back:" in moved(robin, "undo", action)
    told = shown(robin, action)
    assert told["status"] == "agreed"
    assert [event["kind"] for event in told["events"]][-2:] == ["started", "undone"]
    moved(robin, "undo", action)
    assert robin("action", "undo", action).code == 2
    assert shown(robin, action)["status"] == "proposed"


def test_what_is_overdue_is_not_taken_back_to_be_agreed_anew(robin: CommandLine) -> None:
    action = agreed(robin)
    robin.clock.go_on(days=700)
    said = robin("action", "undo", action)
    assert said.code == 2
    assert "carried forward, with why" in " ".join(said.err.split())
    assert shown(robin, action)["status"] == "agreed"


def test_an_action_is_not_carried_to_an_earlier_day(robin: CommandLine) -> None:
    action = agreed(robin)
    said = robin("action", "carry", action, "--due", "tomorrow", stdin=WHY)
    assert said.code == 2
    assert "due on Monday 13 April 2026" in " ".join(said.err.split())
    assert shown(robin, action)["carried"] == 0


def test_nobody_is_there_yet_to_be_shown_an_action(robin: CommandLine) -> None:
    action = agreed(robin)
    for whom, code, words in (("pair", 3, "yours alone"), ("team", 2, "Show it to your supervisor first")):
        said = robin("action", "show-to", action, whom)
        assert said.code == code
        assert words in " ".join(said.err.split())
    assert shown(robin, action)["circle"] == "mine"


def test_more_than_five_open_actions_are_remarked_on_once_and_quietly(robin: CommandLine) -> None:
    for number in range(5):
        agreed(robin, what=f"Number {number}")
    sixth = proposed(robin, "--due", "Friday")
    said = robin("action", "agree", sixth)
    assert said.err.count("open actions") == 1
    assert "open actions" not in robin("action", "start", sixth).err


@pytest.mark.parametrize("verb", ["show", "trace", "agree", "start", "note", "undo", "confirm", "done"])
def test_an_id_that_nothing_has_is_not_found(robin: CommandLine, verb: str) -> None:
    done(robin)
    said = robin("action", verb, "ffffffff-0", stdin=WHY)
    assert (said.code, said.out) == (4, "")
    assert "reflect action list" in said.err


def test_an_id_may_be_shortened_to_what_is_unique(robin: CommandLine) -> None:
    action = agreed(robin)
    for beginning in (action[:4], f" {action[:10].upper()} "):
        assert shown(robin, beginning)["id"] == action
    said = robin("action", "show", action[:3])
    assert said.code == 4
    assert "4 characters" in said.err
