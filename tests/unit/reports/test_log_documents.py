"""The report on a log as pages: a board that has never seen the app reads what was agreed, what lasted, and under which
rules numbers are shown; and a screen reader reads it as well as eyes do."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import docx
import pytest

from log_reader import EXACT, figures_in, grids, rows_of, seen
from log_reported import finding, log_report, nothing_yet, small_team, team_figures, team_report
from reflect.domain.banks import Handling
from reflect.domain.figures.log_report import LogReport
from reflect.domain.figures.saying import percent, to_nearest
from reflect.domain.figures.team_figures import ListedCounts
from reflect.reports.log_documents import Kind, written
from web_reader import Piece, read

PAGES = (Kind.HTML, Kind.DOCX, Kind.MD)


def told(report: LogReport, kind: str) -> str:
    return seen(written(report, kind), kind)


def page(report: LogReport) -> Piece:
    return read(written(report, "html"))


@pytest.mark.parametrize("kind", PAGES)
def test_it_begins_with_what_was_agreed_what_lasted_and_what_was_left_alone_longest(kind: Kind) -> None:
    words = told(log_report(), kind)
    beginning = words[words.index("In short") : words.index("Team: North")]
    for said in (
        "Agreed so far: 83 actions, listed or not. Still open: 31. Overdue: 12. Stuck: not shown.",
        "found to have lasted: 22 (27 per cent of all agreed).",
        "What difference it made is written down for 28 (34 per cent).",
        "Listed on the team's log so far: 4 actions (1 blue, 2 red, 1 good practice).",
        "Of 3 findings in the reviews here, no agreed action is shown for 1.",
        "Left alone longest of those that were taken up: “Fathers were not asked, the 1th time” (Child S review). "
        "Nothing listed has moved there since Monday 4 May 2026.",
        "Themes that come back across reviews and years: Fathers and partners.",
    ):
        assert said in beginning


@pytest.mark.parametrize("kind", PAGES)
def test_a_team_that_is_too_small_is_told_why_it_sees_little(kind: Kind) -> None:
    words = told(log_report(small_team()), kind)
    assert (
        "The number of all agreed actions is not shown: fewer than 5 people stand behind it, or it would tell"
        in words
    )
    assert (
        "A small team sees little over everything agreed: a number needs at least 5 people behind it" in words
    )
    assert "No action is listed on the team's log." in words


@pytest.mark.parametrize("kind", PAGES)
def test_before_the_first_frozen_week_only_what_is_listed_is_told(kind: Kind) -> None:
    lines = tuple(
        replace(one, agreed=None, reflected=None) for one in (*team_report().learning.lines, finding(9))
    )
    view = replace(team_report().learning, lines=lines, frozen=False)
    never = team_report(figures=team_figures(week=None, cells=(), history=()), learning=view)
    document = written(log_report(never), kind)
    words = seen(document, kind)
    assert "No figures are shown yet. They begin once 5 people" in words
    assert "Of 4 findings in the reviews here, nothing is listed of 1." in words
    assert figures_in(document, kind) == {}
    assert "not shown" not in words.split("How to read this report")[0]
    exact = grids(document, kind)["North", "Findings: listed actions, exact counts"]
    assert [row[1] for row in exact[1:]] == ["5", "5", "5"]
    rows = rows_of(written(log_report(never), "csv"), "csv", "finding", "")
    assert {row["agreed"] for row in rows} == {"no figures yet"}


@pytest.mark.parametrize("kind", PAGES)
def test_it_says_under_which_rules_of_which_days_and_by_whom(kind: Kind) -> None:
    words = told(log_report(), kind)
    for said in (
        "Friday 21 November 2025 to Friday 20 November 2026",
        "As at the end of Friday 20 November 2026",
        "Friday 20 November 2026, by Lee Leader",
        "North: week of Monday 16 November 2026; South: week of Monday 16 November 2026",
        "5 people behind a number",
        "Handling: for professionals only",
        "a number is “not shown” where fewer than 5 people stand behind it, or it would tell of fewer",
        "until the part of at least 5 people in it has changed",
        "No count is rounded.",
        "Due is one for each interval that the two agreed on, counted from the day on which their agreement holds.",
        "For 2 people no agreement that both have signed is known to say how often they meet: nothing is due",
        "R red: overdue, not started by half-time, carried forward twice or more, or blocked",
        "looked at again later, it had lasted",
        "Confidential. It names people and what they agreed to do",
    ):
        assert said in words
    other = told(log_report(people=7, handling=Handling.LOCAL_ONLY), kind)
    assert "fewer than 7" in other
    assert "Handling: for this place only" in other


@pytest.mark.parametrize("kind", PAGES)
def test_rounded_counts_are_to_the_nearest_five_and_everything_else_is_exact(kind: Kind) -> None:
    report = log_report(team_report(), rounded=True)
    words, document = told(report, kind), written(report, kind)
    figures = figures_in(document, kind)
    assert figures["North", "whole", "", "Agreed"] == "85"
    assert figures["North", "whole", "", "Due soon"] == "5"
    assert figures["North", "whole", "", "Median days to done"] == "41"
    assert figures["North", "whole", "", "Stuck"] == "not shown"
    assert figures["North", "whole", "", "Escalated"] == "0"
    assert "(27 per cent of all agreed)" in words
    assert "rounded to the nearest 5: a total is not the sum" in words
    _, first, _ = grids(document, kind)["North", EXACT]
    assert first[1:] == ["5", "4", "3", "2", "0", "0", "4 May 2026"]
    assert "83" not in words.replace("83 ", "")
    assert "Listed on the team's log so far: 4 actions" in words


def test_a_drawn_bar_is_as_long_as_the_rounded_number_beside_it() -> None:
    def bars(agreed: int) -> list[str | None]:
        cells = tuple(
            one._replace(value=agreed) if one.cell.measure.value == "agreed" and not one.cell.key else one
            for one in team_figures().cells
        )
        report = log_report(team_report(figures=team_figures(cells=cells)), rounded=True)
        return [one.attributes["width"] for one in page(report).all() if one.name == "rect"]

    assert bars(83) == bars(87)
    assert bars(83) != bars(88)


def test_counts_go_to_the_nearer_five_and_percentages_up_from_a_half() -> None:
    assert [to_nearest(count) for count in (0, 2, 3, 7, 8, 12, 13, 83)] == [0, 0, 5, 5, 10, 10, 15, 85]
    assert [percent(1, 8), percent(1, 200), percent(1, 201), percent(2, 3)] == [13, 1, 0, 67]
    assert percent(None, 5) is percent(5, None) is percent(0, 0) is None


@pytest.mark.parametrize("kind", PAGES)
def test_nothing_is_an_empty_place_that_could_be_read_as_nought(kind: Kind) -> None:
    for report in (log_report(), log_report(rounded=True), log_report(small_team())):
        for (_, caption), rows in grids(written(report, kind), kind).items():
            assert all(cell.strip() for row in rows for cell in row), caption


@pytest.mark.parametrize("kind", PAGES)
def test_each_listed_action_says_what_whose_when_how_it_stands_and_what_came_of_it(kind: Kind) -> None:
    words = told(log_report(), kind)
    for said in ("Ring both parents before the visit", "Robin Example", "1 May 2026", "B blue", "embedded"):
        assert said in words
    for said in ("It is usual now", "Read the plan", "24 Dec 2026", "R red", "nothing written yet", "no day"):
        assert said in words


@pytest.mark.parametrize("kind", PAGES)
def test_the_two_kinds_of_number_stand_apart(kind: Kind) -> None:
    captions = [caption for team, caption in grids(written(log_report(), kind), kind) if team == "North"]
    assert captions.index("Findings that something came of: figures over everything agreed") == 0
    assert captions.index(EXACT) == 1


def test_a_finding_that_only_the_log_knows_of_is_not_said_to_have_been_left() -> None:
    alone = finding(7, agreed=0, listed=ListedCounts(agreed=1))
    team = team_report()
    report = log_report(replace(team, learning=replace(team.learning, lines=(alone,))))
    assert "Findings for which no agreed action is shown" not in told(report, "html")


def test_what_was_over_before_the_period_is_counted_and_stands_in_the_sheets_alone() -> None:
    report = log_report(team_report(), since=date(2026, 6, 1))
    words = told(report, "html")
    assert "Not told one by one here, being over before the period: 1." in words
    assert "Ring both parents before the visit" not in words
    assert "Listed on the team's log so far: 4 actions" in words
    rows = rows_of(written(report, "csv"), "csv", "listed", "")
    assert "Ring both parents before the visit" in {row["what"] for row in rows}


def test_an_action_leads_back_to_the_finding_that_stands_in_full_at_the_end() -> None:
    fathers = finding(1, finding="fathers", text="Fathers were not asked at all. " * 9)
    team = team_report()
    report = log_report(replace(team, learning=replace(team.learning, lines=(nothing_yet(3), fathers))))
    listed = grids(written(report, "html"), "html")
    (rows,) = (rows for (_, caption), rows in listed.items() if caption.startswith("Actions listed"))
    assert [row[1] for row in rows] == ["From", "1", "none", "none", "none"]
    assert f"1. {fathers.text}(Child S review) (stubborn)" in told(report, "html")


def test_days_that_were_never_written_are_said_so() -> None:
    nothing_moved = finding(1, last_moved=None)
    team = team_report()
    report = log_report(replace(team, learning=replace(team.learning, lines=(nothing_moved,))))
    (row,) = grids(written(report, "html"), "html")["North", EXACT][1:]
    assert row[-1] == "never"
    assert report.as_at == date(2026, 11, 20)


# What a screen reader reads


def test_every_chart_says_in_words_what_it_shows_and_has_its_table() -> None:
    pieces = page(log_report()).all()
    charts = [one for one in pieces if one.name == "svg"]
    assert len(charts) > 8
    for chart in charts:
        assert chart.attributes["role"] == "img"
        assert chart.texts("title")
        assert chart.texts("desc") == [chart.attributes["aria-label"]]
    standing = charts[0].attributes["aria-label"] or ""
    assert "Agreed: 83; Open: 31;" in standing
    assert standing.endswith("Ended otherwise: not shown.")
    body = next(one for one in pieces if one.name == "main").inside
    names = [one.name for one in body if isinstance(one, Piece)]
    assert all(after == "div" for name, after in pairwise(names) if name == "figure")


def test_headings_go_down_one_step_at_a_time_and_tables_name_their_rows_and_columns() -> None:
    pieces = page(log_report()).all()
    levels = [int(one.name[1]) for one in pieces if re.fullmatch("h[1-6]", one.name)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    tables = [one for one in pieces if one.name == "table"]
    assert len(tables) > 15
    for table in tables:
        assert table.texts("caption")
        heads = [one.attributes.get("scope") for one in table.all() if one.name == "th"]
        rows = [one for one in table.all() if one.name == "tr"]
        assert heads.count("row") == len(rows) - 1
        assert heads.count("col") == len([one for one in rows[0].all() if one.name == "th"])


def test_the_page_runs_nothing_and_fetches_nothing() -> None:
    document = written(log_report(), "html").decode()
    assert '<html lang="en-GB">' in document
    assert "default-src 'none'; style-src 'unsafe-inline'" in document
    assert not re.search(
        r"<(script|img|link|iframe|use|image|foreignObject)|href|src=|url\(|@import", document
    )


def test_printed_it_keeps_a_chart_whole_and_says_on_each_page_how_it_is_to_be_handled() -> None:
    document = written(log_report(), "html").decode()
    assert "tr, figure { break-inside: avoid; }" in document
    every_page = next(one for one in page(log_report()).all() if one.attributes.get("id") == "every-page")
    assert str(every_page.inside[0]).startswith("Handling: for professionals only\n")
    section = docx.Document(io.BytesIO(written(log_report(), "docx"))).sections[0]
    assert section.header.paragraphs[0].text == "Handling: for professionals only"
    assert "as at 20 Nov 2026" in section.footer.paragraphs[0].text
