"""An action that is done, confirmed, looked at again, or not achieved: three different facts, each with its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_line import CommandLine, widest
from own_actions import agreed, done, moved, proposed, shown
from own_bank import ASKS, own_bank
from promised import promised


def confirmed(person: CommandLine) -> str:
    """The id of an action that is confirmed, on the day of its re-check."""
    action = done(person)
    moved(person, "confirm", action)
    person.clock.go_on(days=90)
    return action


def test_done_takes_what_shows_it_and_what_difference_it_made(robin: CommandLine) -> None:
    action = agreed(robin)
    words = "Ten records\n\nname both\n---\nFathers come to visits\n"
    said = moved(robin, "done", action, "--kind", "audit", "--on", "last Friday", stdin=words)
    assert "Done on Monday 2 March 2026" in said
    told = shown(robin, action)
    assert told["evidence"] == [{"kind": "audit", "text": "Ten records\n\nname both", "on": "2026-02-27"}]
    assert (told["impact"], told["done"], told["rag"]) == ("Fathers come to visits", "2026-03-02", "green")


def test_evidence_may_follow_by_a_day_and_is_added_then(robin: CommandLine) -> None:
    action = agreed(robin)
    said = moved(robin, "done", action, "--follows", "in 2 weeks", stdin="not read")
    assert "evidence to follow by Monday 16 March 2026" in said
    told = shown(robin, action)
    assert (told["evidence"], told["evidence_by"], told["impact"]) == ([], "2026-03-16", None)
    refused = robin("action", "confirm", action)
    assert refused.code == 2
    assert f"reflect action done {action[:8]}" in " ".join(refused.err.split())
    moved(robin, "done", action, "--kind", "Feedback", stdin="Two families said so")
    moved(robin, "done", action, stdin="And a third")
    told = shown(robin, action)
    assert [(one["kind"], one["text"]) for one in told["evidence"]] == [
        ("feedback", "Two families said so"),
        ("other", "And a third"),
    ]
    assert [event["kind"] for event in told["events"]][2:] == ["done", "evidenced", "evidenced"]


@pytest.mark.parametrize(
    ("options", "hint"),
    [
        (["--kind", "audits"], "did you mean `audit`?"),
        (["--on", "2026-03-03"], "has not come yet"),
        (["--follows", "yesterday"], "has passed"),
        (["--follows", "Friday", "--kind", "audit"], "--follows"),
    ],
)
def test_what_is_not_understood_leaves_the_action_as_it_is(
    robin: CommandLine, options: list[str], hint: str
) -> None:
    action = agreed(robin)
    said = robin("action", "done", action, *options, stdin="Ten records")
    assert said.code == 2
    assert hint in " ".join(said.err.split())
    assert shown(robin, action)["status"] == "agreed"


def test_what_was_only_proposed_is_not_done(robin: CommandLine) -> None:
    said = robin("action", "done", proposed(robin), stdin="Ten records")
    assert said.code == 2
    assert "Agree it first." in said.err
    action = done(robin)
    assert robin("action", "done", action, "--follows", "Friday").code == 2


def test_more_evidence_can_be_promised_where_some_is_there_that_shows_nothing_any_more(
    robin: CommandLine,
) -> None:
    action = confirmed(robin)
    moved(robin, "recheck", action, "--result", "not", "--again", "in 4 weeks")
    said = moved(robin, "done", action, "--follows", "in 2 weeks")
    assert "evidence to follow by Sunday 14 June 2026" in said


def test_who_is_alone_confirms_by_themselves_and_it_is_shown_so(robin: CommandLine) -> None:
    action = done(robin)
    said = moved(robin, "confirm", action, "--impact", stdin="Fathers come to visits")
    assert "by its owner alone" in said
    assert "Sunday 31 May 2026" in said
    told = shown(robin, action)
    assert (told["status"], told["confirmed"], told["rag"]) == ("confirmed", "2026-03-02", "green")
    assert (told["confirmed_alone"], told["recheck_due"]) == (True, "2026-05-31")
    assert told["impact"] == "Fathers come to visits"
    assert "by its owner alone" in " ".join(robin("action", "show", action).out.split())


def test_whether_it_lasted_is_asked_on_its_day_and_not_before(robin: CommandLine) -> None:
    action = confirmed(robin)
    robin.clock.go_on(days=-1)
    said = robin("action", "recheck", action, "--result", "sustained")
    assert said.code == 2
    assert "Sunday 31 May 2026" in said.err
    robin.clock.go_on(days=1)
    assert "B blue. Embedded on Sunday 31 May 2026." in moved(
        robin, "recheck", action, "--result", "sustained", stdin="Still so"
    )
    told = shown(robin, action)
    assert (told["status"], told["rechecked"], told["rag"]) == ("embedded", "2026-05-31", "blue")
    assert told["impact"] == "Still so"


def test_the_question_is_asked_again_with_what_was_answered_then(robin: CommandLine) -> None:
    robin("answer", "add", "child-s", "both-parents-co-sleeping", stdin="Only the mother.\nTwice.")
    action = agreed(robin, "--origin", "child-s/both-parents-co-sleeping")
    moved(robin, "done", action, stdin="Six records name both")
    moved(robin, "confirm", action)
    robin.clock.go_on(days=90)
    asked = robin("action", "recheck", action, "--result", "sustained")
    assert widest(asked.err) <= 80
    said = " ".join(asked.err.split())
    question = robin("action", "trace", action, "--json").json["question"]["wording"]
    assert f"The question: {question} Then, on Monday 2 March 2026: Only the mother. Twice." in said
    assert "reflect answer add child-s both-parents-co-sleeping" in said
    assert said.index("Only the mother") < said.index("Embedded on")
    assert asked.out == ""


def test_what_lasted_in_part_is_looked_at_again_and_what_did_not_is_taken_up(robin: CommandLine) -> None:
    action = confirmed(robin)
    for result in ("partly", "not"):
        said = robin("action", "recheck", action, "--result", result)
        assert (said.code, "--again" in said.err) == (2, True)
    assert robin("action", "recheck", action, "--result", "sustained", "--again", "Friday").code == 2
    assert robin("action", "recheck", action, "--result", "part", "--again", "Friday").code == 2
    assert robin("action", "recheck", action).code == 2
    moved(robin, "recheck", action, "--result", "partly", "--again", "in 4 weeks")
    told = shown(robin, action)
    assert (told["status"], told["recheck_due"], told["recheck_result"]) == (
        "confirmed",
        "2026-06-28",
        "partly",
    )
    robin.clock.go_on(days=28)
    moved(robin, "recheck", action, "--result", "not", "--again", "in 4 weeks")
    told = shown(robin, action)
    assert (told["status"], told["due"], told["confirmed"]) == ("in-progress", "2026-07-26", None)


def test_what_did_not_happen_says_what_got_in_the_way_and_blames_nobody(robin: CommandLine) -> None:
    action = agreed(robin)
    said = robin("action", "not-achieved", action, stdin="The service closed")
    assert said.code == 0
    told = shown(robin, action)
    assert (told["status"], told["ended_why"], told["rag"]) == ("not-achieved", "The service closed", "grey")
    assert not {"fail", "failed", "fault", "blame", "should"} & set(said.err.lower().split())
    assert robin("action", "start", action).code == 2


def test_the_trace_goes_from_the_review_to_the_difference(robin: CommandLine) -> None:
    answer = robin("answer", "add", "child-s", "both-parents-co-sleeping", stdin="Only the mother.")
    action = proposed(robin, "--origin", answer.out.strip(), "--due", "Friday")
    moved(robin, "agree", action)
    said = robin("action", "trace", action)
    assert said.code == 0
    assert widest(said.out) <= 80
    headings = [line.split()[0] for line in said.out.splitlines() if line[:1].isupper()]
    assert headings == ["REVIEW", "FINDING", "QUESTION", "ANSWERS", "ACTION", "EVIDENCE", "IMPACT"]
    assert said.out.count("none yet") == 2
    assert "Only the mother" not in said.out
    assert "Robin Example" in said.out
    moved(robin, "done", action, stdin="Ten records\n---\nFathers come")
    words = robin("action", "trace", action).out
    assert "Ten records" in words
    assert "Fathers come" in words


def test_a_trace_names_a_review_that_is_a_letter_with_its_bank(robin: CommandLine) -> None:
    (finding, *_) = (
        one
        for one in robin("bank", "show", "west-sussex-2017-18", "--json").json["findings"]
        if one["review"] == "s"
    )
    action = proposed(robin, "--origin", f"west-sussex-2017-18/{finding['id']}")
    said = robin("action", "trace", action)
    assert "REVIEW\n  Review S, West Sussex" in said.out
    assert robin("action", "trace", action, "--json").json["findings"][0]["review"] == "S"


def test_a_trace_for_other_programs_has_every_link(robin: CommandLine) -> None:
    answer = robin("answer", "add", "child-s", "both-parents-co-sleeping", stdin="Only the mother.")
    action = proposed(robin, "--origin", "child-s/both-parents-co-sleeping")
    trace = robin("action", "trace", action, "--json").json
    assert trace["action"] == shown(robin, action)
    assert set(trace) == promised("## `reflect action trace ID --json`")
    assert trace["question"]["id"] == "both-parents-co-sleeping"
    assert trace["question"]["moved_on"] is False
    assert all(finding["review"] and finding["text"] for finding in trace["findings"])
    assert [one["id"] for one in trace["answers"]] == [answer.out.strip()]
    bare = robin("action", "trace", proposed(robin), "--json").json
    assert (bare["findings"], bare["question"], bare["answers"]) == ([], None, [])


def test_a_trace_says_that_its_question_is_not_asked_any_more(robin: CommandLine, tmp_path: Path) -> None:
    robin("bank", "add", str(own_bank(tmp_path)))
    asked = robin("bank", "show", "our-own", "--json").json["questions"][0]["id"]
    action = proposed(robin, "--origin", f"our-own/{asked}")
    gone = "The bank asks it in other words by now, or does not ask it any more."
    assert gone not in " ".join(robin("action", "trace", action).out.split())
    robin("bank", "remove", "our-own", "--yes")
    said = " ".join(robin("action", "trace", action).out.split())
    assert f"{ASKS} {gone}" in said
