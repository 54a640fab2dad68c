"""`reflect log`: listed actions, the learning view and figures, in words and as JSON."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from clocks import StoppedClock
from command_line import CommandLine, Said, widest
from pairs import ALEX, BO, LENA, WHAT, SignIn, Team
from promised import promised
from reflect.cli.log.lines import numbers

PASSPHRASE = "a lantern by the canal"
QUESTION, FINDING = "child-s/what-probably-means", "child-s/confidence-to-challenge"
As = Callable[..., Said]


@pytest.fixture
def team(signed_in: SignIn, clock: StoppedClock) -> Team:
    """A log with two actions on it, one from a question and late."""
    team = Team(signed_in, clock)
    team.listed()
    asked = team.bo.acting.propose(
        what="Ask what likely means", due=clock.today(), agree=True, pair=team.link.id, origin=QUESTION
    )
    team.listed(asked)
    clock.go_on(days=2)
    for practice in team.everybody.values():
        practice.telling.told([notice.id for notice in practice.telling.waiting()])
    return team


@pytest.fixture
def said(reflect: CommandLine, team: Team, tmp_path: Path) -> As:
    """Carries out a command as the person who is named first; what it says fits a page."""

    def carry_out(name: str, *words: str, stdin: str = "") -> Said:
        answer = reflect.as_somebody(name, PASSPHRASE, tmp_path / "passphrase")(*words, stdin=stdin)
        assert max(widest(answer.err), 0 if "--json" in words else widest(answer.out)) <= 80
        return answer

    return carry_out


def test_a_lead_reads_the_log_in_groups_with_counts_and_the_key(said: As) -> None:
    log = said(LENA, "log", "actions")
    assert log.code == 0
    heads = [line for line in log.out.splitlines() if line.endswith("(1)")]
    assert heads == ["Overdue (1)", "Later (1)"]
    late = next(line for line in log.out.splitlines() if "Ask what likely means" in line)
    assert late.startswith("R red     2 Mar 2026  Bo Practitioner: ")
    told = " ".join(log.err.split())
    assert "2 actions are on the log of North: exact, since you see each of them." in told
    assert "R red: overdue, not started by half-time" in told
    by_owner = said(LENA, "log", "actions", "--by", "owner", "--limit", "1")
    assert by_owner.out.splitlines()[0] == "Bo Practitioner (2)"
    assert len(by_owner.out.splitlines()) == 2
    assert "No more than 1 was asked for." in by_owner.err


def test_the_log_is_narrowed_like_every_list_of_actions(said: As) -> None:
    for words, whats in (
        (["--overdue"], ["Ask what likely means"]),
        (["--theme", "Escalation and challenge"], ["Ask what likely means"]),
        (["--finding", FINDING], ["Ask what likely means"]),
        (["--due-before", "4 March 2026"], ["Ask what likely means"]),
        (["--search", "parents"], [WHAT]),
        (["--owner", "bo practitioner"], ["Ask what likely means", WHAT]),
        (["--owner", ALEX], []),
        (["--rag", "green"], [WHAT]),
        (["--from", "3 March 2026"], []),
        (["--from", "1 March 2026", "--to", "2 March 2026"], ["Ask what likely means", WHAT]),
        (["--as-at", "1 March 2026"], []),
    ):
        found = said(LENA, "log", "actions", *words, "--json").json
        assert [one["what"] for one in found] == whats, words
    assert "Nothing like this is on the log of North." in said(LENA, "log", "actions", "--owner", ALEX).err


def test_what_was_not_understood_is_named(said: As) -> None:
    for words, code, hint in (
        (["actions", "--by", "colour"], 2, "--by does not know"),
        (["actions", "--owner", "Nobody"], 4, "Nobody of this name"),
        (["actions", "--as-at", "tomorrow"], 2, "has not come yet"),
        (["learning", "--team", "South"], 4, "There is no team of this name"),
        (["figures", "--from", "2 March", "--to", "1 March"], 2, "ends before it begins"),
    ):
        refused = said(LENA, "log", *words)
        assert (refused.code, refused.out) == (code, ""), words
        assert hint in " ".join(refused.err.split())


def test_who_leads_no_team_gets_figures_and_the_learning_view_and_no_log(said: As) -> None:
    for words in (["actions"], ["actions", "--team", "North"], ["report"]):
        refused = said(BO, "log", *words)
        assert (refused.code, refused.out) == (3, "")
        assert refused.err.split("\n")[0] in ("You lead no team.", "You do not lead this team.")
    for words in (["figures", "--json"], ["figures", "--team", "north", "--json"]):
        (north,) = said(BO, "log", *words).json["teams"]
        assert (north["team"], north["one_to_ones"]) == ("North", None)
    assert {line["listed"] for line in said(BO, "log", "learning", "--json").json} == {None}


def test_a_small_team_is_told_why_nothing_is_shown_and_what_its_tool_is(said: As) -> None:
    figures = said(LENA, "log", "figures")
    assert "Period: Tuesday 4 March 2025 to Wednesday 4 March 2026" in figures.out
    assert "All other numbers count all so far." in " ".join(figures.out.split())
    words = " ".join(figures.out.split())
    assert "No figures are shown yet. They begin once 5 people stand behind a number" in words
    assert "Agreed" not in words
    assert "Its tool is the listed log, which its lead sees whole: reflect log actions" in words
    assert "One-to-ones in the period: due 0, held 0, cancelled 0, planned 0 Due is one for each" in words
    assert "For 1 person no agreement that both have signed is known to say how often they meet" in words
    assert "a 0 stays until 5 people stand behind the number" in " ".join(figures.err.split())


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ((39, 0, 8), "agreed 39, open 0, embedded 8 in May"),
        ((39, "not shown", 8), "agreed 39, embedded 8 in May; not shown: open"),
        ((39, "not shown", "not shown"), "agreed 39 in May; not shown: open, embedded"),
        (("not shown",) * 3, "not shown: agreed, open, embedded"),
    ],
)
def test_in_a_line_of_numbers_those_come_first_that_are_shown(
    values: tuple[int | str, ...], line: str
) -> None:
    assert numbers(zip(("agreed", "open", "embedded"), values, strict=True), " in May") == line


def test_a_lead_sorts_the_log_by_day_by_change_and_by_what_was_left_alone(said: As) -> None:
    def order(*sort: str) -> list[str]:
        return [one["id"] for one in said(LENA, "log", "actions", "--by", "owner", *sort, "--json").json]

    first, last = order()
    assert order("--sort", "day") == [first, last]
    said(LENA, "action", "note", last, stdin="It moves")
    assert order("--sort", "updated") == [last, first]
    assert order("--sort", "left-alone") == [first, last]
    refused = said(LENA, "log", "actions", "--sort", "late")
    assert (refused.code, refused.out) == (2, "")
    assert "It is one of: day, updated, left-alone." in " ".join(refused.err.split())


def test_a_lead_is_told_that_an_owner_has_left_and_that_the_action_is_to_be_handed_over(
    team: Team, said: As, tmp_path: Path
) -> None:
    for practice in (team.bo, team.sam, team.alex, team.lena):
        practice.close()
    team.admin.people.deactivate(BO)
    rows = [line for line in said(LENA, "log", "actions").out.splitlines() if BO in line]
    assert [f"{BO} (has left): " in row for row in rows] == [True, True]
    assert said(LENA, "log", "actions", "--by", "owner").out.startswith(f"{BO} (has left) (2)\n")
    listed = said(LENA, "log", "actions", "--json").json
    assert {action["owner"] for action in listed} == {BO}
    shown = said(LENA, "action", "show", listed[0]["id"]).out
    assert f"Owner: {BO}, who has left\n" in shown
    assert "Next: Hand it over to somebody else in the team, since its owner has left.\n" in shown
    noted = said(LENA, "action", "note", listed[0]["id"], stdin="Who takes it?")
    assert "Next: Hand it over" in noted.err
    over = said(LENA, "action", "hand-over", listed[0]["id"], ALEX, stdin="Bo has left")
    assert "Hand it over" not in over.err
    file = tmp_path / "log.csv"
    assert said(LENA, "log", "report", "--format", "csv", "--out", str(file)).code == 0
    written = file.read_text(encoding="utf-8-sig")
    assert (BO in written, "has left" in written) == (True, False)


def test_a_finding_that_no_bank_has_is_refused_as_a_theme_is(said: As) -> None:
    for wrong, nearest in (("nope", ""), (FINDING[:-1], f"did you mean `{FINDING}`?")):
        refused = said(LENA, "log", "actions", "--finding", wrong)
        assert (refused.code, refused.out) == (2, "")
        assert f"There is no finding `{wrong}`" in refused.err
        assert nearest in " ".join(refused.err.split())
    assert said(LENA, "log", "actions", "--finding", FINDING, "--owner", ALEX).code == 0


def test_what_came_of_a_finding_is_said_with_what_is_listed(said: As) -> None:
    view = said(LENA, "log", "learning").out
    findings = view.split("\n\n")
    last = " ".join(findings[-1].split())
    assert "child-s/" in last
    assert "On the log: agreed 1, done 0, confirmed 0, embedded 0, escalated 0, stuck 0;" in last
    assert "last moved Monday 2 March 2026" in last
    assert "No figures are shown yet." in findings[0]
    assert "Over everything agreed" not in last
    assert "On the log: nothing yet" in " ".join(findings[1].split())
    moved = said(LENA, "log", "learning", "--from", "1 March 2026", "--json").json
    assert {line["last_moved"] for line in moved} == {"2026-03-02"}
    assert said(LENA, "log", "learning", "--from", "3 March 2026", "--json").json == []


def test_json_has_every_key_that_is_promised(said: As) -> None:
    actions = said(LENA, "log", "actions", "--by", "theme", "--json").json
    assert set(actions[0]) == promised("## `reflect action list --json`") | {"groups"}
    assert actions[0]["groups"] == ["critical-thinking-bias", "escalation-challenge", "multi-agency-working"]
    figures = said(LENA, "log", "figures", "--json").json
    assert set(figures) == promised("## `reflect log figures --json`")
    assert {"as_at", "period", "threshold", "cells"} <= set(figures)
    for part in ("cells", "teams"):
        keys = promised(f"### Each of `{part}`")
        assert figures[part]
        assert all(set(one) == keys for one in figures[part])
    assert {(one["value"], one["suppressed"], one["week"]) for one in figures["cells"]} == {
        (None, True, None)
    }
    assert figures["history"] == []
    learning = said(LENA, "log", "learning", "--json").json
    assert set(learning[0]) == promised("## `reflect log learning --json`")
    assert set(learning[0]["listed"]) == {"agreed", "done", "confirmed", "embedded", "escalated", "stuck"}
